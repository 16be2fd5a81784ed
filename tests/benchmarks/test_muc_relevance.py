"""Which reports are incidents by the task of MUC-3/4. All texts are invented."""

from __future__ import annotations

import pytest

from benchmarks.muc_relevance import is_combat, is_toll_of_war, is_vague
from reportedly import analyse
from reportedly.records import Report

COMBAT = [
    ("Rebels clashed with soldiers near Arequipa on Monday.", True, "two armed sides"),
    ("Rebels killed nine soldiers near Arequipa on Monday.", True, "soldiers alone suffer"),
    ("Rebels killed nine farmers near Arequipa on Monday.", False, "people without arms"),
    ("Soldiers killed a priest near Arequipa on Monday.", False, "people without arms"),
    ("Police killed six kidnappers near Arequipa on Monday.", True, "outlaws alone suffer"),
    ("Gunmen killed General Luis Prado near Arequipa on Monday.", False, "an officer by name"),
]


def attack(text: str) -> Report:
    """The first attack that a text tells."""
    return next(r for r in analyse(text).reports if r.type == "ASSAULT")


@pytest.mark.parametrize(("text", "combat", "why"), COMBAT, ids=[c[2] + c[0] for c in COMBAT])
def test_a_fight_of_armed_sides_is_no_incident(text: str, combat: bool, why: str) -> None:
    assert is_combat(attack(text)) is combat, why


VAGUE = [
    ("Rebels killed nine farmers near Arequipa on Monday.", False, "all is told"),
    ("Rebels attacked near Arequipa on Monday. The attack shook the town.", True, "of nobody"),
    ("A bomb exploded at a bank in Arequipa on Monday.", False, "what was struck is told"),
    ("A bomb exploded in Arequipa on Monday.", False, "a bomb in a town"),
    ("Rebels attacked in Arequipa on Monday and caused 29 casualties.", True, "a toll alone"),
]


@pytest.mark.parametrize(("text", "vague", "why"), VAGUE, ids=[c[2] for c in VAGUE])
def test_what_is_general_is_no_incident(text: str, vague: bool, why: str) -> None:
    assert is_vague(attack(text)) is vague, why


TOLLS = [
    ("About 15,000 people were killed in Peru by the rebels.", True, "no day is told"),
    ("About 150 people were killed by a bomb in Arequipa on 5 March 1990.", False, "of one day"),
    ("Nine people were killed by the rebels in Arequipa.", False, "few"),
]


@pytest.mark.parametrize(("text", "war", "why"), TOLLS, ids=[c[2] for c in TOLLS])
def test_the_toll_of_a_war_is_no_incident(text: str, war: bool, why: str) -> None:
    assert is_toll_of_war(attack(text)) is war, why
