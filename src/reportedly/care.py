"""Upkeep of a collection: analyses redone, projections rebuilt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reportedly.errors import CollectionError
from reportedly.find.places import read_own_gazetteer
from reportedly.news import News
from reportedly.parse import load_parser
from reportedly.resources import analyser_hash
from reportedly.run import ReanalysisSummary, run_anew
from reportedly.store import Collection, Fault
from reportedly.work import make_rework

_TRUTH = frozenset(("database", "text", "article", "analysis"))  # what projections are made from


@dataclass(frozen=True, slots=True, kw_only=True)
class Reanalysis:
    """What a re-analysis came to, and where people's judgements are now."""

    summary: ReanalysisSummary
    judgements: dict[str, int]  # by how they were found: id, carried, orphaned


def outdated(path: str | Path, parser: str | None, gazetteers: Sequence[Path]) -> tuple[str, int]:
    """The analyser of today, and how many articles another one read.

    Raises:
        OptionError: if the parser is not installed or a gazetteer cannot be used.
        CollectionError: if there is no collection.
    """
    collection = Collection.open(path)
    for own in gazetteers:
        read_own_gazetteer(own)  # a broken file stops here and not in every worker
    analyser = analyser_hash(load_parser(parser).name, gazetteers)
    return analyser, collection.count_outdated(analyser)


def reanalyse(
    path: str | Path,
    *,
    link: bool = True,
    workers: int = 0,
    seconds: float = 60.0,
    memory: int | None = None,
    on: str | None = None,
    parser: str | None = None,
    gazetteers: Sequence[Path] = (),
    on_progress: Callable[[ReanalysisSummary], None] | None = None,
) -> Reanalysis:
    """Analyse anew what another analyser read, and link; texts are not extracted again.

    Each batch is written at once, so a run that was killed goes on where it was. Judgements stay:
    attached by the id of their report, else carried to the report that stands in its place, else
    orphaned, and none is dropped.

    Raises:
        OptionError: if the parser is not installed or a gazetteer cannot be used.
        CollectionError: if there is no collection, it is in use, or the disk is full.
    """
    analyser, _ = outdated(path, parser, gazetteers)
    collection = Collection.open(path)
    with collection.lock("reanalyse"):
        summary = run_anew(
            collection,
            analyser,
            partial(make_rework, parser, tuple(gazetteers)),
            workers=workers,
            seconds=seconds,
            memory=memory,
            on=on,
            on_progress=on_progress,
        )
        if summary.inputs:
            collection.log("reanalyse", f"analyser {analyser}: {summary}")
        collection.update_index()
    news = News(collection)
    if link and not summary.interrupted and not news.is_linked():
        news.link()
    judgements = {"id": 0, "carried": 0, "orphaned": 0}
    for attached in collection.attached_judgements():
        judgements[attached.how] += 1
    return Reanalysis(summary=summary, judgements=judgements)


def repair(path: str | Path) -> list[Fault]:
    """Throw the projections away and make them anew; gives the faults that are left.

    Articles, analyses, judgements and the ledger are read and not changed, but for the ids that
    linking adds. New links are written before the old ones go.

    Raises:
        CollectionError: if what the projections are made from is itself damaged.
    """
    collection = Collection.open(path)
    broken = [fault for fault in collection.check() if fault.what in _TRUTH]
    if broken:
        raise CollectionError(
            f"{path} cannot be repaired from itself ({broken[0]}): take a backup, or read again"
        )
    with collection.lock("repair"):
        collection.index.discard()
        collection.link_memory.forget()
        collection.update_index()
        if collection.links.file is not None:  # it was linked before
            News(collection).link()
        collection.links.remove_others()
        collection.log("repair", "index and links made anew")
    return collection.check()
