"""Names that may stand for one, and names that may not."""

from __future__ import annotations

import pytest

from reportedly.corpus.merge.lexicon import load_merge_words
from reportedly.corpus.merge.names import name_words, same_name, telling_words


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("regional health office", "the health office", True),  # part of the longer name
        ("José Peña", "Jose Pena", True),  # accents
        ("Miners' League", "miners league", True),  # possessive
        ("interior ministry", "health ministry", False),
        ("", "army", False),  # no name is like none
    ],
)
def test_same_name(one: str, other: str, same: bool) -> None:
    assert same_name(name_words(one), name_words(other)) is same


@pytest.mark.parametrize("nobody", ["nine people", "Armed men", "dozens of residents", "14"])
def test_some_people_are_no_name(nobody: str) -> None:
    assert telling_words(nobody, load_merge_words().anybody) == frozenset()
