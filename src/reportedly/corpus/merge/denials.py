"""Denials and withdrawals: they join an event that some report asserts, and make none."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from reportedly.corpus.echoes.origins import same_outlet
from reportedly.corpus.merge.cluster import Scores
from reportedly.corpus.merge.facts import ReportFacts
from reportedly.corpus.merge.telling import Telling

# Less than for two assertions: a denial often gives neither place nor day.
JOIN_DENIAL = 1.25


def attach(
    facts: Sequence[ReportFacts],
    groups: Sequence[Sequence[int]],
    scores: Scores,
) -> list[tuple[int, ...]]:
    """The denials of each group, by positions in `facts`.

    Each denial goes to the group with its best-scoring report, unless it contradicts most of
    the group; one that fits no group is left to the list of claims.
    """
    group_of = {at: number for number, group in enumerate(groups) for at in group}
    near: dict[int, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for (one, other), score in scores.items():
        for denial, asserting in ((one, other), (other, one)):
            if facts[denial].denies and asserting in group_of:
                near[denial][group_of[asserting]].append(score)
    found: list[list[int]] = [[] for _ in groups]
    for denial in sorted(near, key=lambda at: facts[at].report_id):
        fits = {
            number: max(scored)
            for number, scored in near[denial].items()
            if -math.inf not in scored
            and max(scored) >= JOIN_DENIAL
            and 2 * sum(score >= 0 for score in scored) >= len(scored)
        }
        if fits:
            found[max(sorted(fits), key=lambda number: fits[number])].append(denial)
    return [tuple(group) for group in found]


def withdrawn(asserting: Sequence[Telling], denials: Sequence[Telling]) -> frozenset[str]:
    """Ids of asserting reports that their own outlet takes back.

    A copy by another outlet stays until that outlet withdraws it.
    """
    return frozenset(
        told.report.report_id
        for told in asserting
        for taken in denials
        if taken.report.withdraws
        and same_outlet(taken.article.outlet, told.article.outlet)
        and taken.article.article_id != told.article.article_id
        and _not_after(told, taken)
    )


def _not_after(told: Telling, taken: Telling) -> bool:
    here, there = told.article.published, taken.article.published
    return here is None or there is None or here <= there
