"""Jalali and Hijri days against converters written anew from their rules, 1900 to 2100."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportedly.find.dates.calendars import calendar_time, year_in
from reportedly.find.dates.named_days import load_named_days

_LEAP_IN_33 = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_NEW_YEAR_1379 = date(2000, 3, 20)
_ISLAMIC_EPOCH = date(622, 7, 19)


def _jalali(year: int, month: int, day: int) -> date:
    """By the cycle of 33 years, which holds from 1178 to 1633."""
    first = _NEW_YEAR_1379
    step = 1 if year > 1379 else -1
    for passed in range(min(year, 1379), max(year, 1379)):
        first += timedelta(days=step * (366 if passed % 33 in _LEAP_IN_33 else 365))
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return first + timedelta(days=before + day - 1)


def _tabular_hijri(year: int, month: int, day: int) -> date:
    """By the calendar of old almanacs: 11 leap years in 30."""
    leaps = sum((11 * y + 14) % 30 < 11 for y in range(1, year))
    months = sum(30 if m % 2 else 29 for m in range(1, month))
    return _ISLAMIC_EPOCH + timedelta(days=354 * (year - 1) + leaps + months + day - 1)


@settings(max_examples=300, deadline=None)
@given(year=st.integers(1279, 1478), month=st.integers(1, 12), day=st.integers(1, 29))
def test_jalali_days(year: int, month: int, day: int) -> None:
    time = calendar_time("jalali", year, month, day)
    assert time.earliest == time.latest == _jalali(year, month, day)
    assert year_in("jalali", time.earliest) == year


@settings(max_examples=300, deadline=None)
@given(year=st.integers(1318, 1523), month=st.integers(1, 12), day=st.integers(1, 29))
@example(year=1348, month=12, day=29)  # a month of 28 days in the tables
def test_hijri_days_are_a_day_unsure(year: int, month: int, day: int) -> None:
    time = calendar_time("hijri", year, month, day)
    assert time.earliest is not None
    assert time.latest is not None
    middle = time.earliest + timedelta(days=1)
    assert time.latest - time.earliest == timedelta(days=2)
    # the sighted calendar of the tables may run two days from the reckoned one
    assert abs((middle - _tabular_hijri(year, month, day)).days) <= 2


@settings(max_examples=200, deadline=None)
@given(day=st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_each_day_lies_in_its_year(day: date) -> None:
    for calendar in ("jalali", "hijri"):
        year = year_in(calendar, day)  # type: ignore[arg-type]  # one of the calendars
        first = calendar_time(calendar, year, 1, 1)  # type: ignore[arg-type]
        after = calendar_time(calendar, year + 1, 1, 1)  # type: ignore[arg-type]
        assert first.earliest is not None
        assert after.latest is not None
        assert first.earliest <= day <= after.latest


FEASTS = [
    ("thanksgiving day", 2019, "2019-11-28", "the fourth Thursday of November"),
    ("good friday", 2023, "2023-04-07", "two days before Easter"),
    ("orthodox easter", 2023, "2023-04-16", "the Julian reckoning"),
    ("election day", 2020, "2020-11-03", "the Tuesday after the first Monday"),
    ("memorial day", 2021, "2021-05-31", "the last Monday of May"),
    ("diwali", 2022, "2022-10-24", "from the library"),
    ("passover", 2024, "2024-04-23", "from the library"),
    ("nowruz", 1403, "2024-03-20", "by the Jalali year"),
    ("quds day", 1445, "2024-04-05", "the last Friday of Ramadan"),
]


@pytest.mark.parametrize(("name", "year", "day", "why"), FEASTS)
def test_named_days(name: str, year: int, day: str, why: str) -> None:
    named = load_named_days().by_name[name][0]
    time = named.year_time(year)
    assert time is not None, why
    assert str(time.latest) == day, why
