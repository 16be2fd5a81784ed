"""Other violence is not laid at the door of a force of the state. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

# text, words of passages that are part of the police's act, words that are not, why
CASES = [
    (
        "Police fired on a mob in Belt, killing two men. The premier spoke on the radio. "
        "He asked for calm. He said that violence had to end.",
        ["fired on"],
        ["violence"],
        "the violence of the whole town",
    ),
    (
        "Police fired on a mob in Belt, killing two men. The shooting went on for an hour.",
        ["fired on", "shooting"],
        [],
        "the same act in the next sentence",
    ),
]


@pytest.mark.parametrize(("text", "own", "other", "why"), CASES, ids=[c[3] for c in CASES])
def test_passages_of_a_police_shooting(
    read: Callable[..., Read], text: str, own: list[str], other: list[str], why: str
) -> None:
    reports = [r for r in read(text).reports if any("COP" in a.value.sectors for a in r.actors)]
    told = " | ".join(e.quote for r in reports for e in (r.trigger, *r.mentions))
    assert all(word in told for word in own), why
    assert not any(word in told for word in other), why
