"""One act for what headline, lead and body tell: the opening describes whom the body names.

"A top aide of the mayor has been arrested. … Ana Roa was arrested on Friday": one arrest is told.
An act of the opening joins the first later act of its kind that nothing speaks against; two
acts further down join only where the same word tells them of the same persons.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.acts.act import Act
from reportedly.find.events.acts.agreement import can_be_same, dates_meet
from reportedly.find.events.acts.replies import strikes_others
from reportedly.find.events.told.nearby import same_place
from reportedly.find.events.told.roles import same_actor
from reportedly.find.events.word_lists import telling_words
from reportedly.parse import Document
from reportedly.records import ActorMention, EventType, Found, Place

_OPENING = 2  # sentences: a headline and the lead, or the lead and what follows it
_BODY = 3  # sentences in which the text goes on with its headline
# type and mode in a headline, and those of the text
_COARSELY: frozenset[tuple[EventType | None, str | None, EventType | None, str | None]] = frozenset(
    {
        ("COERCE", "restrict", "ASSAULT", "crowd-control"),
        ("COERCE", None, "ASSAULT", "crowd-control"),
        ("ASSAULT", "crowd-control", "COERCE", "restrict"),
        ("ASSAULT", None, "PROTEST", "riot"),
        ("ASSAULT", "destroy", "PROTEST", "riot"),
        ("PROTEST", "riot", "ASSAULT", "destroy"),
    }
)
_PLURAL = frozenset({"NNS", "NNPS", "CD"})


def told_once(document: Document, acts: Sequence[Act]) -> tuple[Act, ...]:
    """The acts with those joined that a text tells twice, in order of the text."""
    kept: list[Act] = []
    for act in acts:
        home = next((other for other in kept if _is_told_by(document, other, act)), None)
        if home is None:
            kept.append(act)
        else:
            if _in_other_words(home, act):  # told where the text tells it, among its dates
                kept.remove(home)
                kept.append(home)
            home.tellings.extend(act.tellings)
            home.tellings.sort(key=lambda t: t.span.start)
    return tuple(kept)


def _is_told_by(document: Document, one: Act, other: Act) -> bool:
    """Whether an earlier act is told again by a later one."""
    lead = other.lead
    listed = any(t.list_key for a in (one, other) for t in a.tellings)
    further = any(t.fresh or t.ordinal or t.which or t.summary for t in other.tellings)
    sums = any(t.summary and not t.headline for t in one.tellings)  # "several in recent weeks"
    if listed or further or sums or lead.retold != one.lead.retold or strikes_others(lead, one):
        return False
    if one.tellings[-1].sentence == other.tellings[0].sentence:
        return False  # two acts of one sentence were told apart there
    if _in_other_words(one, other):
        return not _set_apart(one, other) and _hit_alike(document, one, other)
    if not can_be_same(lead, one) or _set_apart(one, other):
        return False
    same_word = _lemma(document, one) == _lemma(document, other)
    if one.tellings[0].sentence < _OPENING:
        return _persons_agree(document, one, other, described=True)
    return same_word and _persons_agree(document, one, other, described=False)


def _in_other_words(one: Act, other: Act) -> bool:
    """Whether a headline says more coarsely what the text tells: "police *disperse* marchers".

    The lead then tells of tear gas, or of a mob where the headline has "church burned".
    """
    line, text = one.lead, other.lead
    if not all(t.headline for t in one.tellings) or text.headline or text.sentence > _BODY:
        return False
    if (line.denied, line.reality.realis) != (text.denied, text.reality.realis):
        return False
    return (one.type, line.trigger.mode, other.type, text.trigger.mode) in _COARSELY


def _set_apart(one: Act, other: Act) -> bool:
    """Whether places or dates of their own speak against one act."""
    places = [(a.value, b.value) for a in _places(one) for b in _places(other)]
    if places and not any(same_place(a, b) for a, b in places):
        return True
    dates = [(a.date.value, b.date.value) for a in one.tellings for b in other.tellings
             if a.date is not None and b.date is not None]  # fmt: skip
    return bool(dates) and not any(dates_meet(a, b) for a, b in dates)


def _places(act: Act) -> list[Found[Place]]:
    return [place for telling in act.tellings for place in telling.places]


def _persons_agree(document: Document, one: Act, other: Act, *, described: bool) -> bool:
    """Whether actors and recipients can be the same, and some are on both sides.

    With `described` an unnamed phrase may stand for a name of the same number.
    """
    shared = 0
    for role in ("actors", "recipients"):
        mine = [m for t in one.tellings for m in getattr(t.roles, role)]
        theirs = [m for t in other.tellings for m in getattr(t.roles, role)]
        if not mine or not theirs:
            continue
        same = any(same_actor(a, b) for a in mine for b in theirs)
        if not same and not (described and _describes(document, mine, theirs)):
            return False
        shared += 1
    both = bool(one.lead.roles.recipients) == bool(other.lead.roles.recipients)
    return shared > 0 and both


def _hit_alike(document: Document, one: Act, other: Act) -> bool:
    """Whether the same are hit: "a *student* march", "fired at *students*"."""
    mine, theirs = (
        {document.tokens[m.head].lemma for t in act.tellings for m in t.roles.recipients}
        for act in (one, other)
    )
    return bool(mine & theirs)


def _describes(
    document: Document, mine: Sequence[ActorMention], theirs: Sequence[ActorMention]
) -> bool:
    """'a top aide of the mayor' and 'Ana Roa', 'a policeman' and 'the gunman': one person.

    One side is a name and the other is none, or a noun says no more than the part in the act.
    """
    heads = [[document.tokens[m.head] for m in side] for side in (mine, theirs)]
    if any(t.tag in _PLURAL for side in heads for t in side):
        return False
    if any(all(t.lemma in telling_words().parts for t in side) for side in heads):
        return True
    named = [any(t.pos == "PROPN" for t in side) for side in heads]
    return named[0] != named[1] and len(mine) == 1 and len(theirs) == 1


def _lemma(document: Document, act: Act) -> str:
    return document.tokens[act.lead.trigger.token].lemma
