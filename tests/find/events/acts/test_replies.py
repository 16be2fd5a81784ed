"""Violence that answers violence is an act of its own. All texts are invented; towns are real."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

Side = tuple[list[str], list[str], list[int | None]]


def sides(read: Callable[..., Read], text: str) -> list[Side]:
    """Who acted, who suffered and the numbers of killed, for each attack of a text."""
    return [
        (
            [a.value.name for a in r.actors],
            [a.value.name for a in r.recipients],
            [c.value.low for c in r.counts if c.value.kind == "killed"],
        )
        for r in read(text).reports
        if r.type == "ASSAULT"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rebels killed two policemen in Bunia on Monday. The army killed five rebels hours"
            " later.",
            [(["rebels"], ["policemen"], [2]), (["army"], ["rebels"], [5])],
        ),
        (
            "A bomb killed four soldiers in Gao on Monday. Soldiers then killed six civilians.",
            [([], ["soldiers"], [4]), (["soldiers"], ["civilians"], [6])],
        ),
        (
            "The rebels said they killed 30 soldiers near Kidal on Tuesday. The army said it"
            " killed 45 rebels.",
            [(["rebels"], ["soldiers"], [30]), (["army"], ["rebels"], [45])],
        ),
    ],
)
def test_who_was_hit_strikes_back(
    read: Callable[..., Read], text: str, expected: list[Side]
) -> None:
    assert sides(read, text) == expected


def test_somebody_else_stops_the_attacker(read: Callable[..., Read]) -> None:
    text = "A gunman killed four worshippers in Lyon before being shot dead by police on Sunday."
    found = sides(read, text)
    assert [(actors, hit) for actors, hit, _ in found] == [
        (["gunman"], ["worshippers"]),
        (["police"], ["gunman"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A gunman opened fire on police in Lyon on Sunday. The attack left one officer dead and"
        " three people wounded before police shot and killed the attacker.",
        "The attack on a club in Lyon left nine dead on Sunday. Police shot the attacker dead.",
        "A gunman carried out the deadliest shooting of the year in Lyon on Sunday. The attack on"
        " the club shocked many. Police killed the gunman, Ivo Roe, 29.",
    ],
)
def test_whoever_kills_the_attacker_is_told_apart_from_the_attack(
    read: Callable[..., Read], text: str
) -> None:
    found = sides(read, text)
    assert [actors for actors, _, _ in found][1:] == [["police"]]
    assert "police" not in found[0][0]


def test_killing_a_side_of_a_clash_is_no_second_fight(read: Callable[..., Read]) -> None:
    text = (
        "Police clashed with gunmen in Lyon on Sunday. The clash left two policemen dead. Police"
        " killed the gunmen."
    )
    assert len(sides(read, text)) == 1


def test_shots_returned_in_an_ambush_are_no_second_attack(read: Callable[..., Read]) -> None:
    text = (
        "Gunmen ambushed an army convoy near Gao on Sunday, killing six soldiers. Soldiers"
        " returned fire for forty minutes."
    )
    assert len(sides(read, text)) == 1
