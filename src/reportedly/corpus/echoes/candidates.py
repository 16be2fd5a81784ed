"""Which pairs of articles are worth aligning: two indexes, so that no loop is quadratic.

Banded MinHash finds whole copies. A few copied sentences in a long article hardly move its
Jaccard similarity; an index of sampled word 6-grams finds these.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from reportedly.corpus.echoes.words import ArticleWords
from reportedly.find.fingerprint import resemblance
from reportedly.records import Fingerprint

# 128 bands of two values find nearly all pairs from a Jaccard similarity of .15.
BAND_ROWS = 2
# Three-sentence excerpts and edited wires lie far below the usual .5; alignment decides.
LEAST_RESEMBLANCE = 0.04
# A crowded band is a line of furniture under many pages, or a large family of copies.
LEAST_IN_CROWD = 0.2
_MOST_IN_BUCKET = 40
GRAM_WORDS = 6
SAMPLED = 4  # one 6-gram of four is kept, the same ones in every text
LEAST_GRAMS = 3
_MOST_WITH_GRAM = 25  # 6-grams in more texts are formulas or whole copies, found otherwise


def alike(fingerprints: Mapping[str, Fingerprint]) -> dict[tuple[str, str], float]:
    """Pairs of articles (ids in order) with an estimated Jaccard similarity worth a look.

    In a crowded band each article meets its first forty only: members of one large family of
    copies still meet the same few texts, and so find each other through them. What only shares
    a crowded band is not looked at unless it is much alike.
    """
    buckets: dict[tuple[int, tuple[int, ...]], list[str]] = defaultdict(list)
    for article_id in sorted(fingerprints):
        minhash = fingerprints[article_id].minhash
        for band in range(0, len(minhash), BAND_ROWS):
            buckets[band, minhash[band : band + BAND_ROWS]].append(article_id)
    scores: dict[tuple[str, str], float] = {}
    found: dict[tuple[str, str], float] = {}
    for members in buckets.values():
        least = LEAST_RESEMBLANCE if len(members) <= _MOST_IN_BUCKET else LEAST_IN_CROWD
        for pair in _pairs(members):
            if pair not in scores:
                scores[pair] = resemblance(fingerprints[pair[0]], fingerprints[pair[1]])
            if scores[pair] >= least:
                found[pair] = scores[pair]
    return dict(sorted(found.items()))


def _pairs(members: Sequence[str]) -> list[tuple[str, str]]:
    first = members[:_MOST_IN_BUCKET]
    pairs = list(combinations(first, 2))
    for late in members[_MOST_IN_BUCKET:]:
        pairs.extend((early, late) for early in first)
    return pairs


def sharing_sentences(words: Mapping[str, ArticleWords]) -> list[tuple[str, str]]:
    """Pairs of articles (ids in order) that share some sampled word 6-grams."""
    holders: dict[int, list[str]] = defaultdict(list)
    for article_id in sorted(words):
        for gram in _sampled(words[article_id].words):
            holders[gram].append(article_id)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        if 1 < len(ids) <= _MOST_WITH_GRAM:
            shared.update(combinations(ids, 2))
    return sorted(pair for pair, count in shared.items() if count >= LEAST_GRAMS)


def _sampled(words: Sequence[str]) -> set[int]:
    grams = (
        zlib.crc32(" ".join(words[i : i + GRAM_WORDS]).encode())
        for i in range(len(words) - GRAM_WORDS + 1)
    )
    return {gram for gram in grams if gram % SAMPLED == 0}
