"""Copies in other words: the same facts in the same order, with few equal runs of words.

Two reports of one event share its vocabulary, so shared words alone say little. Here a word
counts by how few of the *other* texts about the same story have it, and only where sentences
that share such words follow each other in the same order in both texts.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from reportedly.corpus.echoes.neighbours import neighbours
from reportedly.corpus.echoes.outline import Outline, stem_number
from reportedly.corpus.echoes.rarity import Rarity
from reportedly.corpus.echoes.texts import Texts
from reportedly.corpus.echoes.words import ArticleWords
from reportedly.corpus.memory import Memory, key_of

LEAST_WORDS = 60  # shorter texts share their few facts by chance
SENTENCE_SHARE = 0.25  # of a sentence's weight that must stand in its partner
LEAST_SENTENCES = 1 / 3  # of the shorter text that must have such a partner
# A story of several independent texts shows which words are common to it; in a thin one
# they can't be told apart, and only a much closer retelling is called a copy.
RICH_STORY = 5
LEAST_IN_RICH_STORY = 0.15
LEAST_IN_THIN_STORY = 0.60
# There too a text of like length that tells nearly every sentence in turn is a retelling.
LEAST_WHEN_WHOLE, WHOLE_SENTENCES, WHOLE_FROM, LIKE_LENGTH = 0.43, 0.7, 5, 0.3
# So is one that left some passages as they were, in their order, and tells half the sentences.
LEAST_IN_STEP, SENTENCES_IN_STEP = 0.30, 0.5
# A copy stands out from what other texts of the story share with the two. Two such texts are
# let pass: they may be further copies of the same origin.
TIMES_THE_USUAL = 2.0
LEAST_TELLING = LEAST_IN_RICH_STORY / TIMES_THE_USUAL  # a lower score decides nothing
FURTHER_COPIES = 2
_MOST_HELD = 2_000  # texts by sentences, kept for their neighbours


@dataclass(frozen=True, slots=True)
class Retelling:
    """How much of the shorter text the longer tells in its order: by weight, by sentences."""

    score: float
    sentences: float


_NO_RETELLING = Retelling(0.0, 0.0)


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


def rewritings(
    texts: Texts,
    families: Mapping[str, str],
    in_step: Collection[tuple[str, str]],
    rarity: Rarity,
    memory: Memory,
) -> dict[tuple[str, str], float]:
    """Pairs of articles (ids in order) where one retells the other, with a score (0 to 1).

    Args:
        texts: the articles and others.
        families: the articles to compare, each with the family of word-for-word copies that it
            is known to belong to; members of one family are not compared, and count once in a
            story.
        in_step: pairs that share some passages word for word, in the same order.
        rarity: of the words.
        memory: of former comparisons.
    """
    heads, outlines = texts.heads, texts.outlines
    near = neighbours(
        {name: outlines[name] for name in families},
        {name: heads[name].published for name in families},
        rarity,
        memory,
    )
    told = _Tellings(texts, families, rarity, memory)
    scores: dict[tuple[str, str], Retelling] = {}
    for one, others in near.items():
        for other in others:
            pair = (min(one, other), max(one, other))
            outlet = heads[one].outlet
            same_outlet = outlet is not None and outlet == heads[other].outlet
            if pair in scores or families[one] == families[other] or same_outlet:
                continue
            scores[pair] = told.of(pair, {one, other, *others, *near[other]})
    found = {}
    for pair, retold in sorted(scores.items()):
        if min(outlines[article_id].words for article_id in pair) < LEAST_WORDS:
            continue
        story = {*pair, *near[pair[0]], *near[pair[1]]}
        if len({families[article_id] for article_id in story}) >= RICH_STORY:
            usual = max(_usual(x, pair, near, scores, families) for x in pair)
            least = max(LEAST_IN_RICH_STORY, TIMES_THE_USUAL * usual)
        else:
            both = [outlines[article_id] for article_id in pair]
            least = _least_in_thin_story(both, retold, in_step=pair in in_step)
        if retold.score >= least:
            found[pair] = retold.score
    return found


class _Tellings:
    """How much one text retells another, by what is common in their story."""

    def __init__(
        self, texts: Texts, families: Mapping[str, str], rarity: Rarity, memory: Memory
    ) -> None:
        self._texts, self._families, self._rarity, self._memory = texts, families, rarity, memory
        self._rarity_mark = rarity.mark
        # a text is told apart from its few neighbours: most are needed again soon or never
        self._text = lru_cache(maxsize=_MOST_HELD)(lambda name: story_text(texts.words(name)))

    def of(self, pair: tuple[str, str], story: set[str]) -> Retelling:
        parts: list[bytes | str] = [self._rarity_mark, *map(self._texts.mark, pair)]
        first: dict[str, str] = {}  # in the story: which texts are of one family
        for number, name in enumerate(sorted(story)):
            parts += [self._texts.mark(name), first.setdefault(self._families[name], str(number))]
        key = key_of(parts)
        data = self._memory.recall("retelling", key)
        if data is None:
            texts = {name: self._text(name) for name in story}
            weights = _weights(texts, self._families, self._rarity)
            found = retelling(texts[pair[0]], texts[pair[1]], weights)
            data = json.dumps([found.score, found.sentences]).encode()
            self._memory.keep("retelling", key, data)
        return Retelling(*json.loads(data))


def _least_in_thin_story(both: Sequence[Outline], told: Retelling, *, in_step: bool) -> float:
    """The score from which one of two texts retells the other, where few others tell the story."""
    words = [one.words for one in both]
    like = min(words) >= LIKE_LENGTH * max(words)
    if not like or min(one.sentences for one in both) < WHOLE_FROM:
        return LEAST_IN_THIN_STORY
    if in_step and told.sentences >= SENTENCES_IN_STEP:
        return LEAST_IN_STEP
    return LEAST_WHEN_WHOLE if told.sentences >= WHOLE_SENTENCES else LEAST_IN_THIN_STORY


def _usual(
    article_id: str,
    pair: tuple[str, str],
    neighbours: Mapping[str, Sequence[str]],
    scores: Mapping[tuple[str, str], Retelling],
    families: Mapping[str, str],
) -> float:
    """What an article shares with the texts of its story outside a pair, copies let pass."""
    best: dict[str, float] = defaultdict(float)
    for other in neighbours[article_id]:
        if families[other] not in {families[pair[0]], families[pair[1]]}:
            told = scores.get((min(article_id, other), max(article_id, other)), _NO_RETELLING)
            best[families[other]] = max(best[families[other]], told.score)
    rest = sorted(best.values(), reverse=True)[FURTHER_COPIES:]
    return rest[0] if rest else 0.0


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
        return _NO_RETELLING
    reach = math.fsum(
        weights.get(s, 0.0) for stems, _ in short.sentences for s in stems & long.stems
    )
    if reach < LEAST_TELLING * total:
        return _NO_RETELLING
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
        return _NO_RETELLING
    return Retelling(weight / total, sentences)


def _weights(
    story: Mapping[str, StoryText], families: Mapping[str, str], rarity: Rarity
) -> dict[int, float]:
    """Weight (0 to 1) of a stem: rare among all articles and rare in the story."""
    holders: dict[int, set[str]] = defaultdict(set)
    for article_id, text in sorted(story.items()):
        for s in text.stems:
            holders[s].add(families[article_id])
    count = len({families[article_id] for article_id in story})
    everywhere, here = math.log(rarity.articles + 1), math.log(count + 1)
    stems = sorted(holders)
    frequencies = rarity.of(np.array(stems, dtype=np.uint32)).tolist()
    return {
        s: math.sqrt(
            (math.log((rarity.articles + 1) / frequency) / everywhere)
            * (math.log((count + 1) / len(holders[s])) / here)
        )
        for s, frequency in zip(stems, frequencies, strict=True)
    }
