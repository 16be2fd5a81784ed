"""Subjects that a parser lost are found again. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

# sentence, verb, logical subjects, logical objects, why
CASES = [
    (
        "After the raid, a rebel identified as Ivo Brandt, who was guarding the mill, "
        "surrendered to the police.",
        "surrendered",
        ["rebel"],
        [],
        "a participle taken for the verb of the sentence",
    ),
    (
        "An alleged smuggler, stated to be a former member of the Front was arrested in Belt.",
        "arrested",
        [],
        ["smuggler"],
        "said to be somebody",
    ),
    ("Around forty were held in Belt.", "held", [], ["forty"], "a number behind 'around'"),
    ("Over the hill two were held.", "held", [], ["two"], "a place before the verb"),
    ("The clerk wanted a rise and was dismissed.", "wanted", ["clerk"], ["rise"], "a real verb"),
]


@pytest.mark.parametrize(
    ("sentence", "verb", "acting", "suffering", "why"), CASES, ids=[c[4] for c in CASES]
)
def test_who_is_described_is_the_subject(
    participants: Callable[[str, str], object],
    sentence: str,
    verb: str,
    acting: list[str],
    suffering: list[str],
    why: str,
) -> None:
    assert participants(sentence, verb) == (acting, suffering), why
