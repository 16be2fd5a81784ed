"""What a look-up in a gazetteer gives: a place as one of those that a name can denote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from reportedly.records import Place, PlaceCandidate, Precision

Kind = Literal[
    "continent", "region", "country", "province", "district", "town", "site",
    "water", "island", "mountains", "desert",
]  # fmt: skip
Form = Literal["name", "alternate", "demonym"]

# kind to the GeoNames feature class and the precision of a mention
FEATURES: dict[str, tuple[str, Precision]] = {
    "continent": ("L", "region"),
    "region": ("L", "region"),
    "country": ("A", "country"),
    "province": ("A", "province"),
    "district": ("A", "district"),
    "town": ("P", "town"),
    "site": ("S", "site"),
    "water": ("H", "region"),
    "island": ("T", "region"),
    "mountains": ("T", "region"),
    "desert": ("T", "region"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One place that a name can denote; coordinates are WGS84 degrees."""

    id: str  # GeoNames id; 'region:…', 'site:…', 'airport:…', 'historical:…' for others
    name: str
    kind: Kind
    lat: float | None  # None: a unit without a known town
    lon: float | None
    country: str | None  # ISO 3166-1 alpha-2
    admin1: str | None  # name of the province
    feature_class: str
    precision: Precision
    population: int
    form: Form  # how the looked-up name stands to the place
    holders: tuple[str, ...] = ()  # ids of the town, district and province that hold it
    capital: bool = False
    own: bool = False  # from a gazetteer of the user's
    first: date | None = None  # when the place bore the looked-up name; None: open
    last: date | None = None

    def bears_name_on(self, day: date | None) -> bool:
        """Whether the place bore the looked-up name on a day; an unknown day contradicts nothing.

        Former names go on being written ("the fall of Saigon"): this can rank, not exclude.
        """
        if day is None:
            return True
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def as_place(self, alternatives: tuple[PlaceCandidate, ...] = ()) -> Place:
        """The record of this place."""
        return Place(
            name=self.name,
            gazetteer_id=self.id,
            lat=self.lat,
            lon=self.lon,
            country=self.country,
            admin1=self.admin1,
            feature_class=self.feature_class,
            precision=self.precision,
            alternatives=alternatives,
        )
