"""Names behind the place of an office are those of who holds it. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "name", "governor"),
    [
        ("The archbishop of Nairobi, Ivo Brand, condemned the raid.", "Brand", "archbishop"),
        ("The mayor of Arvan, Ana Roa, banned a march on Monday.", "Roa", "mayor"),
        ("Ivo Brand met the president of Uganda, Ana Roa, on Monday.", "Roa", "president"),
    ],
)
def test_the_name_hangs_on_the_office(
    text: str, name: str, governor: str, hangs_from: Callable[[str, str], tuple[str, str]]
) -> None:
    assert hangs_from(text, name) == ("appos", governor)
