"""Rows of earlier exports of which the record is expunged, in the logs of these exports."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from reportedly.export.row_log import ENDING, shown_key
from reportedly.wording import Wording

_LONG = 8  # characters of an id that may stand inside a key (`e-1b2…-2024-03-01`)


class _Ids:
    """Tells keys that are one of some ids, or hold one."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._whole = frozenset(ids)
        inside = sorted(one for one in self._whole if len(one) >= _LONG)
        self._inside = re.compile("|".join(map(re.escape, inside))) if inside else None

    def name(self, key: str) -> bool:
        if key in self._whole or (self._inside is not None and self._inside.search(key)):
            return True
        return key.startswith("[") and any(part in self._whole for part in json.loads(key))


def gone_rows(folder: Path, ids: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """(export, part, key) of the rows of earlier exports that these records gave."""
    gone = _Ids(ids)
    for file in sorted(folder.glob(f"*{ENDING}")):
        with closing(sqlite3.connect(file)) as database:
            rows = database.execute("SELECT part, key FROM rows ORDER BY part, key")
            for part, key in rows:
                if gone.name(shown_key(key)):
                    yield file.stem, part, shown_key(key)


def scrub_logs(folder: Path, ids: Iterable[str], wording: Wording) -> None:
    """Take digests of rows with these ids, and keys that are words, out of the logs.

    A row without its digest counts as changed at the next `--since`.
    """
    for unfinished in folder.glob("*.part"):
        unfinished.unlink(missing_ok=True)
    named = _Ids(ids)
    for file in sorted(folder.glob(f"*{ENDING}")):
        with closing(sqlite3.connect(file, isolation_level=None)) as database:
            database.execute("PRAGMA secure_delete = ON")
            changed = False
            database.execute("BEGIN")
            for part, key in database.execute("SELECT part, key FROM rows").fetchall():
                shown = shown_key(key)
                if wording.spans(shown):
                    query = "DELETE FROM rows WHERE part = ? AND key = ?"
                elif named.name(shown):
                    query = "UPDATE rows SET digest = x'' WHERE part = ? AND key = ?"
                else:
                    continue
                changed = True
                database.execute(query, (part, key))
            database.execute("COMMIT")
            if changed:
                database.execute("VACUUM")
