"""From articles and their fingerprints to echoes: the steps in order."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.corpus.echoes.alignment import align
from reportedly.corpus.echoes.candidates import alike, sharing_sentences
from reportedly.corpus.echoes.composites import second_sources
from reportedly.corpus.echoes.families import families
from reportedly.corpus.echoes.origins import origin_of
from reportedly.corpus.echoes.pairs import PairReading, passages, read_pair
from reportedly.corpus.echoes.rewriting import rewritings, story_text
from reportedly.corpus.echoes.words import ArticleWords, article_words, sentence_words
from reportedly.find.fingerprint import resemblance as resemblance_of
from reportedly.records import Article, Echo, EchoKind, EchoMember, Fingerprint

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
        fingerprints: by article_id; an article without one is not compared word for word.
    """
    by_id = {article.article_id: article for article in articles}
    words = _words(by_id)
    readings = _aligned(by_id, words, fingerprints)
    parts = second_sources(readings)
    copies = {
        pair: reading.strength
        for pair, reading in readings.items()
        if reading.kind != "excerpt" and pair not in parts
    }
    close = families(by_id, copies)
    retold = rewritings(
        {article_id: story_text(words[article_id]) for article_id in by_id},
        {article_id: article.published for article_id, article in by_id.items()},
        {article_id: article.outlet for article_id, article in by_id.items()},
        {article_id: family[0] for article_id, family in close.items()},
    )
    retold = {
        pair: score for pair, score in retold.items() if not _share_runs(pair, words, readings)
    }
    # Word-for-word copies join first; a rewriting never outweighs them.
    links = {**retold, **{pair: 1 + strength for pair, strength in copies.items()}}
    whole = families(by_id, links)
    found = [
        _echo(family, by_id, words, readings, retold)
        for family in sorted(set(whole.values()))
        if len(family) > 1
    ]
    found += _excerpts(by_id, words, readings, whole)
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
    plain = {article_id: article_words(by_id[article_id].text) for article_id in sorted(by_id)}
    repeated: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for article_id, words in plain.items():
        outlet = by_id[article_id].outlet
        if outlet is not None:
            repeated[outlet].update(set(sentence_words(words)))
    furniture = {
        outlet: frozenset(s for s, count in sentences.items() if count >= FURNITURE_ARTICLES)
        for outlet, sentences in repeated.items()
    }
    return {
        article_id: article_words(article.text, furniture[article.outlet])
        if article.outlet is not None and furniture[article.outlet]
        else plain[article_id]
        for article_id, article in sorted(by_id.items())
    }


def _aligned(
    by_id: Mapping[str, Article],
    words: dict[str, ArticleWords],
    fingerprints: Mapping[str, Fingerprint],
) -> dict[_Pair, PairReading]:
    known = {
        article_id: fingerprints[article_id] for article_id in by_id if article_id in fingerprints
    }
    pairs = alike(known)
    for one, other in sharing_sentences(words):
        if (one, other) not in pairs and one in known and other in known:
            pairs[one, other] = resemblance_of(known[one], known[other])
    readings = {}
    for (one, other), resemblance in sorted(pairs.items()):
        reading = read_pair(one, other, words, resemblance)
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


def _echo(
    family: tuple[str, ...],
    by_id: Mapping[str, Article],
    words: dict[str, ArticleWords],
    readings: Mapping[_Pair, PairReading],
    retold: Mapping[_Pair, float],
) -> Echo:
    shares: dict[_Pair, float] = {}
    for (one, other), reading in readings.items():
        if one in family and other in family:
            shares[one, other] = reading.share_of_one
            shares[other, one] = reading.share_of_other
    origin, reason = origin_of([by_id[article_id] for article_id in family], shares)
    members = [
        _member(article_id, origin or family[0], family, words, readings, retold)
        if article_id != origin
        else EchoMember(article_id=article_id, kind="origin", shared=1.0)
        for article_id in family
    ]
    return Echo(
        echo_id=_echo_id(family, "copy"),
        origin=origin,
        members=tuple(members),
        reasons=(f"origin: {reason}",),
    )


def _member(  # noqa: PLR0917 (the state of one family)
    article_id: str,
    origin: str,
    family: tuple[str, ...],
    words: dict[str, ArticleWords],
    readings: Mapping[_Pair, PairReading],
    retold: Mapping[_Pair, float],
) -> EchoMember:
    """How one article stands to the origin; to its nearest copy where it has no own link."""
    pair = (min(article_id, origin), max(article_id, origin))
    reading = readings.get(pair)
    if reading is not None and reading.kind != "excerpt":
        share = reading.share_of_one if reading.one == article_id else reading.share_of_other
        return EchoMember(
            article_id=article_id,
            kind=reading.kind,
            passages=passages(reading, words, article_id),
            shared=round(share, 3),
        )
    near = passages(reading, words, article_id) if reading is not None else ()
    score = retold.get(pair)
    if score is None:
        links = [(min(article_id, other), max(article_id, other)) for other in family]
        by_words = any(p in readings and readings[p].kind != "excerpt" for p in links)
        kind: EchoKind = "edited" if by_words and origin != article_id else "rewritten"
        return EchoMember(article_id=article_id, kind=kind, passages=near)
    return EchoMember(
        article_id=article_id, kind="rewritten", passages=near, shared=round(score, 3)
    )


def _excerpts(
    by_id: Mapping[str, Article],
    words: dict[str, ArticleWords],
    readings: Mapping[_Pair, PairReading],
    whole: Mapping[str, tuple[str, ...]],
) -> list[Echo]:
    """Partial reuse between articles of different families, once for a pair of families."""
    best: dict[tuple[tuple[str, ...], tuple[str, ...]], PairReading] = {}
    for reading in readings.values():
        left, right = whole[reading.one], whole[reading.other]
        if left == right:
            continue
        key = (min(left, right), max(left, right))
        held = best.get(key)
        if held is None or _equal(reading) > _equal(held):
            best[key] = reading
    echoes = []
    for reading in best.values():
        pair = [by_id[reading.one], by_id[reading.other]]
        shares = {
            (reading.one, reading.other): reading.share_of_one,
            (reading.other, reading.one): reading.share_of_other,
        }
        origin, reason = origin_of(pair, shares)
        members = tuple(
            EchoMember(article_id=article.article_id, kind="origin", shared=1.0)
            if article.article_id == origin
            else EchoMember(
                article_id=article.article_id,
                kind="excerpt",
                passages=passages(reading, words, article.article_id),
                shared=round(shares[article.article_id, other.article_id], 3),
            )
            for article, other in (pair, pair[::-1])
        )
        echo_id = _echo_id((reading.one, reading.other), "excerpt")
        echoes.append(
            Echo(echo_id=echo_id, origin=origin, members=members, reasons=(f"origin: {reason}",))
        )
    return echoes


def _equal(reading: PairReading) -> int:
    return sum(tile.equal for tile in reading.tiles)


def _echo_id(members: Sequence[str], kind: str) -> str:
    key = "\n".join((kind, *sorted(members)))
    return "x-" + hashlib.sha256(key.encode()).hexdigest()[:12]
