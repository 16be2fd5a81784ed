"""`events`, `quotes`, `claims`, `echoes`, `sources`, `problems`: tables of a collection."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.console import show_rows
from reportedly.cli.main import app

_LIMIT = 50


@app.command(epilog="Example: reportedly events news --type PROTEST --from 2024-03-01 --json")
def events(
    news: o.Collection,
    type_name: o.Type = None,
    mode: o.Mode = None,
    country: o.Country = None,
    place: o.PlaceName = None,
    actor: o.ActorName = None,
    since: o.Since = None,
    until: o.Until = None,
    realis: o.RealisName = None,
    everything: o.Everything = False,
    limit: o.Limit = _LIMIT,
    as_json: o.AsJson = False,
) -> None:
    """Events with what corroborates them: reports, texts, voices, sides; never a score."""
    import reportedly

    wanted = o.event_filter(
        type_name, mode, country, place, actor, since, until, realis, everything
    )
    table = reportedly.open(news).events(wanted)
    lead = ("id", "day", "type", "mode", "flags", "place")
    columns = ("actors", "alleged_actors", "recipients", "counts", "corroboration", "disagreement")
    show_rows(table, columns, as_json=as_json, limit=limit, nothing="no events", lead=lead)


@app.command(epilog="Example: reportedly quotes news --speaker minister")
def quotes(
    news: o.Collection,
    speaker: Annotated[str | None, typer.Option(help="Part of the speaker's name.")] = None,
    kind: Annotated[
        str | None, typer.Option(help="direct, indirect, mixed, slogan or belief.")
    ] = None,
    outlet: o.Outlet = None,
    limit: o.Limit = _LIMIT,
    as_json: o.AsJson = False,
) -> None:
    """Words given as somebody's: who said them, by what medium, in which article."""
    import reportedly

    table = reportedly.open(news).quotes(speaker=speaker, kind=kind, outlet=outlet)
    columns = ("speaker", "kind", "medium", "content", "article")
    show_rows(table, columns, as_json=as_json, limit=limit, nothing="no quotes")


@app.command(epilog="Example: reportedly claims news --about ministry")
def claims(
    news: o.Collection,
    about: Annotated[str | None, typer.Option(help="Part of the name it is about.")] = None,
    speaker: Annotated[str | None, typer.Option(help="Part of the speaker's name.")] = None,
    outlet: o.Outlet = None,
    limit: o.Limit = _LIMIT,
    as_json: o.AsJson = False,
) -> None:
    """What somebody asserts about somebody, and denials of acts that nobody reports."""
    import reportedly

    table = reportedly.open(news).claims(about=about, speaker=speaker, outlet=outlet)
    columns = ("kind", "polarity", "time", "about", "content", "according_to", "article")
    show_rows(table, columns, as_json=as_json, limit=limit, nothing="no claims")


@app.command(epilog="Example: reportedly echoes news")
def echoes(news: o.Collection, limit: o.Limit = _LIMIT, as_json: o.AsJson = False) -> None:
    """Articles that share text: verbatim, edited, rewritten, excerpt, with the origin."""
    import reportedly

    columns = ("echo", "kind", "article", "outlet", "side", "published", "shared")
    table = reportedly.open(news).echoes()
    show_rows(table, columns, as_json=as_json, limit=limit, nothing="no copies found")


@app.command(epilog="Example: reportedly sources news")
def sources(news: o.Collection, limit: o.Limit = _LIMIT, as_json: o.AsJson = False) -> None:
    """Outlets: their sides and on what basis, whom they copy, how much later, what is their own."""
    import reportedly

    columns = (
        "outlet", "side", "side_basis", "owner", "articles", "own_share", "copied_from", "lag_days",
    )  # fmt: skip
    table = reportedly.open(news).sources()
    show_rows(table, columns, as_json=as_json, limit=limit, nothing="no articles")


@app.command(epilog="Example: reportedly problems news --stage ingest")
def problems(
    news: o.Collection,
    stage: Annotated[str | None, typer.Option(help="ingest, extract, a stage's name …")] = None,
    limit: o.Limit = _LIMIT,
    as_json: o.AsJson = False,
) -> None:
    """Inputs and stages that failed, each with its reason."""
    import reportedly

    table = reportedly.open(news).problems(stage=stage)
    columns = ("source", "row", "stage", "reason")
    show_rows(table, columns, as_json=as_json, limit=limit, nothing="no problems")
