"""The compare page: our events beside an imported data set, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from reportedly.errors import OptionError
from reportedly.imports import COLUMNS, SIDES, compared, counts_of
from reportedly.tables import Row
from reportedly.web.filters import Query, page_of
from reportedly.web.library import Library

CSV_COLUMNS = COLUMNS
_MOST = 50_000  # rows that a page is made from; `reportedly compare` has no bound


def compare_page(library: Library, query: Query) -> dict[str, Any]:
    """What each side alone has, and where they differ.

    Raises:
        OptionError: for a source or side that is not there.
    """
    offset, size = page_of(query)
    sources = library.collection.imported.sources()
    if not sources:
        return {"sources": {}, "total": 0, "offset": 0, "rows": [], "counts": {}}
    rows = _rows(library, query)
    kept = [row for row in rows if _wanted(row, query)]
    return {
        "sources": sources,
        "total": len(kept),
        "offset": offset,
        "rows": kept[offset : offset + size],
        "counts": counts_of(rows),
        "cut": len(rows) >= _MOST,
    }


def compare_rows(library: Library, query: Query) -> Iterator[Row]:
    """All rows that pass the filter."""
    yield from (row for row in _rows(library, query) if _wanted(row, query))


def _rows(library: Library, query: Query) -> list[Row]:
    source = query.get("with") or None
    collection = library.collection
    key = (source, collection.links_number(), collection.imported.newest())
    rows: list[Row] = library.remembered(
        "compare", key, lambda: list(islice(compared(collection, source), _MOST))
    )
    return rows


def _wanted(row: Row, query: Query) -> bool:
    side, differs = query.get("side"), query.get("differs")
    if side and side not in SIDES:
        raise OptionError(f"side is one of {', '.join(SIDES)}")
    return side in (None, "", row["side"]) and (not differs or differs in row["differs"])
