"""Whom "both sides", "the two countries" and "the parties" mean: the pair told of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.reality.state import SPEECH_TYPES
from reportedly.find.events.told.roles import same_actor
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.triggers.slots import subjects
from reportedly.find.events.word_lists import role_words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import ActorMention, EventType

_ANYBODY = frozenset({"CVL", "UNK"})
_NAMED = frozenset({"country", "organisation", "office", "person"})
_BY_ARTICLE = frozenset({"side", "party"})  # "the sides" are two by themselves
# what two do together or to each other
_TOGETHER: frozenset[EventType | None] = frozenset(
    {"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "AID"}
)


def with_both_sides(reading: Reading, tellings: Sequence[Telling]) -> list[Telling]:
    """Tellings whose "both sides" are the pair that dealt with each other last."""
    pair: tuple[ActorMention, ...] = ()
    found: list[Telling] = []
    for told in tellings:
        telling = told
        if pair and _are_both(reading, telling):
            telling = replace(told, roles=replace(told.roles, actors=pair))
        pair = _pair_of(telling) or pair
        found.append(telling)
    return found


def _pair_of(telling: Telling) -> tuple[ActorMention, ...]:
    """The two that deal with each other in a telling."""
    if telling.trigger.type not in _TOGETHER:
        return ()
    sides = telling.roles.actors
    if len(sides) == 1 and len(telling.roles.recipients) == 1:
        sides = (*sides, *telling.roles.recipients)
    named = all(m.actor.kind in _NAMED or set(m.actor.sectors) - _ANYBODY for m in sides)
    return sides if len(sides) == 2 and named and not same_actor(*sides) else ()


def _are_both(reading: Reading, telling: Telling) -> bool:
    document = reading.document
    kind = telling.trigger.type
    if kind not in SPEECH_TYPES | _TOGETHER or telling.trigger.nominal or not document.has_syntax:
        return False
    actors = telling.roles.actors
    heads = [document.tokens[m.head] for m in actors] or subjects(document, telling.trigger.token)
    return len(heads) == 1 and _means_both(document, heads[0])


def _means_both(document: Document, head: Token) -> bool:
    around = {t.text.casefold() for t in document.children(head.index)}
    if head.text.casefold() == "two":
        return "the" in around
    if head.lemma not in role_words().pairs or head.tag != "NNS":
        return False
    two = bool(around & {"both", "two"}) or (head.lemma in _BY_ARTICLE and "the" in around)
    further = any(t.dep in {"prep", "relcl", "poss"} for t in document.children(head.index))
    return two and not further
