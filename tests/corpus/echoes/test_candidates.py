"""Which texts are aligned at all: made-up fingerprints of pages under one line of furniture."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.corpus.echoes.candidates import LEAST_RESEMBLANCE, alike
from reportedly.corpus.echoes.outline import Outline
from reportedly.corpus.echoes.outlines import Outlines
from reportedly.find.fingerprint import PERMUTATIONS

PAGES, FURNITURE = 120, 20  # values that the line gives to every page: a likeness of .08


def pages() -> np.ndarray[tuple[int, int], np.dtype[np.uint32]]:
    """A fingerprint for each page; the first columns hold what all of them share."""
    own = np.arange(PAGES * PERMUTATIONS, dtype=np.uint32).reshape(PAGES, PERMUTATIONS) + 1_000
    own[:, :FURNITURE] = np.arange(FURNITURE)
    return own


def pairs(hashes: np.ndarray[tuple[int, int], np.dtype[np.uint32]]) -> dict[tuple[int, int], float]:
    nothing = np.empty(0, dtype=np.uint32)
    outlines = {
        f"p{number:03d}": Outline(
            text_mark=b"",
            words_mark=b"",
            words=300,
            sentences=20,
            sentence_marks=np.empty(0, dtype=np.uint64),
            grams=nothing,
            stems=nothing,
            minhash=minhash,
        )
        for number, minhash in enumerate(hashes)
    }
    found = alike(Outlines.of(outlines), range(len(outlines)))
    columns = (found.one.tolist(), found.other.tolist(), found.likeness.tolist())
    return {(one, other): likeness for one, other, likeness in zip(*columns, strict=True)}


@given(st.integers(0, 10_000))
@settings(max_examples=20, deadline=None)
def test_pairs_are_those_alike_enough_that_share_a_band(seed: int) -> None:
    dice = np.random.default_rng(seed)
    hashes = dice.integers(0, 12, (20, PERMUTATIONS), dtype=np.uint32)
    wanted = {}
    for one, other in combinations(range(len(hashes)), 2):
        equal = hashes[one] == hashes[other]
        if (equal[0::2] & equal[1::2]).any() and equal.mean() >= LEAST_RESEMBLANCE:
            wanted[one, other] = equal.mean()
    assert pairs(hashes) == wanted


def test_a_line_on_every_page_makes_no_two_pages_worth_a_look() -> None:
    assert pairs(pages()) == {}


def test_nor_do_two_pages_that_share_a_phrase_beside_it() -> None:
    hashes = pages()
    hashes[7, 100:102] = hashes[3, 100:102]
    assert pairs(hashes) == {}


def test_a_copied_passage_beside_it_is_looked_at_with_all_that_the_two_share() -> None:
    hashes = pages()
    hashes[7, 100:112] = hashes[3, 100:112]
    assert pairs(hashes) == {(3, 7): (FURNITURE + 12) / PERMUTATIONS}
