"""The events that pass a filter: rows, facets with live counts, points of the map, timeline."""

from __future__ import annotations

from collections.abc import Iterator
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
from reportedly.web.views.drawn import map_of, timeline

_MOST_VALUES = 12  # of one facet
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
        "points": map_of(events, without_box),
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
