"""What a text has told before an expression: the day told last, and longer times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from reportedly.find.dates.times import Time
from reportedly.parse import Document

_PARAGRAPHS: Final = 3  # within which 'the same day' looks for the day told last


@dataclass(frozen=True, slots=True)
class Told:
    """A time at an offset of the text."""

    start: int
    time: Time


class Narrative:
    """Times told so far, in order of the text."""

    def __init__(self, document: Document, today: date | None) -> None:
        self._document = document
        self._today = today
        self._times: list[Told] = []

    def add(self, start: int, time: Time) -> None:
        """Keep a time that the text tells of; those to come are no part of its story."""
        if time.earliest is None or time.kind not in ("date", "time"):
            return
        if self._today is None or time.earliest <= self._today:
            self._times.append(Told(start, time))

    def day(self, offset: int) -> date | None:
        """The day told last, in this paragraph or one of the few before it."""
        told = self._last_day()
        return told.time.earliest if told is not None and self._is_near(told, offset) else None

    def day_in_sentence(self, offset: int) -> date | None:
        """The day told last, where the same sentence tells it."""
        told = self._last_day()
        if told is None:
            return None
        same = self._sentence(told.start) == self._sentence(offset)
        return told.time.earliest if same else None

    def period(self, offset: int) -> date | None:
        """The first day of the time told last, a year and a month too."""
        told = self._times[-1] if self._times else None
        return told.time.earliest if told is not None and self._is_near(told, offset) else None

    def quarter(self, offset: int) -> tuple[int, int] | None:
        """Year and number of the quarter told last that is over: business news count from it."""
        for told in reversed(self._times):
            if told.time.quarter is not None and self._is_over(told.time):
                return told.time.quarter if self._is_near(told, offset) else None
        return None

    def _is_over(self, time: Time) -> bool:
        return self._today is None or (time.latest is not None and time.latest < self._today)

    def _last_day(self) -> Told | None:
        for told in reversed(self._times):
            if told.time.earliest == told.time.latest:
                return told
        return None

    def _is_near(self, told: Told, offset: int) -> bool:
        here = self._document.sentence_at(offset).paragraph
        return here - self._document.sentence_at(told.start).paragraph <= _PARAGRAPHS

    def _sentence(self, offset: int) -> int:
        return self._document.sentence_at(offset).index
