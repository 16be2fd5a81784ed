"""Whom "they" and "it" mean in what somebody says. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Officials said rebels attacked Lima on Sunday and that they killed six men.", "rebels"),
        ("The army said rebels raided a post in Lima and they killed four men.", "rebels"),
        ("Residents said attackers burned homes in Lima before they killed nine men.", "attackers"),
        ("The army said the militants' claim that they had killed two men was false.", "militants"),
        ("The rebels' spokesman said they had killed two men in Lima on Monday.", "rebels"),
        ("The rebels said they had killed two men in Lima on Monday.", "rebels"),
        ("Police said they killed two men in Lima after thieves had robbed a bank.", "police"),
        ("The widow said they had killed her husband in Lima on Monday.", None),
    ],
)
def test_who_kills_in_what_is_said(read: Callable[..., Read], text: str, who: str | None) -> None:
    attacks = [r for r in read(text).reports if r.type == "ASSAULT"]
    killers = {a.value.name for attack in attacks for a in attack.actors}
    assert killers == (set() if who is None else {who})


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Police used water cannon in Lima on Monday to clear hundreds of nurses from the steps"
            " of parliament, where they had gathered to protest over a law.",
            "nurses",
        ),
        (
            "Farmers left the town of Lima on Monday for the steps of parliament, where they"
            " gathered to protest over a law.",
            "farmers",
        ),
    ],
)
def test_who_is_driven_off_had_gathered(read: Callable[..., Read], text: str, who: str) -> None:
    protests = [r for r in read(text).reports if r.type == "PROTEST"]
    assert {a.value.name for protest in protests for a in protest.actors} == {who}


def test_who_answers_an_attack_is_the_speaker(read: Callable[..., Read]) -> None:
    text = "Police said marchers threw stones in Lima on Monday and they responded with tear gas."
    (reply,) = (r for r in read(text).reports if r.type == "ASSAULT")
    assert [a.value.name for a in reply.actors] == ["police"]


@pytest.mark.parametrize(
    "text",
    [
        "Police detained 60 nurses in Lima on Monday; forty of them have since been freed.",
        "Police detained 60 nurses in Lima on Monday. Forty of them have since been freed.",
    ],
)
def test_a_part_of_them_is_of_those_counted(read: Callable[..., Read], text: str) -> None:
    freed = [r for r in read(text).reports if r.type == "RETREAT"]
    assert [[a.value.name for a in r.recipients] for r in freed] == [["nurses"]]
