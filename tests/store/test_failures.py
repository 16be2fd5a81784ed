"""Disks that are full, refused or far away, each in one clear line."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from reportedly.errors import CollectionError
from reportedly.store.failures import clear_failures, refuse_network
from reportedly.store.raw import RawFiles

MOUNTS = """\
/dev/vda / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/vdb /home/local ext4 rw 0 0
//server/share /mnt/my\\040share cifs rw 0 0
"""


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (sqlite3.OperationalError("database or disk is full"), "is full: free space"),
        (OSError(errno.ENOSPC, "No space left on device"), "is full: free space"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "is full: free space"),
        (OSError(errno.EROFS, "Read-only file system"), "cannot be written to"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
        (sqlite3.OperationalError("database is locked"), "another process writes"),
        (sqlite3.OperationalError("unable to open database file"), "check its permissions"),
        (sqlite3.DatabaseError("file is not a database"), "damaged database or another file"),
        (sqlite3.OperationalError("no such table: raws"), r"database failed \(no such table"),
    ],
)
def test_failures_are_one_clear_line(error: Exception, line: str) -> None:
    with pytest.raises(CollectionError, match=line) as raised, clear_failures(Path("news")):
        raise error
    assert "news" in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/anna/news", "nfs4"),
        ("/mnt/my share/news", "cifs"),
        ("/home/local/news", None),
        ("/srv/news", None),
        ("/homes/news", None),
    ],
)
def test_network_file_systems_are_refused(folder: str, kind: str | None) -> None:
    if kind is None:
        refuse_network(Path(folder), MOUNTS)
        return
    with pytest.raises(CollectionError, match=f"network file system .{kind}."):
        refuse_network(Path(folder), MOUNTS)


def test_an_original_that_cannot_be_written_leaves_nothing_that_looks_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    raws = RawFiles(tmp_path / "raw")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        raws.put_all({"abcd1234": b"bytes"})
    assert list(raws.ids()) == []
    monkeypatch.undo()
    raws.put_all({"abcd1234": b"bytes"})
    assert (list(raws.ids()), raws.get("abcd1234")) == (["abcd1234"], b"bytes")
