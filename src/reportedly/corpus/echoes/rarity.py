"""How common each word is among the articles of a collection, in numbers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.corpus.echoes.outline import Numbers
from reportedly.corpus.echoes.outlines import Outlines
from reportedly.corpus.memory import Memory, key_of

# A smaller collection counts its words at each linking. In a larger one a count serves until the
# collection has grown by a tenth: weights that moved with each article would let no comparison
# stand (docs/decisions/0008-linking-by-memory.md).
LEAST_KEPT, MOST_GROWTH = 5_000, 1.1
_MOST_PENDING = 4_000_000  # stems held before those of many articles are counted
_Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rarity:
    """In how many articles each stem stands; those that stand in one are left out."""

    articles: int
    stems: Numbers  # in order
    counts: _Counts

    def of(self, stems: Numbers) -> _Counts:
        """In how many articles each of some stems stands; 1 where it is not known."""
        if not len(self.stems):
            return np.ones(len(stems), dtype=np.int64)
        at = np.minimum(np.searchsorted(self.stems, stems), len(self.stems) - 1)
        return np.where(self.stems[at] == stems, self.counts[at], 1)

    @property
    def mark(self) -> bytes:
        """What stands for all of it."""
        return key_of([str(self.articles), self.stems.tobytes(), self.counts.tobytes()])


def count_stems(outlines: Outlines, rows: Collection[int]) -> Rarity:
    """Count the articles, of some rows, that hold each stem."""
    counts = _Counting()
    for row in rows:
        counts.add(outlines.stems[row])
    stems, held = counts.result()
    several = held > 1
    return Rarity(articles=len(rows), stems=stems[several], counts=held[several])


def known_rarity(outlines: Outlines, rows: Collection[int], memory: Memory) -> Rarity:
    """The rarity that a former linking counted, where it still serves; else counted anew."""
    key = key_of(["rarity"])
    data = memory.recall("rarity", key) if len(rows) >= LEAST_KEPT else None
    if data is not None:
        known = unpack_rarity(data)
        if known.articles <= len(rows) <= MOST_GROWTH * known.articles:
            return known
    counted = count_stems(outlines, rows)
    if len(rows) >= LEAST_KEPT:
        memory.keep("rarity", key, pack_rarity(counted))
    return counted


def pack_rarity(rarity: Rarity) -> bytes:
    """As bytes."""
    head = np.array([rarity.articles, len(rarity.stems)], dtype=np.int64)
    return head.tobytes() + rarity.counts.tobytes() + rarity.stems.tobytes()


def unpack_rarity(data: bytes) -> Rarity:
    """The rarity of `pack_rarity`."""
    articles, size = np.frombuffer(data, np.int64, 2).tolist()
    counts = np.frombuffer(data, np.int64, size, 16)
    return Rarity(
        articles=articles,
        stems=np.frombuffer(data, np.uint32, size, 16 + counts.nbytes),
        counts=counts,
    )


class _Counting:
    """Counts numbers, some millions at a time."""

    def __init__(self) -> None:
        self._stems: Numbers = np.empty(0, dtype=np.uint32)
        self._counts: _Counts = np.empty(0, dtype=np.int64)
        self._pending: list[Numbers] = []
        self._waiting = 0

    def add(self, stems: Numbers) -> None:
        self._pending.append(stems)
        self._waiting += len(stems)
        if self._waiting > _MOST_PENDING:
            self._settle()

    def _settle(self) -> None:
        stems, counts = np.unique(np.concatenate(self._pending), return_counts=True)
        every = np.concatenate((self._stems, stems))
        self._stems, place = np.unique(every, return_inverse=True)
        self._counts = np.bincount(
            place, np.concatenate((self._counts, counts)), len(self._stems)
        ).astype(np.int64)
        self._pending, self._waiting = [], 0

    def result(self) -> tuple[Numbers, _Counts]:
        if self._pending:
            self._settle()
        return self._stems, self._counts
