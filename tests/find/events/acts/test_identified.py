"""Victims whom a later sentence names. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

TOLD = "Gunmen killed five peasants near Lima on Monday. "
# text behind it, recipients, why
CASES = [
    ("The victims were identified as Jose Rivera and Pedro Cortez.",
     ["peasants", "Jose Rivera", "Pedro Cortez"], "identified as"),
    ("The victims were identified as Jose Rivera and his brother Pedro Rivera.",
     ["peasants", "Jose Rivera", "Pedro Rivera"], "kin"),
    ("Among the dead are Jose Rivera and Pedro Cortez.",
     ["peasants", "Jose Rivera", "Pedro Cortez"], "among the dead"),
    ("The peasant who was killed first has been identified as Jose Rivera.",
     ["peasants", "Jose Rivera"], "told by what was done to him"),
    ("The dead were 19-year-old Jose Rivera, 30-year-old Pedro Cortez and Ana Rios.",
     ["peasants", "Jose Rivera", "Pedro Cortez", "Ana Rios"], "the dead were"),
    ("A clerk said that one of the wounded is U.S. citizen Brenda Roe.",
     ["peasants", "Brenda Roe"], "one of the wounded"),
    ("The wounded man was identified as Jose Rivera.", ["peasants", "Jose Rivera"],
     "a wounded man"),
    ("Also wounded were Jose Rivera and Pedro Cortez.",
     ["peasants", "Jose Rivera", "Pedro Cortez"], "turned round"),
    ("The officers were Jose Rivera and Pedro Cortez.", ["peasants"], "others who were there"),
    ("The suspects were identified as Jose Rivera and Pedro Cortez.", ["peasants"], "no victims"),
    ("The victims were identified by Pedro Cortez.", ["peasants"], "who identified them"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "recipients", "why"), CASES, ids=[c[2] for c in CASES])
def test_victims_named_later(
    read: Callable[..., Read], text: str, recipients: list[str], why: str
) -> None:
    (attack,) = [r for r in read(TOLD + text).reports if r.type == "ASSAULT"]
    assert [r.value.name for r in attack.recipients] == recipients, why
