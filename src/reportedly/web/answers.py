"""Answers to the browser: JSON, streamed CSV and JSON lines, and errors in one line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from reportedly.errors import CollectionError, OptionError
from reportedly.export.files import as_cell
from reportedly.tables import Row, words
from reportedly.web.library import Library

Page = Callable[[Library, Request], Any]


async def answer(library: Library, request: Request, page: Page) -> Response:
    """A page's data as JSON, with what every page says of its data."""
    try:
        data = await run_in_threadpool(page, library, request)
        meta = await run_in_threadpool(library.meta)
    except OptionError as error:
        missing = str(error).startswith("no ") and "path_params" in request.scope
        wrong = 404 if missing and request.path_params else 400
        return JSONResponse({"error": str(error)}, wrong)
    except CollectionError as error:
        return JSONResponse({"error": str(error)}, 503)
    content = json.dumps({**data, "meta": meta}, ensure_ascii=False, separators=(",", ":"))
    return Response(content.encode("utf-8", "replace"), media_type="application/json")


def csv_answer(rows: Iterable[Row], columns: Sequence[str], name: str) -> Response:
    """Rows as CSV; no cell begins as a formula."""
    return StreamingResponse(
        _csv_lines(rows, columns),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{name}.csv"'},
    )


def json_lines(rows: Iterable[Row], name: str) -> Response:
    """Rows as JSON lines."""
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return StreamingResponse(
        lines,
        media_type="application/x-ndjson",
        headers={"content-disposition": f'attachment; filename="{name}.jsonl"'},
    )


def _csv_lines(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[str]:
    into = io.StringIO()
    writer = csv.writer(into, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        values = (row.get(column) for column in columns)
        writer.writerow([as_cell(words(v) if isinstance(v, list | tuple) else v) for v in values])
        yield into.getvalue()
        into.seek(0)
        into.truncate()
    yield into.getvalue()
