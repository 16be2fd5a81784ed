"""What can go wrong with a disk, said in one clear line; and folders that are refused."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportedly.errors import CollectionError

_FULL = {errno.ENOSPC, errno.EDQUOT}
_ROOM = 1 << 17  # bytes that a write of the database may want at least
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}

# SQLite's write-ahead log needs memory shared between processes, which these do not have
_NETWORK = {
    "9p",
    "afs",
    "ceph",
    "cifs",
    "fuse.glusterfs",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.sshfs",
    "gpfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
}


@contextmanager
def clear_failures(folder: Path) -> Iterator[None]:
    """Turn errors of the database and the disk into a CollectionError with one line."""
    try:
        yield
    except sqlite3.Error as error:
        raise CollectionError(_of_database(folder, error)) from error
    except OSError as error:
        raise CollectionError(_of_disk(folder, error)) from error


def _of_database(folder: Path, error: sqlite3.Error) -> str:
    words = str(error)
    if "full" in words or ("I/O" in words and _has_no_room(folder)):
        return _full(folder)
    if "locked" in words or "busy" in words:
        return f"{folder} is busy: another process writes to it; try again"
    if "readonly" in words or "unable to open" in words:
        return f"{folder} cannot be written to or opened: check its permissions"
    if "not a database" in words or "malformed" in words:
        return f"{folder} holds a damaged database or another file in its place ({words})"
    return f"{folder}: the database failed ({words})"


def _of_disk(folder: Path, error: OSError) -> str:
    if error.errno in _FULL:
        return _full(folder)
    if error.errno in _REFUSED:
        return f"{folder} cannot be written to: {error.strerror}"
    return f"{folder}: {error.strerror or error}"


def _has_no_room(folder: Path) -> bool:
    """Whether the disk is full; a log that cannot grow is told as an input or output error."""
    try:
        return shutil.disk_usage(folder).free < _ROOM
    except OSError:
        return False


def _full(folder: Path) -> str:
    return (
        f"the disk of {folder} is full: free space and run the same command again; "
        "what was written so far is kept"
    )


def refuse_network(folder: Path, mounts: str | None = None) -> None:
    """Refuse a folder on a network file system, where the database could be damaged.

    Args:
        folder: existing or not.
        mounts: lines as in /proc/self/mounts; without it the system's, where it has one.

    Raises:
        CollectionError: with the kind of file system.
    """
    if mounts is None:
        try:
            mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return  # not Linux: the system does not tell in one simple place
    where = folder.absolute().resolve()
    holding = ("", "")
    for line in mounts.splitlines():
        parts = line.split(" ")
        point = parts[1].replace("\\040", " ") if len(parts) > 2 else ""
        if point and where.is_relative_to(point) and len(point) >= len(holding[0]):
            holding = (point, parts[2])
    if holding[1] in _NETWORK:
        raise CollectionError(
            f"{folder} is on a network file system ({holding[1]}): a collection needs a local disk"
        )
