"""What one collection takes over from others: inputs with all that came of them, and truth beside.

Inputs are given as a run gives outcomes, so that a merged collection is written by the code that
writes a read: which text is a copy, a version or an article is decided again, over all of them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from reportedly.errors import CollectionError
from reportedly.ingest import Skipped
from reportedly.records import Problem, RawDocument
from reportedly.run import Outcome
from reportedly.store.database import reading
from reportedly.store.packing import (
    unpack_analysis,
    unpack_article,
    unpack_record,
    unpack_text,
)
from reportedly.store.raw import RawFiles

# an article's row belongs to the input whose bytes gave it, whatever that input ended as
_INPUTS = (
    "SELECT o.number, o.content, o.source, o.position, o.kind, o.reason, o.read, o.place,"
    " r.media, r.retrieved, r.url, a.article_id, a.raw_id, a.text_id,"
    " a.data AS article, n.data AS analysis, t.data AS text, p.data AS problem FROM outcomes o"
    " LEFT JOIN raws r ON r.raw_id = o.content"
    " LEFT JOIN articles a ON a.article_id = o.article_id AND a.raw_id = o.content"
    " LEFT JOIN analyses n ON n.article_id = a.article_id AND n.text_id = a.text_id"
    " LEFT JOIN texts t ON t.text_id = a.text_id"
    " LEFT JOIN problems p ON p.outcome = o.number"
    " ORDER BY o.number"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredInput:
    """One input of a collection with its read.

    An outcome with a document alone is a copy, or a text that gave way to another: what its
    bytes hold is not kept, and has to be extracted again if it is needed.
    """

    outcome: Outcome
    read: int


def stored_inputs(folder: Path) -> Iterator[StoredInput]:
    """The inputs of a collection in the order in which they were read.

    Raises:
        CollectionError: if an original is missing or cannot be read.
    """
    raws = RawFiles(folder / "raw")
    with reading(folder / "collection.db") as database:
        for row in database.execute(_INPUTS):
            yield StoredInput(outcome=_outcome(row, raws), read=row["read"])


def _outcome(row: sqlite3.Row, raws: RawFiles) -> Outcome:
    problem = unpack_record(Problem, row["problem"]) if row["problem"] else None
    place = row["place"]
    if row["kind"] == "skipped":
        skipped = Skipped(
            source=row["source"], reason=row["reason"], position=row["position"] or None
        )
        return Outcome(raw=None, skipped=skipped, place=place)
    if row["media"] is None:
        return Outcome(raw=None, problem=problem, place=place)
    try:
        content = raws.get(row["content"])
    except (OSError, ValueError) as error:
        raise CollectionError(f"the original {row['content']} cannot be read: {error}") from error
    raw = RawDocument(
        raw_id=row["content"],
        content=content,
        media=row["media"],
        source=row["source"],
        position=row["position"] or None,
        retrieved=row["retrieved"],
        url=row["url"],
    )
    if row["article"] is None or row["analysis"] is None:
        return Outcome(raw=raw, problem=problem, place=place)
    text = unpack_text(row["text"])
    return Outcome(
        raw=raw,
        article=unpack_article(row, text),
        analysis=unpack_analysis(row, text),
        place=place,
    )


def copy_truth(database: sqlite3.Connection, files: Sequence[Path]) -> None:
    """Add what people judged and coded, rows of other data sets, and the logs."""
    copy_judgements(database, files)
    copy_logs(database, files)
    copy_audits(database, files)
    copy_imported(database, files)
    copy_masks(database, files)


def copy_judgements(database: sqlite3.Connection, files: Sequence[Path]) -> None:
    """Add all judgements with their anchors, in order of their times; equal ones once."""
    found: list[tuple[str, list[tuple[object, ...]]]] = []
    for file in files:
        with reading(file) as other:
            rows = other.execute("SELECT number, data FROM judgements ORDER BY number").fetchall()
            for number, data in rows:
                anchored = other.execute(
                    'SELECT report_id, article_id, text_id, start, "end", quote'
                    " FROM anchors WHERE judgement = ?",
                    (number,),
                )
                found.append((data, [tuple(anchor) for anchor in anchored]))
    known = {row[0] for row in database.execute("SELECT data FROM judgements")}
    # stable: those without a time, the machine's, stay first and in their order
    for data, anchors in sorted(found, key=lambda one: _time_of(one[0])):
        if data in known:
            continue
        known.add(data)
        number = database.execute("INSERT INTO judgements (data) VALUES (?)", (data,)).lastrowid
        database.executemany(
            "INSERT INTO anchors VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(number, *anchor) for anchor in anchors],
        )


def _time_of(judgement: str) -> str:
    return str(json.loads(judgement).get("at") or "")


def copy_logs(database: sqlite3.Connection, files: Sequence[Path]) -> None:
    """Add all that was noted, in order of its times."""
    entries: list[tuple[str, str, str]] = []
    for file in files:
        with reading(file) as other:
            query = "SELECT at, action, detail FROM log ORDER BY number"
            entries += [(row["at"], row["action"], row["detail"]) for row in other.execute(query)]
    database.executemany(
        "INSERT INTO log (at, action, detail) VALUES (?, ?, ?)",
        sorted(entries, key=itemgetter(0)),
    )


def copy_audits(database: sqlite3.Connection, files: Sequence[Path]) -> None:
    """Add samples with what was coded of them, under new numbers."""
    for file in files:
        with reading(file) as other:
            for number, sample in other.execute("SELECT number, data FROM samples").fetchall():
                new = database.execute("INSERT INTO samples (data) VALUES (?)", (sample,)).lastrowid
                _copy_codings(database, other, number, new or 0)


def _copy_codings(
    database: sqlite3.Connection, other: sqlite3.Connection, former: int, sample: int
) -> None:
    numbers: dict[str, int] = {}  # what is taken back is named by its number
    query = "SELECT number, data FROM codings WHERE sample = ? ORDER BY number"
    for number, data in other.execute(query, (former,)):
        coding = {**json.loads(data), "sample": sample}
        if coding["kind"] == "undo":
            coding["cells"] = [
                (name, str(numbers.get(value, value))) for name, value in coding["cells"]
            ]
        new = database.execute(
            "INSERT INTO codings (sample, data) VALUES (?, ?)", (sample, json.dumps(coding))
        ).lastrowid
        numbers[str(number)] = new or 0


def copy_imported(database: sqlite3.Connection, files: Sequence[Path]) -> None:
    """Add rows of other data sets; equal rows once."""
    for file in files:
        with reading(file) as other:
            rows = other.execute("SELECT row_id, source, data FROM imported ORDER BY number")
            database.executemany(
                "INSERT OR IGNORE INTO imported (row_id, source, data) VALUES (?, ?, ?)",
                (tuple(row) for row in rows),
            )


def copy_tombstones(database: sqlite3.Connection, files: Sequence[Path]) -> None:
    """Add what was expunged in any of them, so that no input of another one brings it back."""
    for file in files:
        with reading(file) as other:
            for table in ("tombstones", "barred"):
                rows = [tuple(row) for row in other.execute(f"SELECT * FROM {table}")]
                marks = "?, ?, ?, ?" if table == "tombstones" else "?, ?, ?"
                database.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)


def copy_masks(database: sqlite3.Connection, files: Sequence[Path]) -> None:
    """Mark texts whose id is a name only, and add the rows of exports that are gone."""
    for file in files:
        with reading(file) as other:
            database.executemany(
                "UPDATE texts SET masked = 1 WHERE text_id = ?",
                [tuple(row) for row in other.execute("SELECT text_id FROM texts WHERE masked")],
            )
            rows = other.execute("SELECT at, export, part, key FROM gone ORDER BY number")
            database.executemany(
                "INSERT INTO gone (at, export, part, key) VALUES (?, ?, ?, ?)",
                [tuple(row) for row in rows],
            )
