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

from reportedly.codec import decode, decode_analysis
from reportedly.errors import CollectionError
from reportedly.ingest import Skipped
from reportedly.records import Article, Problem, RawDocument
from reportedly.run import Outcome
from reportedly.store.database import reading, unpack, unpack_bytes
from reportedly.store.raw import RawFiles

# an article's row belongs to the input whose bytes gave it, whatever that input ended as
_INPUTS = (
    "SELECT o.number, o.content, o.source, o.position, o.kind, o.reason, o.read, o.place,"
    " r.media, r.retrieved, r.url, a.data AS article, n.data AS analysis, t.data AS text,"
    " p.data AS problem FROM outcomes o"
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
    problem = decode(Problem, unpack(row["problem"])) if row["problem"] else None
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
    text = unpack_bytes(row["text"]).decode("utf-8")
    return Outcome(
        raw=raw,
        article=decode(Article, {**unpack(row["article"]), "text": text}),
        analysis=decode_analysis(unpack(row["analysis"]), text),
        place=place,
    )


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
