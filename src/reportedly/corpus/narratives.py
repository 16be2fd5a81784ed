"""Narratives: claims alike in content, across articles."""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.corpus.echoes.families import families
from reportedly.corpus.echoes.words import stem
from reportedly.records import Claim, Narrative

ALIKE = 0.5  # share of the words' weight that two claims have in common
LEAST_WORDS = 3
_MOST_IN_POSTING = 60
_ROUNDING = 1e-9
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """One claim as stems of its words."""

    article_id: str
    claim_id: str
    words: frozenset[str]


def claim_words(claims: Sequence[Claim], article_id: str) -> tuple[ClaimWords, ...]:
    """The claims of one article as words."""
    return tuple(
        ClaimWords(
            article_id=article_id,
            claim_id=claim.claim_id,
            words=frozenset(stem(w) for w in _WORD.findall(claim.content.quote.casefold())),
        )
        for claim in claims
    )


def find_narratives(claims: Iterable[ClaimWords]) -> tuple[Narrative, ...]:
    """Group claims whose words largely agree, where at least two articles make them.

    Words weigh by how rare they are among all claims, so the result is recomputed whole. It
    knows no synonyms: a narrative told in other words is found only through tellings between.
    """
    by_ref = {f"{claim.article_id}/{claim.claim_id}": claim for claim in claims}
    words = {ref: by_ref[ref].words for ref in sorted(by_ref)}
    frequency = Counter(word for found in words.values() for word in found)
    weight = {word: math.log((len(words) + 1) / count) for word, count in frequency.items()}
    whole = {ref: _weight_of(found, weight) for ref, found in words.items()}
    # claims of equal words are one: a sentence of a thousand copies is compared once
    alike: dict[frozenset[str], list[str]] = defaultdict(list)
    for ref, found in words.items():
        alike[found if len(found) >= LEAST_WORDS else frozenset({ref})].append(ref)
    several = {refs[0]: refs for refs in alike.values()}
    links = {}
    for one, other in _pairs({ref: words[ref] for ref in several}, weight, whole):
        shared = _weight_of(words[one] & words[other], weight)
        every = whole[one] + whole[other] - shared
        if shared and shared >= ALIKE * every - _ROUNDING:
            links[one, other] = shared / every
    found_narratives = []
    joined = set(families(list(several), links).values())
    for group in sorted(sorted(ref for first in some for ref in several[first]) for some in joined):
        articles = tuple(sorted({by_ref[ref].article_id for ref in group}))
        if len(articles) > 1:
            found_narratives.append(
                Narrative(
                    narrative_id="n-" + hashlib.sha256(group[0].encode()).hexdigest()[:12],
                    claims=tuple(group),  # article_id/claim_id
                    articles=articles,
                )
            )
    return tuple(found_narratives)


def _pairs(
    words: Mapping[str, frozenset[str]],
    weight: Mapping[str, float],
    whole: Mapping[str, float],
) -> Iterator[tuple[str, str]]:
    """Pairs of claims that may be alike, each once.

    Two claims that agree in half of their weight share a word among the rarest of each: those
    without which less than that half is left. Claims meet under these alone. What they share
    beside these is at most what is left of one of them; most that meet by chance fall short.

    Sources: prefix and positional filtering (Xiao et al. 2008, "Efficient similarity joins").
    """
    postings: dict[str, list[str]] = defaultdict(list)
    rest: dict[str, float] = {}
    least = ALIKE / (1 + ALIKE)  # of the weight of both
    for ref, found in words.items():
        if len(found) < LEAST_WORDS:
            continue
        rarest = _rarest(found, weight)
        rest[ref] = whole[ref] - _weight_of(rarest, weight)
        met: dict[str, float] = defaultdict(float)
        unknown = 0.0  # of words whose postings are full: they may be shared, too
        for word in rarest:
            held, own = postings[word], weight[word]
            for other in held:
                met[other] += own
            if len(held) < _MOST_IN_POSTING:
                held.append(ref)
            else:
                unknown += own
        mine, left = least * whole[ref] - unknown - _ROUNDING, rest[ref]
        able = [
            other
            for other, shared in met.items()
            if shared + max(left, rest[other]) >= mine + least * whole[other]
        ]
        yield from ((other, ref) for other in sorted(able))


def _rarest(words: frozenset[str], weight: Mapping[str, float]) -> list[str]:
    ordered = sorted(words, key=lambda word: (-weight[word], word))
    left = math.fsum(weight[word] for word in ordered)
    least = ALIKE * left
    for count, word in enumerate(ordered):
        if left < least - _ROUNDING:
            return ordered[:count]
        left -= weight[word]
    return ordered


def _weight_of(words: Iterable[str], weight: Mapping[str, float]) -> float:
    # fsum: the same sum in any order, and sets have none
    return math.fsum(weight[word] for word in words)
