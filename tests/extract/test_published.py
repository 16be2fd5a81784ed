"""Dates of publication as inputs write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract import parse_published
from reportedly.extract.published import parse_published_time

ELEVENTH = date(2024, 3, 11)


@pytest.mark.parametrize(
    "value",
    [
        "2024-03-11", "2024-03-11T23:30:00Z", "2024-03-11T23:30:00.123+03:30", "2024-03-11 06:00",
        "20240311", "20240311T060000Z", "2024/03/11", "2024.3.11",
        "Mon, 11 Mar 2024 06:00:00 GMT", "11 Mar 2024 06:00:00 -0500", "11 March 2024",
        "March 11, 2024", "Monday, March 11th, 2024 at 10:15 a.m.", "Published: 11-Mar-2024",
        "11.03.2024", "11. 3. 2024", "MARCH 11 2024", "Mar. 11, 2024",
        "1710151200", "1710151200000", 1710151200, 1710151200.5, ELEVENTH, datetime(2024, 3, 11, 6),
    ],
)  # fmt: skip
def test_one_day_in_many_forms(value: object) -> None:
    assert parse_published(value) == ELEVENTH


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("31/12/2023", date(2023, 12, 31)),  # only one reading
        ("12/31/2023", date(2023, 12, 31)),
        ("4/4/2024", date(2024, 4, 4)),  # both readings are one day
        ("3/4/2024", None),  # 3 April or 4 March: not decided
        ("2024-03", None),  # no day is given, none is added
        ("March 2024", None),
        ("2024", None),
        ("2024-02-30", None),
        ("yesterday", None),
        ("Monday", None),
        ("0001-01-01", None),
        ("", None),
        (None, None),
        (True, None),
        (["2024-03-11"], None),
        (float("nan"), None),
        ("2024-03-11" + " " * 200 + "x", None),
        ("so " * 30 + "on 11 March 2024", None),  # a sentence, not a date
    ],
)  # fmt: skip
def test_doubt_is_none(value: object, day: date | None) -> None:
    assert parse_published(value) == day


@pytest.mark.parametrize(
    ("value", "time"),
    [
        ("2024-03-11T06:10", "06:10"),
        ("2024-03-11 06:10:05", "06:10:05"),
        ("2024-03-11T06:10:05.5Z", "06:10:05+00:00"),  # a zone is kept, not converted
        ("2024-03-11T23:30:00+03:30", "23:30+03:30"),
        ("Mon, 11 Mar 2024 06:10:00 -0500", "06:10-05:00"),
        (datetime(2024, 3, 11, 6, 10), "06:10"),
        ("2024-03-11", None),
        ("2024-03-11T00:00:00Z", None),  # what programs write for want of a time
        ("11 March 2024", None),
        ("0001-01-01T06:10", None),
        ("soon", None),
        (None, None),
    ],
)
def test_the_time_beside_the_day(value: object, time: str | None) -> None:
    assert parse_published_time(value) == time


@given(st.one_of(st.text(max_size=90), st.floats(), st.integers()))
def test_time_never_raises(value: object) -> None:
    parse_published_time(value)


@given(st.one_of(st.text(max_size=90), st.floats(), st.integers()))
def test_never_raises(value: object) -> None:
    day = parse_published(value)
    assert day is None or 1600 <= day.year <= 2200


@given(st.dates(min_value=date(1700, 1, 1), max_value=date(2150, 1, 1)))
def test_iso_days_are_themselves(day: date) -> None:
    assert parse_published(day.isoformat()) == day
