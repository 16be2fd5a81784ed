"""What linking remembers: results of pure functions, by all that they were made from.

A result is looked up by a key of everything that went into it, so linking with a memory gives
what linking without one gives; only the time differs. Keys hold the linking rules' own version.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal, Protocol

Kind = Literal["notes", "pair", "runs", "near", "retelling", "echo", "event", "rarity"]

_PARTS = (
    "corpus",
    "records",
    "find/fingerprint.py",
    "parse/plain.py",
    "data/lexicons/en/merging.toml",
)


class Memory(Protocol):
    """Results by kind and key."""

    def recall(self, kind: Kind, key: bytes) -> bytes | None:
        """What was kept under a key; None where nothing was."""

    def keep(self, kind: Kind, key: bytes, data: bytes) -> None:
        """Keep a result."""


class NoMemory:
    """Remembers nothing: everything is worked out anew."""

    def recall(self, kind: Kind, key: bytes) -> bytes | None:
        """Nothing."""
        return None

    def keep(self, kind: Kind, key: bytes, data: bytes) -> None:
        """Forget it."""


def key_of(parts: Iterable[bytes | str]) -> bytes:
    """Sixteen bytes that stand for all parts in their order, and for the rules of linking."""
    digest = hashlib.blake2b(linker_hash(), digest_size=16)
    for part in parts:
        told = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(told))
        digest.update(told)
    return digest.digest()


@cache
def linker_hash() -> bytes:
    """Sixteen bytes that change with the code and the word lists of linking."""
    digest = hashlib.blake2b(digest_size=16)
    package = files("reportedly")
    for part in _PARTS:
        for name, content in _sources(package / part, part):
            digest.update(name.encode() + b"\0" + content)
    return digest.digest()


def _sources(path: Traversable, name: str) -> Iterable[tuple[str, bytes]]:
    if path.is_file():
        if not name.endswith(".pyc"):
            yield name, path.read_bytes()
        return
    for inner in sorted(path.iterdir(), key=lambda one: one.name):
        if inner.name != "__pycache__":
            yield from _sources(inner, f"{name}/{inner.name}")
