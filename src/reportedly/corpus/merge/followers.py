"""Reports that need no comparing: further copies of one passage follow the first of them.

A wire that ten thousand pages carry is ten thousand equal reports. Some of them are compared with
all others, so that a copied passage keeps its weight; the rest goes where the first goes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reportedly.corpus.merge.facts import ReportFacts
from reportedly.records import Judgement

MOST_COMPARED = 20  # of the reports that one passage makes in copies of one text


def followers(facts: Sequence[ReportFacts], judgements: Sequence[Judgement]) -> Mapping[int, int]:
    """By position of a report that need not be compared: that of the report which it follows.

    Only reports that say the same in the same words, in different copies of one text; a report
    on which a person decided is always compared.
    """
    decided = {name for j in judgements for name in (j.subject, j.other)}
    equal: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(facts):
        if one.copies != one.article_id and one.report_id not in decided:
            equal[_content(one)].append(at)
    return {
        at: group[0]
        for group in equal.values()
        if len({facts[at].article_id for at in group}) == len(group)
        for at in group[MOST_COMPARED:]
    }


def with_followers(
    groups: Sequence[Sequence[int]], following: Mapping[int, int]
) -> list[tuple[int, ...]]:
    """Groups of positions with those that follow their members, in order."""
    behind: dict[int, list[int]] = defaultdict(list)
    for at, leader in following.items():
        behind[leader].append(at)
    return [
        tuple(sorted(at for member in group for at in (member, *behind.get(member, ()))))
        for group in groups
    ]


def _content(one: ReportFacts) -> tuple[object, ...]:
    return (
        one.copies,
        one.told,
        one.family,
        one.mode,
        one.realis,
        one.denies,
        one.withdraws,
        one.retold,
        one.dated,
        one.earliest,
        one.latest,
        one.place,
        one.country,
        one.actors,
        one.disputed_actors,
        one.recipients,
        one.numbers,
        one.sequel,
    )
