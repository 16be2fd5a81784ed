"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportedly.errors import OptionError
from reportedly.filters import EventFilter, day_of

Collection = Annotated[Path, typer.Argument(help="The collection (a folder).", metavar="NEWS")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line, with all fields.")]
Limit = Annotated[int, typer.Option("--limit", help="Rows to show; 0 shows all.", min=0)]
Parser = Annotated[
    str | None, typer.Option("--parser", help="An installed English spaCy model, by its name.")
]
Gazetteers = Annotated[
    list[Path] | None,
    typer.Option(
        "--gazetteer", help="CSV or GeoJSON of your own places; may be given several times."
    ),
]
Workers = Annotated[int, typer.Option(min=0, help="Processes; 0 works in this one.")]
Seconds = Annotated[float, typer.Option(min=1, help="Time limit of one document.")]
Memory = Annotated[
    int | None,
    typer.Option(min=100, help="Limit of one process in MB; needs --workers or --on."),
]
On = Annotated[
    str | None,
    typer.Option(
        metavar="WHERE",
        help="ray, or ray://HOST:PORT of a cluster's head; needs 'reportedly\\[cluster]'.",
    ),
]
LinkToo = Annotated[bool, typer.Option("--link/--no-link", help="Link at the end.")]
JsonProgress = Annotated[
    bool,
    typer.Option("--json-progress", help="How far it is, a JSON line now and then on stderr."),
]
Type = Annotated[str | None, typer.Option("--type", help="A PLOVER type, such as PROTEST.")]
Mode = Annotated[str | None, typer.Option("--mode", help="A mode, such as arrest or symbolic.")]
Country = Annotated[str | None, typer.Option("--country", help="Two letters, such as PE.")]
PlaceName = Annotated[str | None, typer.Option("--place", help="Part of the place's name.")]
ActorName = Annotated[str | None, typer.Option("--actor", help="Part of an actor's name.")]
Since = Annotated[str | None, typer.Option("--from", help="First day, YYYY-MM-DD.")]
Until = Annotated[str | None, typer.Option("--to", help="Last day, YYYY-MM-DD.")]
RealisName = Annotated[
    str | None,
    typer.Option("--realis", help="actual, planned, threatened, attempted or hypothetical."),
]
Everything = Annotated[
    bool,
    typer.Option("--all", help="Planned, threatened, negated and untyped ones too."),
]
Outlet = Annotated[str | None, typer.Option("--outlet", help="Part of the outlet's name.")]


def event_filter(
    type_name: str | None,
    mode: str | None,
    country: str | None,
    place: str | None,
    actor: str | None,
    since: str | None,
    until: str | None,
    realis: str | None,
    everything: bool,
) -> EventFilter:
    """The filter that the options ask for.

    Raises:
        OptionError: for a type, realis or day that does not exist.
    """
    return EventFilter(
        type=type_name.upper() if type_name else None,
        mode=mode,
        country=country,
        place=place,
        actor=actor,
        since=day_of(since, "--from"),
        until=day_of(until, "--to"),
        realis=realis,
        everything=everything,
    )


def memory_in_bytes(megabytes: int | None, workers: int, on: str | None = None) -> int | None:
    """The limit of one process.

    Raises:
        OptionError: without processes: this one cannot be stopped and replaced.
    """
    if megabytes is not None and not workers and on is None:
        raise OptionError("--memory limits the processes of --workers: give --workers 1 or more")
    return None if megabytes is None else megabytes * 1_000_000
