"""Copies in other words: the same facts in the same order, with few equal runs of words.

Two reports of one event share its vocabulary, so shared words alone say little. Here a word
counts by how few of the *other* texts about the same story have it, and only where sentences
that share such words follow each other in the same order in both texts.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice, pairwise

from reportedly.corpus.echoes.words import ArticleWords, stem

MOST_DAYS = 10  # between the two publications
LEAST_WORDS = 60  # shorter texts share their few facts by chance
RARE_WORDS = 40  # of an article, by which its story is found
MOST_NEIGHBOURS = 12
LEAST_SHARED_RARE = 6
SENTENCE_SHARE = 0.25  # of a sentence's weight that must stand in its partner
LEAST_SENTENCES = 1 / 3  # of the shorter text that must have such a partner
# A story of several independent texts shows which words are common to it; in a thin one
# they can't be told apart, and only a much closer retelling is called a copy.
RICH_STORY = 5
LEAST_IN_RICH_STORY = 0.15
LEAST_IN_THIN_STORY = 0.60
# There too a text of like length that tells nearly every sentence in turn is a retelling.
LEAST_WHEN_WHOLE, WHOLE_SENTENCES, WHOLE_FROM, LIKE_LENGTH = 0.43, 0.7, 5, 0.3
# A copy stands out from what other texts of the story share with the two. Two such texts are
# let pass: they may be further copies of the same origin.
TIMES_THE_USUAL = 2.0
LEAST_TELLING = LEAST_IN_RICH_STORY / TIMES_THE_USUAL  # a lower score decides nothing
FURTHER_COPIES = 2
_MOST_HELD = 2_000
_MOST_WITH_WORD, _MOST_VISITS = 200, 3_000  # of a word, of an article: a bound on its cost


@dataclass(frozen=True, slots=True)
class Retelling:
    """How much of the shorter text the longer tells in its order: by weight, by sentences."""

    score: float
    sentences: float


_NO_RETELLING = Retelling(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class StoryText:
    """One article as sets of stems, whole and by sentence."""

    stems: frozenset[str]
    sentences: tuple[tuple[frozenset[str], frozenset[str]], ...]  # (all stems, quoted stems)
    words: int


def story_text(words: ArticleWords) -> StoryText:
    """Reduce an article's words to what rewriting is judged by."""
    sentences = []
    for first, last in words.sentences:
        stems = [stem(word) for word in words.words[first:last]]
        quoted = frozenset(s for s, q in zip(stems, words.apart[first:last], strict=True) if q)
        sentences.append((frozenset(stems), quoted))
    every = frozenset[str]().union(*(stems for stems, _ in sentences))
    return StoryText(stems=every, sentences=tuple(sentences), words=len(words.words))


def rewritings(
    words: Mapping[str, ArticleWords],
    published: Mapping[str, date | None],
    outlets: Mapping[str, str | None],
    families: Mapping[str, str],
) -> dict[tuple[str, str], float]:
    """Pairs of articles (ids in order) where one retells the other, with a score (0 to 1).

    Args:
        words: of the articles, by id.
        published: their days; a missing day is near every day.
        outlets: their outlets; one outlet's two texts on a story are no retelling.
        families: the family of word-for-word copies that an article is known to belong to;
            members of one family are not compared, and count once in a story.
    """
    frequency = Counter(s for text in words.values() for s in _stems(text))
    neighbours = _neighbours(words, published, frequency)
    # a text is told apart from its few neighbours: most are needed again soon or never
    text = lru_cache(maxsize=_MOST_HELD)(lambda article_id: story_text(words[article_id]))
    scores: dict[tuple[str, str], Retelling] = {}
    for one, others in sorted(neighbours.items()):
        for other in others:
            pair = (min(one, other), max(one, other))
            same_outlet = outlets[one] is not None and outlets[one] == outlets[other]
            if pair in scores or families[one] == families[other] or same_outlet:
                continue
            story = {one, other, *neighbours[one], *neighbours[other]}
            texts = {article_id: text(article_id) for article_id in story}
            weights = _weights(texts, families, frequency, len(words))
            scores[pair] = retelling(texts[one], texts[other], weights)
    found = {}
    for pair, told in scores.items():
        if min(len(words[article_id].words) for article_id in pair) < LEAST_WORDS:
            continue
        story = {*pair, *neighbours[pair[0]], *neighbours[pair[1]]}
        if len({families[article_id] for article_id in story}) >= RICH_STORY:
            usual = max(_usual(x, pair, neighbours, scores, families) for x in pair)
            least = max(LEAST_IN_RICH_STORY, TIMES_THE_USUAL * usual)
        else:
            whole = _tells_the_whole(text(pair[0]), text(pair[1]), told)
            least = LEAST_WHEN_WHOLE if whole else LEAST_IN_THIN_STORY
        if told.score >= least:
            found[pair] = told.score
    return found


def _tells_the_whole(one: StoryText, other: StoryText, told: Retelling) -> bool:
    fewer = min(len(one.sentences), len(other.sentences))
    like = min(one.words, other.words) >= LIKE_LENGTH * max(one.words, other.words)
    return like and fewer >= WHOLE_FROM and told.sentences >= WHOLE_SENTENCES


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


def retelling(one: StoryText, other: StoryText, weights: Mapping[str, float]) -> Retelling:
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


def _stems(words: ArticleWords) -> frozenset[str]:
    return frozenset(map(stem, words.words))


def _neighbours(
    words: Mapping[str, ArticleWords],
    published: Mapping[str, date | None],
    frequency: Mapping[str, int],
) -> dict[str, list[str]]:
    """For each article those nearest in rare words and time: the texts about its story."""
    common = max(12, len(words) // 50)
    rare: dict[str, tuple[str, ...]] = {}
    postings: dict[str, _Posting] = defaultdict(_Posting)
    # in order of time, so that the texts of some days are one stretch of a word's posting
    for article_id in sorted(words, key=lambda name: (published[name] or date.max, name)):
        known = [s for s in _stems(words[article_id]) if 2 <= frequency[s] <= common]
        rare[article_id] = tuple(sorted(known, key=lambda s: (frequency[s], s))[: 2 * RARE_WORDS])
        for s in rare[article_id]:
            postings[s].add(article_id, published[article_id])
    near: dict[str, list[str]] = {}
    for article_id, stems in rare.items():
        shared: Counter[str] = Counter()
        weight: defaultdict[str, float] = defaultdict(float)
        visits = 0
        for s in stems:
            rarity = 1 / math.log2(1 + frequency[s])
            for other in islice(postings[s].around(published[article_id]), _MOST_WITH_WORD):
                if other != article_id:
                    shared[other] += 1
                    weight[other] += rarity
                visits += 1
            if visits > _MOST_VISITS:
                break
        able = [other for other in shared if shared[other] >= LEAST_SHARED_RARE]
        near[article_id] = sorted(able, key=lambda o: (-weight[o], o))[:MOST_NEIGHBOURS]
    return near


class _Posting:
    """The articles that hold one word: those with a day in order of time, and the others."""

    __slots__ = ("_days", "_names", "_undated")

    def __init__(self) -> None:
        self._days: list[int] = []
        self._names: list[str] = []
        self._undated: list[str] = []

    def add(self, article_id: str, day: date | None) -> None:
        """Add an article that is no earlier than those before it."""
        if day is None:
            self._undated.append(article_id)
        else:
            self._days.append(day.toordinal())
            self._names.append(article_id)

    def around(self, day: date | None) -> Iterator[str]:
        """The articles near a day; without a day all of them."""
        first, last = 0, len(self._names)
        if day is not None:
            first = bisect_left(self._days, day.toordinal() - MOST_DAYS)
            last = bisect_right(self._days, day.toordinal() + MOST_DAYS)
        yield from self._names[first:last]
        yield from self._undated


def _weights(
    story: Mapping[str, StoryText],
    families: Mapping[str, str],
    frequency: Mapping[str, int],
    articles: int,
) -> dict[str, float]:
    """Weight (0 to 1) of a word: rare among all articles and rare in the story."""
    holders: dict[str, set[str]] = defaultdict(set)
    for article_id, text in sorted(story.items()):
        for s in text.stems:
            holders[s].add(families[article_id])
    count = len({families[article_id] for article_id in story})
    everywhere, here = math.log(articles + 1), math.log(count + 1)
    return {
        s: math.sqrt(
            (math.log((articles + 1) / frequency[s]) / everywhere)
            * (math.log((count + 1) / len(having)) / here)
        )
        for s, having in holders.items()
    }
