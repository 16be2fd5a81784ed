"""Spans of an analysis marked in their text: for terminals, and as HTML for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from reportedly.records import Analysis, Evidence

if TYPE_CHECKING:
    from rich.text import Text

# kind → (style in a terminal, colours in HTML); told apart in print and by colour-blind readers
# through the label that stands beside each mark
STYLES = {
    "event": ("bold red", "#ffd9d2"),
    "denial": ("bold magenta", "#f3d5f5"),
    "quote": ("italic green", "#d9f2dd"),
    "claim": ("underline yellow", "#fff0c2"),
    "place": ("cyan", "#d3ecf7"),
    "date": ("blue", "#dfe3fb"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage with its kind and a short label."""

    start: int
    end: int
    kind: str
    label: str


def marks_of(analysis: Analysis, only: Sequence[str] = ()) -> tuple[Mark, ...]:
    """The passages of an analysis in order of the text, the longer first.

    Args:
        only: 'places', 'dates', 'quotes', 'events', 'claims'; all of them when empty.
    """
    found: list[Mark] = []

    def add(name: str, kind: str, spans: Iterable[tuple[Evidence, str]]) -> None:
        if not only or name in only:
            found.extend(Mark(e.start, e.end, kind, label) for e, label in spans)

    for report in analysis.reports:
        kind = "denial" if report.stance == "denies" else "event"
        words = " ".join(filter(None, (report.type or "no type", report.mode)))
        flags = [
            flag
            for flag, shown in (
                (report.realis, report.realis != "actual"),
                ("negated", report.polarity == "negated"),
                ("denied", report.stance == "denies"),
                ("retold", report.retold),
            )
            if shown
        ]
        label = words + (f" ({', '.join(flags)})" if flags else "")
        add("events", kind, [(report.trigger, label)])
    for quote in analysis.quotes:
        label = f"{quote.kind}: {quote.speaker or 'anonymous'}"
        add("quotes", "quote", [(piece, label) for piece in quote.content])
    for claim in analysis.claims:
        add("claims", "claim", [(claim.content, f"claim: {claim.chain[-1].name}")])
    for mention in analysis.places:
        if mention.place is not None and mention.use in ("location", "dateline", "metonym"):
            place = mention.place
            label = f"{place.name}, {place.country}" if place.country else place.name
            add("places", "place", [(mention.evidence, label)])
    for date in analysis.dates:
        value = date.value
        interval = f"{value.earliest} to {value.latest}"
        label = str(value.earliest) if value.earliest == value.latest else interval
        add("dates", "date", [(date.evidence, label if value.earliest else date.kind)])
    return tuple(sorted(set(found), key=lambda m: (m.start, -m.end, m.kind, m.label)))


def as_html(text: str, marks: Sequence[Mark]) -> str:
    """The text with its marks nested as HTML; a mark that would cross another is cut there."""
    pieces: list[str] = []
    _nest(text, 0, len(text), list(marks), pieces)
    body = "".join(pieces)
    return f'<div dir="auto" style="white-space:pre-wrap;line-height:1.7">{body}</div>'


def _nest(text: str, start: int, end: int, marks: list[Mark], into: list[str]) -> None:
    at = start
    while marks:
        mark = marks.pop(0)
        low, high = max(mark.start, at), min(mark.end, end)
        if low >= high:
            continue
        into.append(escape(text[at:low]))
        inside = [m for m in marks if m.start < high]
        marks = [m for m in marks if m.start >= high or m.end > high]
        colour = STYLES[mark.kind][1]
        label = escape(mark.label, quote=True)
        into.append(f'<mark title="{label}" style="background:{colour};color:inherit">')
        _nest(text, low, high, inside, into)
        into.append(f"</mark><sub>{label}</sub>" if mark.kind in ("event", "denial") else "</mark>")
        at = high
    into.append(escape(text[at:end]))


def as_text(text: str, marks: Sequence[Mark]) -> Text:
    """The text with styles, for rich's console."""
    from rich.text import Text as RichText

    marked = RichText(text)
    for mark in sorted(marks, key=lambda m: m.start - m.end):  # longer first, shorter on top
        marked.stylize(STYLES[mark.kind][0], mark.start, mark.end)
    return marked
