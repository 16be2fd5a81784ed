"""Columns of all events in memory: filters and live counts in milliseconds.

A facet is a list of (event, value) pairs, since an event may have several actors or outlets;
a filter is a mask over the events.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int32]
NONE = "(none)"
FACETS = {
    "type": "type", "mode": "mode", "status": "status", "country": "country",
    "province": "province", "place": "place", "actor": "actors", "recipient": "recipients",
    "outlet": "outlets", "side": "sides", "voice": "voices", "differs": "disagrees",
}  # fmt: skip
"""Names of facets, as addresses have them, with the row's field."""


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field: pairs of an event's number and a value's code."""

    values: tuple[str, ...]  # in order of their codes
    codes_by_value: Mapping[str, int]
    events: Numbers
    codes: Numbers

    def mask(self, wanted: Sequence[str], size: int) -> Mask:
        """The events that have one of these values."""
        codes = [self.codes_by_value[v] for v in wanted if v in self.codes_by_value]
        found = np.zeros(size, dtype=np.bool_)
        found[self.events[np.isin(self.codes, codes)]] = True
        return found

    def counts(self, mask: Mask, most: int) -> list[tuple[str, int]]:
        """(value, events) among the masked ones, the most frequent first."""
        if not self.values:
            return []
        counted = np.bincount(self.codes[mask[self.events]], minlength=len(self.values))
        order = np.argsort(-counted, kind="stable")[:most]
        return [(self.values[at], int(counted[at])) for at in order if counted[at]]


@dataclass(frozen=True, slots=True)
class Events:
    """All events as columns; their numbers are those of the projection, in order of day."""

    ids: tuple[str, ...]
    facets: Mapping[str, Facet]
    first: Numbers  # day as an ordinal, 0 where none is known
    last: Numbers
    texts: Numbers
    voices: Numbers
    reports: Numbers
    denials: Numbers
    plain: Mask  # actual, positive, with a type
    lat: npt.NDArray[np.float32]  # NaN where there is no point
    lon: npt.NDArray[np.float32]
    campaigns: tuple[Numbers, ...] = ()  # the events of each

    @property
    def size(self) -> int:
        """How many events there are."""
        return len(self.ids)


def load_events(database: sqlite3.Connection) -> Events:
    """All events of a projection."""
    pairs: dict[str, list[tuple[int, str]]] = {name: [] for name in FACETS}
    ids: list[str] = []
    numbers: dict[str, list[int]] = {
        name: [] for name in ("first", "last", "texts", "voices", "reports", "denials")
    }
    plain: list[bool] = []
    points: list[tuple[float, float]] = []
    nowhere = (float("nan"), float("nan"))
    for number, data in database.execute("SELECT number, data FROM events ORDER BY number"):
        row = json.loads(data)
        ids.append(row["id"])
        for name, field in FACETS.items():
            pairs[name] += [(number, value) for value in values_of(row, field)]
        numbers["first"].append(_ordinal(row["from"]))
        numbers["last"].append(_ordinal(row["to"] or row["from"]))
        numbers["voices"].append(len(row["voices"]))
        for name in ("texts", "reports", "denials"):
            numbers[name].append(row[name])
        plain.append(is_plain(row))
        points.append(nowhere if row["lat"] is None else (row["lat"], row["lon"]))
    where = np.array(points, dtype=np.float32).reshape(-1, 2)
    campaigns: dict[str, list[int]] = {}
    for campaign_id, number in database.execute(
        "SELECT campaign_id, number FROM campaigns JOIN events USING (event_id)"
        " ORDER BY campaign_id, number"
    ):
        campaigns.setdefault(campaign_id, []).append(number)
    return Events(
        ids=tuple(ids),
        facets={name: _facet(found) for name, found in pairs.items()},
        **{name: np.array(found, dtype=np.int32) for name, found in numbers.items()},
        plain=np.array(plain, dtype=np.bool_),
        lat=where[:, 0],
        lon=where[:, 1],
        campaigns=tuple(_numbers(found) for found in campaigns.values() if len(found) > 1),
    )


def values_of(row: Mapping[str, Any], field: str) -> list[str]:
    """The values of an event's field as words; an unknown type, country or side has a value too."""
    value = row[field]
    if field == "sides":
        return [*value, *(["unknown"] if row["sides_unknown"] else [])]
    if field == "status":
        return str(value).split(", ")
    if isinstance(value, list):
        return list(dict.fromkeys(value))
    if field == "place":
        return [value] if value else []
    return [str(value)] if value else ([NONE] if field in {"type", "country"} else [])


def is_plain(row: Mapping[str, Any]) -> bool:
    """Whether an event counts by default: actual, not negated, with a type."""
    return row["realis"] == "actual" and row["polarity"] == "positive" and bool(row["type"])


def _facet(pairs: Sequence[tuple[int, str]]) -> Facet:
    values = tuple(sorted({value for _, value in pairs}))
    codes = {value: code for code, value in enumerate(values)}
    return Facet(
        values=values,
        codes_by_value=codes,
        events=_numbers(event for event, _ in pairs),
        codes=_numbers(codes[value] for _, value in pairs),
    )


def _numbers(values: Iterable[int]) -> Numbers:
    return np.fromiter(values, dtype=np.int32)


def _ordinal(day: str | None) -> int:
    return date.fromisoformat(day).toordinal() if day else 0
