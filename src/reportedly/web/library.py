"""The collection as the explorer reads it: its records, the projection, and columns in memory."""

from __future__ import annotations

import json
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from reportedly.errors import CollectionError, OptionError
from reportedly.export.privacy import Open, Privacy, Redacted
from reportedly.records import Analysis, Article
from reportedly.store import Collection
from reportedly.tables import Row
from reportedly.web.projection import Progress, is_current, nothing, refresh
from reportedly.web.projection.facets import Events, load_events

_SECONDS = 5.0  # that one query of the projection may take
_LOOK_AGAIN = 1.0  # seconds between looks for new records
_STEPS = 20_000  # of SQLite's machine between looks at the clock


class Library:
    """One collection, read only; `events` is a snapshot that `look_again` replaces whole.

    Args:
        collection: what is shown.
        restricted: whether private names and fine places are shown.
    """

    def __init__(self, collection: Collection, *, restricted: bool = False) -> None:
        self.collection = collection
        self.restricted = restricted
        self.file = _place_for(collection.folder, restricted)
        self._refreshing = threading.Lock()
        self._looked = 0.0
        self.events: Events = _NO_EVENTS
        self._remembered: dict[str, tuple[object, Any]] = {}

    def prepare(self, progress: Progress = nothing) -> None:
        """Bring the projection up to date and load the columns."""
        with self._refreshing:
            refresh(self.collection, self.file, restricted=self.restricted, progress=progress)
            with self.reading(seconds=None) as database:
                self.events = load_events(database)

    def look_again(self) -> bool:
        """Whether newer records are there; they are then prepared beside the answers."""
        now = time.monotonic()
        if self._refreshing.locked():
            return True
        if now - self._looked < _LOOK_AGAIN:
            return False
        self._looked = now
        if is_current(self.collection, self.file):
            return False
        threading.Thread(target=self._prepare_quietly, daemon=True).start()
        return True

    def remembered(self, name: str, key: object, make: Callable[[], Any]) -> Any:  # noqa: ANN401
        """What was made under a name and key before; another key makes it anew."""
        found = self._remembered.get(name)
        if found is None or found[0] != key:
            found = key, make()
            self._remembered[name] = found
        return found[1]

    def _prepare_quietly(self) -> None:
        # what fails now (a full disk, a collection being moved) is tried again at the next look
        with suppress(CollectionError, sqlite3.Error, OSError):
            self.prepare()

    # --- reading --------------------------------------------------------------------------

    @contextmanager
    def reading(self, seconds: float | None = _SECONDS) -> Iterator[sqlite3.Connection]:
        """A connection to the projection that only reads and stops after some seconds.

        Args:
            seconds: how long its queries may take together; None sets no limit.

        Raises:
            OptionError: if a query takes too long.
        """
        address = f"{self.file.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, check_same_thread=False)) as database:
            database.execute("PRAGMA query_only = ON")
            if seconds is not None:
                ends = time.monotonic() + seconds
                database.set_progress_handler(lambda: time.monotonic() > ends, _STEPS)
            try:
                yield database
            except sqlite3.OperationalError as error:
                if "interrupted" in str(error):
                    raise OptionError("that takes too long: narrow the filter") from None
                raise

    def event_rows(self, events: Events, numbers: Sequence[int]) -> list[Row]:
        """The rows of events by their numbers in a snapshot, in that order.

        They are read by id: the projection may be newer already, and then lacks some.
        """
        with self.reading() as database:
            return [
                json.loads(row[0])
                for number in numbers
                if (
                    row := database.execute(
                        "SELECT data FROM events WHERE event_id = ?", (events.ids[number],)
                    ).fetchone()
                )
            ]

    def found(self, words: str) -> list[int] | None:
        """Numbers of the events whose passages have all these words; None where none are given."""
        wanted = " ".join('"' + word.replace('"', '""') + '"*' for word in words.split())
        if not wanted:
            return None
        query = "SELECT rowid FROM words WHERE words MATCH ?"
        with self.reading() as database:
            try:
                return [row[0] for row in database.execute(query, (wanted,))]
            except sqlite3.OperationalError as error:
                if "interrupted" in str(error):
                    raise
                return []  # words without a letter or digit

    def articles(self, ids: Iterable[str]) -> dict[str, Row]:
        """Rows of articles by id, without their texts."""
        with self.reading() as database:
            found = {}
            for article_id in ids:
                row = database.execute(
                    "SELECT data FROM documents WHERE article_id = ?", (article_id,)
                ).fetchone()
                if row is not None:
                    found[article_id] = json.loads(row[0])
            return found

    def privacy(self, article: Article, analysis: Analysis | None = None) -> Privacy:
        """How the names of an article appear."""
        if self.restricted:
            return Open()
        found = analysis or self.collection.analysis(article.article_id, article.text_id)
        nothing_known = Analysis(
            analyser="", article_id=article.article_id, text_id=article.text_id, missing=("all",)
        )
        return Redacted(article, found or nothing_known)

    def meta(self) -> dict[str, Any]:
        """What every page says of its data."""
        return {
            "collection": self.collection.folder.resolve().name,
            "linking": self.collection.links_number(),
            "restricted": self.restricted,
            "newer": self.look_again(),
        }


def _place_for(folder: Path, restricted: bool) -> Path:
    """Where the projection stands: in the collection, or aside where that cannot be written."""
    name = "explorer-restricted.db" if restricted else "explorer.db"
    probe = folder / f".{name}.probe"
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        return Path(tempfile.mkdtemp(prefix="reportedly-explorer-")) / name
    return folder / name


def _empty() -> Events:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE events (number INTEGER, event_id TEXT, data TEXT)")
        database.execute("CREATE TABLE campaigns (campaign_id TEXT, event_id TEXT)")
        return load_events(database)


_NO_EVENTS = _empty()
