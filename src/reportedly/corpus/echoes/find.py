"""From articles and their fingerprints to echoes: the steps in order."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.corpus.echoes.alignment import align
from reportedly.corpus.echoes.candidates import Candidates, candidates
from reportedly.corpus.echoes.composites import second_sources
from reportedly.corpus.echoes.equal import EqualTexts
from reportedly.corpus.echoes.families import families
from reportedly.corpus.echoes.members import Linked, excerpt_echoes, family_echoes
from reportedly.corpus.echoes.outline import outline
from reportedly.corpus.echoes.outlines import Outlines
from reportedly.corpus.echoes.pairs import PairReading, pack_reading, read_pair, unpack_reading
from reportedly.corpus.echoes.rarity import known_rarity
from reportedly.corpus.echoes.rewriting import rewritings
from reportedly.corpus.echoes.texts import Texts
from reportedly.corpus.echoes.words import article_words
from reportedly.corpus.memory import Memory, NoMemory, key_of
from reportedly.corpus.stages import OnStage, unwatched
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
    return echoes_among(Texts(by_id, Outlines.of(outlines), by_id.__getitem__))


def echoes_among(
    texts: Texts, memory: Memory | None = None, on_stage: OnStage = unwatched
) -> tuple[Echo, ...]:
    """Find echoes where the texts are read by need; see `find_echoes`.

    Args:
        texts: of all articles; columns of their outlines are cleared when they are done with.
        memory: of what was found before about the same texts.
        on_stage: told what is done.
    """
    memory = memory or NoMemory()
    outlines = texts.outlines
    on_stage("equal texts")
    equal = EqualTexts(texts)
    on_stage("pairs to align")
    worth = candidates(outlines, equal.distinct)
    outlines.minhash.clear()
    outlines.grams.clear()
    on_stage("alignment")
    readings = _aligned(texts, worth, equal.distinct, memory)
    parts = second_sources(readings)
    copies = {
        pair: reading.strength
        for pair, reading in readings.items()
        if reading.kind != "excerpt" and pair not in parts
    }
    on_stage("rewritings")
    rows = outlines.rows
    retold = rewritings(
        texts,
        equal.distinct,
        {rows[name]: rows[family[0]] for name, family in families(copies).items()},
        {pair for pair, reading in readings.items() if reading.in_step},
        rarity=known_rarity(outlines, equal.distinct, memory),
        memory=memory,
    )
    retold = {
        pair: score
        for pair, score in retold.items()
        if not _share_runs(pair, texts, readings, memory)
    }
    # Word-for-word copies join first; a rewriting never outweighs them.
    on_stage("echoes")
    links = {**retold, **{pair: 1 + strength for pair, strength in copies.items()}}
    linked = Linked(
        texts=texts,
        equal=equal,
        readings=readings,
        retold=retold,
        families=families(links),
    )
    found = [*family_echoes(linked, memory), *excerpt_echoes(linked, memory)]
    return tuple(sorted(found, key=lambda echo: echo.echo_id))


def copied_passages(echoes: Iterable[Echo]) -> dict[str, tuple[CopiedPassage, ...]]:
    """By article the passages of it that stand in the origin of one of its echoes.

    Evidence inside such a passage is a copy there, also in an otherwise own article.
    """
    found: dict[str, list[CopiedPassage]] = defaultdict(list)
    for echo in echoes:
        for member in echo.members:
            if echo.origin is None or echo.origin == member.article_id:
                continue
            found[member.article_id] += (
                CopiedPassage(
                    start=passage.start,
                    end=passage.end,
                    source=echo.origin,
                    source_start=passage.other_start,
                    source_end=passage.other_end,
                    kind=member.kind,
                )
                for passage in member.passages
            )
    return {
        article_id: tuple(sorted(some, key=lambda p: (p.start, p.end, p.source)))
        for article_id, some in found.items()
        if some
    }


def _aligned(
    texts: Texts, worth: Candidates, in_time: Sequence[int], memory: Memory
) -> dict[_Pair, PairReading]:
    """Readings of the pairs that share text; `in_time`: all their rows."""
    ids = texts.outlines.ids
    rank = np.zeros(len(ids), dtype=np.int64)
    rank[list(in_time)] = np.arange(len(in_time))
    ranks = np.sort(np.stack((rank[worth.one], rank[worth.other])), axis=0)
    readings = {}
    # in order of time: texts that are met again soon need not be read again
    for at in np.lexsort((ranks[1], ranks[0])).tolist():
        one, other = ids[worth.one[at]], ids[worth.other[at]]
        key = key_of([texts.mark(one), texts.mark(other)])
        data = memory.recall("pair", key)
        if data is None:
            words = texts.words(one), texts.words(other)
            data = pack_reading(read_pair(one, other, *words, float(worth.likeness[at])))
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
    shorter = min(texts.outlines.words[texts.outlines.rows[name]] for name in pair)
    equal: int = json.loads(data)
    return equal >= max(WORDS_IN_RUNS, SHARE_IN_RUNS * shorter)
