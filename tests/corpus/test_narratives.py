"""Narratives found through the rarest words are those that comparing every two claims finds."""

from __future__ import annotations

import math
from collections import Counter
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.corpus.echoes.families import families
from reportedly.corpus.narratives import ALIKE, LEAST_WORDS, Claims, ClaimWords, find_narratives

WORDS = ("bridge", "harbour", "levy", "mayor", "miller", "salt", "strike", "toll", "well")
CLAIMS = st.lists(st.frozensets(st.sampled_from(WORDS), min_size=1, max_size=6), max_size=12)


def claims(told: list[frozenset[str]]) -> list[ClaimWords]:
    """Each claim in an article of its own."""
    return [
        ClaimWords(article_id=f"a{number:02d}", claim_id="k", words=words)
        for number, words in enumerate(told)
    ]


def by_comparing_all(told: list[frozenset[str]]) -> set[tuple[str, ...]]:
    count = Counter(word for words in told for word in words)
    weight = {word: math.log((len(told) + 1) / times) for word, times in count.items()}

    def weigh(words: frozenset[str]) -> float:
        return math.fsum(weight[word] for word in words)

    # equal claims are one; the first stands for them
    first = {words: told.index(words) for words in told if len(words) >= LEAST_WORDS}
    links = {}
    for one, other in combinations(sorted(first.values()), 2):
        shared, every = weigh(told[one] & told[other]), weigh(told[one] | told[other])
        if shared and shared >= ALIKE * every - 1e-9:
            links[one, other] = shared / every
    joined = families(links)
    groups: dict[tuple[int, ...], list[str]] = {}
    for number, words in enumerate(told):
        leader = first.get(words, number)
        groups.setdefault(joined.get(leader, (leader,)), []).append(f"a{number:02d}/k")
    return {tuple(group) for group in groups.values() if len(group) > 1}


@given(CLAIMS, st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_narratives_are_those_of_all_pairs_in_any_order(
    told: list[frozenset[str]], dice: Random
) -> None:
    found = find_narratives(Claims(claims(told)))
    assert {narrative.claims for narrative in found} == by_comparing_all(told)
    mixed = claims(told)
    dice.shuffle(mixed)
    assert find_narratives(Claims(mixed)) == found
