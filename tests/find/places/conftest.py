"""The gazetteer that the package was built with, and a short form of what was found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.errors import DataError
from reportedly.find.places import Gazetteer, find_places, load_gazetteer
from reportedly.parse import Document
from reportedly.records import PlaceMention

Finder = Callable[..., tuple[PlaceMention, ...]]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The compiled gazetteer; skips in a checkout that was never built."""
    try:
        return load_gazetteer()
    except DataError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def places_of(gazetteer: Gazetteer, parse_text: Callable[..., Document]) -> Finder:
    """A function from a text to its place mentions; each text is read once."""
    read: dict[tuple[str, str], tuple[PlaceMention, ...]] = {}

    def find(text: str, language: str = "en") -> tuple[PlaceMention, ...]:
        if (text, language) not in read:
            read[text, language] = find_places(parse_text(text, language=language), gazetteer)
        return read[text, language]

    return find
