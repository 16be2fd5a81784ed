"""Towns where few people live are told as their district; all names are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.export.privacy import Redacted
from reportedly.export.settlements import FLOOR, Settlements
from reportedly.find.places import Entry
from reportedly.records import Actor, Place, PlaceMention
from tests.export.conftest import ANALYSIS, ARTICLE, CORO, TEXT, words


class Directory:
    """A gazetteer of a village with 400 inhabitants, its district, and a town."""

    def place(self, gazetteer_id: str) -> Entry | None:
        return _ENTRIES.get(gazetteer_id)


def _entry(gazetteer_id: str, name: str, kind: str, population: int, *holders: str) -> Entry:
    return Entry(
        id=gazetteer_id, name=name, kind=kind, lat=-11.0, lon=-70.0, country="PE",  # type: ignore[arg-type]
        admin1="Sena", feature_class="P" if kind == "town" else "A", precision=kind,  # type: ignore[arg-type]
        population=population, form="name", holders=holders,
    )  # fmt: skip


_ENTRIES = {
    "1": _entry("1", "Coro", "town", 400, "2", "3"),
    "2": _entry("2", "Upper Belt", "district", 5_000),
    "3": _entry("3", "Sena", "province", 90_000),
    "4": _entry("4", "Arvan", "town", 40_000, "3"),
    "5": _entry("5", "Marn", "town", 0, "3"),
}
SETTLEMENTS = Settlements(FLOOR, Directory())


@pytest.mark.parametrize(
    ("place", "small"),
    [
        (CORO, True),
        (replace(CORO, name="Arvan", gazetteer_id="4"), False),
        (replace(CORO, name="Marn", gazetteer_id="5"), True),  # nobody knows how many live there
        (replace(CORO, gazetteer_id=None), True),
        (Place(name="Sena", gazetteer_id="3", precision="province"), False),
    ],
)
def test_which_towns_are_small(place: Place, small: bool) -> None:
    assert SETTLEMENTS.is_small(place) is small
    assert Settlements(0, Directory()).is_small(place) is False


def test_a_small_town_is_told_as_its_district_with_its_point() -> None:
    told = SETTLEMENTS.wider(CORO)
    assert told is not None
    assert (told.name, told.precision, told.gazetteer_id) == ("Upper Belt", "district", "2")
    assert (told.lat, told.lon) == (-11.0, -70.0)


def test_one_without_a_district_is_told_as_its_province_without_a_point() -> None:
    told = SETTLEMENTS.wider(replace(CORO, name="Marn", gazetteer_id="5"))
    assert told is not None
    assert (told.name, told.precision, told.lat) == ("Sena", "province", None)
    assert SETTLEMENTS.wider(Place(name="Marn")) is None


def test_words_follow() -> None:
    mention = PlaceMention(
        evidence=words("Coro"), place=CORO, kind="toponym", use="location", confidence=None,
        made_by="test",
    )  # fmt: skip
    analysis = replace(ANALYSIS, places=(*ANALYSIS.places, mention))
    redacted = Redacted(ARTICLE, analysis, SETTLEMENTS)
    assert "in Coro on Friday" in Redacted(ARTICLE, analysis).passage(words(TEXT))
    assert "in [a place] on Friday" in redacted.passage(words(TEXT))
    assert redacted.title("Baker held in Coro") == "Baker held in a place"
    assert redacted.actor(Actor(name="residents of Coro", kind="group")) == "residents of a place"
    public = Actor(name="Coro Water Board", kind="organisation", registry_id="Q1")
    assert redacted.actor(public) == "Coro Water Board"
    told = redacted.place(CORO)
    assert told is not None
    assert told.name == "Upper Belt"
