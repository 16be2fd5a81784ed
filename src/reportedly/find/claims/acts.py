"""Which told act a charge speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.parse import Document
from reportedly.records import Report

_BLAMED = frozenset({"ASSAULT", "COERCE", "PROTEST", None})
_BACK = 3  # sentences from a charge back to the act


class ToldActs:
    """The reports of one article, for charges that add to them."""

    def __init__(self, document: Document, reports: Sequence[Report]) -> None:
        self._document = document
        self._reports = reports

    def meant(self, start: int, end: int) -> Report | None:
        """The act that a charge tells itself, else the one told last before it."""
        return self.within(start, end) or self.before(start)

    def within(self, start: int, end: int) -> Report | None:
        """The act that a charge tells: "blamed the army for *the murder of two clerks*"."""
        return next(
            (
                r
                for r in self._reports
                if r.type == "ASSAULT"
                and any(start <= told.start < end for told in (r.trigger, *r.mentions))
            ),
            None,
        )

    def before(self, offset: int) -> Report | None:
        """The act told last before a passage, at most three sentences back."""
        here = self._document.sentence_at(offset).index
        before = [
            r
            for r in self._reports
            if r.trigger.start < offset
            and here - self._document.sentence_at(r.trigger.start).index <= _BACK
            and r.type in _BLAMED
        ]
        return max(before, key=lambda r: r.trigger.start, default=None)

    def beside(self, start: int) -> Report | None:
        """The act told next in the same sentence: "in a new action, *a bomb* went off"."""
        sentence = self._document.sentence_at(start)
        after = [
            r for r in self._reports if start < r.trigger.start < sentence.end and r.type in _BLAMED
        ]
        return min(after, key=lambda r: r.trigger.start, default=None)

    def are_told_at(self, offset: int) -> bool:
        """Whether a word tells an act that a report codes."""
        return any(
            told.start <= offset < told.end
            for report in self._reports
            for told in (report.trigger, *report.mentions)
        )
