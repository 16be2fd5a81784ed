"""What was expunged, known again when it is read again, without a hash that tells what it was.

A tombstone is a random id. Beside it stand digests of the ids of what is gone (of its bytes, its
text, its address), each with the tombstone's own random salt: whoever holds the very same file can
find out that it was expunged here, and nobody can read anything out of them or compare them with
those of another collection.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.records import Article
from reportedly.run import Outcome
from reportedly.store.database import reading

_DIGEST = 20  # bytes
_SALT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What is left of something expunged."""

    tombstone: str
    at: str
    kind: str  # article | passage | name
    why: str


class Barred:
    """All that may not come back; get one by `read_barred`."""

    def __init__(self, salts: dict[bytes, str], digests: frozenset[bytes]) -> None:
        """For `read_barred`."""
        self._salts = salts
        self._digests = digests

    def __bool__(self) -> bool:
        return bool(self._digests)

    def tombstone_of(self, outcome: Outcome) -> str | None:
        """The tombstone of an input that was expunged, None of any other."""
        return self._tombstone([outcome.key.content, *_ids_of(outcome.article)])

    def tombstone_of_article(self, article: Article) -> str | None:
        """The tombstone of an article that was expunged, None of any other."""
        return self._tombstone([article.raw_id, *_ids_of(article)])

    def _tombstone(self, ids: Sequence[str]) -> str | None:
        for salt, tombstone in self._salts.items():
            if any(_digest(salt, one) in self._digests for one in ids):
                return tombstone
        return None


class Expunged:
    """What is left of what was expunged, for reading.

    Every method raises CollectionError, with one clear line, where the disk or database fails.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def tombstones(self) -> list[Tombstone]:
        """All tombstones, in order of time."""
        query = "SELECT tombstone, at, kind, why FROM tombstones ORDER BY at, tombstone"
        with reading(self._file) as database:
            return [Tombstone(**dict(row)) for row in database.execute(query)]

    def barred(self) -> Barred:
        """What may not come back."""
        with reading(self._file) as database:
            return read_barred(database)

    def exported_rows(self) -> Iterator[tuple[str, str, str, str]]:
        """(time, export, part, key) of rows of exports of which the record is gone."""
        query = "SELECT at, export, part, key FROM gone ORDER BY number"
        with reading(self._file) as database:
            for row in database.execute(query):
                yield row["at"], row["export"], row["part"], row["key"]


def read_barred(database: sqlite3.Connection) -> Barred:
    """What may not come back, as the collection has it."""
    rows = database.execute("SELECT digest, tombstone, salt FROM barred").fetchall()
    return Barred({row[2]: row[1] for row in rows}, frozenset(row[0] for row in rows))


def bar(database: sqlite3.Connection, tombstone: str, ids: Iterable[str]) -> None:
    """Keep these ids from coming back."""
    salt = secrets.token_bytes(_SALT)
    database.executemany(
        "INSERT OR IGNORE INTO barred (digest, tombstone, salt) VALUES (?, ?, ?)",
        [(_digest(salt, one), tombstone, salt) for one in ids],
    )


def new_tombstone() -> str:
    """A random id; the one id of a collection that is no hash of content, and why."""
    return f"x-{secrets.token_hex(8)}"


def _ids_of(article: Article | None) -> list[str]:
    """What names an article; its text only where nothing of it is masked: then that is its hash."""
    if article is None:
        return []
    whole = hashlib.sha256(article.text.encode("utf-8")).hexdigest() == article.text_id
    return [article.article_id, article.text_id] if whole else [article.article_id]


def _digest(salt: bytes, value: str) -> bytes:
    return hashlib.blake2b(value.encode(), key=salt, digest_size=_DIGEST).digest()
