"""Checks the readable tables from which the gazetteer is compiled."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

from reportedly.find.places.cues import check_cues
from reportedly.find.places.gazetteer import DATA

_COLUMNS = {
    "countries.csv": ("iso", "lat", "lon", "other_names", "demonyms"),
    "country_names.csv": ("iso", "fa", "ar", "es"),
    "province_names.csv": ("country", "target", "name", "lat", "lon", "other_names"),
    "regions.csv": ("id", "name", "kind", "lat", "lon", "country", "other_names", "adjectives"),
    "sites.csv": ("id", "name", "type", "lat", "lon", "country", "town", "other_names"),
    "historical.csv": (
        "id", "name", "other_names", "from", "to", "kind", "target", "country", "lat", "lon",
        "demonyms",
    ),
    "aliases.csv": ("form", "kind", "country", "target", "names"),
}  # fmt: skip
_KEYS = {
    "province_names.csv": ("country", "target"),
    "historical.csv": ("name", "kind", "target", "country"),
    "aliases.csv": ("form", "kind", "country", "target", "names"),
}  # what tells rows apart; the first column elsewhere
_REGION_KINDS = frozenset(
    {"continent", "region", "province", "water", "island", "mountains", "desert"}
)
_TARGET_KINDS = frozenset({"town", "district", "province", "country", "site", "region"})
_ALIAS_FORMS = frozenset({"alternate", "demonym"})
Row = dict[str, str]


def check_gazetteer_tables(folder: Path = DATA) -> list[str]:
    """One line for each fault of the tables and word lists, with file and entry."""
    faults = check_cues(folder / "cues.toml")
    for name, columns in _COLUMNS.items():
        path = folder / name
        if not path.is_file():
            faults.append(f"{name}: missing")
            continue
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if tuple(reader.fieldnames or ()) != columns:
                faults.append(f"{name}: columns are not {', '.join(columns)}")
                continue
            rows = list(reader)
        faults += [f"{name}: {fault}" for fault in _faults(name, rows)]
    return faults


def _faults(table: str, rows: list[Row]) -> Iterator[str]:
    check: Callable[[Row], Iterator[str]] = {
        "countries.csv": _check_country,
        "country_names.csv": _check_names,
        "province_names.csv": _check_province,
        "regions.csv": _check_region,
        "sites.csv": _check_site,
        "historical.csv": _check_historical,
        "aliases.csv": _check_alias,
    }[table]
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        entry = row.get("name") or row.get("target") or str(next(iter(row.values())))
        if None in row or None in row.values():
            yield f"{entry}: a cell too many or too few"
            continue
        key = tuple(row[column] for column in _KEYS.get(table, _COLUMNS[table][:1]))
        if key in seen:
            yield f"{entry}: given twice"
        seen.add(key)
        yield from (f"{entry}: {fault}" for fault in check(row))
        yield from (f"{entry}: {fault}" for fault in _check_lists(row))


def _check_country(row: Row) -> Iterator[str]:
    yield from _check_point(row)
    if not _is_iso(row["iso"]):
        yield "no ISO code"


def _check_names(row: Row) -> Iterator[str]:
    if not _is_iso(row["iso"]):
        yield "no ISO code"
    yield from (f"no name in {language}" for language, name in row.items() if not name.strip())


def _check_province(row: Row) -> Iterator[str]:
    if row["lat"] or row["lon"]:
        yield from _check_point(row)
    if not row["target"] or not row["name"] or not _is_iso(row["country"]):
        yield "no target, no name or no ISO code"


def _check_region(row: Row) -> Iterator[str]:
    yield from _check_point(row)
    if not row["id"].startswith("region:") and not row["id"].isdigit():
        yield "an id begins with 'region:' or is a GeoNames id"
    if row["kind"] not in _REGION_KINDS:
        yield f"unknown kind {row['kind']}"
    if row["country"] and not _is_iso(row["country"]):
        yield "no ISO code"


def _check_site(row: Row) -> Iterator[str]:
    yield from _check_point(row)
    if not row["id"].startswith("site:"):
        yield "an id begins with 'site:'"
    if not row["type"]:
        yield "no type"
    if not _is_iso(row["country"]):
        yield "no ISO code"


def _check_historical(row: Row) -> Iterator[str]:
    if any(year and not year.isdecimal() for year in (row["from"], row["to"])):
        yield "a year is no number"
    elif row["from"] and row["to"] and int(row["to"]) < int(row["from"]):
        yield "ends before it begins"
    if row["kind"] not in _TARGET_KINDS:
        yield f"unknown kind {row['kind']}"
    if row["target"]:
        if row["id"] or row["lat"] or row["lon"]:
            yield "a name of another place has no id and no point"
        if row["kind"] != "region" and not _is_iso(row["country"]):
            yield "no ISO code"
        return
    yield from _check_point(row)
    if not row["id"].startswith("historical:"):
        yield "an id begins with 'historical:'"


def _check_alias(row: Row) -> Iterator[str]:
    if row["form"] not in _ALIAS_FORMS:
        yield f"unknown form {row['form']}"
    if row["kind"] not in _TARGET_KINDS:
        yield f"unknown kind {row['kind']}"
    if not row["target"] or not row["names"] or not _is_iso(row["country"]):
        yield "no target, no names or no ISO code"


def _check_point(row: Row) -> Iterator[str]:
    try:
        inside = abs(float(row["lat"])) <= 90 and abs(float(row["lon"])) <= 180
    except ValueError:
        inside = False
    if not inside:
        yield "no point on the globe"


def _check_lists(row: Row) -> Iterator[str]:
    """Faults of cells that hold several values."""
    for column in ("other_names", "names", "demonyms", "adjectives"):
        cell = row.get(column, "")
        values = cell.split("|")
        if cell and any(value != value.strip() or not value for value in values):
            yield f"{column}: an empty name or a space too many"
        elif len(values) != len(set(values)):
            yield f"{column}: a name twice"


def _is_iso(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code.isupper()
