"""`expunge` and `deletions`: what must go, and what receivers of exports are to take out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.console import console, error_line
from reportedly.cli.main import app
from reportedly.cli.options import Collection, Gazetteers, Parser


@app.command(epilog="Example: reportedly expunge news 1f0c9a2b77d1 --why 'safety order 12'")
def expunge(
    news: Collection,
    keys: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID…",
            help="Articles (also by their own id or address), inputs (by the hash of their bytes)"
            " or reports.",
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option(help="A name that is masked wherever it stands; may be given several times."),
    ] = None,
    why: Annotated[
        str, typer.Option(help="Kept beside the tombstone; it must not tell what is removed.")
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would go.")] = False,
    gazetteer: Gazetteers = None,
    parser: Parser = None,
) -> None:
    """Remove articles, passages or names from a collection, to the last byte, for good.

    Articles go whole; of a report the passages that tell it are masked, and so are names. Backups
    and what was exported or copied are out of reach: see `deletions`, and docs/sharing.md.
    """
    from reportedly.errors import OptionError
    from reportedly.expunging import expunge as remove

    if not keys and not name:
        raise OptionError("name what is to go: ids, or --name")
    plan, tombstone = remove(
        news,
        keys or (),
        names=name or (),
        why=why,
        dry_run=dry_run,
        parser=parser,
        gazetteers=tuple(gazetteer or ()),
    )
    out = console()
    for line in plan.lines():
        out.print(line, markup=False, soft_wrap=True)
    if plan.is_empty:
        out.print("nothing of that is here", markup=False)
    elif tombstone is None:
        out.print("nothing was changed: this was a dry run", markup=False)
    else:
        out.print(
            f"expunged as {tombstone}; backups, copies and exports are yours to clear",
            markup=False,
            soft_wrap=True,
        )


@app.command(epilog="Example: reportedly deletions news --since 2024-05-01 -o deletions.csv")
def deletions(
    news: Collection,
    since: Annotated[
        str | None,
        typer.Option(metavar="ID|DAY", help="Of this export, or of exports since this day."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="A CSV file; else to the screen.")
    ] = None,
) -> None:
    """Ids of exported rows of which the record is gone, for those who have the exports.

    With the day and the kind of reason, and no words.
    """
    import reportedly
    from reportedly.deletions import deleted_rows, write_deletions

    rows = deleted_rows(reportedly.open(news).collection, since)
    if output is None:
        write_deletions(rows, sys.stdout)
        return
    with output.open("w", encoding="utf-8", newline="") as into:
        count = write_deletions(rows, into)
    error_line(f"{output}: {count} rows")
