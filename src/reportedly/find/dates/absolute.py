"""Values of expressions that name a day, month, year or longer by the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from reportedly.find.dates.anchor import Anchor
from reportedly.find.dates.calendars import calendar_of_year, calendar_time, year_in
from reportedly.find.dates.expressions import Parts
from reportedly.find.dates.setting import Setting
from reportedly.find.dates.tense import Tense
from reportedly.find.dates.times import (
    Time,
    century_of,
    decade_of,
    quarter_of,
    range_of,
    season_of,
    season_year,
    year_of,
)

# A year-less date this near to the anchor is taken as it stands, whatever the tense says.
_NEAR_DAYS = 31


def calendar_point(parts: Parts, setting: Setting) -> Time | None:
    """'12 March 2024', 'Dec. 7-9', 'March', '2017', '22 Bahman 1402'."""
    last_year = parts.year2 or parts.year
    months = [month for month in (parts.month, parts.month2) if month]
    if not months:
        return _years(parts)
    day = parts.day if parts.day is not None else parts.ordinal  # 'the first of May'
    first = _point(parts, months[0], day, parts.year or last_year, setting)
    if first is None or (parts.day2 is None and parts.month2 is None):
        return _with_part(first, parts)
    year = last_year
    if year is None and first.earliest is not None:
        year = year_in(first.calendar, first.earliest)
        year += months[-1] < months[0]  # from December to January
    last = _point(parts, months[-1], parts.day2, year, setting)
    return _ordered(first, last)


def _years(parts: Parts) -> Time | None:
    if parts.year is None:
        return None
    first = _year(parts.year)
    if parts.year2 is None:
        return first
    return _ordered(first, _year(parts.year2))


def _year(year: int) -> Time:
    calendar = calendar_of_year(year)
    if calendar == "gregorian":
        return year_of(year)
    first, last = calendar_time(calendar, year, 1, None), calendar_time(calendar, year, 12, None)
    return replace(first, latest=last.latest, granularity="year")


def _ordered(first: Time, last: Time | None) -> Time | None:
    if last is None or first.earliest is None or last.latest is None:
        return None
    return range_of(first, last) if first.earliest <= last.latest else None


def _with_part(time: Time | None, parts: Parts) -> Time | None:
    if time is None or time.granularity != "day" or not (parts.part or parts.clock):
        return time
    timex = f"{time.timex}T{parts.part}" if parts.part else time.timex
    return replace(time, granularity="time", timex=timex, kind="time")


def _point(
    parts: Parts, month: int, day: int | None, year: int | None, setting: Setting
) -> Time | None:
    if year is not None:
        calendar = parts.calendar or calendar_of_year(year)
        return calendar_time(calendar, year, month, day)
    known = parts.calendar or "gregorian"
    open_timex = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
    if setting.anchor is None:
        granularity = "month" if day is None else "day"
        timex = open_timex if known == "gregorian" else None
        return Time(
            earliest=None,
            latest=None,
            granularity=granularity,  # type: ignore[arg-type]  # one of two literals
            timex=timex,
            calendar=known,
        )
    return _nearest(parts, month, day, setting.anchor, setting.tense)


def _nearest(
    parts: Parts, month: int, day: int | None, anchor: Anchor, tense: Tense | None
) -> Time | None:
    """The reading nearest to the anchor, unless tense and weekday speak for another."""
    here = year_in(parts.calendar or "gregorian", anchor.day)
    readings = list(_readings(parts, month, day, here))
    if parts.relation:  # 'last March', 'next March': strictly before or after
        readings = [
            r
            for r in readings
            if (_distance(r, anchor.day) < 0) == (parts.relation < 0)
            and _distance(r, anchor.day) != 0
        ]
    elif parts.relation == 0:  # 'this September'
        readings = [r for r in readings if r.earliest and r.earliest.year == anchor.day.year]
    elif parts.weekday and day is not None:
        agreeing = [r for r in readings if r.earliest and r.earliest.isoweekday() == parts.weekday]
        readings = agreeing or readings
    if not readings:
        return None
    near = [r for r in readings if abs(_distance(r, anchor.day)) <= _NEAR_DAYS]
    if not near and tense is not None:
        side = [r for r in readings if (_distance(r, anchor.day) > 0) == (tense == "future")]
        readings = side or readings
    best = min(readings, key=lambda r: abs(_distance(r, anchor.day)))
    return replace(best, anchor=anchor.kind)


def _readings(parts: Parts, month: int, day: int | None, year: int) -> Iterator[Time]:
    for candidate in range(year - 4, year + 5) if day == 29 else range(year - 1, year + 2):
        try:
            yield calendar_time(parts.calendar or "gregorian", candidate, month, day)
        except ValueError:  # 29 February outside leap years
            continue


def _distance(time: Time, day: date) -> int:
    """Days from a day to an interval: negative before, 0 inside, positive after it."""
    assert time.earliest is not None and time.latest is not None
    if time.earliest > day:
        return (time.earliest - day).days
    return min((time.latest - day).days, 0)


def numeric(parts: Parts, _setting: Setting) -> Time | None:
    """'12/03/2024': day and month in either order; both readings where nothing decides."""
    assert parts.first and parts.second and parts.year
    readings: list[Time] = []
    for day, month in ((parts.first, parts.second), (parts.second, parts.first)):
        if month <= 12:
            readings.append(calendar_time("gregorian", parts.year, month, day))
    readings.sort(key=lambda r: r.earliest or date.min)
    if not readings:
        return None
    if readings[0] == readings[-1]:
        return readings[0]
    return replace(readings[0], latest=readings[-1].latest, granularity="range", timex=None)


def decade(parts: Parts, _setting: Setting) -> Time | None:
    """'the 1980s', 'the nineties'."""
    if parts.decade is None:
        return None
    year = parts.decade if parts.decade >= 100 else 1900 + parts.decade
    return decade_of(year)


def century(parts: Parts, _setting: Setting) -> Time | None:
    """'the 19th century'."""
    return century_of(parts.ordinal) if parts.ordinal else None


def quarter(parts: Parts, setting: Setting) -> Time | None:
    """'the third quarter', 'the first quarter of 1989'."""
    if parts.ordinal not in (1, 2, 3, 4):
        return None
    if parts.year is not None:
        return quarter_of(parts.year, parts.ordinal)
    if setting.anchor is None:
        return Time(earliest=None, latest=None, granularity="range", timex=f"XXXX-Q{parts.ordinal}")
    year = setting.anchor.day.year + (parts.relation or 0)
    if parts.relation is None:
        readings = [quarter_of(year + step, parts.ordinal) for step in (-1, 0)]
        begun = [r for r in readings if r.earliest and r.earliest <= setting.anchor.day]
        return replace(begun[-1], anchor=setting.anchor.kind)
    return replace(quarter_of(year, parts.ordinal), anchor=setting.anchor.kind)


def season(parts: Parts, setting: Setting) -> Time | None:
    """'autumn 2020', 'last winter', 'in the spring'."""
    if parts.season is None:
        return None
    if parts.year is not None:
        return season_of(parts.year, parts.season)
    if setting.anchor is None:
        return Time(earliest=None, latest=None, granularity="season", timex=f"XXXX-{parts.season}")
    year = season_year(setting.anchor.day, parts.season, parts.relation or 0)
    return replace(season_of(year, parts.season), anchor=setting.anchor.kind)
