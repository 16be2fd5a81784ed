"""Acts that a text only refers to.

"The strike has closed three ports", and nobody told of it; "since *the murder of Ana Roa*": an
older act that says whom it hit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.acts.act import Act
from reportedly.find.events.acts.agreement import same_family
from reportedly.find.events.told.roles import same_actor
from reportedly.find.events.told.telling import Telling
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import EventType

_DEEDS: frozenset[EventType | None] = frozenset({"PROTEST", "ASSAULT"})


def with_referred(
    document: Document, tellings: Sequence[Telling], acts: Sequence[Act]
) -> tuple[Act, ...]:
    """The acts; of a text that tells none, one for each kind of deed that it names as known.

    Beside acts that are told such a noun mostly means something older or of another place.

    Args:
        document: the parsed article.
        tellings: all tellings of a text, in its order.
        acts: what was made of them; tellings in none of them said too little to stand alone.
    """
    told = {id(t) for act in acts for t in act.tellings}
    older = _older(document, tellings, told)
    acts = sorted((*acts, *older), key=lambda act: act.tellings[0].span.start)
    if any(t.reality.realis == "actual" and not t.denied for act in acts for t in act.tellings):
        return tuple(acts)
    found: list[Act] = []
    for telling in tellings:
        if id(telling) in told or not _refers(document, telling):
            continue
        kind = telling.trigger.type
        if any(same_family(act.type, kind) for act in acts):
            continue
        home = next((act for act in found if same_family(act.type, kind)), None)
        if home is None:
            found.append(Act([telling]))
        else:
            home.tellings.append(telling)
    return tuple(sorted((*acts, *found), key=lambda act: act.tellings[0].span.start))


def _older(document: Document, tellings: Sequence[Telling], told: set[int]) -> list[Act]:
    """Attacks on persons by name that are only referred to: one act a person and type."""
    found: list[Act] = []
    for telling in tellings:
        if id(telling) in told or not _hit_by_name(document, telling):
            continue
        older = replace(telling, retold=True)
        home = next((act for act in found if _hits_same(act.lead, telling)), None)
        if home is None:
            found.append(Act([older]))
        else:
            home.tellings.append(older)
    return found


def _hits_same(one: Telling, other: Telling) -> bool:
    victims = other.roles.recipients
    return any(same_actor(m, v) for m in one.roles.recipients for v in victims)


def _hit_by_name(document: Document, telling: Telling) -> bool:
    """Whether a noun tells an attack that happened, on a person whom it names."""
    trigger, reality = telling.trigger, telling.reality
    happened = reality.realis == "actual" and reality.polarity == "positive" and not reality.no_act
    plain = not (telling.denied or telling.withdraws or telling.summary)
    if not (trigger.nominal and trigger.type == "ASSAULT" and happened and plain):
        return False
    victims = telling.roles.recipients
    return any(m.actor.kind == "person" and document.tokens[m.head].pos == "PROPN" for m in victims)


def _refers(document: Document, telling: Telling) -> bool:
    """Whether a noun names a deed as one that the reader knows of: "the strike", "their march"."""
    if not telling.trigger.nominal or telling.trigger.type not in _DEEDS:
        return False
    happened = telling.reality.realis == "actual" and telling.reality.polarity == "positive"
    known = telling.definite or telling.central
    older = telling.old or telling.retold or telling.summary
    quoted = telling.quote in {"direct", "mixed"}
    if not happened or not known or older or quoted or telling.denied or telling.withdraws:
        return False
    return not _is_apart(document, document.tokens[telling.trigger.token])


def _is_apart(document: Document, noun: Token) -> bool:
    """Whether a noun is of another year or one of a list: "the 2012 attack", "strike and raid"."""
    if noun.dep == "conj":
        return True
    return any(
        t.dep in {"conj", "cc"} or (t.name == "DATE" and t.dep != "poss")
        for t in document.children(noun.index)
    )
