"""The agency that a text credits: in the dateline, in a byline, or in a source line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.extract.outlets import OutletRegistry
from reportedly.records import Furniture

# 'NAIROBI, Aug 13 (Agency) - ', '(Agency) – ', 'ADEN — (Agency) — '
_DATELINE = re.compile(r"\s*([^!?()\n]{0,80})\(([^()\n]{2,60})\)\s*[-–—]{1,2}\s")
# 'Agency - The minister …': only for agencies that the registry knows
_LEADING = re.compile(r"\s*(?:[A-Z][^!?()\n]{0,60}[,/]\s*)?([A-Z][\w.&' ]{1,40}?)\s*[-–—:]{1,2}\s")
_SOURCE_LINE = re.compile(r"(?:Sources?|Via|Agency)\s*:\s*(.+)", re.IGNORECASE)
_SMALL = frozenset(("of", "de", "del", "la", "and", "the", "for", "&", "y", "al", "di", "do", "da"))
_PARTICLES = frozenset(
    ("de", "del", "la", "al", "el", "da", "do", "dos", "di", "of", "upon", "sur")
)
_NAME_WORD = re.compile(r"[A-Z][\w.'’-]*|al-[A-Z]\w+")
_MOST_WORDS = 7


def credited_agency(
    text: str, furniture: Sequence[Furniture], outlets: OutletRegistry
) -> str | None:
    """The name of the agency as the text gives it, else None."""
    for match in (_DATELINE.match(line) for line in text.splitlines()[:4]):
        if match and _opens_a_report(match[1]) and _is_name(match[2]):
            return match[2].strip()
    leading = _LEADING.match(text)
    if leading and outlets.is_agency(leading[1]):
        return leading[1].strip()
    for line in furniture:
        source = _SOURCE_LINE.fullmatch(line.text)
        name = source[1] if source else line.text
        name = re.sub(r"^(?:By|From)\s+", "", name).strip(" .()-–—")
        if outlets.is_agency(name):
            return name
    return None


def _opens_a_report(before: str) -> bool:
    """Whether the words before the parentheses are a place and a day, not half a sentence."""
    words = [word for word in before.replace(",", " ").split() if word not in _PARTICLES]
    return not any(word[0].islower() for word in words)


def _is_name(words: str) -> bool:
    parts = words.split()
    named = [part for part in parts if part.lower() not in _SMALL]
    return 0 < len(parts) <= _MOST_WORDS and all(_NAME_WORD.fullmatch(part) for part in named)
