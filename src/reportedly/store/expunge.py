"""Removing from a collection what must not be there: rows, originals, and every byte of them.

All rows go in one transaction, with a mark that the rest is still to do: originals, projections,
free pages and the log of the database. Whoever takes the lock next does what a kill left undone.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.errors import CollectionError
from reportedly.records import Analysis, Article
from reportedly.store.barred import Tombstone, bar
from reportedly.store.database import fact, set_fact, storable
from reportedly.store.index import Index
from reportedly.store.links import Linked, Links
from reportedly.store.outcomes import replace_analysis
from reportedly.store.packing import pack, pack_article, pack_text, unpack
from reportedly.store.raw import RawFiles
from reportedly.store.remembered import LinkMemory
from reportedly.wording import Wording

UNFINISHED = "expunging"
"""The fact that rows are gone, and bytes of them may be there still."""
RELINK = "relink"
"""The fact that the collection was linked before something was expunged."""

GONE = "(expunged)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """An article of which some characters are masked, with what was found in it since."""

    article: Article
    analysis: Analysis
    raw_id: str  # of the stand-in for the original
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """What goes.

    Whole articles with all of their versions and inputs, inputs by their bytes, or characters of
    articles that stay; and words that may stand nowhere else.
    """

    articles: frozenset[str] = frozenset()
    raws: frozenset[str] = frozenset()
    masked: Sequence[Masked] = ()
    wording: Wording
    records: frozenset[str] = frozenset()  # ids of all records that go
    exported: Sequence[tuple[str, str, str]] = ()  # (export, part, key) of their rows in exports


def remove_rows(
    database: sqlite3.Connection,
    removal: Removal,
    tombstone: Tombstone,
) -> None:
    """Take everything out of the tables and leave a tombstone, in the open transaction."""
    ids = {*removal.articles, *removal.raws}
    inputs = _inputs(database, removal)
    versions = _rows(database, "SELECT article_id, text_id, raw_id FROM articles")
    gone = [row for row in versions if row[0] in removal.articles]
    raws = {*removal.raws, *(row[2] for row in gone), *(row[1] for row in inputs)}
    texts = {row[1] for row in gone}
    ids |= raws | texts
    _note_sources(database, inputs)
    for article_id in removal.articles:
        for table in ("articles", "analyses", "problems"):
            database.execute(f"DELETE FROM {table} WHERE article_id = ?", (article_id,))
    for number, _, _ in inputs:
        database.execute("DELETE FROM problems WHERE outcome = ?", (number,))
        database.execute("DELETE FROM outcomes WHERE number = ?", (number,))
    for raw_id in raws:
        database.execute("DELETE FROM raws WHERE raw_id = ?", (raw_id,))
    for one in removal.masked:
        ids |= {one.article.text_id, _mask(database, one)}
    database.execute(
        "DELETE FROM texts WHERE NOT EXISTS"
        " (SELECT 1 FROM articles a WHERE a.text_id = texts.text_id)"
    )
    _remove_from_people(database, removal)
    _remove_from_ledger(database, removal.records)
    _mask_elsewhere(database, removal.wording)
    database.execute(
        "INSERT INTO tombstones VALUES (?, ?, ?, ?)",
        (tombstone.tombstone, tombstone.at, tombstone.kind, tombstone.why),
    )
    bar(database, tombstone.tombstone, sorted(ids))
    database.executemany(
        "INSERT INTO gone (at, export, part, key) VALUES (?, ?, ?, ?)",
        [(tombstone.at, *row) for row in removal.exported],
    )
    database.execute(
        "INSERT INTO log (at, action, detail) VALUES (?, 'expunge', ?)",
        (tombstone.at, f"{tombstone.tombstone} ({tombstone.kind}): {tombstone.why}"),
    )
    if fact(database, "links"):
        set_fact(database, RELINK, 1)
    database.execute("DELETE FROM facts WHERE name = 'linked'")
    set_fact(database, UNFINISHED, 1)


def finish(
    database: sqlite3.Connection,
    folder: Path,
    *,
    raws: RawFiles,
    index: Index,
    memory: LinkMemory,
    links: Links,
) -> bool:
    """Remove every byte of rows that are gone; whether there was anything to do.

    Originals that no row names, projections, free pages and the log of the database.

    Raises:
        CollectionError: while another process reads the database.
    """
    if not fact(database, UNFINISHED):
        return False
    _remove_originals(database, raws)
    for file in sorted(folder.glob("explorer*")):
        file.unlink(missing_ok=True)
    index.discard()
    memory.forget()
    if fact(database, "links"):
        set_fact(database, "links", links.write(Linked()))
        links.remove_others()
    _scrub(database, folder)
    set_fact(database, UNFINISHED, 0)
    return True


def _remove_originals(database: sqlite3.Connection, raws: RawFiles) -> None:
    named = {row[0] for row in database.execute("SELECT raw_id FROM raws")}
    for raw_id in list(raws.ids()):
        if raw_id not in named:
            raws.remove(raw_id)
    raws.remove_unfinished()


def _scrub(database: sqlite3.Connection, folder: Path) -> None:
    """Write a database anew without free pages, and empty its log."""
    database.execute("PRAGMA secure_delete = ON")
    database.execute("PRAGMA busy_timeout = 5000")
    database.execute("VACUUM")
    if database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        raise CollectionError(
            f"{folder} is being read (an explorer?): end that; `reportedly check` does the rest"
        )


# --- parts ----------------------------------------------------------------------------------


def _rows(database: sqlite3.Connection, query: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in database.execute(query)]


def _inputs(database: sqlite3.Connection, removal: Removal) -> list[tuple[int, str, str]]:
    """(number, content, source) of all inputs that gave one of the articles or have these bytes."""
    every = _rows(database, "SELECT number, content, source, article_id FROM outcomes")
    raws = set(removal.raws)
    raws |= {row[1] for row in every if row[3] in removal.articles}
    return [(row[0], row[1], row[2]) for row in every if row[1] in raws]


def _note_sources(database: sqlite3.Connection, inputs: Sequence[tuple[int, str, str]]) -> None:
    """Names of files of which nothing stays go out of the log."""
    numbers = {row[0] for row in inputs}
    left = {
        row[1]
        for row in _rows(database, "SELECT number, source FROM outcomes")
        if row[0] not in numbers
    }
    names = {source for _, _, source in inputs if source not in left}
    names |= {Path(name).name for name in names if Path(name).suffix}
    for number, detail in _rows(database, "SELECT number, detail FROM log"):
        shown = detail
        for name in sorted(names, key=len, reverse=True):
            shown = shown.replace(name, GONE)
        if shown != detail:
            database.execute("UPDATE log SET detail = ? WHERE number = ?", (shown, number))


def _mask(database: sqlite3.Connection, one: Masked) -> str:
    """Write a masked article over the whole one; gives the hash of the original that goes."""
    article = one.article
    place = (article.article_id, article.text_id)
    (former,) = database.execute(
        "SELECT raw_id FROM articles WHERE article_id = ? AND text_id = ?", place
    ).fetchone()
    database.execute(
        "UPDATE articles SET raw_id = ?, data = ? WHERE article_id = ? AND text_id = ?",
        (one.raw_id, pack_article(article), *place),
    )
    database.execute(
        "UPDATE texts SET data = ?, masked = 1 WHERE text_id = ?",
        (pack_text(article.text), article.text_id),
    )
    database.execute(
        "INSERT OR IGNORE INTO raws SELECT ?, 'row', ?, position, retrieved, ?, NULL FROM raws"
        " WHERE raw_id = ?",
        (one.raw_id, GONE, len(one.content), former),
    )
    inputs = database.execute("SELECT number FROM outcomes WHERE content = ?", (former,)).fetchall()
    for (number,) in inputs:  # copies of the same bytes keep their rows, each its own place
        database.execute(
            "UPDATE outcomes SET content = ?, source = ?, position = ? WHERE number = ?",
            (one.raw_id, GONE, number, number),
        )
    database.execute("DELETE FROM raws WHERE raw_id = ?", (former,))
    replace_analysis(database, one.analysis)
    return str(former)


def _remove_from_people(database: sqlite3.Connection, removal: Removal) -> None:
    """Judgements about reports that go, what was coded of articles that go, samples of them."""
    for number, data in _rows(database, "SELECT number, data FROM judgements"):
        judgement = json.loads(data)
        if {judgement["subject"], judgement.get("other")} & removal.records:
            database.execute("DELETE FROM judgements WHERE number = ?", (number,))
            database.execute("DELETE FROM anchors WHERE judgement = ?", (number,))
    for article_id in removal.articles:  # judgements of reports that an older analysis had
        for (number,) in database.execute(
            "SELECT DISTINCT judgement FROM anchors WHERE article_id = ?", (article_id,)
        ).fetchall():
            database.execute("DELETE FROM judgements WHERE number = ?", (number,))
            database.execute("DELETE FROM anchors WHERE judgement = ?", (number,))
    for number, data in _rows(database, "SELECT number, data FROM codings"):
        if json.loads(data)["article_id"] in removal.articles:
            database.execute("DELETE FROM codings WHERE number = ?", (number,))
    for number, data in _rows(database, "SELECT number, data FROM samples"):
        sample = json.loads(data)
        left = [one for one in sample["articles"] if one["article_id"] not in removal.articles]
        if len(left) < len(sample["articles"]):
            database.execute(
                "UPDATE samples SET data = ? WHERE number = ?",
                (json.dumps({**sample, "articles": left}), number),
            )


def _remove_from_ledger(database: sqlite3.Connection, gone: frozenset[str]) -> None:
    """Reports that go leave their events; an id that stood for nothing else goes with them."""
    removed: set[str] = set()
    for number, data in _rows(database, "SELECT number, data FROM ledger ORDER BY number"):
        entry = json.loads(data)
        left = [one for one in entry.get("reports", ()) if one not in gone]
        if len(left) == len(entry.get("reports", ())) and entry["anchor"] not in gone:
            continue
        if not left:
            removed.add(entry["event_id"])
            database.execute("DELETE FROM ledger WHERE number = ?", (number,))
            continue
        anchor = left[0] if entry["anchor"] in gone else entry["anchor"]
        database.execute(
            "UPDATE ledger SET data = ? WHERE number = ?",
            (json.dumps({**entry, "reports": left, "anchor": anchor}), number),
        )
    for number, data in _rows(database, "SELECT number, data FROM ledger"):
        entry = json.loads(data)
        kept = {
            name: value
            for name, value in entry.items()
            if name not in {"merged_into", "split_from"} or value not in removed
        }
        if kept != entry:
            database.execute(
                "UPDATE ledger SET data = ? WHERE number = ?", (json.dumps(kept), number)
            )


_JSON_COLUMNS: Mapping[str, Sequence[str]] = {
    "judgements": ("data",),
    "codings": ("data",),
    "imported": ("data",),
    "anchors": ("quote",),
    "log": ("detail",),
    "outcomes": ("source", "reason"),
    "raws": ("source", "url"),
}
"""Where people's or programs' words stand beside texts and what was found in them."""


def _mask_elsewhere(database: sqlite3.Connection, wording: Wording) -> None:
    for table, columns in _JSON_COLUMNS.items():
        names = "number" if table not in {"anchors", "raws"} else ""
        key = names or ("judgement, report_id" if table == "anchors" else "raw_id")
        where = " AND ".join(f"{one} = ?" for one in key.split(", "))
        for row in _rows(database, f"SELECT {key}, {', '.join(columns)} FROM {table}"):
            keys, values = row[: -len(columns)], row[-len(columns) :]
            shown = [_masked_value(value, column, wording) for value, column in
                     zip(values, columns, strict=True)]  # fmt: skip
            if list(values) != shown:
                told = ", ".join(f"{one} = ?" for one in columns)
                database.execute(f"UPDATE {table} SET {told} WHERE {where}", (*shown, *keys))
    for number, data in _rows(database, "SELECT number, data FROM problems"):
        told_data = unpack(data)
        shown_data = wording.masked_in(told_data)
        if shown_data != told_data:
            database.execute(
                "UPDATE problems SET data = ? WHERE number = ?", (pack(shown_data), number)
            )


def _masked_value(value: str | None, column: str, wording: Wording) -> str | None:
    if value is None:
        return None
    if column != "data":
        return storable(wording.masked(value))
    told = json.loads(value)
    shown = wording.masked_in(told)
    return value if shown == told else json.dumps(shown)
