"""Mentions of acts into acts, across articles: given mentions, whatever their type.

groups = group_mentions(documents, mentions, load_mention_weights(), load_encoder())

Stories first: articles about one thing. Inside a story each pair of mentions gets a score from
what the two give, weighed as fitted on labelled news, and average links make the groups.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from importlib.resources import files
from itertools import combinations

from reportedly.corpus.echoes.words import stem
from reportedly.corpus.merge.cluster import clusters
from reportedly.corpus.merge.lexicon import load_merge_words
from reportedly.corpus.merge.mention_facts import Mention, MentionFacts, mention_facts
from reportedly.corpus.merge.stories import Weights, lead_vectors, likeness, stories, text_vectors
from reportedly.encode import WordVectors, remembered
from reportedly.errors import DataError
from reportedly.parse import Document

__all__ = ["Mention", "group_mentions", "load_mention_weights", "pair_features", "read_mentions"]

_FILE = "models/mentions/weights.json"
JOIN = -1.5  # log-odds; a mean of a group's pairs is surer than one pair
_LEAST_PREFIX = 4
_SENTENCES = 1_000  # kept while their mentions are read
_ALIKE = 0.6  # share of the longer stem: 'acquire' and 'acquisition'
_UNKNOWN_RARITY = 6.0

PLAIN_FEATURES = (
    "constant",
    "same head",
    "common beginning",
    "articles alike",
    "doers",
    "done to",
    "arguments",
    "other arguments",
    "sentence words",
    "same number",
    "one article",
    "one article, like heads",
    "articles alike, like heads",
    "same light head",
)
ENCODED_FEATURES = (*PLAIN_FEATURES, "in sentence", "sentence", "alone")


def group_mentions(
    documents: Sequence[Document],
    mentions: Sequence[Mention],
    weights: Mapping[str, Sequence[float]],
    encoder: WordVectors | None = None,
    topics: Mapping[str, str] | None = None,
) -> tuple[tuple[str, ...], ...]:
    """Group mentions that tell one act; each mention is in one group, alone or with others.

    Args:
        documents: the parsed articles.
        mentions: spans in them; those of no given article are left out.
        weights: of `load_mention_weights`.
        encoder: of `load_encoder`; without one, other words for one act are hardly found.
        topics: the topic of each article, where known; mentions of two topics never join.

    Returns:
        groups of mention ids, each and all in order.
    """
    if encoder is not None:
        encoder = remembered(encoder, _SENTENCES)
    vectors, rarity = text_vectors(documents)
    story = stories(vectors, topics, lead_vectors(documents, encoder))
    facts = read_mentions(documents, mentions, encoder)
    by_story: dict[int, list[int]] = defaultdict(list)
    for position, one in enumerate(facts):
        by_story[story[one.mention.article_id]].append(position)
    scale = weights["encoded" if encoder is not None else "plain"]
    alike: dict[tuple[str, str], float] = {}
    scores: dict[tuple[int, int], float] = {}
    for members in by_story.values():
        for pair in combinations(members, 2):
            one, other = facts[pair[0]], facts[pair[1]]
            articles = (one.mention.article_id, other.mention.article_id)
            if articles not in alike:
                alike[articles] = likeness(vectors[articles[0]], vectors[articles[1]])
            features = pair_features(one, other, alike[articles], rarity)
            scores[pair] = math.fsum(w * f for w, f in zip(scale, features, strict=True))
    groups = clusters(
        len(facts),
        # 0 is the threshold: what was not compared speaks for nothing
        {pair: score - JOIN for pair, score in scores.items()},
        lambda at: (facts[at].mention.article_id, facts[at].mention.start, at),
        join=0.0,
        least_average=0.0,
    )
    return tuple(
        sorted(tuple(sorted(facts[at].mention.mention_id for at in group)) for group in groups)
    )


def read_mentions(
    documents: Sequence[Document], mentions: Sequence[Mention], encoder: WordVectors | None
) -> list[MentionFacts]:
    """The facts of all mentions, in order of their articles and of the text."""
    light = load_merge_words().light
    of_article: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: (m.start, m.end, m.mention_id)):
        of_article[mention.article_id].append(mention)
    return [
        one
        for document in sorted(documents, key=lambda d: d.article.article_id)
        for one in mention_facts(document, of_article[document.article.article_id], encoder, light)
    ]


def pair_features(
    one: MentionFacts, other: MentionFacts, articles: float, rarity: Weights
) -> list[float]:
    """What speaks for two mentions telling one act: PLAIN_FEATURES or ENCODED_FEATURES.

    Args:
        one: a mention.
        other: a mention, encoded if the first is.
        articles: likeness of their two articles.
        rarity: of stems.
    """
    same_head = float(one.head == other.head)
    beginning = 0.0 if same_head else _common_beginning(one.head, other.head)
    like_heads = float(bool(same_head) or beginning >= _ALIKE)
    one_article = float(one.mention.article_id == other.mention.article_id)
    # an article is no more like itself than two about one story
    near = 0.5 if one_article else articles
    arguments = _shared(one.arguments, other.arguments, rarity)
    features = [
        1.0,
        same_head,
        beginning,
        near,
        _shared(one.doers, other.doers, rarity),
        _shared(one.done_to, other.done_to, rarity),
        arguments,
        float(bool(one.arguments and other.arguments) and not arguments),
        _shared(one.context, other.context, rarity),
        float(bool(one.numbers & other.numbers)),
        one_article,
        one_article * like_heads,
        near * like_heads,
        float(bool(same_head) and one.light),
    ]
    if one.vectors is not None and other.vectors is not None:
        features += [float(value) for value in (one.vectors * other.vectors).sum(axis=1)]
    return features


def _common_beginning(one: str, other: str) -> float:
    left, right = stem(one), stem(other)
    pairs = zip(left, right, strict=False)
    common = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(left), len(right)))
    return common / max(len(left), len(right)) if common >= _LEAST_PREFIX else 0.0


def _shared(one: frozenset[str], other: frozenset[str], rarity: Weights) -> float:
    """The cosine of two sets of words, weighed by rarity."""
    common = one & other
    if not common:
        return 0.0
    return math.fsum(rarity.get(w, _UNKNOWN_RARITY) ** 2 for w in common) / (
        _length(one, rarity) * _length(other, rarity) or 1.0
    )


def _length(words: frozenset[str], rarity: Weights) -> float:
    return math.sqrt(math.fsum(rarity.get(w, _UNKNOWN_RARITY) ** 2 for w in words))


def load_mention_weights() -> dict[str, tuple[float, ...]]:
    """The fitted weights: `plain`, and `encoded` for mentions with vectors.

    Raises:
        DataError: if the file does not have the features of this version.
    """
    data = json.loads(files("reportedly").joinpath(_FILE).read_text("utf-8"))
    found = {}
    for kind, names in (("plain", PLAIN_FEATURES), ("encoded", ENCODED_FEATURES)):
        if tuple(data[kind]) != names:
            raise DataError(f"{_FILE}: {kind}: other features than the program's")
        found[kind] = tuple(float(data[kind][name]) for name in names)
    return found
