"""Paths → raw documents: walks folders, opens archives, and gives each file to its reader."""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from reportedly.ingest.encodings import decode
from reportedly.ingest.feeds import read_feed
from reportedly.ingest.kinds import inner_name, kind_of
from reportedly.ingest.outcomes import (
    MAX_DOCUMENT_BYTES,
    Outcome,
    Skipped,
    document,
    problem,
    too_large,
)
from reportedly.ingest.streams import (
    Opened,
    TooMuchError,
    buffered,
    gunzipped,
    read_limited,
    unpacked,
)
from reportedly.ingest.tables import read_json, read_lines, read_table
from reportedly.records import Problem, RawDocument

_MAX_LAYERS = 3  # gzip in ZIP in ZIP; anything deeper is no collection of news
_MAX_MEMBERS = 200_000
_BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError)


def read_inputs(paths: Sequence[str | Path], limit: int = MAX_DOCUMENT_BYTES) -> Iterator[Outcome]:
    """Read files and folders lazily, in sorted order: one outcome for each input.

    An input is a page, a text file, a row of a table or an item of a feed; `limit` is its
    largest size in bytes. Files of other kinds give `Skipped`. Never raises for what it reads.
    """
    for path in map(Path, paths):
        if path.is_dir():
            yield from _read_folder(path, limit)
        elif path.exists():
            yield from _read_file(path, limit, named=True)
        else:
            yield problem(str(path), "no such file or folder")


def _read_folder(folder: Path, limit: int) -> Iterator[Outcome]:
    found = False
    for path in _files_below(folder):
        for outcome in _read_file(path, limit, named=False):
            found = found or isinstance(outcome, RawDocument | Problem)
            yield outcome
    if not found:
        yield problem(str(folder), "no article in this folder")


def _files_below(folder: Path) -> Iterator[Path]:
    """Files in a fixed order; links to folders are not followed, they may run in circles."""
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            yield Path(where) / name


def _read_file(path: Path, limit: int, *, named: bool) -> Iterator[Outcome]:
    if path.name.startswith(".") and not named:
        yield Skipped(source=str(path), reason="hidden file")
        return
    try:
        if path.is_file():
            with path.open("rb", buffering=0) as stream:
                opened = Opened(
                    source=str(path),
                    name=path.name,
                    stream=buffered(stream),
                    named=named,
                )
                yield from _read_opened(opened, limit)
        else:
            yield Skipped(source=str(path), reason="not a regular file")
    except OSError as error:
        yield problem(str(path), f"cannot be read: {error.strerror or error}")


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
    match kind:
        case "gzip" if opened.layers >= _MAX_LAYERS:
            yield problem(opened.source, "archives nested too deeply")
        case "gzip":
            yield from _read_gzip(opened, limit)
        case "zip":
            yield from _read_zip(opened, limit)
        case "jsonl":
            yield from read_lines(opened, limit)
        case "json":
            yield from read_json(opened, limit)
        case "table":
            yield from read_table(opened, limit)
        case "feed":
            yield from read_feed(opened, limit)
        case "html" | "text":
            yield _read_document(opened, kind == "html", limit)
        case _ if opened.named and not PurePosixPath(opened.name).suffix:
            yield _read_document(opened, False, limit)
        case _:
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


def _read_gzip(opened: Opened, limit: int) -> Iterator[Outcome]:
    if not opened.head().startswith(b"\x1f\x8b"):
        yield problem(opened.source, "broken gzip file")
        return
    inner = gunzipped(opened, inner_name(opened.name))
    yield from _read_opened(
        Opened(
            source=inner.source,
            name=inner.name,
            stream=inner.stream,
            named=inner.named,
            layers=opened.layers + 1,
            budget=opened.budget,
        ),
        limit,
    )


def _read_zip(opened: Opened, limit: int) -> Iterator[Outcome]:
    """The members of a ZIP in order of their names; a ZIP inside a ZIP is read, not a third."""
    if opened.source.count("!") > 1 or opened.layers >= _MAX_LAYERS:
        yield problem(opened.source, "archives nested too deeply")
        return
    stream: BinaryIO = opened.stream
    if opened.layers:  # a member of an archive cannot be searched back and forth
        content = read_limited(stream, limit * 10)
        if content is None:
            yield problem(opened.source, too_large(limit * 10))
            return
        stream = io.BytesIO(content)
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
