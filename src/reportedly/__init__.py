"""Reportedly: event data from published news, every value traced to the words that give it.

The verbs of the command line, in Python::

    import reportedly

    reportedly.analyse("Police held 14 people in Cusco on Friday.", published="2024-03-18")
    reportedly.read(["pages/"], into="news")
    reportedly.open("news").events(type="PROTEST").to_pandas()
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.alone import Findings, FoundPlaces
    from reportedly.ingest import Meter
    from reportedly.news import News
    from reportedly.records import DateMention, Quote
    from reportedly.run import RunSummary, Shard
    from reportedly.single import AnalysedText

__all__ = ["analyse", "find_dates", "find_places", "find_quotes", "open", "read"]


def analyse(
    text: str,
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    only: Sequence[str] = (),
    parser: str | None = None,
    gazetteers: Sequence[Path] = (),
    why: bool = False,
    **facts: str | None,
) -> AnalysedText:
    """Read one text; see `reportedly.single.analyse_text`."""
    from reportedly.single import analyse_text

    return analyse_text(
        text,
        published=published,
        outlet=outlet,
        only=only,
        parser=parser,
        gazetteers=gazetteers,
        why=why,
        **facts,
    )


def find_places(text: str, *, gazetteers: Sequence[Path] = (), **facts: str | None) -> FoundPlaces:
    """The toponyms of one text with the places they denote; see `reportedly.alone.places_of`."""
    from reportedly.alone import places_of

    return places_of(text, gazetteers=gazetteers, **facts)


def find_dates(text: str, **facts: str | None) -> Findings[DateMention]:
    """The time expressions of one text with their values; see `reportedly.alone.dates_of`."""
    from reportedly.alone import dates_of

    return dates_of(text, **facts)


def find_quotes(text: str, **facts: str | None) -> Findings[Quote]:
    """Words given as somebody's in one text; see `reportedly.alone.quotes_of`."""
    from reportedly.alone import quotes_of

    return quotes_of(text, **facts)


def read(
    paths: Sequence[str | Path],
    *,
    into: str | Path,
    link: bool = True,
    workers: int = 0,
    seconds: float = 60.0,
    memory: int | None = None,
    on: str | None = None,
    shard: Shard | None = None,
    meter: Meter | None = None,
    outlet_file: Path | None = None,
    parser: str | None = None,
    gazetteers: Sequence[Path] = (),
    on_progress: Callable[[RunSummary], None] | None = None,
) -> RunSummary:
    """Read files and folders into a collection, and link it; see `reportedly.news.read_into`."""
    from reportedly.news import read_into

    return read_into(
        paths,
        into=into,
        link=link,
        workers=workers,
        seconds=seconds,
        memory=memory,
        on=on,
        shard=shard,
        meter=meter,
        outlet_file=outlet_file,
        parser=parser,
        gazetteers=gazetteers,
        on_progress=on_progress,
    )


def open(path: str | Path) -> News:  # noqa: A001  # the verb of the command line
    """Open a collection.

    Raises:
        CollectionError: if there is none, or it has another format.
    """
    from reportedly.news import News

    return News.open(path)
