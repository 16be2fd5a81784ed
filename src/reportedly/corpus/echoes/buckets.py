"""Which rows share a key: columns of numbers are sorted, and pairs read off equal neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from reportedly.corpus.echoes.outline import Numbers

Places = npt.NDArray[np.int64]
RowPairs = tuple[Places, Places]  # the first of each pair is the smaller


class Buckets:
    """Owners sorted by a key of one or two 32-bit numbers; equal keys make a bucket."""

    def __init__(self, keys: Sequence[Numbers], owners: npt.NDArray[np.integer]) -> None:
        """A key for each of `owners`, which are in order; buckets of one are left out."""
        joined: npt.NDArray[np.unsignedinteger] = keys[0]
        for column in keys[1:]:
            joined = (joined.astype(np.uint64) << np.uint64(32)) | column.astype(np.uint64)
        order = np.argsort(joined, kind="stable")  # owners stay in order within a bucket
        joined = joined[order]
        first = np.flatnonzero(np.concatenate(([True], joined[1:] != joined[:-1])))
        sizes = np.diff(np.concatenate((first, [len(joined)])))
        shared = np.repeat(sizes > 1, sizes) if len(joined) else np.empty(0, dtype=np.bool_)
        self._owners: Places = owners[order[shared]].astype(np.int64)
        sizes = sizes[sizes > 1]
        self._size = np.repeat(sizes, sizes)
        self._start = np.repeat(np.cumsum(sizes) - sizes, sizes)
        self._rank = np.arange(len(self._owners)) - self._start

    def steps(self, most: int) -> Iterator[RowPairs]:
        """All pairs of owners within buckets of at most `most`, some at a time."""
        places = np.flatnonzero(self._size <= most)
        for step in range(1, most):
            places = places[self._rank[places] + step < self._size[places]]
            if not len(places):
                return
            yield self._owners[places], self._owners[places + step]

    def all_pairs(self, most: int) -> RowPairs:
        """All pairs of owners within buckets of at most `most`."""
        return _joined(list(self.steps(most)))

    def pairs_with_first(self, most: int) -> RowPairs:
        """In buckets of more than `most`: the pairs of each owner with the first `most`."""
        crowded = np.flatnonzero(self._size > most)
        found = []
        for rank in range(most):
            places = crowded[self._rank[crowded] > rank]
            found.append((self._owners[self._start[places] + rank], self._owners[places]))
        return _joined(found)


def _joined(parts: Sequence[RowPairs]) -> RowPairs:
    nothing = np.empty(0, dtype=np.int64)
    left, right = ([nothing, *(pair[side] for pair in parts)] for side in (0, 1))
    return np.concatenate(left), np.concatenate(right)
