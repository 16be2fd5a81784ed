"""Small places by the district or town beside them. All sentences are invented, the places real."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.find.places import Gazetteer
from reportedly.records import PlaceMention

Finder = Callable[..., tuple[PlaceMention, ...]]
DISTRICT = "Elephants came to {} in Pithoragarh District on Monday."

PLACED = [
    ("Villagers of Gangolihat block of Pithoragarh District came.", "Gangolihat", "a block"),
    ("Two lorries burned in Munsiyari tehsil of Pithoragarh District.", "Munsiyari", "its sound"),
    (DISTRICT.format("the Gangolihat forest"), "Gangolihat forest", "named for a village"),
    (
        DISTRICT.format("the limits of Gangolihat Police Station"),
        "Gangolihat Police Station",
        "so are police stations",
    ),
    ("It rained at Gangolihat in the Pithoragarh District.", "Gangolihat", "a place by its unit"),
    (
        "It rained at Gangolihat in the border area of Pithoragarh District.",
        "Gangolihat",
        "words between a village and its district",
    ),
    (
        "Nomads came to Gangolihat under Berinag Police Station limits in Pithoragarh District.",
        "Gangolihat",
        "a chain behind it",
    ),
    (
        "It rained in Pithoragarh District. Hail fell near Gangolihat village in the District.",
        "Gangolihat",
        "the district of the sentence before",
    ),
]

NOWHERE = [
    ("It rained at Gangolihat village on Monday.", "Gangolihat", "no district is named"),
    ("It rained at Gangolihat village in Idukki District.", "Gangolihat", "none of it is near"),
    (DISTRICT.format("Xyzzyvada village"), "Xyzzyvada", "nobody knows it"),
    (
        DISTRICT.format("the Gangolihat Bridge"),
        "Gangolihat Bridge",
        "bridges are named for anything",
    ),
]


@pytest.mark.parametrize(("text", "name", "why"), PLACED)
def test_a_name_is_looked_up_near_the_unit_that_holds_it(
    places_of: Finder, text: str, name: str, why: str
) -> None:
    found = {mention.evidence.quote: mention for mention in places_of(text)}
    place = found[name].place if name in found else None
    assert place is not None, why
    assert place.gazetteer_id is not None
    assert place.gazetteer_id.startswith("village:in:"), why
    assert place.country == "IN"
    assert place.admin1 == "Uttarakhand"
    assert "is named beside it" in (place.reason or "")
    assert (found[name].confidence or 1) <= 0.7


@pytest.mark.parametrize(("text", "name", "why"), NOWHERE)
def test_other_names_stay_without_a_place(
    places_of: Finder, text: str, name: str, why: str
) -> None:
    found = {mention.evidence.quote: mention.place for mention in places_of(text)}
    assert found.get(name) is None, why


def test_a_namesake_far_from_the_district_is_not_meant(places_of: Finder) -> None:
    """Salem, a town of 800,000, lies in another state than the village's district."""
    text = "A flood hit Munnar and Salem village in Pithoragarh District."
    found = {mention.evidence.quote: mention.place for mention in places_of(text)}
    assert found["Salem"] is None


NAMESAKES = [
    ("It rained at Kutru village in Bijapur District.", "Chhattisgarh", "it has a Kutru"),
    (
        "A flood hit Bijapur District. Hail fell near Bhairamgarh.",
        "Chhattisgarh",
        "it has the village of the next sentence",
    ),
    ("It rained in Bijapur District.", "Karnataka", "the larger one, where nothing tells"),
    ("It rained at Xyzzyvada village in Bijapur District.", "Karnataka", "nobody knows it"),
]


@pytest.mark.parametrize(("text", "province", "why"), NAMESAKES)
def test_a_district_is_told_by_the_villages_in_it(
    places_of: Finder, text: str, province: str, why: str
) -> None:
    found = {mention.evidence.quote: mention.place for mention in places_of(text)}
    place = found["Bijapur District"]
    assert place is not None, why
    assert (place.precision, place.admin1) == ("district", province), why


def test_a_village_of_another_block_is_not_meant(places_of: Finder) -> None:
    """The only Kutru of the district lies more than 40 km from the town of the block."""
    text = "It rained at Kutru village in Bhopalpatnam block of Bijapur District."
    found = {mention.evidence.quote: mention.place for mention in places_of(text)}
    assert found["Kutru"] is None


def test_a_police_station_stands_in_its_town(places_of: Finder) -> None:
    text = "A tanker burned in the limits of Manjeshwar Police Station in Kasaragod District."
    (first, *_) = places_of(text)
    assert (first.evidence.quote, first.use) == ("Manjeshwar", "location")
    assert first.place is not None
    assert first.place.precision == "town"


def test_a_block_of_houses_is_no_unit(places_of: Finder) -> None:
    found = {m.evidence.quote for m in places_of("He lives in the 1200 block of Xyzzy Street.")}
    assert "Xyzzy" not in found


def test_villages_answer_only_near_a_point(gazetteer: Gazetteer) -> None:
    assert [e.name for e in gazetteer.around("gangolihat", 29.7, 80.1, 1.0)] == ["Gangolihat"]
    assert gazetteer.around("gangolihat", 10.0, 77.0, 1.0) == ()
    assert gazetteer.around("", 29.7, 80.1, 1.0) == ()
    assert gazetteer.find("gangolihat") == ()


DISTRICTS = [
    ("It rained in Vishakhapatnam District.", "Vishakhapatnam", "Andhra Pradesh",
     "a spelling that the gazetteer has of the town alone"),
    ("It rained in Warangal District.", "Warangal", "Telangana", "a district that was split"),
    ("It rained at Rafiganj in Aurangabad District.", "Aurangabad District", "Bihar",
     "a namesake under another name, by the town that is put into it"),
    ("It rained at Paithan in Aurangabad District.", "Aurangabad District", "Maharashtra",
     "the other one"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "province", "why"), DISTRICTS)
def test_a_district_is_no_town(
    places_of: Finder, text: str, name: str, province: str, why: str
) -> None:
    found = {mention.evidence.quote: mention.place for mention in places_of(text)}
    place = found[name]
    assert place is not None, why
    assert (place.precision, place.admin1) == ("district", province), why


def test_a_town_without_the_word_stays_a_town(places_of: Finder) -> None:
    (found,) = places_of("It rained in Warangal.")
    assert found.place is not None
    assert found.place.precision == "town"


def test_a_guessed_spelling_gives_way_to_a_village_of_the_district(places_of: Finder) -> None:
    """Aranpur sounds like Orenburg, which is no reason to leave Dantewada District."""
    found = {m.evidence.quote: m.place for m in places_of("It rained at Aranpur in Dantewada.")}
    far = found.get("Aranpur")
    assert far is None or far.country == "IN"
    text = "It rained at Aranpur village in Dantewada District."
    found = {m.evidence.quote: m.place for m in places_of(text)}
    assert [p.admin1 if p else None for p in found.values()] == ["Chhattisgarh", "Chhattisgarh"]


@pytest.mark.parametrize(
    "text",
    [
        "Members of the Nainital area committee met in Almora.",
        "A squad leader of the Nainital Zonal Committee gave up in Almora.",
    ],
)
def test_a_committee_named_for_a_town_acts_elsewhere(places_of: Finder, text: str) -> None:
    found = [m.evidence.quote for m in places_of(text) if m.use == "location"]
    assert found == ["Almora"]


def test_a_district_behind_a_police_station_is_a_location(places_of: Finder) -> None:
    found = places_of("A lorry burned under Berinag Police Station of Pithoragarh District.")
    assert [m.use for m in found] == ["location", "location"]
