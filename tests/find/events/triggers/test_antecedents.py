"""Whom "it" and "they" stand for where they act; all sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

CASES = [
    ("Rebels came at dawn. They entered Goma on Monday.", "COERCE", "rebels", "armed men"),
    ("Soldiers arrived in trucks. They set up checkpoints around Bamako.", "COERCE", "soldiers",
     "whose checkpoints they are"),
    ("The union met on Sunday. It gave the government until Friday to pay or face a strike.",
     "THREATEN", "union", "a body in the singular"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "actor", "why"), CASES, ids=[c[3] for c in CASES])
def test_rules_read_a_pronoun_as_whom_it_stands_for(
    read: Callable[..., Read], text: str, kind: str, actor: str, why: str
) -> None:
    found = {r.type: [a.value.name for a in r.actors] for r in read(text).reports}
    assert found.get(kind) == [actor], why


def test_whom_it_stands_for_blocks_no_rule(read: Callable[..., Read]) -> None:
    assert not read("The tourists came at dawn. They entered Goma on Monday.").reports


def test_a_shortened_clause_that_passes_for_a_past_tense(read: Callable[..., Read]) -> None:
    text = "Two lawmakers were among 31 people rounded up near Coro on Friday while they marched."
    report = next(r for r in read(text).reports if r.type == "COERCE")
    assert [c.value.low for c in report.counts] == [31]
