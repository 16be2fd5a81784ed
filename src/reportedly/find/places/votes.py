"""What the names of a text say together of countries, provinces and neighbourhoods."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.find.places import weights
from reportedly.find.places.gazetteer import Entry

_ALL_COUNTRIES = "country:"
_POINTS = frozenset({"town", "district", "site"})  # small enough to have neighbours
_SOME = 0.3  # votes from which a text is about a unit
_ROW = 0.5  # degrees of latitude of a cell of the globe, 56 km
Ballot = tuple[str, Sequence[tuple[Entry, float]], float]  # name, candidates with shares, weight


@dataclass(frozen=True, slots=True)
class Tally:
    """Votes for units ('country:XX', ids, cells): of all names of a text, and of each alone."""

    total: Mapping[str, float]
    own: Mapping[str, Mapping[str, float]]

    def of_others(self, key: str, unit: str) -> float:
        """The votes for a unit that other names than this one give."""
        return max(self.total.get(unit, 0.0) - self.own.get(key, {}).get(unit, 0.0), 0.0)

    def countries_of_others(self, key: str) -> float:
        """All votes for countries that other names than this one give."""
        return self.of_others(key, _ALL_COUNTRIES)

    def is_near(self, key: str, entry: Entry) -> bool:
        """Whether other names denote places near an entry or in a unit that holds it."""
        units = {*inner_units(entry), *_cells_around(entry)}
        return any(self.of_others(key, unit) >= _SOME for unit in units)

    def evidence(self, key: str, entry: Entry) -> float:
        """Points of a candidate from the other names of the text."""
        voters = self.countries_of_others(key) + weights.SMOOTHING
        country = self.of_others(key, f"country:{entry.country}")
        province = max((self.of_others(key, unit) for unit in inner_units(entry)), default=0.0)
        near = sum(self.of_others(key, cell) for cell in _cells_around(entry))
        shares = weights.COUNTRY_VOTE * country + weights.PROVINCE_VOTE * province
        return shares / voters + weights.NEARBY_VOTE * math.sqrt(near / voters)


def count_votes(ballots: Iterable[Ballot], prior: Mapping[str, float]) -> Tally:
    """The votes of the names of a text as read so far, and of what is known of its outlet."""
    total: dict[str, float] = defaultdict(float)
    own: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for country, weight in prior.items():
        total[f"country:{country}"] += weight
        total[_ALL_COUNTRIES] += weight
    for key, candidates, times in ballots:
        for entry, share in candidates:
            weight = share * weights.VOTE.get(entry.kind, 0.0) * times
            if entry.form == "demonym" and entry.kind != "country":
                weight *= weights.DEMONYM_VOTE
            if not entry.country or weight < weights.LEAST_VOTE:
                continue
            units = [_ALL_COUNTRIES, f"country:{entry.country}", *inner_units(entry)]
            if entry.kind in _POINTS:
                units += _cell(entry)
            for unit in units:
                total[unit] += weight
                own[key][unit] += weight
    return Tally(total, own)


def inner_units(entry: Entry) -> tuple[str, ...]:
    """The place itself and the units below its country that hold it."""
    return (entry.id, *entry.holders) if entry.kind != "country" else ()


def _cell(entry: Entry) -> Iterator[str]:
    """The cell of the globe that a place lies in."""
    if entry.lat is not None and entry.lon is not None:
        yield _name_of_cell(entry.lat, entry.lon)


def _cells_around(entry: Entry) -> set[str]:
    """That cell and those around it; empty for what is larger than a few cells."""
    if entry.lat is None or entry.lon is None or entry.kind not in _POINTS:
        return set()
    wide = _ROW / max(math.cos(math.radians(entry.lat)), 0.1)
    return {
        _name_of_cell(entry.lat + north * _ROW, entry.lon + east * wide)
        for north in (-1, 0, 1)
        for east in (-1, 0, 1)
    }


def _name_of_cell(lat: float, lon: float) -> str:
    row = math.floor(lat / _ROW)
    wide = _ROW / max(math.cos(math.radians(row * _ROW)), 0.1)
    return f"cell:{row},{math.floor(((lon + 180) % 360) / wide)}"
