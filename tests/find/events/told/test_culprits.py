"""Who did what was told before, by a sentence of its own. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

_MURDER = "Two priests were murdered in Lima on Monday."

CULPRITS = [
    ("This crime was committed by the army.", "army", None),
    ("The archbishop insisted that the armed forces committed the crime.", "armed forces",
     "archbishop"),
    ("The killers were members of the army.", "members of the army", None),
    ("The perpetrators were soldiers, a witness said.", "soldiers", "witness"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "who", "by"), CULPRITS, ids=[c[0] for c in CULPRITS])
def test_the_attack_told_before_gets_its_doers(
    read: Callable[..., Read], said: str, who: str, by: str | None
) -> None:
    (attack,) = (r for r in read(f"{_MURDER} {said}").reports if r.type == "ASSAULT")
    assert [(a.value.name, a.asserted_by) for a in attack.actors] == [(who, by)]


@pytest.mark.parametrize(
    "said",
    [
        "The crime was not committed by the army.",
        "The killers may have been soldiers.",
        "Were the killers soldiers?",
        "It is not known whether the crime was committed by soldiers.",
        "The killers are still at large.",
        "Soldiers committed a crime.",
    ],
)
def test_what_is_left_open_names_nobody(read: Callable[..., Read], said: str) -> None:
    attacks = [r for r in read(f"{_MURDER} {said}").reports if r.type == "ASSAULT"]
    assert all(not r.actors for r in attacks if r.stance == "states")


def test_without_an_attack_before_it_a_crime_is_none(read: Callable[..., Read]) -> None:
    assert read("The crime was committed by the army.").reports == ()
