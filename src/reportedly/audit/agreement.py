"""How far coders agree, beyond what chance would give: Cohen's kappa and Krippendorff's alpha."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Two coders over what both coded; None where a figure is not defined."""

    first: str
    second: str
    both: int
    same: int
    kappa: float | None
    alpha: float | None


def cohen_kappa(pairs: list[tuple[str, str]]) -> float | None:
    """Kappa of pairs of labels (Cohen 1960); None without pairs, or where all labels are one."""
    if not pairs:
        return None
    size = len(pairs)
    observed = sum(one == other for one, other in pairs) / size
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = sum(ones[label] * others[label] for label in sorted(ones)) / size**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def nominal(one: str, other: str) -> float:
    """The difference of two labels without an order: 0 or 1."""
    return float(one != other)


def interval(one: str, other: str) -> float:
    """The squared difference of two numbers."""
    return (float(one) - float(other)) ** 2


def krippendorff_alpha(
    units: Iterable[Iterable[str | None]],
    difference: Callable[[str, str], float] = nominal,
) -> float | None:
    """Alpha of any number of coders, with gaps (Krippendorff 2011, Computing Alpha).

    Args:
        units: of each unit the values that coders gave; None where one gave none.
        difference: of two values: `nominal` or `interval`.

    Returns:
        None where no unit has two values, or all values are one.
    """
    coincidences: Counter[tuple[str, str]] = Counter()
    for unit in units:
        values = [value for value in unit if value is not None]
        if len(values) < 2:
            continue
        for at, one in enumerate(values):
            for other_at, other in enumerate(values):
                if at != other_at:
                    coincidences[one, other] += 1 / (len(values) - 1)  # type: ignore[assignment]
    totals: Counter[str] = Counter()
    for (one, _), count in coincidences.items():
        totals[one] += count
    size = sum(totals.values())
    observed = sum(count * difference(*pair) for pair, count in coincidences.items())
    expected = sum(
        totals[one] * totals[other] * difference(one, other) for one in totals for other in totals
    )
    return None if not expected else 1 - (size - 1) * observed / expected


def agreements(labels: Mapping[str, Mapping[str, str]]) -> list[Agreement]:
    """Each pair of coders who coded something in common.

    Args:
        labels: coder → what was coded → label.
    """
    found = []
    for first, second in combinations(sorted(labels), 2):
        common = sorted(set(labels[first]) & set(labels[second]))
        if not common:
            continue
        pairs = [(labels[first][key], labels[second][key]) for key in common]
        found.append(
            Agreement(
                first=first,
                second=second,
                both=len(pairs),
                same=sum(one == other for one, other in pairs),
                kappa=_rounded(cohen_kappa(pairs)),
                alpha=_rounded(krippendorff_alpha(pairs)),
            )
        )
    return found


def alpha_of_all(labels: Mapping[str, Mapping[str, str]]) -> float | None:
    """Alpha over all coders and all that any two of them coded."""
    keys = sorted({key for given in labels.values() for key in given})
    coders = sorted(labels)
    return _rounded(krippendorff_alpha([labels[c].get(key) for c in coders] for key in keys))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
