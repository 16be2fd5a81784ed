"""For each article those nearest in rare words and time: the texts about its story."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from reportedly.corpus.columns import Stretches
from reportedly.corpus.echoes.outline import Numbers
from reportedly.corpus.echoes.outlines import Outlines
from reportedly.corpus.echoes.rarity import Rarity, count_stems
from reportedly.corpus.memory import Memory, key_of

MOST_DAYS = 10  # between the two publications
RARE_WORDS = 40  # of an article, by which its story is found
MOST_NEIGHBOURS = 12
LEAST_SHARED_RARE = 6
_MOST_WITH_WORD, _MOST_VISITS = 200, 3_000  # of a word, of an article: a bound on its cost
_UNDATED = 1 << 40  # later than every day
_AT_ONCE = 20_000  # articles whose words are looked up together

_Places = npt.NDArray[np.int64]


class Neighbours:
    """The rows of the nearest articles of each, nearest first."""

    def __init__(self, size: int) -> None:
        """For so many articles; none has neighbours yet."""
        self._near = np.full((size, MOST_NEIGHBOURS), -1, dtype=np.int32)

    def __getitem__(self, row: int) -> list[int]:
        """Those of one article."""
        return [other for other in self._near[row].tolist() if other >= 0]

    def __setitem__(self, row: int, others: Sequence[int]) -> None:
        """Those of one article."""
        self._near[row, : len(others)] = others


def neighbours(
    outlines: Outlines,
    rows: Sequence[int],
    published: Mapping[int, date | None],
    rarity: Rarity,
    memory: Memory,
) -> Neighbours:
    """The nearest articles of each of some.

    Args:
        outlines: of all articles.
        rows: of those to compare.
        published: their days by row; a missing day is near every day.
        rarity: by which a word is rare; it may have been counted among fewer articles.
        memory: an article whose rare words are held by the same articles as before is not
            looked at again.
    """
    dates = {row: published[row] for row in rows}
    in_time = sorted(rows, key=lambda row: (dates[row] or date.max, row))
    names = [outlines.ids[row] for row in in_time]
    days = np.array([_day(dates[row]) for row in in_time], dtype=np.int64)
    postings = _Postings(_rare_words(outlines, in_time, rarity), days, names, rarity)
    found = Neighbours(len(outlines))
    for at, own in postings.articles():
        key = key_of([names[at], str(days[at]), *own.marks])
        data = memory.recall("near", key)
        if data is None:
            data = json.dumps([names[other] for other in postings.nearest(at, own)]).encode()
            memory.keep("near", key, data)
        found[in_time[at]] = [outlines.rows[name] for name in json.loads(data)]
    return found


def _day(day: date | None) -> int:
    return day.toordinal() if day is not None else _UNDATED


def _number(name: str, day: int) -> int:
    told = f"{name} {day}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(told, digest_size=8).digest(), "little")


def _rare_words(outlines: Outlines, rows: Sequence[int], rarity: Rarity) -> Stretches[np.uint32]:
    """Of each article the words that several articles hold and not many, the rarest first."""
    common = max(12, rarity.articles // 50)
    shared = count_stems(outlines, rows).stems
    found = Stretches(np.uint32)
    for row in rows:
        own: Numbers = outlines.stems[row]
        if len(shared):
            own = own[shared[np.minimum(np.searchsorted(shared, own), len(shared) - 1)] == own]
        else:
            own = own[:0]
        held = rarity.of(own)
        own, held = own[held <= common], held[held <= common]
        found.add(own[np.lexsort((own, held))[: 2 * RARE_WORDS]])
    return found


class _RareWords:
    """The rare words of one article, each with its holders near the article's day."""

    def __init__(self, words: Numbers, counts: _Places, stretches: _Places, marks: _Places) -> None:
        """Columns of equal length; a stretch: first and last dated, first and last undated."""
        self.counts, self.stretches = counts, stretches
        stems = words.astype(np.int64)
        self.marks = tuple(column.tobytes() for column in (stems, counts, marks))
        """What stands for the words and all who hold them near the article's day."""


class _Postings:
    """By rare word the articles that hold it in order of time, as stretches of one column."""

    def __init__(
        self, words: Stretches[np.uint32], days: _Places, names: Sequence[str], rarity: Rarity
    ) -> None:
        """`words` of the articles in order of time, with their days and names."""
        self._words, self._rarity, self._names = words, rarity, names
        self._size = size = len(days)
        # (word, place of the article), in order, as single numbers
        self._column: _Places = words.numbers.astype(np.int64)
        self._column *= size
        self._column += np.repeat(np.arange(size, dtype=np.int32), np.diff(words.ends))
        self._column.sort()
        self._dated = int(np.searchsorted(days, _UNDATED))
        self._first = np.searchsorted(days, days - MOST_DAYS)
        self._last = np.searchsorted(days, days + MOST_DAYS, side="right")
        self._first[self._dated :], self._last[self._dated :] = 0, self._dated
        numbers = (_number(name, int(day)) for name, day in zip(names, days, strict=True))
        stands = np.fromiter(numbers, np.uint64, size)
        self._sums = np.zeros(len(self._column) + 1, dtype=np.uint64)
        self._sums[1:] = stands[self._column % max(size, 1)]
        np.cumsum(self._sums, out=self._sums)

    def articles(self) -> Iterator[tuple[int, _RareWords]]:
        """The place of each article, with its rare words."""
        ends = self._words.ends
        for start in range(0, self._size, _AT_ONCE):
            stop = min(start + _AT_ONCE, self._size)
            words = self._words.numbers[ends[start] : ends[stop]]
            owners = np.repeat(np.arange(start, stop), np.diff(ends[start : stop + 1]))
            counts = self._rarity.of(words)
            base = words.astype(np.int64) * self._size
            found = np.zeros((4, len(words)), dtype=np.int64)
            order = np.argsort(base)  # a column of gigabytes is searched from end to end
            edges = [base + self._first[owners], base + self._last[owners]]
            if self._dated < self._size:
                edges += [base + self._dated, base + self._size]
            for row, edge in enumerate(edges):
                found[row, order] = np.searchsorted(self._column, edge[order])
            sums = self._sums[found]
            marks = sums[1] - sums[0] + sums[3] - sums[2]
            for at in range(start, stop):
                own = slice(ends[at] - ends[start], ends[at + 1] - ends[start])
                yield at, _RareWords(words[own], counts[own], found[:, own].T, marks[own])

    def nearest(self, at: int, own: _RareWords) -> list[int]:
        """The articles that share most rare words with one, by how rare these are."""
        met: list[_Places] = []
        weights: list[float] = []
        visits = 0
        for count, (first, last, undated, end) in zip(
            own.counts.tolist(), own.stretches.tolist(), strict=True
        ):
            last = min(last, first + _MOST_WITH_WORD)  # noqa: PLW2901 (no more than so many)
            rest = _MOST_WITH_WORD - (last - first)
            met += [self._column[first:last], self._column[undated : min(end, undated + rest)]]
            weights.append(1 / math.log2(1 + count))
            visits += len(met[-2]) + len(met[-1])
            if visits > _MOST_VISITS:
                break
        if not met:
            return []
        sizes = [len(a) + len(b) for a, b in zip(met[::2], met[1::2], strict=True)]
        holders = np.concatenate(met) % self._size
        others, place = np.unique(holders, return_inverse=True)
        shared = np.bincount(place, minlength=len(others))
        weight = np.bincount(place, np.repeat(weights, sizes), len(others))
        able = shared >= LEAST_SHARED_RARE
        ranked = sorted(
            (-score, self._names[other], other)
            for score, other in zip(weight[able].tolist(), others[able].tolist(), strict=True)
            if other != at
        )
        return [other for _, _, other in ranked[:MOST_NEIGHBOURS]]
