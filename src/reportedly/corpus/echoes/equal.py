"""Articles of equal words: one stands for all of them, so that a thousand copies cost no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from reportedly.corpus.echoes.alignment import LEAST_PASSAGE, Tile
from reportedly.corpus.echoes.pairs import PairReading
from reportedly.corpus.echoes.texts import Texts
from reportedly.records import Article

_Pair = tuple[str, str]


class EqualTexts:
    """Which article stands for which, and how any two of them stand to each other."""

    def __init__(self, texts: Texts) -> None:
        """The first published of equal articles stands for them; a very short one for itself."""
        self._texts = texts
        self._held: dict[str, list[str]] = {}
        self.first: dict[str, str] = {}
        of_words: dict[bytes | str, list[str]] = defaultdict(list)
        for name in sorted(texts.heads, key=lambda name: (_day(texts.heads[name]), name)):
            outline = texts.outlines[name]
            of_words[outline.words_mark if outline.words >= LEAST_PASSAGE else name].append(name)
        for names in of_words.values():
            self._held[names[0]] = names
            self.first |= dict.fromkeys(names, names[0])

    @property
    def distinct(self) -> Collection[str]:
        """The articles that stand for themselves and others, those published first leading."""
        return self._held.keys()

    def all_of(self, names: Collection[str]) -> tuple[str, ...]:
        """The articles that some of the distinct ones stand for, in order."""
        return tuple(sorted(one for name in names for one in self._held[name]))

    def reading(
        self, one: str, other: str, readings: Mapping[_Pair, PairReading]
    ) -> PairReading | None:
        """How two articles (in order) stand to each other, by the readings of distinct ones."""
        here, there = self.first[one], self.first[other]
        if here == there:
            words = self._texts.outlines[one].words
            whole = Tile(0, words, 0, words, words)
            return PairReading(one, other, "verbatim", (whole,), 1.0, 1.0, 1.0)
        found = readings.get((min(here, there), max(here, there)))
        if found is None:
            return None
        if found.one == here:
            return replace(found, one=one, other=other)
        return replace(found, one=other, other=one)


def _day(article: Article) -> date:
    return article.published or date.max
