"""Figures of a benchmark: a value with its n, its 95 % interval and the best constant answer."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")
_RESAMPLES = 1000
_SEED = 20201207
_LEAST = 5  # documents; fewer give no interval


def interval(items: Sequence[T], figure: Callable[[Sequence[T]], float | None]) -> Any:  # noqa: ANN401  # JSON
    """95 % bootstrap interval of a figure over items (documents), with a fixed seed.

    Returns:
        [low, high], None below five items.
    """
    if len(items) < _LEAST:
        return None
    dice = random.Random(_SEED)
    values = sorted(figure(dice.choices(items, k=len(items))) or 0.0 for _ in range(_RESAMPLES))
    return [round(values[int(_RESAMPLES * q)], 4) for q in (0.025, 0.975)]


@dataclass(frozen=True, slots=True)
class Matched:
    """What one document gives a figure of finding: gold items, found items, and right ones."""

    gold: int
    found: int
    right: int


def precision(documents: Iterable[Matched]) -> float | None:
    """The share of found items that are right; None where nothing was found."""
    counts = list(documents)
    return _share(sum(c.right for c in counts), sum(c.found for c in counts))


def recall(documents: Iterable[Matched]) -> float | None:
    """The share of gold items that were found; None where the gold has none."""
    counts = list(documents)
    return _share(sum(c.right for c in counts), sum(c.gold for c in counts))


def f1(documents: Iterable[Matched]) -> float | None:
    """The harmonic mean of precision and recall over all documents (micro)."""
    counts = list(documents)
    both = sum(c.gold + c.found for c in counts)
    return _share(2 * sum(c.right for c in counts), both)


def finding(name: str, documents: Sequence[Matched]) -> dict[str, Any]:
    """Figures of finding under keys that begin with a name: f1, precision, recall, n, interval.

    The best constant answer is to find nothing.
    """
    if not sum(c.gold for c in documents):
        return dict.fromkeys(
            (f"{name}_f1", f"{name}_precision", f"{name}_recall", f"{name}_f1_interval"), None
        ) | {f"{name}_f1_n": 0, f"{name}_f1_best_constant": None}
    return {
        f"{name}_f1": rounded(f1(documents)),
        f"{name}_precision": rounded(precision(documents)),
        f"{name}_recall": rounded(recall(documents)),
        f"{name}_f1_interval": interval(documents, f1),
        f"{name}_f1_n": sum(c.gold for c in documents),
        f"{name}_f1_best_constant": 0.0,
    }


def rounded(value: float | None) -> float | None:
    """Four digits behind the point."""
    return None if value is None else round(value, 4)


def lines(result: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    """A readable table of the named figures: value, interval, best constant answer, n."""
    found = [f"{'':<24}{'value':>8}  {'95 %':<16}{'constant':>9}{'n':>8}"]
    for name in names:
        value, low_high = result.get(name), result.get(f"{name}_interval")
        constant = result.get(f"{name}_best_constant")
        spread = f"{low_high[0]:.3f} {low_high[1]:.3f}" if low_high else ""
        found.append(
            f"{name:<24}{_shown(value):>8}  {spread:<16}{_shown(constant):>9}"
            f"{result.get(f'{name}_n', ''):>8}"
        )
    return found


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None
