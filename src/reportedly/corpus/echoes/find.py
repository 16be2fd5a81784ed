"""From articles and their fingerprints to echoes: the steps in order."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.corpus.echoes.alignment import align
from reportedly.corpus.echoes.candidates import alike, sharing_sentences
from reportedly.corpus.echoes.composites import second_sources
from reportedly.corpus.echoes.equal import EqualTexts
from reportedly.corpus.echoes.families import families
from reportedly.corpus.echoes.members import Linked, excerpt_echoes, family_echoes
from reportedly.corpus.echoes.outline import Outline, outline
from reportedly.corpus.echoes.pairs import PairReading, pack_reading, read_pair, unpack_reading
from reportedly.corpus.echoes.rarity import known_rarity
from reportedly.corpus.echoes.rewriting import rewritings
from reportedly.corpus.echoes.texts import Texts
from reportedly.corpus.echoes.words import article_words
from reportedly.corpus.memory import Memory, NoMemory, key_of
from reportedly.records import Article, Echo, EchoKind, Fingerprint

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
    outlines = {
        name: outline(article.text, article_words(article.text), fingerprints.get(name))
        for name, article in by_id.items()
    }
    return echoes_among(Texts(by_id, outlines, by_id.__getitem__))


def echoes_among(texts: Texts, memory: Memory | None = None) -> tuple[Echo, ...]:
    """Find echoes where the texts are read by need; see `find_echoes`.

    Args:
        texts: of all articles.
        memory: of what was found before about the same texts.
    """
    memory = memory or NoMemory()
    equal = EqualTexts(texts)
    distinct = {name: texts.outlines[name] for name in equal.distinct}
    readings = _aligned(texts, distinct, memory)
    parts = second_sources(readings)
    copies = {
        pair: reading.strength
        for pair, reading in readings.items()
        if reading.kind != "excerpt" and pair not in parts
    }
    close = families(distinct, copies)
    retold = rewritings(
        texts,
        {name: close[name][0] for name in distinct},
        {pair for pair, reading in readings.items() if reading.in_step},
        known_rarity(distinct.values(), memory),
        memory,
    )
    retold = {
        pair: score
        for pair, score in retold.items()
        if not _share_runs(pair, texts, readings, memory)
    }
    # Word-for-word copies join first; a rewriting never outweighs them.
    links = {**retold, **{pair: 1 + strength for pair, strength in copies.items()}}
    linked = Linked(
        texts=texts,
        equal=equal,
        readings=readings,
        retold=retold,
        family=families(distinct, links),
    )
    found = [*family_echoes(linked, memory), *excerpt_echoes(linked, memory)]
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


def _aligned(
    texts: Texts, distinct: Mapping[str, Outline], memory: Memory
) -> dict[_Pair, PairReading]:
    pairs = alike(distinct)
    for one, other in sharing_sentences(distinct):
        here, there = distinct[one].minhash, distinct[other].minhash
        if (one, other) not in pairs and len(here) and len(there):
            pairs[one, other] = float((here == there).mean())
    rank = {name: number for number, name in enumerate(distinct)}
    readings = {}
    # in order of time: texts that are met again soon need not be read again
    for one, other in sorted(pairs, key=lambda pair: sorted(rank[name] for name in pair)):
        key = key_of([texts.mark(one), texts.mark(other)])
        data = memory.recall("pair", key)
        if data is None:
            words = texts.words(one), texts.words(other)
            data = pack_reading(read_pair(one, other, *words, pairs[one, other]))
            memory.keep("pair", key, data)
        reading = unpack_reading(one, other, data)
        if reading is not None:
            readings[one, other] = reading
    return readings


def _share_runs(
    pair: _Pair, texts: Texts, readings: Mapping[_Pair, PairReading], memory: Memory
) -> bool:
    """Whether two texts that tell the same share too many runs of words for a retelling.

    Quotes and copied sentences in two own texts make their stories alike, in any order.
    """
    if pair in readings:
        return readings[pair].kind == "excerpt" and not readings[pair].in_step
    one, other = pair
    key = key_of([texts.mark(one), texts.mark(other)])
    data = memory.recall("runs", key)
    if data is None:
        tiles = align(texts.words(one), texts.words(other))
        data = json.dumps(sum(tile.equal for tile in tiles)).encode()
        memory.keep("runs", key, data)
    shorter = min(texts.outlines[one].words, texts.outlines[other].words)
    equal: int = json.loads(data)
    return equal >= max(WORDS_IN_RUNS, SHARE_IN_RUNS * shorter)
