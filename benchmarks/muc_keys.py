"""Reads the notation of MUC-3/4 answer keys: fills, alternatives, dates and places.

A slot is text: `-` no fill, `*` does not apply, a new line a further fill, ` / ` alternatives,
`?` before an optional fill, `X: "Y"` fill X of the string Y. Dates stand as `30 DEC 89`, on or
before (`- 08 JAN 90`) or between (`02 JAN 90 - 04 JAN 90`); places as
`COUNTRY: PLACE (KIND): PLACE (KIND)`, the finest last.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_DAY = re.compile(r"(\d{1,2})\s+([A-Z]{3})[A-Z]*\.?\s+(\d{2,4})")
_MONTH = re.compile(r"(?<!\d )\b([A-Z]{3})[A-Z]*\.?\s+(\d{2,4})\b")
_STRING = re.compile(r'"((?:\\.|[^"\\])*)"')
_EMPTY = frozenset({"", "-", "*"})
BEFORE = timedelta(days=14)  # how far 'on or before' may reach back
_FEW = frozenset(
    [
        "of",
        "the",
        "a",
        "an",
        "and",
        "in",
        "on",
        "at",
        "to",
        "for",
        "by",
        "from",
        "with",
        "de",
        "la",
        "el",
        "los",
        "las",
        "y",
        "del",
    ]
)
_CENTURY = 1900


@dataclass(frozen=True, slots=True)
class Fill:
    """One fill of a slot: any of its alternatives is right."""

    alternatives: tuple[str, ...]
    kind: str | None = None  # the X of `X: "Y"`
    optional: bool = False


Days = tuple[date, date]


def fills_of(slot: str | None) -> tuple[Fill, ...]:
    """The fills of a slot; none for `-` and `*`."""
    found = []
    for line in (slot or "").split("\n"):
        text = line.strip()
        optional = text.startswith("?")
        text = text.lstrip("? ").strip()
        if text in _EMPTY:
            continue
        own = text.split('": ')[0] + '"' if text.startswith('"') and '": ' in text else text
        strings = [s.replace('\\"', "").strip() for s in _STRING.findall(own)]
        before = text.split('"')[0].strip()
        kind = before[:-1].strip() if before.endswith(":") else None
        words = strings or [part.strip("() ") for part in text.split(" / ")]
        alternatives = tuple(dict.fromkeys(w for w in words if w not in _EMPTY))
        if alternatives or kind:
            found.append(Fill(alternatives, kind, optional))
    return tuple(found)


def kinds_of(slot: str | None) -> tuple[Fill, ...]:
    """The kinds before the colon ("DEATH: …") as fills, each once."""
    found: dict[tuple[str, ...], Fill] = {}
    for fill in fills_of(slot):
        if fill.kind is not None:
            names = tuple(part.strip() for part in fill.kind.split(" / "))
            found.setdefault(names, Fill(names, None, fill.optional))
    return tuple(found.values())


def days_of(slot: str | None) -> tuple[Days, ...]:
    """The intervals that a date slot allows; none where it is empty."""
    found = []
    for part in (slot or "").replace("?", "").split(" / "):
        text = part.strip().strip("()").strip()
        if text in _EMPTY:
            continue
        days = [day for match in _DAY.finditer(text) if (day := _day(*match.groups())) is not None]
        if len(days) > 1:
            found.append((min(days), max(days)))
        elif days and text.startswith("-"):
            found.append((days[0] - BEFORE, days[0]))
        elif days:
            found.append((days[0], days[0]))
        else:
            found.extend(_months(text))
    return tuple(found)


def overlap(one: Days, other: Days) -> bool:
    """Whether two intervals share a day."""
    return one[0] <= other[1] and other[0] <= one[1]


def places_of(slot: str | None) -> tuple[tuple[str, ...], ...]:
    """The places that a slot allows, each as its names from the country down."""
    found = []
    for part in (slot or "").replace("?", "").split(" / "):
        text = part.strip()
        if text.startswith("("):
            text = text[1:].removesuffix(")") if text.count("(") != text.count(")") or (
                text.endswith("))")) else text.strip("()")  # fmt: skip
        names = tuple(
            folded(re.sub(r"\([A-Z .,-]*\)?", "", level)) for level in re.split(r":| - ", text)
        )
        names = tuple(name for name in names if name and name not in _EMPTY)
        if names:
            found.append(names)
    return tuple(found)


def folded(text: str) -> str:
    """A name without case, accents and marks."""
    plain = unicodedata.normalize("NFKD", text)
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.casefold().split())


def shares_word(one: str, other: str) -> bool:
    """Whether two phrases share a word that says something."""
    mine, theirs = (set(folded(text).split()) - _FEW for text in (one, other))
    return bool(_stems(mine) & _stems(theirs))


def _stems(words: set[str]) -> set[str]:
    return {w[:-1] if w.endswith("s") and len(w) > 3 else w for w in words}


def _day(day: str, month: str, year: str) -> date | None:
    if month not in _MONTHS:
        return None
    number = int(year)
    try:
        return date(
            number + _CENTURY if number < 100 else number, _MONTHS.index(month) + 1, int(day)
        )
    except ValueError:
        return None


def _months(text: str) -> list[Days]:
    """'MAR 89' or '1989' as intervals."""
    found: list[Days] = []
    for month, year in _MONTH.findall(text):
        first = _day("1", month, year)
        if first is not None:
            after = (first + timedelta(days=31)).replace(day=1)
            found.append((first, after - timedelta(days=1)))
    if not found and re.fullmatch(r"-?\s*\d{4}", text):
        year_number = int(text.strip("- "))
        found.append((date(year_number, 1, 1), date(year_number, 12, 31)))
    if len(found) > 1:
        return [(min(f[0] for f in found), max(f[1] for f in found))]
    return found
