"""A copy of a collection as it is at one moment, made while reads and judgements go on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from reportedly.errors import CollectionError
from reportedly.store.database import fact, reading, set_fact
from reportedly.store.failures import clear_failures
from reportedly.store.raw import RawFiles

MARK = "BACKUP.txt"
"""The file that tells a backup from a collection that somebody reads into."""

_SOME = 500  # originals between two words of progress


def back_up(
    folder: Path, target: Path, on_progress: Callable[[int, int], None] | None = None
) -> int:
    """Copy a collection into a folder that is empty, or holds an older backup; gives originals.

    The database is copied as it stands at one moment. Originals are on the disk before the
    database names them, so all that it names are there. The index is left out: it is made anew.

    Args:
        folder: the collection.
        target: where to; what an older backup has there is not copied again.
        on_progress: called now and then with originals done and all of them.

    Raises:
        CollectionError: if the target holds anything else, an original is gone, or a disk fails.
    """
    with clear_failures(target):
        if target.resolve() == folder.resolve():
            raise CollectionError(f"{target} is the collection itself: choose another folder")
        if target.is_file() or (
            target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file()
        ):
            raise CollectionError(f"{target} is not empty and no backup: choose another folder")
        target.mkdir(parents=True, exist_ok=True)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        (target / MARK).write_text(f"A backup of {folder.resolve()}, made {now}.\n", "utf-8")
        unfinished = target / "collection.db.part"
        _copy_database(folder / "collection.db", unfinished)
        originals = _copy_originals(folder, target, unfinished, on_progress)
        _copy_links(folder, target, unfinished)
        for suffix in ("-wal", "-shm"):
            (target / f"collection.db{suffix}").unlink(missing_ok=True)
        unfinished.replace(target / "collection.db")
    return originals


def _copy_database(file: Path, copy: Path) -> None:
    """Copy in one go: a copy by steps begins anew with each write of another process."""
    copy.unlink(missing_ok=True)
    with reading(file) as source, closing(sqlite3.connect(copy)) as database:
        source.backup(database)
        database.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it


def _copy_originals(
    folder: Path, target: Path, database: Path, on_progress: Callable[[int, int], None] | None
) -> int:
    here, there = RawFiles(folder / "raw"), RawFiles(target / "raw")
    with reading(database) as copy:
        total = int(copy.execute("SELECT count(*) FROM raws").fetchone()[0])
        for done, (raw_id,) in enumerate(copy.execute("SELECT raw_id FROM raws"), start=1):
            try:
                here.copy(raw_id, there)
            except FileNotFoundError:
                raise CollectionError(
                    f"{folder} lacks the original {raw_id}: see what check says"
                ) from None
            if on_progress and (done % _SOME == 0 or done == total):
                on_progress(done, total)
    return total


def _copy_links(folder: Path, target: Path, database: Path) -> None:
    """Copy the links that count; where they are gone by now, the backup is not linked."""
    with closing(sqlite3.connect(database, isolation_level=None)) as copy:
        number = fact(copy, "links") or 0
        links = folder / f"links-{number}.db"
        for former in target.glob("links-*.db*"):
            former.unlink()
        if number and links.is_file():
            _copy_database(links, target / links.name)
        elif number:
            set_fact(copy, "links", 0)
            copy.execute("DELETE FROM facts WHERE name = 'linked'")
