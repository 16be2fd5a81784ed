"""The two sides that one phrase names: "Volda and Dorna's ministers met"."""

from __future__ import annotations

from dataclasses import replace

from reportedly.find.events.told.bearers import country_at
from reportedly.find.events.triggers.slots import after_preposition
from reportedly.find.reading import Reading
from reportedly.parse.document import Token
from reportedly.records import ActorMention

_OWNERS = frozenset({"poss", "nmod", "compound", "amod"})


def both_sides(reading: Reading, mention: ActorMention) -> tuple[ActorMention, ...]:
    """The owners of a plural phrase that names two of them, each for itself; else the phrase.

    'The armies of Volda and Dorna' are two armies, and so are 'Volda and Dorna's armies'.
    """
    document = reading.document
    head = document.tokens[mention.head]
    if head.tag not in {"NNS", "NNPS"}:
        return (mention,)
    owners = [t for t in document.children(head.index) if t.dep in _OWNERS]
    owners.extend(after_preposition(document, head.index, "of"))
    for owner in owners:
        sides = [_side(reading, t, mention) for t in (owner, *_conjuncts(reading, owner))]
        named = tuple(dict.fromkeys(s for s in sides if s is not None))
        if len(named) > 1:
            return named
    return (mention,)


def _conjuncts(reading: Reading, owner: Token) -> list[Token]:
    return [t for t in reading.document.children(owner.index) if t.dep == "conj"]


def _side(reading: Reading, owner: Token, mention: ActorMention) -> ActorMention | None:
    """One owner with the sectors of what both have: the country for its ministers."""
    known = next((m for m in reading.actors if m.head == owner.index), None)
    if known is not None:
        return known
    country = country_at(reading, owner)
    if country is None:
        return None
    return replace(country, actor=replace(country.actor, sectors=mention.actor.sectors))
