"""The events that pass a filter: rows, facets with live counts, points of the map, timeline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import numpy as np

from reportedly.tables import Row
from reportedly.web.filters import (
    Query,
    masks_of,
    ordered,
    page_of,
    together,
    wanted_of,
)
from reportedly.web.library import Library
from reportedly.web.projection.facets import Events, Mask

_MOST_VALUES = 12  # of one facet
_MOST_POINTS = 4000
_MOST_BARS = 120
_FEW = 0.1  # share of events that may stand left of the bars
_CHUNK = 500
CSV_COLUMNS = (
    "id", "day", "type", "mode", "status", "place", "country", "lat", "lon", "actors",
    "alleged_actors", "recipients", "counts", "reports", "texts", "voices", "sides",
    "sides_unknown", "denials", "disagreement", "caution", "outlets", "passage",
)  # fmt: skip


def events_page(library: Library, query: Query) -> dict[str, Any]:
    """One page of events with all that the filter bar, the map and the timeline show."""
    wanted = wanted_of(query)
    offset, size = page_of(query)
    events = library.events
    masks = masks_of(events, wanted, library.found(wanted.words))
    mask = together(masks, events.size)
    numbers = ordered(events, mask, wanted.sort)
    page: dict[str, Any] = {
        "total": len(numbers),
        "offset": offset,
        "rows": library.event_rows(events, numbers[offset : offset + size]),
    }
    if query.get("rows_only") == "1":
        return page
    without_box = together(masks, events.size, ("box",))
    without_days = together(masks, events.size, ("since", "until"))
    return {
        **page,
        "all": events.size,
        "without_place": int(np.isnan(events.lat[mask]).sum()),
        "without_day": int((events.first[mask] == 0).sum()),
        "single_text": int((events.texts[mask] <= 1).sum()),
        "denied": int((events.denials[mask] > 0).sum()),
        "set_aside": 0 if wanted.everything else _set_aside(events, masks),
        "facets": _facets(events, masks),
        "points": points(events, without_box),
        "timeline": timeline(events, without_days),
    }


def events_rows(library: Library, query: Query) -> Iterator[Row]:
    """All rows that pass the filter."""
    wanted, events = wanted_of(query), library.events
    masks = masks_of(events, wanted, library.found(wanted.words))
    numbers = ordered(events, together(masks, events.size), wanted.sort)
    for first in range(0, len(numbers), _CHUNK):
        yield from library.event_rows(events, numbers[first : first + _CHUNK])


def _set_aside(events: Events, masks: dict[str, Mask]) -> int:
    """How many pass but for being planned, threatened, negated or without a type."""
    return int((together(masks, events.size, ("plain",)) & ~events.plain).sum())


def _facets(events: Events, masks: dict[str, Mask]) -> dict[str, list[tuple[str, int]]]:
    """The most frequent values of each facet, counted under all other parts of the filter."""
    full = together(masks, events.size)
    return {
        name: facet.counts(
            together(masks, events.size, (name,)) if name in masks else full, _MOST_VALUES
        )
        for name, facet in events.facets.items()
    }


def points(events: Events, mask: Mask) -> dict[str, Any]:
    """Places of events as columns: where, how many, the most voices, and what is uncertain.

    `single` counts the events that one text tells, `denied` those that somebody denies, `differ`
    those on which reports disagree.
    """
    facet = events.facets["place"]
    code = np.full(events.size, -1, dtype=np.int32)
    code[facet.events] = facet.codes
    kept = np.flatnonzero(mask & ~np.isnan(events.lat) & (code >= 0))
    size = len(facet.values)
    if not kept.size:
        return {name: [] for name in ("name", "lat", "lon", "events", "voices", "single",
                                      "differ")}  # fmt: skip
    codes = code[kept]
    counted = np.bincount(codes, minlength=size)
    single = np.bincount(codes[events.texts[kept] <= 1], minlength=size)
    differs = np.zeros(events.size, dtype=np.bool_)
    differs[events.facets["differs"].events] = True
    differ = np.bincount(codes[differs[kept] | (events.denials[kept] > 0)], minlength=size)
    voices = np.zeros(size, dtype=np.int32)
    np.maximum.at(voices, codes, events.voices[kept])
    lat, lon = np.zeros(size), np.zeros(size)
    lat[codes], lon[codes] = events.lat[kept], events.lon[kept]
    order = [int(at) for at in np.argsort(-counted, kind="stable")[:_MOST_POINTS] if counted[at]]
    return {
        "name": [facet.values[at] for at in order],
        "lat": [round(float(lat[at]), 3) for at in order],
        "lon": [round(float(lon[at]), 3) for at in order],
        "events": [int(counted[at]) for at in order],
        "voices": [int(voices[at]) for at in order],
        "single": [int(single[at]) for at in order],
        "differ": [int(differ[at]) for at in order],
    }


def timeline(events: Events, mask: Mask) -> dict[str, Any]:
    """Bars over time: the first day of each, events in it, and those of several texts."""
    days = events.first[mask & (events.first > 0)]
    if not days.size:
        return {"unit": "day", "from": [], "events": [], "several": []}
    low, high = int(days.min()), int(days.max())
    most = int(np.quantile(days, _FEW))
    if (high - most) * 4 < high - low:
        low = most  # few old ones, mostly retold, would flatten all others
    unit, length = next(
        ((name, length) for name, length in (("day", 1), ("week", 7), ("month", 30), ("year", 365))
         if (high - low) / length <= _MOST_BARS),
        ("decade", 3652),
    )  # fmt: skip
    starts = _starts(low, high, unit, length)
    edges = np.array([*starts, high + 1], dtype=np.int64)
    several = events.first[mask & (events.first > 0) & (events.texts > 1)]
    return {
        "unit": unit,
        "from": [date.fromordinal(start).isoformat() for start in starts],
        "end": date.fromordinal(high).isoformat(),
        "events": [int(n) for n in np.histogram(days, edges)[0]],
        "several": [int(n) for n in np.histogram(several, edges)[0]],
        "earlier": int((days < starts[0]).sum()),
    }


def _starts(low: int, high: int, unit: str, length: int) -> list[int]:
    """Ordinals of the first days of the bars, at true months and years."""
    if unit in {"day", "week"}:
        first = low - (low - 1) % 7 if unit == "week" else low  # ordinal 1 is a Monday
        return list(range(first, high + 1, length))
    day = date.fromordinal(low)
    step = {"month": 1, "year": 12, "decade": 120}[unit]
    month = day.year * 12 + (day.month - 1 if unit == "month" else 0)
    starts = []
    while (start := date(month // 12, month % 12 + 1, 1).toordinal()) <= high:
        starts.append(start)
        month += step
    return starts
