"""Figures with their uncertainty: sums by article, bootstrap over articles, Wilson's interval.

Reports of one article are right or wrong together more often than by chance, so intervals are
those of a bootstrap over articles (Efron and Tibshirani 1993, ch. 6 and 13: percentile interval),
inside each stratum where the sample is stratified. Wilson's score interval (Wilson 1927, method 3
of Newcombe 1998) stands beside it for unweighted proportions, as if reports were independent.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

RESAMPLES = 1000
SEED = 20201207
LEAST_ARTICLES = 5
Z = 1.959963984540054  # the 97.5 % point of the normal distribution

Kind = Literal["prf", "share"]
Floats = npt.NDArray[np.float64]
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of an audit.

    `prf`: `counts` are right, added, missed and `value` is F1; `share`: right, of.
    """

    name: str
    kind: Kind
    counts: tuple[int, ...]
    value: float | None
    interval: Interval | None  # bootstrap over articles
    precision: float | None = None
    recall: float | None = None
    precision_interval: Interval | None = None
    recall_interval: Interval | None = None
    wilson: Interval | None = None  # of a share; None where the sample is weighted
    precision_wilson: Interval | None = None
    recall_wilson: Interval | None = None


def wilson(right: int, of: int) -> Interval | None:
    """The 95 % score interval of a proportion without continuity correction."""
    if of == 0:
        return None
    share, spread = right / of, Z * Z / of
    middle = (share + spread / 2) / (1 + spread)
    reach = Z * math.sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    return max(0.0, middle - reach), min(1.0, middle + reach)


class Resampling:
    """The articles of a sample with their weights, and the bootstrap samples of them.

    Args:
        articles: ids in order.
        strata: of each article; each stratum is drawn from by itself.
        weights: of each article: how many of the collection it stands for.
        resamples: how many bootstrap samples; 0 gives no intervals.
    """

    def __init__(
        self,
        articles: Sequence[str],
        strata: Sequence[str],
        weights: Sequence[float],
        resamples: int = RESAMPLES,
    ) -> None:
        self.place = {article: number for number, article in enumerate(articles)}
        self.weights = np.asarray(weights, dtype=np.float64)
        self.weighted = len(set(weights)) > 1
        self._times = self._drawn(articles, strata, resamples)

    def _drawn(self, articles: Sequence[str], strata: Sequence[str], resamples: int) -> Floats:
        """How often each article stands in each bootstrap sample: (resamples, articles)."""
        if len(articles) < LEAST_ARTICLES:
            return np.zeros((0, len(articles)))
        dice = random.Random(SEED)
        members: dict[str, list[int]] = {}
        for number, stratum in enumerate(strata):
            members.setdefault(stratum, []).append(number)
        times = np.zeros((resamples, len(articles)))
        for row in times:
            for numbers in members.values():
                for number in dice.choices(numbers, k=len(numbers)):
                    row[number] += 1
        return times

    def sums(self, cells: Floats) -> tuple[Floats, Floats]:
        """Weighted totals of a line, and those of each bootstrap sample."""
        weighted = cells * self.weights[:, None]
        return weighted.sum(axis=0), self._times @ weighted


class Line:
    """One line of the table, kept by article: right, added, missed; or right, of."""

    def __init__(self, name: str, kind: Kind, resampling: Resampling) -> None:
        self.name = name
        self._kind: Kind = kind
        self._resampling = resampling
        self._cells = np.zeros((len(resampling.place), 3 if kind == "prf" else 2))

    def add(self, article: str, *numbers: int) -> None:
        """Count in an article."""
        self._cells[self._resampling.place[article]] += numbers

    def figure(self) -> Figure:
        """The line's figure."""
        total, drawn = self._resampling.sums(self._cells)
        counts = tuple(int(number) for number in self._cells.sum(axis=0))
        plain = not self._resampling.weighted
        facts: dict[str, Any] = {"name": self.name, "kind": self._kind, "counts": counts}
        if self._kind == "share":
            return Figure(
                **facts,
                value=_share(total),
                interval=_interval([_share(one) for one in drawn]),
                wilson=wilson(*counts) if plain else None,
            )
        right, added, missed = counts
        return Figure(
            **facts,
            value=_f1(total),
            interval=_interval([_f1(one) for one in drawn]),
            precision=_share((total[0], total[0] + total[1])),
            recall=_share((total[0], total[0] + total[2])),
            precision_interval=_interval([_share((o[0], o[0] + o[1])) for o in drawn]),
            recall_interval=_interval([_share((o[0], o[0] + o[2])) for o in drawn]),
            precision_wilson=wilson(right, right + added) if plain else None,
            recall_wilson=wilson(right, right + missed) if plain else None,
        )


def _share(sums: Sequence[float] | Floats) -> float | None:
    return float(sums[0] / sums[1]) if sums[1] else None


def _f1(sums: Floats) -> float | None:
    total = 2 * sums[0] + sums[1] + sums[2]
    return float(2 * sums[0] / total) if total else None


def _interval(values: Sequence[float | None]) -> Interval | None:
    found = sorted(value for value in values if value is not None)
    if not found:
        return None
    last = len(found) - 1
    return found[round(0.025 * last)], found[round(0.975 * last)]
