"""Promises of help and of yielding, and refusals with 'will not'; all sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

CASES = [
    ("The rebels said they will release the nine sailors.", [("CONCEDE", "actual")],
     "yielding to come is a concession in words"),
    ("The government of Peru will send doctors to Chile.", [("AGREE", "actual")],
     "help to come is an agreement"),
    ("The government of Peru sent doctors to Chile.", [("AID", "actual")], "help that came"),
    ("The government of Peru will not lift the ban on Chile.", [("REJECT", "actual")],
     "a refusal is told by the negation itself"),
    ("The government of Peru is willing to help Chile.", [("AGREE", "actual")],
     "what a willing party is willing to do hangs on the adjective"),
    ("If the army leaves, the rebels will release the sailors.", [],
     "a condition makes no promise"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[c[2] for c in CASES])
def test_promises(
    read: Callable[..., Read], text: str, expected: list[tuple[str, str]], why: str
) -> None:
    found = [(r.type, r.realis) for r in read(text).reports if r.polarity == "positive"]
    assert found == expected or (not expected and ("CONCEDE", "actual") not in found), why


RECIPIENTS = [
    ("The government of Peru agreed to open its ports to Chilean ships.", "Chile",
     "a party deep in what is agreed"),
    ("The minister accused the press of lies after he met the king of Spain.", "press",
     "the clause that only dates the act is passed over"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "why"), RECIPIENTS, ids=[c[2] for c in RECIPIENTS])
def test_recipients(read: Callable[..., Read], text: str, name: str, why: str) -> None:
    first = read(text).reports[0]
    assert [a.value.name for a in first.recipients][:1] == [name], why
