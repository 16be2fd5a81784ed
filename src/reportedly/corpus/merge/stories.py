"""Articles into stories: which of them are about one thing, by rare words, names and meaning."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from reportedly.corpus.echoes.words import stem
from reportedly.corpus.merge.cluster import clusters
from reportedly.encode import Vectors, WordVectors
from reportedly.parse import Document

# Names and numbers say more about what a text is about than other words of like rarity.
NAME_WEIGHT = 3.0
POWER = 1.5  # of rarity, so that common words don't make all news alike
ONE_STORY = 0.12  # mean likeness within a story; pairs of mentions are told apart by more
# With an encoder the meaning of the leads is added, above what two news leads share anyway.
MEANING, USUAL_MEANING, ONE_STORY_BY_MEANING = 0.7, 0.45, 0.14
_LEAD_SENTENCES, _LEAST_WORDS = 4, 4
_TELLING_WORDS = 40  # of an article, under which it looks for others
_MOST_WITH_WORD = 200

Weights = Mapping[str, float]


def text_vectors(documents: Sequence[Document]) -> tuple[dict[str, Weights], Weights]:
    """Unit vectors of articles over stems, by article id, and how rare each stem is."""
    counts: dict[str, Counter[str]] = {}
    names: dict[str, set[str]] = {}
    for document in documents:
        article_id = document.article.article_id
        counts[article_id], names[article_id] = Counter(), set()
        for token in document.tokens:
            if token.text[:1].isalnum():
                word = stem(token.lemma)
                counts[article_id][word] += 1
                if token.pos == "PROPN" or token.text[0].isdigit():
                    names[article_id].add(word)
    holders = Counter(word for count in counts.values() for word in count)
    rarity = {word: math.log((len(counts) + 1) / n) for word, n in holders.items()}
    vectors: dict[str, Weights] = {}
    for article_id, count in counts.items():
        weights = {
            word: (1 + math.log(n))
            * rarity[word] ** POWER
            * (NAME_WEIGHT if word in names[article_id] else 1.0)
            for word, n in sorted(count.items())
        }
        length = math.sqrt(math.fsum(w * w for w in weights.values())) or 1.0
        vectors[article_id] = {word: w / length for word, w in weights.items()}
    return vectors, rarity


def likeness(one: Weights, other: Weights) -> float:
    """The cosine of two unit vectors."""
    if len(one) > len(other):
        one, other = other, one
    return math.fsum(weight * other[word] for word, weight in one.items() if word in other)


def lead_vectors(
    documents: Sequence[Document], encoder: WordVectors | None
) -> Mapping[str, Vectors] | None:
    """Unit vectors of the first sentences of articles, by article id; None without an encoder."""
    if encoder is None:
        return None
    import numpy as np

    found: dict[str, Vectors] = {}
    for document in documents:
        first = [document.sentence_tokens(s) for s in document.sentences[:_LEAD_SENTENCES]]
        read = [[t.text for t in tokens] for tokens in first if len(tokens) >= _LEAST_WORDS]
        if read:
            mean = np.mean([encoder(words).mean(axis=0) for words in read], axis=0)
            found[document.article.article_id] = mean / (np.linalg.norm(mean) or 1.0)
    return found


def stories(
    vectors: Mapping[str, Weights],
    topics: Mapping[str, str] | None = None,
    leads: Mapping[str, Vectors] | None = None,
) -> dict[str, int]:
    """The story of each article, as a number.

    Args:
        vectors: of all articles.
        topics: by article, where known; no story crosses two topics.
        leads: of `lead_vectors`; an article without one is told by its words alone.
    """
    ids = sorted(vectors)
    postings: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    for position, article_id in enumerate(ids):
        weights = vectors[article_id]
        topic = topics[article_id] if topics else None
        telling = sorted(weights, key=lambda word: (-weights[word], word))[:_TELLING_WORDS]
        for word in telling:
            if len(postings[topic, word]) < _MOST_WITH_WORD:
                postings[topic, word].append(position)
    pairs = sorted({pair for held in postings.values() for pair in combinations(held, 2)})
    scores = {}
    for one, other in pairs:
        scores[one, other] = likeness(vectors[ids[one]], vectors[ids[other]])
        if leads and ids[one] in leads and ids[other] in leads:
            meaning = float(leads[ids[one]] @ leads[ids[other]])
            scores[one, other] += MEANING * (meaning - USUAL_MEANING)
    least = ONE_STORY_BY_MEANING if leads else ONE_STORY
    groups = clusters(len(ids), scores, lambda at: ids[at], join=least, least_average=least)
    return {ids[at]: number for number, group in enumerate(groups) for at in group}
