"""TIMEX3 elements and time precision. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from reportedly.find.dates import find_dates, time_precision, timex3_of
from reportedly.find.dates.spoken import spoken_year
from reportedly.find.dates.timex import clock_timex, duration_timex
from reportedly.parse import Document
from reportedly.records import DateValue

Parse = Callable[..., Document]
THURSDAY = date(2024, 3, 14)

ELEMENTS = [
    (
        "It ran from 3 to 5 May 2023.",
        [("3", "DATE", "2023-05-03"), ("5 May 2023", "DATE", "2023-05-05")],
        "both ends",
    ),
    (
        "It ran on Dec. 7-9.",
        [("Dec. 7", "DATE", "2023-12-07"), ("9", "DATE", "2023-12-09")],
        "a dash",
    ),
    ("They came on Tuesday night.", [("Tuesday night", "TIME", "2024-03-12TNI")], "a time"),
    (
        "In the past two days 9 died.",
        [("the past two days", "DURATION", "P2D")],
        "a window has a length",
    ),
    ("Every Friday they met.", [("Every Friday", "SET", "XXXX-WXX-5")], "a repetition"),
    (
        "On the anniversary of the 1979 uprising, they met.",
        [("1979", "DATE", "1979")],
        "the phrase is none",
    ),
    ("He lives there now.", [("now", "DATE", "PRESENT_REF")], "the present"),
]


@pytest.mark.parametrize(("text", "elements", "why"), ELEMENTS)
def test_elements(
    parse_text: Parse, text: str, elements: list[tuple[str, str, str]], why: str
) -> None:
    found = timex3_of(find_dates(parse_text(text, published=THURSDAY)))
    assert [(text[e.start : e.end], e.type, e.value) for e in found] == elements, why


PRECISIONS = [
    (date(2024, 3, 12), date(2024, 3, 12), 1, "the day is known"),
    (date(2024, 3, 12), date(2024, 3, 13), 2, "a night"),
    (date(2024, 3, 4), date(2024, 3, 10), 2, "a week"),
    (date(2024, 3, 1), date(2024, 3, 31), 3, "a month"),
    (date(2024, 1, 1), date(2024, 12, 31), 3, "a year"),
    (None, None, None, "open"),
]


@pytest.mark.parametrize(("earliest", "latest", "precision", "why"), PRECISIONS)
def test_precision(
    earliest: date | None, latest: date | None, precision: int | None, why: str
) -> None:
    value = DateValue(earliest=earliest, latest=latest, granularity="day")
    assert time_precision(value) == precision, why


def test_lengths_and_clocks() -> None:
    assert duration_timex(2, "fortnight") == "P4W"
    assert duration_timex(3, "century") == "P300Y"
    assert duration_timex(1, "minute", half=True) == "PT1M30S"
    assert clock_timex("9:30 p.m.") == "T21:30"
    assert clock_timex("12 a.m.") == "T00:00"
    assert clock_timex("11", "NI") == "T23:00"
    assert clock_timex("99") is None


def test_spoken_years() -> None:
    assert spoken_year("nineteen oh five") == 1905
    assert spoken_year("eighteen hundred") == 1800
    assert spoken_year("two thousand and one") == 2001
