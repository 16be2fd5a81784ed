"""Gregorian, Jalali and Hijri days and months as intervals of Gregorian days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from reportedly.find.dates.times import Time, day_of, month_of
from reportedly.records import Calendar

# Hijri months begin with a sighted moon: a computed day may be one off either way.
_MOON = timedelta(days=1)
_TABLES = (1343, 1500)  # the Hijri years of the tables
_HIJRI_EPOCH = date(622, 7, 19)  # 1 Muharram 1 in the Gregorian calendar


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
    middle = _of_hijri(year, month, day)
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
        return _hijri_year(day)
    return day.year


def _of_hijri(year: int, month: int, day: int) -> date:
    """By the tables of Umm al-Qura, beyond their years by the reckoning of old almanacs."""
    from hijridate import Hijri

    if not (1 <= month <= 12 and 1 <= day <= 30 and year >= 1):
        raise ValueError(f"no such day: {year}-{month}-{day}")
    if _TABLES[0] <= year <= _TABLES[1]:
        first = Hijri(year, month, 1).to_gregorian()
        # a sighted month may last a day or two longer than in the tables (12/1348 has 28 there)
        return date(first.year, first.month, first.day) + timedelta(days=day - 1)
    leap_days = (11 * year + 3) // 30
    days = day + 29 * (month - 1) + month // 2 + 354 * (year - 1) + leap_days
    return _HIJRI_EPOCH + timedelta(days=days - 1)


def _hijri_year(day: date) -> int:
    year = int(((day - _HIJRI_EPOCH).days) / 354.36667) + 1
    while _of_hijri(year + 1, 1, 1) <= day:
        year += 1
    while _of_hijri(year, 1, 1) > day:
        year -= 1
    return year


def calendar_of_year(year: int) -> Calendar:
    """The calendar of a bare year of our time: 1402 is Jalali, 1446 Hijri, 2024 Gregorian.

    English text is searched for such years only from 1300 on; years that Europe could mean
    as well (the 14th century) are read so in Persian and Arabic text alone.
    """
    if 1270 <= year < 1415:
        return "jalali"
    return "hijri" if 1415 <= year < 1500 else "gregorian"
