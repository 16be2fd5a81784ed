"""Places and dates that acts take from others, and what is no act. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Read = Callable[..., Any]


def acts(read: Read, text: str) -> set[tuple[str | None, str | None, str]]:
    """Type, place and realis of each report."""
    return {(r.type, r.place.value.name if r.place else None, r.realis) for r in read(text).reports}


def test_the_day_leads_back_to_the_place(read: Read) -> None:
    text = (
        "Soldiers fired on miners in Nairobi on Monday.\n\nThe party's march in Mombasa on "
        "Saturday was banned by the police.\n\nOf the 27 people arrested on Monday, 15 were "
        "released on Tuesday without charge."
    )
    assert ("RETREAT", "Nairobi", "actual") in acts(read, text)


def test_what_is_told_of_a_founder_dates_nothing(read: Read) -> None:
    (report,) = read(
        "The protests in Nairobi on Sunday were organised by Free Shore, a movement founded two "
        "years ago by divers."
    ).reports
    assert str(report.date.value.earliest) == "2024-03-10"


# text, type that must (not) be told, whether it is, why
TOLD: list[tuple[str, str, bool, str]] = [
    (
        "Police arrested two men in Nairobi on Monday on suspicion of having set fire to a depot "
        "on Sunday.",
        "ASSAULT",
        True,
        "the dated deed of a suspicion",
    ),
    (
        "Soldiers in Nairobi were forced to open fire on protesters on Monday.",
        "ASSAULT",
        True,
        "compelled, and done",
    ),
    (
        "The government has jailed chiefs, closed wells and bought newspapers.",
        "COERCE",
        False,
        "what somebody keeps doing",
    ),
    (
        "The party will propose that organisations which call for strikes be banned.",
        "COERCE",
        False,
        "proposed to others",
    ),
    (
        "Ana Roa said the union would block the road again in Nairobi unless the law was dropped.",
        "THREATEN",
        True,
        "unless",
    ),
    (
        "Eleven people were detained in Nairobi on Sunday. All were let go before midnight.",
        "RETREAT",
        True,
        "let go",
    ),
]


@pytest.mark.parametrize(("text", "kind", "told", "why"), TOLD, ids=[case[3] for case in TOLD])
def test_told(read: Read, text: str, kind: str, told: bool, why: str) -> None:
    assert (kind in {r.type for r in read(text).reports}) is told, why


def test_an_older_act_gives_the_news_no_date(read: Read) -> None:
    reports = read(
        "Police arrested 31 people in Nairobi, Mombasa and Kisumu, the commander said. Five had "
        "already been arrested in 2021 for blocking roads."
    ).reports
    news = [r for r in reports if r.type == "COERCE" and not r.retold]
    assert {r.place.value.name for r in news} == {"Nairobi", "Mombasa", "Kisumu"}


def test_a_correction_of_a_number_takes_nothing_else_back(read: Read) -> None:
    text = (
        "We wrote on Monday that members of Free Shore had set fire to a depot in Nairobi. We "
        "withdraw the statement.\n\nWe also reported that four people were injured in riots in "
        "Mombasa in 2021. The number was two."
    )
    reports = read(text).reports
    assert any(r.withdraws for r in reports)
    assert not any(r.withdraws for r in reports if r.place and r.place.value.name == "Mombasa")


def test_many_countries_call_for_it_once(read: Read) -> None:
    text = "Many countries, including Brazil, Germany and Japan, have called for reform of the UN."
    assert [r.type for r in read(text).reports].count("REQUEST") <= 1


def test_riots_of_a_decade_date_something_else(read: Read) -> None:
    assert not read("Many have left the town since the riots of the 1970s.").reports


def test_a_day_ahead_dates_nothing_that_was_done(read: Read) -> None:
    text = (
        "Gunmen attacked a hotel in Mombasa on Monday.\n\nBookings for Easter have fallen.\n\n"
        "Whoever helps the gunmen will go to prison, the minister warned."
    )
    published = date(2024, 3, 13)
    days = [r.date.value.earliest for r in read(text).reports if r.date is not None]
    assert days
    assert all(day is None or day <= published for day in days)


def test_since_when_a_strike_goes_on_dates_nothing_else(read: Read) -> None:
    text = (
        "Police arrested nine teachers in Nairobi on Monday.\n\nThe teachers, who have been on "
        "strike since February 19, want higher pay. Police used tear gas against the marchers."
    )
    days = {r.mode: str(r.date.value.earliest) for r in read(text).reports if r.date}
    assert (days["strike"], days["crowd-control"]) == ("2024-02-19", "2024-03-11")


def test_who_is_acquitted_was_in_the_same_trial(read: Read) -> None:
    text = (
        "The high court in Nairobi sentenced two officers to six years on Tuesday. A third officer"
        " was acquitted."
    )
    (free,) = [r for r in read(text).reports if r.type == "CONCEDE"]
    assert free.place.value.name == "Nairobi"
    assert str(free.date.value.earliest) == "2024-03-12"


def test_one_town_of_a_list_told_again_is_no_list(read: Read) -> None:
    text = "Rallies were held in Nairobi and Mombasa on Sunday; in Mombasa police blocked a road."
    told = [(r.type, r.place.value.name) for r in read(text).reports]
    assert sorted(told) == [
        ("COERCE", "Mombasa"),
        ("PROTEST", "Mombasa"),
        ("PROTEST", "Nairobi"),
    ]
