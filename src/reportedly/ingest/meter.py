"""How much of the files was read: what a progress bar needs, and nothing else does."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reportedly.ingest.folders import files_below


class Meter:
    """Bytes read so far, and in all once they are counted."""

    def __init__(self) -> None:
        self.total: int | None = None
        self._finished = 0
        self._stream: Any = None
        self._size = 0

    def measure(self, paths: Sequence[str | Path]) -> None:
        """Count the bytes of all files beside the reading; millions of files take a while."""
        threading.Thread(target=self._measure, args=(tuple(paths),), daemon=True).start()

    def _measure(self, paths: Sequence[str | Path]) -> None:
        self.total = sum(_size(file) for path in paths for file in _files(Path(path)))

    @contextmanager
    def reading(self, path: Path, stream: Any) -> Iterator[None]:  # noqa: ANN401  a raw file
        """Watch an open file until it is read."""
        self._size, self._stream = _size(path), stream
        try:
            yield
        finally:
            self._stream = None
            self._finished += self._size

    @property
    def done(self) -> int:
        """Bytes of the files that are read, and of the one that is being read so far."""
        stream = self._stream
        if stream is None or stream.closed:
            return self._finished
        # archives are read back and forth
        return self._finished + min(int(stream.tell()), self._size)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for found in files_below(path):
        if isinstance(found, Path):
            yield found


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
