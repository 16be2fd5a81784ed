"""CSV of any origin, a row at a time: what is broken costs its own rows and nothing else."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

MOST_LINES, MOST_BYTES = 200, 131_072
"""Of one row: a quote that is not closed within them was never meant to be one."""

_BYTE_ORDERS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A row that cannot be taken, with the reason in one line."""

    file: str
    line: int  # of the file, from 1
    reason: str

    def __str__(self) -> str:
        return f"{self.file} row {self.line}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """One row by the names of its columns."""

    line: int
    values: dict[str, str]


def read_cells(
    path: Path, needed: Sequence[str], encoding: str = "utf-8"
) -> Iterator[Cells | Fault]:
    """The rows of a file in constant memory; never raises.

    Args:
        path: comma, semicolon or tab separated, with a line of names.
        needed: columns that have to be there.
        encoding: of the file; a byte order mark wins over it.
    """
    name = path.name
    try:
        with path.open("rb") as file:
            yield from _of_file(file, name, needed, encoding)
    except OSError as error:
        yield Fault(file=name, line=1, reason=f"cannot be read: {error.strerror or error}")
    except LookupError:
        yield Fault(file=name, line=1, reason=f"no encoding {encoding[:40]!r}")


_Lines = list[tuple[int, bytes]]


def _of_file(
    file: BinaryIO, name: str, needed: Sequence[str], encoding: str
) -> Iterator[Cells | Fault]:
    mark = file.read(2)
    file.seek(0)
    if mark in _BYTE_ORDERS:
        reason = f"{_BYTE_ORDERS[mark]} and not UTF-8: save it as 'CSV UTF-8'"
        yield Fault(file=name, line=1, reason=reason)
        return
    "".encode(encoding)  # an unknown name is told at once
    names: list[str] = []
    separator = ","
    again: deque[tuple[int, bytes]] = deque()  # lines that a broken row had swallowed
    for lines in _rows(file, again):
        first = lines[0][0]
        try:
            text = _text(lines, encoding)
            if not names:
                separator = max(",;\t", key=text.count)
            cells = _cells(text, separator, len(names))
            if cells and not names:
                names = [cell.strip().lstrip("\ufeff") for cell in cells]
                _check_names(names, needed)
            elif cells:
                values = {key: _plain(cell) for key, cell in zip(names, cells, strict=True)}
                yield Cells(line=first, values=values)
        except _RowError as error:
            again.extendleft(reversed(lines[1:]))
            open_ = len(lines) > 1
            reason = "a quote that is not closed" if open_ else str(error)
            yield Fault(file=name, line=first, reason=reason)
            if not names or first == 1:
                return  # without the names of the columns nothing can be read
    if not names:
        yield Fault(file=name, line=1, reason="the file is empty")


def _rows(file: BinaryIO, again: deque[tuple[int, bytes]]) -> Iterator[_Lines]:
    """The lines of a row: one, or several while a quote is open, as far as the bounds allow."""
    number = 0
    while True:
        held: _Lines = []
        size, open_ = 0, False
        while not held or (open_ and len(held) < MOST_LINES and size <= MOST_BYTES):
            if again:
                at, content = again.popleft()
            else:
                content = file.readline(MOST_BYTES + 1)
                if not content:
                    break
                number += 1
                at = number
                _skip_rest(file, content)
            held.append((at, content))
            size += len(content)
            open_ ^= bool(content.count(b'"') % 2)
        if not held:
            return
        yield held


class _RowError(Exception):
    """Why a row cannot be taken."""


def _text(lines: _Lines, encoding: str) -> str:
    if len(lines[0][1]) > MOST_BYTES:
        raise _RowError(f"a line of more than {MOST_BYTES} bytes")
    whole = b"".join(content for _, content in lines)
    try:
        return whole.decode(encoding).replace("\x00", "\ufffd")
    except UnicodeDecodeError as error:
        told = f"byte 0x{whole[error.start]:02x} is no {encoding}: give --encoding"
        raise _RowError(told) from None


def _cells(text: str, separator: str, wanted: int) -> list[str]:
    """The cells of a row; none of an empty line."""
    try:
        cells = next(
            csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), []
        )
    except csv.Error as error:
        raise _RowError(str(error)) from None
    if not any(cell.strip() for cell in cells):
        return []
    if wanted and len(cells) != wanted:
        raise _RowError(f"{len(cells)} cells under {wanted} columns")
    return cells


def _skip_rest(file: BinaryIO, content: bytes) -> None:
    """Read to the end of a line that is too long."""
    while len(content) > MOST_BYTES and not content.endswith(b"\n"):
        more = file.readline(MOST_BYTES + 1)
        if not more:
            return
        content = more if len(more) > MOST_BYTES else b""


def _check_names(names: Sequence[str], needed: Sequence[str]) -> None:
    missing = [column for column in needed if column not in names]
    if missing:
        raise _RowError(f"no column {', '.join(missing)}")
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise _RowError(f"two columns {twice[0]}")


def _plain(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from running it."""
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@") else cell
