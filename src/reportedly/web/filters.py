"""The filter of events as it stands in an address: `?type=PROTEST&texts=2&from=2024-03-01`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from starlette.datastructures import QueryParams

from reportedly.errors import OptionError
from reportedly.web.projection.facets import FACETS, Events, Mask

Query = QueryParams

LARGEST_PAGE = 500
_SORTS = ("day", "-day", "texts", "voices", "reports", "type", "place")
_LONGEST = 200  # characters of one value
_MOST_VALUES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to show: several values of one facet are alternatives, facets must all hold."""

    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    everything: bool = False  # also what is planned, threatened, negated or has no type
    since: date | None = None
    until: date | None = None
    texts: int = 0  # at least so many
    voices: int = 0
    denied: bool = False  # only what somebody denies
    missing: str | None = None  # 'place' or 'date': only what has none
    box: tuple[float, float, float, float] | None = None  # west, south, east, north
    words: str = ""
    sort: str = "-day"


def wanted_of(query: Query) -> Wanted:
    """The filter that an address asks for.

    Raises:
        OptionError: for a value that cannot be used, in one line.
    """
    facets = {name: tuple(query.getlist(name)[:_MOST_VALUES]) for name in FACETS}
    if any(len(value) > _LONGEST for values in facets.values() for value in values):
        raise OptionError(f"a value has at most {_LONGEST} characters")
    sort = query.get("sort") or "-day"
    if sort not in _SORTS:
        raise OptionError(f"no sort {sort[:40]!r}; one of {', '.join(_SORTS)}")
    missing = query.get("missing")
    if missing not in (None, "", "place", "date"):
        raise OptionError("missing is place or date")
    since, until = day(query, "from"), day(query, "to")
    if since and until and since > until:
        raise OptionError(f"from {since} is after to {until}")
    return Wanted(
        facets={name: values for name, values in facets.items() if values},
        everything=query.get("status_all") == "1" or bool(facets["status"]),
        since=since,
        until=until,
        texts=number(query, "texts", 0, 10_000),
        voices=number(query, "voices", 0, 10_000),
        denied=query.get("denied") == "1",
        missing=missing or None,
        box=_box(query.get("box")),
        words=(query.get("q") or "")[:_LONGEST],
        sort=sort,
    )


def page_of(query: Query) -> tuple[int, int]:
    """The first row and the number of rows that an address asks for."""
    return number(query, "offset", 0, 10_000_000), number(query, "size", 100, LARGEST_PAGE)


def number(query: Query, name: str, default: int, most: int) -> int:
    """A whole number of the address.

    Raises:
        OptionError: if it is none, negative or above `most`.
    """
    given = query.get(name)
    if not given:
        return default
    if not given.isascii() or not given.isdigit() or int(given[:9]) > most:
        raise OptionError(f"{name} is a whole number up to {most}")
    return int(given)


def day(query: Query, name: str) -> date | None:
    """A day of the address.

    Raises:
        OptionError: if it is none.
    """
    given = query.get(name)
    if not given:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise OptionError(f"{name} wants a day as YYYY-MM-DD") from None


def masks_of(events: Events, wanted: Wanted, found: Sequence[int] | None) -> dict[str, Mask]:
    """A mask for each part of the filter, by its name; those that ask for nothing are left out.

    Args:
        events: all events.
        wanted: the filter.
        found: numbers of the events that have the wanted words, None where none are asked for.
    """
    masks = {
        name: events.facets[name].mask(values, events.size)
        for name, values in wanted.facets.items()
    }
    if not wanted.everything:
        masks["plain"] = events.plain
    if wanted.since:
        masks["since"] = events.last >= wanted.since.toordinal()
    if wanted.until:
        masks["until"] = (events.first > 0) & (events.first <= wanted.until.toordinal())
    if wanted.texts:
        masks["texts"] = events.texts >= wanted.texts
    if wanted.voices:
        masks["voices"] = events.voices >= wanted.voices
    if wanted.denied:
        masks["denied"] = events.denials > 0
    if wanted.missing:
        masks["missing"] = events.first == 0 if wanted.missing == "date" else np.isnan(events.lat)
    if wanted.box:
        west, south, east, north = wanted.box
        inside = (events.lon >= west) & (events.lon <= east)
        masks["box"] = inside & (events.lat >= south) & (events.lat <= north)
    if found is not None:
        masks["words"] = np.zeros(events.size, dtype=np.bool_)
        known = [number for number in found if number < events.size]  # it may be newer already
        masks["words"][np.array(known, dtype=np.int32)] = True
    return masks


def together(masks: Mapping[str, Mask], size: int, without: Sequence[str] = ()) -> Mask:
    """The events that pass all masks, but for some parts of the filter."""
    mask = np.ones(size, dtype=np.bool_)
    for name, one in masks.items():
        if name not in without:
            mask &= one
    return mask


def ordered(events: Events, mask: Mask, sort: str) -> list[int]:
    """The numbers of the masked events in the wanted order; what has no day comes last."""
    found = np.flatnonzero(mask)
    days = events.first[found].astype(np.int64)
    if sort in {"texts", "voices", "reports"}:
        column = getattr(events, sort)[found]
        return [int(n) for n in found[np.lexsort((-days, -column))]]
    if sort in {"type", "place"}:
        facet = events.facets[sort]
        codes = np.full(events.size, len(facet.values), dtype=np.int32)
        codes[facet.events] = facet.codes
        return [int(n) for n in found[np.lexsort((-days, codes[found]))]]
    keys = np.where(days == 0, np.iinfo(np.int64).max, -days if sort == "-day" else days)
    return [int(n) for n in found[np.argsort(keys, kind="stable")]]


def _box(given: str | None) -> tuple[float, float, float, float] | None:
    if not given:
        return None
    try:
        west, south, east, north = (float(part) for part in given[:100].split(","))
    except ValueError:
        raise OptionError("box is west,south,east,north in degrees") from None
    return west, south, east, north
