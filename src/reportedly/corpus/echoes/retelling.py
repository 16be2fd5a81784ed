"""How much of one text another tells in its order, by sentences that share telling words."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from reportedly.corpus.echoes.outline import stem_number
from reportedly.corpus.echoes.words import ArticleWords

SENTENCE_SHARE = 0.25  # of a sentence's weight that must stand in its partner
LEAST_SENTENCES = 1 / 3  # of the shorter text that must have such a partner
LEAST_TELLING = 0.075  # share of its weight that the other has at all; less decides nothing


@dataclass(frozen=True, slots=True)
class Retelling:
    """How much of the shorter text the longer tells in its order: by weight, by sentences."""

    score: float
    sentences: float


NO_RETELLING = Retelling(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class StoryText:
    """One article as sets of stems (see `stem_number`), whole and by sentence."""

    stems: frozenset[int]
    sentences: tuple[tuple[frozenset[int], frozenset[int]], ...]  # (all stems, quoted stems)
    words: int


def story_text(words: ArticleWords) -> StoryText:
    """Reduce an article's words to what rewriting is judged by."""
    sentences = []
    for first, last in words.sentences:
        stems = [stem_number(word) for word in words.words[first:last]]
        quoted = frozenset(s for s, q in zip(stems, words.apart[first:last], strict=True) if q)
        sentences.append((frozenset(stems), quoted))
    every = frozenset[int]().union(*(stems for stems, _ in sentences))
    return StoryText(stems=every, sentences=tuple(sentences), words=len(words.words))


def retelling(one: StoryText, other: StoryText, weights: Mapping[int, float]) -> Retelling:
    """How much of the shorter text the longer one tells in the same order (0 to 1).

    Each sentence of the shorter may meet one or two neighbouring sentences of the longer; the
    best chain of such pairs that keeps the order of both is weighed against the whole. Words
    that both texts quote are left out: two texts may share a speaker without sharing a text.
    None of it where less than a third of the sentences of the shorter has a partner.
    """
    short, long = sorted((one, other), key=lambda text: text.words)
    # fsum: the same sum in any order, and sets have none
    total = math.fsum(weights.get(s, 0.0) for stems, _ in short.sentences for s in stems)
    if not total:
        return NO_RETELLING
    reach = math.fsum(
        weights.get(s, 0.0) for stems, _ in short.sentences for s in stems & long.stems
    )
    if reach < LEAST_TELLING * total:
        return NO_RETELLING
    windows = [(j + 1, stems, quoted) for j, (stems, quoted) in enumerate(long.sentences)]
    windows += [
        (j + 2, left[0] | right[0], left[1] | right[1])
        for j, (left, right) in enumerate(pairwise(long.sentences))
    ]
    # best[j]: weight and number of sentences told, with sentences of `long` up to j
    best = [(0.0, 0)] * (len(long.sentences) + 1)
    for stems, quoted in short.sentences:
        weight = math.fsum(weights.get(s, 0.0) for s in stems)
        after = list(best)
        for end, window, window_quoted in windows:
            shared = (stems & window) - (quoted & window_quoted)
            if len(shared) < 3:
                continue
            gain = math.fsum(weights.get(s, 0.0) for s in shared)
            if gain >= SENTENCE_SHARE * weight:
                after[end] = max(after[end], (best[end][0] + gain, best[end][1] + 1))
        for j in range(1, len(after)):
            after[j] = max(after[j], after[j - 1])
        best = after
    weight, count = best[-1]
    sentences = count / len(short.sentences)
    if sentences < LEAST_SENTENCES:
        return NO_RETELLING
    return Retelling(weight / total, sentences)
