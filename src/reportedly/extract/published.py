"""Dates of publication as inputs write them: ISO, RFC 822 and plain dates in English."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from email.utils import parsedate_to_datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"),
            ("may",), ("june", "jun"), ("july", "jul"), ("august", "aug"),
            ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_PLAIN = (
    re.compile(r"\b(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"),
    re.compile(
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ -]+(?P<n>{_MONTH})\.?,?[ -]+(?P<y>\d{{4}})\b"
    ),
    re.compile(rf"\b(?P<n>{_MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b"),
    re.compile(r"\b(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})\b"),
)
_COMPACT = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?:T?\d{4,6}Z?)?")
_SLASHES = re.compile(r"\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b")
_SECONDS, _MILLISECONDS = re.compile(r"\d{9,10}(?:\.\d+)?"), re.compile(r"\d{12,13}")
_LONGEST = 80
_FIRST_YEAR, _LAST_YEAR = 1600, 2200


def parse_published(value: object) -> date | None:
    """The day that a value names; None where it names none, or where day and month are unsure.

    A time zone is not converted: the day is the one that the publisher writes. Numbers are
    read as Unix time. Never today for want of a date.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value).strip()
    if not text or len(text) > _LONGEST:
        return None
    return _unix(text) or _iso(text) or _plain(text) or _rfc822(text)


def parse_published_time(value: object) -> str | None:
    """The time of day that a value gives beside its day, as ISO, with its time zone if given.

    Midnight is what programs write for want of a time, so it is none.
    """
    moment = value if isinstance(value, datetime) else _moment(str(value).strip())
    if moment is None or moment.replace(tzinfo=None).time() == time.min:
        return None
    if _plausible(moment.date()) is None:
        return None
    return moment.timetz().isoformat("minutes" if not moment.second else "seconds")


def _moment(text: str) -> datetime | None:
    if len(text) > _LONGEST:
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _unix(text: str) -> date | None:
    if _MILLISECONDS.fullmatch(text):
        text = text[:-3]
    elif not _SECONDS.fullmatch(text):
        return None
    try:
        return _plausible(datetime.fromtimestamp(float(text), UTC).date())
    except (ValueError, OverflowError, OSError):
        return None


def _iso(text: str) -> date | None:
    try:
        return _plausible(datetime.fromisoformat(text).date())
    except ValueError:
        match = _COMPACT.fullmatch(text)
        return _built(match["y"], match["m"], match["d"]) if match else None


def _plain(text: str) -> date | None:
    lower = text.lower()
    for pattern in _PLAIN:
        if match := pattern.search(lower):
            named = match.groupdict()
            month = named["m"] if "m" in named else str(_MONTHS[named["n"]])
            return _built(named["y"], month, named["d"])
    if match := _SLASHES.search(lower):
        first, second, year = match.groups()
        if int(first) > 12 or first == second:
            return _built(year, second, first)
        # 3/14/2024 can only be the fourteenth of March; 3/4/2024 can be two days
        return _built(year, first, second) if int(second) > 12 else None
    return None


def _rfc822(text: str) -> date | None:
    try:
        return _plausible(parsedate_to_datetime(text).date())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _built(year: str, month: str, day: str) -> date | None:
    try:
        return _plausible(date(int(year), int(month), int(day)))
    except ValueError:
        return None


def _plausible(day: date) -> date | None:
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None
