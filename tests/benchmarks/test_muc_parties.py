"""How reports are told in the slots of MUC-3/4. All texts are invented."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from benchmarks.event_gold import Reader
from benchmarks.muc_incidents import templates_of
from benchmarks.muc_parties import (
    body_of,
    counted_victims,
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


@cache
def _reader() -> Reader:
    return Reader()


def _attack(text: str) -> Report:
    return next(r for r in analyse(text).reports if r.type == "ASSAULT")


@pytest.mark.parametrize(("text", "combat", "why"), COMBAT, ids=[c[2] + c[0] for c in COMBAT])
def test_a_fight_of_armed_sides_is_no_incident(text: str, combat: bool, why: str) -> None:
    assert is_combat(_attack(text)) is combat, why


VAGUE = [
    ("Rebels killed nine farmers near Arequipa on Monday.", False, "all is told"),
    ("A bomb exploded near Arequipa on Monday. The blast shook the town.", True, "of nobody"),
    ("A bomb exploded at a bank in Arequipa on Monday.", False, "what was struck is told"),
]


@pytest.mark.parametrize(("text", "vague", "why"), VAGUE, ids=[c[2] for c in VAGUE])
def test_what_is_general_is_no_incident(text: str, vague: bool, why: str) -> None:
    assert is_vague(_attack(text)) is vague, why


def test_who_is_counted_is_a_target() -> None:
    text = "A bomb killed a guard in Lima on Monday and wounded two other clerks and 12 rebels."
    assert counted_victims(_attack(text)) == ["clerks"]
    assert counted_victims(_attack("A bomb killed ten in Lima on Monday.")) == []


INCIDENTS = [
    ("A bomb killed a guard in Lima on Monday.", 1, "one act"),
    ("A bomb killed a guard in Lima on Monday. Another bomb hurt a nurse in Lima on Monday.", 1,
     "one place, day and way"),
    ("A bomb killed a guard in Lima on Monday. A bomb hurt a nurse in Cusco on Tuesday.", 2,
     "two places"),
    ("A bomb killed a guard in Lima on 3 January 1987.", 0, "years ago"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "why"), INCIDENTS, ids=[c[2] for c in INCIDENTS])
def test_incidents(text: str, number: int, why: str) -> None:
    day = date(1990, 3, 7)
    reader = _reader()
    found = templates_of(reader.analyse(text, day), reader.resources.actors, day)
    assert len(found) == number, why


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


def test_a_noun_after_a_demonym_is_no_name() -> None:
    (victim,) = _attack("Rebels kidnapped a Spanish technician in Lima on Monday.").recipients
    assert name_of(victim, None) is None
    assert "technician" in (description_of(victim, None) or "")
