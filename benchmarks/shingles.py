"""Likeness of texts by 4-grams of words, as in the Article Extraction Benchmark's scorer.

The measure is that of https://github.com/scrapinghub/article-extraction-benchmark (MIT):
counts of shared shingles per page, then the mean over pages of precision and of recall; F1 is
their harmonic mean. A page without any extracted text counts in recall only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Overlap:
    """Shingles of one page: shared, only in the prediction, only in the gold."""

    shared: int
    added: int
    missed: int

    @property
    def precision(self) -> float | None:
        """Share of the predicted shingles that are right; None where none was predicted."""
        predicted = self.shared + self.added
        return self.shared / predicted if predicted else None

    @property
    def recall(self) -> float | None:
        """Share of the gold shingles that were found; None where the gold has none."""
        wanted = self.shared + self.missed
        return self.shared / wanted if wanted else None


def overlap(gold: str, predicted: str) -> Overlap:
    """Compare two texts by their word 4-grams, with their counts."""
    wanted, found = _shingles(gold), _shingles(predicted)
    shared = (wanted & found).total()
    return Overlap(shared, found.total() - shared, wanted.total() - shared)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    """All 4-grams; a text of fewer words is one shingle, an empty one has none."""
    words = _WORD.findall(text)
    if not words:
        return Counter()
    count = max(1, len(words) - _LENGTH + 1)
    return Counter(tuple(words[i : i + _LENGTH]) for i in range(count))


def means(overlaps: Sequence[Overlap]) -> tuple[float, float, float]:
    """F1, precision and recall over pages."""
    precisions = [o.precision for o in overlaps if o.precision is not None]
    recalls = [o.recall for o in overlaps if o.recall is not None]
    precision = sum(precisions) / len(precisions) if precisions else 0.0
    recall = sum(recalls) / len(recalls) if recalls else 0.0
    both = precision + recall
    return (2 * precision * recall / both if both else 0.0), precision, recall
