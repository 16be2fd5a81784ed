"""Alignment of invented texts on equal words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.corpus.echoes.alignment import align, equal_runs
from reportedly.corpus.echoes.words import article_words

PASSAGE = (
    "the mayor of belt opened the bridge at noon while a band of forty pupils played two marches"
)


def test_a_passage_is_found_with_its_bounds_in_both_texts() -> None:
    here = article_words(f"Rain fell early. {PASSAGE} Nobody fell in.")
    there = article_words(f"It was late, and so {PASSAGE}.")
    (tile,) = align(here, there)
    assert " ".join(here.words[tile.start : tile.end]) == PASSAGE
    assert (tile.other_start, tile.equal) == (5, len(PASSAGE.split()))


def test_one_changed_word_does_not_break_a_passage() -> None:
    (tile,) = align(article_words(PASSAGE), article_words(PASSAGE.replace("noon", "midday")))
    assert tile.equal == len(PASSAGE.split()) - 1
    assert len(tile.runs) == 2


def test_a_passage_goes_on_where_only_short_runs_are_whole() -> None:
    """As in a scanned page: five equal words begin it, three carry it on."""
    damaged = PASSAGE.replace("noon", "n00n").replace("pupils", "pup1ls")
    (tile,) = align(article_words(PASSAGE), article_words(damaged))
    assert (tile.start, tile.end) == (0, len(PASSAGE.split()))


def test_a_short_run_is_no_passage() -> None:
    assert (
        align(
            article_words("he said on Monday that it"), article_words("he said on Monday that it")
        )
        == ()
    )


@given(st.lists(st.sampled_from("abc"), max_size=60), st.lists(st.sampled_from("abc"), max_size=60))
@settings(max_examples=150, deadline=None)
def test_runs_are_equal_words_and_never_overlap(one: list[str], other: list[str]) -> None:
    here, there = article_words(" ".join(one)), article_words(" ".join(other))
    used_here: set[int] = set()
    used_there: set[int] = set()
    for run in equal_runs(here, there):
        left, right = (
            range(run.here, run.here + run.length),
            range(run.there, run.there + run.length),
        )
        assert [here.words[i] for i in left] == [there.words[j] for j in right]
        assert not used_here & set(left)
        assert not used_there & set(right)
        used_here |= set(left)
        used_there |= set(right)
