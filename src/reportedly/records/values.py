"""What the text gives: evidence, and the values that point to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from reportedly.records.vocabulary import (
    ActorKind,
    Calendar,
    CountKind,
    Exposure,
    Granularity,
    Precision,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A passage of a cleaned text: ``text[start:end] == quote``."""

    text_id: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Generic[T]):
    """A value with the passage that gives it and the rule or model that read it."""

    value: T
    evidence: Evidence
    made_by: str
    confidence: float | None = None  # calibrated, or None where nothing calibrated it
    asserted_by: str | None = None  # the speaker, where it is not the report's own


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCandidate:
    """Another reading of a toponym, with its score (0 to 1)."""

    gazetteer_id: str
    name: str
    country: str | None
    score: float
    reason: str | None = None  # 'largest of 12 places of this name'


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the gazetteer; coordinates are WGS84 degrees."""

    name: str
    gazetteer_id: str | None = None  # of GeoNames, else 'region:…', 'site:…' and the like
    lat: float | None = None
    lon: float | None = None
    country: str | None = None  # ISO 3166-1 alpha-2
    admin1: str | None = None
    feature_class: str | None = None  # GeoNames: P populated, A administrative, S site, T, H, L
    precision: Precision = "town"
    alternatives: tuple[PlaceCandidate, ...] = ()
    reason: str | None = None  # why this one: 'Ohio is named beside it'


@dataclass(frozen=True, slots=True, kw_only=True)
class DateValue:
    """A time as an interval with a granularity; never a day that the text does not give."""

    earliest: date | None
    latest: date | None
    granularity: Granularity
    calendar: Calendar = "gregorian"
    text: str = ""
    timex_value: str | None = None  # TIMEX3 value where there is one
    anchor: str | None = None  # publication | dateline | narrative | none needed


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How a phrase stands to the name inside it: a supporter of X is not X."""

    kind: str  # supporter_of | member_of | relative_of | former
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts or is acted upon, by a neutral name; epithets stand in `framing`."""

    name: str
    kind: ActorKind = "unknown"
    sectors: tuple[str, ...] = ()  # PLOVER sector codes, primary first
    country: str | None = None
    aliases: tuple[str, ...] = ()
    entity_id: str | None = None
    registry_id: str | None = None
    relation: Relation | None = None
    exposure: Exposure = "private"
    framing: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of people as the text gives it; low and high are None where open."""

    kind: CountKind
    low: int | None
    best: int | None
    high: int | None
    text: str
    cumulative: bool = False
    shared_key: str | None = None  # one number for several reports
