"""Roles, days and counts that grammar leaves open and the network fills. All is invented."""

from __future__ import annotations

from datetime import date

import pytest

import reportedly
from reportedly.find.events.act_words import load_act_words
from reportedly.records import Report

pytestmark = pytest.mark.skipif(load_act_words() is None, reason="needs onnxruntime")


def reports(text: str, kind: str) -> list[Report]:
    """The reports of a type in a text of 2 March 2026, a Monday."""
    found = reportedly.analyse(text, published="2026-03-02").reports
    return [report for report in found if report.type == kind]


def test_roles_that_grammar_leaves_open_are_filled() -> None:
    text = "For the nurses of Coro it was a day spent on the picket line outside the ministry."
    (report,) = reports(text, "PROTEST")
    assert [actor.value.name for actor in report.actors] == ["nurses of Coro"]
    assert [recipient.value.name for recipient in report.recipients] == ["ministry"]


def test_the_actor_of_a_noun_stands_far_from_it() -> None:
    text = "A plea for help went out on Sunday from the mayor of Arvan to the army."
    (report,) = reports(text, "REQUEST")
    assert [actor.value.name for actor in report.actors] == ["mayor of Arvan"]


@pytest.mark.parametrize(
    "text",
    [
        "Two farmers were shot dead near Arvan on Sunday, police said.",
        "A trader was found with his throat cut in Arvan, where officers keep a post.",
    ],
)
def test_an_attack_without_an_agent_stays_so(text: str) -> None:
    assert [report.actors for report in reports(text, "ASSAULT")] == [()]


def test_who_did_something_else_threatened_nobody() -> None:
    text = "Seven miners, who had received threats, were wounded by rebels in Lima on Sunday."
    assert [report.actors for report in reports(text, "THREATEN")] == [()]


def test_who_acts_does_not_suffer_it() -> None:
    for report in reports("Volda trucked flour to the besieged town of Arvan.", "AID"):
        actors = {actor.value.name for actor in report.actors}
        assert not actors & {recipient.value.name for recipient in report.recipients}


@pytest.mark.parametrize(
    "text",
    [
        "Police seized a phone in Arvan and detained a man of 22.",
        "Thirty people were arrested in Arvan, and two shotguns and a drone were confiscated.",
    ],
)
def test_who_suffers_the_verb_beside_suffers_it_alone(text: str) -> None:
    for report in reports(text, "COERCE"):
        assert bool(report.recipients) == (report.mode == "arrest")


@pytest.mark.parametrize(
    "text",
    [
        "Photographers who filmed a march in Lima were held by police on Sunday.",
        "Residents watched a protest in Arvan on Sunday.",
    ],
)
def test_who_looks_on_does_not_protest(text: str) -> None:
    assert [report.actors for report in reports(text, "PROTEST")] == [()]


def test_of_two_days_the_one_of_the_act_is_taken() -> None:
    text = (
        "Police in Coro arrested nine men on Sunday who are to be brought before a judge on Friday."
    )
    (report,) = reports(text, "COERCE")
    assert report.date is not None
    assert report.date.value.earliest == date(2026, 3, 1)


def test_a_number_counts_what_befell_those_it_counts() -> None:
    text = "Some 900 filed past the ministry in Coro on Sunday to protest against the new tax."
    (report,) = reports(text, "PROTEST")
    assert [(count.value.kind, count.value.low) for count in report.counts] == [("crowd", 900)]


def test_for_whom_it_is_done_does_not_do_it() -> None:
    text = (
        "Elders in Lima spoke on Sunday of twenty days of roadblocks in support of President Roa."
    )
    assert "President Roa" not in {
        actor.value.name for report in reports(text, "PROTEST") for actor in report.actors
    }


@pytest.mark.parametrize(
    "text",
    [
        "Cleric gunned down near a bank in Arvan. He was on his way to pray.",
        "Residents of Arvan woke on Sunday to find eight people clubbed to death.",
        "Three Christian labourers hacked to death on a farm in Arvan on Tuesday.",
        "Mayor beaten while putting up posters. Four youths punched him in Arvan on Friday.",
    ],
)
def test_who_suffers_does_not_act(text: str) -> None:
    (report,) = reports(text, "ASSAULT")
    victims = {"cleric", "people", "Christian labourers", "mayor"}
    assert not victims & {actor.value.name for actor in report.actors}
    assert victims & {recipient.value.name for recipient in report.recipients}


def test_a_place_over_an_item_does_nothing() -> None:
    (report,) = reports("Naples: residents of Lima blocked the road on Thursday.", "PROTEST")
    assert [actor.value.name for actor in report.actors] == ["residents of Lima"]


def test_whose_weapon_it_is_still_acts() -> None:
    (report,) = reports("A Turkish drone killed five fighters near Arvan on Saturday.", "ASSAULT")
    assert [actor.value.name for actor in report.actors] == ["Turkey"]


@pytest.mark.parametrize(
    "text",
    [
        "Nine weavers died in police firing in Arvan.",
        "In 1990 two brothers from Arvan were killed in police firing during the riots.",
    ],
)
def test_whose_firing_it_was_is_left_to_grammar(text: str) -> None:
    (report,) = reports(text, "ASSAULT")
    assert [actor.value.name for actor in report.actors] == ["police"]


def test_who_frees_convicts_did_not_sentence_them() -> None:
    text = "The emir of Arvan ordered the release of nine clerks sentenced over a riot in Lima."
    assert [report.actors for report in reports(text, "SANCTION")] == [()]
