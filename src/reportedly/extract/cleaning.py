"""Cuts furniture out of a raw text and keeps the way back to its offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportedly.extract.furniture import FurnitureRules, sentence_starts
from reportedly.records import Furniture

TITLE_REPEATED = "repeats the title"
SITE_LABEL = "site or section label"

# What neither JSON nor UTF-8 nor SQLite carries safely; one character for one, offsets stand.
_UNSAFE = re.compile("[\x00\ud800-\udfff]")
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_WORD = re.compile(r"\w+")
_TEASER_WORDS = 28
_LABEL_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line with its bounds in the raw text, without spaces around it."""

    start: int
    end: int
    text: str
    reason: str | None = None  # why it is furniture


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A text without furniture, what was cut, and where its pieces stand in the raw text."""

    text: str
    pieces: tuple[tuple[int, int, int], ...]
    furniture: tuple[Furniture, ...]


def safe(text: str) -> str:
    """The text with NUL and lone surrogates replaced, one character for one."""
    return _UNSAFE.sub("\ufffd", text)


def lines_of(text: str) -> list[Line]:
    """The lines that hold more than spaces."""
    found = []
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip()
        if bare:
            start = match.start() + len(line) - len(line.lstrip())
            found.append(Line(start=start, end=start + len(bare), text=bare))
    return found


def same_words(a: str, b: str) -> bool:
    """Whether two lines have the same words, whatever their marks and capitals."""
    words = _words(a)
    return bool(words) and words == _words(b)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def clean(raw_text: str, title: str | None, rules: FurnitureRules) -> Cleaned:
    """Cut whole lines of furniture, and appeals at the end of the last paragraph.

    `raw_text` must be `safe`. Where nothing but furniture stands, the text is empty.
    """
    lines = [
        replace(line, reason=rules.reason_for_line(line.text, None)) for line in lines_of(raw_text)
    ]
    lines = _without_lists(lines, rules)
    lines = _without_start(lines, title, rules)
    lines = _without_end(lines, rules)
    tail = _ending(lines, rules)
    return _assembled(raw_text, lines, tail)


def _without_lists(lines: Sequence[Line], rules: FurnitureRules) -> list[Line]:
    """Mark headings such as 'Most read' and the short lines that follow each."""
    marked: list[Line] = []
    reason: str | None = None
    for line in lines:
        opened = rules.opens_list(line.text)
        if opened is not None:
            reason = opened
        elif reason is not None and not _is_teaser(line.text):
            reason = None
        marked.append(line if reason is None or line.reason else replace(line, reason=reason))
    # a text that begins with a heading would lose its own headings: nothing stood before it
    first_body = next((i for i, line in enumerate(lines) if not _is_teaser(line.text)), None)
    if first_body is None:
        return list(lines)
    return [*lines[:first_body], *marked[first_body:]]


def _is_teaser(line: str) -> bool:
    """Whether a line reads like the title of another article and not like a sentence."""
    short = len(line.split()) <= _TEASER_WORDS and len(sentence_starts(line)) == 1
    return short and line[-1] not in '.!?”"…:'


def _without_start(lines: Sequence[Line], title: str | None, rules: FurnitureRules) -> list[Line]:
    """Mark what stands before the article: the title again, labels, bylines, dates."""
    marked = list(lines)
    for index, line in enumerate(lines):
        reason = (
            line.reason
            or rules.reason_for_line(line.text, "start")
            or (_reason_beside_title(line.text, title) if title else None)
        )
        if reason is None:
            break
        marked[index] = replace(line, reason=reason)
    return marked


def _reason_beside_title(line: str, title: str) -> str | None:
    if same_words(line, title):
        return TITLE_REPEATED
    words, titled = _words(line), _words(title)
    label = 0 < len(words) <= _LABEL_WORDS and line[-1] not in ".!?,;:"
    if label and words == titled[: len(words)]:
        return SITE_LABEL
    return None


def _without_end(lines: Sequence[Line], rules: FurnitureRules) -> list[Line]:
    """Mark what stands after the article: credits, contacts, notes on the author."""
    marked = list(lines)
    for index in range(len(lines) - 1, -1, -1):
        reason = lines[index].reason or rules.reason_for_line(lines[index].text, "end")
        if reason is None:
            break
        marked[index] = replace(lines[index], reason=reason)
    return marked


def _ending(lines: Sequence[Line], rules: FurnitureRules) -> Line | None:
    """The sentences at the end of the last paragraph that are an appeal, else None."""
    last = next((line for line in reversed(lines) if line.reason is None), None)
    if last is None:
        return None
    starts = sentence_starts(last.text)
    bounds = [*starts, len(last.text)]
    parts = [last.text[a:b].strip() for a, b in pairwise(bounds)]
    for first in range(1, len(parts)):  # the first sentence always stays
        reason = rules.reason_for_ending(parts[first:])
        if reason is not None:
            begin = last.start + starts[first]
            return Line(start=begin, end=last.end, text=last.text[starts[first] :], reason=reason)
    return None


def _assembled(raw_text: str, lines: Sequence[Line], tail: Line | None) -> Cleaned:
    """The kept lines with the breaks that stand before the next kept one."""
    kept: list[tuple[int, int]] = []
    for line in lines:
        if line.reason is not None:
            continue
        end = line.end
        if tail is not None and line.start < tail.start <= end:
            end = line.start + len(raw_text[line.start : tail.start].rstrip())
        kept.append((line.start, end))
    pieces: list[tuple[int, int, int]] = []
    text: list[str] = []
    length = 0
    for index, (start, end) in enumerate(_joined(kept, lines)):
        if index:  # paragraphs stay apart where lines between them were cut
            text.append("\n\n")
            length += 2
        pieces.append((length, start, end - start))
        text.append(raw_text[start:end])
        length += end - start
    cut = [line for line in lines if line.reason is not None] + ([tail] if tail else [])
    furniture = tuple(
        Furniture(start=line.start, end=line.end, text=line.text, reason=line.reason or "")
        for line in sorted(cut, key=lambda line: line.start)
    )
    return Cleaned(text="".join(text), pieces=tuple(pieces), furniture=furniture)


def _joined(kept: Sequence[tuple[int, int]], lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Kept lines joined into stretches between which nothing was cut."""
    cuts = [line.start for line in lines if line.reason is not None]
    stretches: list[tuple[int, int]] = []
    waiting = 0
    for start, end in kept:
        before = waiting
        while waiting < len(cuts) and cuts[waiting] < start:
            waiting += 1
        if stretches and waiting == before:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
    return stretches
