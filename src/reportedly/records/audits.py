"""What people code beside the program: samples read blind, and rows of other data sets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from reportedly.records.values import Count, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class SampledArticle:
    """One article of a sample; `weight` is how many of the collection it stands for."""

    article_id: str
    text_id: str
    stratum: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Articles drawn at random, in the order of coding."""

    seed: int
    by: Literal["type", "outlet", "month"] | None
    population: int
    analysers: tuple[str, ...]
    articles: tuple[SampledArticle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """What a coder entered of a sampled article without seeing ours; added, never changed."""

    sample: int
    article_id: str
    text_id: str
    by: str  # a pseudonym
    at: str  # ISO time
    # done: the article was read to its end; undo takes back an earlier coding of the same coder
    kind: Literal["report", "done", "undo"]
    cells: tuple[tuple[str, str], ...] = ()  # columns of a coding sheet; for undo ('number', …)
    seconds: float | None = None  # that it took


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedRow:
    """One row of somebody's hand-coded data set: a record of its source, never one of ours."""

    row_id: str  # SHA-256 of source and cells: equal rows are one record
    source: str
    file: str
    line: int
    own_id: str | None  # the data set's own id of the event
    types: tuple[str, ...]  # what it may be: a PLOVER type, or 'TYPE mode'; the likeliest first
    type_words: str  # the row's type in the data set's words
    earliest: date | None
    latest: date | None
    place: Place | None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    counts: tuple[Count, ...] = ()
    outlets: tuple[str, ...] = ()
    words: str | None = None  # the row's own note
