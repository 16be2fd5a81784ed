"""`export` and `profiles`: a collection as files that other tools open."""

from __future__ import annotations

import json
import re
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.console import error_line
from reportedly.cli.main import app
from reportedly.cli.options import Collection
from reportedly.errors import OptionError

_DELAY = re.compile(r"-(\d+)d")
_FORMATS = "report-csv, acled-like, plover, gdelt, ftm, geojson, graph, parquet or scoring"


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
) -> None:
    """Write a collection in another format, noted in the collection's log.

    Private persons become roles and no place is finer than a town, unless --restricted says why
    they are shown. `scoring` is for evaluation: it is not redacted.
    """
    import reportedly
    from reportedly.export import FORMATS

    if format_name not in (*FORMATS, "scoring"):
        raise OptionError(f"--as knows {_FORMATS}, not {format_name!r}")
    if restricted is not None and not restricted.strip():
        raise OptionError("--restricted wants a reason, which is logged")
    collection = reportedly.open(news)
    if format_name == "scoring":
        data = json.dumps(collection.scoring(), ensure_ascii=False, indent=1) + "\n"
        said = "unredacted, for evaluation"
        _write(data, output)
        collection.log("export", f"scoring: {said}")
    else:
        if output is None:
            raise OptionError(f"--as {format_name} needs -o: it writes companions beside the file")
        said = str(
            collection.export(
                format_name,
                output,
                profile=profile,
                restricted=restricted,
                not_after=_day(not_after),
                with_texts=with_texts,
            )
        )
        if restricted is None:
            said += "; private persons are roles, no place is finer than a town"
    if output is not None:
        error_line(f"{output}: {said}")


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


def _write(text: str, output: Path | None) -> None:
    from reportedly.export.files import Files

    if output is None:
        sys.stdout.write(text)
        return
    with Files(output) as files:
        files.text().write(text)


def _day(words: str | None) -> date | None:
    """A day, or so many days before today."""
    from reportedly.filters import day_of

    match = _DELAY.fullmatch(words or "")
    return date.today() - timedelta(days=int(match[1])) if match else day_of(words, "--not-after")
