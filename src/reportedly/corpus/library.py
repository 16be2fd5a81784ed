"""Where linking reads articles and what was found in them: a collection, or lists in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Protocol

from reportedly.records import Analysis, Article


class Library(Protocol):
    """Articles with their analyses; read one at a time."""

    def versions(self) -> Iterable[tuple[str, bytes]]:
        """All article ids in order, each with bytes that change with anything known of it."""

    def document(self, article_id: str) -> tuple[Article, Analysis | None]:
        """One article with its analysis."""


class InMemory:
    """A library of what is at hand; analyses of articles that are not are left out."""

    def __init__(self, articles: Sequence[Article], analyses: Sequence[Analysis]) -> None:
        """Each article once."""
        self._articles = {article.article_id: article for article in articles}
        self._analyses = {analysis.article_id: analysis for analysis in analyses}
        self._version = cache(self._worked_out)

    def versions(self) -> Iterable[tuple[str, bytes]]:
        """All article ids in order, with their versions."""
        return [(article_id, self._version(article_id)) for article_id in sorted(self._articles)]

    def document(self, article_id: str) -> tuple[Article, Analysis | None]:
        """One article with its analysis."""
        return self._articles[article_id], self._analyses.get(article_id)

    def _worked_out(self, article_id: str) -> bytes:
        told = repr(self.document(article_id)).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(told, digest_size=16).digest()
