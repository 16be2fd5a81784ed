"""How many gold points any reader of a text could find: by names in it that the gazetteer knows.

A point is within reach if any run of up to three capitalised words of the text (or a part of one,
where a hyphen joins two) is, in any spelling that a look-up near the point allows, the name of a
town, village, site or district within the radius. Chance counts too: a person can bear the name of
a village near by. So it is a ceiling, not a goal.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from reportedly.find.places import Gazetteer
from reportedly.find.places.names import normalise_name

_WORD = re.compile(r"[\w'’.-]+")
_LONGEST = 3
_SHORTEST = 3  # letters
_KM_A_DEGREE = 111.0
_POINTS = frozenset({"town", "site", "district"})


def within_reach(gazetteer: Gazetteer, text: str, lat: float, lon: float, radius: float) -> bool:
    """Whether a name in a text can be a place within so many kilometres of a point."""
    degrees = radius / _KM_A_DEGREE / math.cos(math.radians(lat))
    for key in sorted(_names(text)):
        known = (e for e in gazetteer.find(key) if e.kind in _POINTS)
        for entry in (*known, *gazetteer.around(key, lat, lon, degrees)):
            if distance_km(lat, lon, entry.lat, entry.lon) <= radius:
                return True
    return False


def distance_km(lat: float, lon: float, to_lat: float | None, to_lon: float | None) -> float:
    """Distance over the globe; infinite to a place without a point."""
    if to_lat is None or to_lon is None:
        return math.inf
    north, other = math.radians(lat), math.radians(to_lat)
    east = math.radians(to_lon - lon) / 2
    chord = math.sin((other - north) / 2) ** 2
    chord += math.cos(north) * math.cos(other) * math.sin(east) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(chord)))


def _names(text: str) -> set[str]:
    """Normalised runs of capitalised words, and their parts between hyphens."""
    return {key for key in map(normalise_name, _runs(text)) if len(key) >= _SHORTEST}


def _runs(text: str) -> Iterator[str]:
    found = list(_WORD.finditer(text))
    for first, word in enumerate(found):
        for last in range(first, min(first + _LONGEST, len(found))):
            if not found[last].group()[:1].isupper():
                break
            run = text[word.start() : found[last].end()].rstrip(".")
            yield run
            yield from run.split("-")
