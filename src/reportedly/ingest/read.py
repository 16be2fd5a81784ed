"""Paths → raw documents: walks folders, opens archives, and gives each file to its reader."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

import zstandard

from reportedly.ingest.encodings import decode
from reportedly.ingest.feeds import read_feed
from reportedly.ingest.folders import files_below
from reportedly.ingest.kinds import Kind, inner_name, kind_of
from reportedly.ingest.meter import Meter
from reportedly.ingest.outcomes import (
    MAX_DOCUMENT_BYTES,
    Outcome,
    Skipped,
    document,
    problem,
    too_large,
)
from reportedly.ingest.streams import (
    Budget,
    Opened,
    TooMuchError,
    buffered,
    gunzipped,
    read_limited,
    unpacked,
    unzstd,
)
from reportedly.ingest.tables import read_json, read_lines, read_table
from reportedly.ingest.warc import read_warc
from reportedly.records import Problem, RawDocument

_MAX_LAYERS = 3  # gzip in ZIP in ZIP; anything deeper is no collection of news
_MAX_MEMBERS = 200_000
_BROKEN = (
    OSError,
    EOFError,
    zlib.error,
    zstandard.ZstdError,
    zipfile.BadZipFile,
    RuntimeError,
    NotImplementedError,
)


def read_inputs(
    paths: Sequence[str | Path], limit: int = MAX_DOCUMENT_BYTES, meter: Meter | None = None
) -> Iterator[Outcome]:
    """Read files and folders lazily, in sorted order: one outcome for each input.

    An input is a page, a text file, a row of a table, an item of a feed or a record of a WARC
    file; `limit` is its largest size in bytes. Files of other kinds give `Skipped`. Never raises
    for what it reads. A `meter` is told how far the files are read.
    """
    meter = meter or Meter()
    for path in map(Path, paths):
        if path.is_dir():
            yield from _read_folder(path, limit, meter)
        elif path.exists():
            yield from _read_file(path, limit, meter, named=True)
        else:
            yield problem(str(path), "no such file or folder")


def _read_folder(folder: Path, limit: int, meter: Meter) -> Iterator[Outcome]:
    found = False
    for path in files_below(folder):
        if isinstance(path, OSError):
            found = True
            yield _unreadable(Path(path.filename or folder), path)
            continue
        for outcome in _read_file(path, limit, meter, named=False):
            found = found or isinstance(outcome, RawDocument | Problem)
            yield outcome
    if not found:
        yield problem(str(folder), "no article in this folder")


def _unreadable(path: Path, error: OSError) -> Problem:
    return problem(str(path), f"cannot be read: {error.strerror or error}")


def _read_file(path: Path, limit: int, meter: Meter, *, named: bool) -> Iterator[Outcome]:
    if path.name.startswith(".") and not named:
        yield Skipped(source=str(path), reason="hidden file")
        return
    try:
        if path.is_file():
            with path.open("rb", buffering=0) as stream, meter.reading(path, stream):
                opened = Opened(
                    source=str(path),
                    name=path.name,
                    stream=buffered(stream),
                    named=named,
                    budget=Budget.of_file(path.stat().st_size),
                )
                yield from _read_opened(opened, limit)
        else:
            yield Skipped(source=str(path), reason="not a regular file")
    except OSError as error:
        yield _unreadable(path, error)


def _read_opened(opened: Opened, limit: int) -> Iterator[Outcome]:
    """The outcomes of one open file or member, whatever it holds."""
    try:
        yield from _dispatch(opened, limit)
    except TooMuchError as error:
        yield problem(opened.source, str(error))
    except _BROKEN as error:
        yield problem(opened.source, f"broken file: {error}")


def _dispatch(opened: Opened, limit: int) -> Iterator[Outcome]:
    head = opened.head()
    if not head.strip():
        yield problem(opened.source, "empty file")
        return
    kind = kind_of(opened.name, head)
    reader = _READERS.get(kind)
    if reader is not None:
        yield from reader(opened, limit)
    elif kind in ("html", "text"):
        yield _read_document(opened, kind == "html", limit)
    elif opened.named and not PurePosixPath(opened.name).suffix:
        yield _read_document(opened, False, limit)
    else:
        ending = PurePosixPath(opened.name).suffix.lower() or "no ending"
        yield Skipped(source=opened.source, reason=f"not a kind of file that is read: {ending}")


def _read_document(opened: Opened, page: bool, limit: int) -> Outcome:
    content = read_limited(opened.stream, limit)
    if content is None:
        return problem(opened.source, too_large(limit))
    if not content.strip():
        return problem(opened.source, "empty file")
    if not page and decode(content) is None:
        return problem(opened.source, "unreadable encoding: neither UTF-8, UTF-16 nor Windows-1252")
    return document(content, "html" if page else "text", opened.source)


def _read_compressed(opened: Opened, limit: int) -> Iterator[Outcome]:
    """What a gzip or zstd file holds."""
    head = opened.head()
    if opened.layers >= _MAX_LAYERS:
        yield problem(opened.source, "archives nested too deeply")
    elif head.startswith(b"\x1f\x8b"):
        yield from _read_opened(gunzipped(opened, inner_name(opened.name)), limit)
    elif head.startswith(b"\x28\xb5\x2f\xfd"):
        yield from _read_opened(unzstd(opened, inner_name(opened.name)), limit)
    else:
        yield problem(opened.source, f"broken {kind_of(opened.name, head)} file")


def _read_parquet(opened: Opened, limit: int) -> Iterator[Outcome]:
    try:
        from reportedly.ingest.parquet import read_parquet
    except ImportError:
        reason = "Parquet needs pyarrow: pip install 'reportedly[tables]', then read it again"
        yield problem(opened.source, reason)
        return
    stream = _searchable(opened, limit)
    if stream is None:
        yield problem(opened.source, too_large(limit * 10))
    else:
        yield from read_parquet(stream, opened.source, limit)


def _searchable(opened: Opened, limit: int) -> BinaryIO | None:
    """A stream that can be searched back and forth, as no member of an archive can.

    None where a member is too large to be held.
    """
    if not opened.layers:
        return opened.stream
    content = read_limited(opened.stream, limit * 10)
    return None if content is None else io.BytesIO(content)


def _read_zip(opened: Opened, limit: int) -> Iterator[Outcome]:
    """The members of a ZIP in order of their names; a ZIP inside a ZIP is read, not a third."""
    if opened.source.count("!") > 1 or opened.layers >= _MAX_LAYERS:
        yield problem(opened.source, "archives nested too deeply")
        return
    stream = _searchable(opened, limit)
    if stream is None:
        yield problem(opened.source, too_large(limit * 10))
        return
    with zipfile.ZipFile(stream) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        if len(members) > _MAX_MEMBERS:
            yield problem(opened.source, f"more than {_MAX_MEMBERS} files in one archive")
            return
        if not members:
            yield problem(opened.source, "empty archive")
        for member in sorted(members, key=lambda m: m.filename):
            yield from _read_member(archive, member, opened, limit)


def _read_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, opened: Opened, limit: int
) -> Iterator[Outcome]:
    source = f"{opened.source}!{member.filename}"
    name = PurePosixPath(member.filename).name
    if name.startswith(".") or member.filename.startswith("__MACOSX/"):
        yield Skipped(source=source, reason="hidden file")
        return
    try:
        with archive.open(member) as stream:
            inner = Opened(
                source=source,
                name=name,
                stream=unpacked(cast(BinaryIO, stream), opened.budget),
                layers=opened.layers + 1,
                budget=opened.budget,
            )
            yield from _dispatch(inner, limit)
    except _BROKEN as error:
        yield problem(source, f"broken member: {error}")


_READERS: Mapping[Kind, Callable[[Opened, int], Iterator[Outcome]]] = {
    "gzip": _read_compressed,
    "zstd": _read_compressed,
    "zip": _read_zip,
    "warc": read_warc,
    "parquet": _read_parquet,
    "jsonl": read_lines,
    "json": read_json,
    "table": read_table,
    "feed": read_feed,
}
