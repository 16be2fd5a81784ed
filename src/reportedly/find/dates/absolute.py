"""Values of expressions that name a day, month, year or longer by the calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from reportedly.find.dates.anchor import Anchor
from reportedly.find.dates.calendars import calendar_of_year, calendar_time, year_in
from reportedly.find.dates.expressions import Parts
from reportedly.find.dates.nearest import distance, nearest
from reportedly.find.dates.setting import Setting
from reportedly.find.dates.tense import Tense
from reportedly.find.dates.times import (
    Time,
    add_months,
    century_of,
    day_of,
    decade_of,
    range_of,
    season_of,
    season_year,
    week_of,
    weekend_of,
    year_of,
)
from reportedly.find.dates.timex import within_day
from reportedly.records import Calendar, Granularity

_FAR_AHEAD, _JUST_BEEN = 240, 120  # days
_JALALI_SEASONS = ("SP", "SU", "FA", "WI")


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
    short = parts.year2 < 100  # 'the 2012-13 season'
    return _ordered(first, _year(parts.year2 + (parts.year // 100 * 100 if short else 0)))


def _year(year: int) -> Time:
    calendar = calendar_of_year(year)
    if calendar == "gregorian":
        return year_of(year)
    return _months(calendar, (year, 1), (year, 12), "year")


def _months(
    calendar: Calendar, first: tuple[int, int], last: tuple[int, int], granularity: Granularity
) -> Time:
    """From one month to another of a calendar other than ours, each as (year, month)."""
    begin, end = calendar_time(calendar, *first, None), calendar_time(calendar, *last, None)
    return replace(begin, latest=end.latest, granularity=granularity)


def _ordered(first: Time, last: Time | None) -> Time | None:
    if last is None:
        return None
    if first.earliest is None or last.latest is None:  # no year, and no day to count from
        return replace(range_of(first, last), earliest=None, latest=None)
    return range_of(first, last) if first.earliest <= last.latest else None


def _with_part(time: Time | None, parts: Parts) -> Time | None:
    if time is None or time.granularity != "day" or not (parts.part or parts.clock):
        return time
    timex = within_day(time.timex, parts.part, parts.clock) if time.timex else None
    return replace(time, granularity="time", timex=timex, kind="time")


def _point(
    parts: Parts, month: int, day: int | None, year: int | None, setting: Setting
) -> Time | None:
    if year is None and parts.unit == "year" and parts.relation is not None and setting.anchor:
        year = setting.anchor.day.year + parts.relation  # 'January last year'
        return replace(calendar_time("gregorian", year, month, day), anchor=setting.anchor.kind)
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
            if (distance(r, anchor.day) < 0) == (parts.relation < 0)
            and distance(r, anchor.day) != 0
        ]
    elif parts.relation == 0:  # 'this September'
        readings = [r for r in readings if r.earliest and r.earliest.year == anchor.day.year]
    elif parts.weekday and day is not None:
        agreeing = [r for r in readings if r.earliest and r.earliest.isoweekday() == parts.weekday]
        readings = agreeing or readings
    found = nearest(readings, anchor, tense)
    if found is None or day is None or parts.relation is not None:
        return found
    # nobody plans a day that far ahead without a year, if the same day has just been
    far = distance(found, anchor.day) > _FAR_AHEAD
    been = any(-_JUST_BEEN <= distance(r, anchor.day) < 0 for r in readings)
    return nearest(readings, anchor, None) if far and been else found


def _readings(parts: Parts, month: int, day: int | None, year: int) -> Iterator[Time]:
    for candidate in range(year - 4, year + 5) if day == 29 else range(year - 1, year + 2):
        try:
            yield calendar_time(parts.calendar or "gregorian", candidate, month, day)
        except ValueError:  # 29 February outside leap years
            continue


def numeric(parts: Parts, setting: Setting) -> Time | None:
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
    if setting.day_first is not None:
        month = parts.second if setting.day_first else parts.first
        return next(r for r in readings if r.earliest and r.earliest.month == month)
    return replace(readings[0], latest=readings[-1].latest, granularity="range", timex=None)


def day_of_month(parts: Parts, setting: Setting) -> Time | None:
    """'el día 8': of the month of the text, or the one beside it, whichever is nearer."""
    if parts.day is None:
        return None
    if setting.anchor is None:
        return Time(earliest=None, latest=None, granularity="day", timex=f"XXXX-XX-{parts.day:02d}")
    readings: list[Time] = []
    for step in (-1, 0, 1):
        month = add_months(setting.anchor.day.replace(day=1), step)
        if parts.day <= monthrange(month.year, month.month)[1]:
            readings.append(day_of(month.replace(day=parts.day)))
    if parts.relation:  # 'el próximo día 12'
        readings = [
            r for r in readings if (distance(r, setting.anchor.day) > 0) == (parts.relation > 0)
        ]
    return nearest(readings, setting.anchor, setting.tense)


def decade(parts: Parts, _setting: Setting) -> Time | None:
    """'the 1980s', 'the nineties'."""
    if parts.decade is None:
        return None
    if parts.calendar == "jalali":  # 'دهه ۷۰' is that of 1370
        year = parts.decade if parts.decade >= 100 else 1300 + parts.decade
        return _months("jalali", (year, 1), (year + 9, 12), "decade")
    year = parts.decade if parts.decade >= 100 else 1900 + parts.decade
    return decade_of(year)


def century(parts: Parts, _setting: Setting) -> Time | None:
    """'the 19th century'."""
    return century_of(parts.ordinal) if parts.ordinal else None


def season(parts: Parts, setting: Setting) -> Time | None:
    """'autumn 2020', 'last winter', 'in the spring'."""
    if parts.season is None:
        return None
    if parts.year is not None:
        if calendar_of_year(parts.year) == "jalali":  # whose seasons are its quarters
            month = 3 * _JALALI_SEASONS.index(parts.season) + 1
            return _months("jalali", (parts.year, month), (parts.year, month + 2), "season")
        return season_of(parts.year, parts.season)
    if setting.anchor is None:
        return Time(earliest=None, latest=None, granularity="season", timex=f"XXXX-{parts.season}")
    year = season_year(setting.anchor.day, parts.season, parts.relation or 0)
    return replace(season_of(year, parts.season), anchor=setting.anchor.kind)


def named_day(parts: Parts, setting: Setting) -> Time | None:
    """'Bastille Day', 'Nowruz 1403', 'Thanksgiving'; a day that was once is only remembered."""
    named = setting.named_day
    if named is None:
        return None
    if named.only is not None:
        time = Time(earliest=None, latest=None, granularity="day", timex=str(named.only))
        return replace(time, kind="occasion", remembered=named.only)
    if parts.year is not None:
        calendar = calendar_of_year(parts.year)
        year = parts.year if calendar == named.calendar else None
        first = date(parts.year, 1, 1) if calendar == "gregorian" else None
        found = named.year_time(year) if year is not None else None
        if found is None and first is not None:
            around = year_in(named.calendar, first)
            readings = [named.year_time(y) for y in (around, around + 1)]
            found = next((r for r in readings if r and _in_year(r, parts.year)), None)
        return replace(found, remembered=named.remembers) if found else None
    if setting.anchor is None:
        return Time(
            earliest=None, latest=None, granularity="day", timex=None, calendar=named.calendar
        )
    here = year_in(named.calendar, setting.anchor.day)
    near = [named.year_time(year) for year in (here - 1, here, here + 1)]
    choice = nearest([r for r in near if r is not None], setting.anchor, setting.tense)
    return replace(choice, remembered=named.remembers) if choice else None


def named_week(parts: Parts, setting: Setting) -> Time | None:
    """'Easter week', 'Thanksgiving weekend': the week from Monday that holds the day."""
    time = named_day(parts, setting)
    if time is None or time.earliest is None:
        return time
    there = weekend_of(time.earliest) if parts.unit == "weekend" else week_of(time.earliest)
    return replace(there, anchor=time.anchor)


def _in_year(time: Time, year: int) -> bool:
    return time.earliest is not None and time.earliest.year == year
