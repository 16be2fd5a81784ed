"""Who says so, who denies and who takes back. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

DENIALS = [
    ("The ministry denied that officers had shot two marchers in Cusco.", "ministry"),
    ("Police denied shooting two marchers in Cusco.", "police"),
    ("The minister rejected reports that police had shot two marchers in Cusco.", "minister"),
    ("The River Front denied any part in Saturday's bombing in Cusco.", "river front"),
]


@pytest.mark.parametrize(("text", "speaker"), DENIALS)
def test_denials_are_reports_that_deny(read: Callable[..., Read], text: str, speaker: str) -> None:
    (report,) = [r for r in read(text).reports if r.type == "ASSAULT"]
    assert report.stance == "denies"
    assert speaker in report.attributions[0][-1].name.casefold()
    assert report.polarity == "positive"


def test_who_denies_a_part_is_the_denied_actor(read: Callable[..., Read]) -> None:
    (report,) = read(DENIALS[3][0]).reports
    assert [a.value.name for a in report.actors] == ["River Front"]
    assert report.actors[0].asserted_by is None


def test_what_a_denial_takes_for_granted_is_not_denied(read: Callable[..., Read]) -> None:
    reports = read("Police denied firing at the march in Cusco.").reports
    assert {r.type for r in reports if r.stance == "denies"} == {"ASSAULT"}


def test_a_refused_offer_is_no_denial(read: Callable[..., Read]) -> None:
    reports = read("The minister rejected the offer of talks on Monday.").reports
    assert all(r.stance != "denies" for r in reports)


def test_the_chain_leads_from_the_outlet_to_the_speaker(read: Callable[..., Read]) -> None:
    (report,) = read("Gunmen shot a judge in Cusco on Monday, police said.").reports
    names = [link.name.casefold() for link in report.attributions[0]]
    assert names == ["the test herald", "police"]


def test_an_actor_named_by_a_speaker_carries_his_name(read: Callable[..., Read]) -> None:
    (report,) = read("The opposition group said police shot two marchers in Cusco.").reports
    assert report.actors[0].asserted_by is not None
    (plain,) = read("Police shot two marchers in Cusco.").reports
    assert plain.actors[0].asserted_by is None


def test_several_speakers_make_one_report_with_several_chains(
    read: Callable[..., Read],
) -> None:
    text = (
        "Gunmen shot a judge in Cusco on Monday, police said. Gunmen shot the judge in Cusco on"
        " Monday night, a court clerk said."
    )
    (report,) = [r for r in read(text).reports if r.type == "ASSAULT"]
    assert len(report.attributions) == 2


def test_who_adds_only_a_number_is_no_voice(read: Callable[..., Read]) -> None:
    text = (
        "Two people were shot dead in Cusco on Monday, the health office said. A doctor said that"
        " five people had been killed."
    )
    (report,) = read(text).reports
    assert len(report.attributions) == 1


def test_nobody_claimed_it(read: Callable[..., Read]) -> None:
    text = "A bomb killed two guards in Cusco on Monday. No group claimed responsibility."
    (report,) = read(text).reports
    assert not report.actors


THREATS = [
    ('"If they block the bridge, we will impose a curfew," the minister said.', True),
    ('"If soldiers enter the port, we will burn every truck," a commander said.', True),
    ("The board said it would ask a court to ban the strike if no deal was reached.", False),
    ('"If it rains, we will cancel the fair," the mayor said.', False),
]


@pytest.mark.parametrize(("text", "is_threat"), THREATS)
def test_conditional_threats(read: Callable[..., Read], text: str, is_threat: bool) -> None:
    reports = read(text).reports
    assert any(r.type == "THREATEN" for r in reports) == is_threat
    assert all(r.type not in {"ASSAULT", "COERCE", "PROTEST"} for r in reports)


def test_a_threat_is_told_by_the_words_themselves(read: Callable[..., Read]) -> None:
    (report,) = [r for r in read(THREATS[1][0]).reports if r.type == "THREATEN"]
    assert report.evidence.quote == "If soldiers enter the port, we will burn every truck"


NOTHING = [
    'The banner read: "Shoot the traitors."',
    "Corrects paragraph 2 of our story of March 12: the march left at noon.",
    "The regime answers every strike with fire.",
    "The union is made of criminals who attack ministers.",
    "Was the mayor shot?",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_act(read: Callable[..., Read], text: str) -> None:
    doings = [r for r in read(text).reports if r.type in {"ASSAULT", "PROTEST", "COERCE"}]
    assert doings == []


def test_who_called_for_a_protest_that_took_place_acts_in_it(read: Callable[..., Read]) -> None:
    text = (
        "Vigils were held in Cusco and Tacna on Monday. The River Front had announced vigils in"
        " nine cities."
    )
    for report in read(text).reports:
        if report.type == "PROTEST":
            assert [a.value.name for a in report.actors] == ["River Front"]
            assert len(report.attributions) == 1
