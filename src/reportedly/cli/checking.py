"""`check` and `lexicon check`: faults of a collection and of the data files."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli.console import console
from reportedly.cli.main import app
from reportedly.cli.options import Collection

lexicon = typer.Typer(
    help="The data files: lexicons, registries.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(lexicon, name="lexicon")


@app.command(epilog="Example: reportedly check news --repair")
def check(
    news: Collection,
    repair: Annotated[
        bool, typer.Option("--repair", help="Make the index and the links anew, then check.")
    ] = False,
) -> None:
    """Integrity of a collection: hashes, spans, dangling ids, one outcome for each input.

    --repair never touches articles, analyses or judgements. An expunging that was killed is
    finished.
    """
    import reportedly
    from reportedly.care import repair as make_anew
    from reportedly.expunging import link_again

    faults = make_anew(news) if repair else reportedly.open(news).check()
    if not faults:
        link_again(reportedly.open(news))
    out = console()
    for fault in faults:
        out.print(str(fault), markup=False)
    out.print(f"{len(faults)} faults" if faults else "no faults", markup=False)
    if faults:
        raise typer.Exit(1)


@lexicon.command("check", epilog="Example: reportedly lexicon check")
def lexicon_check() -> None:
    """Formats of all data files; each rule's example must trigger it, its counter-example not."""
    from reportedly.checks import check_data_files

    faults = check_data_files()
    out = console()
    for fault in faults:
        out.print(fault, markup=False)
    out.print(f"{len(faults)} faults" if faults else "no faults", markup=False)
    if faults:
        raise typer.Exit(1)


@app.command("version", epilog="Example: reportedly version")
def version() -> None:
    """Versions of the program and its data, with the licences of the data."""
    from reportedly.resources import data_lines, product_version

    out = console()
    for line in (f"reportedly {product_version()}", *data_lines()):
        out.print(line, markup=False, soft_wrap=True)
