"""Articles of equal words: one stands for all of them, so that a thousand copies cost no more."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date

import numpy as np

from reportedly.corpus.echoes.alignment import LEAST_PASSAGE, Tile
from reportedly.corpus.echoes.pairs import PairReading
from reportedly.corpus.echoes.texts import Texts

_Pair = tuple[str, str]


class EqualTexts:
    """Which article stands for which, and how any two of them stand to each other."""

    def __init__(self, texts: Texts) -> None:
        """The first published of equal articles stands for them; a very short one for itself."""
        outlines = self._outlines = texts.outlines
        days = (texts.heads[name].published or date.max for name in outlines.ids)
        ordinals = np.fromiter((day.toordinal() for day in days), np.int64, len(outlines))
        in_time = np.argsort(ordinals, kind="stable")
        self._held: dict[str, list[str]] = {}  # of those that stand for others beside themselves
        self._first: dict[str, str] = {}
        others = set[int]()
        for rows in _equal(texts, in_time):
            names = [outlines.ids[row] for row in rows]
            self._held[names[0]] = names
            self._first |= dict.fromkeys(names, names[0])
            others.update(rows[1:])
        self.distinct = [row for row in in_time.tolist() if row not in others]
        """The rows of articles that stand for themselves and others, in order of time."""

    def first(self, name: str) -> str:
        """The article that stands for one."""
        return self._first.get(name, name)

    @property
    def standing(self) -> Set[str]:
        """The articles that stand for others."""
        return self._held.keys()

    def all_of(self, names: Collection[str]) -> tuple[str, ...]:
        """The articles that some of the distinct ones stand for, in order."""
        return tuple(sorted(one for name in names for one in self._held.get(name, (name,))))

    def reading(
        self, one: str, other: str, readings: Mapping[_Pair, PairReading]
    ) -> PairReading | None:
        """How two articles (in order) stand to each other, by the readings of distinct ones."""
        here, there = self.first(one), self.first(other)
        if here == there:
            words = self._outlines.words[self._outlines.rows[one]]
            whole = Tile(0, words, 0, words, words)
            return PairReading(one, other, "verbatim", (whole,), 1.0, 1.0, 1.0)
        found = readings.get((min(here, there), max(here, there)))
        if found is None:
            return None
        if found.one == here:
            return replace(found, one=one, other=other)
        return replace(found, one=other, other=one)


def _equal(texts: Texts, in_time: np.typing.NDArray[np.int64]) -> Iterator[Sequence[int]]:
    """Rows of equal words, several together, each group in order of time."""
    words = np.frombuffer(texts.outlines.words, np.uint32)
    able = in_time[words[in_time] >= LEAST_PASSAGE]
    marks = texts.outlines.words_marks[able]
    order = np.lexsort((marks[:, 1], marks[:, 0]))  # stable: those of equal marks stay in order
    marks = marks[order]
    new = np.flatnonzero((marks[1:] != marks[:-1]).any(axis=1)) + 1
    ends = [*new.tolist(), len(order)]
    for first, end in zip([0, *ends], ends, strict=False):
        if end - first > 1:
            yield able[order[first:end]].tolist()
