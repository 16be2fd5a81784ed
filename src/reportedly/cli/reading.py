"""`read` and `link`: inputs into a collection, and what the collection says as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.console import console, error_line
from reportedly.cli.main import app
from reportedly.cli.options import Collection, Gazetteers, Parser

if TYPE_CHECKING:
    from reportedly.run import RunSummary


@app.command(
    epilog="Example: reportedly read pages/ feed.xml rows.jsonl --into news --workers 2",
)
def read(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders.", metavar="PATH…")],
    into: Annotated[Path, typer.Option("--into", help="The collection (made if missing).")],
    link: Annotated[bool, typer.Option("--link/--no-link", help="Link at the end.")] = True,
    workers: Annotated[int, typer.Option(min=0, help="Processes; 0 reads in this one.")] = 0,
    seconds: Annotated[float, typer.Option(min=1, help="Time limit of one document.")] = 60.0,
    outlets: Annotated[
        Path | None,
        typer.Option(
            help="CSV of your statements: outlet, side, owner, from, to, basis, disputed."
        ),
    ] = None,
    gazetteer: Gazetteers = None,
    parser: Parser = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 if any input failed.")] = False,
) -> None:
    """Read HTML, text, JSONL, CSV, saved feeds, gzip and ZIP files: an article or a problem each.

    What was read before is not read again; a run that was killed goes on where it stopped.
    """
    import reportedly

    out = console()
    with out.status("reading …") as status:

        def progress(summary: RunSummary) -> None:
            status.update(f"reading … {summary.inputs} inputs, {summary.articles} articles")

        summary = reportedly.read(
            paths,
            into=into,
            link=False,
            workers=workers,
            seconds=seconds,
            outlet_file=outlets,
            parser=parser,
            gazetteers=gazetteer or (),
            on_progress=progress if out.is_terminal else None,
        )
    out.print(_words(summary), markup=False)
    if summary.interrupted:
        error_line("stopped; the same command goes on from here")
        raise typer.Exit(130)
    if link and not reportedly.open(into).is_linked():
        _link(into)
    elif link:
        out.print("nothing new to link", markup=False)
    if summary.problems:
        out.print(f"reportedly problems {into} tells what failed and why", markup=False)
    if strict and summary.problems:
        raise typer.Exit(1)


@app.command(epilog="Example: reportedly link news")
def link(news: Collection) -> None:
    """Link a collection: echoes, events with what corroborates them, campaigns, narratives."""
    _link(news)


def _link(path: Path) -> None:
    import reportedly

    counts = reportedly.open(path).link()
    console().print(
        "linked: " + ", ".join(f"{number} {name}" for name, number in counts.items()),
        markup=False,
    )


def _words(summary: RunSummary) -> str:
    parts = [f"{summary.articles} articles read"]
    for number, name in (
        (summary.known, "known before"),
        (summary.duplicates, "copies of the same bytes"),
        (summary.problems, "problems"),
        (summary.skipped, "other files left aside"),
    ):
        if number:
            parts.append(f"{number} {name}")
    return f"{summary.inputs} inputs: " + ", ".join(parts)
