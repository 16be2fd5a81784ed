"""Neighbours that tell one time together: 'امروز دوشنبه ساعت ۸', 'أمس الجمعة'.

Languages that put day, weekday and clock time side by side list in [chains] what may stand between
them; neighbours that contradict each other stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportedly.find.dates.lexicon import LanguageDates
from reportedly.parse import Document
from reportedly.records import DateMention, DateValue

_JOINED = frozenset({"date", "time"})


def join_chains(
    document: Document, mentions: Sequence[DateMention], languages: Sequence[LanguageDates]
) -> list[DateMention]:
    """The mentions with those joined that tell one time; all in order of the text."""
    by_language = {language.language: language for language in languages}
    joined: list[DateMention] = []
    for mention in mentions:
        language = by_language.get(mention.made_by.split(":")[1])
        last = joined[-1] if joined else None
        one = _joined(document, last, mention, language) if last and language else None
        if one is None:
            joined.append(mention)
        else:
            joined[-1] = one
    return joined


def _joined(
    document: Document, first: DateMention, second: DateMention, language: LanguageDates
) -> DateMention | None:
    if language.chain is None or first.made_by.split(":")[1] != language.language:
        return None
    between = document.text[first.evidence.end : second.evidence.start]
    match = language.chain.fullmatch(between)
    if match is None:
        return None
    if match.lastgroup == "to":
        value = _range(first.value, second.value)
    elif first.kind in _JOINED and second.kind in _JOINED:
        value = _together(first, second)
    else:
        return None
    if value is None:
        return None
    start, end = first.evidence.start, second.evidence.end
    kind = "time" if "time" in (first.kind, second.kind) and match.lastgroup != "to" else first.kind
    return replace(
        first,
        evidence=document.evidence(start, end),
        value=replace(value, text=document.readable(start, end)),
        kind=kind,
        remembered=first.remembered or second.remembered,
    )


def _range(first: DateValue, second: DateValue) -> DateValue | None:
    """From the beginning of one to the end of the other."""
    if first.earliest and second.latest and first.earliest > second.latest:
        return None
    timex = f"{first.timex_value}/{second.timex_value}" if first.timex_value else None
    return replace(first, latest=second.latest, granularity="range", timex_value=timex)


def _together(first: DateMention, second: DateMention) -> DateValue | None:
    """The finer of two times that agree; a clock time takes the day beside it."""
    finer, coarser = sorted((first, second), key=_fineness)
    a, b = finer.value, coarser.value
    if a.earliest is not None and a.latest is not None and b.earliest and b.latest:
        agree = a.earliest <= b.latest and b.earliest <= a.latest
        return a if agree and not _same_kind(finer, coarser) else None
    if _same_kind(finer, coarser):
        return None
    if a.earliest is None and b.earliest is not None:
        return replace(
            b, timex_value=_at_clock(b.timex_value, a.timex_value), granularity=a.granularity
        )
    return a


def _fineness(mention: DateMention) -> tuple[bool, date, bool]:
    """Clock times first, then what has an interval, the shorter first."""
    value = mention.value
    length = (value.latest - value.earliest).days if value.earliest and value.latest else 0
    return mention.kind != "time", date.fromordinal(1 + max(length, 0)), value.earliest is None


def _same_kind(one: DateMention, other: DateMention) -> bool:
    """Two of the same rule are a list ('شنبه یکشنبه'), no chain."""
    return one.made_by == other.made_by


def _at_clock(day: str | None, clock: str | None) -> str | None:
    time = re.search(r"T[\w:]+$", clock or "")
    return day if day is None or time is None or "T" in day else day + time.group()
