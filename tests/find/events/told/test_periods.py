"""Reports of weeks and months, whose older acts are their news. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.find.events.conftest import Read

ACTS = (
    "\n\nOn 14 October police broke up a funeral in Lima and arrested 17 mourners. On 3 December a"
    " court in Cusco jailed six activists."
)

# how an article of 10 January opens, whether what happened in October is its own news
OPENINGS = [
    ("Between 1 October and 31 December the Open Gate group documented 87 arrests.", True),
    ("Our report for the period from October to December lists 87 arrests.", True),
    ("In the last quarter of 2023, monitors recorded 87 arrests.", True),
    ("Police arrested two students in Lima on Tuesday.", False),
    ("Between 1 October and 31 December it rained on 40 days.", False),
]


@pytest.mark.parametrize(("opening", "own"), OPENINGS)
def test_what_a_report_of_a_period_tells_is_its_news(
    read: Callable[..., Read], opening: str, own: bool
) -> None:
    found = read(opening + ACTS, published=date(2024, 1, 10)).reports
    told = [r for r in found if r.date and r.date.value.earliest == date(2023, 10, 14)]
    assert told
    assert all(r.retold is not own for r in told)


def test_what_lies_before_the_period_is_told_again(read: Callable[..., Read]) -> None:
    text = OPENINGS[0][0] + ACTS + " On 5 May 2023 police in Lima had arrested nine mourners."
    found = read(text, published=date(2024, 1, 10)).reports
    assert [r.retold for r in found if r.date and r.date.value.earliest == date(2023, 5, 5)] == [
        True
    ]
