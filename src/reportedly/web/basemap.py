"""What lies under the map beside coasts and borders: the largest towns in a box."""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from typing import Any

from reportedly.errors import OptionError
from reportedly.find.places.gazetteer import ATTRIBUTION, DATA
from reportedly.web.filters import Query
from reportedly.web.library import Library

_MOST = 5000
_NAMED = 60  # the largest also get their names


def towns_page(library: Library, query: Query) -> dict[str, Any]:
    """Towns within `box=west,south,east,north` as columns; the largest with their names."""
    try:
        west, south, east, north = (
            float(part) for part in (query.get("box") or "")[:80].split(",")
        )
    except ValueError:
        raise OptionError("box is west,south,east,north in degrees") from None
    found = _towns(round(west, 1), round(south, 1), round(east, 1), round(north, 1))
    return {
        "lat": [round(row[0], 2) for row in found],
        "lon": [round(row[1], 2) for row in found],
        "large": [int(row[2] >= 500_000) for row in found],
        "names": [row[3] for row in found[:_NAMED]],
        "attribution": ATTRIBUTION[0],
    }


@lru_cache(64)
def _towns(
    west: float, south: float, east: float, north: float
) -> tuple[tuple[float, float, int, str], ...]:
    address = f"{(DATA / 'gazetteer.sqlite').resolve().as_uri()}?mode=ro&immutable=1"
    database = sqlite3.connect(address, uri=True, check_same_thread=False)
    try:
        return tuple(
            database.execute(
                "SELECT lat, lon, population, name FROM places WHERE kind = 'town'"
                " AND lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?"
                " ORDER BY population DESC, number LIMIT ?",
                (south, north, west, east, _MOST),
            )
        )
    finally:
        database.close()
