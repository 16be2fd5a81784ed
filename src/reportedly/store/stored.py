"""What a collection holds, for reading: articles, analyses, inputs, problems, log and ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypeVar

from reportedly.codec import decode
from reportedly.records import Analysis, Article, Problem
from reportedly.store import documents as reader
from reportedly.store.database import fact, reading
from reportedly.store.outcomes import StoredOutcome

R = TypeVar("R")


class StoredDocuments:
    """Reads a collection's database; all iterators stream, and each sees one state of it."""

    _file: Path

    def articles(self, latest: bool = True) -> Iterator[Article]:
        """Articles in the order in which they were read; former versions only on demand."""
        return reader.read_articles(self._file, latest=latest)

    def article(self, article_id: str, text_id: str | None = None) -> Article | None:
        """One article: its latest version, or the one with this text."""
        return reader.read_article(self._file, article_id, text_id)

    def analyses(self, latest: bool = True) -> Iterator[Analysis]:
        """Analyses in the order in which their articles were read."""
        return reader.read_analyses(self._file, latest=latest)

    def analysis(self, article_id: str, text_id: str | None = None) -> Analysis | None:
        """One analysis: of the latest version, or of the one with this text."""
        return reader.read_analysis(self._file, article_id, text_id)

    def documents(self, latest: bool = True) -> Iterator[tuple[Article, Analysis]]:
        """Articles with their analyses."""
        for _, article, analysis in reader.read_documents(self._file, latest=latest):
            yield article, analysis

    def open_documents(self) -> AbstractContextManager[reader.OpenDocuments]:
        """The documents as they are now, for reading many of them in any order."""
        return reader.open_documents(self._file)

    def latest_analyses(self) -> set[int]:
        """The numbers of the analyses of latest texts; a new analysis has a new number."""
        return reader.latest_analyses(self._file)

    def numbered(self, numbers: Sequence[int]) -> Iterator[tuple[int, Article, Analysis]]:
        """The documents whose analyses have these numbers."""
        return reader.read_numbered(self._file, numbers)

    def outdated(self, analyser: str) -> Iterator[Article]:
        """Articles, former versions too, that another analyser read; they may be replaced."""
        return reader.outdated_articles(self._file, analyser)

    def count_outdated(self, analyser: str) -> int:
        """How many articles, with former versions, another analyser read."""
        return reader.count_outdated(self._file, analyser)

    def outcomes(self) -> Iterator[StoredOutcome]:
        """What became of each input, in their order."""
        return reader.read_outcomes(self._file)

    def inputs_of(self, key: str) -> list[tuple[str | None, str]]:
        """(article_id, raw_id) of inputs by the hash of their bytes, failed ones by their file."""
        return reader.inputs_of(self._file, key)

    def problems(self) -> Iterator[Problem]:
        """Problems of inputs and of single stages."""
        return reader.read_problems(self._file)

    def counts(self) -> dict[str, int]:
        """Inputs by kind of outcome; articles, versions, problems, judgements, event ids."""
        return reader.count_rows(self._file)

    def fact(self, name: str) -> int | None:
        """A number that the collection keeps of itself, None where it is not written."""
        with reading(self._file) as database:
            return fact(database, name)

    def log_entries(self) -> Iterator[tuple[str, str, str]]:
        """(time, action, detail) of all that was noted."""
        with reading(self._file) as database:
            for row in database.execute("SELECT at, action, detail FROM log ORDER BY number"):
                yield row["at"], row["action"], row["detail"]

    def ledger(self, kind: type[R]) -> Iterator[R]:
        """The ledger of event ids, as records of the class that linking keeps it in.

        From the oldest to the newest: in the order in which they were first written.
        """
        with reading(self._file) as database:
            for (data,) in database.execute("SELECT data FROM ledger ORDER BY number"):
                yield decode(kind, json.loads(data))

    def links_are_current(self) -> bool:
        """Whether the links were made from all analyses that are here now."""
        with reading(self._file) as database:
            return fact(database, "linked") == reader.newest_analysis(database)

    def links_number(self) -> int:
        """The number of the last linking, 0 before the first: it grows with each."""
        return self.fact("links") or 0

    def newest_analysis(self) -> int:
        """The number of the newest analysis, 0 where there is none."""
        with reading(self._file) as database:
            return reader.newest_analysis(database)
