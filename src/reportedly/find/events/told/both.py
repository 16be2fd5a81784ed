"""Whom "both sides", "the two countries" and "the parties" mean: the pair told of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.reality.state import SPEECH_TYPES
from reportedly.find.events.told.bearers import country_at
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
_LANDS = frozenset({"country", "state", "nation", "neighbour", "neighbor", "government", "capital"})
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
        both = _both_in(reading, telling)
        meant = (pair or _two_lands(reading, both)) if both is not None else ()
        if meant:
            telling = replace(told, roles=replace(told.roles, actors=meant))
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


def _both_in(reading: Reading, telling: Telling) -> Token | None:
    """The noun of "the two countries", where it alone acts in a telling of what two do."""
    document = reading.document
    kind = telling.trigger.type
    if kind not in SPEECH_TYPES | _TOGETHER or telling.trigger.nominal or not document.has_syntax:
        return None
    actors = telling.roles.actors
    heads = [document.tokens[m.head] for m in actors] or subjects(document, telling.trigger.token)
    return heads[0] if len(heads) == 1 and _means_both(document, heads[0]) else None


def _two_lands(reading: Reading, both: Token) -> tuple[ActorMention, ...]:
    """The only two countries that a text names before "the two countries", by name or people."""
    if both.lemma not in _LANDS:
        return ()
    found: dict[str | None, ActorMention] = {}
    for mention in reading.places:
        words = reading.document.tokens_in(mention.evidence.start, mention.evidence.end)
        if words and words[-1].index < both.index:
            land = country_at(reading, words[-1])
            if land is not None:
                found.setdefault(land.actor.country, land)
    return tuple(found.values()) if len(found) == 2 else ()


def _means_both(document: Document, head: Token) -> bool:
    around = {t.text.casefold() for t in document.children(head.index)}
    if head.text.casefold() == "two":
        return "the" in around
    if head.lemma not in role_words().pairs or head.tag != "NNS":
        return False
    two = bool(around & {"both", "two"}) or (head.lemma in _BY_ARTICLE and "the" in around)
    further = any(t.dep in {"prep", "relcl", "poss"} for t in document.children(head.index))
    return two and not further
