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
from datetime import date
from functools import lru_cache

import numpy as np

from reportedly.corpus.echoes.neighbours import Neighbours, neighbours
from reportedly.corpus.echoes.outlines import Outlines
from reportedly.corpus.echoes.rarity import Rarity
from reportedly.corpus.echoes.retelling import (
    LEAST_TELLING,
    NO_RETELLING,
    Retelling,
    StoryText,
    retelling,
    story_text,
)
from reportedly.corpus.echoes.texts import Texts
from reportedly.corpus.memory import Memory, key_of

LEAST_WORDS = 60  # shorter texts share their few facts by chance
# A story of several independent texts shows which words are common to it; in a thin one
# they can't be told apart, and only a much closer retelling is called a copy.
RICH_STORY = 5
LEAST_IN_THIN_STORY = 0.60
# There too a text of like length that tells nearly every sentence in turn is a retelling.
LEAST_WHEN_WHOLE, WHOLE_SENTENCES, WHOLE_FROM, LIKE_LENGTH = 0.43, 0.7, 5, 0.3
# So is one that left some passages as they were, in their order, and tells half the sentences.
LEAST_IN_STEP, SENTENCES_IN_STEP = 0.30, 0.5
# A copy stands out from what other texts of the story share with the two. Two such texts are
# let pass: they may be further copies of the same origin.
TIMES_THE_USUAL = 2.0
LEAST_IN_RICH_STORY = TIMES_THE_USUAL * LEAST_TELLING
FURTHER_COPIES = 2
_MOST_HELD = 2_000  # texts by sentences, kept for their neighbours
_Rows = tuple[int, int]


def rewritings(
    texts: Texts,
    rows: Sequence[int],
    families: Mapping[int, int],
    in_step: Collection[tuple[str, str]],
    *,
    rarity: Rarity,
    memory: Memory,
) -> dict[tuple[str, str], float]:
    """Pairs of articles (ids in order) where one retells the other, with a score (0 to 1).

    Args:
        texts: the articles and others.
        rows: of the articles to compare.
        families: by row what stands for the family of word-for-word copies that an article is
            known to belong to, its own row where none is given; members of one family are not
            compared, and count once in a story.
        in_step: pairs that share some passages word for word, in the same order.
        rarity: of the words.
        memory: of former comparisons.
    """
    heads, outlines = texts.heads, texts.outlines
    days = {row: heads[outlines.ids[row]].published for row in rows}
    near = neighbours(outlines, rows, days, rarity, memory)
    family = _Families(families)
    told = _Tellings(texts, family, rarity, memory)
    scores: dict[_Rows, Retelling] = {}  # only of pairs that tell anything of each other
    for one in sorted(rows, key=lambda row: (days[row] or date.max, row)):
        others = near[one]
        for other in others:
            beyond = near[other]
            if one in beyond and other < one:
                continue  # looked at from the other
            outlet = heads[outlines.ids[one]].outlet
            same_outlet = outlet is not None and outlet == heads[outlines.ids[other]].outlet
            if family[one] == family[other] or same_outlet:
                continue
            pair = (min(one, other), max(one, other))
            scored = told.of(pair, {one, other, *others, *beyond})
            if scored.score:
                scores[pair] = scored
    found = {}
    for pair, retold in sorted(scores.items()):
        if min(outlines.words[row] for row in pair) < LEAST_WORDS:
            continue
        names = (outlines.ids[pair[0]], outlines.ids[pair[1]])
        story = {*pair, *near[pair[0]], *near[pair[1]]}
        if len({family[row] for row in story}) >= RICH_STORY:
            usual = max(_usual(row, pair, near, scores, family) for row in pair)
            least = max(LEAST_IN_RICH_STORY, TIMES_THE_USUAL * usual)
        else:
            least = _least_in_thin_story(pair, outlines, retold, in_step=names in in_step)
        if retold.score >= least:
            found[names] = retold.score
    return found


class _Families(dict[int, int]):
    """The family of each row; one that none is known of is its own."""

    def __missing__(self, row: int) -> int:
        return row


class _Tellings:
    """How much one text retells another, by what is common in their story."""

    def __init__(self, texts: Texts, family: _Families, rarity: Rarity, memory: Memory) -> None:
        self._texts, self._family, self._rarity, self._memory = texts, family, rarity, memory
        self._rarity_mark = rarity.mark
        self._names = texts.outlines.ids
        # a text is told apart from its few neighbours: most are needed again soon or never
        self._text = lru_cache(maxsize=_MOST_HELD)(
            lambda row: story_text(texts.words(self._names[row]))
        )

    def of(self, pair: _Rows, story: set[int]) -> Retelling:
        parts: list[bytes | str] = [self._rarity_mark, *map(self._mark, pair)]
        first: dict[int, str] = {}  # in the story: which texts are of one family
        for number, row in enumerate(sorted(story)):
            parts += [self._mark(row), first.setdefault(self._family[row], str(number))]
        key = key_of(parts)
        data = self._memory.recall("retelling", key)
        if data is None:
            texts = {row: self._text(row) for row in story}
            weights = _weights(texts, self._family, self._rarity)
            found = retelling(texts[pair[0]], texts[pair[1]], weights)
            data = json.dumps([found.score, found.sentences]).encode()
            self._memory.keep("retelling", key, data)
        return Retelling(*json.loads(data))

    def _mark(self, row: int) -> bytes:
        return self._texts.mark(self._names[row])


def _least_in_thin_story(
    pair: _Rows, outlines: Outlines, told: Retelling, *, in_step: bool
) -> float:
    """The score from which one of two texts retells the other, where few others tell the story."""
    words = [outlines.words[row] for row in pair]
    like = min(words) >= LIKE_LENGTH * max(words)
    if not like or min(outlines.sentences[row] for row in pair) < WHOLE_FROM:
        return LEAST_IN_THIN_STORY
    if in_step and told.sentences >= SENTENCES_IN_STEP:
        return LEAST_IN_STEP
    return LEAST_WHEN_WHOLE if told.sentences >= WHOLE_SENTENCES else LEAST_IN_THIN_STORY


def _usual(
    row: int,
    pair: _Rows,
    neighbours: Neighbours,
    scores: Mapping[_Rows, Retelling],
    family: _Families,
) -> float:
    """What an article shares with the texts of its story outside a pair, copies let pass."""
    best: dict[int, float] = defaultdict(float)
    for other in neighbours[row]:
        if family[other] not in {family[pair[0]], family[pair[1]]}:
            told = scores.get((min(row, other), max(row, other)), NO_RETELLING)
            best[family[other]] = max(best[family[other]], told.score)
    rest = sorted(best.values(), reverse=True)[FURTHER_COPIES:]
    return rest[0] if rest else 0.0


def _weights(story: Mapping[int, StoryText], family: _Families, rarity: Rarity) -> dict[int, float]:
    """Weight (0 to 1) of a stem: rare among all articles and rare in the story."""
    holders: dict[int, set[int]] = defaultdict(set)
    for row, text in sorted(story.items()):
        for s in text.stems:
            holders[s].add(family[row])
    count = len({family[row] for row in story})
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
