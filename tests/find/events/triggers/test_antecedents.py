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


THINGS = [
    ("Rebels of the Red Front entered into the council office, ransacked it and left a flag.",
     [("ransacked", ["Red Front"])], "what they entered"),
    ("Rebels seized a truck on Monday, drove it to Coro and burned it.",
     [("burned", ["rebels"])], "what they seized, told of twice"),
    ("Villagers drew up a plan and burned it.", [], "a plan is no building"),
    ("Rebels entered the offices of two firms near a camp and burned it.", [], "one of several"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), THINGS, ids=[c[2] for c in THINGS])
def test_rules_read_it_as_the_thing_before(
    read: Callable[..., Read], text: str, expected: list[tuple[str, list[str]]], why: str
) -> None:
    harm = [r for r in read(text).reports if r.mode == "destroy"]
    found = [(r.trigger.quote, [a.value.name for a in r.actors]) for r in harm]
    assert found == expected, why


def test_whom_it_stands_for_blocks_no_rule(read: Callable[..., Read]) -> None:
    assert not read("The tourists came at dawn. They entered Goma on Monday.").reports


def test_a_shortened_clause_that_passes_for_a_past_tense(read: Callable[..., Read]) -> None:
    text = "Two lawmakers were among 31 people rounded up near Coro on Friday while they marched."
    report = next(r for r in read(text).reports if r.type == "COERCE")
    assert [c.value.low for c in report.counts] == [31]
