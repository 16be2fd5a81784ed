"""Seed-and-extend alignment of two texts on equal words: which passages stand in both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from reportedly.corpus.echoes.words import ArticleWords

SEED_WORDS = 5
MOST_GAP = 4  # words that may differ between two runs of one passage
LEAST_PASSAGE = 12  # equal words from which a passage counts
RESUMED_WORDS = 3  # equal words by which a passage goes on after a damaged or changed stretch
_MOST_PLACES = 16  # a run of words that stands more often than this is a formula, no seed
# Words left out on either side before a passage goes on, fewest first.
_STEPS = sorted(product(range(MOST_GAP + 1), repeat=2), key=lambda step: (sum(step), step))


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
    runs: tuple[Run, ...] = ()  # left out once the pair is judged


def equal_runs(here: ArticleWords, there: ArticleWords) -> list[Run]:
    """Runs of equal words, longest first; no word of either text in two of them.

    A run has at least five words; where another goes on nearby, three are enough.
    """
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
    free = _Free([True] * len(here.words), [True] * len(there.words))
    kept = _without_overlap(found, free)
    for run in tuple(kept):
        kept += _resumed(run, here.words, there.words, free, forward=True)
        kept += _resumed(run, here.words, there.words, free, forward=False)
    return kept


@dataclass(frozen=True, slots=True)
class _Free:
    """Words that no run holds so far."""

    here: list[bool]
    there: list[bool]

    def take(self, run: Run) -> None:
        self.here[run.here : run.here + run.length] = [False] * run.length
        self.there[run.there : run.there + run.length] = [False] * run.length


def _without_overlap(runs: list[Run], free: _Free) -> list[Run]:
    """Keep runs in their order, each cut to its longest stretch that no earlier one took."""
    kept: list[Run] = []
    for run in runs:
        best = (0, 0)
        at = 0
        while at < run.length:
            begin = at
            while at < run.length and free.here[run.here + at] and free.there[run.there + at]:
                at += 1
            best = max(best, (at - begin, -begin))
            at += 1
        length, begin = best[0], -best[1]
        if length >= SEED_WORDS:
            kept.append(Run(run.here + begin, run.there + begin, length))
            free.take(kept[-1])
    return kept


def _resumed(
    run: Run, here: Sequence[str], there: Sequence[str], free: _Free, *, forward: bool
) -> list[Run]:
    """Shorter runs that carry a passage on beyond a run, each a few words from the last."""
    found: list[Run] = []
    while True:
        nearest = None
        for one, other in _STEPS:
            if forward:
                i, j = run.here + run.length + one, run.there + run.length + other
                step = 1
            else:
                i, j = run.here - 1 - one, run.there - 1 - other
                step = -1
            length = 0
            while (
                0 <= i < len(here)
                and 0 <= j < len(there)
                and here[i] == there[j]
                and free.here[i]
                and free.there[j]
            ):
                i, j, length = i + step, j + step, length + 1
            if length >= RESUMED_WORDS:
                nearest = (
                    Run(i - length, j - length, length) if forward else Run(i + 1, j + 1, length)
                )
                break
        if nearest is None:
            return found
        free.take(nearest)
        found.append(nearest)
        run = nearest


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
