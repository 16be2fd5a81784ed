"""Persian, Arabic and Spanish sentences end to end: names with the points that they denote.

All sentences are invented. A cell of `places` gives each name with latitude and longitude.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.records import PlaceMention

Finder = Callable[..., tuple[PlaceMention, ...]]
_NEAR_KM = 161.0

with (Path(__file__).parent / "languages.csv").open(encoding="utf-8", newline="") as file:
    SENTENCES = list(csv.DictReader(file))


@pytest.mark.parametrize("row", SENTENCES, ids=[row["places"] for row in SENTENCES])
def test_sentence(places_of: Finder, row: dict[str, str]) -> None:
    mentions = places_of(row["text"], row["language"])
    for cell in row["places"].split("|"):
        name, lat, lon = cell.rsplit(" ", 2)
        places = [m.place for m in mentions if m.evidence.quote == name and m.place]
        assert places, f"{name}: not found or without a place"
        assert any(_km(p.lat, p.lon, float(lat), float(lon)) < _NEAR_KM for p in places), places


def test_each_language_has_a_table() -> None:
    for language in ("fa", "ar", "es"):
        assert sum(row["language"] == language for row in SENTENCES) >= 25


def _km(lat: float | None, lon: float | None, other_lat: float, other_lon: float) -> float:
    if lat is None or lon is None:
        return math.inf
    east = (lon - other_lon) * math.cos(math.radians(lat))
    return 111.2 * math.hypot(lat - other_lat, east)
