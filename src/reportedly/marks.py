"""Spans of an analysis marked in their text: for terminals, and as HTML for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from reportedly.records import Analysis, Claim, DateMention, Evidence, PlaceMention, Quote, Report
from reportedly.records.vocabulary import reality_words
from reportedly.tables import interval_words, place_words

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
_PLACES_OF_EVENTS = frozenset({"location", "dateline", "metonym"})


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
    by_name = {
        "events": event_marks(analysis.reports),
        "quotes": quote_marks(analysis.quotes),
        "claims": claim_marks(analysis.claims),
        "places": place_marks(p for p in analysis.places if p.use in _PLACES_OF_EVENTS),
        "dates": date_marks(analysis.dates),
    }
    found = {mark for name, marks in by_name.items() if not only or name in only for mark in marks}
    return tuple(sorted(found, key=lambda m: (m.start, -m.end, m.kind, m.label)))


def event_marks(reports: Iterable[Report]) -> Iterator[Mark]:
    """The words that tell each act, with its type and what makes it no plain event."""
    for report in reports:
        words = " ".join(filter(None, (report.type or "no type", report.mode)))
        status = reality_words(report.realis, report.polarity, report.stance, report.retold)
        label = words if status == "actual" else f"{words} ({status})"
        yield _mark(report.trigger, "denial" if report.stance == "denies" else "event", label)


def quote_marks(quotes: Iterable[Quote]) -> Iterator[Mark]:
    """The pieces of each quote with its speaker."""
    for quote in quotes:
        label = f"{quote.kind}: {quote.speaker or 'anonymous'}"
        yield from (_mark(piece, "quote", label) for piece in quote.content)


def claim_marks(claims: Iterable[Claim]) -> Iterator[Mark]:
    """The words of each claim with who asserts it."""
    for claim in claims:
        yield _mark(claim.content, "claim", f"claim: {claim.chain[-1].name}")


def place_marks(places: Iterable[PlaceMention]) -> Iterator[Mark]:
    """The toponyms that are resolved, with their place."""
    for mention in places:
        if mention.place is not None:
            yield _mark(mention.evidence, "place", place_words(mention.place))


def date_marks(dates: Iterable[DateMention]) -> Iterator[Mark]:
    """The time expressions with their interval, or their kind where it is open."""
    for mention in dates:
        value = mention.value
        label = interval_words(value.earliest, value.latest) or mention.kind
        yield _mark(mention.evidence, "date", label)


def _mark(evidence: Evidence, kind: str, label: str) -> Mark:
    return Mark(evidence.start, evidence.end, kind, label)


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
