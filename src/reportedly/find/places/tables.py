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
    "regions.csv": ("id", "name", "kind", "lat", "lon", "country", "other_names", "adjectives"),
    "aliases.csv": ("name", "form", "kind", "target", "country"),
}
_REGION_KINDS = frozenset(
    {"continent", "region", "province", "water", "island", "mountains", "desert"}
)
_ALIAS_KINDS = frozenset({"town", "district", "province", "country"})
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


def _faults(name: str, rows: list[Row]) -> Iterator[str]:
    check: Callable[[Row], Iterator[str]] = {
        "countries.csv": _check_point,
        "country_names.csv": _check_names,
        "regions.csv": _check_region,
        "aliases.csv": _check_alias,
    }[name]
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        if None in row or None in row.values():
            yield f"{_entry(row)}: a cell too many or too few"
            continue
        key = tuple(row.values()) if name == "aliases.csv" else (_entry(row),)
        if key in seen:
            yield f"{_entry(row)}: given twice"
        seen.add(key)
        yield from (f"{_entry(row)}: {fault}" for fault in check(row))


def _entry(row: Row) -> str:
    return str(next(iter(row.values())))


def _check_point(row: Row) -> Iterator[str]:
    try:
        inside = abs(float(row["lat"])) <= 90 and abs(float(row["lon"])) <= 180
    except ValueError:
        inside = False
    if not inside:
        yield "no point on the globe"
    if "iso" in row and not _is_iso(row["iso"]):
        yield "no ISO code"


def _check_names(row: Row) -> Iterator[str]:
    if not _is_iso(row["iso"]):
        yield "no ISO code"
    yield from (f"no name in {language}" for language, name in row.items() if not name.strip())


def _check_region(row: Row) -> Iterator[str]:
    yield from _check_point(row)
    if not row["id"].startswith("region:"):
        yield "an id begins with 'region:'"
    if row["kind"] not in _REGION_KINDS:
        yield f"unknown kind {row['kind']}"
    if row["country"] and not _is_iso(row["country"]):
        yield "no ISO code"


def _check_alias(row: Row) -> Iterator[str]:
    if row["form"] not in _ALIAS_FORMS:
        yield f"unknown form {row['form']}"
    if row["kind"] not in _ALIAS_KINDS:
        yield f"unknown kind {row['kind']}"
    if not row["target"] or not _is_iso(row["country"]):
        yield "no target or no ISO code"


def _is_iso(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code.isupper()
