"""`plot`: charts of a collection as SVG or PNG."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.console import error_line
from reportedly.cli.main import app
from reportedly.cli.options import Collection


@app.command(epilog="Example: reportedly plot news events-by-week -o weeks.svg")
def plot(
    news: Collection,
    chart: Annotated[
        str,
        typer.Argument(help="events-by-week, copies-by-outlet, corroboration or contradictions."),
    ],
    output: Annotated[Path, typer.Option("-o", "--output", help="A file: .svg or .png.")],
) -> None:
    """Draw a chart: events by week and type, copies by outlet, corroboration, contradictions.

    Symbolic displays stay apart from demonstrations. PNG needs the extra `plots`.
    """
    from reportedly.plots import write_plot
    from reportedly.store import Collection as Stored

    drawn = write_plot(Stored.open(news), chart, output)
    error_line(f"{output}: {drawn.title}. {drawn.note}")
