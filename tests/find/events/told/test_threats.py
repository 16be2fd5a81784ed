"""Conditional threats with and without 'if'. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

THREATS = [
    '"If soldiers enter the port, we will shoot every hostage," a commander said.',
    '"One more arrest and we will shoot the hostages," a commander said.',
    '"One more arrest, and nobody in this town will sleep," the rebel leader said.',
    '"Should the army come, we will attack the port," the Northern Front said.',
    '"Leave the town or we will attack the port," a commander said.',
    '"Touch one of our people and we will shoot," the commander told Radio Nyanza.',
    '"Do not march tomorrow. We will shoot," the colonel said.',
    '"The next soldier who passes will be shot," a rebel leader said.',
    "The general warned that anyone who attacked the convoy would be shot.",
    "The Northern Front said it would kill the hostages unless the army left Kisumu.",
]


@pytest.mark.parametrize("text", THREATS)
def test_a_threat_is_no_deed(read: Callable[..., Read], text: str) -> None:
    reports = read(text).reports
    (threat,) = [r for r in reports if r.type == "THREATEN"]
    assert threat.actors
    assert all(r.type not in {"ASSAULT", "COERCE", "PROTEST"} for r in reports)


NO_THREATS = [
    ('"We will march and we will win," the union leader said.', "no condition"),
    ("Whoever took part in the march was welcome, the mayor said.", "no harm"),
    ('"One more goal and we will be champions," the coach said.', "no act of force"),
    ("The board said it would ask a court for help if no deal was reached.", "a lawful step"),
]


@pytest.mark.parametrize(("text", "why"), NO_THREATS)
def test_no_threat(read: Callable[..., Read], text: str, why: str) -> None:
    assert not any(r.type == "THREATEN" for r in read(text).reports), why


WARNINGS = [
    ("Whoever cuts the road will go to prison, the minister warned.", True, "anybody"),
    ("If they come back, the minister warned, the police will not be gentle.", True, "a force"),
    ("The agency warned that if the rain goes on, the dam will give way.", False, "weather"),
    ("The bank warned that prices will rise if the harvest fails.", False, "markets"),
    ("The bank warned that the state would run dry if lenders left.", False, "no force warns"),
    ("Whoever cuts the road will go to prison, the minister said.", True, "said, not warned"),
    ("Those who march will be dealt with, the police chief said.", True, "a march to come"),
    ("Drivers who block the bridge will be jailed, the governor said.", True, "any of them"),
    ("Anyone caught looting will be jailed, the governor said.", True, "a participle"),
    ("The army would arrest the leaders if they struck, the minister said.", True, "commands"),
    ("Drivers who use the bridge will pay two euros, the mayor said.", False, "a toll"),
    ("Whoever wins the draw will go to Paris, the minister said.", False, "a prize"),
    (
        '"If the decree stays, we will be back on the road," the drivers\' leader warned.',
        True,
        "what he will do himself",
    ),
    ('"If it rains, we will be back," the guide warned.', False, "nobody's choice"),
]


@pytest.mark.parametrize(("text", "threat", "why"), WARNINGS, ids=[row[2] for row in WARNINGS])
def test_warnings_that_name_no_deed(
    read: Callable[..., Read], text: str, threat: bool, why: str
) -> None:
    assert ("THREATEN" in [r.type for r in read(text).reports]) is threat, why


def test_a_threat_has_the_day_on_which_its_speaker_spoke(read: Callable[..., Read]) -> None:
    text = (
        "Farmers blocked a road in Cusco on Saturday. Interior minister Luis Paz rejected their"
        " demands on Tuesday. Whoever cuts the road will go to prison, Paz warned."
    )
    (threat,) = [r for r in read(text).reports if r.type == "THREATEN"]
    assert threat.date is not None
    assert str(threat.date.value.earliest) == "2024-03-12"


PROTESTS_ON_CONDITION = [
    ("The union will strike if the mill is closed, its leader said.", ["union"]),
    ("The union said it would call a general strike if the law is passed.", ["union"]),
    ("The trade unions plan a one-hour strike if the budget is not withdrawn.", ["trade unions"]),
    ("Teachers said they would march if the minister did not resign.", ["teachers"]),
]


@pytest.mark.parametrize(("text", "who"), PROTESTS_ON_CONDITION)
def test_a_protest_on_a_condition_is_a_threat(
    read: Callable[..., Read], text: str, who: list[str]
) -> None:
    (threat,) = [r for r in read(text).reports if r.type == "THREATEN"]
    assert [a.value.name for a in threat.actors] == who
    assert "PROTEST" not in [r.type for r in read(text).reports]


@pytest.mark.parametrize(
    "text",
    ["The march will be held if it does not rain.", "If the strike goes on, the mine will suffer."],
)
def test_what_nobody_does_on_a_condition_is_no_threat(read: Callable[..., Read], text: str) -> None:
    assert "THREATEN" not in [r.type for r in read(text).reports]
