"""Inputs and articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from reportedly.records.vocabulary import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """One input as it came: the bytes of a file, of an archive's member or of a row."""

    raw_id: str  # SHA-256 of content
    content: bytes
    media: Literal["html", "text", "row"]  # row: one JSON object (from JSONL, CSV or a feed)
    source: str  # path as the user gave it, with '!member' inside archives
    position: int | None = None  # 1-based row, where the source holds several inputs
    retrieved: str | None = None  # ISO time, where the container tells
    url: str | None = None  # the address that these bytes came from, where the container tells


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Text around the article that was cut: offsets are of the raw text, not of `text`."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Glued:
    """Words that the source runs together; the split is a view beside the text."""

    start: int
    end: int
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One published text with its outlet; `text` is the coordinate system of all spans."""

    article_id: str
    raw_id: str
    text_id: str  # SHA-256 of text
    text: str
    input_id: str | None = None  # the input's own id, kept and shown
    url: str | None = None
    outlet: str | None = None
    outlet_basis: Basis | None = None
    side: str | None = None  # as stated by the user or a registry; None is unknown, never guessed
    side_basis: Basis | None = None
    owner: str | None = None
    title: str | None = None
    byline: str | None = None
    published: date | None = None
    published_basis: str | None = None  # input | metadata | url | guessed
    published_time: str | None = None  # ISO time of that day, where the publisher gives it
    language: str | None = None  # ISO 639-1
    retrieved: str | None = None
    credit: str | None = None  # the agency that the text itself credits
    invented: bool = False  # the text says that it is invented
    furniture: tuple[Furniture, ...] = ()
    glued: tuple[Glued, ...] = ()
    # pieces of text in the raw text: (start in text, start in raw text, length)
    pieces: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """An input or stage that failed, with the reason in one line."""

    source: str
    position: int | None = None
    stage: str
    reason: str
    raw_id: str | None = None
    input_id: str | None = None
