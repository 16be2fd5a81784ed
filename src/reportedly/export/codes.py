"""Codes of other codebooks: countries (ISO, FIPS) and PLOVER types (quad class, score, CAMEO)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_DATA = Path(__file__).parents[1] / "data"


@dataclass(frozen=True, slots=True)
class CountryCodes:
    """One country's name and codes."""

    iso2: str
    iso3: str
    numeric: int
    fips: str  # FIPS 10-4, which GDELT's places use
    name: str


@dataclass(frozen=True, slots=True)
class TypeCodes:
    """What PLOVER and CAMEO say of a type and mode."""

    quad: int  # 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material
    score: float  # PLOVER's score, -10 to 10
    cameo: str  # a string: codes have leading zeros


@lru_cache(maxsize=1)
def countries() -> Mapping[str, CountryCodes]:
    """Countries by ISO 3166-1 alpha-2 code (data/registries/countries.csv)."""
    return {
        row["iso2"]: CountryCodes(
            row["iso2"], row["iso3"], int(row["numeric"]), row["fips"], row["name"]
        )
        for row in _rows(_DATA / "registries" / "countries.csv")
    }


@lru_cache(maxsize=1)
def _types() -> Mapping[tuple[str, str], TypeCodes]:
    return {
        (row["type"], row["mode"]): TypeCodes(int(row["quad"]), float(row["score"]), row["cameo"])
        for row in _rows(_DATA / "profiles" / "plover_codes.csv")
    }


def type_codes(type_name: str, mode: str | None) -> TypeCodes:
    """The codes of a type with its mode, those of the type alone where the mode has none."""
    known = _types()
    return known.get((type_name, mode or "")) or known[type_name, ""]


def modes_of(type_name: str) -> frozenset[str]:
    """The modes that PLOVER has for a type."""
    return frozenset(mode for name, mode in _types() if name == type_name and mode)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
