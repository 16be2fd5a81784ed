"""A collection: a folder with what was read, judged and linked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from reportedly.errors import CollectionError
from reportedly.records import Analysis, Article, Judgement, Problem, Report
from reportedly.run import InputKey, Outcome, OutcomeKind
from reportedly.store import documents as reader
from reportedly.store import expunge as expunging
from reportedly.store import judgements as judging
from reportedly.store import merging
from reportedly.store import outcomes as writer
from reportedly.store.audits import Audits
from reportedly.store.barred import Expunged, Tombstone, read_barred
from reportedly.store.check import Fault, faults_of
from reportedly.store.database import connect, create_tables, fact, reading, set_fact, transaction
from reportedly.store.failures import clear_failures, refuse_network
from reportedly.store.imported import ImportedRows
from reportedly.store.index import Index, IndexedDocument
from reportedly.store.links import Linked, Links
from reportedly.store.lock import held_lock
from reportedly.store.migrations import FORMAT, migrate
from reportedly.store.raw import RawFiles
from reportedly.store.remembered import LinkMemory
from reportedly.store.stored import StoredDocuments

_AT_A_TIME = 2000  # documents that one transaction takes into the index


class Collection(StoredDocuments):
    """The collection on disk; get one by `open`, `create` or `open_or_create`.

    Reading and judging need nothing else and may go on in many processes. What writes reads or
    links needs `lock`. All iterators stream, and each sees one state of the collection.

    Every method raises CollectionError, with one clear line, where the disk or database fails.
    """

    def __init__(self, folder: Path) -> None:
        """For `open` and its like; the folder must hold a collection."""
        self.folder = folder
        self.index = Index(folder / "index.db")
        self._file = folder / "collection.db"
        self.link_memory = LinkMemory(folder / "linking.db")
        self._raws = RawFiles(folder / "raw")
        self.links = Links(folder, self.links_number)
        self.audits = Audits(self._file)
        self.imported = ImportedRows(self._file)
        self.expunged = Expunged(self._file)
        self._writer: sqlite3.Connection | None = None

    # --- opening ----------------------------------------------------------------------------

    @classmethod
    def open(cls, folder: str | Path) -> Collection:
        """The collection in a folder; one of an older format is brought up to date first.

        Raises:
            CollectionError: if there is none, or a newer version of the program made it.
        """
        collection = cls(Path(folder))
        if not collection.folder.exists():
            raise CollectionError(f"no collection at {folder}: there is no such folder")
        if not collection._file.is_file():
            raise CollectionError(f"{folder} is no collection: it has no {collection._file.name}")
        version = collection._format()
        if version is None:
            raise CollectionError(f"{folder} is no collection: its database has other tables")
        if version > FORMAT:
            raise CollectionError(
                f"{folder} has collection format {version}; this version of Reportedly reads up to"
                f" format {FORMAT}: install a newer one"
            )
        if version < FORMAT:
            with collection.lock("migrate"):
                with clear_failures(collection.folder):
                    migrate(collection._writing())
                collection.log("migrate", f"from format {version} to {FORMAT}")
        return collection

    @classmethod
    def create(cls, folder: str | Path) -> Collection:
        """A new collection in a folder that is not there or is empty.

        Raises:
            CollectionError: if anything is there, or the folder is on a network file system.
        """
        collection = cls(Path(folder))
        with clear_failures(collection.folder):
            refuse_network(collection.folder)
            if collection.folder.is_file() or _holds_more(collection.folder):
                raise CollectionError(f"{folder} is not empty: a collection needs its own folder")
            collection.folder.mkdir(parents=True, exist_ok=True)
            if collection._format() is not None:
                raise CollectionError(f"{folder} is a collection already")
            if collection._tables():
                raise CollectionError(f"{folder} is no collection: its database has other tables")
            with closing(connect(collection._file, small_pages=True)) as database:
                create_tables(database, "collection", FORMAT)
        return collection

    @classmethod
    def open_or_create(cls, folder: str | Path) -> Collection:
        """The collection in a folder, made first where there is nothing yet."""
        collection = cls(Path(folder))
        if not collection._file.is_file() or collection._format() is None:
            try:
                return cls.create(folder)
            except CollectionError:
                if collection._format() is None:  # else another process made it meanwhile
                    raise
        return cls.open(folder)

    def _format(self) -> int | None:
        return None if "facts" not in self._tables() else self.fact("format")

    def _tables(self) -> set[str]:
        """The names of the tables; none in a database that a killed creation left."""
        if not self._file.exists():
            return set()
        with reading(self._file) as database:
            return {row[0] for row in database.execute("SELECT name FROM sqlite_schema")}

    def set_fact(self, name: str, value: int) -> None:
        """Write a fact."""
        with clear_failures(self.folder):
            set_fact(self._writing(), name, value)

    # --- writing: one process at a time -----------------------------------------------------

    @contextmanager
    def lock(self, action: str) -> Iterator[None]:
        """Hold the right to write reads and links; inside another `lock` of this object nothing.

        Raises:
            CollectionError: if another process holds it, with its number and what it does.
        """
        if self._writer is not None:
            yield
            return
        with ExitStack() as held:
            with clear_failures(self.folder):  # of taking the lock, not of what is done with it
                refuse_network(self.folder)
                held.enter_context(held_lock(self.folder / "lock", action))
                self._writer = held.enter_context(closing(connect(self._file)))
            try:
                self._finish_expunging()
                yield
            finally:
                self._writer = None

    def _writing(self) -> sqlite3.Connection:
        if self._writer is None:
            raise CollectionError("writing needs the lock: with collection.lock('read'): …")
        return self._writer

    def log(self, action: str, detail: str) -> None:
        """Note an action (a read, an export, a deletion) with its time."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with clear_failures(self.folder), closing(connect(self._file)) as database:
            database.execute(
                "INSERT INTO log (at, action, detail) VALUES (?, ?, ?)", (now, action, detail)
            )

    # --- the store of a run (see run.RunStore) ----------------------------------------------

    def begin_read(self) -> None:
        """Start a read, or go on with the one that was not finished."""
        database = self._writing()
        with clear_failures(self.folder), transaction(database):
            if not fact(database, "reading"):
                set_fact(database, "read", (fact(database, "read") or 0) + 1)
                set_fact(database, "reading", 1)

    def finish_read(self) -> None:
        """Mark the read as finished: texts read from now on are of another one."""
        with clear_failures(self.folder):
            set_fact(self._writing(), "reading", 0)

    def has_outcome(self, key: InputKey) -> bool:
        """Whether this very input was read before."""
        with clear_failures(self.folder):
            return writer.has_outcome(self._writing(), key)

    def has_bytes(self, raw_id: str) -> bool:
        """Whether an input with these bytes was read before, from wherever."""
        with clear_failures(self.folder):
            return writer.has_bytes(self._writing(), raw_id)

    def add_batch(self, batch: Sequence[Outcome], read: int | None = None) -> Sequence[OutcomeKind]:
        """Write outcomes in one transaction and tell what each became, in their order.

        Args:
            batch: one outcome for each input.
            read: the number of their read, None for the one that `begin_read` began.
        """
        database = self._writing()
        with clear_failures(self.folder):
            barred = read_barred(database)
            kept = [one.raw for one in batch if one.raw and barred.tombstone_of(one) is None]
            # before the rows: an original without a row does no harm
            self._raws.put_all({raw.raw_id: raw.content for raw in kept})
            with transaction(database):
                if read is not None:
                    set_fact(database, "read", read)
                number = fact(database, "read") or 0
                return writer.add_outcomes(database, batch, number, barred)

    def replace_analyses(
        self, analyses: Sequence[Analysis], failures: Sequence[tuple[Article, Problem]] = ()
    ) -> None:
        """Write analyses over former ones of the same texts, in one short transaction.

        Articles that failed keep the analysis that they had, and tell the problem beside it.
        """
        database = self._writing()
        with clear_failures(self.folder), transaction(database):
            for analysis in analyses:
                writer.replace_analysis(database, analysis)
            for article, problem in failures:
                writer.add_failure(database, article, problem)

    # --- documents --------------------------------------------------------------------------

    def report(self, report_id: str) -> tuple[Article, Report] | None:
        """One report with its article; quick where the index is up to date."""
        place = self.index.place_of_report(report_id)
        analyses = (self.analysis(*place),) if place else self.analyses(latest=False)
        for analysis in analyses:
            for report in analysis.reports if analysis else ():
                if report.report_id == report_id:
                    article = self.article(report.article_id, report.trigger.text_id)
                    return (article, report) if article else None
        return None

    def original(self, raw_id: str) -> bytes:
        """The bytes of an input as they came."""
        with clear_failures(self.folder):
            return self._raws.get(raw_id)

    # --- judgements -------------------------------------------------------------------------

    def add_judgement(self, judgement: Judgement) -> int:
        """Keep a judgement and give its number; accepted beside a running read, never changed."""
        found = (self.report(key) for key in (judgement.subject, judgement.other) if key)
        anchors = {one[1].report_id: judging.anchor_of(one[1]) for one in found if one}
        with clear_failures(self.folder), closing(connect(self._file, durable=True)) as database:
            return judging.add_judgement(database, judgement, anchors.values())

    def judgements(self) -> Iterator[Judgement]:
        """All judgements as they were made, in their order."""
        with reading(self._file) as database:
            for _, judgement in judging.read_judgements(database):
                yield judgement

    def attached_judgements(self) -> Iterator[judging.AttachedJudgement]:
        """All judgements, named by the reports of today; none is dropped."""

        def reports_of(article_id: str, text_id: str) -> Iterable[Report]:
            analysis = self.analysis(article_id, text_id)
            return analysis.reports if analysis else ()

        def exists(report_id: str) -> bool:
            if known is not None:
                return report_id in known
            return self.index.place_of_report(report_id) is not None

        known: set[str] | None = None
        if not self.index.is_level_with(self._file):
            known = {r.report_id for a in self.analyses(latest=False) for r in a.reports}
        with reading(self._file) as database:
            yield from judging.attach(database, reports_of, exists)

    def take_over(self, others: Sequence[Collection], ledger: Iterable[object]) -> None:
        """Add judgements and logs of others, write the ledger, and end the merge: all at once."""
        database, files = self._writing(), [other._file for other in others]
        with clear_failures(self.folder), transaction(database):
            merging.copy_truth(database, files)
            writer.write_ledger(database, ledger)
            set_fact(database, "merging", 0)

    def take_over_tombstones(self, others: Sequence[Collection]) -> None:
        """Keep out what any of the others expunged."""
        database, files = self._writing(), [other._file for other in others]
        with clear_failures(self.folder), transaction(database):
            merging.copy_tombstones(database, files)

    # --- expunging --------------------------------------------------------------------------

    def expunge(self, removal: expunging.Removal, tombstone: Tombstone) -> None:
        """Remove rows and every byte of them; a kill in the middle is mended by the next lock."""
        database = self._writing()
        with clear_failures(self.folder):
            database.execute("PRAGMA secure_delete = ON")
            database.execute("PRAGMA synchronous = FULL")  # files go after it: it must last
            self._raws.put_all({one.raw_id: one.content for one in removal.masked})
            with transaction(database):
                expunging.remove_rows(database, removal, tombstone)
        self._finish_expunging()

    def awaits_linking(self) -> bool:
        """Whether links were removed by expunging, and are to be made anew."""
        return bool(self.fact(expunging.RELINK))

    def _finish_expunging(self) -> None:
        with clear_failures(self.folder):
            done = expunging.finish(
                self._writing(),
                self.folder,
                raws=self._raws,
                index=self.index,
                memory=self.link_memory,
                links=self.links,
            )
        if done:
            self.update_index()

    # --- projections ------------------------------------------------------------------------

    def update_index(self) -> None:
        """Take new and changed documents into the index; a missing or old one is rebuilt."""
        self._writing()
        with clear_failures(self.folder):
            self.index.top_up((), (), ())  # it is there, and of this format
            while gone := self.index.gone(self._file, _AT_A_TIME):
                self.index.top_up((), gone, ())
            last = 0
            while some := self.index.lacking(self._file, last, _AT_A_TIME):
                found = (
                    IndexedDocument(number=number, article=article, analysis=analysis)
                    for number, article, analysis in reader.read_numbered(self._file, some)
                )
                self.index.top_up(found, (), ())
                last = some[-1]
            self.index.top_up((), (), reader.several_versions(self._file))

    def write_links(self, linked: Linked, ledger: Iterable[object]) -> None:
        """Switch to new links and write the ledger, in one step that a kill cannot halve.

        Args:
            linked: echoes, events, campaigns and narratives of the whole collection.
            ledger: records with an `event_id`; ids that are not among them stay as they were.
        """
        database = self._writing()
        with clear_failures(self.folder):
            number = self.links.write(linked)
            with transaction(database):  # short: judgements wait for it
                writer.write_ledger(database, ledger)
                set_fact(database, "links", number)
                set_fact(database, "linked", reader.newest_analysis(database))
                set_fact(database, expunging.RELINK, 0)
            self.links.remove_former()

    def check(self) -> list[Fault]:
        """All faults: hashes, spans, dangling ids, one outcome for each input.

        An expunging that was killed is finished first.
        """
        with suppress(CollectionError):  # of a ruined database: a fault like others
            if self.fact(expunging.UNFINISHED):
                with self.lock("check"):
                    pass
        return list(faults_of(self._file, self._raws, self.index, self.links))


def _holds_more(folder: Path) -> bool:
    """Whether a folder holds more than what a creation that was killed leaves."""
    own = ("collection.db", "collection.db-wal", "collection.db-shm")
    return folder.is_dir() and any(path.name not in own for path in folder.iterdir())
