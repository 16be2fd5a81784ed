"""Mentions as TimeML annotates them: TIMEX3 elements with a type, a value and their own spans.

Our mention of a range ('from 3 to 5 May') is one; the standard marks its two ends. A phrase that
names an occasion ('the anniversary of the 1979 uprising') is none, but the date inside it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from reportedly.records import DateMention

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
_TYPES: Mapping[str, TimexType] = MappingProxyType(
    {"date": "DATE", "time": "TIME", "duration": "DURATION", "set": "SET", "occasion": "DATE"}
)
_OPENS = re.compile(r"(?:from|between|del?|desde|entre|از|بین|من|بين)\s+", re.IGNORECASE)
_SPLIT_YEAR = re.compile(r"(?:the )?\d{4}[-–/]\d\d")
_JOINT = re.compile(
    r"\s+(?:to|until|till|through|into|and|or|al?|hasta|y|تا|الی|و|إلى|الى|حتى)\s+|\s*[-–—]\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex3:
    """One element: characters [start, end) of the text, its type and value."""

    start: int
    end: int
    type: TimexType
    value: str | None


def timex3_of(mentions: Iterable[DateMention]) -> tuple[Timex3, ...]:
    """The elements of some mentions, in their order."""
    return tuple(element for mention in mentions for element in _elements(mention))


def _elements(mention: DateMention) -> Iterator[Timex3]:
    value, evidence = mention.value.timex_value, mention.evidence
    if mention.made_by == "dates:occasion":
        return
    kind = _TYPES[mention.kind]
    if value is not None and re.fullmatch(r"P(?:T?[\dX.]+[A-Z]+)+", value) and kind == "DATE":
        kind = "DURATION"
    ends = _ends(evidence.quote) if value is not None and value.count("/") == 1 else None
    if value is None or ends is None:
        yield Timex3(start=evidence.start, end=evidence.end, type=kind, value=value)
        return
    for (start, end), one in zip(ends, value.split("/"), strict=True):
        yield Timex3(start=evidence.start + start, end=evidence.start + end, type=kind, value=one)


def _ends(quote: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Bounds of the two ends of a range in its words; '2012-13' is one."""
    if _SPLIT_YEAR.fullmatch(quote):
        return None
    opening = _OPENS.match(quote)
    start = opening.end() if opening else 0
    joints = [j for j in _JOINT.finditer(quote, start) if j.start() > start]
    if len(joints) != 1:
        return None
    return (start, joints[0].start()), (joints[0].end(), len(quote))
