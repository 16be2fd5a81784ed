"""Which pairs of articles are worth aligning: two indexes, so that no loop is quadratic.

Banded MinHash finds whole copies. A few copied sentences in a long article hardly move its
Jaccard similarity; an index of sampled word 6-grams finds these. Both sort columns of numbers
and read pairs off equal neighbours: a dictionary of buckets takes fifty times the memory.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from reportedly.corpus.echoes.outline import Numbers, Outline

# 128 bands of two values find nearly all pairs from a Jaccard similarity of .15.
BAND_ROWS = 2
# Three-sentence excerpts and edited wires lie far below the usual .5; alignment decides.
LEAST_RESEMBLANCE = 0.04
# A crowded band is a line of furniture under many pages, or a large family of copies. What is
# that common says nothing outside a crowd: a line on every page makes all of them alike, and
# any two would be looked at that share one chance 3-gram beside it.
LEAST_IN_CROWD = 0.2
MOST_IN_BUCKET = 40
LEAST_GRAMS = 3
_MOST_WITH_GRAM = 25  # 6-grams in more texts are formulas or whole copies, found otherwise
_PAIRS_AT_ONCE = 20_000
_MOST_PENDING = 4_000_000  # pairs held before those seen twice are joined

_Numbers = npt.NDArray[np.int64]


def alike(outlines: Mapping[str, Outline]) -> dict[tuple[str, str], float]:
    """Pairs of articles (ids in order) with an estimated Jaccard similarity worth a look.

    In a crowded band each article meets its first forty only: members of one large family of
    copies still meet the same few texts, and so find each other through them. What only shares
    a crowded band is not looked at unless it is much alike.
    """
    ids = sorted(name for name, one in outlines.items() if len(one.minhash))
    if len(ids) < 2:
        return {}
    hashes = np.stack([outlines[name].minhash for name in ids])
    few, crowds = _Pairs(len(ids)), _Pairs(len(ids))
    for band in range(0, hashes.shape[1], BAND_ROWS):
        buckets = _Buckets(hashes[:, band : band + BAND_ROWS])
        few.add(buckets.all_pairs(MOST_IN_BUCKET))
        crowds.add(buckets.pairs_with_first(MOST_IN_BUCKET))
    every = np.broadcast_to(np.True_, hashes.shape)
    found: dict[tuple[str, str], float] = {}
    for pairs, least, counted in (
        (crowds, LEAST_IN_CROWD, every),
        (few, LEAST_RESEMBLANCE, _telling(hashes)),
    ):
        for one, other in pairs.distinct():
            equal = hashes[one] == hashes[other]
            enough = (equal & counted[one]).mean(axis=1) >= least
            for at in np.flatnonzero(enough):
                found[ids[one[at]], ids[other[at]]] = float(equal[at].mean())
    return found


def _telling(hashes: Numbers) -> npt.NDArray[np.bool_]:
    """Which values of a table few rows have in their column."""
    telling = np.empty(hashes.shape, dtype=np.bool_)
    for column in range(hashes.shape[1]):
        _, place, counts = np.unique(hashes[:, column], return_inverse=True, return_counts=True)
        telling[:, column] = counts[place] <= MOST_IN_BUCKET
    return telling


def sharing_sentences(outlines: Mapping[str, Outline]) -> list[tuple[str, str]]:
    """Pairs of articles (ids in order) that share some sampled word 6-grams."""
    ids = sorted(outlines)
    sampled: list[Numbers] = [outlines[name].grams for name in ids]
    owners = np.repeat(np.arange(len(ids)), [len(grams) for grams in sampled])
    if not len(owners):
        return []
    buckets = _Buckets(np.concatenate(sampled)[:, None], owners)
    pairs = _Pairs(len(ids))
    pairs.add(buckets.all_pairs(_MOST_WITH_GRAM))
    return [
        (ids[one[at]], ids[other[at]])
        for one, other in pairs.distinct(LEAST_GRAMS)
        for at in range(len(one))
    ]


class _Buckets:
    """Owners sorted by a key of one or two 32-bit numbers; equal keys make a bucket."""

    def __init__(self, keys: npt.NDArray[np.uint32], owners: _Numbers | None = None) -> None:
        """One row of `keys` for each of `owners` (0, 1, … where none are given), in order."""
        joined = keys[:, 0].astype(np.uint64)
        for column in range(1, keys.shape[1]):
            joined = (joined << np.uint64(32)) | keys[:, column].astype(np.uint64)
        order = np.argsort(joined, kind="stable")  # owners stay in order within a bucket
        self._owners = order if owners is None else owners[order]
        joined = joined[order]
        first = np.flatnonzero(np.concatenate(([True], joined[1:] != joined[:-1])))
        sizes = np.diff(np.concatenate((first, [len(joined)])))
        self._start = np.repeat(first, sizes)
        self._size = np.repeat(sizes, sizes)
        self._rank = np.arange(len(joined)) - self._start

    def all_pairs(self, most: int) -> tuple[_Numbers, _Numbers]:
        """All pairs of owners within buckets of at most `most`."""
        places = np.flatnonzero((self._size > 1) & (self._size <= most))
        left, right = [], []
        for step in range(1, most):
            places = places[self._rank[places] + step < self._size[places]]
            if not len(places):
                break
            left.append(self._owners[places])
            right.append(self._owners[places + step])
        return _joined(left), _joined(right)

    def pairs_with_first(self, most: int) -> tuple[_Numbers, _Numbers]:
        """In buckets of more than `most`: the pairs of each owner with the first `most`."""
        crowded = np.flatnonzero(self._size > most)
        left, right = [], []
        for rank in range(most):
            places = crowded[self._rank[crowded] > rank]
            left.append(self._owners[self._start[places] + rank])
            right.append(self._owners[places])
        return _joined(left), _joined(right)


class _Pairs:
    """Pairs of numbers below `size`, as single numbers, with how often each was added."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._codes = np.empty(0, dtype=np.int64)
        self._times = np.empty(0, dtype=np.int64)
        self._pending: list[_Numbers] = []

    def add(self, pairs: tuple[_Numbers, _Numbers]) -> None:
        """Add pairs whose first number is the smaller."""
        self._pending.append(pairs[0] * self._size + pairs[1])
        if sum(map(len, self._pending)) > _MOST_PENDING:
            self._settle()

    def _settle(self) -> None:
        codes = np.concatenate((self._codes, *self._pending))
        times = np.concatenate((self._times, *(np.ones_like(p) for p in self._pending)))
        self._codes, place = np.unique(codes, return_inverse=True)
        self._times = np.zeros(len(self._codes), dtype=np.int64)
        np.add.at(self._times, place, times)
        self._pending = []

    def distinct(self, least_times: int = 1) -> list[tuple[_Numbers, _Numbers]]:
        """Each pair once, in order, in portions; those added at least so often."""
        self._settle()
        codes = self._codes[self._times >= least_times]
        return [
            np.divmod(codes[at : at + _PAIRS_AT_ONCE], self._size)
            for at in range(0, len(codes), _PAIRS_AT_ONCE)
        ]


def _joined(parts: Sequence[_Numbers]) -> _Numbers:
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)
