"""Lists of incidents, tickers and round-ups. All texts are invented; the towns are real."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.records import Report
from tests.find.events.conftest import Read

BULLETS = """• Mon 4 Mar: unidentified armed men abducted a chief near Piura. His house was burned.
• Same day: three mortar shells fell near the airport of Tacna.
• Wed 6 Mar: several dozen women marched in Lima."""

TICKER = """21:35 Police fire tear gas at marchers in Piura.
20:50 Two men were detained in Tacna.
15:00 Students have blocked a road in Lima."""

TIMELINE = """Gunmen attacked a market in Piura on Sunday.
07:10 The gunmen shot a guard in Piura.
07:40 Soldiers shot two gunmen in Piura.
08:15 The army freed nine traders in Piura."""

ROUND_UP = """LIMA – A bomb killed two policemen on Sunday. Nobody has claimed responsibility.

PIURA – Gunmen abducted a trader on Saturday. The Brigades denied any role.

TACNA – Dockers marched. In the city itself a court on Sunday sentenced a clerk to death."""

HEADINGS = """Lima
Gunmen shot a guard.

Tacna
Police arrested two dockers."""


def _told(reports: tuple[Report, ...]) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (
            r.type,
            r.place and r.place.value.name,
            str(r.date.value.earliest) if r.date is not None else None,
        )
        for r in reports
    ]


def test_the_day_of_a_label_dates_all_of_its_entry(read: Callable[..., Read]) -> None:
    told = _told(read(BULLETS).reports)
    assert ("ASSAULT", "Piura", "2024-03-04") in told
    assert ("ASSAULT", "Tacna", "2024-03-04") in told
    assert ("PROTEST", "Lima", "2024-03-06") in told
    assert {day for _, _, day in told} == {"2024-03-04", "2024-03-06"}


def test_a_label_is_no_actor(read: Callable[..., Read]) -> None:
    actors = {a.value.name for r in read(BULLETS).reports for a in r.actors}
    assert "unidentified armed men" in actors
    assert not any("Mar" in name for name in actors)


def test_the_entries_of_a_ticker_are_of_the_day_of_publication(read: Callable[..., Read]) -> None:
    told = _told(read(TICKER).reports)
    assert ("ASSAULT", "Piura", "2024-03-13") in told, "the present tense is no habit here"
    assert ("COERCE", "Tacna", "2024-03-13") in told
    assert {day for _, _, day in told} == {"2024-03-13"}


def test_a_timeline_of_an_earlier_day_is_no_ticker(read: Callable[..., Read]) -> None:
    assert {day for _, _, day in _told(read(TIMELINE).reports)} == {"2024-03-10"}


def test_a_town_over_entries_is_their_place(read: Callable[..., Read]) -> None:
    told = {(kind, place) for kind, place, _ in _told(read(HEADINGS).reports)}
    assert told == {("ASSAULT", "Lima"), ("COERCE", "Tacna")}


def test_words_have_the_day_of_what_their_speaker_said_before(read: Callable[..., Read]) -> None:
    text = (
        '"They had a licence," Minister Ana Rojas told reporters in Lima on Monday. '
        "She demanded the return of the three men."
    )
    demand = next(r for r in read(text).reports if r.type == "REQUEST")
    assert demand.date is not None
    assert str(demand.date.value.earliest) == "2024-03-11"


def test_a_court_sits_in_the_town_of_its_name(read: Callable[..., Read]) -> None:
    text = "Gunmen shot a guard in Piura. The Tacna Provincial Court charged a man with murder."
    charge = next(r for r in read(text).reports if r.type == "ACCUSE")
    assert charge.place is not None
    assert charge.place.value.name == "Tacna"


def test_a_time_since_something_else_dates_no_act(read: Callable[..., Read]) -> None:
    text = "Gunmen killed nine traders in Piura on Sunday in the worst attack since 2003."
    days = {str(r.date.value.earliest) for r in read(text).reports if r.date is not None}
    assert days == {"2024-03-10"}


def test_each_item_of_a_round_up_is_read_by_itself(read: Callable[..., Read]) -> None:
    reports = read(ROUND_UP).reports
    (sentence,) = [r for r in reports if r.type == "SANCTION"]
    assert sentence.place is not None
    assert sentence.place.value.name == "Tacna", "not where something else was on Sunday"
    (denial,) = [r for r in reports if r.stance == "denies"]
    assert (denial.type, denial.mode) == ("ASSAULT", "abduct"), "not the bomb of another item"


def test_who_claims_in_an_item_of_a_round_up_claims_what_it_tells(
    read: Callable[..., Read],
) -> None:
    text = (
        "LIMA – A bomb killed two policemen on Sunday.\n\n"
        "TACNA – Dockers marched on Sunday. The Covenant Brigades claimed responsibility."
    )
    (bomb,) = [r for r in read(text).reports if r.type == "ASSAULT"]
    assert [a.value.name for a in bomb.actors] == []
