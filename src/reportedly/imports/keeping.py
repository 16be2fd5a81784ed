"""Takes the rows of a file into a collection, beside all that is ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.imports.maps import ColumnMap
from reportedly.imports.rows import read_rows
from reportedly.imports.tables import Fault
from reportedly.records import CodedRow
from reportedly.store import Collection


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did; `known` rows were there already."""

    source: str
    new: int
    known: int
    faults: int

    def __str__(self) -> str:
        return (
            f"{self.source}: {self.new} new rows, {self.known} known,"
            f" {self.faults} that cannot be read"
        )


def import_rows(
    collection: Collection,
    path: Path,
    columns: ColumnMap,
    *,
    source: str | None = None,
    encoding: str = "utf-8",
    on_fault: Callable[[Fault], None] = lambda fault: None,
) -> Imported:
    """Keep the rows of a file; what cannot be read is told row by row.

    Args:
        collection: that they are kept beside.
        path: of a CSV file.
        columns: the map of the data set.
        source: the name of the source; the map's without one.
        encoding: of the file.
        on_fault: told each row that cannot be taken.

    Raises:
        CollectionError: if the collection cannot be written.
    """
    counted = {"rows": 0, "faults": 0}

    def rows() -> Iterator[CodedRow]:
        for one in read_rows(path, columns, source=source, encoding=encoding):
            if isinstance(one, Fault):
                counted["faults"] += 1
                on_fault(one)
            else:
                counted["rows"] += 1
                yield one

    new = collection.imported.add(rows())
    imported = Imported(
        source=source or columns.name,
        new=new,
        known=counted["rows"] - new,
        faults=counted["faults"],
    )
    collection.log("import", f"{path.name}: {imported}")
    return imported
