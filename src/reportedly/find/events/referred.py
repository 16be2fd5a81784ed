"""Acts that a text only refers to: "the strike has closed three ports", and nobody told of it."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.acts.act import Act
from reportedly.find.events.acts.agreement import same_family
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
    if any(t.reality.realis == "actual" and not t.denied for act in acts for t in act.tellings):
        return tuple(acts)
    told = {id(t) for act in acts for t in act.tellings}
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
