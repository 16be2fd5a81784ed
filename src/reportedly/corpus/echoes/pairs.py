"""How two texts stand to each other by their equal words: copy, partial reuse or neither."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from reportedly.corpus.echoes.alignment import Tile, align
from reportedly.corpus.echoes.words import ArticleWords
from reportedly.records import Passage

PairKind = Literal["verbatim", "edited", "excerpt"]

# Shares of the shorter text's own words (outside quotes and furniture) that stand in the
# longer; read off the developer part of the labelled real pairs, where edited copies have a
# median of .75 and excerpts .24.
VERBATIM_SHORTER, VERBATIM_LONGER = 0.92, 0.85
EDITED = 0.40
# A thorough edit keeps fewer words, but in several places and in much of both texts.
EDITED_IN_PIECES, PIECES, RESEMBLANCE_IN_PIECES = 0.25, 3, 0.20
LEAST_EQUAL_WORDS = 20
LEAD_WORDS = 80  # credit lines, a new lede and furniture may stand before a shared lead
# A sentence counts as copied where this share of its words does, from this length.
SENTENCE_COPIED, SENTENCE_WORDS, EXCERPT_SENTENCES = 0.75, 8, 2


@dataclass(frozen=True, slots=True)
class PairReading:
    """The judged alignment of two articles: `one` and `other` are article ids in order."""

    one: str
    other: str
    kind: PairKind
    tiles: tuple[Tile, ...]  # here: one, there: other
    share_of_one: float  # share of its words that stand in the other
    share_of_other: float

    @property
    def strength(self) -> float:
        """How strongly the two go together (0 to 3): by shared words, a shared lead first."""
        return self.share_of_one + self.share_of_other + self.share_lead

    @property
    def share_lead(self) -> bool:
        """Whether both open with the same passage, behind credit lines or a new lede.

        A text put together from two goes with the one that gave it its lead.
        """
        return share_lead(self.tiles)


def read_pair(
    one: str, other: str, words: Mapping[str, ArticleWords], resemblance: float
) -> PairReading | None:
    """Align two articles and judge; None where they share no copied text.

    Quotes that both give are no copying, nor is one shared sentence.
    """
    here, there = words[one], words[other]
    tiles = align(here, there)
    if not tiles:
        return None
    equal = sum(tile.equal for tile in tiles)
    shares = (equal / len(here.words), equal / len(there.words))
    kind: PairKind
    own, own_share = _own_words(here, there, tiles)
    if max(shares) >= VERBATIM_SHORTER and min(shares) >= VERBATIM_LONGER:
        kind = "verbatim"
    elif (
        own >= LEAST_EQUAL_WORDS
        # one block outside the lead is background, a gallery or a notice, used again
        and (len(tiles) > 1 or share_lead(tiles))
        and (
            own_share >= EDITED
            or (
                own_share >= EDITED_IN_PIECES
                and len(tiles) >= PIECES
                and resemblance >= RESEMBLANCE_IN_PIECES
            )
        )
    ):
        kind = "edited"
    elif _copied_sentences(here, tiles) >= EXCERPT_SENTENCES:
        kind = "excerpt"
    else:
        return None
    return PairReading(one, other, kind, tiles, *shares)


def passages(
    reading: PairReading, words: Mapping[str, ArticleWords], of: str
) -> tuple[Passage, ...]:
    """The shared passages in characters, seen from one of the two articles."""
    here, there = words[reading.one], words[reading.other]
    found = [
        Passage(
            start=here.starts[tile.start],
            end=here.ends[tile.end - 1],
            other_start=there.starts[tile.other_start],
            other_end=there.ends[tile.other_end - 1],
        )
        for tile in reading.tiles
    ]
    if of == reading.other:
        found = [
            Passage(start=p.other_start, end=p.other_end, other_start=p.start, other_end=p.end)
            for p in found
        ]
    return tuple(sorted(found, key=lambda p: (p.start, p.other_start)))


def share_lead(tiles: tuple[Tile, ...]) -> bool:
    """Whether some passage stands near the beginning of both texts."""
    return any(tile.start < LEAD_WORDS and tile.other_start < LEAD_WORDS for tile in tiles)


def _own_words(
    here: ArticleWords, there: ArticleWords, tiles: tuple[Tile, ...]
) -> tuple[int, float]:
    """Equal words outside quotes and furniture, and their share of the shorter text's."""
    own = sum(
        not (here.apart[run.here + k] or there.apart[run.there + k])
        for tile in tiles
        for run in tile.runs
        for k in range(run.length)
    )
    shorter = min(sum(not apart for apart in text.apart) for text in (here, there))
    return own, own / shorter if shorter else 0.0


def _copied_sentences(here: ArticleWords, tiles: tuple[Tile, ...]) -> int:
    copied = [False] * len(here.words)
    for tile in tiles:
        for run in tile.runs:
            copied[run.here : run.here + run.length] = [True] * run.length
    count = 0
    for first, last in here.sentences:
        own = [k for k in range(first, last) if not here.apart[k]]
        if len(own) >= SENTENCE_WORDS:
            count += sum(copied[k] for k in own) >= SENTENCE_COPIED * len(own)
    return count
