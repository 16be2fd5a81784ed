"""Seed-and-extend alignment of two texts on equal words: which passages stand in both."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from reportedly.corpus.echoes.words import ArticleWords

SEED_WORDS = 5
MOST_GAP = 4  # words that may differ between two runs of one passage
LEAST_PASSAGE = 12  # equal words from which a passage counts
_MOST_PLACES = 16  # a run of words that stands more often than this is a formula, no seed


@dataclass(frozen=True, slots=True)
class Run:
    """Equal words: `length` of them from word `here` in one text and `there` in the other."""

    here: int
    there: int
    length: int


@dataclass(frozen=True, slots=True)
class Tile:
    """A passage in both texts, in word indexes; `equal` of its words are the same."""

    start: int
    end: int
    other_start: int
    other_end: int
    equal: int
    runs: tuple[Run, ...]


def equal_runs(here: ArticleWords, there: ArticleWords) -> list[Run]:
    """Maximal runs of equal words, longest first; no word of either text in two of them."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in range(len(there.words) - SEED_WORDS + 1):
        places[there.words[j : j + SEED_WORDS]].append(j)
    found: list[Run] = []
    for i in range(len(here.words) - SEED_WORDS + 1):
        positions = places.get(here.words[i : i + SEED_WORDS], ())
        if len(positions) > _MOST_PLACES:
            continue
        for j in positions:
            if i and j and here.words[i - 1] == there.words[j - 1]:
                continue  # inside a run that began earlier
            length = SEED_WORDS
            while (
                i + length < len(here.words)
                and j + length < len(there.words)
                and here.words[i + length] == there.words[j + length]
            ):
                length += 1
            found.append(Run(i, j, length))
    found.sort(key=lambda run: (-run.length, run.here, run.there))
    return _without_overlap(found, len(here.words), len(there.words))


def _without_overlap(runs: list[Run], here_words: int, there_words: int) -> list[Run]:
    """Keep runs in their order, each cut to its longest stretch that no earlier one took."""
    here_free, there_free = [True] * here_words, [True] * there_words
    kept: list[Run] = []
    for run in runs:
        best = (0, 0)
        at = 0
        while at < run.length:
            begin = at
            while at < run.length and here_free[run.here + at] and there_free[run.there + at]:
                at += 1
            best = max(best, (at - begin, -begin))
            at += 1
        length, begin = best[0], -best[1]
        if length < SEED_WORDS:
            continue
        kept.append(Run(run.here + begin, run.there + begin, length))
        for k in range(begin, begin + length):
            here_free[run.here + k] = there_free[run.there + k] = False
    return kept


def align(here: ArticleWords, there: ArticleWords) -> tuple[Tile, ...]:
    """Passages of at least twelve equal words that stand in both texts, in order of `here`.

    Runs at most four words apart on both sides become one passage.

    Sources: greedy string tiling (Wise 1993), as METER's and PAN's text-reuse baselines use it.
    """
    tiles: list[list[Run]] = []
    for run in sorted(equal_runs(here, there), key=lambda run: (run.here, run.there)):
        last = tiles[-1][-1] if tiles else None
        if last is not None:
            gap = run.here - last.here - last.length
            other_gap = run.there - last.there - last.length
            if gap <= MOST_GAP and 0 <= other_gap <= MOST_GAP:
                tiles[-1].append(run)
                continue
        tiles.append([run])
    built = (
        Tile(
            start=runs[0].here,
            end=runs[-1].here + runs[-1].length,
            other_start=runs[0].there,
            other_end=runs[-1].there + runs[-1].length,
            equal=sum(run.length for run in runs),
            runs=tuple(runs),
        )
        for runs in tiles
    )
    return tuple(tile for tile in built if tile.equal >= LEAST_PASSAGE)
