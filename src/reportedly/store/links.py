"""links-N.db: what linking made of the whole collection, written aside and switched to at once."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from reportedly.codec import encode
from reportedly.records import Campaign, Echo, Event, Judgement, Narrative, Problem
from reportedly.store.database import connect, create_tables, reading, remove_database, transaction
from reportedly.store.packing import pack, pack_record, unpack_record

FORMAT = 1

R = TypeVar("R", Echo, Event, Campaign, Narrative)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """All that linking gives; iterables, so that it can be written as it is made."""

    echoes: Iterable[Echo] = ()
    events: Iterable[Event | bytes] = ()  # records, or their JSON
    campaigns: Iterable[Campaign] = ()
    narratives: Iterable[Narrative] = ()
    decisions: Iterable[Judgement] = ()  # the machine's, about pairs of reports
    problems: Iterable[Problem] = ()  # of articles that were not linked in every way


_TABLES = {
    Echo: ("echoes", "echo_id"),
    Event: ("events", "event_id"),
    Campaign: ("campaigns", "campaign_id"),
    Narrative: ("narratives", "narrative_id"),
}


class Links:
    """What the last linking wrote; before the first one everything is empty.

    `current` gives the number N of the file that counts now, 0 for none.
    """

    def __init__(self, folder: Path, current: Callable[[], int]) -> None:
        self._folder = folder
        self._current = current

    @property
    def file(self) -> Path | None:
        """The file that counts now."""
        number = self._current()
        return self._file(number) if number else None

    def write(self, linked: Linked) -> int:
        """Write the next file whole and give its number; nothing points to it yet.

        What a killed process left half done under this number is written over.
        """
        number = self._current() + 1
        file = self._file(number)
        remove_database(file)
        with closing(connect(file)) as database:
            create_tables(database, "links", FORMAT)
            with transaction(database):
                for echo in linked.echoes:
                    _add_echo(database, echo)
                for event in linked.events:
                    _add_event(database, event)
                _add_all(database, Campaign, linked.campaigns)
                _add_all(database, Narrative, linked.narratives)
                _add_decisions(database, linked.decisions)
                database.executemany(
                    "INSERT INTO problems (data) VALUES (?)",
                    ((pack_record(one),) for one in linked.problems),
                )
            # into the file itself: it will only be read from now on
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return number

    def remove_former(self) -> None:
        """Remove files before the last but one, which a reader may still have open."""
        current = self._current()
        for path in sorted(self._folder.glob("links-*.db")):
            number = path.stem.removeprefix("links-")
            if number.isdigit() and int(number) < current - 1:
                remove_database(path)

    def remove_others(self) -> None:
        """Remove all files but the one that counts now."""
        current = self.file
        for path in sorted(self._folder.glob("links-*.db")):
            if path != current:
                remove_database(path)

    def echoes(self) -> Iterator[Echo]:
        """All echoes, in the order in which they were written."""
        return self._all(Echo)

    def events(self) -> Iterator[Event]:
        """All events, those merged into others too."""
        return self._all(Event)

    def campaigns(self) -> Iterator[Campaign]:
        """All campaigns and series."""
        return self._all(Campaign)

    def narratives(self) -> Iterator[Narrative]:
        """All narratives."""
        return self._all(Narrative)

    def event(self, event_id: str) -> Event | None:
        """One event; one that was merged is followed with its `merged_into`."""
        return self._one(Event, event_id)

    def echo(self, echo_id: str) -> Echo | None:
        """One echo."""
        return self._one(Echo, echo_id)

    def campaign(self, campaign_id: str) -> Campaign | None:
        """One campaign or series."""
        return self._one(Campaign, campaign_id)

    def narrative(self, narrative_id: str) -> Narrative | None:
        """One narrative."""
        return self._one(Narrative, narrative_id)

    def events_of_report(self, report_id: str) -> tuple[str, ...]:
        """Ids of the events that a report asserts, denies or was withdrawn from."""
        return self._ids(
            "SELECT DISTINCT event_id FROM event_reports WHERE report_id = ?", report_id
        )

    def echoes_of_article(self, article_id: str) -> tuple[str, ...]:
        """Ids of the echoes that an article belongs to."""
        return self._ids("SELECT echo_id FROM echo_members WHERE article_id = ?", article_id)

    def decisions_about(self, report_id: str) -> tuple[Judgement, ...]:
        """The machine's judgements about a report and others; none in links of former versions."""
        file = self.file
        if file is None:
            return ()
        with reading(file) as database:
            if not _has_table(database, "decisions"):
                return ()
            rows = database.execute(
                "SELECT data FROM decisions WHERE subject = ?1 OR other = ?1 ORDER BY number",
                (report_id,),
            )
            return tuple(unpack_record(Judgement, row[0]) for row in rows)

    def problems(self) -> Iterator[Problem]:
        """What linking left out; nothing in links of former versions."""
        file = self.file
        if file is None:
            return
        with reading(file) as database:
            if _has_table(database, "problems"):
                for (data,) in database.execute("SELECT data FROM problems ORDER BY number"):
                    yield unpack_record(Problem, data)

    def _file(self, number: int) -> Path:
        return self._folder / f"links-{number}.db"

    def _all(self, kind: type[R]) -> Iterator[R]:
        file = self.file
        if file is None:
            return
        table, _ = _TABLES[kind]
        with reading(file) as database:
            for (data,) in database.execute(f"SELECT data FROM {table} ORDER BY number"):
                yield unpack_record(kind, data)

    def _one(self, kind: type[R], key: str) -> R | None:
        file = self.file
        if file is None:
            return None
        table, name = _TABLES[kind]
        with reading(file) as database:
            query = f"SELECT data FROM {table} WHERE {name} = ?"
            row = database.execute(query, (key,)).fetchone()
        return None if row is None else unpack_record(kind, row[0])

    def _ids(self, query: str, key: str) -> tuple[str, ...]:
        file = self.file
        if file is None:
            return ()
        with reading(file) as database:
            return tuple(sorted(row[0] for row in database.execute(query, (key,))))


def _has_table(database: sqlite3.Connection, name: str) -> bool:
    query = "SELECT 1 FROM sqlite_schema WHERE name = ?"
    return database.execute(query, (name,)).fetchone() is not None


def _add_all(database: sqlite3.Connection, kind: type[R], records: Iterable[R]) -> None:
    table, name = _TABLES[kind]
    for record in records:
        database.execute(
            f"INSERT INTO {table} ({name}, data) VALUES (?, ?)",
            (getattr(record, name), pack_record(record)),
        )


def _add_decisions(database: sqlite3.Connection, decisions: Iterable[Judgement]) -> None:
    database.executemany(
        "INSERT INTO decisions (subject, other, data) VALUES (?, ?, ?)",
        ((one.subject, one.other, pack_record(one)) for one in decisions if one.other),
    )


def _add_echo(database: sqlite3.Connection, echo: Echo) -> None:
    database.execute(
        "INSERT INTO echoes (echo_id, data) VALUES (?, ?)", (echo.echo_id, pack_record(echo))
    )
    database.executemany(
        "INSERT OR IGNORE INTO echo_members VALUES (?, ?, ?)",
        [(member.article_id, echo.echo_id, member.kind) for member in echo.members],
    )


def _add_event(database: sqlite3.Connection, event: Event | bytes) -> None:
    told = json.loads(event) if isinstance(event, bytes) else encode(event)
    place, counted = told.get("place", {}), told["corroboration"]
    database.execute(
        "INSERT INTO events (event_id, type, mode, realis, polarity, retold, place, country, lat,"
        " lon, earliest, latest, reports, texts, voices, merged_into, data)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            told["event_id"],
            told.get("type"),
            told.get("mode"),
            told["realis"],
            told["polarity"],
            told["retold"],
            *(place.get(name) for name in ("name", "country", "lat", "lon")),
            told.get("earliest"),
            told.get("latest"),
            counted["reports"],
            counted["texts"],
            len(counted.get("voices", ())),
            told.get("merged_into"),
            pack(told),
        ),
    )
    parts = (("asserts", "reports"), ("denies", "denials"), ("withdrawn", "withdrawn"))
    database.executemany(
        "INSERT OR IGNORE INTO event_reports VALUES (?, ?, ?)",
        [(r, told["event_id"], part) for part, name in parts for r in told.get(name, ())],
    )
