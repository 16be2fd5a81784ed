"""For each article those nearest in rare words and time: the texts about its story."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from reportedly.corpus.echoes.outline import Numbers, Outline
from reportedly.corpus.echoes.rarity import Rarity, count_stems
from reportedly.corpus.memory import Memory, key_of

MOST_DAYS = 10  # between the two publications
RARE_WORDS = 40  # of an article, by which its story is found
MOST_NEIGHBOURS = 12
LEAST_SHARED_RARE = 6
_MOST_WITH_WORD, _MOST_VISITS = 200, 3_000  # of a word, of an article: a bound on its cost
_UNDATED = 1 << 40  # later than every day

_Places = npt.NDArray[np.int64]


def neighbours(
    outlines: Mapping[str, Outline],
    published: Mapping[str, date | None],
    rarity: Rarity,
    memory: Memory,
) -> dict[str, tuple[str, ...]]:
    """The nearest articles of each, nearest first.

    Args:
        outlines: of the articles, by id.
        published: their days; a missing day is near every day.
        rarity: by which a word is rare; it may have been counted among fewer articles.
        memory: an article whose rare words are held by the same articles as before is not
            looked at again.
    """
    names = sorted(outlines, key=lambda name: (published[name] or date.max, name))
    days = np.array([_day(published[name]) for name in names], dtype=np.int64)
    words = _rare_words([outlines[name] for name in names], rarity)
    postings = _Postings(words, days, [_number(names[i], days[i]) for i in range(len(names))])
    found = {}
    for at, name in enumerate(names):
        key = key_of([name, str(days[at]), *postings.marks(at)])
        data = memory.recall("near", key)
        if data is None:
            near = [names[other] for other in postings.nearest(at, names)]
            data = json.dumps(near).encode()
            memory.keep("near", key, data)
        found[name] = tuple(json.loads(data))
    return found


def _day(day: date | None) -> int:
    return day.toordinal() if day is not None else _UNDATED


def _number(name: str, day: int) -> int:
    told = f"{name} {day}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(told, digest_size=8).digest(), "little")


@dataclass(frozen=True, slots=True)
class _RareWords:
    """The rare words of all articles, one after the other; those of article i begin at first[i]."""

    first: _Places
    stems: _Places
    counts: _Places
    owners: _Places


def _rare_words(outlines: Sequence[Outline], rarity: Rarity) -> _RareWords:
    """Words that several articles hold and not many, the rarest first."""
    common = max(12, rarity.articles // 50)
    shared = count_stems(outlines).stems
    stems: list[Numbers] = []
    counts: list[_Places] = []
    for outline in outlines:
        own = outline.stems
        if len(shared):
            own = own[shared[np.minimum(np.searchsorted(shared, own), len(shared) - 1)] == own]
        else:
            own = own[:0]
        held = rarity.of(own)
        own, held = own[held <= common], held[held <= common]
        rarest = np.lexsort((own, held))[: 2 * RARE_WORDS]
        stems.append(own[rarest])
        counts.append(held[rarest])
    sizes = [len(own) for own in stems]
    return _RareWords(
        first=np.concatenate(([0], np.cumsum(sizes, dtype=np.int64))),
        stems=np.concatenate([*stems, np.empty(0, np.uint32)]).astype(np.int64),
        counts=np.concatenate([*counts, np.empty(0, np.int64)]),
        owners=np.repeat(np.arange(len(sizes)), sizes),
    )


class _Postings:
    """By rare word the articles that hold it in order of time, as stretches of one column."""

    def __init__(self, words: _RareWords, days: _Places, numbers: Sequence[int]) -> None:
        """`numbers` stand for the articles and their days."""
        self._words = words
        size = len(days)
        column = np.sort(words.stems * size + words.owners)
        self._holders = column % max(size, 1)
        dated = int(np.searchsorted(days, _UNDATED))
        first = np.searchsorted(days, days - MOST_DAYS)
        last = np.searchsorted(days, days + MOST_DAYS, side="right")
        first[dated:], last[dated:] = 0, dated
        # of each word of each article: the holders near its day, and those without a day
        start = words.stems * size
        self._near = np.searchsorted(column, start + first[words.owners])
        self._near_end = np.searchsorted(column, start + last[words.owners])
        self._undated = np.searchsorted(column, start + dated)
        self._undated_end = np.searchsorted(column, start + size)
        held = np.array(numbers, dtype=np.uint64)[self._holders]
        sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(held, dtype=np.uint64)))
        self._marks = (
            sums[self._near_end] - sums[self._near] + sums[self._undated_end] - sums[self._undated]
        )

    def marks(self, at: int) -> tuple[bytes, ...]:
        """What stands for an article's rare words and all who hold them near its day."""
        own = slice(self._words.first[at], self._words.first[at + 1])
        columns = (self._words.stems[own], self._words.counts[own], self._marks[own])
        return tuple(column.tobytes() for column in columns)

    def nearest(self, at: int, names: Sequence[str]) -> list[int]:
        """The articles that share most rare words with one, by how rare these are."""
        first, last = int(self._words.first[at]), int(self._words.first[at + 1])
        met: list[_Places] = []
        weights: list[float] = []
        visits = 0
        for row in range(first, last):
            near = self._holders[self._near[row] : self._near_end[row]][:_MOST_WITH_WORD]
            rest = _MOST_WITH_WORD - len(near)
            undated = self._holders[self._undated[row] : self._undated_end[row]][:rest]
            met += [near, undated]
            weights.append(1 / math.log2(1 + int(self._words.counts[row])))
            visits += len(near) + len(undated)
            if visits > _MOST_VISITS:
                break
        if not met:
            return []
        sizes = [len(a) + len(b) for a, b in zip(met[::2], met[1::2], strict=True)]
        others, place = np.unique(np.concatenate(met), return_inverse=True)
        shared = np.bincount(place, minlength=len(others))
        weight = np.bincount(place, np.repeat(weights, sizes), len(others))
        able = shared >= LEAST_SHARED_RARE
        ranked = sorted(
            (-score, names[other], other)
            for score, other in zip(weight[able].tolist(), others[able].tolist(), strict=True)
            if other != at
        )
        return [other for _, _, other in ranked[:MOST_NEIGHBOURS]]
