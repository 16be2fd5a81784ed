"""A place on its way into the file, and the search for places that our tables point to."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from gazetteer_parts.names import file_key

EARTH_KM = 12742.0  # diameter


@dataclass(slots=True)
class Place:
    """A row of `places` with the keys (and forms) of the names that lead to it."""

    number: int
    name: str
    kind: str
    lat: float | None
    lon: float | None
    country: str | None
    province: int | None = None
    district: int | None = None
    town: int | None = None
    population: int = 0
    capital: bool = False
    own_id: str | None = None
    keys: list[tuple[str, int]] = field(default_factory=list)
    dated: list[tuple[str, str, str]] = field(default_factory=list)  # key, from, to: years or ''

    def row(self) -> tuple[object, ...]:
        """The cells of the file's table."""
        return (
            self.number, self.own_id, self.name, self.kind, self.lat, self.lon, self.country,
            self.province, self.district, self.town, self.population, self.capital,
        )  # fmt: skip


Wanted = tuple[str, str, str]  # kind, country, key


class Targets:
    """Remembers, while places pass by, those that our tables will ask for by name."""

    def __init__(self, wanted: Iterable[Wanted]) -> None:
        self._found: dict[Wanted, list[Place]] = {one: [] for one in wanted}

    def see(self, place: Place) -> None:
        """Keep a place if a table names it."""
        for key, _ in place.keys:
            found = self._found.get((place.kind, place.country or "", key))
            if found is not None and all(other is not place for other in found):
                found.append(place)

    def largest(self, kind: str, country: str, name: str) -> Place | None:
        """The place with the most inhabitants among those of a name."""
        found = self._found.get((kind, country, file_key(name)), ())
        return max(found, key=lambda place: (place.population, -place.number), default=None)

    def nearest(self, kind: str, country: str, name: str, lat: float, lon: float) -> Place | None:
        """The place closest to a point among those of a name."""
        found = self._found.get((kind, country, file_key(name)), ())
        return min(found, key=lambda p: (distance_km(p, lat, lon), p.number), default=None)


def distance_km(place: Place, lat: float, lon: float) -> float:
    """Distance over the globe; infinite for a place without a point."""
    if place.lat is None or place.lon is None:
        return math.inf
    north, other = math.radians(place.lat), math.radians(lat)
    half_north, half_east = (other - north) / 2, math.radians(lon - place.lon) / 2
    chord = math.sin(half_north) ** 2 + math.cos(north) * math.cos(other) * math.sin(half_east) ** 2
    return EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))
