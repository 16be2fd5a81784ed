"""Judgements: added, never changed, and found again after the reports were read anew."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportedly.codec import decode, encode
from reportedly.records import Judgement, Report
from reportedly.store.database import transaction

How = Literal["id", "carried", "orphaned"]
DECIDED = "decided"
"""The reason of a judgement by which an adjudicator ends a difference between reviewers."""

_CODINGS = frozenset({"accept", "reject", "correct"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedJudgement:
    """A judgement with how its reports were found today.

    `id`: they are still there; `carried`: a report of the same text with an overlapping trigger
    took their place, and the judgement names it; `orphaned`: a report is gone.
    """

    number: int
    judgement: Judgement
    how: How
    undone: bool = False  # taken back by its author, or itself what takes back
    overruled: bool = False  # a decision about the same report stands instead


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where a report that was judged stands in its text."""

    report_id: str
    article_id: str
    text_id: str
    start: int
    end: int
    quote: str


def is_decision(judgement: Judgement) -> bool:
    """Whether a judgement is an adjudicator's."""
    return DECIDED in judgement.reasons


def anchor_of(report: Report) -> Anchor:
    """The article and trigger by which a report can be found again."""
    trigger = report.trigger
    return Anchor(
        report_id=report.report_id,
        article_id=report.article_id,
        text_id=trigger.text_id,
        start=trigger.start,
        end=trigger.end,
        quote=trigger.quote,
    )


def add_judgement(
    database: sqlite3.Connection, judgement: Judgement, anchors: Iterable[Anchor]
) -> int:
    """Write one judgement; when this returns it is on the disk."""
    with transaction(database):
        number = database.execute(
            "INSERT INTO judgements (data) VALUES (?)", (json.dumps(encode(judgement)),)
        ).lastrowid
        assert number is not None
        database.executemany(
            "INSERT INTO anchors VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (number, a.report_id, a.article_id, a.text_id, a.start, a.end, a.quote)
                for a in anchors
            ],
        )
    return number


def read_judgements(database: sqlite3.Connection) -> Iterator[tuple[int, Judgement]]:
    """All judgements with their numbers, in the order in which they were made."""
    for number, data in database.execute("SELECT number, data FROM judgements ORDER BY number"):
        yield number, decode(Judgement, json.loads(data))


def attach(
    database: sqlite3.Connection,
    reports_of: Callable[[str, str], Iterable[Report]],
    exists: Callable[[str], bool],
) -> Iterator[AttachedJudgement]:
    """All judgements, each named by the reports of today.

    Args:
        database: with `judgements` and `anchors`.
        reports_of: the reports of an article's text, by article_id and text_id.
        exists: whether a report of this id is there.
    """
    judgements = list(read_judgements(database))
    undone = _undone(judgements)
    overruled = _overruled([one for one in judgements if one[0] not in undone])
    for number, judgement in judgements:
        anchors = {
            row["report_id"]: Anchor(**{name: row[name] for name in Anchor.__slots__})
            for row in database.execute("SELECT * FROM anchors WHERE judgement = ?", (number,))
        }
        how: How = "id"
        today: dict[str, str] = {}
        for report_id in filter(None, (judgement.subject, judgement.other)):
            if exists(report_id):
                today[report_id] = report_id
                continue
            successor = _successor(anchors.get(report_id), reports_of)
            how = "carried" if successor and how != "orphaned" else "orphaned"
            today[report_id] = successor or report_id
        carried = replace(
            judgement,
            subject=today[judgement.subject],
            other=today[judgement.other] if judgement.other else None,
        )
        yield AttachedJudgement(
            number=number,
            judgement=carried if how == "carried" else judgement,
            how=how,
            undone=number in undone,
            overruled=number in overruled,
        )


def _undone(judgements: Sequence[tuple[int, Judgement]]) -> set[int]:
    """Numbers of the judgements that their own authors took back, and of those that did it."""
    authors = {number: judgement.by for number, judgement in judgements}
    undone = set()
    for number, judgement in judgements:
        if judgement.kind == "undo":
            undone.add(number)
            value = judgement.value or ""
            if value.isdigit() and authors.get(int(value)) == judgement.by:
                undone.add(int(value))
    return undone


def _overruled(judgements: Sequence[tuple[int, Judgement]]) -> set[int]:
    """Numbers of codings beside which a decision stands: all but the decision's own.

    A newer decision overrules older ones, unless both correct different fields.
    """
    decisions: dict[str, list[tuple[int, Judgement]]] = {}
    for number, judgement in judgements:
        if judgement.kind in _CODINGS and is_decision(judgement):
            standing = decisions.setdefault(judgement.subject, [])
            standing[:] = [
                one
                for one in standing
                if one[1].kind == judgement.kind == "correct" and one[1].field != judgement.field
            ]
            standing.append((number, judgement))
    stands = {number for standing in decisions.values() for number, _ in standing}
    return {
        number
        for number, judgement in judgements
        if judgement.kind in _CODINGS and judgement.subject in decisions and number not in stands
    }


def _successor(
    anchor: Anchor | None, reports_of: Callable[[str, str], Iterable[Report]]
) -> str | None:
    """The report whose trigger covers most of the anchor; ties to the first in the text."""
    if anchor is None:
        return None
    best, most = None, 0
    for report in reports_of(anchor.article_id, anchor.text_id):
        trigger = report.trigger
        shared = min(trigger.end, anchor.end) - max(trigger.start, anchor.start)
        if shared > most:
            best, most = report.report_id, shared
    return best
