"""Which pairs of articles are worth aligning: two indexes, so that no loop is quadratic.

Banded MinHash finds whole copies. A few copied sentences in a long article hardly move its
Jaccard similarity; an index of sampled word 6-grams finds these. Both sort columns of numbers
and read pairs off equal neighbours: a dictionary of buckets takes fifty times the memory. One
band is looked at after the other, so that no more pairs than those of one are held.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.corpus.echoes.buckets import Buckets, Places, RowPairs
from reportedly.corpus.echoes.outline import Numbers
from reportedly.corpus.echoes.outlines import Outlines

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
_PAIRS_AT_ONCE = 10_000
_MOST_PENDING = 4_000_000  # pairs held before those seen twice are joined


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Candidates:
    """Pairs of rows (`one` before `other`) with their estimated Jaccard similarity."""

    one: Places
    other: Places
    likeness: npt.NDArray[np.float64]


def candidates(outlines: Outlines, rows: Sequence[int]) -> Candidates:
    """Pairs of some articles that are alike or share sentences, in order.

    Args:
        outlines: of all articles.
        rows: those to compare.
    """
    like = alike(outlines, rows)
    size = len(outlines)
    codes = like.one * size + like.other
    sharing = np.setdiff1d(_sharing_sentences(outlines, rows), codes, assume_unique=True)
    lengths = np.diff(outlines.minhash.ends)
    one, other = np.divmod(sharing, size)
    sharing = sharing[(lengths[one] > 0) & (lengths[other] > 0)]
    one, other = np.divmod(sharing, size)
    table = _Table(outlines, np.arange(size))
    likeness = [table.equal(here, there).mean(axis=1) for here, there in _portions(one, other)]
    every = np.concatenate((codes, sharing))
    order = np.argsort(every)
    one, other = np.divmod(every[order], size)
    likenesses = np.concatenate((like.likeness, *likeness))[order]
    return Candidates(one=one, other=other, likeness=likenesses)


def alike(outlines: Outlines, rows: Sequence[int]) -> Candidates:
    """Pairs with an estimated Jaccard similarity worth a look, in order.

    In a crowded band each article meets its first forty only: members of one large family of
    copies still meet the same few texts, and so find each other through them. What only shares
    a crowded band is not looked at unless it is much alike.
    """
    lengths = np.diff(outlines.minhash.ends)
    printed = np.array(sorted(row for row in rows if lengths[row]), dtype=np.int64)
    table = _Table(outlines, printed)
    found = _Found(len(outlines))
    for band in range(0, table.columns, BAND_ROWS):
        columns = [table.column(at) for at in range(band, min(band + BAND_ROWS, table.columns))]
        buckets = Buckets(columns, printed)
        for pairs, least, telling in (
            (buckets.pairs_with_first(MOST_IN_BUCKET), LEAST_IN_CROWD, False),
            (buckets.all_pairs(MOST_IN_BUCKET), LEAST_RESEMBLANCE, True),
        ):
            for one, other in _portions(*found.new(pairs)):
                equal = table.equal(one, other)
                counted = equal & table.telling(one) if telling else equal
                enough = counted.mean(axis=1) >= least
                found.add(one[enough], other[enough], equal[enough].mean(axis=1))
        found.settle()
    one, other = np.divmod(found.codes, len(outlines))
    return Candidates(one=one, other=other, likeness=found.likeness)


class _Table:
    """The fingerprints of articles, all of one length, by their rows."""

    def __init__(self, outlines: Outlines, rows: Places) -> None:
        """`rows`: those that count when values are called common."""
        ends = outlines.minhash.ends
        self.columns = int(np.diff(ends).max(initial=0))
        self._values: Numbers = outlines.minhash.numbers.reshape(-1, max(self.columns, 1))
        self._place = ends[:-1] // max(self.columns, 1)  # by row; some articles have none
        self._rows = rows
        self._telling: npt.NDArray[np.uint8] | None = None

    def column(self, at: int) -> Numbers:
        """One value of each of the rows."""
        column: Numbers = self._values[self._place[self._rows], at]
        return column

    def equal(self, one: Places, other: Places) -> npt.NDArray[np.bool_]:
        """Which values are equal in pairs of rows."""
        here: Numbers = self._values[self._place[one]]
        there: Numbers = self._values[self._place[other]]
        equal: npt.NDArray[np.bool_] = here == there
        return equal

    def telling(self, rows: Places) -> npt.NDArray[np.bool_]:
        """Which values of some rows few articles have in their column."""
        if self._telling is None:
            self._telling = self._find_telling()
        bits = np.unpackbits(self._telling[np.searchsorted(self._rows, rows)], axis=1)
        return bits[:, : self.columns].astype(np.bool_)

    def _find_telling(self) -> npt.NDArray[np.uint8]:
        found = np.zeros((len(self._rows), -(-self.columns // 8)), dtype=np.uint8)
        for at in range(self.columns):
            _, place, counts = np.unique(self.column(at), return_inverse=True, return_counts=True)
            few = (counts <= MOST_IN_BUCKET)[place]
            found[:, at // 8] |= few.astype(np.uint8) << np.uint8(7 - at % 8)
        return found


class _Found:
    """Pairs that were found alike: each is weighed once, however many bands it shares."""

    def __init__(self, size: int) -> None:
        self._size = size
        self.codes: Places = np.empty(0, dtype=np.int64)
        self.likeness: npt.NDArray[np.float64] = np.empty(0, dtype=np.float64)
        self._added: list[tuple[Places, npt.NDArray[np.float64]]] = []

    def new(self, pairs: RowPairs) -> RowPairs:
        """Those of some pairs that are not here, each once and in order."""
        codes = np.unique(pairs[0] * self._size + pairs[1])
        if len(self.codes):
            at = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
            codes = codes[self.codes[at] != codes]
        return np.divmod(codes, self._size)

    def add(self, one: Places, other: Places, likeness: npt.NDArray[np.float64]) -> None:
        if len(one):
            self._added.append((one * self._size + other, likeness))

    def settle(self) -> None:
        """Put what was added where `new` finds it."""
        codes = np.concatenate((self.codes, *(codes for codes, _ in self._added)))
        likeness = np.concatenate((self.likeness, *(values for _, values in self._added)))
        self.codes, first = np.unique(codes, return_index=True)
        self.likeness = likeness[first]
        self._added = []


def _sharing_sentences(outlines: Outlines, rows: Sequence[int]) -> Places:
    """Pairs that share some sampled word 6-grams, as numbers in order."""
    size = len(outlines)
    chosen = np.zeros(size, dtype=np.bool_)
    chosen[list(rows)] = True
    lengths = np.diff(outlines.grams.ends)
    owners = np.repeat(np.arange(size, dtype=np.int32), np.where(chosen, lengths, 0))
    grams = outlines.grams.numbers[np.repeat(chosen, lengths)]
    buckets = Buckets([grams], owners)
    pairs = _Counted(size)
    for found in buckets.steps(_MOST_WITH_GRAM):
        pairs.add(found)
    return pairs.at_least(LEAST_GRAMS)


class _Counted:
    """Pairs of numbers below `size`, as single numbers, with how often each was added."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._codes: Places = np.empty(0, dtype=np.int64)
        self._times: Places = np.empty(0, dtype=np.int64)
        self._pending: list[Places] = []

    def add(self, pairs: RowPairs) -> None:
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

    def at_least(self, times: int) -> Places:
        """Those added at least so often, in order."""
        self._settle()
        return self._codes[self._times >= times]


def _portions(one: Places, other: Places) -> Iterator[RowPairs]:
    for at in range(0, len(one), _PAIRS_AT_ONCE):
        yield one[at : at + _PAIRS_AT_ONCE], other[at : at + _PAIRS_AT_ONCE]
