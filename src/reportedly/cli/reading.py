"""`read`: inputs into a collection."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.console import console, error_line
from reportedly.cli.linking import link_unless_linked
from reportedly.cli.main import app
from reportedly.cli.options import (
    Gazetteers,
    JsonProgress,
    LinkToo,
    Memory,
    On,
    Parser,
    Seconds,
    Workers,
    memory_in_bytes,
)
from reportedly.cli.progress import progress

if TYPE_CHECKING:
    from reportedly.run import RunSummary


@app.command(
    epilog="Example: reportedly read pages/ feed.xml rows.jsonl --into news --workers 2",
)
def read(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders.", metavar="PATH…")],
    into: Annotated[Path, typer.Option("--into", help="The collection (made if missing).")],
    link: LinkToo = True,
    workers: Workers = 0,
    seconds: Seconds = 60.0,
    memory: Memory = None,
    on: On = None,
    shard: Annotated[
        str | None,
        typer.Option(help="Read one part, such as 3/16, for merge-collections.", metavar="K/N"),
    ] = None,
    outlets: Annotated[
        Path | None,
        typer.Option(
            help="CSV of your statements: outlet, side, owner, from, to, basis, disputed."
        ),
    ] = None,
    gazetteer: Gazetteers = None,
    parser: Parser = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 if any input failed.")] = False,
    json_progress: JsonProgress = False,
) -> None:
    """Read HTML, text, JSONL, CSV, Parquet, saved feeds, WARC, gzip, zstd and ZIP files.

    Each input ends as an article or a problem. What was read before is not read again; a run
    that was stopped or killed goes on where it was.
    """
    import reportedly
    from reportedly.ingest import Meter
    from reportedly.run import Shard

    part = Shard.parse(shard) if shard else None
    out, meter = console(), Meter()
    if json_progress or out.is_terminal:
        meter.measure(paths)

    def share() -> float | None:
        return min(1.0, meter.done / meter.total) if meter.total else None

    with progress(out, "reading", share, as_json=json_progress) as tell:
        summary = reportedly.read(
            paths,
            into=into,
            link=False,
            workers=workers,
            seconds=seconds,
            memory=memory_in_bytes(memory, workers, on),
            on=on,
            shard=part,
            meter=meter,
            outlet_file=outlets,
            parser=parser,
            gazetteers=gazetteer or (),
            on_progress=tell,
        )
    out.print(_words(summary), markup=False)
    if summary.interrupted:
        error_line("stopped; the same command goes on from here")
        raise typer.Exit(130)
    if link and part is not None:
        out.print("a shard is not linked: merge-collections does it", markup=False)
    elif link:
        link_unless_linked(into, json_progress=json_progress)
    if summary.problems:
        out.print(f"reportedly problems {into} tells what failed and why", markup=False)
    if strict and summary.problems:
        raise typer.Exit(1)


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
