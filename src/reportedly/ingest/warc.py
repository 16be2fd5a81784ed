"""Pages of WARC files, as crawlers keep them."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO, cast

from fastwarc.stream_io import BrotliReader, ChunkedReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from reportedly.ingest.outcomes import Outcome, Skipped, problem, too_large
from reportedly.ingest.streams import Opened
from reportedly.records import RawDocument

# requests, metadata and the like are about pages, and no inputs
_PAGES = (
    WarcRecordType.response
    | WarcRecordType.resource
    | WarcRecordType.conversion
    | WarcRecordType.revisit
    | WarcRecordType.continuation
)
_HTML = frozenset(("text/html", "application/xhtml+xml"))
_TEXT = frozenset(("text/plain",))
_BROKEN_BYTES = (OSError, EOFError, ValueError, RuntimeError, zlib.error)
_GZIP_OR_ZLIB = 47  # the window bits by which zlib tells them apart itself


def read_warc(opened: Opened, limit: int) -> Iterator[Outcome]:
    """The pages of a WARC file, whole or unpacked from gzip; positions count them from 1.

    A response that is no page, or no success, gives `Skipped`. A record that cannot be read ends
    the file with one problem: after it nothing tells where the next one begins.
    """
    position = 0
    # pages are decoded here: the iterator's own decoding ends the file at a page that breaks
    stream = cast(BinaryIO, _Forward(opened.stream))
    records = ArchiveIterator(stream, record_types=_PAGES, auto_decode="none", stream_detect=False)
    while True:
        position += 1
        try:
            with _no_panic():
                record = next(records, None)
        except _BROKEN_BYTES as error:
            reason = f"broken WARC record, the rest was not read: {error}"
            yield problem(opened.source, reason, position=position)
            return
        if record is None:
            break
        yield _outcome(record, opened.source, position, limit)
    if position == 1:
        yield problem(opened.source, "WARC file without pages")


def _outcome(record: WarcRecord, source: str, position: int, limit: int) -> Outcome:
    left_aside = _why_no_page(record)
    if left_aside:
        return Skipped(source=source, reason=left_aside, position=position)
    promised = record.content_length
    try:
        with _no_panic():
            content = record.reader.read(limit + 1)
        whole = len(content) >= min(promised, limit + 1)
        content = _decoded(record, content, limit) if whole else content
    except _BROKEN_BYTES as error:
        return problem(source, f"broken WARC record: {error}", position=position)
    if not whole:
        return problem(source, "WARC record that is cut short", position=position)
    if len(content) > limit:
        return problem(source, too_large(limit), position=position)
    if not content.strip():
        return problem(source, "WARC record without content", position=position)
    url = record.headers.get("WARC-Target-URI")
    return RawDocument(
        raw_id=hashlib.sha256(content).hexdigest(),
        content=content,
        media="html" if _media(record) in _HTML else "text",
        source=source,
        position=position,
        retrieved=record.headers.get("WARC-Date"),
        url=url.strip("<>") if url else None,
    )


class _Forward:
    """A stream that can only be read on: the iterator would search others that offer it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._given = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._given += len(data)
        return data

    def tell(self) -> int:
        return self._given


@contextmanager
def _no_panic() -> Iterator[None]:
    """Make a fault of the WARC library an error like others: its own kind passes all handlers."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise ValueError("the WARC library failed") from error


def _decoded(record: WarcRecord, content: bytes, limit: int) -> bytes:
    """The page as a browser would have had it, by the server's own headers; not beyond the limit.

    Many crawlers keep pages decoded, and the headers that tell of it too.
    """
    if record.http_headers is None:
        return content
    told = {name.lower(): value.lower() for name, value in record.http_headers.asdict().items()}
    if "chunked" in told.get("transfer-encoding", ""):
        with suppress(OSError):
            content = bytes(ChunkedReader(io.BytesIO(content)).read(limit + 1))
    coding = told.get("content-encoding", "").strip()
    if coding in ("gzip", "x-gzip", "deflate") and content[:1] in (b"\x1f", b"\x78"):
        return _inflated(content, limit)
    if coding == "br" and not content.lstrip().startswith(b"<"):
        return bytes(BrotliReader(io.BytesIO(content)).read(limit + 1))
    return content


def _inflated(content: bytes, limit: int) -> bytes:
    inflater = zlib.decompressobj(_GZIP_OR_ZLIB)
    page = inflater.decompress(content, limit + 1)
    if not inflater.eof and len(page) <= limit:
        raise EOFError("its compression ends too early")
    return page


def _why_no_page(record: WarcRecord) -> str | None:
    """Why a record is left aside, None for a page or text."""
    if record.record_type == WarcRecordType.revisit:
        return "a page that was met before (WARC revisit)"
    if record.record_type == WarcRecordType.continuation:
        return "a part of a record (WARC continuation)"
    if record.record_type == WarcRecordType.response:
        if record.http_headers is None:
            return "no answer of a web server"
        status = record.http_headers.status_code
        if status != 200:
            return f"answer of a web server with status {status}"
    media = _media(record)
    if media not in _HTML | _TEXT:
        return f"not a kind of page that is read: {media or 'of no kind'}"
    return None


def _media(record: WarcRecord) -> str | None:
    media = (
        record.http_content_type
        if record.record_type == WarcRecordType.response
        else record.headers.get("Content-Type")
    )
    return media.partition(";")[0].strip().lower() if media else None
