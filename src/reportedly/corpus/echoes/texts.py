"""The texts among which echoes are looked for: outlines of all, words of those at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import lru_cache

import numpy as np

from reportedly.corpus.echoes.outline import SentenceMarks, sentence_mark
from reportedly.corpus.echoes.outlines import Outlines
from reportedly.corpus.echoes.words import ArticleWords, article_words
from reportedly.corpus.memory import key_of
from reportedly.records import Article

# A sentence under this many articles of one outlet is furniture, not text.
FURNITURE_ARTICLES = 3
_MOST_HELD = 2_000  # texts that are kept as words; they are met in order of time
_NO_MARKS: SentenceMarks = np.empty(0, dtype=np.uint64)


class Texts:
    """Articles without their texts, outlines of the texts, and the texts by need."""

    def __init__(
        self,
        heads: Mapping[str, Article],
        outlines: Outlines,
        read: Callable[[str], Article],
    ) -> None:
        """Heads by article id; what `read` gives of an id is kept for a while only."""
        self.heads, self.outlines, self._read = heads, outlines, read
        self._furniture = _furniture(heads, outlines)
        self.words = lru_cache(maxsize=_MOST_HELD)(self._words)
        self.mark = lru_cache(maxsize=_MOST_HELD)(self._mark)

    def whole(self, article_id: str) -> Article:
        """An article with its text."""
        return replace(self.heads[article_id], text=self._read(article_id).text)

    def _words(self, article_id: str) -> ArticleWords:
        words = article_words(self._read(article_id).text)
        furniture = self._furniture_in(article_id)
        return _without(words, frozenset(furniture.tolist())) if len(furniture) else words

    def _mark(self, article_id: str) -> bytes:
        """What stands for an article's words: its text, and what of it is furniture."""
        mark = self.outlines.text_mark(self.outlines.rows[article_id])
        furniture = self._furniture_in(article_id)
        return key_of([mark, furniture.tobytes()]) if len(furniture) else mark

    def _furniture_in(self, article_id: str) -> SentenceMarks:
        repeated = self._furniture.get(self.heads[article_id].outlet or "")
        if repeated is None:
            return _NO_MARKS
        own = self.outlines.sentence_marks[self.outlines.rows[article_id]]
        return own[np.isin(own, repeated)]


def _furniture(heads: Mapping[str, Article], outlines: Outlines) -> dict[str, SentenceMarks]:
    """The sentences that an outlet repeats, by outlet; outlets that repeat none are left out."""
    of_outlet: dict[str, list[int]] = defaultdict(list)
    for row, article_id in enumerate(outlines.ids):
        outlet = heads[article_id].outlet
        if outlet:
            of_outlet[outlet].append(row)
    found = {}
    for outlet, rows in of_outlet.items():
        marks = np.concatenate([outlines.sentence_marks[row] for row in rows])
        different, counts = np.unique(marks, return_counts=True)
        repeated = different[counts >= FURNITURE_ARTICLES]
        if len(repeated):
            found[outlet] = repeated
    return found


def _without(words: ArticleWords, furniture: Collection[int]) -> ArticleWords:
    """Set apart the sentences, given by their marks, that an outlet repeats."""
    apart = bytearray(words.apart)
    for first, last in words.sentences:
        if sentence_mark(words.words[first:last]) in furniture:
            apart[first:last] = b"\1" * (last - first)
    return replace(words, apart=bytes(apart))
