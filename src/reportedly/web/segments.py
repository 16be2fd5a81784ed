"""A text cut into pieces, each with the marks that lie on it: made here, since browsers count
characters otherwise than records do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from reportedly.export.privacy import WITHHELD, Names, Privacy, Redacted
from reportedly.records import Article


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a text with what they are marked as.

    Args:
        layer: 'event', 'quote', 'place' …: what the page can switch on and off.
        label: words that say what it is.
        key: links a value on the page to its passage.
    """

    start: int
    end: int
    layer: str
    label: str
    key: str = ""


def segments(article: Article, spans: Sequence[Span], privacy: Privacy) -> list[dict[str, Any]]:
    """Pieces of the text in order: `text`, `start`, and `marks` as numbers of the spans on it.

    Private names are replaced, and such a piece is marked as `hidden`; what cannot be redacted is
    withheld whole.
    """
    text = article.text
    if isinstance(privacy, Names) and privacy.blind:
        return [{"text": WITHHELD, "start": 0, "hidden": True, "marks": []}]
    hidden = _joined(privacy.hidden) if isinstance(privacy, Redacted) else []
    cuts = {0, len(text)}
    for span in spans:
        cuts |= {_bounded(span.start, text), _bounded(span.end, text)}
    for start, end, _ in hidden:
        cuts |= {start, end}
    inside = {at for start, end, _ in hidden for at in cuts if start < at < end}
    places = sorted(cuts - inside)
    replaced = {start: instead for start, _, instead in hidden}
    pieces = []
    for start, end in pairwise(places):
        marks = [n for n, span in enumerate(spans) if span.start < end and span.end > start]
        piece: dict[str, Any] = {"start": start, "marks": marks}
        if start in replaced:
            piece |= {"text": f"[{replaced[start]}]", "hidden": True}
        else:
            piece["text"] = privacy.words(text[start:end])
        pieces.append(piece)
    return pieces


def _joined(hidden: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Hidden passages that overlap, as one."""
    joined: list[tuple[int, int, str]] = []
    for start, end, instead in sorted(hidden):
        if joined and start < joined[-1][1]:
            first, last, kept = joined[-1]
            joined[-1] = (first, max(last, end), kept)
        elif end > start:
            joined.append((start, end, instead))
    return joined


def _bounded(at: int, text: str) -> int:
    return min(max(at, 0), len(text))
