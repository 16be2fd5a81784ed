"""Blocks hand over the pairs that share a key, and no others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.made_up import records
from reportedly.corpus.merge import block
from reportedly.corpus.merge.block import candidate_pairs
from reportedly.corpus.merge.facts import ReportFacts, facts_of_article
from reportedly.corpus.merge.lexicon import load_merge_words
from reportedly.corpus.merge.scores import Pairs, PairScores

FACTS = [
    one
    for article, analysis in records(30)
    for one in facts_of_article(article, analysis.reports, load_merge_words())
]
DAY = date(2021, 5, 3)


def varied(dice: Random) -> list[ReportFacts]:
    """Reports of few towns and days; some without a place, some that give a year only."""
    return [
        replace(
            one,
            place=dice.choice((None, FACTS[0].place, FACTS[1].place)),
            earliest=DAY + timedelta(days=dice.randrange(20)),
            latest=DAY + timedelta(days=20),
            day=dice.random() < 0.7,
            numbers=frozenset({("killed", dice.randrange(4))}),
        )
        for one in FACTS
    ]


def share_a_key(one: ReportFacts, other: ReportFacts) -> bool:
    """As the keys are meant: by family, and no name across two places, no year for a day."""
    if (one.family, one.realis) != (other.family, other.realis):
        return False
    for key in block._keys(one) & block._keys(other):
        if key[0] in {"name", "number"} and one.place and other.place:
            continue
        if key[-1] != "year" or not (one.day and other.day):
            return True
    return False


@given(st.integers(0, 10_000))
@settings(max_examples=25, deadline=None)
def test_pairs_are_those_that_share_a_key_each_once_and_in_order(seed: int) -> None:
    facts = varied(Random(seed))
    wanted = [
        pair
        for pair in combinations(range(len(facts)), 2)
        if share_a_key(facts[pair[0]], facts[pair[1]])
    ]
    assert list(candidate_pairs(facts)) == wanted


def test_scores_among_some_reports_are_told_by_their_places_and_people_win() -> None:
    pairs = Pairs(np.array([0, 0, 2], dtype=np.int32), np.array([2, 3, 3], dtype=np.int32))
    scores = PairScores(pairs, np.array([1.0, 2.0, 3.0]), {(2, 3): 9.0, (0, 5): 7.0})
    assert dict(scores.items()) == {(0, 2): 1.0, (0, 3): 2.0, (2, 3): 9.0, (0, 5): 7.0}
    among = scores.among(np.array([2, 3, 5], dtype=np.int32))
    assert dict(among.items()) == {(0, 1): 9.0}
    assert dict(scores.among(np.array([0, 5], dtype=np.int32)).items()) == {(0, 1): 7.0}
