"""Whose officers "her officers" are. All sentences are invented."""

from __future__ import annotations

import pytest

import reportedly


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("District police chief Ana Roa said her officers shot a thief in Coro.", "police"),
        ("Superintendent of Police Ivo Brand said his men shot a thief in Coro.", "police"),
        ("Colonel Ivo Brand said his men shot a thief in Coro.", "men"),
        ("Former police chief Ana Roa said her men shot a thief in Coro.", "men"),
    ],
)
def test_a_chief_speaks_of_the_force(text: str, who: str) -> None:
    shooting = next(r for r in reportedly.analyse(text).reports if r.act == "shooting")
    assert [found.value.name for found in shooting.actors] == [who]
