"""A readable view of a text beside its coordinates.

The view splits words that the source runs together and shows no-break spaces as spaces.
The text itself never changes; `View.back` leads from offsets of the view to offsets of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.records import Glued

# One for one, so that only the splits move offsets.
_PLAIN = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\t": " ", "\r": " "}
)

# A tokenizer looks at all that is left of a word for each mark that it takes off, so that long
# runs would cost the square of their length. No word is as long, and hardly an address.
_LONGEST_WORD = 300
_MOST_MARKS = 60
_LONG_WORD = re.compile(rf"(?<!\S)\S{{{_LONGEST_WORD + 1},}}")
_LONG_MARKS = re.compile(rf"(?:[^\w\s]|_){{{_MOST_MARKS + 1},}}")


@dataclass(frozen=True, slots=True)
class View:
    """The text as readers see it; `cuts` are the offsets in the view where a space was added."""

    text: str
    cuts: tuple[int, ...]

    def back(self, offset: int) -> int:
        """Offset in the text of an offset in the view."""
        return offset - bisect_right(self.cuts, offset - 1)


def view_of(text: str, glued: Sequence[Glued] = (), start: int = 0, end: int | None = None) -> View:
    """The view of text[start:end]; offsets of the result count from `start`."""
    end = len(text) if end is None else end
    pieces: list[str] = []
    cuts: list[int] = []
    at = start
    length = 0
    for word in sorted(glued, key=lambda g: g.start):
        if word.start < start or word.end > end:
            continue
        position = word.start
        for part in word.parts[:-1]:
            position += len(part)
            piece = text[at:position]
            pieces.append(piece + " ")
            length += len(piece)
            cuts.append(length)
            length += 1
            at = position
    pieces.append(text[at:end])
    return View(text="".join(pieces).translate(_PLAIN), cuts=tuple(cuts))


def bounded(view: View) -> View:
    """A view without endless words, for a tokenizer.

    Of a run of marks all but the first are blank, one space for one; other words are cut.
    """
    text = _LONG_MARKS.sub(
        lambda run: run.group()[:_MOST_MARKS] + " " * (len(run.group()) - _MOST_MARKS), view.text
    )
    after = [
        place
        for word in _LONG_WORD.finditer(text)
        for place in range(word.start() + _LONGEST_WORD, word.end(), _LONGEST_WORD)
    ]
    if not after:
        return View(text, view.cuts)
    pieces = [text[start:end] for start, end in pairwise([0, *after, len(text)])]
    added = [place + number for number, place in enumerate(after)]
    moved = [cut + bisect_right(after, cut) for cut in view.cuts]
    return View(" ".join(pieces), tuple(sorted([*moved, *added])))
