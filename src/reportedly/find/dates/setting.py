"""What the words around a time expression give for reading it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportedly.find.dates.anchor import Anchor
from reportedly.find.dates.named_days import NamedDay
from reportedly.find.dates.tense import Tense


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the words around an expression give: the day of the text, tense, days told before."""

    anchor: Anchor | None
    tense: Tense | None
    reference: date | None  # the day told last, in this paragraph or the one before
    in_sentence: date | None  # the day told before in the same sentence
    period: date | None = None  # the first day of the time told last, a year or month too
    quarter: tuple[int, int] | None = None  # year and number of the quarter told last
    day_first: bool | None = None  # of '05/06/2020'; None where nothing tells
    named_day: NamedDay | None = None  # the day that the expression names

    @property
    def today(self) -> date | None:
        """The day from which the text counts."""
        return self.anchor.day if self.anchor else None
