"""What holds across articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from reportedly.records.values import Actor, Count, Evidence, Found, Place
from reportedly.records.vocabulary import EchoKind, EventType, Polarity, Realis


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Characters of one article that stand in another."""

    start: int
    end: int
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoMember:
    """An article of an echo and how its text stands to the origin's."""

    article_id: str
    kind: EchoKind
    passages: tuple[Passage, ...] = ()  # here → origin
    shared: float = 0.0  # share of its words that stand in the origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """Articles that share text, with the earliest or named source as origin."""

    echo_id: str
    origin: str | None  # article_id, None where it cannot be known
    members: tuple[EchoMember, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """Five plain counts, never a score: see docs/names.md."""

    reports: int
    texts: int
    voices: tuple[str, ...]
    owners: tuple[str, ...]
    sides: tuple[str, ...]
    owners_unknown: int = 0
    sides_unknown: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Values of one field side by side, each with the reports that give it."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]  # (value as words, report ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Reports that tell the same act; values chosen by the named rule."""

    event_id: str
    reports: tuple[str, ...]  # asserting
    denials: tuple[str, ...]
    withdrawn: tuple[str, ...]
    type: EventType | None
    mode: str | None
    realis: Realis
    polarity: Polarity
    retold: bool
    actors: tuple[Actor, ...]
    alleged_actors: tuple[Found[Actor], ...]
    recipients: tuple[Actor, ...]
    place: Place | None
    earliest: date | None
    latest: date | None
    counts: tuple[Found[Count], ...]
    corroboration: Corroboration
    contradictions: tuple[Contradiction, ...]
    rule: str
    merged_into: str | None = None
    split_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """Events whose coordination a text asserts; likeness alone is a `series`."""

    campaign_id: str
    kind: Literal["campaign", "series"]
    events: tuple[str, ...]
    asserted_by: tuple[str, ...]  # report ids
    basis: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """Claims alike in content, across outlets and time."""

    narrative_id: str
    claims: tuple[str, ...]  # article_id/claim_id
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision about records, by the machine or a person; added, never overwritten."""

    # undo takes back an earlier one of the same person: `value` is its number
    kind: Literal["same", "different", "correct", "reject", "accept", "undo"]
    subject: str  # report_id
    other: str | None  # report_id, for same and different
    by: str  # 'machine' or a reviewer's pseudonym
    at: str | None  # ISO time, for a person's
    score: float | None
    reasons: tuple[str, ...]
    comment: str | None = None
    field: str | None = None  # for correct
    value: str | None = None
