"""Gazetteers of the user's: CSV or GeoJSON files of places, read and checked.

The format stands in docs/formats/gazetteer.md. A broken file is told in one line with the file,
the row and the reason.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import math
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from reportedly.data_files import cell_entries
from reportedly.errors import OptionError
from reportedly.find.places.entries import FEATURES, Entry, Form
from reportedly.find.places.names import normalise_name

COLUMNS = (
    "name", "lat", "lon", "kind", "country", "other_names", "from", "to", "id", "within",
    "population",
)  # fmt: skip
_REQUIRED = ("name", "lat", "lon")
_DEFAULT_KIND = "town"
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OwnPlaces:
    """The places of one file."""

    version: str  # a hash of the file's bytes
    by_key: Mapping[str, tuple[Entry, ...]]  # normalised name to places
    longest: Mapping[str, int]  # first word of a name to the words of the longest such name


class _Fault(Exception):  # noqa: N818  # never leaves this module
    """What is wrong with one row."""


def read_own_gazetteer(path: Path) -> OwnPlaces:
    """Read a user's file of places.

    Raises:
        OptionError: in one line with file, row and reason, if the file breaks its format.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise OptionError(f"{path}: cannot be read: {error.strerror}") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise OptionError(f"{path}: line {line}: no UTF-8 text (byte {error.start})") from None
    if "\x00" in text:
        line = text[: text.index("\x00")].count("\n") + 1
        raise OptionError(f"{path}: line {line}: a zero byte: no text file")
    is_json = path.suffix.lower() in (".geojson", ".json")
    rows = _geojson_rows(path, text) if is_json else _csv_rows(path, text)
    by_key: dict[str, list[Entry]] = {}
    seen: dict[str, str] = {}
    for where, row in rows:
        try:
            for key, entry in _entries(row):
                others = by_key.setdefault(key, [])
                if all(other.id != entry.id for other in others):
                    others.append(entry)
            place_id = entry.id
            if place_id in seen:
                raise _Fault(f"id {row.get('id')!r} is also that of {seen[place_id]}")
        except _Fault as fault:
            raise OptionError(f"{path}: {where}: {fault}") from None
        seen[place_id] = where
    if not seen:
        raise OptionError(f"{path}: holds no place")
    longest: dict[str, int] = {}
    for key in by_key:
        words = key.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return OwnPlaces(
        hashlib.sha256(data).hexdigest(), {k: tuple(v) for k, v in by_key.items()}, longest
    )


def _csv_rows(path: Path, text: str) -> Iterator[tuple[str, Row]]:
    """Rows of a CSV file by their line, cells stripped."""
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = [column.strip() for column in reader.fieldnames or ()]
        missing = [column for column in _REQUIRED if column not in columns]
        unknown = [column for column in columns if column not in COLUMNS]
        if missing:
            raise OptionError(f"{path}: line 1: no column {', '.join(missing)}")
        if unknown:
            raise OptionError(
                f"{path}: line 1: unknown column {', '.join(map(repr, unknown))}; "
                f"known are {', '.join(COLUMNS)}"
            )
        reader.fieldnames = columns
        for row in reader:
            where = f"line {reader.line_num}"
            if None in row or None in row.values():
                raise OptionError(f"{path}: {where}: a cell too many or too few")
            yield where, {key: value.strip() for key, value in row.items()}
    except csv.Error as error:
        raise OptionError(f"{path}: line {reader.line_num}: {error}") from None


def _geojson_rows(path: Path, text: str) -> Iterator[tuple[str, Row]]:
    """Features of a GeoJSON file by their order, with the point of each geometry."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise OptionError(f"{path}: line {error.lineno}: no JSON: {error.msg}") from None
    except RecursionError:
        raise OptionError(f"{path}: nested too deeply") from None
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list) or data.get("type") != "FeatureCollection":
        raise OptionError(f"{path}: no GeoJSON FeatureCollection")
    for number, feature in enumerate(features, 1):
        where = f"feature {number}"
        try:
            yield where, _feature_row(feature)
        except _Fault as fault:
            raise OptionError(f"{path}: {where}: {fault}") from None


def _feature_row(feature: Any) -> Row:  # noqa: ANN401  # whatever the JSON holds
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        raise _Fault("no Feature")
    properties = feature.get("properties") or {}
    if not isinstance(properties, dict):
        raise _Fault("properties are no object")
    lon, lat = _middle(feature.get("geometry"))
    row = {}
    for column in COLUMNS:
        value = properties.get(column)
        if isinstance(value, list):
            value = "|".join(map(str, value))
        elif isinstance(value, dict | bool):
            raise _Fault(f"{column} is no text")
        row[column] = "" if value is None else str(value).strip()
    if not row["id"] and isinstance(feature.get("id"), str | int):
        row["id"] = str(feature["id"])
    return row | {"lat": repr(lat), "lon": repr(lon)}


def _middle(geometry: Any) -> tuple[float, float]:  # noqa: ANN401
    """The point of a geometry, the middle of its extent for others than points."""
    if not isinstance(geometry, dict) or "coordinates" not in geometry:
        raise _Fault("no geometry with coordinates")
    points = list(_positions(geometry["coordinates"]))
    if not points:
        raise _Fault("no coordinates")
    lons, lats = zip(*points, strict=True)
    return (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2


def _positions(value: Any) -> Iterator[tuple[float, float]]:  # noqa: ANN401
    """All [longitude, latitude] of nested coordinates."""
    stack = [value]
    while stack:
        one = stack.pop()
        if not isinstance(one, list) or not one:
            raise _Fault("coordinates are no lists of numbers")
        if isinstance(one[0], list):
            stack.extend(one)
        elif len(one) >= 2 and all(
            isinstance(x, int | float) and not isinstance(x, bool) for x in one
        ):
            yield float(one[0]), float(one[1])
        else:
            raise _Fault("coordinates are no lists of numbers")


def _entries(row: Row) -> Iterator[tuple[str, Entry]]:
    """Keys of all names of a row, each with the place under that name."""
    name = row["name"]
    key = normalise_name(name)
    if not key:
        raise _Fault("no name")
    kind: Any = row.get("kind") or _DEFAULT_KIND
    if kind not in FEATURES:
        raise _Fault(f"unknown kind {kind!r}; known are {', '.join(FEATURES)}")
    country = row.get("country") or None
    if country and not (len(country) == 2 and country.isascii() and country.isupper()):
        raise _Fault(f"country {country!r} is no ISO 3166-1 code of two capitals")
    first, last = _day(row, "from", latest=False), _day(row, "to", latest=True)
    if first and last and last < first:
        raise _Fault(f"'to' {row['to']} is before 'from' {row['from']}")
    population = row.get("population") or "0"
    if not population.isdecimal():
        raise _Fault(f"population {population!r} is no whole number")
    lat, lon = _degrees(row, "lat", 90), _degrees(row, "lon", 180)
    feature, precision = FEATURES[kind]
    holders = cell_entries(row.get("within", ""))
    place_id = row.get("id") or f"{key} {lat:.4f} {lon:.4f}"
    others = [other for other in row.get("other_names", "").split("|") if other.strip()]
    names: list[tuple[str, Form]] = [(name, "name"), *((other, "alternate") for other in others)]
    for given, form in names:
        given_key = normalise_name(given).removeprefix("the ")
        if given_key:
            yield (
                given_key,
                Entry(
                    id=f"own:{place_id}",
                    name=name,
                    kind=kind,
                    lat=lat,
                    lon=lon,
                    country=country,
                    admin1=name if kind == "province" else None,
                    feature_class=feature,
                    precision=precision,
                    population=int(population),
                    form=form,
                    holders=holders,
                    own=True,
                    first=first,
                    last=last,
                ),
            )


def _degrees(row: Row, column: str, limit: int) -> float:
    given = row.get(column, "")
    try:
        value = float(given)
    except ValueError:
        raise _Fault(f"{column} {given!r} is no number") from None
    if not math.isfinite(value) or abs(value) > limit:
        raise _Fault(f"{column} {given!r} is not between -{limit} and {limit}")
    return value


def _day(row: Row, column: str, *, latest: bool) -> date | None:
    """The first or last day of '1996', '1996-05' or '1996-05-17'."""
    given = row.get(column, "")
    if not given:
        return None
    parts = given.split("-")
    try:
        numbers = [int(part) for part in parts]
        year = numbers[0]
        month = numbers[1] if len(parts) > 1 else 12 if latest else 1
        days = monthrange(year, month)[1]
        day = numbers[2] if len(parts) > 2 else days if latest else 1
        if len(parts) > 3 or not all(part.isascii() and part.isdecimal() for part in parts):
            raise ValueError
        return date(year, month, day)
    except (ValueError, IndexError):
        raise _Fault(f"{column} {given!r} is no YYYY, YYYY-MM or YYYY-MM-DD") from None
