"""The originals as they came: one compressed file each, named by the hash of its bytes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from reportedly.store.packing import pack_bytes, unpack_bytes


class RawFiles:
    """The folder `raw/`: ab/cd/abcd….zst."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, raw_id: str) -> Path:
        """Where an original lies, or would."""
        return self._folder / raw_id[:2] / raw_id[2:4] / f"{raw_id}.zst"

    def put_all(self, originals: Mapping[str, bytes]) -> None:
        """Keep originals, by their hashes; returns when all are on the disk.

        Waiting for the disk is most of the work, and the disk syncs many files almost as fast as
        one: eight threads are up to ten times as fast.
        """
        with ThreadPoolExecutor(max_workers=8) as threads:
            list(threads.map(self.put, originals, originals.values()))

    def put(self, raw_id: str, content: bytes) -> None:
        """Keep an original; a file that is there is complete, whenever the process dies."""
        path = self.path(raw_id)
        if path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        with unfinished.open("wb") as file:
            file.write(pack_bytes(content))
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)

    def copy(self, raw_id: str, other: RawFiles) -> None:
        """Copy an original, compressed as it is, into another folder that may have it already.

        Raises:
            FileNotFoundError: if it is not there.
        """
        path = other.path(raw_id)
        if path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        shutil.copyfile(self.path(raw_id), unfinished)
        unfinished.replace(path)

    def get(self, raw_id: str) -> bytes:
        """An original.

        Raises:
            FileNotFoundError: if it is not there.
        """
        return unpack_bytes(self.path(raw_id).read_bytes())

    def ids(self) -> Iterator[str]:
        """The hashes of all originals, in order."""
        for first in sorted(self._folder.glob("??")):
            for path in sorted(first.glob("??/*.zst")):
                yield path.stem

    def remove(self, raw_id: str) -> None:
        """Delete an original, if it is there."""
        with suppress(FileNotFoundError):
            self.path(raw_id).unlink()

    def remove_unfinished(self) -> None:
        """Delete files that a killed process left half written."""
        for path in self._folder.glob("??/??/*.part"):
            path.unlink(missing_ok=True)
