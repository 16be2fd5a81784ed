"""What the map and the timeline draw of the events that pass a filter, as columns."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from reportedly.web.projection.facets import Events, Mask

_MOST_POINTS = 4000
_MOST_BARS = 120
_MOST_LINES = 60  # campaigns; the largest
_MOST_OF_A_LINE = 80  # places of one campaign
_FEW = 0.1  # share of events that may stand left of the bars


def map_of(events: Events, mask: Mask) -> dict[str, Any]:
    """What the map draws: places of events, and the campaigns that join them."""
    return {**points(events, mask), "lines": lines(events, mask)}


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


def lines(events: Events, mask: Mask) -> list[dict[str, Any]]:
    """Campaigns with several places among the events: which places to join, and how many there are.

    The joins of a campaign are a shortest tree over its places (Prim 1957), so that no place
    looks like its centre.
    """
    found = []
    for campaign in events.campaigns:
        kept = campaign[mask[campaign] & ~np.isnan(events.lat[campaign])]
        places = sorted({(float(events.lat[n]), float(events.lon[n])) for n in kept})
        if len(places) > 1:
            found.append((len(kept), places[:_MOST_OF_A_LINE]))
    found.sort(key=lambda one: (-one[0], one[1]))
    return [
        {
            "words": f"a text calls these {count} events one campaign",
            "pairs": [
                [round(places[at][axis], 3) for at in pair for axis in (0, 1)]
                for pair in _tree(np.array(places))
            ],
        }
        for count, places in found[:_MOST_LINES]
    ]


def _tree(places: np.ndarray[Any, np.dtype[np.float64]]) -> list[tuple[int, int]]:
    """Pairs of places that join all by the shortest lines, in degrees true at their middle."""
    flat = places * np.array([1.0, max(0.2, float(np.cos(np.radians(places[:, 0].mean()))))])
    nearest = np.zeros(len(places), dtype=np.int32)
    away = ((flat - flat[0]) ** 2).sum(axis=1)
    away[0] = np.inf
    pairs = []
    for _ in range(len(places) - 1):
        new = int(np.argmin(away))
        pairs.append((int(nearest[new]), new))
        apart = ((flat - flat[new]) ** 2).sum(axis=1)
        closer = (apart < away) & np.isfinite(away)
        nearest[closer] = new
        away = np.where(closer, apart, away)
        away[new] = np.inf
    return pairs


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
