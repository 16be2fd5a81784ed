"""`export` and `profiles`: a collection as files that other tools open."""

from __future__ import annotations

import json
import re
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from reportedly.cli.console import error_line, show_rows
from reportedly.cli.main import app
from reportedly.cli.options import AsJson, Collection, Limit
from reportedly.errors import OptionError

_DELAY = re.compile(r"-(\d+)d")
_FORMATS = (
    "report-csv, acled-like, plover, gdelt, ftm, geojson, graph, parquet, scoring, collection"
    " or site"
)
_FOLDERS = ("collection", "site")


@app.command(epilog="Example: reportedly export news --as report-csv -o reports.csv")
def export(
    news: Collection,
    format_name: Annotated[str, typer.Option("--as", help=f"{_FORMATS}.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where to; companions go beside it.")
    ] = None,
    profile: Annotated[
        Path | None, typer.Option(help="Your codebook profile, for acled-like.")
    ] = None,
    restricted: Annotated[
        str | None,
        typer.Option(metavar="WHY", help="Show private names and fine places; WHY is logged."),
    ] = None,
    not_after: Annotated[
        str | None,
        typer.Option(help="Leave out what was published later: YYYY-MM-DD, or -14d for a delay."),
    ] = None,
    with_texts: Annotated[
        bool, typer.Option("--with-texts", help="Whole articles too, where you have the rights.")
    ] = False,
    population_floor: Annotated[
        int,
        typer.Option(min=0, help="Inhabitants: smaller towns are told as their district; 0 none."),
    ] = 1000,
    since: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Only what changed since an export (see `exports`)."),
    ] = None,
) -> None:
    """Write a collection in another format, noted in the collection's log.

    Private persons become roles and no place is finer than a town of 1,000 inhabitants, unless
    --restricted says why they are shown. `scoring` is for evaluation: it is not redacted.
    `collection` is a copy to pass on and explore, `site` the same as pages for any web server; both
    are 14 days behind unless --not-after says otherwise.
    """
    import reportedly
    from reportedly.export import FORMATS, UNREDACTED, Options

    if format_name not in (*FORMATS, *_FOLDERS):
        raise OptionError(f"--as knows {_FORMATS}, not {format_name!r}")
    if restricted is not None and not restricted.strip():
        raise OptionError("--restricted wants a reason, which is logged")
    collection = reportedly.open(news)
    if output is None:
        if format_name != "scoring":
            raise OptionError(f"--as {format_name} needs -o: it writes companions beside the file")
        sys.stdout.write(json.dumps(collection.scoring(), ensure_ascii=False, indent=1) + "\n")
        collection.log("export", "scoring to the screen: unredacted, for evaluation")
        return
    chosen: dict[str, Any] = {
        "profile": profile,
        "restricted": restricted,
        "not_after": _day(not_after),
        "with_texts": with_texts,
        "population_floor": population_floor,
        "since": since,
    }
    if format_name in _FOLDERS:
        from reportedly.sharing import DELAY_DAYS, share

        if not_after is None:
            chosen["not_after"] = date.today() - timedelta(days=DELAY_DAYS)
        if format_name == "site":
            from reportedly.web.site import write_site

            written = write_site(collection.collection, output, Options(**chosen))
        else:
            written = share(collection.collection, output, Options(**chosen))
    else:
        written = collection.export(format_name, output, **chosen)
    said = f"{output}: {written}"
    if restricted is None and format_name not in UNREDACTED:
        said += f"; private persons are roles, no place is finer than {_finest(population_floor)}"
    if with_texts:
        said += "; whole articles belong to their publishers: mind their rights"
    error_line(said, f"export {written.export_id}")


def _finest(population_floor: int) -> str:
    return f"a town of {population_floor} inhabitants" if population_floor else "a town"


@app.command(epilog="Example: reportedly exports news")
def exports(news: Collection, limit: Limit = 20, as_json: AsJson = False) -> None:
    """What went out of a collection: id (for `export --since`), time, format, path, counts."""
    import reportedly

    columns = ("id", "at", "format", "path", "what")
    table = reportedly.open(news).exports()
    show_rows(table, columns, as_json=as_json, limit=limit, nothing="nothing was exported")


profiles = typer.Typer(help="Codebook profiles.", no_args_is_help=True)
app.add_typer(profiles, name="profiles")


@profiles.command(epilog="Example: reportedly profiles check mine.toml")
def check(files: Annotated[list[Path], typer.Argument(help="Profiles.")]) -> None:
    """Say what is wrong with profiles, a line each; exit code 2 if anything is."""
    from reportedly.export import check_profile

    faults = [fault for file in files for fault in check_profile(file)]
    for fault in faults:
        error_line(fault)
    if faults:
        raise typer.Exit(2)
    print(f"{len(files)} profiles, no faults")


def _day(words: str | None) -> date | None:
    """A day, or so many days before today."""
    from reportedly.filters import day_of

    match = _DELAY.fullmatch(words or "")
    return date.today() - timedelta(days=int(match[1])) if match else day_of(words, "--not-after")
