"""The outlines of all articles as columns, of which each is held as long as it is needed."""

from __future__ import annotations

from array import array
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from reportedly.corpus.columns import Stretches
from reportedly.corpus.echoes.outline import Outline

_MARK = 16  # bytes


class Outlines:
    """One row for each article, in order of their ids."""

    def __init__(self) -> None:
        """None yet."""
        self.ids: list[str] = []
        self.rows: dict[str, int] = {}
        self.words = array("I")  # how many
        self.sentences = array("I")
        self.sentence_marks = Stretches(np.uint64)
        self.grams = Stretches(np.uint32)
        self.stems = Stretches(np.uint32)
        self.minhash = Stretches(np.uint32)
        self._text_marks = bytearray()
        self._words_marks = bytearray()

    @classmethod
    def of(cls, outlines: Mapping[str, Outline]) -> Outlines:
        """From outlines by article id, in any order."""
        found = cls()
        for article_id in sorted(outlines):
            found.add(article_id, outlines[article_id])
        return found

    def add(self, article_id: str, one: Outline) -> None:
        """Add an article whose id comes after all that are here.

        Raises:
            ValueError: if it does not: places of rows stand for the order of ids.
        """
        if self.ids and article_id <= self.ids[-1]:
            raise ValueError(f"{article_id!r} after {self.ids[-1]!r}")
        self.rows[article_id] = len(self.ids)
        self.ids.append(article_id)
        self.words.append(one.words)
        self.sentences.append(one.sentences)
        self.sentence_marks.add(one.sentence_marks)
        self.grams.add(one.grams)
        self.stems.add(one.stems)
        self.minhash.add(one.minhash)
        self._text_marks += one.text_mark
        self._words_marks += one.words_mark

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self.ids)

    def text_mark(self, row: int) -> bytes:
        """Equal for equal texts."""
        return bytes(self._text_marks[_MARK * row : _MARK * (row + 1)])

    @property
    def words_marks(self) -> npt.NDArray[np.uint64]:
        """Two numbers a row: both are equal for texts of equal words."""
        return np.frombuffer(self._words_marks, np.uint64).reshape(-1, 2)
