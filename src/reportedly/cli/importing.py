"""`import` and `compare`: hand-coded data sets beside our events."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.console import error_line, show_rows
from reportedly.cli.main import app
from reportedly.cli.options import AsJson, Collection, Limit
from reportedly.errors import OptionError

_SHOWN = ("side", "event", "row", "differs", "type", "their_type", "days", "their_days", "place",
          "their_place")  # fmt: skip
_MOST_LINES = 100


@app.command("import", epilog="Example: reportedly import rows.csv --into news --as acled")
def import_(
    file: Annotated[Path, typer.Argument(help="A CSV file of hand-coded events.")],
    into: Annotated[Path, typer.Option("--into", help="The collection.", metavar="NEWS")],
    format_name: Annotated[
        str, typer.Option("--as", help="acled, ucdp, report-csv, or csv with --map.")
    ],
    map_file: Annotated[Path | None, typer.Option("--map", help="Your map of columns.")] = None,
    source: Annotated[
        str | None, typer.Option(help="The name under which the rows are kept.")
    ] = None,
    encoding: Annotated[str, typer.Option(help="Of the file.")] = "utf-8",
    problems: Annotated[
        Path | None, typer.Option(help="Where to write every row that cannot be read.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 if a row cannot be read.")
    ] = False,
) -> None:
    """Keep the rows of a data set beside ours, as records of their own source.

    Nothing of ours changes. A row that cannot be read is one line with its number and reason.
    """
    from reportedly.export.files import Files
    from reportedly.imports import Fault, import_rows, load_map, shipped_map
    from reportedly.store import Collection as Stored

    if (format_name == "csv") != (map_file is not None):
        raise OptionError("--as csv needs --map, and --map goes with --as csv")
    if not file.is_file():
        raise OptionError(f"no such file: {file}")
    columns = load_map(map_file) if map_file else shipped_map(format_name)
    collection = Stored.open(into)
    told = 0

    def tell(fault: Fault) -> None:
        nonlocal told
        told += 1
        if lines is not None:
            lines.write(f"{fault}\n")
        elif told <= _MOST_LINES:
            error_line(str(fault))

    if problems is None:
        lines = None
        imported = import_rows(
            collection, file, columns, source=source, encoding=encoding, on_fault=tell
        )
        if told > _MOST_LINES:
            error_line(f"and {told - _MOST_LINES} more: --problems FILE writes all")
    else:
        with Files(problems) as files:
            lines = files.text()
            imported = import_rows(
                collection, file, columns, source=source, encoding=encoding, on_fault=tell
            )
    print(imported)
    if strict and imported.faults:
        raise typer.Exit(1)


@app.command(epilog="Example: reportedly compare news --with acled -o compared.csv")
def compare(
    news: Collection,
    source: Annotated[
        str | None, typer.Option("--with", help="A source that was imported; all without it.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write all rows as CSV.")
    ] = None,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """What our events and an imported data set each have alone, and where they differ."""
    from reportedly.export.files import Files, csv_rows
    from reportedly.imports import COLUMNS, compared, counts_of
    from reportedly.store import Collection as Stored
    from reportedly.tables import words

    rows = compared(Stored.open(news), source)
    if output is not None:
        with Files(output) as files:
            write = csv_rows(files.text(), COLUMNS)

            def written() -> object:
                for row in rows:
                    write({**row, "differs": words(row["differs"])})
                    yield row

            counts = counts_of(written())  # type: ignore[arg-type]
        error_line(f"{output}: {', '.join(f'{n} {name}' for name, n in counts.items())}")
        return
    shown = list(rows)
    show_rows(shown, _SHOWN, as_json=as_json, limit=limit, nothing="nothing to compare")
    if not as_json:
        print(", ".join(f"{n} {name}" for name, n in counts_of(shown).items()))
