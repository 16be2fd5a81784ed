"""Reports into events: average-link clustering inside each connected component."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from reportedly.corpus.merge.judge import JOIN

# A cluster pair must agree on the whole, not by one link: the mean over all its report pairs.
LEAST_AVERAGE = 1.25
MOST_IN_COMPONENT = 500

_Pair = tuple[int, int]


class Scores(Protocol):
    """Pairs with their scores: a mapping, or columns."""

    def items(self) -> Iterable[tuple[_Pair, float]]:
        """Each pair once."""


def clusters(
    size: int,
    scores: Scores,
    order: Callable[[int], object],
    *,
    join: float = JOIN,
    least_average: float = LEAST_AVERAGE,
) -> list[tuple[int, ...]]:
    """Group reports 0 … size-1.

    Args:
        size: how many reports there are.
        scores: of compared pairs (i < j); a person's judgement is +inf or -inf.
        order: a sort key that does not depend on the positions (ties and splits follow it).
        join: the score that the best pair of two groups needs.
        least_average: the mean over all pairs of two groups that they need; a pair that was
            not compared counts as 0.

    Returns:
        all groups, each in the given order; a report without links is alone. A group depends
        on its connected component alone.
    """
    components, root = _components(size, scores, join)
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), score in scores.items():
        if root[one] == root[other]:
            links[one][other] = links[other][one] = score
    found: list[tuple[int, ...]] = []
    for component in components:
        ordered = sorted(component, key=order)  # type: ignore[arg-type]
        for at in range(0, len(ordered), MOST_IN_COMPONENT):
            found += _agglomerate(ordered[at : at + MOST_IN_COMPONENT], links, join, least_average)
    return sorted(found, key=lambda members: order(members[0]))  # type: ignore[arg-type,return-value]


def _components(size: int, scores: Scores, join: float) -> tuple[list[list[int]], list[int]]:
    """Groups that scores of `join` and more connect, and for each number its group's root."""
    root = list(range(size))

    def find(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    for (one, other), score in scores.items():
        if score >= join:
            root[find(other)] = find(one)
    grouped: dict[int, list[int]] = defaultdict(list)
    for at in range(size):
        root[at] = find(at)
        grouped[root[at]].append(at)
    return list(grouped.values()), root


def _agglomerate(
    ordered: Sequence[int],
    links: Mapping[int, Mapping[int, float]],
    join: float,
    least_average: float,
) -> list[tuple[int, ...]]:
    """Join the best pair of clusters again and again; ranks in `ordered` break ties."""
    rank = {at: i for i, at in enumerate(ordered)}
    members: dict[int, list[int]] = {i: [at] for i, at in enumerate(ordered)}
    between: dict[int, dict[int, tuple[float, float]]] = defaultdict(dict)  # sum, best
    for at in ordered:
        for other, score in links.get(at, {}).items():
            if other in rank:
                between[rank[at]][rank[other]] = (score, score)
    queue: list[tuple[float, int, int, int]] = []

    def offer(left: int, right: int) -> None:
        total, best = between[left][right]
        average = total / (len(members[left]) * len(members[right]))
        if best >= join and average >= least_average:
            low, high = min(left, right), max(left, right)
            heapq.heappush(queue, (-average, low, high, len(members[low]) + len(members[high])))

    for left, others in sorted(between.items()):
        for right in sorted(others):
            if left < right:
                offer(left, right)
    while queue:
        _, left, right, count = heapq.heappop(queue)
        if left not in members or right not in members:
            continue
        if len(members[left]) + len(members[right]) != count:
            continue  # one of them has grown since: a newer offer stands in the queue
        members[left] += members.pop(right)
        for third, (total, best) in sorted(between.pop(right).items()):
            between[third].pop(right, None)
            if third == left:
                continue
            held_total, held_best = between[left].get(third, (0.0, -math.inf))
            joined = (_sum(held_total, total), max(held_best, best))
            between[left][third] = between[third][left] = joined
        between[left].pop(right, None)
        for third in sorted(between[left]):
            offer(left, third)
    return [tuple(sorted(group, key=lambda at: rank[at])) for _, group in sorted(members.items())]


def _sum(one: float, other: float) -> float:
    """A sum in which a person's 'different' outweighs a person's 'same', and that all else."""
    if -math.inf in (one, other):
        return -math.inf
    return one + other
