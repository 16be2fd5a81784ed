"""What each town of a sentence has of its own. All texts are invented; the towns are real."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

# text, town: (first recipient, the killed), why
LISTS: list[tuple[str, dict[str, tuple[str, int]], str]] = [
    (
        "Raiders killed nine people in three towns: four in Lima, three in Cusco and two in Tacna.",
        {"Lima": ("people", 4), "Cusco": ("people", 3), "Tacna": ("people", 2)},
        "a sum and its parts, each at its town",
    ),
    (
        "Nine people were killed - four in Lima, three in Cusco and two in Tacna.",
        {"Lima": ("people", 4), "Cusco": ("people", 3), "Tacna": ("people", 2)},
        "parts behind a dash",
    ),
    (
        "Gunmen killed six people in Lima on Monday and three more in Tacna.",
        {"Lima": ("people", 6), "Tacna": ("people", 3)},
        "three more",
    ),
    (
        "Gunmen killed five people in Lima and three in nearby Callao on Tuesday.",
        {"Lima": ("people", 5), "Callao": ("people", 3)},
        "a town that is said to be near",
    ),
    (
        "Rebels killed three men in Lima on Monday and two women in Tacna on Tuesday.",
        {"Lima": ("men", 3), "Tacna": ("women", 2)},
        "other victims, whose verb is not said again",
    ),
    (
        "A lawyer was shot dead in Lima on Monday and a reporter in Tacna on Tuesday.",
        {"Lima": ("lawyer", 1), "Tacna": ("reporter", 1)},
        "one each, with days",
    ),
    (
        "Rebels killed ten people in Lima and Tacna: seven guards and three clerks.",
        {"Lima": ("people", 10), "Tacna": ("people", 10)},
        "shares of no town: the number is shared",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), LISTS, ids=[case[2] for case in LISTS])
def test_each_town_has_its_own(
    read: Callable[..., Read], text: str, expected: dict[str, tuple[str, int]], why: str
) -> None:
    found = {
        r.place.value.name: (r.recipients[0].value.name, *(c.value.low for c in r.counts))
        for r in read(text).reports
        if r.place is not None
    }
    assert found == expected, why


def test_parts_of_a_number_are_not_added_to_it(read: Callable[..., Read]) -> None:
    text = "Raiders killed nine people in Lima: four in a church, three in a bar and two in a car."
    (report,) = read(text).reports
    assert [c.value.low for c in report.counts] == [9]
