"""How the columns of a data set become our terms (format: data/imports/README.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from reportedly.data_files import check_toml, read_toml
from reportedly.errors import DataError, OptionError
from reportedly.filters import TYPES
from reportedly.records import CountKind, Precision

MAPS = Path(__file__).parents[1] / "data" / "imports"
_SINGLE = ("id", "first_day", "last_day", "type", "sub_type", "place", "latitude", "longitude",
           "country", "precision", "outlets", "words")  # fmt: skip
_LISTS = ("actors", "recipients", "day_formats")
_BOUNDS = ("best", "low", "high")


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """A map of one data set; columns by our names."""

    name: str
    columns: Mapping[str, str]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    day_formats: tuple[str, ...]
    counts: Mapping[str, Mapping[str, str]]
    precision: Mapping[str, str]
    types: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]


def shipped_map(name: str) -> ColumnMap:
    """The map of a known data set.

    Raises:
        OptionError: if there is none of this name.
    """
    known = sorted(path.stem for path in MAPS.glob("*.toml"))
    if name not in known:
        raise OptionError(f"--as knows {', '.join(known)}, or csv with --map, not {name!r}")
    return load_map(MAPS / f"{name}.toml")


def load_map(path: Path) -> ColumnMap:
    """Read a map.

    Raises:
        DataError: if it cannot be read, with file, entry and reason in one line.
    """
    faults = check_map(path)
    if faults:
        raise DataError(faults[0])
    data = read_toml(path)
    columns = data["columns"]
    return ColumnMap(
        name=data["name"],
        columns={name: columns[name] for name in _SINGLE if name in columns},
        actors=tuple(columns.get("actors", ())),
        recipients=tuple(columns.get("recipients", ())),
        day_formats=tuple(columns.get("day_formats", ())),
        counts=data.get("counts", {}),
        precision=data.get("precision", {}),
        types={name: tuple(types) for name, types in data["types"].items()},
        needed=tuple(data["needed"]),
    )


def check_map(path: Path) -> list[str]:
    """One line for each fault of a map, with file and entry."""
    return check_toml(path, _faults)


def check_maps(folder: Path = MAPS) -> list[str]:
    """One line for each fault of all maps in a folder."""
    return [fault for path in sorted(folder.glob("*.toml")) for fault in check_map(path)]


def _faults(data: Mapping[str, Any]) -> Iterator[str]:
    for key in ("name", "columns", "types", "needed"):
        if not data.get(key):
            yield f"no {key}"
    known = {"name", "about", "needed", "columns", "counts", "precision", "types"}
    yield from (f"unknown entry {key}" for key in data if key not in known)
    for part in ("columns", "counts", "precision", "types"):
        if not isinstance(data.get(part, {}), dict):
            yield f"{part} is no table"
            return
    if not _is_list(data.get("needed", [])):
        yield "needed is no list of columns"
    yield from _column_faults(data.get("columns", {}))
    yield from _value_faults(data)


def _column_faults(columns: Mapping[str, Any]) -> Iterator[str]:
    for name, value in columns.items():
        if name not in (*_SINGLE, *_LISTS):
            yield f"columns: unknown {name}"
        elif not (_is_list(value) if name in _LISTS else isinstance(value, str)):
            yield f"columns.{name}: {'a list of columns' if name in _LISTS else 'one column'}"
    yield from (f"columns: no {name}" for name in ("first_day", "type") if name not in columns)


def _value_faults(data: Mapping[str, Any]) -> Iterator[str]:
    for kind, bounds in data.get("counts", {}).items():
        if kind not in get_args(CountKind):
            yield f"counts: unknown {kind}"
        if not isinstance(bounds, dict) or any(bound not in _BOUNDS for bound in bounds):
            yield f"counts.{kind}: best, low, high"
    for code, word in data.get("precision", {}).items():
        if word not in get_args(Precision):
            yield f"precision.{code}: no {word!r}"
    for name, acts in data.get("types", {}).items():
        if not _is_list(acts) or not acts:
            yield f"types.{name}: a list of PLOVER types"
        else:
            yield from (
                f"types.{name}: no type {a!r}" for a in acts if a.split(" ")[0] not in TYPES
            )


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
