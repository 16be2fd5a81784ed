"""Sentences that exports write about an event: who carries it, and what rests on little."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.export.told import Told, ToldEvent
from reportedly.records import Corroboration
from reportedly.records.vocabulary import reality_words

NOTE = (
    "Records say what outlets reported, not what happened. Types, places, dates and numbers were "
    "read by program; the passage that gives each value is named by article, offsets and hash."
)


def sources_of(reports: Iterable[Told]) -> list[str]:
    """Outlets, one a text first, then those that copy them; each once."""
    first: dict[str, Told] = {}
    told = list(reports)
    for one in told:
        leads = first.get(one.text)
        if leads is None or (leads.copies and not one.copies):
            first[one.text] = one
    ordered = [*first.values(), *told]
    return list(dict.fromkeys(one.article.outlet or "unknown outlet" for one in ordered))


def caution_of(counted: Corroboration) -> str:
    """'single text; single voice; one side (A)': what must be said beside an event, or ''."""
    parts = []
    if counted.texts == 1:
        parts.append("single text")
    if len(counted.voices) == 1:
        parts.append("single voice")
    if len(counted.sides) == 1 and not counted.sides_unknown:
        parts.append(f"one side ({counted.sides[0]})")
    if not counted.sides:
        parts.append("side unknown")
    return "; ".join(parts)


def note_of(told: ToldEvent, longest: int = 300) -> str:
    """A short passage of the first report in quotation marks, after its outlet."""
    first = told.reports[0]
    passage = " ".join(first.privacy.passage(first.report.evidence).split())
    if len(passage) > longest:
        passage = passage[: longest - 1].rstrip() + "…"
    return f"{first.article.outlet or 'An outlet'} reported: “{passage}”"


def status_of(told: ToldEvent) -> str:
    """'actual', 'threatened, retold': the fields of reality in words."""
    event = told.event
    return reality_words(event.realis, event.polarity, "states", event.retold)
