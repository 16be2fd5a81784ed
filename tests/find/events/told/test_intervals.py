"""Days that are counted from another act. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.find.events.conftest import Read

# text, type, day of March 2024 of the last such report (None: none), why
DAYS = [
    ("Bandits robbed a bus near Herat on Saturday. A mayor told reporters on Sunday that they had"
     " fled. The raid comes two days after police arrested nine men in Balkh.", "COERCE", 7,
     "counted from the day of the news"),
    ("Bandits who stormed a mill near Herat on Saturday fled. The raid came two days after police"
     " arrested nine men in Balkh.", "COERCE", 7, "the day told before in a clause"),
    ("Police arrested nine men in Balkh on Friday, on the eve of a march in Herat.", "PROTEST", 9,
     "the day behind an eve"),
    ("Police fired tear gas at students who blocked a road in Lima on Monday.", "ASSAULT", 11,
     "the crowd that police met"),
    ("Police arrested students who had blocked a road in Lima on Monday.", "COERCE", None,
     "what a crowd had done before"),
    ("Dockers and police clashed in Lima on Monday, the first day of a strike.", "PROTEST", 11,
     "the first day is the one told before it"),
    ("Police said on Tuesday they had foiled a plot to kill a judge in Lima.", "ASSAULT", None,
     "when it was said"),
    ("Police killed a man in Lima on Monday. Two days earlier gunmen had attacked a bus in Piura.",
     "ASSAULT", 9, "a time that a parser takes for a kind of gunmen"),
]  # fmt: skip


def test_news_without_a_day_is_of_the_last_two_days(read: Callable[..., Read]) -> None:
    (report,) = read("It comes a week after nine people were killed in a raid in Herat.").reports
    value = report.date.value
    assert (value.earliest, value.latest) == (date(2024, 3, 5), date(2024, 3, 6))


@pytest.mark.parametrize(("text", "kind", "day", "why"), DAYS, ids=[row[3] for row in DAYS])
def test_day(read: Callable[..., Read], text: str, kind: str, day: int | None, why: str) -> None:
    found = [r for r in read(text).reports if r.type == kind][-1]
    first = found.date.value.earliest if found.date else None
    assert first == (date(2024, 3, day) if day else None), why
