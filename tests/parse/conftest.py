"""What tests of the parse share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.parse import Document


@pytest.fixture
def hangs_from(parse_text: Callable[..., Document]) -> Callable[[str, str], tuple[str, str]]:
    """A function from a text and a word of it to the word's dependency and its governor."""

    def found(text: str, word: str) -> tuple[str, str]:
        document = parse_text(text)
        token = next(t for t in document.tokens if t.text == word)
        return token.dep, document.head(token).text

    return found
