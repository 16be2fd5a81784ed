"""Full names that a model takes for something else, or for nothing. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.parse import Document

# text, persons, why
CASES = [
    ("Rebels shot Gonzalo Pinzon in Cali on Monday.", ["Gonzalo Pinzon"], "no building"),
    ("Rebels freed Gonzalo de la Vega on Monday.", ["Gonzalo de la Vega"], "with small words"),
    ("The bus left Gonzalo Pinzon Airport on Monday.", [], "before a word"),
    ("A shop burned in Gonzalo Pinzon on Monday.", [], "where a place stands"),
    ("The bus left San Gonzalo Pinzon on Monday.", [], "inside a longer name"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[c[2] for c in CASES])
def test_persons(
    text: str, expected: list[str], why: str, parse_text: Callable[..., Document]
) -> None:
    document = parse_text(text)
    found = [text[n.start : n.end] for n in document.names if n.label == "PERSON"]
    assert found == expected, why
    if expected:
        assert {t.name for t in document.tokens if t.text == "Gonzalo"} == {"PERSON"}
