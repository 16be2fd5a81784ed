"""Where the rows of an export go: all of them, or those that changed since an earlier export."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import BinaryIO, TextIO

from reportedly.export.fields import Field, names
from reportedly.export.files import Files, RowWriter, as_cell, csv_rows
from reportedly.export.row_log import RowLog

DELETED = (
    Field("part", "code", "companion that held the row, empty for PATH itself"),
    Field("key", "code", "its key: the id, or several columns as a JSON list"),
)


class Output:
    """The files of one export, and the log of its rows."""

    def __init__(self, files: Files, log: RowLog) -> None:
        self.files = files
        self._log = log
        self._changes: Counter[str] = Counter()

    def takes(self, part: str, key: str, content: str) -> bool:
        """Whether a row is to be written: not twice, nor where it is as the earlier export had it.

        Args:
            part: the companion that holds it, '' for the file itself.
            key: what names the row in that file.
            content: all of its values.
        """
        change = self._log.add(part, key, content)
        if change is None:
            return False
        self._changes[change] += 1
        return change != "same"

    def rows(
        self,
        part: str,
        fields: Sequence[Field],
        key: Sequence[str],
        *,
        header: bool = True,
        tab: bool = False,
    ) -> RowWriter:
        """A function that writes the rows of a table that it takes (see `csv_rows`)."""
        columns = names(fields)
        write = csv_rows(self.files.text(part), columns, header=header, tab=tab)

        def write_taken(row: Mapping[str, object]) -> None:
            named = [as_cell(row.get(column)) for column in key]
            content = "\x1f".join(as_cell(row.get(column)) for column in columns)
            if self.takes(part, key_of(*named), content):
                write(row)

        return write_taken

    def text(self, part: str = "") -> TextIO:
        """A file for words."""
        return self.files.text(part)

    def binary(self, part: str = "") -> BinaryIO:
        """A file for bytes."""
        return self.files.binary(part)

    @property
    def export_id(self) -> str:
        """The id by which a later export can name this one; it names the rows as a whole."""
        return self._log.id

    @property
    def since(self) -> str | None:
        """The id of the earlier export."""
        return self._log.since

    def end(self) -> dict[str, int]:
        """Write `PATH.deleted.csv` where an earlier export was named; gives counts of changes."""
        if self._log.since is None:
            return {}
        write = csv_rows(self.files.text(".deleted.csv"), names(DELETED))
        deleted = 0
        for part, key in self._log.deleted():
            write({"part": part, "key": key})
            deleted += 1
        return {
            "added": self._changes["added"],
            "changed": self._changes["changed"],
            "deleted": deleted,
        }


def key_of(*values: str) -> str:
    """The key of a row: a value, or several as a JSON list."""
    return values[0] if len(values) == 1 else json.dumps(values, ensure_ascii=False)
