"""Known bodies that a text calls what they are. All sentences are invented."""

from __future__ import annotations

import pytest

import reportedly

# text, actor, member of, why
CASES = [
    ("The ELN guerrilla group killed a mayor in Cali on Monday.",
     "National Liberation Army (Colombia)", None, "initials before what it is"),
    ("The Shining Path terrorist organization killed a mayor in Lima on Monday.",
     "Communist Party of Peru - Shining Path", None, "a name of two words"),
    ("Shining Path terrorists killed a mayor in Lima on Monday.",
     "Communist Party of Peru - Shining Path", "Communist Party of Peru - Shining Path", "members"),
    ("The Tupira guerrilla group killed a mayor in Lima on Monday.",
     "Tupira guerrilla group", None, "no known body"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "body", "why"), CASES, ids=[c[3] for c in CASES])
def test_bodies(text: str, name: str, body: str | None, why: str) -> None:
    reports = reportedly.analyse(text, published="2016-03-09").reports
    killing = next(r for r in reports if r.act.startswith("killing"))
    (actor,) = [found.value for found in killing.actors]
    assert actor.name == name, why
    assert (actor.relation.to if actor.relation is not None else None) == body, why


def test_a_name_that_opens_with_a_plain_noun() -> None:
    reports = reportedly.analyse("Reporters Without Borders condemned the verdict.").reports
    assert [a.value.name for r in reports for a in r.actors] == ["Reporters Without Borders"]
