"""The sides of what two do: named by one phrase ("Volda and Dorna's ministers met"), or by two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.told.bearers import country_at
from reportedly.find.events.triggers.slots import after_preposition
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.reading import Reading
from reportedly.parse import Document
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
    for word in ("of", "from"):  # "ministers *from* Volda and Dorna"
        owners.extend(after_preposition(document, head.index, word))
    for owner in owners:
        sides = [_side(reading, t, mention) for t in (owner, *_conjuncts(reading, owner))]
        named = tuple(dict.fromkeys(s for s in sides if s is not None))
        if len(named) > 1:
            return named
    return (mention,)


def is_one_sided(document: Document, trigger: Trigger, recipients: Sequence[ActorMention]) -> bool:
    """Whether a noun for what two do tells what one does to another: "a crackdown *on* rebels"."""
    heads = [document.tokens[m.head] for m in recipients] if trigger.nominal else []
    return any(
        t.dep == "dobj" or (t.dep == "pobj" and document.head(t).text.casefold() == "on")
        for t in heads
    )


def is_in_wording(document: Document, trigger: Trigger, mention: ActorMention) -> bool:
    """Whether a phrase is what the wording itself names: "set up a joint *command*"."""
    used = range(trigger.first, trigger.last)
    within = (t for t in document.children(mention.head) if t.dep == "amod")
    return mention.head in used or any(t.index in used for t in within)


def _conjuncts(reading: Reading, owner: Token) -> list[Token]:
    """Those joined to an owner, each to the one before it: "Volda, *Dorna* and *Kestria*"."""
    joined = [t for t in reading.document.children(owner.index) if t.dep == "conj"]
    return [word for t in joined for word in (t, *_conjuncts(reading, t))]


def _side(reading: Reading, owner: Token, mention: ActorMention) -> ActorMention | None:
    """One owner with the sectors of what both have: the country for its ministers."""
    known = next((m for m in reading.actors if m.head == owner.index), None)
    if known is not None:
        return known
    country = country_at(reading, owner)
    if country is None:
        return None
    return replace(country, actor=replace(country.actor, sectors=mention.actor.sectors))
