"""`demo`: the bundled sample read, linked and told."""

from __future__ import annotations

import shutil
import tempfile
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.console import console, show_rows
from reportedly.cli.main import app
from reportedly.errors import OptionError

if TYPE_CHECKING:
    from reportedly.news import News


@app.command(epilog="Example: reportedly demo --into demo-news")
def demo(
    into: Annotated[
        Path | None, typer.Option("--into", help="Keep the collection here (a new folder).")
    ] = None,
) -> None:
    """Read the bundled sample of invented articles, link it, and print what was found."""
    import reportedly

    if into is not None and into.exists():
        raise OptionError(f"{into} exists already; name a new folder")
    folder = into or Path(tempfile.mkdtemp(prefix="reportedly-demo-"))
    try:
        out = console()
        out.print(
            "Everything in this sample is invented: outlets, people, events. Only the cities are "
            "real.\n",
            style="italic",
        )
        with (
            out.status("reading and linking …"),
            as_file(files("reportedly.data") / "sample" / "articles.jsonl") as sample,
        ):
            reportedly.read([sample], into=folder)
        news = reportedly.open(folder)
        _tell(news)
        _go_on(into)
    finally:
        if into is None:
            shutil.rmtree(folder, ignore_errors=True)


def _tell(news: News) -> None:
    out = console()

    def heading(words: str) -> None:
        out.print(f"\n{words}", style="bold", markup=False)

    sources = news.sources()
    heading(f"{sum(row['articles'] for row in sources)} articles of {len(sources)} outlets")
    show_rows(
        sources,
        ("outlet", "side", "side_basis", "articles"),
        as_json=False,
        limit=0,
        nothing="none",
    )
    events = news.events()
    several = sorted(events, key=lambda row: -row["reports"])
    heading(f"{len(events)} events, those with most reports first")
    lead, columns = (
        ("id", "day", "type", "mode", "flags", "place"),
        ("corroboration", "disagreement"),
    )
    show_rows(several, columns, as_json=False, limit=12, nothing="none", lead=lead)
    echoes = news.echoes()
    heading(f"{len({row['echo'] for row in echoes})} texts with copies: copies are no confirmation")
    show_rows(
        echoes,
        ("echo", "kind", "outlet", "side", "published"),
        as_json=False,
        limit=0,
        nothing="none",
    )
    contradictions = news.contradictions()
    heading(f"{len(contradictions)} contradictions, side by side: none is chosen")
    show_rows(contradictions, ("event", "field", "values"), as_json=False, limit=8, nothing="none")
    slogans = news.quotes(kind="slogan")
    heading(f"{len(slogans)} slogans, written or chanted by nobody in particular")
    show_rows(slogans, ("medium", "content", "article"), as_json=False, limit=6, nothing="none")
    quotes = [row for row in news.quotes() if row["kind"] == "direct"]
    heading(f"{len(quotes)} direct quotes")
    show_rows(quotes, ("speaker", "content", "article"), as_json=False, limit=6, nothing="none")
    claims = news.claims()
    heading(f"{len(claims)} claims and denials that are no events")
    show_rows(claims, ("kind", "content", "according_to"), as_json=False, limit=5, nothing="none")


def _go_on(kept: Path | None) -> None:
    out = console()
    out.print("\nHow to go on", style="bold")
    where = kept or "demo-news"
    lines = [] if kept else ["reportedly demo --into demo-news       keep this collection"]
    lines += [
        f"reportedly events {where} --country PE    tables with filters; --json for machines",
        f"reportedly show {where} ID                every value with its sentence",
        f"reportedly explore {where}                map, timeline, review desk in the browser",
        "reportedly read PATH… --into news       your own files: HTML, text, JSONL, CSV, ZIP",
        "reportedly --help                       all commands",
    ]
    for line in lines:
        out.print(f"  {line}", markup=False)
