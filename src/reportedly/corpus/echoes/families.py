"""Families of copies: groups of articles joined by more than a single link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TypeVar

# Half of the pairs across two groups must be copies of each other before the groups join:
# one text made from two others would otherwise chain both families together.
LEAST_LINKED = 0.5
# In a crowd of copies each is compared with so many others only (`candidates.MOST_IN_BUCKET`).
MOST_COMPARED = 40

K = TypeVar("K", int, str)


def families(links: Mapping[tuple[K, K], float]) -> dict[K, tuple[K, ...]]:
    """Group articles by their links, strongest first.

    Args:
        links: strength (any positive number) of each pair that is a copy, ids (or numbers that
            stand for them) in order.

    Returns:
        for each article with links its family, in sorted order; it may be alone in it.
    """
    articles = sorted({name for pair in links for name in pair})
    group = {article_id: article_id for article_id in articles}
    members = {article_id: [article_id] for article_id in articles}
    across: dict[K, dict[K, int]] = defaultdict(lambda: defaultdict(int))
    for one, other in links:
        across[one][other] += 1
        across[other][one] += 1
    for (one, other), _ in sorted(links.items(), key=lambda link: (-link[1], link[0])):
        left, right = sorted((group[one], group[other]), key=lambda g: (-len(members[g]), g))
        if left == right:
            continue
        compared = min(len(members[left]), MOST_COMPARED) * min(len(members[right]), MOST_COMPARED)
        if across[left][right] < LEAST_LINKED * compared:
            continue
        for article_id in members[right]:
            group[article_id] = left
        members[left] += members.pop(right)
        for third, count in across.pop(right).items():
            across[third].pop(right, None)
            if third != left:
                across[left][third] += count
                across[third][left] += count
    kept = {name: tuple(sorted(ids)) for name, ids in members.items()}
    return {article_id: kept[group[article_id]] for article_id in articles}
