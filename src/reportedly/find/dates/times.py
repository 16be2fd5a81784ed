"""Intervals of time and how they are named: days, weeks, months and longer."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Literal

from reportedly.records import Calendar, Granularity

MentionKind = Literal["date", "time", "duration", "set", "occasion"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """What a time expression denotes; an interval that the text leaves open is None."""

    earliest: date | None
    latest: date | None
    granularity: Granularity
    timex: str | None  # TIMEX3 value
    kind: MentionKind = "date"
    calendar: Calendar = "gregorian"
    anchor: str = "none needed"
    quarter: tuple[int, int] | None = None  # year and number, where the text tells a quarter
    remembered: date | None = None  # what a named day is in memory of


def day_of(day: date, part: str | None = None) -> Time:
    """A day, or a part of it (TIMEX3 code: MO, AF, EV, NI …)."""
    timex = day.isoformat() + (f"T{part}" if part else "")
    kind: MentionKind = "time" if part else "date"
    return Time(
        earliest=day,
        latest=day,
        granularity="time" if part else "day",
        timex=timex,
        kind=kind,
    )


def week_of(day: date) -> Time:
    """The week from Monday to Sunday that holds a day."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    timex = f"{year}-W{week:02d}"
    sunday = monday + timedelta(days=6)
    return Time(earliest=monday, latest=sunday, granularity="week", timex=timex)


def weekend_of(day: date) -> Time:
    """Saturday and Sunday of the week that holds a day."""
    week = week_of(day)
    assert week.latest is not None
    saturday = week.latest - timedelta(days=1)
    return replace(week, earliest=saturday, granularity="range", timex=f"{week.timex}-WE")


def month_of(year: int, month: int) -> Time:
    """A month of the Gregorian calendar."""
    last = date(year, month, monthrange(year, month)[1])
    timex = f"{year:04d}-{month:02d}"
    return Time(earliest=date(year, month, 1), latest=last, granularity="month", timex=timex)


def year_of(year: int) -> Time:
    """A year of the Gregorian calendar."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return Time(earliest=first, latest=last, granularity="year", timex=f"{year:04d}")


def decade_of(year: int) -> Time:
    """The ten years that begin with a year that ends in 0."""
    first, last = date(year, 1, 1), date(year + 9, 12, 31)
    return Time(earliest=first, latest=last, granularity="decade", timex=f"{year // 10:03d}")


def century_of(number: int) -> Time:
    """The 19th century as 1801 to 1900."""
    first, last = date(100 * number - 99, 1, 1), date(100 * number, 12, 31)
    timex = f"{number - 1:02d}"
    return Time(earliest=first, latest=last, granularity="century", timex=timex)


def quarter_of(year: int, number: int) -> Time:
    """A quarter of a year."""
    first, last = month_of(year, 3 * number - 2), month_of(year, 3 * number)
    return replace(
        last,
        earliest=first.earliest,
        granularity="range",
        timex=f"{year}-Q{number}",
        quarter=(year, number),
    )


def half_of(year: int, number: int) -> Time:
    """The first or second half of a year."""
    first, last = month_of(year, 6 * number - 5), month_of(year, 6 * number)
    timex = f"{year}-H{number}"
    return replace(last, earliest=first.earliest, granularity="range", timex=timex)


_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


def season_of(year: int, season: str) -> Time:
    """A season by its months in the north; open there, as the text may stand in the south.

    Seasons of the two halves of the Earth differ: the interval is therefore the whole year
    (for winter, which crosses the new year, with the two months after it).
    """
    last = month_of(year + 1, 2).latest if season == "WI" else date(year, 12, 31)
    timex = f"{year}-{season}"
    return Time(earliest=date(year, 1, 1), latest=last, granularity="season", timex=timex)


def season_year(day: date, season: str, steps: int) -> int:
    """The year of the last (-1), current (0) or next (1) season as seen on a day."""
    first, _ = _SEASON_MONTHS[season]
    begun = day.month >= first or (season == "WI" and day.month <= 2)
    year = day.year - 1 if season == "WI" and day.month <= 2 else day.year
    if steps < 0:
        over = not begun or _inside(day, season)
        return year - 1 if over else year
    if steps > 0:
        return year + 1 if begun else year
    return year


def _inside(day: date, season: str) -> bool:
    first, last = _SEASON_MONTHS[season]
    if first <= last:
        return first <= day.month <= last
    return day.month >= first or day.month <= last


def range_of(first: Time, last: Time) -> Time:
    """From the beginning of one time to the end of another."""
    timex = f"{first.timex}/{last.timex}" if first.timex and last.timex else None
    return replace(first, latest=last.latest, granularity="range", timex=timex, kind="date")


def add_months(day: date, months: int) -> date:
    """The same day of another month, or its last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shifted(day: date, unit: str, steps: int) -> Time:
    """The day, week, month … that lies some units away, no finer than the unit itself.

    Hours and minutes stay near the day: those that may cross midnight give both days.
    """
    if unit in _CLOCK_UNITS:
        return _hours_away(day, steps if unit == "hour" else (1 if steps > 0 else -1))
    if unit in _DAYS:
        there = day + timedelta(days=steps * _DAYS[unit])
        return _BY_DAYS[unit](there)
    months = add_months(day, steps * MONTHS[unit])
    return _BY_MONTHS[unit](months)


def _hours_away(day: date, hours: int) -> Time:
    edge = day + timedelta(days=hours // 24 if hours < 0 else -(-hours // 24))
    first, last = min(edge, day), max(edge, day)
    return Time(earliest=first, latest=last, granularity="time", timex=None, kind="time")


_CLOCK_UNITS = frozenset({"second", "minute", "hour"})
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}
_BY_DAYS: Mapping[str, Callable[[date], Time]] = MappingProxyType(
    {
        "day": day_of,
        "night": lambda day: day_of(day, "NI"),
        "week": week_of,
        "fortnight": week_of,
        "weekend": weekend_of,
    }
)
MONTHS: Mapping[str, int] = MappingProxyType(
    {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
)
_BY_MONTHS: Mapping[str, Callable[[date], Time]] = MappingProxyType(
    {
        "month": lambda day: month_of(day.year, day.month),
        "quarter": lambda day: quarter_of(day.year, (day.month + 2) // 3),
        "year": lambda day: year_of(day.year),
        "decade": lambda day: decade_of(day.year // 10 * 10),
        "century": lambda day: century_of((day.year - 1) // 100 + 1),
    }
)
