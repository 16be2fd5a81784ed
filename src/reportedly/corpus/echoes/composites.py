"""Texts put together from two others: they go with the one that gave them their lead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from reportedly.corpus.echoes.alignment import Tile
from reportedly.corpus.echoes.pairs import PairReading

# Share of a pair's words in one text that stand outside what that text shares with its lead's.
OUTSIDE = 0.8

_Pair = tuple[str, str]


def second_sources(readings: Mapping[_Pair, PairReading]) -> Collection[_Pair]:
    """Pairs where one text took a later part from the other and its lead from elsewhere.

    Such a part is partial reuse, however long: the article is no copy of that text.
    """
    later = {pair: reading for pair, reading in readings.items() if not reading.share_lead}
    taking = {article_id for pair in later for article_id in pair}
    from_lead: dict[str, set[int]] = defaultdict(set)
    for pair, reading in readings.items():
        if pair not in later and reading.kind != "excerpt" and not taking.isdisjoint(pair):
            from_lead[reading.one].update(_words(reading.tiles, other=False))
            from_lead[reading.other].update(_words(reading.tiles, other=True))
    return {
        pair
        for pair, reading in later.items()
        if any(
            _outside(_words(reading.tiles, other=other), from_lead.get(article_id, set()))
            for article_id, other in ((reading.one, False), (reading.other, True))
        )
    }


def _words(tiles: tuple[Tile, ...], *, other: bool) -> set[int]:
    spans = ((t.other_start, t.other_end) if other else (t.start, t.end) for t in tiles)
    return {at for start, end in spans for at in range(start, end)}


def _outside(shared: set[int], lead: set[int]) -> bool:
    return bool(lead) and len(shared - lead) >= OUTSIDE * len(shared)
