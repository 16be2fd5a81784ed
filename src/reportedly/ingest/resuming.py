"""A stream of WARC records that finds the next one again behind damage."""

from __future__ import annotations

import re
import zlib

from reportedly.ingest.streams import Opened

BROKEN_BYTES = (OSError, EOFError, ValueError, RuntimeError, zlib.error)
"""What reading damaged bytes raises."""

_RECORD = re.compile(rb"WARC/\d\.\d+\r?\n(?=[A-Za-z-]+:)")
_BEFORE = b"\n\0"  # a record has lines of its own; a hole that a crash left may precede it
_START = b"WARC/"
_CHUNK = 1 << 16
_MOST_KEPT = 1 << 26  # bytes since the last record: of a longer one only the end is searched
_ENOUGH = 64  # bytes that tell whether a record begins here


class ResumingStream:
    """What the WARC library reads from; it may only read on, and would search other streams.

    Bytes since the beginning of the last record are kept, since a wrong length makes one record
    swallow those behind it.
    """

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._ready = bytearray()  # found on the way to a record and not given yet
        self._kept = bytearray()
        self._kept_from = 0  # offset of `_kept`, counted as `tell` counts

    def read(self, size: int = -1) -> bytes:
        """Some bytes, at most `size`; none at the end."""
        if self._ready:
            data = bytes(self._ready[:size] if size >= 0 else self._ready)
            del self._ready[: len(data)]
        else:
            # one look at the file alone: what precedes damage must not be lost with it
            data = self._opened.stream.read1(size)
        self._kept += data
        surplus = len(self._kept) - _MOST_KEPT
        if surplus > 0:
            del self._kept[:surplus]
            self._kept_from += surplus
        return data

    def tell(self) -> int:
        """How many bytes were given since the stream last stood at a record anew."""
        return self._kept_from + len(self._kept)

    def begun(self, offset: int) -> None:
        """A record was found to begin at this offset: what precedes it is done."""
        done = min(max(offset - self._kept_from, 0), len(self._kept))
        del self._kept[:done]
        self._kept_from += done

    def go_on(self) -> bool:
        """Stand at the next record behind the one that begun last; False where there is none."""
        waiting = self._kept[1:] + self._ready
        self._kept, self._ready, self._kept_from = bytearray(), bytearray(), 0
        while True:
            found = _record_in(waiting)
            if found is not None and len(waiting) - found >= _ENOUGH:
                self._ready = waiting[found:]
                return True
            # a beginning may stand across two chunks
            waiting = waiting[found - 1 if found is not None else -_ENOUGH :]
            more = self._more()
            if more is None:
                waiting = bytearray(b"\n")  # what stands behind begins anew
                if self._opened.skip_damage is None or not self._opened.skip_damage(_START):
                    return False
            elif not more:
                self._ready = waiting[1:] if found is not None else bytearray()
                return found is not None
            else:
                waiting += more

    def _more(self) -> bytes | None:
        """The next bytes of the file, None where they are damaged."""
        try:
            return self._opened.stream.read1(_CHUNK)
        except BROKEN_BYTES:
            return None


def _record_in(data: bytearray) -> int | None:
    """Where the first record in some bytes begins."""
    starts = (match.start() for match in _RECORD.finditer(data))
    return next((start for start in starts if start and data[start - 1] in _BEFORE), None)
