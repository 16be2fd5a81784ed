"""`link`: what a collection says as a whole, with a word of how far it is."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.console import console, error_line
from reportedly.cli.main import app
from reportedly.cli.options import Collection, JsonProgress
from reportedly.cli.progress import span_of

if TYPE_CHECKING:
    from rich.console import Console

    from reportedly.watch import LinkProgress, OnLinkProgress

_JSON_SECONDS = 10.0  # between two JSON lines of one stage


@app.command(epilog="Example: reportedly link news")
def link(
    news: Collection,
    anew: Annotated[
        bool, typer.Option("--anew", help="Take nothing over from former linkings.")
    ] = False,
    json_progress: JsonProgress = False,
) -> None:
    """Link a collection: echoes, events with what corroborates them, campaigns, narratives."""
    link_now(news, anew=anew, json_progress=json_progress)


def link_unless_linked(path: Path, *, json_progress: bool = False) -> None:
    """Link a collection where anything is not linked yet."""
    import reportedly

    if reportedly.open(path).is_linked():
        console().print("nothing new to link", markup=False)
    else:
        link_now(path, json_progress=json_progress)


def link_now(path: Path, *, anew: bool = False, json_progress: bool = False) -> None:
    """Link a collection and tell what came of it; Ctrl-C leaves it linked as it was before."""
    import reportedly

    out = console()
    try:
        with link_progress(out, as_json=json_progress) as tell:
            counts = reportedly.open(path).link(anew=anew, on_progress=tell)
    except KeyboardInterrupt:
        error_line(f"stopped: nothing of this linking is kept; reportedly link {path} links it")
        raise typer.Exit(130) from None
    told = ", ".join(f"{number} {name}" for name, number in counts.items())
    out.print(f"linked: {told}", markup=False)


# --- progress -------------------------------------------------------------------------------


@contextmanager
def link_progress(out: Console, *, as_json: bool) -> Iterator[OnLinkProgress | None]:
    """Give the function that a linking calls now and then; None where nobody looks.

    Args:
        out: where results go; a line stands there while it is a terminal.
        as_json: JSON lines on standard error instead: one a stage, and now and then.
    """
    if as_json:
        yield _json_lines()
    elif out.is_terminal:
        with _line(out) as tell:
            yield tell
    else:
        yield None


class LinkPace:
    """The figures of a linking: of a stage that goes over the articles also rate and rest."""

    def __init__(self) -> None:
        self._began = self._stage_began = time.monotonic()
        self._stage = ""

    def figures(self, now: LinkProgress) -> dict[str, str | float | int | None]:
        """The figures of this moment."""
        clock = time.monotonic()
        if now.stage != self._stage:
            self._stage, self._stage_began = now.stage, clock
        spent = clock - self._stage_began
        rate = now.articles / spent if now.articles and spent > 0 else None
        return {
            "stage": now.stage,
            "articles": now.articles,
            "of": now.of,
            "per_second": None if rate is None else round(rate, 1),
            "seconds": round(clock - self._began, 1),
            "stage_seconds_left": round((now.of - (now.articles or 0)) / rate, 1) if rate else None,
        }


def _json_lines() -> OnLinkProgress:
    pace = LinkPace()
    stage, told_at = "", 0.0

    def tell(now: LinkProgress) -> None:
        nonlocal stage, told_at
        figures, clock = pace.figures(now), time.monotonic()
        if now.stage != stage or now.articles == now.of or clock - told_at >= _JSON_SECONDS:
            print(json.dumps(figures), file=sys.stderr, flush=True)
            stage, told_at = now.stage, clock

    return tell


@contextmanager
def _line(out: Console) -> Iterator[OnLinkProgress]:
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        TextColumn("{task.fields[told]}"),
        TimeElapsedColumn(),
    )
    pace = LinkPace()
    with Progress(*columns, console=out, transient=True) as bar:
        task = bar.add_task("linking …", total=None, told="")

        def tell(now: LinkProgress) -> None:
            bar.update(
                task,
                description=f"linking: {now.stage}",
                total=None if now.articles is None else now.of,
                completed=now.articles or 0,
                told=_words(pace.figures(now)),
            )

        yield tell


def _words(figures: dict[str, str | float | int | None]) -> str:
    if not figures["per_second"]:
        return f"{figures['of']:,} articles"
    parts = [f"{figures['articles']:,} of {figures['of']:,} articles"]
    parts.append(f"{figures['per_second']:,}/s")
    left = figures["stage_seconds_left"]
    if isinstance(left, int | float) and left > 0:
        parts.append(f"{span_of(left)} left")
    return ", ".join(parts)
