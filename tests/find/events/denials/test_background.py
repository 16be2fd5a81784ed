"""What happened anyway under a denial: clauses about somebody known, occasions. Invented texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.records import Report
from tests.find.events.conftest import Read


def told(reports: tuple[Report, ...]) -> dict[str, str]:
    """The word of each record, and how its innermost speaker stands to it."""
    return {r.trigger.quote: r.stance for r in reports}


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        (
            "Police denied torturing the suspect, who was arrested in Mombasa on Monday.",
            {"torturing": "denies", "arrested": "states"},
        ),
        (
            "Police denied beating a student during a protest in Kampala on Monday.",
            {"beating": "denies", "protest": "states"},
        ),
        (
            "The mayor denied ordering the raid in which soldiers killed nine miners in Arusha on"
            " Monday.",
            {"ordering the raid": "denies", "killed": "states"},
        ),
    ],
)
def test_what_a_denial_takes_for_granted_is_not_denied(
    read: Callable[..., Read], text: str, stances: dict[str, str]
) -> None:
    assert told(read(text).reports) == stances


def test_a_part_in_a_deed_is_denied_and_the_deed_is_told(read: Callable[..., Read]) -> None:
    text = "Peru denied involvement in the car bombing that killed a general in Moscow on Monday."
    deed, denial = sorted(read(text).reports, key=lambda r: r.stance, reverse=True)
    assert (deed.stance, [c.value.low for c in deed.counts], deed.actors) == ("states", [1], ())
    assert denial.stance == "denies"
    assert [a.value.name for a in denial.actors] == ["Government of Peru"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied reports of a clash that killed two men in Lima on Monday.",
        "The army denied that its soldiers had shot dead two men who were fleeing Kisumu.",
    ],
)
def test_the_content_of_a_denial_is_denied(read: Callable[..., Read], text: str) -> None:
    assert set(told(read(text).reports).values()) == {"denies"}


def test_no_evidence_of_an_act_denies_it(read: Callable[..., Read]) -> None:
    text = "There is no evidence that police opened fire on the crowd in Lima, the governor said."
    assert set(told(read(text).reports).values()) == {"denies"}
    text = "Police found evidence that the gang had killed two men in Lima on Monday."
    assert set(told(read(text).reports).values()) == {"states"}
