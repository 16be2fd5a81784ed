"""Pages of WARC files, as crawlers keep them."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import BinaryIO, cast

from fastwarc.stream_io import BrotliReader, ChunkedReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from reportedly.ingest.outcomes import Outcome, Skipped, problem, too_large
from reportedly.ingest.resuming import BROKEN_BYTES, ResumingStream
from reportedly.ingest.streams import Opened
from reportedly.records import Problem, RawDocument

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
_MOST_DAMAGES = 1000  # of one file; each costs a search
_GZIP_OR_ZLIB = 47  # the window bits by which zlib tells them apart itself


def read_warc(opened: Opened, limit: int) -> Iterator[Outcome]:
    """The pages of a WARC file, whole or unpacked from gzip; positions count them from 1.

    A response that is no page, or no success, gives `Skipped`. A damaged record gives a problem,
    and reading goes on at the next that is found behind it.
    """
    stream = ResumingStream(opened)
    records = _records(stream)
    position = damages = 0
    while True:
        position += 1
        outcome, damaged = _next_outcome(stream, records, opened.source, position, limit)
        if outcome is None:
            break
        if damaged:
            damages += 1
            resumed = damages < _MOST_DAMAGES and stream.go_on()
            if isinstance(outcome, Problem) and not resumed:
                outcome = replace(
                    outcome, reason=f"{outcome.reason}, and no record was found behind it"
                )
            yield outcome
            if not resumed:
                return
            records = _records(stream)
        else:
            yield outcome
    if position == 1:
        yield problem(opened.source, "WARC file without pages")


def _records(stream: ResumingStream) -> ArchiveIterator:
    # pages are decoded here: the iterator's own decoding ends the file at a page that breaks
    return ArchiveIterator(
        cast(BinaryIO, stream), record_types=_PAGES, auto_decode="none", stream_detect=False
    )


def _next_outcome(
    stream: ResumingStream, records: ArchiveIterator, source: str, position: int, limit: int
) -> tuple[Outcome | None, bool]:
    """What the next record gives, None at the end, and whether the file is damaged there."""
    try:
        with _no_panic():
            record = next(records, None)
            if record is None:
                return None, False
            stream.begun(record.stream_pos)
            left_aside = _why_no_page(record)
            if left_aside:
                return Skipped(source=source, reason=left_aside, position=position), False
            promised = record.content_length
            content = record.reader.read(limit + 1)
    except BROKEN_BYTES as error:
        return problem(source, f"broken WARC record: {error}", position=position), True
    if len(content) < min(promised, limit + 1):
        return problem(source, "WARC record that is cut short", position=position), True
    return _outcome(record, content, source, position, limit), False


def _outcome(
    record: WarcRecord, content: bytes, source: str, position: int, limit: int
) -> RawDocument | Problem:
    """The page in the content of a record."""
    try:
        with _no_panic():
            content = _decoded(record, content, limit)
    except BROKEN_BYTES as error:
        return problem(source, f"broken WARC record: {error}", position=position)
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
