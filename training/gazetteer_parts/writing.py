"""The compiled file: its tables, filled as places come and put in order at the end."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from gazetteer_parts.names import ALTERNATE, CODE, skeleton, sound
from gazetteer_parts.place import Place
from gazetteer_parts.villages import Village

_SCHEMA = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA temp_store = MEMORY;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE places (
    number INTEGER PRIMARY KEY,  -- GeoNames id, below zero for what our tables add
    id TEXT, name TEXT, kind TEXT, lat REAL, lon REAL, country TEXT,
    province INTEGER, district INTEGER, town INTEGER, population INTEGER, capital INTEGER
);
CREATE TABLE names (
    key TEXT, number INTEGER, form INTEGER, PRIMARY KEY (key, number)
) WITHOUT ROWID;
CREATE TABLE dated (
    key TEXT, number INTEGER, first INTEGER, last INTEGER, PRIMARY KEY (key, number)
) WITHOUT ROWID;
CREATE TABLE first_words (word TEXT PRIMARY KEY, longest INTEGER) WITHOUT ROWID;
CREATE TABLE skeletons (
    skeleton TEXT, sound TEXT, number INTEGER, PRIMARY KEY (skeleton, sound, number)
) WITHOUT ROWID;
CREATE TABLE villages (
    skeleton TEXT, key TEXT, lat REAL, lon REAL, country TEXT,
    name TEXT,  -- where it is not the key with capitals
    PRIMARY KEY (skeleton, key, lat, lon)
) WITHOUT ROWID;
CREATE TEMP TABLE given (key TEXT, number INTEGER, form INTEGER);
CREATE TEMP TABLE sounds (skeleton TEXT, sound TEXT, number INTEGER);
"""
_ORDER = """
INSERT INTO names SELECT key, number, MIN(form) FROM given GROUP BY key, number ORDER BY 1, 2;
INSERT OR IGNORE INTO skeletons SELECT * FROM sounds ORDER BY 1, 2, 3;
DROP TABLE given;
DROP TABLE sounds;
"""
_BATCH = 50_000  # names
_LEAST_KNOWN = 10_000  # inhabitants of a town whose spelling news varies
# romanised by syllables: another vowel is another town
_BY_SYLLABLES = frozenset({"CN", "HK", "JP", "KH", "KP", "KR", "LA", "MM", "MO", "TH", "TW", "VN"})


class Writing:
    """A file that is being written."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        self._connection = sqlite3.connect(path)
        self._connection.executescript(_SCHEMA)
        self._given: list[tuple[str, int, int]] = []
        self._dated: list[tuple[str, int, int | None, int | None]] = []
        self._sounds: list[tuple[str, str, int]] = []
        self.places = 0

    def add(self, places: Iterable[Place]) -> None:
        """Write places with their names."""
        self._connection.executemany(
            f"INSERT INTO places VALUES ({', '.join('?' * 12)})", self._rows(places)
        )

    def add_names(self, place: Place) -> None:
        """Write names that a place got after it was added."""
        self._names(place)

    def add_villages(self, villages: Iterable[Village]) -> None:
        """Write villages, which are filed by the skeleton of their names and by the names."""
        rows = (
            (
                skeleton(sound(one.key)), one.key, one.lat, one.lon, one.country,
                None if one.name == one.key.title() else one.name,
            )
            for one in villages
        )  # fmt: skip
        self._connection.executemany("INSERT OR IGNORE INTO villages VALUES (?,?,?,?,?,?)", rows)

    def finish(self, capitals: Iterable[int], version: str) -> None:
        """Put all in order and close the file."""
        self._flush()
        connection = self._connection
        connection.executemany(
            "UPDATE places SET capital = 1 WHERE number = ?", ((number,) for number in capitals)
        )
        connection.execute("INSERT INTO meta VALUES ('version', ?)", (version,))
        connection.commit()
        connection.executescript(_ORDER)
        connection.executemany(
            "INSERT INTO first_words VALUES (?, ?)", sorted(self._first_words().items())
        )
        connection.commit()
        connection.execute("VACUUM")
        connection.close()

    def _rows(self, places: Iterable[Place]) -> Iterator[tuple[object, ...]]:
        for place in places:
            self._names(place)
            self.places += 1
            yield place.row()
        self._flush()

    def _names(self, place: Place) -> None:
        self._given += [(key, place.number, form) for key, form in place.keys]
        self._dated += [(key, place.number, _year(a), _year(b)) for key, a, b in place.dated]
        known = place.kind == "province" or place.population >= _LEAST_KNOWN
        if known and place.kind in ("province", "town") and place.country not in _BY_SYLLABLES:
            for spoken in {sound(key) for key, form in place.keys if form <= ALTERNATE}:
                bones = skeleton(spoken)
                if bones:
                    self._sounds.append((bones, spoken, place.number))
        if len(self._given) > _BATCH:
            self._flush()

    def _flush(self) -> None:
        connection = self._connection
        connection.executemany("INSERT INTO given VALUES (?, ?, ?)", self._given)
        connection.executemany("INSERT OR IGNORE INTO dated VALUES (?, ?, ?, ?)", self._dated)
        connection.executemany("INSERT INTO sounds VALUES (?, ?, ?)", self._sounds)
        self._given.clear()
        self._dated.clear()
        self._sounds.clear()

    def _first_words(self) -> dict[str, int]:
        """Each word that begins a name, with the words of the longest name that it begins."""
        longest: dict[str, int] = {}
        for (key,) in self._connection.execute(
            f"SELECT DISTINCT key FROM names WHERE form < {CODE}"
        ):
            words = key.split(" ")
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
        return longest


def _year(cell: str) -> int | None:
    return int(cell) if cell else None
