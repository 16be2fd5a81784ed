"""The explorer as files: a redacted copy, as pages that any web server can hand out.

It is made of a redacted copy of the collection (see `sharing`) by the views that the explorer
itself has. Lists are filtered in the browser (`frontend/site/`); there is nothing to write to.
"""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import numpy as np

from reportedly.errors import OptionError
from reportedly.export import Options, Written
from reportedly.sharing import share
from reportedly.store import Collection
from reportedly.web.basemap import towns_page
from reportedly.web.filters import LARGEST_PAGE, Query
from reportedly.web.library import Library
from reportedly.web.projection.facets import Events
from reportedly.web.views.article import article_page
from reportedly.web.views.charts import chart_svg, charts_page
from reportedly.web.views.echoes import echo_page, echoes_page
from reportedly.web.views.event import event_page
from reportedly.web.views.lists import (
    articles_page,
    campaigns_page,
    narratives_page,
    problems_page,
    said_page,
    sources_page,
)
from reportedly.web.views.overview import overview

_FRONTEND = Path(__file__).parent / "frontend"
_WORLD = Path(__file__).parents[1] / "data" / "basemap" / "world.json"
_ROWS = 200  # rows of events in one file: `site/lib/data.js` knows it too
_NEED_SERVER = ("review", "audit", "compare")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)

View = Callable[[Library, Query], dict[str, Any]]


def write_site(source: Collection, target: Path, options: Options) -> Written:
    """Write a site into a new folder; it appears whole or not at all.

    Args:
        source: the collection.
        target: a folder that is not there, or empty.
        options: as for a copy of the collection.

    Raises:
        OptionError: if the folder is not empty, or an option does not fit.
        CollectionError: if the disk or a database fails.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise OptionError(f"{target} is not empty: a site needs its own folder")
    aside = target.with_name(f".{target.name}.site")
    shutil.rmtree(aside, ignore_errors=True)
    try:
        copy, pages = aside / "copy", aside / "site"
        aside.mkdir(parents=True)
        written = share(source, copy, options, logged=("site", target))
        library = Library(Collection.open(copy), restricted=options.restricted is not None)
        library.prepare()
        _write_frontend(pages)
        _write_data(library, pages / "data", source.folder.resolve().name, options)
        _write_manifest(copy, pages)
        if target.exists():
            target.rmdir()
        pages.replace(target)
    except OSError as error:
        raise OptionError(f"cannot write {target}: {error.strerror or error}") from None
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return written


# --- pages ------------------------------------------------------------------------------------


def _write_frontend(site: Path) -> None:
    """The explorer's own modules, with `site/` laid over them and the review desk left out."""
    static = site / "static"
    left_out = shutil.ignore_patterns("index.html", "site", *(f"{n}.js" for n in _NEED_SERVER))
    shutil.copytree(_FRONTEND, static, ignore=left_out)
    for name in ("correction.js", "reviewer.js"):
        (static / "parts" / name).unlink()
    shutil.copytree(_FRONTEND / "site", static, dirs_exist_ok=True)
    main = static / "main.js"
    named = "|".join(_NEED_SERVER)
    lines = main.read_text("utf-8").splitlines(keepends=True)
    kept = (line for line in lines if not re.search(rf"pages/({named})\.js", line))
    main.write_text("".join(kept), "utf-8")
    page = (_FRONTEND / "index.html").read_text("utf-8")
    page = page.replace('<meta charset="utf-8">\n', '<meta charset="utf-8">\n' + _policy(), 1)
    page = re.sub(r'<meta name="(csrf|read-only)"[^>]*>\n', "", page)
    page = re.sub(r"<noscript>.*?</noscript>", _NOSCRIPT, page)
    page = page.replace('"/static/', '"./static/')
    (site / "index.html").write_text(page, "utf-8")


def _policy() -> str:
    return f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'


_NOSCRIPT = (
    "<noscript><p>The pages are drawn by scripts of this site. Its data stand beside it in"
    " the folder data.</p></noscript>"
)


# --- data -------------------------------------------------------------------------------------


def _write_data(library: Library, data: Path, name: str, options: Options) -> None:
    meta: dict[str, Any] = {
        "collection": name,
        "linking": library.collection.links_number(),
        "restricted": library.restricted,
        "newer": False,
        "until": f"Articles published until {options.not_after}." if options.not_after else "",
    }
    _write(data / "meta.json", meta)
    nothing = Query("")
    for single, view in _SINGLE.items():
        _write(data / f"{single}.json", view(library, nothing))
    for listed, view in _LISTED.items():
        _write(data / f"{listed}.json", _whole(library, view))
    for sort in ("quote", "claim"):
        _write(data / f"{sort}s.json", _whole(library, _said(sort)))
    shutil.copyfile(_WORLD, data / "world.json")
    for chart in charts_page(library, nothing)["charts"]:
        _write_words(data / "charts" / f"{chart['name']}.svg", chart_svg(library, chart["name"]))
    for article in library.collection.articles():
        page = article_page(library, article.article_id)
        _write(data / "articles" / f"{article.article_id}.json", page)
    for echo in library.collection.links.echoes():
        _write(data / "echoes" / f"{echo.echo_id}.json", echo_page(library, echo.echo_id))
    _write_events(library, data)


def _said(sort: str) -> View:
    return lambda library, query: said_page(library, query, sort)


_SINGLE: dict[str, View] = {
    "overview": overview,
    "sources": sources_page,
    "problems": problems_page,
    "charts": charts_page,
    "towns": lambda library, _: towns_page(library, Query("box=-180,-90,180,90")),
}
_LISTED: dict[str, View] = {
    "echoes": echoes_page,
    "articles": articles_page,
    "narratives": narratives_page,
    "campaigns": campaigns_page,
}


def _whole(library: Library, view: View) -> dict[str, Any]:
    """All rows of a list in one answer."""
    rows: list[Any] = []
    while True:
        page = view(library, Query([("offset", str(len(rows))), ("size", str(LARGEST_PAGE))]))
        rows += page["rows"]
        if not page["rows"] or len(rows) >= page["total"]:
            return {**page, "offset": 0, "rows": rows}


def _write_events(library: Library, data: Path) -> None:
    """Columns for the filter, rows by the hundreds, words to search, and each event's page."""
    events = library.events
    _write(data / "columns.json", columns_of(events))
    words: list[str] = []
    for first in range(0, events.size, _ROWS):
        numbers = range(first, min(first + _ROWS, events.size))
        _write(data / "rows" / f"{first // _ROWS}.json", library.event_rows(events, list(numbers)))
    for event_id in events.ids:
        page = event_page(library, event_id)
        words.append(_words_of(page))
        _write(data / "events" / f"{event_id}.json", page)
    _write(data / "words.json", words)


def columns_of(events: Events) -> dict[str, Any]:
    """All events as columns of numbers; what has no point has null."""
    return {
        "size": events.size,
        "facets": {
            name: {
                "values": list(facet.values),
                "events": facet.events.tolist(),
                "codes": facet.codes.tolist(),
            }
            for name, facet in events.facets.items()
        },
        **{
            name: getattr(events, name).tolist()
            for name in ("first", "last", "texts", "voices", "reports", "denials")
        },
        "plain": events.plain.astype(np.int8).tolist(),
        "lat": [None if np.isnan(one) else round(float(one), 5) for one in events.lat],
        "lon": [None if np.isnan(one) else round(float(one), 5) for one in events.lon],
        "campaigns": [one.tolist() for one in events.campaigns],
    }


def _words_of(page: dict[str, Any]) -> str:
    """The words by which an event is found, as `site/lib/columns.js` compares them."""
    row = page["event"]
    people = [*row["actors"], *row["alleged_actors"], *row["recipients"], *row["voices"]]
    told = [one["passage"] for one in page["reports"]]
    acts = [value["words"] for one in page["reports"] for value in one["values"]]
    return folded(" ".join([*told, *acts, *people, row["place"] or ""]))


def folded(text: str) -> str:
    """Words without case and accents, a space between them."""
    apart = unicodedata.normalize("NFD", text.lower())
    plain = "".join(one for one in apart if not unicodedata.category(one).startswith("M"))
    return " ".join(dict.fromkeys(re.findall(r"[^\W_]+", plain)))


# --- files ------------------------------------------------------------------------------------


def _write(file: Path, data: object) -> None:
    _write_words(file, json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def _write_words(file: Path, words: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(words.encode("utf-8", "replace"))


def _write_manifest(copy: Path, site: Path) -> None:
    facts = json.loads((copy / "manifest.json").read_text("utf-8"))
    facts = {**facts, "format": "site"} if "format" in facts else facts
    text = json.dumps(facts, ensure_ascii=False, indent=1)
    (site / "manifest.json").write_text(text, encoding="utf-8")
