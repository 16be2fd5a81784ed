"""Narratives: claims alike in content, across articles."""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from reportedly.corpus.echoes.families import families
from reportedly.corpus.echoes.words import stem
from reportedly.records import Analysis, Claim, Narrative

ALIKE = 0.5  # share of the words' weight that two claims have in common
LEAST_WORDS = 3
_MOST_IN_POSTING = 60
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")


def find_narratives(analyses: Sequence[Analysis]) -> tuple[Narrative, ...]:
    """Group claims whose words largely agree, where at least two articles make them.

    Words weigh by how rare they are among all claims, so the result is recomputed whole. It
    knows no synonyms: a narrative told in other words is found only through tellings between.
    """
    claims = {
        _ref(analysis.article_id, claim): (analysis.article_id, claim)
        for analysis in analyses
        for claim in analysis.claims
    }
    words = {ref: _content(claim) for ref, (_, claim) in sorted(claims.items())}
    frequency = Counter(word for found in words.values() for word in found)
    weight = {word: math.log((len(words) + 1) / count) for word, count in frequency.items()}
    postings: dict[str, list[str]] = defaultdict(list)
    for ref, found in words.items():
        if len(found) >= LEAST_WORDS:
            for word in sorted(found):
                if len(postings[word]) < _MOST_IN_POSTING:
                    postings[word].append(ref)
    links = {}
    for pair in sorted({p for refs in postings.values() for p in combinations(refs, 2)}):
        score = _likeness(words[pair[0]], words[pair[1]], weight)
        if score >= ALIKE:
            links[pair] = score
    found_narratives = []
    for group in sorted(set(families(list(words), links).values())):
        articles = tuple(sorted({claims[ref][0] for ref in group}))
        if len(articles) > 1:
            found_narratives.append(
                Narrative(
                    narrative_id="n-" + hashlib.sha256(group[0].encode()).hexdigest()[:12],
                    claims=tuple(group),
                    articles=articles,
                )
            )
    return tuple(found_narratives)


def _ref(article_id: str, claim: Claim) -> str:
    """A claim among those of all articles: its own id is one only within its article."""
    return f"{article_id}/{claim.claim_id}"


def _content(claim: Claim) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(claim.content.quote.casefold()))


def _likeness(one: frozenset[str], other: frozenset[str], weight: dict[str, float]) -> float:
    every = math.fsum(weight[word] for word in one | other)
    return math.fsum(weight[word] for word in one & other) / every if every else 0.0
