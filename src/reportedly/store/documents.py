"""Reading articles, analyses, outcomes and problems of a collection, one at a time."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reportedly.records import Analysis, Article, Problem
from reportedly.store.database import reading
from reportedly.store.outcomes import StoredOutcome
from reportedly.store.packing import (
    unpack_analysis,
    unpack_article,
    unpack_record,
    unpack_text,
)

_PAGE = 100  # articles that are held in memory while others are replaced

_ARTICLE = "article_id, a.raw_id, text_id, a.data AS article, t.data AS text"
_ARTICLES = f"SELECT {_ARTICLE} FROM articles a JOIN texts t USING (text_id)"
_ANALYSES = (
    "SELECT article_id, text_id, n.data AS analysis, t.data AS text FROM analyses n"
    " JOIN texts t USING (text_id) JOIN articles a USING (article_id, text_id)"
)
_DOCUMENTS = (
    f"SELECT n.number, {_ARTICLE}, n.data AS analysis FROM analyses n"
    " JOIN texts t USING (text_id) JOIN articles a USING (article_id, text_id)"
)


def read_articles(file: Path, *, latest: bool) -> Iterator[Article]:
    """Articles in the order in which they were read; `latest` leaves out former versions."""
    where = " WHERE a.latest" if latest else ""
    with reading(file) as database:
        for row in database.execute(f"{_ARTICLES}{where} ORDER BY a.number"):
            yield _article(row)


def read_article(file: Path, article_id: str, text_id: str | None) -> Article | None:
    """One article, in its latest version or the one with this text."""
    row = _one(file, _ARTICLES, article_id, text_id)
    return None if row is None else _article(row)


def read_analyses(file: Path, *, latest: bool) -> Iterator[Analysis]:
    """Analyses in the order in which their articles were read."""
    where = " WHERE a.latest" if latest else ""
    with reading(file) as database:
        for row in database.execute(f"{_ANALYSES}{where} ORDER BY a.number"):
            yield unpack_analysis(row, unpack_text(row["text"]))


def read_analysis(file: Path, article_id: str, text_id: str | None) -> Analysis | None:
    """One analysis, of the latest version or of the one with this text."""
    row = _one(file, _ANALYSES, article_id, text_id)
    return None if row is None else unpack_analysis(row, unpack_text(row["text"]))


def read_documents(file: Path, *, latest: bool) -> Iterator[tuple[int, Article, Analysis]]:
    """Articles with their analyses and these analyses' numbers."""
    where = " WHERE a.latest" if latest else ""
    with reading(file) as database:
        for row in database.execute(f"{_DOCUMENTS}{where} ORDER BY a.number"):
            yield _document(row)


class OpenDocuments:
    """Documents of latest texts, one at a time over one connection; get one by `open_documents`.

    All of it is one state of the collection.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        """For `open_documents`."""
        self._database = database

    def versions(self) -> Iterator[tuple[str, bytes]]:
        """All article ids in order, each with bytes that change with anything stored of it."""
        query = (
            "SELECT a.article_id, a.data AS article, n.data AS analysis, t.data AS text"
            " FROM analyses n JOIN texts t USING (text_id)"
            " JOIN articles a USING (article_id, text_id) WHERE a.latest ORDER BY a.article_id"
        )
        for row in self._database.execute(query):
            digest = hashlib.blake2b(digest_size=16)
            for part in (row["article"], row["analysis"], row["text"]):
                digest.update(b"%d:" % len(part))
                digest.update(part)
            yield row["article_id"], digest.digest()

    def document(self, article_id: str) -> tuple[Article, Analysis]:
        """One article with its analysis.

        Raises:
            KeyError: if there is none.
        """
        query = f"{_DOCUMENTS} WHERE a.article_id = ? AND a.latest"
        row = self._database.execute(query, (article_id,)).fetchone()
        if row is None:
            raise KeyError(article_id)
        return _document(row)[1:]


@contextmanager
def open_documents(file: Path) -> Iterator[OpenDocuments]:
    """Open a collection's documents for reading many of them in any order."""
    with reading(file) as database:
        database.execute("BEGIN")
        yield OpenDocuments(database)


def read_numbered(file: Path, numbers: Sequence[int]) -> Iterator[tuple[int, Article, Analysis]]:
    """The articles and analyses of these numbers of analyses."""
    with reading(file) as database:
        for number in numbers:
            row = database.execute(f"{_DOCUMENTS} WHERE n.number = ?", (number,)).fetchone()
            if row is not None:
                yield _document(row)


def latest_analyses(file: Path) -> set[int]:
    """The numbers of the analyses of latest texts; a new analysis has a new number."""
    query = (
        "SELECT n.number FROM analyses n JOIN articles a USING (article_id, text_id) WHERE a.latest"
    )
    with reading(file) as database:
        return {row[0] for row in database.execute(query)}


def newest_analysis(database: sqlite3.Connection) -> int:
    """The number of the newest analysis, 0 where there is none; numbers are never used twice."""
    return int(database.execute("SELECT coalesce(max(number), 0) FROM analyses").fetchone()[0])


def several_versions(file: Path) -> Iterator[tuple[str, str, bool]]:
    """(article_id, text_id, latest) of all versions of articles that have several."""
    with reading(file) as database:
        for row in database.execute(
            "SELECT article_id, text_id, latest FROM articles WHERE article_id IN"
            " (SELECT article_id FROM articles GROUP BY article_id HAVING count(*) > 1)"
        ):
            yield row["article_id"], row["text_id"], bool(row["latest"])


def outdated_articles(file: Path, analyser: str) -> Iterator[Article]:
    """Articles, former versions too, that another analyser read; each is given once.

    Read by pages: they may be replaced meanwhile, and one state of the database that is kept for
    days would let its log grow without end.
    """
    query = (
        f"SELECT a.number, {_ARTICLE} FROM articles a JOIN texts t USING (text_id)"
        " JOIN analyses n USING (article_id, text_id)"
        " WHERE n.analyser <> ? AND a.number > ? ORDER BY a.number LIMIT ?"
    )
    last = 0
    while True:
        with reading(file) as database:
            rows = database.execute(query, (analyser, last, _PAGE)).fetchall()
        for row in rows:
            yield _article(row)
            last = row["number"]
        if len(rows) < _PAGE:
            return


def count_outdated(file: Path, analyser: str) -> int:
    """How many analyses another analyser made."""
    with reading(file) as database:
        query = "SELECT count(*) FROM analyses WHERE analyser <> ?"
        return int(database.execute(query, (analyser,)).fetchone()[0])


def read_outcomes(file: Path) -> Iterator[StoredOutcome]:
    """What became of each input, in their order."""
    with reading(file) as database:
        for row in database.execute("SELECT * FROM outcomes ORDER BY number"):
            yield StoredOutcome(
                source=row["source"],
                position=row["position"] or None,
                kind=row["kind"],
                reason=row["reason"],
                article_id=row["article_id"],
            )


def inputs_of(file: Path, key: str) -> list[tuple[str | None, str]]:
    """(article_id, raw_id) of the inputs of which the hash of the bytes begins so.

    An input that gave no article is also found by the file that it came from.
    """
    query = (
        "SELECT DISTINCT article_id, content FROM outcomes"
        " WHERE substr(content, 1, ?) = ? OR (article_id IS NULL AND source = ?)"
    )
    with reading(file) as database:
        return [(row[0], row[1]) for row in database.execute(query, (len(key), key, key))]


def read_problems(file: Path) -> Iterator[Problem]:
    """Problems of inputs and of single stages, in the order in which they were written."""
    with reading(file) as database:
        for (data,) in database.execute("SELECT data FROM problems ORDER BY number"):
            yield unpack_record(Problem, data)


def count_rows(file: Path) -> dict[str, int]:
    """Inputs by kind of outcome; articles, their versions, problems, judgements, event ids."""
    queries = {
        "inputs": "SELECT count(*) FROM outcomes",
        **{
            kind: f"SELECT count(*) FROM outcomes WHERE kind = '{kind}'"
            for kind in ("article", "duplicate", "problem", "skipped")
        },
        "articles": "SELECT count(*) FROM articles WHERE latest",
        "versions": "SELECT count(*) FROM articles",
        "problems": "SELECT count(*) FROM problems",
        "judgements": "SELECT count(*) FROM judgements",
        "event_ids": "SELECT count(*) FROM ledger",
    }
    with reading(file) as database:
        return {name: database.execute(query).fetchone()[0] for name, query in queries.items()}


def _one(file: Path, query: str, article_id: str, text_id: str | None) -> sqlite3.Row | None:
    values = (article_id,) if text_id is None else (article_id, text_id)
    where = "a.article_id = ? AND " + ("a.latest" if text_id is None else "a.text_id = ?")
    with reading(file) as database:
        row: sqlite3.Row | None = database.execute(f"{query} WHERE {where}", values).fetchone()
    return row


def _document(row: sqlite3.Row) -> tuple[int, Article, Analysis]:
    text = unpack_text(row["text"])
    return row["number"], unpack_article(row, text), unpack_analysis(row, text)


def _article(row: sqlite3.Row) -> Article:
    return unpack_article(row, unpack_text(row["text"]))
