"""index.db: rows by document for filters and full-text search, topped up after each read."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportedly.errors import CollectionError
from reportedly.records import Analysis, Article, Attribution
from reportedly.store.database import (
    connect,
    create_tables,
    fact,
    reading,
    remove_database,
    transaction,
)

FORMAT = 1

_TABLES = ("reports", "quotes", "claims", "places")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A record that a filter found, with the article and text that hold it."""

    article_id: str
    text_id: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedDocument:
    """What the index takes in of one article: `number` is that of its analysis."""

    number: int
    article: Article
    analysis: Analysis


class Index:
    """The projection by document; `top_up` writes, everything else reads.

    Filters and searches raise CollectionError where there is no index yet.
    """

    def __init__(self, file: Path) -> None:
        self.file = file

    def is_current(self) -> bool:
        """Whether the file is there with this format; otherwise it has to be rebuilt."""
        if not self.file.exists():
            return False
        with suppress(CollectionError), reading(self.file) as database:
            return fact(database, "format") == FORMAT
        return False

    def discard(self) -> None:
        """Remove the file, so that the next top-up rebuilds it."""
        remove_database(self.file)

    def lacking(self, collection: Path, after: int, most: int) -> list[int]:
        """Numbers of analyses of a collection.db that are not in it, from the next one on.

        Args:
            collection: the file.
            after: the last number that was looked at.
            most: how many at a time; fewer are the last.
        """
        query = (
            "SELECT number FROM collection.analyses WHERE number > ? AND NOT EXISTS"
            " (SELECT 1 FROM documents WHERE document = number) ORDER BY number LIMIT ?"
        )
        with self._beside(collection) as database:
            return [row[0] for row in database.execute(query, (after, most))]

    def gone(self, collection: Path, most: int = -1) -> list[int]:
        """Numbers of analyses that are in it and no longer in a collection.db; all, or so many."""
        query = (
            "SELECT document FROM documents WHERE NOT EXISTS"
            " (SELECT 1 FROM collection.analyses WHERE number = document) ORDER BY document LIMIT ?"
        )
        with self._beside(collection) as database:
            return [row[0] for row in database.execute(query, (most,))]

    def is_level_with(self, collection: Path) -> bool:
        """Whether it has the analyses of a collection.db and no others."""
        if not self.is_current():
            return False
        return not self.lacking(collection, 0, 1) and not self.gone(collection, 1)

    def top_up(
        self,
        documents: Iterable[IndexedDocument],
        gone: Iterable[int],
        versions: Iterable[tuple[str, str, bool]],
    ) -> None:
        """Take in new documents and forget those that are gone, in one transaction.

        Args:
            documents: not in the index yet.
            gone: numbers of analyses that the collection no longer has.
            versions: (article_id, text_id, latest) of articles with several versions.
        """
        if not self.is_current():
            self.discard()
            with closing(connect(self.file)) as database:
                create_tables(database, "index", FORMAT)
        with closing(connect(self.file)) as database, transaction(database):
            for number in gone:
                _forget(database, number)
            for document in documents:
                _take_in(database, document)
            database.executemany(
                "UPDATE documents SET latest = ?3 WHERE article_id = ?1 AND text_id = ?2",
                versions,
            )

    @contextmanager
    def _beside(self, collection: Path) -> Iterator[sqlite3.Connection]:
        """The index, with a collection.db beside it."""
        with reading(self.file) as database:
            uri = f"{collection.absolute().as_uri()}?mode=rw"
            database.execute("ATTACH ? AS collection", (uri,))
            yield database

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        if not self.is_current():
            raise CollectionError(
                f"{self.file.parent} has no index yet: read or link it again to make one"
            )
        with reading(self.file) as database:
            yield database

    # --- reading --------------------------------------------------------------------------

    def place_of_report(self, report_id: str) -> tuple[str, str] | None:
        """The article_id and text_id of a report; None where the index lacks it."""
        if not self.is_current():
            return None
        with self._reading() as database:
            row = database.execute(
                "SELECT article_id, text_id FROM reports JOIN documents USING (document)"
                " WHERE report_id = ?",
                (report_id,),
            ).fetchone()
        return None if row is None else (row[0], row[1])

    def documents_of_reports(self, report_ids: Iterable[str]) -> dict[str, int]:
        """The numbers of the documents that hold these reports; of unknown ones none."""
        if not self.is_current():
            return {}
        query = "SELECT document FROM reports WHERE report_id = ? ORDER BY document DESC"
        with reading(self.file) as database:
            found = ((key, database.execute(query, (key,)).fetchone()) for key in report_ids)
            return {key: row[0] for key, row in found if row is not None}

    def reports(
        self,
        *,
        type: str | None = None,  # noqa: A002  the word of the records
        country: str | None = None,
        since: date | None = None,
        until: date | None = None,
        outlet: str | None = None,
        latest: bool = True,
    ) -> Iterator[Found]:
        """Reports that pass all filters given, by document; a date interval need only overlap."""
        yield from self._find(
            "reports",
            "report_id",
            {
                "type = ?": type,
                "country = ?": country,
                "latest_day >= ?": since.isoformat() if since else None,
                "earliest <= ?": until.isoformat() if until else None,
                "outlet = ?": outlet,
            },
            latest,
        )

    def quotes(self, *, speaker: str | None = None, latest: bool = True) -> Iterator[Found]:
        """Quotes, of one speaker if given."""
        yield from self._find("quotes", "quote_id", {"speaker = ?": speaker}, latest)

    def claims(self, *, kind: str | None = None, latest: bool = True) -> Iterator[Found]:
        """Claims, of one kind if given."""
        yield from self._find("claims", "claim_id", {"kind = ?": kind}, latest)

    def search(self, words: str, limit: int = 100) -> Iterator[str]:
        """Ids of the articles whose latest text or title has all these words, best first."""
        wanted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        if not wanted:
            return
        with self._reading() as database:
            for row in database.execute(
                "SELECT article_id FROM words JOIN documents ON document = words.rowid"
                " WHERE words MATCH ? AND latest ORDER BY bm25(words), document LIMIT ?",
                (wanted, limit),
            ):
                yield row[0]

    def places(self) -> Iterator[tuple[str, str, str | None, int]]:
        """(gazetteer_id, name, country, mentions) of the places of latest texts, most first."""
        with self._reading() as database:
            yield from map(
                tuple,
                database.execute(
                    "SELECT gazetteer_id, min(p.name), min(country), sum(mentions) AS times"
                    " FROM places p JOIN documents USING (document) WHERE latest"
                    " GROUP BY gazetteer_id ORDER BY times DESC, gazetteer_id"
                ),
            )

    def _find(
        self, table: str, name: str, filters: dict[str, str | None], latest: bool
    ) -> Iterator[Found]:
        given = {test: value for test, value in filters.items() if value is not None}
        tests = [*given, "documents.latest"] if latest else [*given]
        where = f"WHERE {' AND '.join(tests)}" if tests else ""
        query = (
            f"SELECT article_id, text_id, {name} FROM {table}"
            f" JOIN documents USING (document) {where} ORDER BY document, {name}"
        )
        with self._reading() as database:
            for article_id, text_id, record_id in database.execute(query, tuple(given.values())):
                yield Found(article_id=article_id, text_id=text_id, id=record_id)


def _forget(database: sqlite3.Connection, number: int) -> None:
    for table in ("documents", *_TABLES):
        database.execute(f"DELETE FROM {table} WHERE document = ?", (number,))


def _take_in(database: sqlite3.Connection, document: IndexedDocument) -> None:
    number, article, analysis = document.number, document.article, document.analysis
    published = article.published.isoformat() if article.published else None
    database.execute(
        "INSERT INTO documents VALUES (?, ?, ?, 1, ?, ?, ?, ?)",
        (
            number,
            article.article_id,
            article.text_id,
            article.outlet,
            article.side,
            article.language,
            published,
        ),
    )
    database.execute(
        "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
        (number, article.title, article.text),
    )
    _insert(database, "reports", _report_rows(number, analysis))
    _insert(
        database,
        "quotes",
        [(number, quote.quote_id, quote.kind, quote.speaker) for quote in analysis.quotes],
    )
    _insert(
        database,
        "claims",
        [(number, claim.claim_id, claim.kind, _speaker(claim.chain)) for claim in analysis.claims],
    )
    named = [m.place for m in analysis.places if m.place and m.place.gazetteer_id]
    times = Counter(place.gazetteer_id for place in named)
    places = {place.gazetteer_id: place for place in named}
    _insert(
        database,
        "places",
        [(number, key, place.name, place.country, times[key]) for key, place in places.items()],
    )


def _report_rows(number: int, analysis: Analysis) -> list[tuple[object, ...]]:
    rows = []
    for report in analysis.reports:
        place = report.place.value if report.place else None
        when = report.date.value if report.date else None
        rows.append(
            (
                report.report_id,
                number,
                report.type,
                report.mode,
                report.realis,
                report.polarity,
                report.stance,
                report.retold,
                *((place.name, place.country, place.lat, place.lon) if place else (None,) * 4),
                when.earliest.isoformat() if when and when.earliest else None,
                when.latest.isoformat() if when and when.latest else None,
            )
        )
    return rows


def _insert(database: sqlite3.Connection, table: str, rows: list[tuple[object, ...]]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        database.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)


def _speaker(chain: Attribution) -> str | None:
    return chain[-1].name if chain else None
