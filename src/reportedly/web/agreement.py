"""How far two reviewers agree, beyond what chance would give: Cohen's kappa."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Two reviewers over the reports that both judged; kappa is None where it is not defined."""

    first: str
    second: str
    both: int
    same: int
    kappa: float | None


def cohen_kappa(pairs: list[tuple[str, str]]) -> float | None:
    """Kappa of pairs of labels; None without pairs, or where both gave one label to all."""
    if not pairs:
        return None
    size = len(pairs)
    observed = sum(one == other for one, other in pairs) / size
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = sum(ones[label] * others[label] for label in sorted(ones)) / size**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def agreements(labels: Mapping[str, Mapping[str, str]]) -> list[Agreement]:
    """Each pair of reviewers who judged a report in common.

    Args:
        labels: reviewer → report id → label.
    """
    found = []
    for first, second in combinations(sorted(labels), 2):
        common = sorted(set(labels[first]) & set(labels[second]))
        if not common:
            continue
        pairs = [(labels[first][key], labels[second][key]) for key in common]
        kappa = cohen_kappa(pairs)
        found.append(
            Agreement(
                first=first,
                second=second,
                both=len(pairs),
                same=sum(one == other for one, other in pairs),
                kappa=None if kappa is None else round(kappa, 3),
            )
        )
    return found
