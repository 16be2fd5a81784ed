"""Look-up of place names in the compiled gazetteer (`training/gazetteer.py` makes the file)."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from reportedly.errors import DataError
from reportedly.find.places.cues import PlaceCues, load_cues
from reportedly.find.places.names import normalise_name
from reportedly.records import Place, PlaceCandidate, Precision

Kind = Literal[
    "continent", "region", "country", "province", "district", "town",
    "water", "island", "mountains", "desert",
]  # fmt: skip
Form = Literal["name", "alternate", "demonym"]

DATA = Path(__file__).parents[2] / "data" / "gazetteer"
_FORMS: tuple[Form, ...] = ("name", "alternate", "demonym")
_CACHED_NAMES = 20_000  # about 8 MB
_MOST_CANDIDATES = 80  # 'San Antonio' has hundreds: the smallest are never the answer unaided
_FEATURES: dict[str, tuple[str, Precision]] = {
    "continent": ("L", "region"),
    "region": ("L", "region"),
    "country": ("A", "country"),
    "province": ("A", "province"),
    "district": ("A", "district"),
    "town": ("P", "town"),
    "water": ("H", "region"),
    "island": ("T", "region"),
    "mountains": ("T", "region"),
    "desert": ("T", "region"),
}
_CANDIDATES = """
SELECT p.number, p.id, p.name, p.kind, p.lat, p.lon, p.country, p.province, p.district,
       p.population, p.capital, n.form, u.name
FROM names n JOIN places p ON p.number = n.number
LEFT JOIN places u ON u.number = p.province
WHERE n.key = ? ORDER BY p.population DESC, p.number LIMIT ?
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One place that a name can denote; coordinates are WGS84 degrees."""

    id: str  # GeoNames id; 'region:…' for what GeoNames' extracts lack
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
    holders: tuple[str, ...] = ()  # ids of the district and province that hold it
    capital: bool = False

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


class Gazetteer:
    """The places that names can denote, read from disk as they are asked for."""

    def __init__(self, path: Path, cues: PlaceCues) -> None:
        """Open a compiled file.

        Raises:
            DataError: if the file is missing or no gazetteer.
        """
        if not path.is_file():
            raise DataError(
                f"no gazetteer at {path}: build the package (pip install .) or run "
                "python training/gazetteer.py in a checkout"
            )
        self.cues = cues
        # immutable: no locks and no journal are looked for, so a read-only folder is enough
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        try:
            row = self._connection.execute(
                "SELECT value FROM meta WHERE key = 'version'"
            ).fetchone()
        except sqlite3.DatabaseError as error:
            raise DataError(f"{path} is no gazetteer: {error}") from error
        self.version: str = row[0]
        self._find = lru_cache(_CACHED_NAMES)(self._candidates)
        self._longest = lru_cache(_CACHED_NAMES)(self._longest_name)

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """All places of a name in any spelling, the largest first; empty where there is none."""
        return self._find(normalise_name(name))

    def find(self, key: str) -> tuple[Entry, ...]:
        """The places of an already normalised name."""
        return self._find(key)

    def longest_from(self, word: str) -> int:
        """How many words the longest name has that begins with a normalised word; 0: none."""
        return self._longest(word)

    def _candidates(self, key: str) -> tuple[Entry, ...]:
        rows = self._connection.execute(_CANDIDATES, (key, _MOST_CANDIDATES))
        return tuple(_entry(row) for row in rows)

    def _longest_name(self, word: str) -> int:
        row = self._connection.execute(
            "SELECT longest FROM first_words WHERE word = ?", (word,)
        ).fetchone()
        return row[0] if row else 0


def load_gazetteer(path: Path | None = None) -> Gazetteer:
    """The gazetteer that the package was built with, or another compiled file.

    Raises:
        DataError: if the file is missing (a checkout that was never built) or no gazetteer.
    """
    return Gazetteer(path or DATA / "gazetteer.sqlite", load_cues(DATA / "cues.toml"))


def _entry(row: tuple[Any, ...]) -> Entry:
    """An entry from a row of `_CANDIDATES`."""
    number, own_id, name, kind, lat, lon, country, province, district = row[:9]
    population, capital, form, province_name = row[9:]
    feature, precision = _FEATURES[kind]
    return Entry(
        id=own_id or str(number),
        name=name,
        kind=kind,
        lat=lat,
        lon=lon,
        country=country,
        admin1=province_name or (name if kind == "province" else None),
        feature_class=feature,
        precision=precision,
        population=population,
        form=_FORMS[form],
        holders=tuple(str(holder) for holder in (district, province) if holder),
        capital=bool(capital),
    )
