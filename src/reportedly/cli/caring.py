"""`reanalyse`, `backup` and `merge-collections`: upkeep of collections."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.console import console, error_line
from reportedly.cli.linking import link_unless_linked
from reportedly.cli.main import app
from reportedly.cli.options import (
    Collection,
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
    from reportedly.run import ReanalysisSummary


@app.command(epilog="Example: reportedly reanalyse news --workers 2")
def reanalyse(
    news: Collection,
    link: LinkToo = True,
    workers: Workers = 0,
    seconds: Seconds = 60.0,
    memory: Memory = None,
    on: On = None,
    gazetteer: Gazetteers = None,
    parser: Parser = None,
    json_progress: JsonProgress = False,
) -> None:
    """Analyse anew what another version, lexicon, gazetteer or parser read, then link.

    Texts stay as they were extracted. Judgements stay with their reports, or with the reports
    that took their place; a run that was stopped or killed goes on where it was.
    """
    from reportedly.care import outdated
    from reportedly.care import reanalyse as redo

    gazetteers = tuple(gazetteer or ())
    _, total = outdated(news, parser, gazetteers)
    out, done = console(), 0

    def share() -> float | None:
        return done / total if total else None

    with progress(out, "analysing", share, as_json=json_progress) as tell:

        def count(counts: ReanalysisSummary) -> None:
            nonlocal done
            done = counts.inputs
            if tell:
                tell(counts)

        result = redo(
            news,
            link=False,
            workers=workers,
            seconds=seconds,
            memory=memory_in_bytes(memory, workers, on),
            on=on,
            parser=parser,
            gazetteers=gazetteers,
            on_progress=count,
        )
    summary = result.summary
    failed = f", {summary.problems} failed and keep their former one" if summary.problems else ""
    out.print(f"{summary.articles} articles analysed anew{failed}", markup=False)
    if summary.interrupted:
        error_line("stopped; the same command goes on from here")
        raise typer.Exit(130)
    if any(result.judgements.values()):
        kept, carried, orphaned = (result.judgements[how] for how in ("id", "carried", "orphaned"))
        out.print(
            f"judgements: {kept} with their reports, {carried} carried to the reports in their"
            f" place, {orphaned} without a report",
            markup=False,
        )
    if link:
        link_unless_linked(news, json_progress=json_progress)


@app.command(epilog="Example: reportedly backup news --to /media/disk/news-backup")
def backup(
    news: Collection,
    to: Annotated[Path, typer.Option("--to", help="A new folder, or that of an older backup.")],
) -> None:
    """Copy a collection as it is at this moment, also while a read or review goes on.

    The copy is a collection like others. A second backup to the same folder copies only what is
    new.
    """
    import reportedly
    from reportedly.store import back_up

    reportedly.open(news)  # tells what is wrong with it before anything is made
    originals = back_up(news, to)
    console().print(f"backed up to {to}: {originals} originals", markup=False, soft_wrap=True)


@app.command("merge-collections", epilog="Example: reportedly merge-collections a b --into news")
def merge_collections(
    sources: Annotated[list[Path], typer.Argument(help="Collections.", metavar="NEWS…")],
    into: Annotated[Path, typer.Option("--into", help="A new folder.")],
    link: LinkToo = True,
    outlets: Annotated[
        Path | None, typer.Option(help="The statements of outlets that read was given.")
    ] = None,
    gazetteer: Gazetteers = None,
    parser: Parser = None,
) -> None:
    """Make one collection of several: of all shards of a read, what one machine would have read.

    Judgements, event ids and logs come along. What the collections say differently is named; the
    first one counts.
    """
    from reportedly.merging import merge_collections as merge
    from reportedly.work import make_work

    out = console()
    merged = merge(sources, into, partial(make_work, parser, outlets, tuple(gazetteer or ())))
    names = {
        "article": "articles",
        "duplicate": "copies",
        "problem": "problems",
        "skipped": "others",
        "known": "known before",
    }
    told = ", ".join(
        f"{merged.counts[kind]} {name}" for kind, name in names.items() if kind in merged.counts
    )
    out.print(f"merged {len(sources)} collections: {told or 'no inputs'}", markup=False)
    for conflict in merged.conflicts:
        out.print(f"conflict: {conflict}", markup=False)
    if merged.missing_shards:
        out.print(f"missing shards: {', '.join(map(str, merged.missing_shards))}", markup=False)
    if link:
        link_unless_linked(into)
