"""A collection as its users see it: read into, linked, looked at, exported."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportedly.corpus.link import link_library
from reportedly.corpus.merge import LedgerEntry
from reportedly.corpus.sources import copying
from reportedly.errors import OptionError
from reportedly.export import Options, Written, logged_rows, scoring, write_export
from reportedly.filters import EventFilter, filter_events
from reportedly.find.places import read_own_gazetteer
from reportedly.ingest import Meter, read_inputs
from reportedly.records import Analysis, Article, Event
from reportedly.run import RunSummary, Shard, run
from reportedly.show import Shown, show_article, show_echo, show_event, show_report
from reportedly.sides import load_outlet_file
from reportedly.store import Collection, Fault, Linked
from reportedly.tables import (
    Row,
    Table,
    claim_row,
    denial_rows,
    echo_rows,
    event_rows,
    problem_rows,
    quote_row,
    source_rows,
)
from reportedly.watch import OnLinkProgress, Watch
from reportedly.work import make_work

if TYPE_CHECKING:
    from reportedly.records import Report


def read_into(
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
    """Read files and folders into a collection; each input ends as an article or a problem.

    Args:
        paths: files and folders: HTML, text, JSONL, CSV, feeds, gzip, ZIP.
        into: the collection's folder, made if it is missing.
        link: link the collection at the end, where anything is not linked yet.
        workers: processes; 0 reads in this one. Records are the same.
        seconds: time limit of one document.
        memory: limit of one worker in bytes, or None.
        on: `ray` or `ray://HOST:PORT` to work on a cluster (docs/scale.md), or None.
        shard: the part of the inputs that goes into this collection (see `merging`).
        meter: told how much of the files was read.
        outlet_file: the user's statements of outlets (see `sides`).
        parser: name of an installed spaCy model, None for the default.
        gazetteers: the user's files of places (docs/formats/gazetteer.md).
        on_progress: called now and then with the counts so far.

    Raises:
        OptionError: if a path does not exist, the outlet file, parser or a gazetteer cannot be
            used, or the collection holds another shard.
        CollectionError: if the collection is locked, of another format, or the disk is full.
    """
    missing = [str(path) for path in paths if not Path(path).exists()]
    if missing and len(missing) == len(paths):
        raise OptionError(f"no such file or folder: {', '.join(missing)}")
    if outlet_file is not None:
        load_outlet_file(outlet_file)  # a broken file stops here and not in every worker
    for own in gazetteers:
        read_own_gazetteer(own)
    collection = Collection.open_or_create(into)
    with collection.lock("read"):
        _keep_to_shard(collection, shard)
        summary = run(
            read_inputs(paths, meter=meter),
            collection,
            partial(make_work, parser, outlet_file, tuple(gazetteers)),
            workers=workers,
            seconds=seconds,
            memory=memory,
            on=on,
            shard=shard,
            on_progress=on_progress,
        )
        collection.log("read", f"{', '.join(map(str, paths))}: {summary}")
        collection.update_index()
    news = News(collection)
    if link and not summary.interrupted and not news.is_linked():
        news.link()
    return summary


def _keep_to_shard(collection: Collection, shard: Shard | None) -> None:
    """A collection that holds a shard takes no other inputs, and a whole one takes no shard."""
    held, of = collection.fact("shard"), collection.fact("shards")
    wanted = (shard.number, shard.of) if shard else (None, None)
    if (held, of) == wanted:
        return
    if held is None and shard is not None and not collection.counts()["inputs"]:
        collection.set_fact("shard", shard.number)
        collection.set_fact("shards", shard.of)
        return
    what = f"shard {held}/{of}" if held else "a whole read"
    raise OptionError(f"{collection.folder} holds {what}: read {shard or 'whole'} into another one")


@dataclass(frozen=True, slots=True)
class News:
    """A collection with its tables; all of them are `Table`s of plain rows."""

    collection: Collection

    @classmethod
    def open(cls, path: str | Path) -> News:
        """The collection in a folder.

        Raises:
            CollectionError: if there is none, or it has another format.
        """
        return cls(Collection.open(path))

    # --- linking ------------------------------------------------------------------------

    def link(
        self, *, anew: bool = False, on_progress: OnLinkProgress | None = None
    ) -> dict[str, int]:
        """Link all articles; event ids stay. Returns how many of each were made.

        What former linkings found in articles that are as they were is taken over; the result
        is the same (docs/decisions/0008-linking-by-memory.md).

        Args:
            anew: take nothing over, and count anew which words are rare.
            on_progress: called as each stage begins, and as articles are taken in.
        """
        collection = self.collection
        articles = collection.counts()["articles"] if on_progress else 0
        with collection.lock("link"):
            judged = [
                one.judgement
                for one in collection.attached_judgements()
                if one.how != "orphaned" and not one.undone and not one.overruled
            ]
            if anew:
                collection.link_memory.forget()
            with collection.open_documents() as library, collection.link_memory.opened() as memory:
                ledger = tuple(collection.ledger(LedgerEntry))
                watch = Watch(library, articles, on_progress)
                links = link_library(watch, judged, ledger, memory, on_stage=watch.on_stage)
            watch.on_stage("writing")
            linked = Linked(
                echoes=links.echoes,
                events=links.events.data,
                campaigns=links.campaigns,
                narratives=links.narratives,
                decisions=links.judgements_by_machine,
                problems=links.problems,
            )
            collection.write_links(linked, links.ledger)
            counts = {
                "echoes": len(links.echoes),
                "events": sum(1 for e in links.events if e.merged_into is None),
                "campaigns": len(links.campaigns),
                "narratives": len(links.narratives),
            }
            collection.log("link", str(counts))
        return counts

    def is_linked(self) -> bool:
        """Whether all that was read is linked; a read that was killed before its end is not."""
        return self.collection.links_are_current()

    # --- tables -------------------------------------------------------------------------

    def events(self, wanted: EventFilter | None = None, **filters: Any) -> Table:  # noqa: ANN401
        """Events that pass a filter; without one, plain ones: actual and asserted.

        Args:
            wanted: a filter, or its fields as keywords: `type`, `mode`, `country`, `place`,
                `actor`, `since`, `until`, `realis`, `everything`.
        """
        kept = filter_events(self.collection.links.events(), wanted or EventFilter(**filters))
        ordered = sorted(kept, key=_by_day)
        return Table("events", tuple(event_rows(ordered)))

    def quotes(
        self, *, speaker: str | None = None, kind: str | None = None, outlet: str | None = None
    ) -> Table:
        """Quotes of all articles."""
        rows = (
            quote_row(quote, article)
            for article, analysis in self._documents(outlet)
            for quote in analysis.quotes
            if kind in (None, quote.kind) and _in(speaker, quote.speaker)
        )
        return Table("quotes", tuple(rows))

    def claims(
        self, *, about: str | None = None, speaker: str | None = None, outlet: str | None = None
    ) -> Table:
        """Claims of all articles, and denials of acts that no report asserts."""
        joined = {r for e in self.collection.links.events() for r in e.denials}

        def rows() -> Iterator[Row]:
            for article, analysis in self._documents(outlet):
                for claim in analysis.claims:
                    yield claim_row(claim, article)
                yield from denial_rows(analysis, article, joined)

        kept = (
            row
            for row in rows()
            if _in(about, " ".join(row["about"])) and _in(speaker, row["according_to"])
        )
        return Table("claims", tuple(kept))

    def echoes(self) -> Table:
        """Articles that share text."""
        articles = {a.article_id: a for a in self.collection.articles()}
        return Table("echoes", tuple(echo_rows(self.collection.links.echoes(), articles)))

    def sources(self) -> Table:
        """Outlets: their sides and on what basis, whom they copy, how much later, what is own."""
        articles = tuple(self.collection.articles())
        copied = copying(articles, self.collection.links.echoes())
        return Table("sources", tuple(source_rows(articles, copied)))

    def problems(self, *, stage: str | None = None) -> Table:
        """Inputs and stages that failed, and what linking left out."""
        every = chain(self.collection.problems(), self.collection.links.problems())
        found = (p for p in every if stage in (None, p.stage))
        return Table("problems", tuple(problem_rows(found)))

    def contradictions(self) -> Table:
        """Values of one field that reports of an event give differently, side by side."""
        rows = (
            {
                "event": event.event_id,
                "field": contradiction.field,
                "values": [f"{value} ({len(by)})" for value, by in contradiction.values],
                "reports": [list(by) for _, by in contradiction.values],
            }
            for event in self.collection.links.events()
            for contradiction in event.contradictions
            if event.merged_into is None
        )
        return Table("contradictions", tuple(rows))

    # --- one record ---------------------------------------------------------------------

    def show(self, key: str) -> Shown:
        """One record whole, by its id or the beginning of it.

        Raises:
            OptionError: if nothing, or more than one record, has an id that begins so.
        """
        collection = self.collection
        event = self._event(key)
        if event is not None:
            keys = (*event.reports, *event.denials, *event.withdrawn)
            told = [found for r in keys if (found := collection.report(r)) is not None]
            return show_event(event, told, tuple(collection.links.campaigns()))
        report = self._report(key)
        if report is not None:
            return show_report(*report, collection.links.events_of_report(report[1].report_id))
        echo = next((e for e in collection.links.echoes() if e.echo_id.startswith(key)), None)
        articles = {a.article_id: a for a in collection.articles()}
        if echo is not None:
            return show_echo(echo, articles)
        for article in articles.values():
            if key == article.input_id or article.article_id.startswith(key):
                analysis = collection.analysis(article.article_id)
                echoes = collection.links.echoes_of_article(article.article_id)
                return show_article(article, analysis, echoes)
        raise OptionError(f"no event, report, echo or article has an id that begins with {key!r}")

    # --- exports and upkeep -------------------------------------------------------------

    def scoring(self) -> dict[str, Any]:
        """The scoring export (docs/formats/scoring.md)."""
        links = self.collection.links
        return scoring(
            self.collection.articles(),
            {a.article_id: a for a in self.collection.analyses()},
            tuple(links.events()),
            tuple(links.campaigns()),
            tuple(links.echoes()),
        )

    def export(self, name: str, path: str | Path, **options: Any) -> Written:  # noqa: ANN401
        """Write the collection in a format (docs/formats), noted in its log.

        Args:
            name: one of `export.FORMATS`.
            path: the file; companions are written beside it.
            options: `profile`, `restricted`, `not_after`, `with_texts`, `since`,
                `population_floor`: see `export.Options`.

        Raises:
            OptionError: if the format or an option is unknown, or a file cannot be written.
        """
        chosen = Options(**options)
        written = write_export(self.collection, name, Path(path), chosen, self._export_logs)
        self.collection.log("export", written.log_line(name, Path(path), chosen))
        return written

    def exports(self) -> Table:
        """The log of exports: what went out, when, and whether `since` may name it."""
        return Table(
            "exports", tuple(logged_rows(self.collection.log_entries(), self._export_logs))
        )

    @property
    def _export_logs(self) -> Path:
        return self.collection.folder / "exports"

    def check(self) -> list[Fault]:
        """All faults of the collection: hashes, spans, dangling ids."""
        return self.collection.check()

    def log(self, action: str, detail: str) -> None:
        """Note an action in the collection's log."""
        self.collection.log(action, detail)

    # --- inside -------------------------------------------------------------------------

    def _documents(self, outlet: str | None) -> Iterator[tuple[Article, Analysis]]:
        for article, analysis in self.collection.documents():
            if _in(outlet, article.outlet):
                yield article, analysis

    def _event(self, key: str) -> Event | None:
        links = self.collection.links
        found = links.event(key)
        if found is None:
            alike = [e for e in links.events() if e.event_id.startswith(key)]
            if len(alike) > 1:
                raise OptionError(f"{len(alike)} events have an id that begins with {key!r}")
            found = alike[0] if alike else None
        seen = set()
        while found is not None and found.merged_into and found.event_id not in seen:
            seen.add(found.event_id)
            found = links.event(found.merged_into)
        return found

    def _report(self, key: str) -> tuple[Article, Report] | None:
        found = self.collection.report(key)
        if found is not None:
            return found
        alike = [
            (article, report)
            for article, analysis in self.collection.documents()
            for report in analysis.reports
            if report.report_id.startswith(key)
        ]
        if len(alike) > 1:
            raise OptionError(f"{len(alike)} reports have an id that begins with {key!r}")
        return alike[0] if alike else None


def _in(part: str | None, whole: str | None) -> bool:
    return part is None or part.casefold() in (whole or "").casefold()


def _by_day(event: Event) -> tuple[bool, str, str]:
    return event.earliest is None, str(event.earliest), event.event_id


__all__ = ["News", "read_into"]
