"""How reports are told in the slots of MUC-3/4. All texts are invented."""

from __future__ import annotations

import pytest

from benchmarks.muc_parties import description_of, is_combat, name_of
from reportedly import analyse
from reportedly.records import Report

COMBAT = [
    ("Rebels clashed with soldiers near Arequipa on Monday.", True, "two armed sides"),
    ("Rebels killed nine soldiers near Arequipa on Monday.", True, "soldiers alone suffer"),
    ("Rebels killed nine farmers near Arequipa on Monday.", False, "people without arms"),
    ("Soldiers killed a priest near Arequipa on Monday.", False, "people without arms"),
]


def _attack(text: str) -> Report:
    return next(r for r in analyse(text).reports if r.type == "ASSAULT")


@pytest.mark.parametrize(("text", "combat", "why"), COMBAT, ids=[c[2] + c[0] for c in COMBAT])
def test_a_fight_of_armed_sides_is_no_incident(text: str, combat: bool, why: str) -> None:
    assert is_combat(_attack(text)) is combat, why


def test_a_bare_name_is_no_description() -> None:
    (victim,) = _attack("Gunmen killed Rosa Quispe in Lima on Monday.").recipients
    assert description_of(victim, None) is None
    assert "Rosa Quispe" in (name_of(victim, None) or "")
