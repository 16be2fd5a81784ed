"""Protests that are to go on, told without a word of protest. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

MARCH = "Thousands marched in Lima on Monday. "

# what follows a march, days of the protests that are planned, why
CASES = [
    ("They will be back on Saturday, a spokeswoman said.", ["2024-03-16"], "they"),
    ("The union said it would come back on Friday.", ["2024-03-15"], "reported"),
    ("The organisers vowed to return on Saturday.", ["2024-03-16"], "a vow"),
    ("The workers will return to work on Friday.", [], "to work"),
    ("The organisers will be back on Saturday unless the bill falls.", [], "a threat"),
    ("The minister will return on Friday.", [], "somebody else"),
    ("They will be back.", [], "no day"),
]


@pytest.mark.parametrize(("after", "days", "why"), CASES, ids=[c[2] for c in CASES])
def test_who_marched_and_will_return_plans_a_protest(
    read: Callable[..., Read], after: str, days: list[str], why: str
) -> None:
    planned = [
        r.date.value.earliest.isoformat()
        for r in read(MARCH + after).reports
        if r.type == "PROTEST" and r.realis == "planned" and r.date and r.date.value.earliest
    ]
    assert planned == days, why


def test_who_never_marched_announces_none(read: Callable[..., Read]) -> None:
    text = "Students visited Lima on Monday. They will be back on Saturday."
    assert [r for r in read(text).reports if r.type == "PROTEST"] == []
