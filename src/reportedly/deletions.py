"""The feed of deletions: rows of earlier exports of which the record is gone; ids and no words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TextIO

from reportedly.errors import OptionError
from reportedly.export.fields import Field, names
from reportedly.export.files import csv_rows
from reportedly.export.row_log import keys_of_export, logged_rows
from reportedly.store import Collection
from reportedly.tables import Row

FIELDS = (
    Field("export", "code", "id of the export that held the row"),
    Field("format", "code", "its format"),
    Field("part", "code", "companion that held the row, empty for the file itself"),
    Field("key", "code", "the row's key: an id, or several columns as a JSON list"),
    Field("reason", "code", "`expunged`, `merged` (into `now`) or `vanished`"),
    Field("on", "date", "when it was expunged; else when the collection last changed"),
    Field("now", "code", "the event that has its reports, where it was merged"),
)
_EVENT = re.compile(r"e-[0-9a-f]{12,}")
_HASH = re.compile(r"[0-9a-f]{64}")
_CHANGES = frozenset({"read", "link", "reanalyse", "merge", "repair", "expunge"})


def deleted_rows(collection: Collection, since: str | None = None) -> Iterator[Row]:
    """Rows of earlier exports of which the record is gone, in the order of the exports.

    Rows whose keys hold no id of ours (names of a graph, outlets) are left to `export --since`.

    Args:
        collection: whose exports.
        since: id of an export (or its beginning), or a day as YYYY-MM-DD; None takes all.

    Raises:
        OptionError: if there is no such export.
    """
    folder = collection.folder / "exports"
    logged = _chosen(list(logged_rows(collection.log_entries(), folder)), since)
    expunged = list(collection.expunged.exported_rows())
    merged = {e.event_id: e.merged_into for e in collection.links.events()}
    there = _ids_of(collection)
    changed = max((at for at, what, _ in collection.log_entries() if what in _CHANGES), default="")
    for export in logged:
        known = set[tuple[str, str]]()
        head = {"export": export["id"], "format": export["format"]}
        for at, export_id, part, key in expunged:
            if export_id == export["id"] and (part, key) not in known:
                known.add((part, key))
                row = {"part": part, "key": key, "reason": "expunged", "on": at[:10], "now": ""}
                yield {**head, **row}
        for part, key in keys_of_export(folder, str(export["id"])):
            ids = [*_EVENT.findall(key), *_HASH.findall(key)]
            if (part, key) in known or not ids or not (gone := set(ids) - there):
                continue
            heir = next((merged[one] for one in sorted(gone) if merged.get(one)), None)
            reason = "merged" if heir else "vanished"
            row = {"part": part, "key": key, "reason": reason, "on": changed[:10]}
            yield {**head, **row, "now": heir or ""}


def write_deletions(rows: Iterable[Row], into: TextIO) -> int:
    """Write the feed as CSV; gives how many rows it has."""
    write, count = csv_rows(into, names(FIELDS)), 0
    for row in rows:
        write(row)
        count += 1
    return count


def _chosen(logged: list[dict[str, object]], since: str | None) -> list[dict[str, object]]:
    latest = {str(row["id"]): row for row in logged}  # equal exports are one
    rows = list(latest.values())
    if since is None:
        return rows
    try:
        day = date.fromisoformat(since).isoformat()
    except ValueError:
        chosen = [row for row in rows if str(row["id"]).startswith(since)]
        if len(chosen) != 1:
            raise OptionError(f"no export {since!r}: `reportedly exports` lists them") from None
        return chosen
    return [row for row in rows if str(row["at"])[:10] >= day]


def _ids_of(collection: Collection) -> set[str]:
    """The ids of all records that stand."""
    ids = {event.event_id for event in collection.links.events() if event.merged_into is None}
    ids |= {echo.echo_id for echo in collection.links.echoes()}
    ids |= {one.campaign_id for one in collection.links.campaigns()}
    for analysis in collection.analyses(latest=False):
        ids.add(analysis.article_id)
        ids |= {report.report_id for report in analysis.reports}
    return ids
