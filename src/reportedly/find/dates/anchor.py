"""The day from which a text counts: 'yesterday' is the day before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from reportedly.parse import Document
from reportedly.parse.mastheads import masthead_of
from reportedly.parse.plain import paragraphs
from reportedly.records import Article

_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_URL_DAY = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})(?=\D|$)")
# 'COASTTOWN, Aug 13, 2023 (Agency) - ', 'Hilltown, 13 August 2023 — ' in the first lines
_DATELINE = (
    r"[A-Z][\w.’' -]{1,40}(?:,[^\S\n]+[A-Z][\w.’' -]{1,30})?,[^\S\n]+"
    r"(?P<date>(?:(?P<month>[A-Z][a-z]{2})[a-z]*\.?[^\S\n]+(?P<day>\d{1,2})"
    r"|(?P<day2>\d{1,2})[^\S\n]+(?P<month2>[A-Z][a-z]{2})[a-z]*\.?)"
    r"(?:,?[^\S\n]+(?P<year>(?:19|20)\d\d))?)"
    r"(?=[^\S\n]*(?:\([^)\n]{2,50}\)|[-–—]|/PR|:))"
)
_IN_LINE = re.compile(_DATELINE)
_AT_START = re.compile(rf"^[^\S\n]*{_DATELINE}", re.MULTILINE)
_TO_PRINT = 3  # days from writing to publication
_FIRST_LINES = 600  # characters in which a dateline can stand


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day with where it comes from."""

    day: date
    kind: Literal["publication", "dateline", "url", "speech"]


def anchor_of(document: Document) -> Anchor | None:
    """The publication day, else the dateline's, else the URL's; never the day of reading.

    A day of publication that was only guessed stands behind the other two. A dateline of the days
    right before publication tells when the text was written: "today" is that day.
    """
    article = document.article
    published = Anchor(article.published, "publication") if article.published else None
    if published is not None and article.published_basis != "guessed":
        written = _of_dateline(document.text, published.day)
        fresh = written is not None and 0 <= (published.day - written.day).days <= _TO_PRINT
        return written if fresh else published
    return _of_dateline(document.text) or _of_url(article) or published


def dateline_span(text: str) -> tuple[int, int] | None:
    """Bounds of the date in a dateline: it dates the text and no act."""
    match = _dateline(text)
    return match.span("date") if match else None


def _dateline(text: str) -> re.Match[str] | None:
    """A dateline with a day, at the start of one of the first lines or behind its headline."""
    found = _AT_START.search(text[:_FIRST_LINES])
    if found is not None:
        return found
    masthead = masthead_of(text, *next(paragraphs(text), (0, 0)))
    return None if masthead is None else _IN_LINE.match(text, masthead.dateline)


def _of_dateline(text: str, published: date | None = None) -> Anchor | None:
    """The day of a dateline; one without a year is of the year of publication."""
    match = _dateline(text)
    if match is None or (match["year"] is None and published is None):
        return None
    month = (match["month"] or match["month2"]).lower()
    day = match["day"] or match["day2"]
    if month not in _MONTHS:
        return None
    year = int(match["year"]) if published is None or match["year"] else published.year
    found = _date(year, _MONTHS.index(month) + 1, int(day))
    return Anchor(found, "dateline") if found else None


def _of_url(article: Article) -> Anchor | None:
    match = _URL_DAY.search(article.url or "")
    if match is None:
        return None
    found = _date(int(match["year"]), int(match["month"]), int(match["day"]))
    return Anchor(found, "url") if found else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
