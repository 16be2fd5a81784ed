"""What must agree for two passages to tell the same act."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.acts.act import Act
from reportedly.find.events.acts.forces import is_other_violence
from reportedly.find.events.acts.replies import overlap, same_sentence, strikes_others
from reportedly.find.events.reality.state import SPEECH_TYPES
from reportedly.find.events.told.nearby import same_place
from reportedly.find.events.told.roles import same_actor
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.told.toponyms import is_town
from reportedly.find.events.triggers.forms import singular
from reportedly.find.events.word_lists import role_words, telling_words
from reportedly.records import ActorMention, DateValue, EventType, Found, Place

# Modes of one type that can describe the same act; all others are different acts.
_ALIKE: tuple[frozenset[str], ...] = (
    frozenset({"explosives", "destroy", "suicide-attack", "targeted"}),
    frozenset({"explosives", "aerial", "drone", "heavy-weapons", "destroy"}),
    frozenset({"firearms", "targeted"}),
    frozenset({"primitive", "beat", "targeted"}),
    frozenset({"beat", "torture"}),
    frozenset({"demo", "symbolic"}),
    frozenset({"demo", "obstruct", "riot", "vandalize"}),
)
_SINGLE_MODES = frozenset({"arrest", "strike", "hunger", "abduct", "crowd-control", "torture"})
_POINTING = 2  # words of "the attackers"
_UNARMED = ("CVL",)
_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth"})
_REMAND = "remanded"
_ANYBODY = frozenset({"man", "woman", "person", "child", "boy", "girl", "victim", "civilian"})


def can_be_same(telling: Telling, act: Act) -> bool:
    """Whether type, mode and reality allow that the act is the same."""
    lead = act.lead
    if (telling.denied, telling.withdraws) != (lead.denied, lead.withdraws):
        return False
    if telling.denied and _answer_different_acts(telling, act):
        return False
    mine, theirs = telling.reality, lead.reality
    if (mine.realis, mine.polarity) != (theirs.realis, theirs.polarity):
        return False
    if not same_family(telling.trigger.type, act.type):
        return False
    if telling.trigger.type is None:
        return True
    typed = [t for t in act.tellings if t.trigger.type is not None]
    return all(
        modes_agree(telling.trigger.mode, t.trigger.mode) or _hurt_by_it(telling, t) for t in typed
    )


def _hurt_by_it(telling: Telling, force: Telling) -> bool:
    """'Police dispersed them with shots; a girl was grazed by a bullet': hurt by that force.

    Nobody else is said to have done it, right after the police acted.
    """
    trigger = telling.trigger
    unnamed = not telling.roles.actors and bool(telling.roles.recipients)
    return (
        force.trigger.mode == "crowd-control"
        and trigger.type == "ASSAULT"
        and trigger.mode in {None, "firearms"}
        and not trigger.nominal
        and unnamed
        and (_is_its_result(telling, force) or not (telling.places or telling.date))
        and telling.paragraph == force.paragraph
        and telling.sentence - force.sentence in {0, 1}
        and telling.span.start > force.span.start
    )


def _is_its_result(telling: Telling, force: Telling) -> bool:
    """'Used gas in Lima on Monday, in an operation that left 31 *injured*': one place and day."""
    return telling.trigger.mode is None and telling.sentence == force.sentence


def _answer_different_acts(telling: Telling, act: Act) -> bool:
    """Whether two denials answer two acts told in the article, or are made for two sides."""
    theirs = {t.answers for t in act.tellings} - {None}
    if telling.answers is not None and theirs:
        return telling.answers not in theirs
    actors = [m for t in act.tellings for m in t.roles.actors]
    mine = telling.roles.actors
    return bool(mine and actors) and not overlap(mine, actors)


def same_family(one: EventType | None, other: EventType | None) -> bool:
    """Whether two types can be one act: the same, or a death and an attack."""
    if one == other:
        return True
    return {one, other} == {None, "ASSAULT"}


def modes_agree(one: str | None, other: str | None) -> bool:
    """Whether two modes of one type can describe one act."""
    if one == other:
        return True
    if one is None or other is None:
        return (one or other) not in _SINGLE_MODES
    return any(one in alike and other in alike for alike in _ALIKE)


def speaks_against(telling: Telling, act: Act) -> bool:
    """Whether place, date or persons speak against it being the same act."""
    places = [p for t in act.tellings for p in t.places]
    other = is_other_violence(telling, act) and not same_sentence(telling, act)
    if other or _places_differ(telling, places) or _is_set_apart(telling, act, places):
        return True
    if telling.trigger.type is None:
        return telling.other_cause or _is_other_side(telling, act)
    dates = [t.date.value for t in act.tellings if t.date is not None]
    if _dates_differ(telling, dates) or _are_others_since(telling):
        return True
    if telling.definite:
        return False
    if telling.old and not dates and _is_news(act) and not same_sentence(telling, act):
        return True  # "five had already been arrested in 2022": others than those of the news
    headline = all(t.headline for t in act.tellings)  # calls people otherwise than the text
    anchored = bool(telling.places) and telling.date is not None
    bare = not places and not dates and not headline and not same_sentence(telling, act)
    # told with place and date of its own, it is not the bare one before
    others = strikes_others(telling, act) or _persons_differ(telling, act)
    return (anchored and bare) or (not headline and others)


def _is_set_apart(telling: Telling, act: Act, places: Sequence[Found[Place]]) -> bool:
    """Whether what stands around the two passages speaks against one act."""
    return (
        _sums_up(telling, act)
        or _is_remanded_later(telling, act)
        or _is_set_elsewhere(telling, act, places)
        or _is_newer(telling, act)
        or _is_of_other_day(telling, act)
    )


def _is_set_elsewhere(telling: Telling, act: Act, places: Sequence[Found[Place]]) -> bool:
    """Whether the paragraph of a telling has named another town than that of the act."""
    here = telling.framed
    theirs = [place.value for place in places]
    theirs = theirs or [t.framed for t in act.tellings if t.framed is not None]
    if here is None or telling.definite or not theirs or telling.headline:
        return False
    if any(t.paragraph == telling.paragraph for t in act.tellings):
        return False
    return not any(same_place(here, place) for place in theirs)


def _is_newer(telling: Telling, act: Act) -> bool:
    """Whether an act told only as an older one would be taken up far from where it is told."""
    if telling.definite or telling.retold or telling.trigger.nominal:
        return False
    old = all(t.retold for t in act.tellings)
    return old and telling.sentence - act.tellings[-1].sentence > 1


def _is_of_other_day(telling: Telling, act: Act) -> bool:
    """Whether an undated act stands among news of another day than that of the telling."""
    if telling.date is None or telling.definite or act.date is not None or act.among is None:
        return False
    if telling.headline or all(t.headline for t in act.tellings) or same_sentence(telling, act):
        return False
    return not dates_meet(telling.date.value, act.among)


def _is_remanded_later(telling: Telling, act: Act) -> bool:
    """'Police arrested nine men. They *were remanded* for two months': a court's act of its own."""
    remanded = [_REMAND in t.span.quote.casefold() for t in (telling, *act.tellings)]
    told = not telling.trigger.nominal and not all(t.headline for t in act.tellings)
    return told and remanded[0] and not any(remanded[1:])


def _sums_up(telling: Telling, act: Act) -> bool:
    """Whether one counts the acts of some time and the other tells one of them."""
    if telling.definite or all(t.headline for t in act.tellings):
        return False
    return telling.summary != any(t.summary for t in act.tellings)


def _is_news(act: Act) -> bool:
    """Whether an undated act is told as news of the day, and not only in a headline."""
    text = [t for t in act.tellings if not t.headline]
    return bool(text) and not any(t.retold for t in text)


def _places_differ(telling: Telling, places: Sequence[Found[Place]]) -> bool:
    """Whether none of the places is one scene; the towns of an act tell more than its country."""
    towns = [place for place in places if is_town(place.value)]
    pairs = [(a.value, b.value) for a in telling.places for b in towns or places]
    known = [(a, b) for a, b in pairs if a.lat is not None and b.lat is not None]
    return bool(pairs) and not any(same_place(a, b) for a, b in known or pairs)


def _dates_differ(telling: Telling, dates: Sequence[DateValue]) -> bool:
    if telling.date is None or not dates:
        return False
    value = telling.date.value
    return not any(dates_meet(value, date) for date in dates)


def _are_others_since(telling: Telling) -> bool:
    """'Two *other* clerks have been killed *since* March': others than on the day told before."""
    words = {w for m in telling.roles.recipients for w in m.evidence.quote.casefold().split()}
    return "other" in words and "since" in telling.evidence.quote.casefold().split()


def _persons_differ(telling: Telling, act: Act) -> bool:
    kind = telling.trigger.type
    together = same_sentence(telling, act)
    actors = [m for t in act.tellings for m in t.roles.actors]
    recipients = [m for t in act.tellings for m in t.roles.recipients]
    mine, hit = telling.roles.actors, telling.roles.recipients
    if kind == "PROTEST":
        modes = {t.trigger.mode for t in act.tellings}
        if telling.introduced and telling.trigger.nominal and _is_placed(telling, act):
            return telling.trigger.mode not in modes  # "told a rally" beside blocked roads
        others = bool(mine and actors) and not overlap(mine, actors)
        return others and telling.trigger.mode not in modes
    if mine and actors and not overlap(mine, actors) and not all(map(points_back, mine)):
        crossed = overlap(mine, recipients) or overlap(hit, actors)
        crossed = crossed and not _answers(telling, act)
        crossed = crossed and kind != "MOBILIZE"  # "Dorna massed troops. Volda put its army on …"
        # "monks ended a fast after the mayor apologised": each for himself
        apart = kind in SPEECH_TYPES and not telling.trigger.nominal
        return apart or not (crossed or (together and not hit))
    if kind in {"ASSAULT", None}:
        if _is_other_side(telling, act) or (together and _is_other_killing(telling, act)):
            return True
        # further dead and wounded of one attack have other names
        return not together and (_two_single_victims(telling, act) or _is_told_anew(telling, act))
    further = kind == "COERCE" and any(_is_one_more(m) for m in hit)
    return (further or _hits_others(telling, act)) and not together


def points_back(mention: ActorMention) -> bool:
    """'*The bomber* blew himself up', '*the attackers* fled': whoever did what was told before."""
    words = mention.evidence.quote.casefold().split()
    pointing = len(words) == _POINTING and words[0] == "the"
    return pointing and singular(words[1]) in telling_words().doers


def _answers(telling: Telling, act: Act) -> bool:
    """Whether those who were hit before strike back: "rebels shot two soldiers. Troops shelled …".

    What both sides do with each other, or what a noun names, is one fight told twice.
    """
    one_sided = not any(t.trigger.nominal or t.trigger.reciprocal for t in (telling, act.lead))
    force = telling.trigger.type == "ASSAULT" and act.lead.trigger.type == "ASSAULT"
    differs = telling.trigger.mode != act.lead.trigger.mode
    return one_sided and force and differs and not same_sentence(telling, act)


def _is_other_side(telling: Telling, act: Act) -> bool:
    """'Six soldiers were hurt' where soldiers fired: by the other side.

    "Residents" hurt where settlers attacked are others than these, though neither bears arms.
    """
    if telling.roles.actors or same_sentence(telling, act):
        return False
    if any(t.trigger.reciprocal or _in_fight(t) for t in act.tellings):
        return False  # the dead of a clash are of either side
    actors = [m for t in act.tellings for m in t.roles.actors]
    recipients = [m for t in act.tellings for m in t.roles.recipients]
    hit = telling.roles.recipients
    own = overlap(hit, [m for m in actors if m.actor.sectors[:1] != _UNARMED])
    own = own or any(same_actor(a, b) for a in hit for b in actors)
    return own and not overlap(hit, recipients)


def _in_fight(telling: Telling) -> bool:
    """'Killed three rebels *in a gun battle*': both sides fought, whoever the verb's subject is."""
    words = telling.evidence.quote.casefold().split()
    return telling.trigger.type == "ASSAULT" and not role_words().fights.isdisjoint(words)


def _is_other_killing(telling: Telling, act: Act) -> bool:
    """'Shot the author of *the murder of two clerks* in Arvan in March': told to say who he is."""
    noun = telling.trigger.nominal and telling.trigger.rule.startswith("assault.killing")
    if not noun or not telling.places or telling.date is None:
        return False
    return _hits_others(telling, act)


def _hits_others(telling: Telling, act: Act) -> bool:
    """Whether both tell who was hit, and nobody is on both sides."""
    hit, theirs = telling.roles.recipients, [m for t in act.tellings for m in t.roles.recipients]
    return bool(hit and theirs) and not overlap(hit, theirs)


def _is_told_anew(telling: Telling, act: Act) -> bool:
    """'12 guards were killed *in an ambush*', far from where a bomb killed a judge.

    So is "the killing of" others.
    """
    body = [t for t in act.tellings if not t.headline]
    if not body or any(t.paragraph == telling.paragraph for t in body):
        return False
    anew = telling.by_attack or telling.trigger.rule.startswith("assault.killing")
    return anew and _hits_others(telling, act)


def _is_placed(telling: Telling, act: Act) -> bool:
    """Whether a telling names a place and day of its own, for an act that has them already."""
    placed = bool(telling.places) and telling.date is not None
    return placed and act.place is not None and act.date is not None


def _two_single_victims(telling: Telling, act: Act) -> bool:
    """Whether each tells of one victim, and another one: "a judge", "a mayor"."""
    mine = {_single(m) for m in telling.roles.recipients}
    theirs = {_single(m) for t in act.tellings for m in t.roles.recipients}
    if not mine or not theirs or None in mine or None in theirs:
        return False
    return not mine & theirs and not overlap(
        telling.roles.recipients, [m for t in act.tellings for m in t.roles.recipients]
    )


def _single(mention: ActorMention) -> str | None:
    """The noun of "a judge", None for several people or an unnamed person."""
    first, _, rest = mention.evidence.quote.casefold().partition(" ")
    noun = rest.rpartition(" ")[2]
    return noun if first in {"a", "an"} and noun not in _ANYBODY else None


def _is_one_more(mention: ActorMention) -> bool:
    """'A second man', 'another clerk': others than those told before."""
    first, *rest = mention.evidence.quote.casefold().split()[:2]
    return first == "another" or (first == "a" and rest != [] and rest[0] in _ORDINALS)


def dates_meet(one: DateValue, other: DateValue) -> bool:
    """Whether two intervals share a day; an open end reaches far."""
    if one.earliest is None or other.earliest is None:
        return True
    one_end, other_end = one.latest or one.earliest, other.latest or other.earliest
    return one.earliest <= other_end and other.earliest <= one_end
