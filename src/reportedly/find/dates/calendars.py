"""Gregorian, Jalali and Hijri days and months as intervals of Gregorian days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from reportedly.find.dates.times import Time, day_of, month_of
from reportedly.records import Calendar

# Hijri months begin with a sighted moon: a computed day may be one off either way.
_MOON = timedelta(days=1)


def calendar_time(calendar: Calendar, year: int, month: int, day: int | None) -> Time:
    """A day or a month of one of the calendars.

    Raises:
        ValueError: if the calendar has no such day, or the tables do not reach that far.
    """
    if calendar == "gregorian":
        return month_of(year, month) if day is None else day_of(date(year, month, day))
    first = _first_day(calendar, year, month, day or 1)
    if day is not None:
        return replace(first, calendar=calendar)
    next_year, next_month = (year + 1, 1) if month == 12 else (year, month + 1)
    after = _first_day(calendar, next_year, next_month, 1)
    assert after.latest is not None
    latest = after.latest - timedelta(days=1)
    return replace(first, latest=latest, granularity="month", timex=None, calendar=calendar)


def _first_day(calendar: Calendar, year: int, month: int, day: int) -> Time:
    if calendar == "jalali":
        from persiantools.jdatetime import JalaliDate

        return day_of(JalaliDate(year, month, day).to_gregorian())  # type: ignore[no-untyped-call]  # the package has no types here
    from hijridate import Hijri

    converted = Hijri(year, month, day).to_gregorian()
    middle = date(converted.year, converted.month, converted.day)
    return replace(day_of(middle), earliest=middle - _MOON, latest=middle + _MOON)


def year_in(calendar: Calendar, day: date) -> int:
    """The year of a calendar in which a Gregorian day falls.

    Raises:
        ValueError: if the tables of the calendar do not reach that far.
    """
    if calendar == "jalali":
        from persiantools.jdatetime import JalaliDate

        return int(JalaliDate(day).year)  # type: ignore[no-untyped-call]  # as above
    if calendar == "hijri":
        from hijridate import Gregorian

        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    return day.year


def calendar_of_year(year: int) -> Calendar:
    """The calendar of a bare year of our time: 1402 is Jalali, 1446 Hijri, 2024 Gregorian.

    English text is searched for such years only from 1300 on; years that Europe could mean
    as well (the 14th century) are read so in Persian and Arabic text alone.
    """
    if 1270 <= year < 1415:
        return "jalali"
    return "hijri" if 1415 <= year < 1500 else "gregorian"
