"""Mentions in one article, and what they denote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportedly.records.values import Actor, DateValue, Evidence, Place
from reportedly.records.vocabulary import ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A toponym in the text; `place` is None where the gazetteer has no answer."""

    evidence: Evidence
    place: Place | None
    kind: Literal["toponym", "demonym", "site"]
    # what the text uses the name for: only `location` can be the place of an event; `seat` is
    # inside the name of a body that stands there or serves it ('Leeds Police')
    use: Literal["location", "name_part", "seat", "person", "metonym", "dateline", "modifier"]
    confidence: float | None
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A time expression in the text with its value."""

    evidence: Evidence
    value: DateValue
    kind: Literal["date", "time", "duration", "set", "occasion"]
    made_by: str
    # what an anniversary or named day is in memory of; `value` is the day of today's event
    remembered: DateValue | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Mentions in one article that denote the same person, body or group."""

    entity_id: str  # 'e1', 'e2' … by first mention, unique within the article
    name: str  # the fullest proper name, else the fullest noun phrase
    kind: ActorKind
    mentions: tuple[Evidence, ...]
    aliases: tuple[str, ...] = ()
    role: str | None = None  # 'interior minister', where the text gives one


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """A phrase of the text that can act or suffer, and whom it denotes."""

    evidence: Evidence  # the whole phrase
    head: int  # index of the head token in the document
    actor: Actor
    made_by: str
