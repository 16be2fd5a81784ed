"""From articles and their fingerprints to echoes: the steps in order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.corpus.echoes.alignment import align
from reportedly.corpus.echoes.candidates import alike, sharing_sentences
from reportedly.corpus.echoes.composites import second_sources
from reportedly.corpus.echoes.equal import EqualTexts
from reportedly.corpus.echoes.families import families
from reportedly.corpus.echoes.members import Linked, excerpt_echoes, family_echoes
from reportedly.corpus.echoes.pairs import PairReading, read_pair
from reportedly.corpus.echoes.rewriting import rewritings
from reportedly.corpus.echoes.words import (
    ArticleWords,
    article_words,
    sentence_words,
    without_furniture,
)
from reportedly.find.fingerprint import resemblance
from reportedly.records import Article, Echo, EchoKind, Fingerprint

# A sentence under this many articles of one outlet is furniture, not text.
FURNITURE_ARTICLES = 3
# Words in equal runs, and their share of the shorter text, from which likeness is no retelling.
WORDS_IN_RUNS, SHARE_IN_RUNS = 60, 0.12

_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedPassage:
    """Characters of an article that were copied, and where they stand in the source."""

    start: int
    end: int
    source: str  # article_id
    source_start: int
    source_end: int
    kind: EchoKind


def find_echoes(
    articles: Sequence[Article], fingerprints: Mapping[str, Fingerprint]
) -> tuple[Echo, ...]:
    """Find families of copies and copied passages among articles.

    A family (verbatim, edited, rewritten) is one text for corroboration; an `excerpt` is an
    echo of its own and joins nothing but the passage. Quotes and page furniture that two
    articles share, and the same event, make no echo.

    Args:
        articles: in any order; the result does not depend on it.
        fingerprints: by article_id; one without is no copy of a text in other words.
    """
    by_id = {article.article_id: article for article in articles}
    words = _words(by_id)
    equal = EqualTexts(by_id, words)
    distinct = {name: words[name] for name in sorted(equal.distinct)}
    readings = _aligned(distinct, fingerprints)
    parts = second_sources(readings)
    copies = {
        pair: reading.strength
        for pair, reading in readings.items()
        if reading.kind != "excerpt" and pair not in parts
    }
    close = families(distinct, copies)
    retold = rewritings(
        distinct,
        {name: by_id[name].published for name in distinct},
        {name: by_id[name].outlet for name in distinct},
        {name: family[0] for name, family in close.items()},
    )
    retold = {
        pair: score for pair, score in retold.items() if not _share_runs(pair, words, readings)
    }
    # Word-for-word copies join first; a rewriting never outweighs them.
    links = {**retold, **{pair: 1 + strength for pair, strength in copies.items()}}
    linked = Linked(
        articles=by_id,
        words=words,
        equal=equal,
        readings=readings,
        retold=retold,
        family=families(distinct, links),
    )
    found = [*family_echoes(linked), *excerpt_echoes(linked)]
    return tuple(sorted(found, key=lambda echo: echo.echo_id))


def copied_passages(article_id: str, echoes: Sequence[Echo]) -> tuple[CopiedPassage, ...]:
    """The passages of an article that stand in the origin of one of its echoes.

    Evidence inside such a passage is a copy there, also in an otherwise own article.
    """
    found = [
        CopiedPassage(
            start=passage.start,
            end=passage.end,
            source=echo.origin,
            source_start=passage.other_start,
            source_end=passage.other_end,
            kind=member.kind,
        )
        for echo in echoes
        if echo.origin is not None and echo.origin != article_id
        for member in echo.members
        if member.article_id == article_id
        for passage in member.passages
    ]
    return tuple(sorted(found, key=lambda p: (p.start, p.end, p.source)))


def _words(by_id: Mapping[str, Article]) -> dict[str, ArticleWords]:
    """Split all texts, with the sentences that an outlet repeats set apart as furniture."""
    words = {article_id: article_words(by_id[article_id].text) for article_id in sorted(by_id)}
    of_outlet: dict[str, list[str]] = defaultdict(list)
    for article_id in words:
        outlet = by_id[article_id].outlet
        if outlet is not None:
            of_outlet[outlet].append(article_id)
    for ids in of_outlet.values():
        repeated = Counter(s for article_id in ids for s in set(sentence_words(words[article_id])))
        furniture = {s for s, count in repeated.items() if count >= FURNITURE_ARTICLES}
        if furniture:
            words |= {name: without_furniture(words[name], furniture) for name in ids}
    return words


def _aligned(
    words: Mapping[str, ArticleWords], fingerprints: Mapping[str, Fingerprint]
) -> dict[_Pair, PairReading]:
    known = {name: fingerprints[name] for name in words if name in fingerprints}
    pairs = alike(known)
    for one, other in sharing_sentences(words):
        if (one, other) not in pairs and one in known and other in known:
            pairs[one, other] = resemblance(known[one], known[other])
    readings = {}
    for (one, other), likeness in sorted(pairs.items()):
        reading = read_pair(one, other, words, likeness)
        if reading is not None:
            readings[one, other] = reading
    return readings


def _share_runs(
    pair: _Pair, words: Mapping[str, ArticleWords], readings: Mapping[_Pair, PairReading]
) -> bool:
    """Whether two texts that tell the same share too many runs of words for a retelling.

    Quotes and copied sentences in two own texts make their stories alike, in any order.
    """
    if pair in readings:
        return readings[pair].kind == "excerpt"
    here, there = words[pair[0]], words[pair[1]]
    equal = sum(tile.equal for tile in align(here, there))
    shorter = min(len(here.words), len(there.words))
    return equal >= max(WORDS_IN_RUNS, SHARE_IN_RUNS * shorter)
