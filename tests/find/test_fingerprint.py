"""Fingerprints of invented texts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.find.fingerprint import PERMUTATIONS, fingerprint, resemblance, shingles, word_spans

WIRE = (
    "Dockers in Arvan stopped work on Monday after two of them fell from a crane that the port "
    "had promised to repair, the union said, and the harbour stayed closed until the evening."
)


def test_equal_words_give_equal_fingerprints_whatever_the_case_and_punctuation() -> None:
    assert fingerprint("Don’t shoot, he said.") == fingerprint("DON'T SHOOT - he said")


def test_a_copy_with_a_new_opening_resembles_and_another_text_does_not() -> None:
    copy = "By our own staff. " + WIRE
    other = "The council of Belt voted on a new road; the mayor praised its cost and its bridges."
    assert resemblance(fingerprint(WIRE), fingerprint(copy)) > 0.6
    assert resemblance(fingerprint(WIRE), fingerprint(other)) < 0.05


def test_the_values_are_fixed_so_that_stored_fingerprints_stay_comparable() -> None:
    values = fingerprint("one two three four").minhash
    assert len(values) == PERMUTATIONS
    assert values[:2] == (3582979129, 3767546697)


def test_texts_without_words_are_like_nothing() -> None:
    assert fingerprint("").words == 0
    assert resemblance(fingerprint(" — !"), fingerprint(" — !")) == 0.0


def test_short_texts_are_one_shingle() -> None:
    assert shingles(["only", "two"]) == ["only two"]


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_word_offsets_point_into_the_text(text: str) -> None:
    for start, end, word in word_spans(text):
        assert text[start:end].casefold().replace("’", "'") == word


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_resembles_itself_or_has_no_words(text: str) -> None:
    one = fingerprint(text)
    assert resemblance(one, one) == (1.0 if one.words else 0.0)
