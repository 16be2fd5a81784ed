"""`show`: one record whole."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from reportedly.cli.console import console
from reportedly.cli.main import app
from reportedly.cli.options import AsJson, Collection


@app.command(epilog="Example: reportedly show news e-1a2b3c4d5e6f")
def show(
    news: Collection,
    record: Annotated[
        str, typer.Argument(help="An id, or its beginning: event, report, article, echo.")
    ],
    as_json: AsJson = False,
) -> None:
    """One record whole: each value with its sentence, who says so, what disagrees, why merged."""
    import reportedly

    shown = reportedly.open(news).show(record)
    if as_json:
        print(json.dumps(shown.data, ensure_ascii=False, indent=1))
        return
    out = console()
    for line in shown.lines:
        out.print(line, markup=False, style="bold" if not line.startswith(" ") else None)
