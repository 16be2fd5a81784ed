"""Narratives: claims alike in content, across articles."""

from __future__ import annotations

import hashlib
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from reportedly.corpus.columns import Stretches
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


class Claims:
    """Claims of all articles, their words as numbers."""

    def __init__(self, claims: Iterable[ClaimWords] = ()) -> None:
        """Some to begin with."""
        self._names: list[tuple[str, str]] = []  # of the article, of the claim in it
        self._vocabulary: dict[str, int] = {}
        self._words = Stretches(np.uint32)
        for claim in claims:
            self.add(claim)

    def add(self, claim: ClaimWords) -> None:
        """One more; each is added once."""
        known = self._vocabulary
        numbers = [known.setdefault(word, len(known)) for word in claim.words]
        self._names.append((claim.article_id, claim.claim_id))
        self._words.add(np.array(numbers, dtype=np.uint32))

    def weighed(self) -> Weighed:
        """The claims in order of their names, with weights of their words."""
        names = [f"{article_id}/{claim_id}" for article_id, claim_id in self._names]
        order = sorted(range(len(names)), key=names.__getitem__)
        count = np.bincount(self._words.numbers, minlength=len(self._vocabulary)).tolist()
        weight = [math.log((len(names) + 1) / times) for times in count]
        words = sorted(self._vocabulary, key=lambda word: (-weight[self._vocabulary[word]], word))
        rarest = [self._vocabulary[word] for word in words]
        rank = np.empty(len(rarest), dtype=np.uint32)
        rank[rarest] = np.arange(len(rarest))
        ranked = Stretches(np.uint32)
        for at in order:
            ranked.add(np.sort(rank[self._words[at]]))
        return Weighed(
            names=[names[at] for at in order],
            articles=[self._names[at][0] for at in order],
            words=ranked,
            weight=[weight[number] for number in rarest],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """Claims in order of their names; words as numbers, the rarest first."""

    names: Sequence[str]  # article_id/claim_id
    articles: Sequence[str]
    words: Stretches[np.uint32]  # of each claim, in order
    weight: Sequence[float]  # of each word

    def weight_of(self, words: Iterable[int]) -> float:
        """The weight of some words together."""
        # fsum: the same sum in any order, and sets have none
        return math.fsum(self.weight[word] for word in words)


def find_narratives(claims: Claims) -> tuple[Narrative, ...]:
    """Group claims whose words largely agree, where at least two articles make them.

    Words weigh by how rare they are among all claims, so the result is recomputed whole. It
    knows no synonyms: a narrative told in other words is found only through tellings between.
    """
    told = claims.weighed()
    # claims of equal words are one: a sentence of a thousand copies is compared once
    first: dict[bytes, int] = {}
    several: dict[int, list[int]] = {}
    for at in range(len(told.names)):
        words = told.words[at]
        leader = first.setdefault(words.tobytes(), at) if len(words) >= LEAST_WORDS else at
        if leader != at:
            several.setdefault(leader, [leader]).append(at)
    links = {}
    distinct = sorted(first.values())
    whole = np.zeros(len(told.names))
    whole[distinct] = [told.weight_of(told.words[at].tolist()) for at in distinct]
    for one, other in _pairs(told, distinct, whole):
        own = set(told.words[one].tolist())
        shared = told.weight_of(own.intersection(told.words[other].tolist()))
        every = float(whole[one] + whole[other]) - shared
        if shared and shared >= ALIKE * every - _ROUNDING:
            links[one, other] = shared / every
    joined = families(links)
    groups = {*joined.values(), *((at,) for at in several if at not in joined)}
    found_narratives = []
    for group in sorted(
        sorted(at for one in some for at in several.get(one, (one,))) for some in groups
    ):
        articles = tuple(sorted({told.articles[at] for at in group}))
        names = tuple(told.names[at] for at in group)
        if len(articles) > 1:
            found_narratives.append(
                Narrative(
                    narrative_id="n-" + hashlib.sha256(names[0].encode()).hexdigest()[:12],
                    claims=names,
                    articles=articles,
                )
            )
    return tuple(found_narratives)


def _pairs(
    told: Weighed, claims: Sequence[int], whole: npt.NDArray[np.float64]
) -> Iterator[tuple[int, int]]:
    """Pairs of some claims that may be alike, each once; `whole`: their weights.

    Two claims that agree in half of their weight share a word among the rarest of each: those
    without which less than that half is left. Claims meet under these alone, where fewer than
    sixty came before. What they share beside is at most what is left of one of them, and those
    of its rarest words under which it was not put; most that meet by chance fall short.

    Sources: prefix and positional filtering (Xiao et al. 2008, "Efficient similarity joins").
    """
    postings: dict[int, list[int]] = defaultdict(list)
    rest, unmet = np.zeros((2, len(told.names)))  # unmet: of rarest words that were full
    least = ALIKE / (1 + ALIKE)  # of the weight of both
    for at in claims:
        words = told.words[at].tolist()
        rarest = _rarest(words, told)
        rest[at] = whole[at] - told.weight_of(rarest)
        met = [postings[word] for word in rarest]
        weights = np.repeat([told.weight[word] for word in rarest], list(map(len, met)))
        others, place = np.unique(
            np.fromiter(chain.from_iterable(met), np.int64, len(weights)), return_inverse=True
        )
        for word, held in zip(rarest, met, strict=True):
            if len(held) < _MOST_IN_POSTING:
                held.append(at)
            else:
                unmet[at] += told.weight[word]
        if not len(others):
            continue
        most = np.bincount(place, weights, len(others))
        most += np.minimum(unmet[at], unmet[others]) + np.maximum(rest[at], rest[others])
        able = others[most >= least * (whole[at] + whole[others]) - _ROUNDING]
        yield from ((other, at) for other in able.tolist())


def _rarest(words: Sequence[int], told: Weighed) -> Sequence[int]:
    """Of words in order, the rarest: without them less than half of the weight is left."""
    left = told.weight_of(words)
    least = ALIKE * left
    for count, word in enumerate(words):
        if left < least - _ROUNDING:
            return words[:count]
        left -= told.weight[word]
    return words
