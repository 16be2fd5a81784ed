"""How two texts stand to each other by their equal words: copy, partial reuse or neither."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
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
# From here passages in the same order are a sign of a rewriting that left some as they were.
IN_STEP = 0.20
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
    own_share: float = 0.0  # of the shorter text's words outside quotes and furniture

    @property
    def in_step(self) -> bool:
        """Whether both give several passages outside quotes in the same order.

        Quotes and an excerpt stand where they fit; a rewriting keeps its source's order.
        """
        return _in_step(self.tiles, self.own_share)

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
    one: str, other: str, here: ArticleWords, there: ArticleWords, resemblance: float
) -> PairReading | None:
    """Align the words of two articles and judge; None where they share no copied text.

    Quotes that both give are no copying, nor is one shared sentence.
    """
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
    elif _in_step(tiles, own_share) or _copied_sentences(here, tiles) >= EXCERPT_SENTENCES:
        kind = "excerpt"
    else:
        return None
    bare = tuple(replace(tile, runs=()) for tile in tiles)
    return PairReading(one, other, kind, bare, *shares, own_share)


def pack_reading(reading: PairReading | None) -> bytes:
    """A reading without the names of its articles, so that it serves others of their texts."""
    if reading is None:
        return b"null"
    tiles = [[t.start, t.end, t.other_start, t.other_end, t.equal] for t in reading.tiles]
    shares = [reading.share_of_one, reading.share_of_other, reading.own_share]
    return json.dumps([reading.kind, tiles, *shares], separators=(",", ":")).encode()


def unpack_reading(one: str, other: str, data: bytes) -> PairReading | None:
    """The reading of `pack_reading` for two articles."""
    values = json.loads(data)
    if values is None:
        return None
    kind, tiles, *shares = values
    return PairReading(one, other, kind, tuple(Tile(*tile) for tile in tiles), *shares)


def passages(
    reading: PairReading, here: ArticleWords, there: ArticleWords, of: str
) -> tuple[Passage, ...]:
    """The shared passages in characters, seen from one of the two articles.

    Args:
        reading: of the two.
        here: the words of `reading.one`.
        there: the words of `reading.other`.
        of: the article that they are seen from.
    """
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


def _in_step(tiles: Sequence[Tile], own_share: float) -> bool:
    order = [tile.other_start for tile in tiles]
    return len(tiles) >= PIECES and own_share >= IN_STEP and order == sorted(order)


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
    """Copied sentences of a text's own; a quoted one counts beside one of its own."""
    copied = [False] * len(here.words)
    for tile in tiles:
        for run in tile.runs:
            copied[run.here : run.here + run.length] = [True] * run.length
    own, quoted = [], []
    for first, last in here.sentences:
        told = [k for k in range(first, last) if not here.apart[k]]
        own.append(_is_copied(told, copied))
        quoted.append(not own[-1] and _is_copied(range(first, last), copied))
    beside = [
        said and (any(own[at - 1 : at]) or any(own[at + 1 : at + 2]))
        for at, said in enumerate(quoted)
    ]
    return sum(own) + sum(beside)


def _is_copied(words: Sequence[int], copied: Sequence[bool]) -> bool:
    if len(words) < SENTENCE_WORDS:
        return False
    return sum(copied[k] for k in words) >= SENTENCE_COPIED * len(words)
