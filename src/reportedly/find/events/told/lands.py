"""Land that is acted upon as a whole: "bombed the Lake Province", "a curfew in Volda".

A place as such is no actor. Where a verb of force takes a town or region for its object, or an
order binds all who live in one, that place is whom the act is aimed at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportedly.find.events.told.bearers import country_at
from reportedly.find.events.triggers.slots import after_preposition, objects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.word_lists import scene_words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import Actor, ActorMention

_LAND = "roles.land"  # made by: a town or region that is acted upon
_BY_FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT"})
# orders and truces hold in a place: everybody there is bound
_BINDING = frozenset({"curfew", "martial-law", "restrict", "ceasefire"})
_ELSEWHERE = frozenset({"access", "withdraw"})  # "let trucks into Belt", "withdrew from Belt"
_WITHIN = ("in", "across", "throughout", "over", "on")
_WHERETO = ("in", "into", "to", "along", "across", "throughout", "near")


def land_acted_upon(
    reading: Reading, trigger: Trigger, suffering: Sequence[Token]
) -> tuple[ActorMention, ...]:
    """Towns, regions and countries that an act of force or an order is aimed at.

    Args:
        reading: what was found in the text.
        trigger: the word that tells the act.
        suffering: the words that it acts upon by its syntax.
    """
    document = reading.document
    found: list[ActorMention | None] = []
    if trigger.type in _BY_FORCE and trigger.mode not in _ELSEWHERE:
        found.extend(_land(reading, t) for t in suffering if _is_aim(document, t))
    if _is_truce(document, trigger) or _binds_all(document, trigger):
        found.extend(_ground(reading, _after(document, trigger, _WITHIN)))
    elif trigger.type == "AID":
        found.extend(_ground(reading, _after(document, trigger, ("to",))))
    elif trigger.type == "MOBILIZE":
        found.extend(_ground(reading, _after(document, trigger, _WHERETO)))
    return tuple(dict.fromkeys(m for m in found if m is not None))


def _is_aim(document: Document, word: Token) -> bool:
    """Objects, and what stands behind 'on' and 'against', but not 'at' a place."""
    return word.dep != "pobj" or document.head(word).text.casefold() != "at"


def _binds_all(document: Document, trigger: Trigger) -> bool:
    """Whether an order binds all of a town: not "banned a rally in Belt", "broke up a march"."""
    stops = document.tokens[trigger.token].lemma in scene_words().stopping
    if trigger.mode not in _BINDING or stops:
        return False
    forbidden = () if trigger.nominal else objects(document, trigger.token)
    gatherings = scene_words().gatherings
    return not (trigger.mode == "restrict" and any(t.lemma in gatherings for t in forbidden))


def _is_truce(document: Document, trigger: Trigger) -> bool:
    told = document.tokens[trigger.first : trigger.last]
    truces = scene_words().truces
    return trigger.type in {"CONCEDE", "RETREAT"} and any(t.lemma in truces for t in told)


def _after(document: Document, trigger: Trigger, slots: Iterable[str]) -> Iterator[Token]:
    """What stands behind prepositions on the trigger's word or on a noun of its wording."""
    for holder in (trigger.token, *range(trigger.first, trigger.last)):
        for slot in slots:
            yield from after_preposition(document, holder, slot)


def _ground(reading: Reading, heads: Iterator[Token]) -> list[ActorMention | None]:
    return [_land(reading, word) or country_at(reading, word) for word in heads]


def _land(reading: Reading, word: Token) -> ActorMention | None:
    """The place that a name means, or a noun like 'region' with a name beside it."""
    if word.pos == "PROPN":
        return _named(reading, word, word)
    if word.pos != "NOUN" or word.lemma not in scene_words().ground:
        return None
    for inner in reading.document.subtree(word.index):
        named = inner.pos in {"PROPN", "ADJ"} and inner.text[:1].isupper()
        if named and not _only_holds(reading.document, inner, word):
            found = _named(reading, inner, word)
            if found is not None:
                return found
    return None


def _only_holds(document: Document, name: Token, noun: Token) -> bool:
    """Whether a name tells in what the land lies: "the town of Hask *in the Lake Province*"."""
    for token in (name, *document.ancestors(name.index)):
        if token.index == noun.index:
            return False
        if token.dep == "prep" and token.text.casefold() != "of":
            return True
    return False


def _named(reading: Reading, name: Token, head: Token) -> ActorMention | None:
    for mention in reading.places:
        place = mention.place
        inside = mention.evidence.start <= name.start < mention.evidence.end
        if (
            inside
            and place is not None
            and place.precision != "country"
            and mention.use != "dateline"
        ):
            actor = Actor(name=place.name, kind="unknown", country=place.country, exposure="office")
            return ActorMention(
                evidence=mention.evidence, head=head.index, actor=actor, made_by=_LAND
            )
    return None
