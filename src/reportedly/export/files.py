"""Writes the files of an export: aside first, then put in place whole, or not at all."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Protocol, TextIO

from reportedly.errors import OptionError

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PART = ".part"


class Files:
    """The file of an export and its companions beside it; all appear at the end, or none.

    Use it as a context manager. `reports.csv` with the suffix `.manifest.json` is
    `reports.csv.manifest.json`.

    Raises:
        OptionError: if a file cannot be written; files that were there before stay as they were.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open: dict[Path, TextIO | BinaryIO] = {}

    def text(self, suffix: str = "") -> TextIO:
        """A companion for words, UTF-8; the file itself without a suffix."""
        final = self._final(suffix)
        try:
            file = self._part(final).open("w", encoding="utf-8", newline="", errors="replace")
        except OSError as error:
            raise self._refused(error) from None
        self._open[final] = file
        return file

    def binary(self, suffix: str = "") -> BinaryIO:
        """A companion for bytes."""
        final = self._final(suffix)
        try:
            file = self._part(final).open("wb")
        except OSError as error:
            raise self._refused(error) from None
        self._open[final] = file
        return file

    def __enter__(self) -> Files:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                for file in self._open.values():
                    file.flush()
                    os.fsync(file.fileno())
                for final, file in self._open.items():
                    file.close()
                    self._part(final).replace(final)
        except OSError as fault:
            raise self._refused(fault) from None
        finally:
            for final, file in self._open.items():
                with suppress(OSError):
                    file.close()
                self._part(final).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise self._refused(error) from None

    def _final(self, suffix: str) -> Path:
        return self.path.with_name(self.path.name + suffix)

    @staticmethod
    def _part(final: Path) -> Path:
        return final.with_name(f".{final.name}{_PART}")

    def _refused(self, error: OSError) -> OptionError:
        return OptionError(f"cannot write {self.path}: {error.strerror or error}")


class RowWriter(Protocol):
    """Takes the rows of a table."""

    def __call__(self, row: Mapping[str, object]) -> None:
        """Write one row."""


def csv_rows(
    into: TextIO, columns: Sequence[str], *, header: bool = True, tab: bool = False
) -> RowWriter:
    """A function that writes rows as CSV, or as TSV without quotes.

    No cell begins as a formula, since spreadsheets would run it; None is an empty cell.
    """
    if tab:

        def write_tabbed(row: Mapping[str, object]) -> None:
            into.write("\t".join(_one_line(row.get(column)) for column in columns) + "\n")

        return write_tabbed
    writer = csv.writer(into, lineterminator="\r\n")  # as RFC 4180: bare \r in cells is quoted
    if header:
        writer.writerow(columns)

    def write(row: Mapping[str, object]) -> None:
        writer.writerow([as_cell(row.get(column)) for column in columns])

    return write


def as_cell(value: object) -> str:
    """A value as the text of a cell; text that begins as a formula gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, str):
        return str(value)
    text = value.replace("\x00", "\ufffd")
    return "'" + text if text.startswith(_FORMULA) else text


def _one_line(value: object) -> str:
    """A cell of a format without quotes: tabs and line ends become spaces."""
    return " ".join(as_cell(value).split()) if isinstance(value, str) else as_cell(value)


def joined(values: Iterable[str]) -> str:
    """Several values in one cell, each once, in order."""
    return "; ".join(dict.fromkeys(value for value in values if value))
