"""Scores of pairs of reports in columns: many millions of pairs are compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Pair = tuple[int, int]
_AT_ONCE = 100_000


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of positions (`one` before `other`), each once, in order."""

    one: npt.NDArray[np.int32]
    other: npt.NDArray[np.int32]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.one)

    def __iter__(self) -> Iterator[Pair]:
        """Each of them."""
        for at in range(0, len(self.one), _AT_ONCE):
            some = slice(at, at + _AT_ONCE)
            yield from zip(self.one[some].tolist(), self.other[some].tolist(), strict=True)

    def __getitem__(self, at: int) -> Pair:
        """One of them."""
        return int(self.one[at]), int(self.other[at])


@dataclass(frozen=True, slots=True, eq=False)
class PairScores:
    """The score of each pair, and people's where they judge."""

    pairs: Pairs
    score: npt.NDArray[np.float64]
    judged: Mapping[Pair, float] = field(default_factory=dict)  # wins; also of no pair above

    def items(self) -> Iterator[tuple[Pair, float]]:
        """Each pair with its score."""
        for pair, score in zip(self.pairs, self.score, strict=True):
            if pair not in self.judged:
                yield pair, float(score)
        yield from self.judged.items()

    def among(self, members: npt.NDArray[np.int32]) -> PairScores:
        """The scores between some reports, given in order, by their places among these."""
        last = max(int(members.max(initial=-1)), int(self.pairs.other.max(initial=-1)))
        place = np.full(last + 1, -1, dtype=np.int32)
        place[members] = np.arange(len(members), dtype=np.int32)
        one, other = place[self.pairs.one], place[self.pairs.other]
        both = (one >= 0) & (other >= 0)
        judged = {
            (int(place[here]), int(place[there])): score
            for (here, there), score in self.judged.items()
            if max(here, there) <= last and place[here] >= 0 and place[there] >= 0
        }
        return PairScores(Pairs(one[both], other[both]), self.score[both], judged)
