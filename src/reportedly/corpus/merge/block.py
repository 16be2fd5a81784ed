"""Which pairs of reports are worth comparing: keys that reports of one act share."""

from __future__ import annotations

import hashlib
import math
from array import array
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations

import numpy as np

from reportedly.corpus.merge.facts import LASTING_DAYS, ReportFacts
from reportedly.corpus.merge.scores import Pairs

# Two places within 25 km share a cell when each enters the cells of its surroundings.
_CELL_DEGREES = 0.5
_REACH_DEGREES = 0.25
_WEEK = 7
_LONG_DAYS = 62  # a longer span (a year, a decade) is told by its year alone
_MOST_IN_BLOCK = 200
_NEIGHBOURS_IN_LARGE_BLOCK = 60
_NAMED, _YEAR = 1, 2  # bits of a key's number


def candidate_pairs(facts: Sequence[ReportFacts]) -> Pairs:
    """Pairs of positions in `facts`.

    Reports meet where type family and realis agree and they share a place and a time, a name
    or number and a time, a family of copies, or an article. Very large blocks are compared
    within a window of their order, so that the cost stays linear.
    """
    placeless = bytes(one.place is None for one in facts)
    by_year = bytes(_told_by_year(one) for one in facts)
    size = len(facts)
    codes = array("q")
    for key, members in _blocks(facts, placeless, by_year):
        large = len(members) > _MOST_IN_BLOCK
        for one, other in _window(facts, members) if large else combinations(members, 2):
            if key & _NAMED and not (placeless[one] or placeless[other]):
                continue  # two places meet under a place or are two acts
            if key & _YEAR and not (by_year[one] or by_year[other]):
                continue
            codes.append(min(one, other) * size + max(one, other))
    first, second = np.divmod(np.unique(np.frombuffer(codes, np.int64)), max(size, 1))
    return Pairs(first.astype(np.int32), second.astype(np.int32))


def _blocks(
    facts: Sequence[ReportFacts], placeless: bytes, by_year: bytes
) -> Iterator[tuple[int, list[int]]]:
    """The number of each key with its reports, where two of them or more may be one act."""
    numbers, owners = array("Q"), array("i")
    for position, one in enumerate(facts):
        for key in _keys(one):
            numbers.append(_number((one.family, one.realis, *key)))
            owners.append(position)
    if not numbers:
        return
    keys = np.frombuffer(numbers, np.uint64)
    order = np.argsort(keys, kind="stable")  # reports stay in order within a block
    keys, held = keys[order], np.frombuffer(owners, np.int32)[order]
    del order
    first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    ends = np.append(first[1:], len(keys))
    able = ends - first > 1
    for bit, flags in ((_NAMED, placeless), (_YEAR, by_year)):
        flagged = np.frombuffer(flags, np.uint8)[held]
        some = np.add.reduceat(flagged, first, dtype=np.int64) > 0
        able &= some | (keys[first] & np.uint64(bit) == 0)
    for start, end in zip(first[able].tolist(), ends[able].tolist(), strict=True):
        yield int(keys[start]), held[start:end].tolist()


def _number(key: tuple[object, ...]) -> int:
    """A key as 62 bits of a hash and two that say what may meet under it."""
    digest = hashlib.blake2b(repr(key).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    number = int.from_bytes(digest, "little") & ~(_NAMED | _YEAR)
    named = _NAMED if key[2] in {"name", "number"} else 0
    return number | named | (_YEAR if key[-1] == "year" else 0)


def _window(facts: Sequence[ReportFacts], members: Sequence[int]) -> Iterator[tuple[int, int]]:
    ordered = sorted(members, key=lambda m: (str(facts[m].earliest), m))
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
