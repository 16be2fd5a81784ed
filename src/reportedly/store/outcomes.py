"""Writing what a run gives: one outcome for each input, articles with their versions."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from reportedly.codec import encode
from reportedly.records import Analysis, Article, Problem, RawDocument
from reportedly.run import InputKey, Outcome, OutcomeKind
from reportedly.store.barred import Barred
from reportedly.store.database import storable
from reportedly.store.packing import (
    pack_analysis,
    pack_article,
    pack_record,
    pack_text,
    unpack,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredOutcome:
    """What became of one input, as the collection keeps it."""

    source: str
    position: int | None
    kind: OutcomeKind
    reason: str | None
    article_id: str | None  # for a duplicate, of the article it is a copy of


@dataclass(frozen=True, slots=True)
class _Result:
    """What an outcome comes to, and the article that it belongs to."""

    kind: OutcomeKind
    reason: str | None = None
    article_id: str | None = None
    text_id: str | None = None


def has_outcome(database: sqlite3.Connection, key: InputKey) -> bool:
    """Whether an input has its row."""
    return _outcome_of(database, key) is not None


def has_bytes(database: sqlite3.Connection, raw_id: str) -> bool:
    """Whether any input with these bytes has a row."""
    query = "SELECT 1 FROM outcomes WHERE content = ? LIMIT 1"
    return database.execute(query, (raw_id,)).fetchone() is not None


def add_outcomes(
    database: sqlite3.Connection, outcomes: Sequence[Outcome], read: int, barred: Barred
) -> list[OutcomeKind]:
    """Write outcomes in the transaction that is open; those that have their row stay.

    Of an input that was expunged nothing is kept but that it came again, once a tombstone.
    """
    kinds: list[OutcomeKind] = []
    for outcome in outcomes:
        tombstone = barred.tombstone_of(outcome)
        if tombstone is not None:
            database.execute(
                "INSERT OR IGNORE INTO outcomes"
                " (content, source, position, kind, reason, read, place)"
                " VALUES (?, ?, 0, 'skipped', ?, ?, ?)",
                (tombstone, "(expunged)", f"expunged: {tombstone}", read, outcome.place),
            )
            kinds.append("skipped")
            continue
        known = _outcome_of(database, outcome.key)
        kinds.append(known or _add(database, outcome, read))
    return kinds


def replace_analysis(database: sqlite3.Connection, analysis: Analysis) -> None:
    """Write an analysis over a former one of the same text."""
    place = (analysis.article_id, analysis.text_id)
    database.execute("DELETE FROM problems WHERE article_id = ? AND text_id = ?", place)
    database.execute(
        "INSERT OR REPLACE INTO analyses (article_id, text_id, analyser, data) VALUES (?, ?, ?, ?)",
        (*place, analysis.analyser, pack_analysis(analysis)),
    )
    database.executemany(
        "INSERT INTO problems (article_id, text_id, data) VALUES (?, ?, ?)",
        [(*place, pack_record(problem)) for problem in analysis.problems],
    )


def add_failure(database: sqlite3.Connection, article: Article, problem: Problem) -> None:
    """Note why an article could not be analysed anew; the same failure again is one row."""
    row = (article.article_id, article.text_id, pack_record(problem))
    database.execute("DELETE FROM problems WHERE article_id = ? AND text_id = ? AND data = ?", row)
    database.execute("INSERT INTO problems (article_id, text_id, data) VALUES (?, ?, ?)", row)


def write_ledger(database: sqlite3.Connection, ledger: Iterable[object]) -> None:
    """Write entries of the ledger by their `event_id`; those that are as they were stay."""
    entries = {entry.event_id: json.dumps(encode(entry)) for entry in ledger}  # type: ignore[attr-defined]
    known = dict(database.execute("SELECT event_id, data FROM ledger"))
    database.executemany(
        "INSERT INTO ledger (event_id, data) VALUES (?, ?)"
        " ON CONFLICT (event_id) DO UPDATE SET data = excluded.data",
        [(key, data) for key, data in entries.items() if known.get(key) != data],
    )


def _outcome_of(database: sqlite3.Connection, key: InputKey) -> OutcomeKind | None:
    row = database.execute(
        "SELECT kind FROM outcomes WHERE content = ? AND source = ? AND position = ?",
        (key.content, storable(key.source), key.position),
    ).fetchone()
    return None if row is None else row[0]


def _add(database: sqlite3.Connection, outcome: Outcome, read: int) -> OutcomeKind:
    result = _settle(database, outcome, read)
    key = outcome.key
    number = database.execute(
        "INSERT INTO outcomes"
        " (content, source, position, kind, reason, article_id, text_id, read, place)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            key.content,
            storable(key.source),
            key.position,
            result.kind,
            None if result.reason is None else storable(result.reason),
            result.article_id,
            result.text_id,
            read,
            outcome.place,
        ),
    ).lastrowid
    if outcome.raw is not None:
        _add_raw(database, outcome.raw)
    if outcome.problem is not None:
        database.execute(
            "INSERT INTO problems (outcome, data) VALUES (?, ?)",
            (number, pack_record(outcome.problem)),
        )
    return result.kind


def _settle(database: sqlite3.Connection, outcome: Outcome, read: int) -> _Result:
    if outcome.skipped is not None:
        return _Result("skipped", outcome.skipped.reason)
    if outcome.article is not None and outcome.analysis is not None:
        return _add_article(database, outcome.article, outcome.analysis, read)
    if outcome.problem is not None:
        return _Result("problem", _reason(outcome.problem))
    return _same_bytes(database, outcome.key)


def _reason(problem: Problem) -> str:
    return f"{problem.stage}: {problem.reason}"


def _same_bytes(database: sqlite3.Connection, key: InputKey) -> _Result:
    source, article_id, text_id = database.execute(
        "SELECT source, article_id, text_id FROM outcomes WHERE content = ? ORDER BY number",
        (key.content,),
    ).fetchone()
    return _Result("duplicate", f"the same bytes as {source}", article_id, text_id)


def _add_raw(database: sqlite3.Connection, raw: RawDocument) -> None:
    database.execute(
        "INSERT OR IGNORE INTO raws VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            raw.raw_id,
            raw.media,
            storable(raw.source),
            raw.position,
            raw.retrieved,
            len(raw.content),
            None if raw.url is None else storable(raw.url),
        ),
    )


# --- articles and their versions -----------------------------------------------------------


def _add_article(
    database: sqlite3.Connection, article: Article, analysis: Analysis, read: int
) -> _Result:
    """A new article, a new version of one, or a copy of one.

    Another text under a URL is a new version when another read brings it, or when it was
    retrieved or published later; else both are one article, of which the longer text stays.
    """
    place = (article.article_id, article.text_id)
    same = "SELECT 1 FROM articles WHERE article_id = ? AND text_id = ?"
    if database.execute(same, place).fetchone():
        return _Result("duplicate", "the same text of the same article", *place)
    former = database.execute(
        "SELECT a.text_id, a.read, a.data, t.characters FROM articles a"
        " JOIN texts t USING (text_id) WHERE a.article_id = ? AND a.latest",
        (article.article_id,),
    ).fetchone()
    if former is None:
        _insert(database, article, analysis, read, latest=True)
        return _Result("article", None, *place)
    former_text, former_read, data, characters = former
    order = _order(article, unpack(data))
    if former_read != read or order > 0:
        newest = order >= 0
        if newest:
            database.execute("UPDATE articles SET latest = 0 WHERE article_id = ?", place[:1])
        _insert(database, article, analysis, read, latest=newest)
        return _Result("article", "another version of an article", *place)
    if len(article.text) <= characters:
        reason = "a shorter text under the URL of another input"
        return _Result("duplicate", reason, article.article_id, former_text)
    _remove(database, article.article_id, former_text)
    _insert(database, article, analysis, read, latest=True)
    database.execute(
        "UPDATE outcomes SET text_id = ? WHERE article_id = ? AND text_id = ?",
        (article.text_id, article.article_id, former_text),
    )
    return _Result("duplicate", "a longer text under the URL of another input: it stays", *place)


def _order(article: Article, former: Mapping[str, Any]) -> int:
    """1 if an article was retrieved or published later than a former version, -1 if earlier."""
    pairs = [
        (_instant(article.retrieved), _instant(former.get("retrieved"))),
        (
            _instant(article.published.isoformat() if article.published else None),
            _instant(former.get("published")),
        ),
    ]
    signs = [(new > old) - (new < old) for new, old in pairs if new and old]
    return 1 if 1 in signs else min(signs, default=0)


def _instant(time: str | None) -> datetime | None:
    try:
        instant = datetime.fromisoformat(time or "")
    except ValueError:
        return None
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def _insert(
    database: sqlite3.Connection, article: Article, analysis: Analysis, read: int, *, latest: bool
) -> None:
    database.execute(
        "INSERT OR IGNORE INTO texts (text_id, characters, data) VALUES (?, ?, ?)",
        (article.text_id, len(article.text), pack_text(article.text)),
    )
    database.execute(
        "INSERT INTO articles (article_id, text_id, raw_id, read, latest, data)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            article.article_id,
            article.text_id,
            article.raw_id,
            read,
            int(latest),
            pack_article(article),
        ),
    )
    replace_analysis(database, analysis)


def _remove(database: sqlite3.Connection, article_id: str, text_id: str) -> None:
    for table in ("articles", "analyses", "problems"):
        database.execute(
            f"DELETE FROM {table} WHERE article_id = ? AND text_id = ?",
            (article_id, text_id),
        )
    database.execute(
        "DELETE FROM texts WHERE text_id = ?"
        " AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.text_id = texts.text_id)",
        (text_id,),
    )
