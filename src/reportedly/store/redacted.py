"""The last step of a redacted copy: no originals, masked texts, and databases of one file each."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from reportedly.store.database import set_fact
from reportedly.store.failures import clear_failures

WITHOUT_ORIGINALS = "without_originals"
"""The fact that tells `check` that originals are left out on purpose."""


def finish_redacted(folder: Path) -> None:
    """Mark all texts as masked, leave the originals out, and write each database whole.

    Raises:
        CollectionError: if the disk or a database fails.
    """
    with clear_failures(folder):
        shutil.rmtree(folder / "raw", ignore_errors=True)
        for file in sorted(folder.glob("*.db")):
            with closing(sqlite3.connect(file, isolation_level=None)) as database:
                if file.name == "collection.db":
                    database.execute("UPDATE texts SET masked = 1")
                    set_fact(database, WITHOUT_ORIGINALS, 1)
                database.execute("PRAGMA journal_mode = DELETE")  # no log beside it
                database.execute("VACUUM")
        (folder / "lock").unlink(missing_ok=True)
