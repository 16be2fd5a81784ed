"""Where and when an act was. All texts are invented; the towns are real."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.find.events.conftest import Read

# text, type, place, first day (None: none), rule of the date
ROWS: list[tuple[str, str, str | None, str | None]] = [
    # the clause's own place and date win over those of the speaker
    (
        "Speaking in Lima on Tuesday, the minister said gunmen had attacked a bus in Piura on"
        " Sunday.",
        "Piura",
        "2024-03-10",
    ),
    # a town before a building is the place of the act
    ("A lawyer was taken from a Nairobi hotel by armed men on Sunday.", "Nairobi", "2024-03-10"),
    # the road's name is no place
    ("Gunmen attacked a bus on the Voi road near Mombasa on Sunday.", "Mombasa", "2024-03-10"),
    # there
    (
        "The mayor came to Piura on Monday. Gunmen shot a guard there on Sunday.",
        "Piura",
        "2024-03-10",
    ),
    # the town of the sentence before
    (
        "The strike in Tacna went on. Police arrested two dockers in the town on Sunday.",
        "Tacna",
        "2024-03-10",
    ),
    # dateline only where nothing else is told
    ("PIURA, March 12 - Gunmen shot a judge on Sunday.", "Piura", "2024-03-10"),
    # a possessive date
    ("Two people died in Sunday's shooting in Piura.", "Piura", "2024-03-10"),
    # no date anywhere: none, and never the day of publication
    ("Gunmen shot a judge in Piura.", "Piura", None),
]


@pytest.mark.parametrize(("text", "place", "day"), ROWS)
def test_place_and_date(
    read: Callable[..., Read], text: str, place: str | None, day: str | None
) -> None:
    report = (
        next(
            r
            for r in read(text).reports
            if r.type in {"ASSAULT", "COERCE"} and r.stance != "denies"
        )
        if "Police arrested" not in text
        else next(r for r in read(text).reports if r.type == "COERCE")
    )
    assert report.place is not None
    assert report.place.value.name == place
    found = (
        report.date.value.earliest.isoformat()
        if report.date and report.date.value.earliest
        else None
    )
    assert found == day


def test_a_day_after_counts_back_from_the_main_clause(read: Callable[..., Read]) -> None:
    text = "Thousands marched in Cusco on Tuesday, two days after gunmen shot a student there."
    shot = next(r for r in read(text).reports if r.type == "ASSAULT")
    assert shot.date is not None
    assert shot.date.value.earliest == date(2024, 3, 10)
    assert shot.retold


def test_a_week_earlier_counts_from_the_act_before(read: Callable[..., Read]) -> None:
    text = "Police raided a paper in Trujillo on Tuesday. A week earlier, gunmen shot its editor."
    shot = next(r for r in read(text).reports if r.type == "ASSAULT")
    assert shot.date is not None
    assert shot.date.value.earliest is not None
    assert shot.date.value.earliest <= date(2024, 3, 5)


def test_the_scene_lends_place_and_date_with_less_confidence(read: Callable[..., Read]) -> None:
    text = "Students marched in Cusco on Monday. Police arrested nine of them."
    arrest = next(r for r in read(text).reports if r.type == "COERCE")
    assert arrest.place is not None
    assert arrest.date is not None
    assert (arrest.place.value.name, arrest.place.made_by) == ("Cusco", "place.scene")
    assert arrest.date.made_by == "date.scene"
    assert (arrest.date.confidence or 0) < 0.6


def test_an_old_date_makes_the_act_retold(read: Callable[..., Read]) -> None:
    text = "In 2014 a bomb killed 20 people in Tacna."
    (report,) = read(text).reports
    assert report.retold
