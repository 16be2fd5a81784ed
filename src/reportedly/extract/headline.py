"""The title of a text that comes without one: its first line, where that reads as a headline."""

from __future__ import annotations

import re

from reportedly.extract.cleaning import lines_of, same_words
from reportedly.extract.furniture import FurnitureRules

_LONGEST = 160
_LEAST_WORDS, _MOST_WORDS = 3, 25
_NO_HEADLINE_END = ".,;:-–—"
_DATELINE = re.compile(r"\([^()]{2,60}\)\s*[-–—]|\s[-–—]{1,2}\s+[A-Z]\w+ ")
_QUOTE_END = re.compile(r"[.,!?]\s*[\"”’']+$")
_LABEL_WORDS = 5


def headline_of(raw_text: str, rules: FurnitureRules) -> str | None:
    """The headline at the top of a text, else None: a text may well begin with its news.

    A headline is a short line without a final stop above a longer line that ends a sentence;
    a label above it that repeats its first words ('Radio North' over 'Radio North: talks
    fail') is passed over.
    """
    lines = [
        line.text
        for line in lines_of(raw_text)
        if rules.reason_for_line(line.text, "start") is None
    ][:4]
    if len(lines) > 2 and _is_label(lines[0], lines[1]):
        lines = lines[1:]
    if len(lines) < 2:
        return None
    first, second = lines[0], lines[1]
    if not _is_headline(first) or _is_headline(second):
        return None
    return first if len(second) > len(first) else None


def _is_label(line: str, below: str) -> bool:
    words = line.split()
    return len(words) <= _LABEL_WORDS and same_words(line, " ".join(below.split()[: len(words)]))


def _is_headline(line: str) -> bool:
    words = line.split()
    return (
        len(line) <= _LONGEST
        and _LEAST_WORDS <= len(words) <= _MOST_WORDS
        and line[-1] not in _NO_HEADLINE_END
        and _QUOTE_END.search(line) is None
        and not line[0].islower()
        and _DATELINE.search(line) is None
    )
