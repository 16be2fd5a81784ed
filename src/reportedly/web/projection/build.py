"""Builds the projection: new documents are taken in, events are made anew after a linking."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date
from importlib.resources import files
from pathlib import Path

from reportedly.records import Analysis, Article, Campaign, Echo, Event
from reportedly.store import Collection
from reportedly.store.database import remove_database, transaction
from reportedly.web.projection.rows import (
    Teller,
    article_row,
    denied_act,
    event_row,
    hidden_of,
    privacy_of,
    said_claim,
    said_quote,
    teller_row,
)

FORMAT = "2"
_AT_A_TIME = 500  # documents in one transaction
Progress = Callable[[int, int], None]


def nothing(done: int, of: int) -> None:
    """Tell no progress."""


def refresh(
    collection: Collection, file: Path, *, restricted: bool, progress: Progress = nothing
) -> None:
    """Bring the projection up to the collection; quick where nothing changed.

    Args:
        collection: what is shown; it may be written to meanwhile.
        file: the database, made where it is missing or of another format.
        restricted: whether private names are kept.
        progress: called with documents taken in, and how many there are to take in.
    """
    with closing(_open(file, restricted)) as database:
        _take_documents(database, collection, restricted, progress)
        number = str(collection.links_number())
        if _fact(database, "links") != number:
            with transaction(database):
                _write_copies(database, collection.links.echoes())
                _write_campaigns(database, collection.links.campaigns())
                _write_events(database, collection.links.events(), restricted)
                _set_fact(database, "links", number)


def is_current(collection: Collection, file: Path) -> bool:
    """Whether the projection shows the newest analyses and links."""
    if not file.is_file():
        return False
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as database:
        if not _has_format(database):
            return False
        return (
            _fact(database, "links") == str(collection.links_number())
            and _fact(database, "newest") == str(collection.newest_analysis())
        )  # fmt: skip


# --- documents ----------------------------------------------------------------------------


def _take_documents(
    database: sqlite3.Connection, collection: Collection, restricted: bool, progress: Progress
) -> None:
    newest = collection.newest_analysis()
    if _fact(database, "newest") == str(newest):
        return
    known = {row[0] for row in database.execute("SELECT number FROM documents")}
    there = collection.latest_analyses()
    missing = sorted(there - known)
    with transaction(database):
        for number in sorted(known - there):
            for table in ("documents", "reports", "said"):
                database.execute(f"DELETE FROM {table} WHERE number = ?", (number,))
    for first in range(0, len(missing), _AT_A_TIME):
        progress(first, len(missing))
        with transaction(database):
            for number, article, analysis in collection.numbered(
                missing[first : first + _AT_A_TIME]
            ):
                _take_document(database, number, article, analysis, restricted)
    _set_fact(database, "newest", str(newest))


def _take_document(
    database: sqlite3.Connection,
    number: int,
    article: Article,
    analysis: Analysis,
    restricted: bool,
) -> None:
    privacy = privacy_of(article, analysis, restricted)
    row = article_row(article, privacy)
    database.execute(
        "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)",
        (number, row["id"], row["outlet"], row["side"], row["published"],
         _json(hidden_of(privacy)), _json(row)),
    )  # fmt: skip
    database.executemany(
        "INSERT OR REPLACE INTO reports VALUES (?, ?, ?)",
        [
            (report.report_id, number, _json(teller_row(report, article, privacy)))
            for report in analysis.reports
        ],
    )
    said = [("quote", said_quote(quote, article, privacy)) for quote in analysis.quotes]
    said += [("claim", said_claim(claim, article, privacy)) for claim in analysis.claims]
    said += [
        ("claim", denied_act(report, article, privacy))
        for report in analysis.reports
        if report.stance == "denies"
    ]
    database.executemany(
        "INSERT OR IGNORE INTO said VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (number, row["id"], sort, row["kind"], row["speaker"], row["outlet"],
             row["published"], " ".join([*row.get("about", ()), row.get("about_report") or ""]),
             _json(row))
            for sort, row in said
        ],
    )  # fmt: skip


# --- events -------------------------------------------------------------------------------


def _write_events(database: sqlite3.Connection, events: Iterable[Event], restricted: bool) -> None:
    database.execute("DELETE FROM events")
    database.execute("INSERT INTO words (words) VALUES ('delete-all')")
    made = [
        (event.earliest or date.max, event_row(event, tellers_of(database, event), restricted))
        for event in events
        if event.merged_into is None
    ]
    made.sort(key=lambda one: (one[0], one[1][0]["id"]))
    for number, (_, (row, words)) in enumerate(made):
        database.execute("INSERT INTO events VALUES (?, ?, ?)", (number, row["id"], _json(row)))
        database.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (number, words))


def _write_copies(database: sqlite3.Connection, echoes: Iterable[Echo]) -> None:
    database.execute("DELETE FROM copies")
    for echo in echoes:
        database.executemany(
            "INSERT OR IGNORE INTO copies VALUES (?, ?, ?, ?)",
            [(one.article_id, echo.echo_id, one.kind, echo.origin) for one in echo.members],
        )


def _write_campaigns(database: sqlite3.Connection, campaigns: Iterable[Campaign]) -> None:
    database.execute("DELETE FROM campaigns")
    database.executemany(
        "INSERT OR IGNORE INTO campaigns VALUES (?, ?)",
        (
            (one.campaign_id, event_id)
            for one in campaigns
            if one.kind == "campaign"
            for event_id in one.events
        ),
    )


def tellers_of(database: sqlite3.Connection, event: Event) -> dict[str, Teller]:
    """What is kept of the reports of an event, by their ids."""
    found = {}
    for report_id in (*event.reports, *event.denials):
        row = database.execute(
            "SELECT d.outlet, d.side, d.published, d.article_id, d.hidden, r.data FROM reports r"
            " JOIN documents d USING (number) WHERE report_id = ?",
            (report_id,),
        ).fetchone()
        if row is not None:
            found[report_id] = _teller(row)
    return found


def _teller(row: tuple[str, str, str | None, str, str, str]) -> Teller:
    outlet, side, published, article_id, hidden, data = row
    kept, names = json.loads(data), json.loads(hidden)
    return Teller(
        outlet=outlet,
        side=side,
        published=published,
        article_id=article_id,
        passage=kept["passage"],
        words=kept["words"],
        renamed=kept["renamed"],
        private=tuple(names["private"]),
        blind=names["blind"],
    )


# --- the file -----------------------------------------------------------------------------


def _open(file: Path, restricted: bool) -> sqlite3.Connection:
    """The database for writing, made anew where it has another format or other names."""
    layer = "restricted" if restricted else "redacted"
    database = sqlite3.connect(file, timeout=60, isolation_level=None)
    if not _has_format(database) or _fact(database, "layer") != layer:
        database.close()
        remove_database(file)
        database = sqlite3.connect(file, timeout=60, isolation_level=None)
        schema = files("reportedly.web.projection") / "schema.sql"
        database.executescript(schema.read_text(encoding="utf-8"))
        _set_fact(database, "format", FORMAT)
        _set_fact(database, "layer", layer)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")
    return database


def _has_format(database: sqlite3.Connection) -> bool:
    try:
        return _fact(database, "format") == FORMAT
    except sqlite3.DatabaseError:
        return False


def _fact(database: sqlite3.Connection, name: str) -> str | None:
    row = database.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def _set_fact(database: sqlite3.Connection, name: str, value: str) -> None:
    database.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
