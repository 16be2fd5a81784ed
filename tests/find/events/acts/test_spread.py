"""One act told for a list of places. All texts are invented; the towns are real."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from reportedly.records import Report
from tests.find.events.conftest import Read


def doings(reports: tuple[Report, ...], kind: str = "PROTEST") -> list[tuple[str | None, str]]:
    """Place and first day of the reports of one type."""
    return [
        (
            r.place.value.name if r.place else None,
            str(r.date.value.earliest) if r.date else "",
        )
        for r in reports
        if r.type == kind
    ]


# The pattern of a campaign text: a vague sentence with the date, the acts without their places,
# a sentence that takes them up for a list of places, details of one place, accusations.
CAMPAIGNS = [
    (
        "activities, in addition to",
        "On 4 May 2021, on the anniversary of the Harbour Workers' Day, protest activities were"
        " organised in various cities. Members of the Dawn Circles went on with their work.\n\n"
        "On Harbour Workers' Day, dock committees and supporters of the Dawn Party wrote slogans"
        " and put up banners in several cities across Kenya. In addition to Mombasa, these"
        " activities took place in the cities of Nakuru, Kisumu, Eldoret and Malindi.\n\n"
        "In the center of Mombasa, a large poster of the party's leader was installed.\n\n"
        "The state punishes any support for the party with prison, torture and possibly death.",
        ("Mombasa", "Nakuru", "Kisumu", "Eldoret", "Malindi"),
        "2021-05-04",
    ),
    (
        "actions, besides",
        "On 16 October 2022, the day of the miners, leaflets and paint were seen in many towns."
        "\n\nOn that day, members of the Workers' Dawn pasted posters and sprayed slogans in a"
        " number of towns. Besides Potosí, these actions were carried out in Oruro, Sucre and"
        " Cochabamba.\n\nThe government has lied about the Dawn for years.",
        ("Potosí", "Oruro", "Sucre", "Cochabamba"),
        "2022-10-16",
    ),
    (
        "a plain list",
        "On Monday, March 11, residents hung black flags from balconies in Cusco, Tacna, Juliaca"
        " and Arequipa. The flags stayed up until dusk.",
        ("Cusco", "Tacna", "Juliaca", "Arequipa"),
        "2024-03-11",
    ),
    (
        "including",
        "Women's groups distributed leaflets on Monday in nine cities, including Trujillo,"
        " Chiclayo and Piura.",
        ("Trujillo", "Chiclayo", "Piura"),
        "2024-03-11",
    ),
    (
        "the acts are named again",
        "Vigils for the dead fishermen were held on Sunday. The vigils took place in Mombasa,"
        " Lamu and Malindi, the organisers said. In Lamu people carried candles.",
        ("Mombasa", "Lamu", "Malindi"),
        "2024-03-10",
    ),
]


@pytest.mark.parametrize(
    ("text", "places", "day"), [row[1:] for row in CAMPAIGNS], ids=[row[0] for row in CAMPAIGNS]
)
def test_one_report_for_each_named_place(
    read: Callable[..., Read], text: str, places: tuple[str, ...], day: str
) -> None:
    published = date(2024, 3, 13) if day.startswith("2024") else None
    reports = read(text, published=published).reports
    assert sorted(doings(reports)) == sorted((place, day) for place in places)
    listed = [r for r in reports if r.type == "PROTEST"]
    assert len({r.list_key for r in listed}) == 1
    assert all(r.campaign is not None for r in listed)


def test_supporters_act_and_not_the_party(read: Callable[..., Read]) -> None:
    reports = read(CAMPAIGNS[0][1], published=None).reports
    for report in (r for r in reports if r.type == "PROTEST"):
        for actor in report.actors:
            assert actor.value.name != "Dawn Party" or actor.value.relation is not None


def test_spread_gives_the_origin_a_date_of_its_own(read: Callable[..., Read]) -> None:
    text = (
        "A strike by teachers that began in Trujillo on Thursday spread on Monday to Chiclayo,"
        " Piura and Tumbes, the teachers' union said."
    )
    assert doings(read(text).reports) == [
        ("Trujillo", "2024-03-07"),
        ("Chiclayo", "2024-03-11"),
        ("Piura", "2024-03-11"),
        ("Tumbes", "2024-03-11"),
    ]


def test_announced_cities_invent_nothing(read: Callable[..., Read]) -> None:
    text = (
        "Vigils were held in Cusco and Tacna on Monday. The front had announced vigils in nine"
        " cities."
    )
    assert doings(read(text).reports) == [("Cusco", "2024-03-11"), ("Tacna", "2024-03-11")]


def test_a_route_is_no_list(read: Callable[..., Read]) -> None:
    reports = read("Gunmen attacked a bus on the way between Cusco and Tacna on Monday.").reports
    assert len(doings(reports, "ASSAULT")) == 1


def test_each_place_of_a_list_keeps_its_own_day(read: Callable[..., Read]) -> None:
    text = "Teachers marched in Cusco on Monday and in Tacna on Tuesday."
    assert doings(read(text).reports) == [("Cusco", "2024-03-11"), ("Tacna", "2024-03-12")]


def test_numbers_may_stand_between_the_places_of_a_list(read: Callable[..., Read]) -> None:
    text = "Teachers marched on Monday in Cusco (2,000 people), Tacna (500) and Piura (300)."
    places = [place for place, _ in doings(read(text).reports)]
    assert places == ["Cusco", "Tacna", "Piura"]


def test_none_of_a_list_is_the_scene_of_what_follows(read: Callable[..., Read]) -> None:
    text = (
        "A bomb killed two guards in Lima on Sunday. Vigils were held in Cusco, Tacna and Piura"
        " on Monday. Police have arrested a suspect."
    )
    (arrest,) = doings(read(text).reports, "COERCE")
    assert arrest[0] == "Lima"


def test_what_extended_to_other_towns_began_elsewhere(read: Callable[..., Read]) -> None:
    text = "Vigils that began on Sunday in Cusco extended on Monday to Tacna and Piura."
    assert doings(read(text).reports) == [
        ("Cusco", "2024-03-10"),
        ("Tacna", "2024-03-11"),
        ("Piura", "2024-03-11"),
    ]


def test_joined_objects_have_places_of_their_own(read: Callable[..., Read]) -> None:
    text = "Gunmen shot a judge in Lima and a mayor in Tacna on Monday."
    assert [place for place, _ in doings(read(text).reports, "ASSAULT")] == ["Lima", "Tacna"]
