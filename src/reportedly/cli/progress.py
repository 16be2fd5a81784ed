"""How far a long run is: a bar on a terminal, JSON lines for machines, else nothing."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.console import Console

_JSON_SECONDS = 10.0  # between two JSON lines


class Counts(Protocol):
    """What a run tells of itself."""

    @property
    def inputs(self) -> int:
        """All that was looked at."""

    @property
    def problems(self) -> int:
        """What failed."""


class Pace:
    """Rate and remaining time, from what is done of what there is.

    What an earlier run had done already passes quickly and tells nothing of the pace, so it is
    measured from the first word of progress on.
    """

    def __init__(self, share: Callable[[], float | None]) -> None:
        self._share = share  # from 0 to 1; None while the whole is not known
        self._began = time.monotonic()
        self._first: tuple[float, float, int] | None = None  # when, share and inputs then

    def figures(self, counts: Counts) -> dict[str, float | int | None]:
        """The figures of this moment."""
        now, share = time.monotonic(), self._share()
        if self._first is None:
            self._first = (now, share or 0.0, counts.inputs)
        since, share_then, inputs_then = self._first
        elapsed = now - since
        rate = (counts.inputs - inputs_then) / elapsed if elapsed > 0 else None
        grown = None if share is None else share - share_then
        left = elapsed * (1 - share) / grown if share is not None and grown else None
        return {
            "inputs": counts.inputs,
            "problems": counts.problems,
            "per_second": None if rate is None else round(rate, 2),
            "share": None if share is None else round(share, 4),
            "seconds": round(now - self._began, 1),
            "seconds_left": None if left is None else round(left, 1),
        }


@contextmanager
def progress(
    out: Console, what: str, share: Callable[[], float | None], *, as_json: bool
) -> Iterator[Callable[[Counts], None] | None]:
    """Give the function that a run calls now and then; None where nobody looks.

    Args:
        out: where results go; the bar stands there while it is a terminal.
        what: the word before the bar.
        share: how much of the whole is done, from 0 to 1.
        as_json: a JSON line now and then on standard error instead.
    """
    pace = Pace(share)
    if as_json:
        with _json_lines(pace) as tell:
            yield tell
    elif out.is_terminal:
        with _bar(out, what, pace) as tell:
            yield tell
    else:
        yield None


@contextmanager
def _json_lines(pace: Pace) -> Iterator[Callable[[Counts], None]]:
    """A line at first, now and then, and at the end."""
    told_at: float | None = None
    waiting: Counts | None = None

    def tell(counts: Counts) -> None:
        nonlocal told_at, waiting
        now, waiting = time.monotonic(), counts
        if told_at is None or now - told_at >= _JSON_SECONDS:
            _print(pace.figures(counts))
            told_at, waiting = now, None

    try:
        yield tell
    finally:
        if waiting is not None:
            _print(pace.figures(waiting))


def _print(figures: dict[str, float | int | None]) -> None:
    print(json.dumps(figures), file=sys.stderr, flush=True)


@contextmanager
def _bar(out: Console, what: str, pace: Pace) -> Iterator[Callable[[Counts], None]]:
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        TextColumn("{task.fields[told]}"),
    )
    with Progress(*columns, console=out, transient=True) as bar:
        task = bar.add_task(f"{what} …", total=None, told="")

        def tell(counts: Counts) -> None:
            figures = pace.figures(counts)
            share = figures["share"]
            bar.update(
                task,
                total=None if share is None else 1.0,
                completed=share or 0.0,
                told=_words(figures),
            )

        yield tell


def _words(figures: dict[str, float | int | None]) -> str:
    parts = [f"{figures['inputs']:,} inputs"]
    if figures["per_second"]:
        parts.append(f"{figures['per_second']:.1f}/s")
    if figures["seconds_left"] is not None:
        parts.append(f"{span_of(figures['seconds_left'])} left")
    parts.append(f"{figures['problems']:,} problems")
    return ", ".join(parts)


def span_of(seconds: float) -> str:
    """A time as minutes and seconds, with hours where there are any."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
