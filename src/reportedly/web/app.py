"""The explorer's addresses: pages, their `.json` and `.csv`, and the one that takes judgements."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from itertools import chain
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from reportedly.errors import CollectionError, OptionError
from reportedly.tables import Row
from reportedly.web.answers import Page, answer, csv_answer, json_lines
from reportedly.web.basemap import towns_page
from reportedly.web.filters import Query
from reportedly.web.guard import Door, Guard
from reportedly.web.library import Library
from reportedly.web.views.article import article_of_event, article_page
from reportedly.web.views.audit import add_coding, audit_article, audit_page
from reportedly.web.views.charts import chart_svg, charts_page
from reportedly.web.views.compare import CSV_COLUMNS as COMPARE_COLUMNS
from reportedly.web.views.compare import compare_page, compare_rows
from reportedly.web.views.echoes import echo_page, echoes_page
from reportedly.web.views.event import event_page
from reportedly.web.views.events import CSV_COLUMNS, events_page, events_rows
from reportedly.web.views.lists import (
    articles_page,
    campaigns_page,
    narratives_page,
    problems_page,
    said_page,
    said_rows,
    sources_page,
)
from reportedly.web.views.overview import overview
from reportedly.web.views.review import add_judgement, review_page, reviewed_rows

FRONTEND = Path(__file__).parent / "frontend"
WORLD = Path(__file__).parents[1] / "data" / "basemap" / "world.json"
_SAID = ("id", "kind", "speaker", "about", "content", "polarity", "mode", "time",
         "according_to", "outlet", "published", "article", "start", "end")  # fmt: skip
_SOURCE = ("outlet", "side", "side_basis", "owner", "articles", "copies", "first", "last")
_ARTICLE = ("id", "input_id", "title", "outlet", "side", "published", "language", "url")
_PROBLEM = ("source", "row", "stage", "reason")
_COPY = ("echo", "id", "outlet", "side", "published", "kind", "shared", "title")

Rows = Callable[[Library, Query], Iterator[Row]]


def make_app(library: Library, door: Door, *, read_only: bool = False) -> Starlette:
    """The explorer over one collection.

    Args:
        library: prepared already.
        door: whom it answers.
        read_only: whether judgements are refused.
    """
    shell = _shell(door, read_only)

    async def page(request: Request) -> Response:
        return HTMLResponse(shell)

    def data(view: Page) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            return await answer(library, request, view)

        return endpoint

    def table(rows: Rows, columns: tuple[str, ...], name: str) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            try:
                found = await run_in_threadpool(_begun, rows(library, request.query_params))
            except OptionError as error:
                return JSONResponse({"error": str(error)}, 400)
            return csv_answer(found, columns, name)

        return endpoint

    def takes(keep: Callable[[Library, Any], dict[str, Any]]) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            if read_only:
                return JSONResponse({"error": "this explorer only reads"}, 403)
            try:
                given = json.loads(await request.body())
                return JSONResponse(await run_in_threadpool(keep, library, given), 201)
            except ValueError:
                return JSONResponse({"error": "that is no JSON"}, 400)
            except OptionError as error:
                return JSONResponse({"error": str(error)}, 400)
            except CollectionError as error:
                return JSONResponse({"error": str(error)}, 503)

        return endpoint

    async def world(request: Request) -> Response:
        return FileResponse(WORLD, headers={"cache-control": "private, max-age=86400"})

    async def reviewed(request: Request) -> Response:
        return json_lines(reviewed_rows(library), "reviewed")

    async def picture(request: Request) -> Response:
        try:
            drawn = await run_in_threadpool(chart_svg, library, request.path_params["id"])
        except OptionError as error:
            return JSONResponse({"error": str(error)}, 404)
        return Response(drawn.encode("utf-8"), media_type="image/svg+xml")

    routes: list[Route | Mount] = [Route("/", page), Route("/overview.json", data(_of(overview)))]
    for name, view in _PAGES.items():
        routes += [Route(f"/{name}.json", data(_of(view))), Route(f"/{name}", page)]
    for name, (rows, columns) in _TABLES.items():
        routes.append(Route(f"/{name}.csv", table(rows, columns, name)))
    for name, found in _RECORDS.items():
        routes.append(Route(f"/{name}/{{id}}.json", data(found)))
        routes.append(Route(f"/{name}/{{id}}", page))
    routes += [
        Route("/towns.json", data(_of(towns_page))),
        Route("/world.json", world),
        Route("/reviewed.jsonl", reviewed),
        Route("/charts/{id}.svg", picture),
        Route("/api/judgements", takes(add_judgement), methods=["POST"]),
        Route("/api/codings", takes(add_coding), methods=["POST"]),
        Mount("/static", StaticFiles(directory=FRONTEND)),
    ]
    guards = [Middleware(Guard, door=door), Middleware(GZipMiddleware, minimum_size=2000)]
    return Starlette(routes=routes, middleware=guards)


# --- what stands under which address ------------------------------------------------------


def _of(view: Callable[[Library, Query], Any]) -> Page:
    """A view as a page: it needs the query alone."""
    return lambda library, request: view(library, request.query_params)


def _article(library: Library, request: Request) -> dict[str, Any]:
    event_id = request.query_params.get("event")
    key = request.path_params["id"]
    return article_of_event(library, key, event_id) if event_id else article_page(library, key)


def _members(library: Library, query: Query) -> Iterator[Row]:
    for echo in _all(echoes_page, library, query):
        yield from ({"echo": echo["id"], **member} for member in echo["members"])


def _all(
    view: Callable[[Library, Query], dict[str, Any]], library: Library, query: Query
) -> Iterator[Row]:
    """All rows of a view, page by page."""
    offset = 0
    while True:
        values = [(k, v) for k, v in query.multi_items() if k not in {"offset", "size"}]
        page = view(library, Query([*values, ("offset", str(offset)), ("size", "500")]))
        yield from page["rows"]
        offset += len(page["rows"])
        if not page["rows"] or offset >= page["total"]:
            return


_PAGES: dict[str, Callable[[Library, Query], Any]] = {
    "events": events_page,
    "echoes": echoes_page,
    "quotes": partial(said_page, sort="quote"),
    "claims": partial(said_page, sort="claim"),
    "sources": sources_page,
    "articles": articles_page,
    "problems": problems_page,
    "narratives": narratives_page,
    "campaigns": campaigns_page,
    "review": review_page,
    "audit": audit_page,
    "compare": compare_page,
    "charts": charts_page,
}
_TABLES: dict[str, tuple[Rows, tuple[str, ...]]] = {
    "events": (events_rows, CSV_COLUMNS),
    "quotes": (partial(said_rows, sort="quote"), _SAID),
    "claims": (partial(said_rows, sort="claim"), _SAID),
    "echoes": (_members, _COPY),
    "sources": (partial(_all, sources_page), _SOURCE),
    "articles": (partial(_all, articles_page), _ARTICLE),
    "problems": (partial(_all, problems_page), _PROBLEM),
    "compare": (compare_rows, COMPARE_COLUMNS),
}
_RECORDS: dict[str, Page] = {
    "events": lambda library, request: event_page(library, request.path_params["id"]),
    "articles": _article,
    "echoes": lambda library, request: echo_page(library, request.path_params["id"]),
    "audit": lambda library, request: audit_article(
        library, request.path_params["id"], request.query_params
    ),
}


def _begun(rows: Iterator[Row]) -> Iterator[Row]:
    """The same rows, the first of them made: a wrong filter shows before anything is sent."""
    first = next(rows, None)
    return iter(()) if first is None else chain([first], rows)


def _shell(door: Door, read_only: bool) -> str:
    """The one HTML page, in which the scripts draw."""
    page = (FRONTEND / "index.html").read_text(encoding="utf-8")
    facts = {"csrf": door.csrf, "read-only": "yes" if read_only else "no"}
    for name, value in facts.items():
        page = page.replace(f"{{{{{name}}}}}", escape(value, quote=True))
    return page
