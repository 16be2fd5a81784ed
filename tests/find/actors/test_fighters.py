"""Whose fighters "the rebels" are. All sentences are invented."""

from __future__ import annotations

import pytest

import reportedly

FRONT = "The River Liberation Front, a rebel group, attacked two posts near Coro on Monday. "
# text, the body whose members they are, why
CASES = [
    (FRONT + "On Tuesday the rebels killed a farmer in Coro.", "River Liberation Front",
     "one body of rebels before"),
    ("FARC guerrillas burned a bridge on Monday. On Tuesday the guerrillas killed a mayor.",
     "Revolutionary Armed Forces of Colombia", "told by its members"),
    (FRONT + "On Tuesday the terrorists killed a farmer in Coro.", "River Liberation Front",
     "by a loaded word"),
    ("On Tuesday the guerrillas killed a mayor in Cali. The FARC had burned a bridge before.",
     "Revolutionary Armed Forces of Colombia", "the only body, named later"),
    ("On Tuesday the rebels killed a farmer in Coro. The River Liberation Front, a rebel group, "
     "decried it.", None, "a body that no registry knows, named later"),
    (FRONT + "A day later armed rebels killed a farmer in Coro.", None, "others, or the same"),
    (FRONT + "On Tuesday the rebels of the north killed a farmer in Coro.", None, "said of whom"),
    ("On Tuesday the rebels killed a farmer in Coro.", None, "nobody named"),
    (FRONT + "The Lake Liberation Army, a rebel group, hailed it. On Tuesday the rebels killed a "
     "farmer in Coro.", None, "two bodies"),
    (FRONT + "On Tuesday the soldiers killed a farmer in Coro.", None, "the other side"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "body", "why"), CASES, ids=[c[2] for c in CASES])
def test_the_rebels_are_those_of_the_one_body_named_before(
    text: str, body: str | None, why: str
) -> None:
    reports = reportedly.analyse(text, published="2016-03-09").reports
    killing = next(r for r in reports if r.act.startswith("killing"))
    (actor,) = [found.value for found in killing.actors]
    relation = actor.relation
    assert (relation.to if relation is not None else None) == body, why
    assert actor.name in {
        "rebels",
        "armed rebels",
        "guerrillas",
        "rebels of the north",
        "soldiers",
        "River Liberation Front",
    }
