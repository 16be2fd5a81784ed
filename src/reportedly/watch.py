"""How far a linking is: its stages by name, and the articles as it takes them in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reportedly.corpus.library import Library
from reportedly.records import Analysis, Article

_EACH = 50  # articles between two words of progress


@dataclass(frozen=True, slots=True)
class LinkProgress:
    """One moment of a linking.

    Args:
        stage: what it is doing.
        articles: how many this stage took in, None where it goes over something else.
        of: all articles.
    """

    stage: str
    articles: int | None
    of: int


OnLinkProgress = Callable[[LinkProgress], None]


class Watch:
    """A library as linking reads it, and the ear for its stages; tells both to a listener."""

    def __init__(self, library: Library, articles: int, tell: OnLinkProgress | None) -> None:
        """`articles` is how many the library holds; `tell` is None where nobody listens."""
        self._library = library
        self._of = articles
        self._listener = tell
        self._stage = ""

    def on_stage(self, stage: str) -> None:
        """A stage begins."""
        self._stage = stage
        self._tell(None)

    def versions(self) -> Iterator[tuple[str, bytes]]:
        """See `Library`; all articles are gone through by this once."""
        for number, version in enumerate(self._library.versions()):
            if number % _EACH == 0:
                self._tell(number)
            yield version
        self._tell(self._of)

    def document(self, article_id: str) -> tuple[Article, Analysis | None]:
        """See `Library`."""
        return self._library.document(article_id)

    def _tell(self, articles: int | None) -> None:
        if self._listener is not None:
            self._listener(LinkProgress(self._stage, articles, self._of))
