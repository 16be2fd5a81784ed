"""Sets of English words as plain lines of text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a line: ``words("town city")``."""
    return frozenset(text.split())
