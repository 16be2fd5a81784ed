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
    is_named_body,
    is_target,
    name_of,
)
from reportedly import analyse
from reportedly.records import Report


@cache
def _reader() -> Reader:
    return Reader()


def _attack(text: str) -> Report:
    return next(r for r in analyse(text).reports if r.type == "ASSAULT")


def test_who_is_counted_is_a_target() -> None:
    text = "A bomb killed a guard in Lima on Monday and wounded two other clerks and 12 rebels."
    assert counted_victims(_attack(text)) == ["clerks"]
    assert counted_victims(_attack("A bomb killed ten in Lima on Monday.")) == []
    hurt = "A bomb killed a guard in Lima on Monday and wounded ten others."
    assert counted_victims(_attack(hurt)) == ["others"]


TARGETS = [
    ("two young farmers", True, "people"),
    ("eight casualties", False, "a toll"),
    ("nine rebels", False, "fighters"),
    ("three party offices", False, "what is built is a physical target"),
    ("office workers", True, "who works there"),
]


@pytest.mark.parametrize(("phrase", "target", "why"), TARGETS, ids=[c[2] for c in TARGETS])
def test_targets_are_people(phrase: str, target: bool, why: str) -> None:
    assert is_target(phrase) is target, why


INCIDENTS = [
    ("A bomb killed a guard in Lima on Monday.", 1, "one act"),
    ("A bomb killed a guard in Lima on Monday. Another bomb hurt a nurse in Lima on Monday.", 1,
     "one place, day and way"),
    ("A bomb killed a guard in Lima on Monday. A bomb hurt a nurse in Cusco on Tuesday.", 2,
     "two places"),
    ("Bombs went off in Lima, Cusco and Arequipa on Monday and hurt a nurse.", 1,
     "one word over three places"),
    ("A bomb killed a guard in Lima on 3 January 1987.", 0, "years ago"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "why"), INCIDENTS, ids=[c[2] for c in INCIDENTS])
def test_incidents(text: str, number: int, why: str) -> None:
    day = date(1990, 3, 7)
    reader = _reader()
    found = templates_of(reader.analyse(text, day), reader.resources.actors, day)
    assert len(found) == number, why


EFFECTS = [
    ("Gunmen killed at least nine farmers in Lima on Monday.", ("DEATH",), "no exact number"),
    ("A bomb hurt two nurses in Lima on Monday.", ("INJURY",), "hurt"),
    ("A bomb exploded in Lima on Monday and nobody was hurt.", ("NO INJURY OR DEATH",), "nobody"),
    (
        "A bomb exploded in Lima on Monday. It caused no casualties.",
        ("NO INJURY OR DEATH",),
        "no casualties",
    ),
]


@pytest.mark.parametrize(("text", "effects", "why"), EFFECTS, ids=[c[2] for c in EFFECTS])
def test_effects(text: str, effects: tuple[str, ...], why: str) -> None:
    reader = _reader()
    analysis = reader.analyse(text, date(1990, 3, 7))
    (found,) = templates_of(analysis, reader.resources.actors, date(1990, 3, 7))
    assert found.slots["effect"] == effects, why


BLAMED = [
    ("The authorities attributed the murder to the drug mafias.", "drug mafias", "attributed"),
    ("A deputy accused the River Front of being responsible for the murder.", "River Front",
     "accused of it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "body", "why"), BLAMED, ids=[c[2] for c in BLAMED])
def test_who_is_blamed_is_a_suspect(text: str, body: str, why: str) -> None:
    reader = _reader()
    told = f"A mayor was shot dead in Lima on Monday. {text}"
    analysis = reader.analyse(told, date(1990, 3, 7))
    (found,) = templates_of(analysis, reader.resources.actors, date(1990, 3, 7))
    assert [(body in name, stance) for name, stance in found.stances.items()] == [
        (True, "alleges")
    ], why


def test_nameless_groups_are_one_and_soldiers_no_target() -> None:
    reader = _reader()
    text = (
        "Gunmen shot a mayor and two soldiers in Lima on Monday. "
        "The attackers shot the mayor from a car."
    )
    analysis = reader.analyse(text, date(1990, 3, 7))
    (found,) = templates_of(analysis, reader.resources.actors, date(1990, 3, 7))
    assert len(found.slots["perpetrator_individual"]) == 1
    assert not any("soldiers" in noun for noun in found.slots["target_description"])


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
    assert body_of(_attack("Two army members killed a farmer in Lima.").actors[0].value) == "army"


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
