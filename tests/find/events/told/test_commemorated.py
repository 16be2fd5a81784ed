"""Acts of which an occasion years later only reminds. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from reportedly.records import Report
from tests.find.events.conftest import Read

TODAY = date(2025, 8, 7)


def attack(read: Callable[..., Read], text: str) -> Report:
    return next(r for r in read(text, published=TODAY).reports if r.type == "ASSAULT")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (
            "Residents of Lima on Wednesday marked the 20th anniversary of the bombing that killed"
            " 40 people.",
            None,
        ),
        ("Relatives met in Lima on Monday, five years after the blast that killed 20.", None),
        ("A year after police killed four men in Lima, families are demanding justice.", None),
        ("The 2012 shooting of ten miners by police was recalled in Lima on Saturday.", 2012),
    ],
)
def test_an_old_act_has_no_day_of_its_occasion(
    read: Callable[..., Read], text: str, year: int | None
) -> None:
    found = attack(read, text)
    assert found.retold
    day = found.date and found.date.value.earliest
    assert (day and day.year) == year


@pytest.mark.parametrize(
    "text",
    [
        "Police killed four men in Lima on Monday, days after a march was banned.",
        "Police killed four men in Lima on Monday, a year after a march was banned.",
        "The shooting of ten miners by police was filmed in Lima on Monday.",
    ],
)
def test_a_new_act_keeps_its_day(read: Callable[..., Read], text: str) -> None:
    found = attack(read, text)
    assert not found.retold
    assert found.date is not None
    assert found.date.value.earliest == date(2025, 8, 4)


def test_a_new_act_at_an_anniversary_is_of_its_day(read: Callable[..., Read]) -> None:
    text = "Police fired on a crowd marking the anniversary of the revolution in Lima on Wednesday."
    assert attack(read, text).realis == "actual"
