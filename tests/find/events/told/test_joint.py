"""Exercises of several states are cooperation, those of one a show of arms. All are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

CASES = [
    ("Peru and Chile held naval drills off Lima.", "COOPERATE", ["Peru", "Chile"],
     "two states by a light verb"),
    ("South Korea and Japan wrapped up military drills.", "COOPERATE", ["South Korea", "Japan"],
     "two states by a verb that governs the noun"),
    ("Peru held naval drills off Lima.", "MOBILIZE", ["Peru"], "one state alone"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "names", "why"), CASES, ids=[c[3] for c in CASES])
def test_who_holds_an_exercise(
    read: Callable[..., Read], text: str, kind: str, names: list[str], why: str
) -> None:
    reports = read(text).reports
    assert [r.type for r in reports] == [kind], why
    actors = " ".join(actor.value.name for actor in reports[0].actors)
    assert all(name in actors for name in names), why
