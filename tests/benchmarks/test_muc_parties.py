"""How reports are told in the slots of MUC-3/4. All texts are invented."""

from __future__ import annotations

import pytest

from benchmarks.muc_parties import (
    body_of,
    description_of,
    has_admitted,
    is_combat,
    is_named_body,
    is_vague,
    name_of,
)
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


BODIES = [
    ("The army killed nine farmers near Arequipa on Monday.", True, "a force as a whole"),
    ("Soldiers killed nine farmers near Arequipa on Monday.", False, "persons"),
    ("FARC guerrillas killed nine farmers near Arequipa on Monday.", True, "members of a body"),
]


@pytest.mark.parametrize(("text", "body", "why"), BODIES, ids=[c[2] for c in BODIES])
def test_a_force_as_a_whole_is_a_body(text: str, body: bool, why: str) -> None:
    (actor,) = _attack(text).actors
    assert is_named_body(actor.value) is body, why


def test_the_rebels_have_the_body_named_before() -> None:
    text = "The FARC burned a bus on Monday. On Tuesday the rebels killed a farmer in Lima."
    killing = next(r for r in analyse(text).reports if r.act == "killing")
    assert body_of(killing.actors[0].value) == "Revolutionary Armed Forces of Colombia"
    assert body_of(_attack("The army killed a farmer in Lima.").actors[0].value) is None


def test_claimed_is_what_the_actor_himself_says_of_it() -> None:
    told = "A bomb killed a guard in Lima on Monday."
    claimed = _attack(f"{told} The Red Front claimed responsibility for the attack.")
    assert has_admitted(claimed, claimed.actors[0].value)
    plain = _attack("The Red Front killed a guard in Lima on Monday.")
    assert not has_admitted(plain, plain.actors[0].value)


def test_violence_of_nobody_is_vague() -> None:
    assert not is_vague(_attack("Rebels killed nine farmers near Arequipa on Monday."))


def test_a_noun_after_a_demonym_is_no_name() -> None:
    (victim,) = _attack("Rebels kidnapped a Spanish technician in Lima on Monday.").recipients
    assert name_of(victim, None) is None
    assert "technician" in (description_of(victim, None) or "")
