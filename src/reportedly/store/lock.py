"""One read or link at a time: a lock on a file that the system lets go when its holder dies."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from reportedly.errors import CollectionError

if sys.platform == "win32":
    import msvcrt

    def _seize(handle: IO[str]) -> None:
        handle.seek(_LOCKED_BYTE)
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _seize(handle: IO[str]) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_LOCKED_BYTE = 1 << 20  # beyond the text, which others may read while it is locked


@contextmanager
def held_lock(file: Path, action: str) -> Iterator[None]:
    """Hold the lock of a collection; the file tells others who does what with it.

    A file that a killed process left is no lock: the system has let it go.

    Raises:
        CollectionError: if another process holds it, with its number and what it does.
    """
    with file.open("a+", encoding="utf-8") as handle:
        try:
            _seize(handle)
        except OSError:
            raise CollectionError(f"{file.parent} is in use: {_holder(file)}") from None
        handle.seek(0)
        handle.truncate()
        about = {"process": os.getpid(), "host": socket.gethostname(), "action": action}
        json.dump(about, handle)
        handle.flush()
        try:
            yield
        finally:
            handle.seek(0)
            handle.truncate()
            handle.flush()


def _holder(file: Path) -> str:
    with suppress(OSError, ValueError, KeyError):
        about = json.loads(file.read_text(encoding="utf-8"))
        return f"process {about['process']} on {about['host']} runs '{about['action']}'"
    return "another process is about to read or link"
