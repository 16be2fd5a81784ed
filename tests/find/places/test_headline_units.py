"""Headlines that name a province by the name of its town. All texts are invented, places real."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.records import PlaceMention

Finder = Callable[..., tuple[PlaceMention, ...]]

# text, precision of the first name, why
CASES = [
    ("Two shot in Kaduna\n\nTwo men were shot in Birnin Gwari, in Kaduna State, on Monday.",
     "province", "a state that the text names"),
    ("Two shot in Veracruz\n\nTwo men were shot in Coatzacoalcos on Monday.", "province",
     "a state that it does not name"),
    ("Two shot in Kaduna\n\nTwo men were shot in the city of Kaduna. They came from Birnin Gwari.",
     "town", "the town itself"),
    ("Two shot in Kaduna\n\nTwo men were shot outside a mosque on Monday.", "town",
     "no other town"),
    ("Two shot in Kaduna\n\nTwo men were shot in Maiduguri on Monday.", "town",
     "a town of another state"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "precision", "why"), CASES, ids=[row[2] for row in CASES])
def test_headline(places_of: Finder, text: str, precision: str, why: str) -> None:
    place = places_of(text)[0].place
    assert place is not None
    assert place.precision == precision, why
