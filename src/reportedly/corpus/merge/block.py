"""Which pairs of reports are worth comparing: keys that reports of one act share."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from reportedly.corpus.merge.facts import LASTING_DAYS, ReportFacts

# Two places within 25 km share a cell when each enters the cells of its surroundings.
_CELL_DEGREES = 0.5
_REACH_DEGREES = 0.25
_WEEK = 7
_LONG_DAYS = 62  # a longer span (a year, a decade) is told by its year alone
_MOST_IN_BLOCK = 200
_NEIGHBOURS_IN_LARGE_BLOCK = 60


def candidate_pairs(facts: Sequence[ReportFacts]) -> list[tuple[int, int]]:
    """Pairs of positions in `facts`, each once, in order.

    Reports meet where type family and realis agree and they share a place and a time, a name
    or number and a time, a family of copies, or an article. Very large blocks are compared
    within a window of their order, so that the cost stays linear.
    """
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for position, one in enumerate(facts):
        for key in _keys(one):
            blocks[one.family, one.realis, *key].append(position)
    pairs: set[tuple[int, int]] = set()
    for key, members in blocks.items():
        if len(members) <= _MOST_IN_BLOCK:
            found = list(combinations(members, 2))
        else:
            ordered = sorted(members, key=lambda m: (str(facts[m].earliest), m))
            found = list(_window(ordered))
        pairs.update((min(pair), max(pair)) for pair in found if _worthwhile(facts, key, pair))
    return sorted(pairs)


def _worthwhile(
    facts: Sequence[ReportFacts], key: tuple[object, ...], pair: tuple[int, int]
) -> bool:
    """Whether a pair that meets under a key may be one act, and would not meet otherwise."""
    one, other = facts[pair[0]], facts[pair[1]]
    if key[2] in {"name", "number"} and one.place is not None and other.place is not None:
        return False  # two places meet under a place or are two acts
    return key[-1] != "year" or _told_by_year(one) or _told_by_year(other)


def _window(ordered: Sequence[int]) -> Iterator[tuple[int, int]]:
    for at, left in enumerate(ordered):
        for right in ordered[at + 1 : at + 1 + _NEIGHBOURS_IN_LARGE_BLOCK]:
            yield left, right


def _told_by_year(one: ReportFacts) -> bool:
    """Whether a report may give no more than the year of an act that others give the day of."""
    return one.retold or not one.day


def _keys(one: ReportFacts) -> set[tuple[object, ...]]:
    keys: set[tuple[object, ...]] = {
        ("article", one.article_id),
        ("copies", one.copies),
    }
    for time in set(_times(one)):
        for place in _places(one):
            keys.add(("place", place, *time))
        for name in (*one.actors, *one.recipients):
            for word in name:
                keys.add(("name", word, *time))
        for kind, number in one.numbers:
            if number > 1:
                keys.add(("number", kind, number, *time))
    return keys


def _places(one: ReportFacts) -> Iterator[tuple[object, ...]]:
    if one.place is None:
        return
    yield ("named", one.place.name.casefold())
    if one.place.lat is None or one.place.lon is None:
        return
    for lat in (one.place.lat - _REACH_DEGREES, one.place.lat + _REACH_DEGREES):
        for lon in (one.place.lon - _REACH_DEGREES, one.place.lon + _REACH_DEGREES):
            yield ("cell", math.floor(lat / _CELL_DEGREES), math.floor(lon / _CELL_DEGREES))


def _times(one: ReportFacts) -> Iterator[tuple[object, ...]]:
    if one.earliest is None or one.latest is None:
        yield ("undated",)
        published = one.published
        if published is not None and not one.retold:
            yield published.toordinal() // _WEEK, "week"
        return
    yield one.earliest.year, "year"
    if (one.latest - one.earliest).days > _LONG_DAYS:
        return
    before = LASTING_DAYS if one.lasting else 1
    first = (one.earliest - timedelta(days=before)).toordinal() // _WEEK
    last = (one.latest + timedelta(days=1)).toordinal() // _WEEK
    for week in range(first, last + 1):
        yield week, "week"
