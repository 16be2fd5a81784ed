"""Towns too small to be told: where few people live, a town's name points to persons.

A default export tells no place finer than the district of such a town, in fields and in words.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from reportedly.errors import DataError
from reportedly.find.places import Entry, load_gazetteer
from reportedly.records import Place

FLOOR = 1000
"""Inhabitants. The gazetteer knows towns from 500 on, so a floor must lie above that to hide any;
statistical offices withhold figures of persons for areas of about this size."""


class Directory(Protocol):
    """A gazetteer that knows places by their ids."""

    def place(self, gazetteer_id: str) -> Entry | None:
        """The place with this id."""


class Settlements:
    """Which towns lie under a floor of inhabitants, and what is told in their place.

    Args:
        floor: inhabitants; 0 tells every town.
        places: the gazetteer, None where there is none: then no town's size is known.
    """

    def __init__(self, floor: int, places: Directory | None) -> None:
        self.floor = floor
        self._entry = lru_cache(20_000)(places.place if places else _unknown)

    def is_small(self, place: Place) -> bool:
        """Whether a town is under the floor; one of unknown size counts as small."""
        if self.floor <= 0 or place.precision != "town":
            return False
        entry = self._entry(place.gazetteer_id) if place.gazetteer_id else None
        return entry is None or entry.population < self.floor

    def wider(self, place: Place) -> Place | None:
        """The district that holds a town, else its province, else its country."""
        entry = self._entry(place.gazetteer_id) if place.gazetteer_id else None
        held_by = [self._entry(one) for one in entry.holders] if entry else []
        units = [one for one in held_by if one and one.precision in ("district", "province")]
        district = next((one for one in units if one.precision == "district"), None)
        if district is not None:
            return replace(district.as_place(), admin1=place.admin1, country=place.country)
        return province_of(place)


def province_of(place: Place) -> Place | None:
    """A place as its province or country, without a point; None where neither is known."""
    if place.country is None:
        return None
    return replace(
        place, name=place.admin1 or place.country, gazetteer_id=None, lat=None, lon=None,
        feature_class="A", precision="province" if place.admin1 else "country", alternatives=(),
        reason=None,
    )  # fmt: skip


def load_settlements(floor: int) -> Settlements:
    """The towns of the package's gazetteer."""
    try:
        return Settlements(floor, load_gazetteer())
    except DataError:  # a checkout that was never built
        return Settlements(floor, None)


def _unknown(gazetteer_id: str) -> Entry | None:
    return None
