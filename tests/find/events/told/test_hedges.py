"""Acts that somebody is only said, thought or suspected to have done. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.find.events.conftest import Read


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rebels are believed to have kidnapped two nurses near Lima on Monday.", "rebels"),
        ("The army is alleged to have bombed a clinic in Lima on Monday.", "army"),
        ("The militia appears to have executed nine prisoners in Lima on Monday.", "militia"),
        ("Police reportedly arrested a blogger in Lima on Monday.", "police"),
        ("The gang is suspected of kidnapping a judge in Lima on Monday.", "gang"),
        ("The militia is thought to be behind the abduction of nine men in Lima.", "militia"),
    ],
)
def test_nobody_says_who_did_it(read: Callable[..., Read], text: str, who: str) -> None:
    (act,) = read(text).reports
    assert (act.realis, act.polarity) == ("actual", "positive")
    assert [(a.value.name, a.asserted_by) for a in act.actors] == [(who, "unnamed")]


def test_what_somebody_is_suspected_of_lies_in_the_past(read: Callable[..., Read]) -> None:
    text = "The gang is suspected of kidnapping a judge in Lima on Monday."
    (act,) = read(text, published=date(2025, 8, 7)).reports
    assert act.date is not None
    assert act.date.value.earliest == date(2025, 8, 4)


@pytest.mark.parametrize(
    "text",
    [
        "The army said it was looking into reports that its troops shot two men in Lima.",
        "The ministry said it was aware of reports that soldiers had shot two men in Lima.",
    ],
)
def test_who_looks_into_reports_asserts_none_of_them(read: Callable[..., Read], text: str) -> None:
    shooting = next(r for r in read(text).reports if r.type == "ASSAULT")
    assert shooting.attributions[0][-1].kind == "anonymous"
    assert shooting.stance == "alleges"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The bishops accused the government of torture.", "government"),
        ("Lawyers accused officers of torture and beatings.", "officers"),
        ("The party accused security forces of killing 20 men in Lima.", "security forces"),
        ("The party accused members of the militia of torture.", "members of the militia"),
        ("Police accused of beating protesters in Lima", "police"),
        ("The army accuses the militia of the burning of 46 huts in Lima.", "militia"),
        (
            "The army accused the leader of the militia of an attack on a bus in Lima.",
            "leader of the militia",
        ),
        (
            "The army accused the head of the building of the theft on Monday.",
            "head of the building",
        ),
    ],
)
def test_who_is_accused_ends_where_the_charge_begins(
    who_and_whom: Callable[[str, str], tuple[list[str], list[str]]], text: str, who: str
) -> None:
    assert who_and_whom(text, "ACCUSE")[1] == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Soldiers, not rebels, killed nine farmers in Lima on Sunday.", "soldiers"),
        ("Rebels and not soldiers burned a church in Lima on Sunday.", "rebels"),
    ],
)
def test_who_did_not_do_it_is_no_actor(read: Callable[..., Read], text: str, who: str) -> None:
    (act,) = read(text).reports
    assert act.polarity == "positive"
    assert [a.value.name for a in act.actors] == [who]


def test_a_thwarted_attack_is_no_attack_on_the_police(read: Callable[..., Read]) -> None:
    (act,) = read("Police thwarted an attack on a church in Lima on Monday.").reports
    assert act.realis == "attempted"


def test_a_bomb_that_was_planted_and_found_did_not_go_off(read: Callable[..., Read]) -> None:
    found = read("Police recovered two bombs planted by rebels under a bridge in Lima.").reports
    assert [(r.type, r.realis) for r in found] == [("COERCE", "actual"), ("ASSAULT", "attempted")]
    (blast,) = read("A bomb planted by rebels under a bridge in Lima killed two guards.").reports
    assert blast.realis == "actual"


def test_who_stumbles_upon_something_attacks_nobody(read: Callable[..., Read]) -> None:
    found = read("Soldiers stumbled upon and recovered a powerful bomb in Lima.").reports
    assert [r.type for r in found] == ["COERCE"]


def test_the_client_of_a_lawyer_is_who_was_beaten(
    who_and_whom: Callable[[str, str], tuple[list[str], list[str]]],
) -> None:
    text = "The lawyer said his client was beaten by guards at a jail in Lima on Monday."
    assert who_and_whom(text, "ASSAULT") == (["guards"], ["client"])


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        (
            "If it is confirmed that the Front carried out the attack in Lima, it goes.",
            "hypothetical",
        ),
        ("If it emerges that soldiers killed two students in Lima, he will go.", "hypothetical"),
        ("It was confirmed that the Front carried out the attack in Lima on Monday.", "actual"),
    ],
)
def test_what_is_not_yet_confirmed(read: Callable[..., Read], text: str, realis: str) -> None:
    attack = next(r for r in read(text).reports if r.type == "ASSAULT")
    assert attack.realis == realis


@pytest.mark.parametrize(
    "text",
    [
        "The ministry holds the militia responsible for the killing of nine clerks in Lima.",
        "The ministry accused the militia of the killing of nine clerks in Lima.",
    ],
)
def test_what_somebody_is_held_responsible_for_is_alleged(
    read: Callable[..., Read], text: str
) -> None:
    (killing,) = [r for r in read(text).reports if r.type == "ASSAULT"]
    assert (killing.attributions[0][-1].name, killing.stance) == ("ministry", "alleges")
    assert [a.asserted_by for a in killing.actors] == ["ministry"]
