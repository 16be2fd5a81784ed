"""`export`: a collection as a file that other tools open."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from reportedly.cli.console import error_line
from reportedly.cli.main import app
from reportedly.cli.options import Collection
from reportedly.errors import OptionError

if TYPE_CHECKING:
    from reportedly.news import News


def _scoring(news: News, into: TextIO) -> str:
    data = news.scoring()
    json.dump(data, into, ensure_ascii=False, indent=1)
    into.write("\n")
    return f"{len(data['articles'])} articles, {len(data['events'])} events"


def _report_csv(news: News, into: TextIO) -> str:
    rows = news.report_csv(into)
    return f"{rows} reports; names of persons and places finer than a town are left out"


FORMATS: dict[str, Callable[[News, TextIO], str]] = {
    "scoring": _scoring,
    "report-csv": _report_csv,
}


@app.command(epilog="Example: reportedly export news --as report-csv -o reports.csv")
def export(
    news: Collection,
    format_name: Annotated[str, typer.Option("--as", help=f"{' or '.join(FORMATS)}.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where to; standard output if left out.")
    ] = None,
) -> None:
    """Write a collection in another format, noted in the collection's log."""
    import reportedly

    if format_name not in FORMATS:
        raise OptionError(f"--as knows {', '.join(FORMATS)}, not {format_name!r}")
    collection = reportedly.open(news)
    with ExitStack() as stack:
        into: TextIO = sys.stdout
        if output is not None:
            try:
                into = stack.enter_context(output.open("w", encoding="utf-8", newline=""))
            except OSError as error:
                raise OptionError(f"cannot write {output}: {error.strerror}") from None
        said = FORMATS[format_name](collection, into)
    collection.log("export", f"{format_name}: {said}")
    if output is not None:
        error_line(f"{output}: {said}")
