"""TIMEX3 values: how the annotation standard TimeML writes days, clock times and durations.

`2024-03-12T21:00` is a clock time, `P2DT..` a length, `XXXX-WXX-5` any Friday, `PAST_REF` a past
that the text leaves open. Ends of day follow TimeML: noon is T12:00, midnight T24:00.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_UNITS: Mapping[str, str] = MappingProxyType(
    {
        "second": "TS",
        "minute": "TM",
        "hour": "TH",
        "day": "D",
        "night": "NI",
        "week": "W",
        "weekend": "WE",
        "month": "M",
        "quarter": "Q",
        "year": "Y",
        "fortnight": "W",
        "decade": "E",
        "century": "C",
    }
)
# units that count in others where their number is known
_MULTIPLES: Mapping[str, tuple[str, int]] = MappingProxyType(
    {"fortnight": ("week", 2), "decade": ("year", 10), "century": ("year", 100)}
)
_HALVES: Mapping[str, tuple[str, int]] = MappingProxyType(
    {
        "year": ("month", 6),
        "day": ("hour", 12),
        "hour": ("minute", 30),
        "minute": ("second", 30),
        "decade": ("year", 5),
        "century": ("year", 50),
    }
)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2}?)(?:[:.]?(?P<minute>\d\d))?(?!\d) ?(?P<half>[ap])?", re.IGNORECASE
)
_WORDS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
_LATE_PARTS = frozenset({"AF", "EV", "NI"})


def duration_timex(number: int | None, unit: str, *, half: bool = False) -> str:
    """'P2D', 'PT3H'; 'PXW' where the number is open; fortnights in weeks, decades in years.

    `half` adds half a unit: two and a half years are P2Y6M, half an hour (0 and a half) PT30M.
    """
    if half and number is not None and unit in _HALVES:
        smaller, amount = _HALVES[unit]
        second = duration_timex(amount, smaller)
        if number == 0:
            return second
        first = duration_timex(number, unit)
        return first + second.removeprefix("PT" if "T" in first else "P")
    if unit in _MULTIPLES and number is not None:
        unit, factor = _MULTIPLES[unit]
        number *= factor
    amount_text = "X" if number is None else str(number)
    code = _UNITS[unit]
    return f"PT{amount_text}{code[1]}" if code in ("TS", "TM", "TH") else f"P{amount_text}{code}"


def clock_timex(clock: str, part: str | None = None) -> str | None:
    """'T21:00' of '9 p.m.'; a part of the day tells which nine o'clock: '9 in the evening'."""
    word = clock.lower().split()[0] if clock.strip() else ""
    if word in _WORDS:
        return _WORDS[word]
    match = _CLOCK.match(clock.strip())
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif not half and part in _LATE_PARTS and hour < 12:
        hour += 12
    return f"T{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def within_day(day: str, part: str | None, clock: str | None) -> str:
    """A day's value with a clock time, else with a part of the day: MO, AF, EV, NI."""
    time = clock_timex(clock, part) if clock else None
    return day + (time or (f"T{part}" if part else ""))
