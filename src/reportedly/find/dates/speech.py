"""The time of speaking: 'yesterday' in words said on Monday is Sunday, whenever printed."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from reportedly.find.dates.times import Time
from reportedly.parse import Document

_MARKED = re.compile(r"“[^“”]{1,2000}”|\"[^\"]{1,2000}\"|«[^«»]{1,2000}»|``.{1,2000}?''", re.DOTALL)
_SAYING: Final = frozenset({
    "say", "tell", "add", "announce", "declare", "write", "post", "tweet", "warn", "state",
    "claim", "ask", "reply", "explain", "recall", "insist", "stress", "testify", "note",
})  # fmt: skip


class Speech:
    """Which words of a text stand in quotation marks, and on which days they were said."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._quoted = [match.span() for match in _MARKED.finditer(document.text)]

    def holds(self, offset: int) -> bool:
        """Whether a character stands in quotation marks."""
        return any(start < offset < end for start, end in self._quoted)

    def day_of_saying(self, offset: int, time: Time, start: int, end: int) -> date | None:
        """The day that a time outside the quotation gives to what is said at an offset.

        It stands in the same sentence, or the sentence beside it in the paragraph, and belongs
        to a verb of saying: 'she said on Monday'.
        """
        if time.earliest is None or time.earliest != time.latest or self.holds(start):
            return None
        here, there = self._document.sentence_at(offset), self._document.sentence_at(start)
        if here.paragraph != there.paragraph or abs(here.index - there.index) > 1:
            return None
        root = self._document.root_of(start, end)
        if root is None or not self._document.has_syntax:
            return None
        verb = next((t for t in self._document.ancestors(root.index) if t.pos == "VERB"), None)
        return time.earliest if verb is not None and verb.lemma in _SAYING else None
