"""What linking keeps of each article, so that most articles need not be read again."""

from __future__ import annotations

import json
import struct
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from reportedly.codec import decode, encode
from reportedly.corpus.campaigns import Assertion, assertions
from reportedly.corpus.echoes.outline import Outline, outline, pack_outline, unpack_outline
from reportedly.corpus.echoes.words import article_words
from reportedly.corpus.library import Library
from reportedly.corpus.memory import Memory, NoMemory, key_of
from reportedly.corpus.merge.facts import ReportFacts, facts_of_article
from reportedly.corpus.merge.lexicon import load_merge_words
from reportedly.corpus.narratives import ClaimWords, claim_words
from reportedly.corpus.shared import one_day, one_place, one_set, one_word
from reportedly.records import Analysis, Article, Place, Problem

FIRST_YEAR = 1600
_SIZE = struct.Struct("<I")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """One article as linking holds it."""

    head: Article  # what linking asks of it
    outline: Outline
    facts: tuple[ReportFacts, ...]
    assertions: tuple[Assertion, ...]
    claims: tuple[ClaimWords, ...]
    problems: tuple[Problem, ...]  # what is left out of linking, and why


def read_notes(library: Library, memory: Memory) -> Iterable[tuple[bytes, Notes]]:
    """The versions and notes of all articles, in order; notes of known ones from memory."""
    for article_id, version in library.versions():
        key = key_of([article_id, version])
        data = memory.recall("notes", key)
        if data is None:
            notes = take_notes(*library.document(article_id))
            if not isinstance(memory, NoMemory):  # packing takes a tenth of the time
                memory.keep("notes", key, pack_notes(notes))
        else:
            notes = unpack_notes(data)
        yield version, notes


def take_notes(article: Article, analysis: Analysis | None) -> Notes:
    """Read one article."""
    article, reasons = _fit(article, analysis)
    reports = analysis.reports if analysis else ()
    return Notes(
        head=_head(article),
        outline=outline(
            article.text,
            article_words(article.text),
            analysis.fingerprint if analysis else None,
        ),
        facts=facts_of_article(article, reports, load_merge_words()),
        assertions=assertions(reports),
        claims=claim_words(analysis.claims, article.article_id) if analysis else (),
        problems=tuple(_problem(article, reason) for reason in reasons),
    )


def _head(article: Article) -> Article:
    """An article with what linking asks of it."""
    return Article(
        article_id=article.article_id,
        raw_id="",
        text_id="",
        text="",
        outlet=one_word(article.outlet),
        side=one_word(article.side),
        owner=one_word(article.owner),
        credit=one_word(article.credit),
        published=one_day(article.published) if article.published else None,
        published_time=article.published_time,
    )


def _problem(article: Article, reason: str) -> Problem:
    return Problem(
        source=article.url or article.outlet or article.article_id,
        stage="link",
        reason=reason,
        raw_id=article.raw_id,
        input_id=article.input_id,
    )


def _fit(article: Article, analysis: Analysis | None) -> tuple[Article, tuple[str, ...]]:
    """The article without a day on which it cannot have been published, and what is left out."""
    problems = []
    day = article.published
    if day is not None:
        if day.year < FIRST_YEAR:
            problems.append(f"published on {day}, before there were newspapers")
        elif article.retrieved and day > _day_after(article.retrieved, day):
            problems.append(f"published on {day}, after it was retrieved ({article.retrieved})")
    if problems:
        problems = [f"{problems[0]}: its day is not used in linking"]
        article = replace(article, published=None, published_time=None)
    if not article.text.strip():
        problems.append("no text: it is no copy of anything")
    elif analysis is None or analysis.fingerprint is None or not analysis.fingerprint.minhash:
        problems.append("no fingerprint: not compared with other articles")
    return article, tuple(problems)


def _day_after(moment: str, unknown: date) -> date:
    """The day after an ISO time: clocks of two places differ; `unknown` where it is no time."""
    try:
        return date.fromisoformat(moment[:10]) + timedelta(days=1)
    except (ValueError, OverflowError):
        return unknown


def pack_notes(notes: Notes) -> bytes:
    """As bytes: the length of the JSON, the JSON, the columns of the outline."""
    row, columns = pack_outline(notes.outline)
    told = [
        encode(notes.head),
        row,
        [_facts_row(one) for one in notes.facts],
        [encode(one) for one in notes.assertions],
        [[claim.claim_id, sorted(claim.words)] for claim in notes.claims],
        [encode(one) for one in notes.problems],
    ]
    data = json.dumps(told, separators=(",", ":")).encode("ascii")
    return _SIZE.pack(len(data)) + data + columns


def unpack_notes(data: bytes) -> Notes:
    """The notes of `pack_notes`."""
    (size,) = _SIZE.unpack_from(data)
    head, row, facts, asserted, claims, problems = json.loads(data[_SIZE.size : _SIZE.size + size])
    article = _head(decode(Article, {**head, "raw_id": "", "text_id": "", "text": ""}))
    return Notes(
        head=article,
        outline=unpack_outline(row, data[_SIZE.size + size :]),
        facts=tuple(_facts(one, article) for one in facts),
        assertions=tuple(decode(Assertion, one) for one in asserted),
        claims=tuple(
            ClaimWords(article_id=article.article_id, claim_id=claim_id, words=frozenset(words))
            for claim_id, words in claims
        ),
        problems=tuple(decode(Problem, one) for one in problems),
    )


# Fields as they are in JSON; the others are told below. Echoes are added when all is linked.
_PLAIN = (
    "report_id", "start", "told", "family", "mode", "realis", "retold", "denies", "withdraws",
    "list_key", "dated", "lasting", "day", "country", "named_actors", "disputed_actors", "sequel",
)  # fmt: skip


def _facts_row(one: ReportFacts) -> list[Any]:
    return [
        [getattr(one, name) for name in _PLAIN],
        list(one.home[1:]),
        [day.isoformat() if day else None for day in (one.earliest, one.latest)],
        encode(one.place) if one.place else None,
        [[sorted(name) for name in names] for names in (one.actors, one.recipients)],
        sorted(one.numbers),
        one.words,
    ]


def _facts(row: Sequence[Any], article: Article) -> ReportFacts:
    plain, span, days, place, (actors, recipients), numbers, words = row
    earliest, latest = (one_day(date.fromisoformat(day)) if day else None for day in days)
    given: Iterable[Any] = (
        sys.intern(value) if isinstance(value, str) else value for value in plain
    )
    return ReportFacts(
        **dict(zip(_PLAIN, given, strict=True)),
        article_id=article.article_id,
        outlet=article.outlet,
        published=article.published,
        copies=article.article_id,
        first_published=article.published,
        home=(article.article_id, span[0], span[1]),
        earliest=earliest,
        latest=latest,
        place=one_place(decode(Place, place)) if place else None,
        actors=tuple(one_set(frozenset(name)) for name in actors),
        recipients=tuple(one_set(frozenset(name)) for name in recipients),
        numbers=frozenset((kind, number) for kind, number in numbers),
        words=tuple(map(sys.intern, words)),
    )
