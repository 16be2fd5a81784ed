"""Numbers in words and digits."""

from __future__ import annotations

import pytest

from reportedly.find.numbers import number_of

CASES = [
    ("2,000", 2000),
    ("1.5 million", 1_500_000),
    ("three hundred and twenty", 320),
    ("a hundred", 100),
    ("twenty-one", 21),
    ("two dozen", 24),
    ("a couple of", 2),
    ("۲۲", 22),
    ("half a", None),
    ("nobody", None),
    ("", None),
    ("9" * 5000, None),  # more than a float holds
]


@pytest.mark.parametrize(("words", "number"), CASES)
def test_number_of(words: str, number: int | None) -> None:
    assert number_of(words) == number
