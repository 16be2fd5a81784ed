"""Open inputs, and the guards against archives that unpack without end."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO, cast

import zstandard

MAX_EXPANDED_BYTES = 4_000_000_000
_PEEK = 1 << 16
_MOST_TIMES = 100
_ZSTD_CHUNK = 1024  # of a hostile file: it may hold 32 MB
_GZIP_CHUNK = 1 << 16
_GZIP_FORMAT = 31  # zlib's window bits for gzip with its check sum
_GZIP_PROBE = 4096  # bytes of a member that tell how it begins
_GZIP_START = b"\x1f\x8b\x08"


class TooMuchError(Exception):
    """An archive gave more bytes than any honest input holds."""


@dataclass(slots=True)
class Budget:
    """How many bytes the archives of one input may still give."""

    left: int = MAX_EXPANDED_BYTES

    @classmethod
    def of_file(cls, size: int) -> Budget:
        """The budget of a file of so many bytes: texts shrink to a tenth, bombs to a thousandth."""
        budget = cls()
        budget.left = max(budget.left, _MOST_TIMES * size)
        return budget


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An input that is open for reading, as its outcomes will name it."""

    source: str
    name: str  # decides on the kind: the last part of the source
    stream: io.BufferedReader
    named: bool = False  # the user named this very file, it was not met in a folder
    layers: int = 0  # how many archives stand around it
    skip_damage: Callable[[bytes], bool] | None = None
    """After damage in an archive: go on at the next part of it that begins with some bytes."""
    budget: Budget = field(default_factory=Budget)

    def head(self) -> bytes:
        """The first bytes (up to 64 KB), without consuming them."""
        return self.stream.peek(_PEEK)[:_PEEK]


class _Counted(io.RawIOBase):
    """A stream that charges a budget for what it gives."""

    def __init__(self, inner: BinaryIO, budget: Budget) -> None:
        self._inner = inner
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._inner.read(len(buffer))
        self._budget.left -= len(data)
        if self._budget.left < 0:
            raise TooMuchError("archive unpacks to more than any honest one of its size")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._inner.close()
        super().close()


class _Gzip:
    """The members of a gzip file; unlike the library's reader it can go on behind a damaged one."""

    def __init__(self, inner: BinaryIO) -> None:
        self._inner = inner
        self._packed = b""
        self._member: Any = None  # zlib's own type cannot be imported

    def read(self, size: int) -> bytes:
        while True:
            if not self._packed:
                self._packed = self._inner.read(_GZIP_CHUNK)
            if self._member is None and not self._begin():
                return b""
            if not self._packed:
                raise EOFError("the gzip file ends within a member")
            given: bytes = self._member.decompress(self._packed, size)
            self._packed = self._member.unconsumed_tail
            if self._member.eof:
                self._packed, self._member = self._member.unused_data, None
            if given:
                return given

    def _begin(self) -> bool:
        """Begin the next member; False at the end of the file, which zeros may fill up."""
        while not (rest := self._packed.lstrip(b"\0")):
            self._packed = self._inner.read(_GZIP_CHUNK)
            if not self._packed:
                return False
        self._packed = rest if len(rest) > 1 else rest + self._inner.read(_GZIP_CHUNK)
        if not self._packed.startswith(_GZIP_START[:2]):
            raise OSError("no gzip file, or rubbish behind one")
        self._member = zlib.decompressobj(_GZIP_FORMAT)
        return True

    def skip_damage(self, begins: bytes) -> bool:
        """Stand at the next member that begins with some bytes; False where there is none."""
        self._member = None
        at = 1  # not the damaged one again
        while True:
            at = self._packed.find(_GZIP_START, at)
            if at < 0:
                kept = self._packed[1 - len(_GZIP_START) :]
                more = self._inner.read(_GZIP_CHUNK)
                self._packed, at = kept + more, 0
                if not more:
                    self._packed = b""
                    return False
            elif self._holds(at, begins):
                self._packed = self._packed[at:]
                return True
            else:
                at += 1

    def _holds(self, at: int, begins: bytes) -> bool:
        """Whether a member that begins so stands there: other bytes may look like a member."""
        if len(self._packed) - at < _GZIP_PROBE:
            self._packed += self._inner.read(_GZIP_CHUNK)
        probe = zlib.decompressobj(_GZIP_FORMAT)
        try:
            found = probe.decompress(self._packed[at : at + _GZIP_PROBE], len(begins))
        except zlib.error:
            return False
        return found == begins

    def close(self) -> None:
        self._inner.close()


class _Zstd:
    """The frames of a zstd file; unlike the library's reader it tells one that is cut short."""

    def __init__(self, inner: BinaryIO) -> None:
        self._inner = inner
        # windows of long-range compression, as archives of dumps use them
        self._library = zstandard.ZstdDecompressor(max_window_size=1 << 31)
        self._frame = self._library.decompressobj()
        self._begun = False
        self._ready = io.BytesIO()

    def read(self, size: int) -> bytes:
        while not (given := self._ready.read(size)):
            packed = self._inner.read(_ZSTD_CHUNK)
            if not packed:
                if self._begun:
                    raise EOFError("the zstd file ends within a frame")
                return b""
            self._take(packed)
        return given

    def _take(self, packed: bytes) -> None:
        pieces = []
        while packed:
            self._begun = True
            pieces.append(self._frame.decompress(packed))
            packed = self._frame.unused_data if self._frame.eof else b""
            if self._frame.eof:
                self._frame, self._begun = self._library.decompressobj(), False
        self._ready = io.BytesIO(b"".join(pieces))

    def close(self) -> None:
        self._inner.close()


def buffered(inner: io.RawIOBase) -> io.BufferedReader:
    """A stream with a buffer that is large enough for looking ahead."""
    return io.BufferedReader(inner, _PEEK)


def unpacked(inner: BinaryIO, budget: Budget) -> io.BufferedReader:
    """A stream out of an archive, counted against the budget."""
    return io.BufferedReader(_Counted(inner, budget), _PEEK)


def gunzipped(opened: Opened, name: str) -> Opened:
    """What a gzip file holds, under the name without '.gz'."""
    stream = _Gzip(opened.stream)
    inside = _inside(opened, name, cast(BinaryIO, stream))
    return replace(inside, skip_damage=stream.skip_damage)


def unzstd(opened: Opened, name: str) -> Opened:
    """What a zstd file holds, under the name without '.zst'."""
    return _inside(opened, name, cast(BinaryIO, _Zstd(opened.stream)))


def _inside(opened: Opened, name: str, stream: BinaryIO) -> Opened:
    return Opened(
        source=opened.source,
        name=name,
        stream=unpacked(stream, opened.budget),
        named=opened.named,
        layers=opened.layers + 1,
        budget=opened.budget,
    )


def read_limited(stream: BinaryIO, limit: int) -> bytes | None:
    """All bytes of a stream, or None where there are more than the limit."""
    content = stream.read(limit + 1)
    return None if len(content) > limit else content
