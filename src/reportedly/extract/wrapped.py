"""Lines that a source broke at a fixed width are joined again, one character for one.

Wires, mails and copies of pages end a line where it is full and not where a paragraph ends. There
each break within a paragraph becomes a space, so that offsets stand and no sentence is cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\r\n]*")
_BREAK = re.compile(r"[\r\n]")
_ENDS = frozenset(".!?:;…\"”'’»)]{}")
_SHORTEST = 40  # characters of a line that goes on in the next one
_WIDEST = 160
_FEWEST = 2  # lines that plainly go on, unless all do
_FEWEST_FULL = 5  # where none goes on plainly: a text in capitals
_NEARLY_ALL = 0.9


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two lines without an empty one between."""

    first: str
    second: str
    start: int  # of the break between them
    end: int

    @property
    def goes_on(self) -> bool:
        """'… 56 more, officials ⏎ say.': a small letter behind a line without a full stop."""
        begins = self.second.lstrip()[0]
        return begins.islower() and len(self.first.strip()) >= _SHORTEST and not self.ends

    @property
    def ends(self) -> bool:
        return self.first[-1] in _ENDS

    @property
    def reach(self) -> int:
        """How wide the line would be with the next word."""
        return len(self.first) + 1 + len(self.second.split(maxsplit=1)[0])


def unwrapped(text: str) -> str:
    """The text with spaces for the line breaks within its paragraphs; all else stands.

    A line goes on where the next one begins with a small letter. Where several do so (in a text in
    capitals: where nearly all lines are full), other lines do too if the next word would not have
    fitted; behind a full stop only where empty lines part the paragraphs.
    """
    pairs = list(_pairs(text))
    if not pairs or text.islower():
        return text
    plain = [pair for pair in pairs if pair.goes_on]
    plain = plain if len(plain) >= min(_FEWEST, len(pairs)) else []
    joined = {pair.start for pair in plain} | _full(pairs, plain, text)
    if not joined:
        return text
    parts, at = [], 0
    for pair in pairs:
        if pair.start in joined:
            parts += [text[at : pair.start], _BREAK.sub(" ", text[pair.start : pair.end])]
            at = pair.end
    return "".join([*parts, text[at:]])


def _pairs(text: str) -> Iterator[_Pair]:
    lines = [match for match in _LINE.finditer(text) if match.group().strip()]
    for one, other in pairwise(lines):
        between = text[one.end() : other.start()]
        if len(between.splitlines()) == 1:
            yield _Pair(one.group().rstrip(), other.group(), one.end(), other.start())


def _full(pairs: list[_Pair], plain: list[_Pair], text: str) -> set[int]:
    """The breaks behind lines that are as full as the next word allows."""
    width = max(len(pair.first) for pair in (plain or pairs))
    if width > _WIDEST:
        return set()
    full = [pair for pair in pairs if pair.reach > width and len(pair.first) <= _WIDEST]
    nearly_all = len(full) >= _NEARLY_ALL * len(pairs)
    if len(plain) < _FEWEST and not (nearly_all and len(full) >= _FEWEST_FULL):
        return set()
    parted = nearly_all and len(pairs) < sum(bool(line.strip()) for line in text.splitlines()) - 1
    return {pair.start for pair in full if parted or not pair.ends}
