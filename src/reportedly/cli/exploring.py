"""`explore`: the web explorer and review desk."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli.console import console
from reportedly.cli.main import app
from reportedly.cli.options import Collection


@app.command(epilog="Example: reportedly explore news")
def explore(
    news: Collection,
    host: Annotated[
        str, typer.Option(help="Another address of this machine, for a network that you trust.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 0,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the address.")
    ] = True,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Take no judgements from the review desk.")
    ] = False,
    restricted: Annotated[
        str | None,
        typer.Option(
            metavar="WHY", help="Show private names and streets; the reason is noted in the log."
        ),
    ] = None,
) -> None:
    """Look at a collection in the browser: map, timeline, sentences, copies; and judge reports.

    It runs on this machine only (127.0.0.1) unless --host says otherwise, needs no network, and
    stops with Ctrl-C.
    """
    from reportedly.web import explore as serve

    out = console()
    with out.status("preparing …") as status:

        def progress(done: int, of: int) -> None:
            status.update(f"preparing … {done} of {of} articles")

        def say(address: str) -> None:
            status.stop()
            out.print(f"{address}\nCtrl-C stops it", markup=False, soft_wrap=True)
            if host != "127.0.0.1":
                out.print("The connection is not encrypted: others on the network can read along.")

        serve(
            news,
            host=host,
            port=port,
            browser=browser,
            read_only=read_only,
            restricted=restricted,
            say=say,
            progress=progress,
        )
