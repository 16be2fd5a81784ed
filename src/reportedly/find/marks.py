"""Passages between quotation marks: straight and curly, double and single, nested, unclosed."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

_OPENING = frozenset("“„«‹‘‚「『《❝")
_CLOSING = {
    "”": "“„”", "»": "«", "›": "‹", "’": "‘‚", "」": "「", "』": "『", "》": "《", "❞": "❝",
    "‟": "“", "“": "„", "‘": "‚", "«": "»",
}  # fmt: skip
_TURNED = frozenset("»”")  # marks of closing that open in German, Danish, Swedish, Finnish
_MARK = re.compile("[\"＂'`“”„‟«»‹›‘’‚「」『』《》❝❞]")
_SINGLE = re.compile("'")
_FAR = 3000  # characters in which a single mark is looked for that closes
_DEEPEST = 16  # marks open within each other; more are a broken text, and cost time
_ENDS = frozenset(".,!?…;:—")
_STOPS = frozenset(".!?…")
_LEAST = 8  # words of a speech without a closing mark


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage between marks: [start, end) without them, [outer_start, outer_end) with them."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    depth: int  # 0 outside all others
    closed: bool


def find_marked(text: str) -> tuple[Marked, ...]:
    """Passages between marks, by start; marks never pair over a line break.

    A passage without a closing mark runs to the end of its line where the next line of text opens
    with a mark again (a speech of several paragraphs) or where it is whole sentences; else its
    opening mark stands for nothing.
    """
    found: list[Marked] = []
    lines: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((at, at + len(line)))
        at += len(line) + 1
    for number, (start, end) in enumerate(lines):
        following = text[slice(*lines[number + 1])].lstrip() if number + 1 < len(lines) else ""
        _mark_line(text, start, end, following, found)
    return tuple(sorted(found, key=lambda m: (m.outer_start, -m.outer_end)))


class _Line:
    """Pairs the marks of one line, from left to right."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        self.open: list[tuple[str, int]] = []  # opening mark, offset
        self.pairs: list[tuple[int, int]] = []
        self._closing_singles: list[int] | None = None  # of the line, once one is asked for

    def read(self) -> None:
        """Pair all marks; what stays in `open` has no closing mark."""
        skip = -1
        for match in _MARK.finditer(self._text, self._start, self._end):
            at, mark = match.start(), match[0]
            if at == skip:
                continue
            before, after = self._at(at - 1), self._at(at + 1)
            if mark in {"'", "`"} and after == mark:  # '' and `` are double marks in old wires
                skip = at + 1
                mark, after = '"', self._at(at + 2)
            if mark in '"＂':
                self._straight(at, before, after)
            elif mark in {"'", "’"} and before.isalnum() and after.isalnum():
                continue  # an apostrophe
            elif mark == "'":
                self._single(at, before, after)
            elif mark in "“‘«" and (kinds := self._closed_by(mark, before, after)):
                self._close(kinds, at)
            elif mark in _TURNED and not self._is_open(_CLOSING[mark] + '"'):
                if (before.isspace() or before in "([—–-") and after.isalnum():
                    self._open(mark, at)
            elif mark in _OPENING:
                if mark != "‘" or _opens_single(before, after):
                    self._open(mark, at)
            elif mark != "’" or before.casefold() != "s" or self._closes_single(at):
                self._close(_CLOSING.get(mark, "") + ('"' if mark == "”" else ""), at)

    def _straight(self, at: int, before: str, after: str) -> None:
        """A straight double mark: open, close, or inches."""
        is_open = any(mark in '"“' for mark, _ in self.open)
        opens = before.isspace() or before in "([—–-/“‘'"
        if not is_open and not opens and after.isalpha():  # 'said,"We …"', 'about"joint work"'
            opens = (before in ",:.!?" or before.isalpha()) and self._is_closed_next(at)
        if is_open and not (opens and not after.isspace() and after not in _ENDS):
            self._close('"“', at)
        elif opens and (not any(mark == '"' for mark, _ in self.open) or self._both_close(at)):
            self._open('"', at)
        elif is_open:
            self._close('"“', at)

    def _closed_by(self, mark: str, before: str, after: str) -> str:
        """What a mark of opening closes here: „We sail“, and by mistake “We sail,“."""
        if self._is_open(_CLOSING[mark]):
            return _CLOSING[mark]
        ends = (before.isalnum() or before in _ENDS) and not after.isalnum()
        return '"“' if mark == "“" and ends and self._is_open('"“') else ""

    def _is_closed_next(self, at: int) -> bool:
        """Whether the next straight mark stands right after a word: it closes."""
        other = self._text.find('"', at + 1, min(self._end, at + _FAR))
        return other >= 0 and not self._at(other - 1).isspace() and self._at(other - 1) not in "(["

    def _both_close(self, at: int) -> bool:
        """Whether the next two straight marks close: this one opens within another's words."""
        following: list[int] = []
        other = self._text.find('"', at + 1, min(self._end, at + _FAR))
        while other >= 0 and len(following) < 2:
            following.append(other)
            other = self._text.find('"', other + 1, min(self._end, at + _FAR))
        return len(following) == 2 and not any(
            self._at(n - 1).isspace() or self._at(n - 1) in "([" or self._at(n + 1).isalnum()
            for n in following
        )

    def _single(self, at: int, before: str, after: str) -> None:
        """A straight single mark: open, close, or an apostrophe at the end of a word."""
        if any(mark == "'" for mark, _ in self.open) and not before.isspace():
            if self._closes_single(at):
                self._close("'", at)
        elif _opens_single(before, after) and self._is_closed_later(at):
            self._open("'", at)

    def _is_closed_later(self, at: int) -> bool:
        """Whether a straight single mark that may close follows."""
        if self._closing_singles is None:
            marks = _SINGLE.finditer(self._text, self._start, self._end)
            self._closing_singles = [
                one
                for one in (match.start() for match in marks)
                if self._at(one - 1) != " " and self._closes_single(one)
            ]
        following = bisect_left(self._closing_singles, at + 2)
        return (
            following < len(self._closing_singles) and self._closing_singles[following] < at + _FAR
        )

    def _open(self, mark: str, at: int) -> None:
        if len(self.open) < _DEEPEST:
            self.open.append((mark, at))

    def _is_open(self, kinds: str) -> bool:
        return any(mark in kinds for mark, _ in self.open)

    def _close(self, kinds: str, at: int) -> None:
        for n in range(len(self.open) - 1, -1, -1):
            if self.open[n][0] in kinds:
                self.pairs.append((self.open[n][1], at))
                del self.open[n:]
                return

    def _at(self, offset: int) -> str:
        return self._text[offset] if self._start <= offset < self._end else " "

    def _closes_single(self, at: int) -> bool:
        """Whether a single mark closes a passage, and is not that of "the workers' union"."""
        before, after = self._at(at - 1), self._at(at + 1)
        if after.isalnum():
            return False
        if before in _ENDS or after in _ENDS or after in '"”)' or at + 1 >= self._end:
            return True
        return before.casefold() != "s"


def _mark_line(text: str, start: int, end: int, following: str, found: list[Marked]) -> None:
    line = _Line(text, start, end)
    line.read()
    if line.open and line.open[0][0] in {'"', "“", "«", "„"}:
        mark, at = line.open[0]
        goes_on = following.startswith((mark, "''") if mark == '"' else mark) and end - at > 2
        if goes_on or (mark == "“" and _runs_to_end(text[start:end], at - start)):
            found.append(Marked(at + 1, end, at, end, 0, closed=False))
            line.pairs = [(a, b) for a, b in line.pairs if a < at]
    around: list[int] = []  # ends of the pairs that the next one stands in
    for opening, closing in sorted(line.pairs):
        while around and around[-1] <= opening:
            around.pop()
        depth = len(around)
        around.append(closing)
        wide = text[opening : opening + 2] in {"''", "``"}
        first = opening + 2 if wide else opening + 1
        last = closing + 2 if wide and text[closing : closing + 2] == "''" else closing + 1
        if closing <= first:
            continue
        found.append(Marked(first, closing, opening, last, depth, closed=True))


def _runs_to_end(line: str, at: int) -> bool:
    """Whether whole sentences run from an opening mark to the end of their line: "Roa said. “We …".

    The last words of a speech whose closing mark was forgotten: marks stand before, none after.
    """
    before, words = line[:at].rstrip(), line[at + 1 :].strip()
    opens = "”" in before and before[-1:] in _STOPS
    whole = words[:1].isupper() and words[-1:] in _STOPS and len(words.split()) >= _LEAST
    return opens and whole and not any(ch in '“”"' for ch in words)


def _opens_single(before: str, after: str) -> bool:
    return (before.isspace() or before in '"“([—–:') and after.isalpha()
