"""Which rows an export had: keys and digests on disk, so that a later one tells what changed.

A log is `exports/ID.rows` in the collection's folder, an SQLite file of about 60 bytes a row. It
holds ids and hashes, no words. ID is a hash of the format and all rows, so equal exports have
one log. Deleting a log costs nothing but `--since ID`.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from reportedly.errors import OptionError

ENDING = ".rows"
_DIGEST = 8  # bytes: rows are compared under one key only
_ID = 12  # hexadecimal digits
_CACHE = -8000  # KiB
_TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE rows (part TEXT, key, digest BLOB NOT NULL, PRIMARY KEY (part, key)) WITHOUT ROWID;
"""


class RowLog:
    """The rows of the export that is being written, beside those of an earlier one.

    Args:
        folder: where logs are kept; None keeps none.
        format_name: of both exports.
        since: id of the earlier export.

    Raises:
        OptionError: if there is no log of the earlier export, or it has another format.
    """

    def __init__(self, folder: Path | None, format_name: str, since: str | None = None) -> None:
        self.folder, self._format = folder, format_name
        earlier = _find(folder, since) if since else None
        self.since = earlier.stem if earlier else None
        self._file: Path | None = None
        if folder is not None:
            folder.mkdir(exist_ok=True)
            handle, name = tempfile.mkstemp(suffix=".part", dir=folder)
            os.close(handle)
            self._file = Path(name)
        self._hash = hashlib.sha256(format_name.encode())
        self._database = sqlite3.connect(self._file or "", isolation_level=None, uri=True)
        # a log that was not finished is thrown away: it needs no journal
        self._database.executescript(
            f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = {_CACHE};"
            + _TABLES
        )
        if earlier is not None:
            uri = f"{earlier.absolute().as_uri()}?mode=ro"
            self._database.execute("ATTACH ? AS earlier", (uri,))
            self._refuse_other_format()
        self._database.execute("BEGIN")

    def add(self, part: str, key: str, content: str) -> str | None:
        """Note a row.

        Returns:
            'added', 'changed' or 'same' beside the earlier export ('added' without one); None
            where the row was noted before.
        """
        digest = hashlib.blake2b(content.encode("utf-8", "replace"), digest_size=_DIGEST).digest()
        stored = _stored(key)
        noted = self._database.execute(
            "INSERT OR IGNORE INTO rows VALUES (?, ?, ?)", (part, stored, digest)
        ).rowcount
        if not noted:
            return None
        self._hash.update(f"{part}\t{key}\t".encode("utf-8", "replace") + digest)
        if self.since is None:
            return "added"
        row = self._database.execute(
            "SELECT digest FROM earlier.rows WHERE part = ? AND key = ?", (part, stored)
        ).fetchone()
        return "added" if row is None else "same" if row[0] == digest else "changed"

    def deleted(self) -> Iterator[tuple[str, str]]:
        """(part, key) of rows that the earlier export had and this one has not, in order."""
        if self.since is None:
            return
        query = (
            "SELECT part, key FROM earlier.rows AS old WHERE NOT EXISTS"
            " (SELECT 1 FROM main.rows AS new WHERE new.part = old.part AND new.key = old.key)"
            " ORDER BY part, key"
        )
        with closing(self._database.execute(query)) as rows:
            for part, key in rows:
                yield part, shown_key(key)

    @property
    def id(self) -> str:
        """The id of the export, when all rows are noted."""
        return self._hash.hexdigest()[:_ID]

    def keep(self) -> None:
        """Put the log in its place."""
        self._database.execute("INSERT INTO facts VALUES ('format', ?)", (self._format,))
        self._database.execute("COMMIT")
        self._database.close()
        if self._file is not None and self.folder is not None:
            self._file.replace(self.folder / f"{self.id}{ENDING}")

    def __enter__(self) -> RowLog:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._database.close()
        if self._file is not None:
            self._file.unlink(missing_ok=True)  # one that was kept has another name by now

    def _refuse_other_format(self) -> None:
        row = self._database.execute(
            "SELECT value FROM earlier.facts WHERE name = 'format'"
        ).fetchone()
        if row is None or row[0] != self._format:
            was = row[0] if row else "unknown"
            self.__exit__(None, None, None)
            raise OptionError(f"--since {self.since} was an export as {was}, not {self._format}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedExport:
    """One export, as the log of its collection has it."""

    id: str
    format: str
    path: str
    what: str  # counts, and the reason of a restricted one

    def __str__(self) -> str:
        return f"{self.id} {self.format} to {self.path}: {self.what}"


_LOGGED = re.compile(r"([0-9a-f]{12}) (\S+) to (.*?): (.*)", re.DOTALL)


def read_logged(detail: str) -> LoggedExport | None:
    """The export of a line of the log; None for one that has no id."""
    match = _LOGGED.fullmatch(detail)
    if match is None:
        return None
    export_id, name, path, what = match.groups()
    return LoggedExport(id=export_id, format=name, path=path, what=what)


def logged_rows(
    entries: Iterable[tuple[str, str, str]], folder: Path
) -> Iterator[dict[str, object]]:
    """The exports among (time, action, detail) of a collection's log, as rows of a table.

    Args:
        entries: the log.
        folder: where the logs of rows are kept, which `--since` needs.
    """
    for at, action, detail in entries:
        logged = read_logged(detail) if action == "export" else None
        if logged is not None:
            yield {
                "id": logged.id,
                "at": at,
                "format": logged.format,
                "path": logged.path,
                "what": logged.what,
                "since_may_name_it": (folder / f"{logged.id}{ENDING}").is_file(),
            }


def keys_of_export(folder: Path, export_id: str) -> list[tuple[str, str]]:
    """(part, key) of all rows of an export; none where its log is gone."""
    file = folder / f"{export_id}{ENDING}"
    if not file.is_file():
        return []
    with closing(sqlite3.connect(file)) as database:
        rows = database.execute("SELECT part, key FROM rows ORDER BY part, key")
        return [(part, shown_key(key)) for part, key in rows]


def _find(folder: Path | None, since: str) -> Path:
    found = sorted(folder.glob(f"*{ENDING}")) if folder and folder.is_dir() else []
    fits = [path for path in found if path.stem.startswith(since)]
    if len(fits) != 1:
        several = f"{len(fits)} exports begin with" if fits else "no export has the id"
        raise OptionError(f"{several} {since}: `reportedly exports` lists them")
    return fits[0]


def _stored(key: str) -> str | bytes:
    """A key as it is kept: hashes take half the room as bytes."""
    if len(key) >= _ID and len(key) % 2 == 0 and not key.strip("0123456789abcdef"):
        return bytes.fromhex(key)
    return key.encode("utf-8", "replace").decode("utf-8")


def shown_key(stored: str | bytes) -> str:
    """A stored key as the export had it."""
    return stored.hex() if isinstance(stored, bytes) else stored
