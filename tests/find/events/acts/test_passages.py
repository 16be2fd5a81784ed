"""Which words of a sentence tell which act. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

# text, the passage of each report in order of the text, why
CASES = [
    ("Police seized a phone and detained a man of 22 in Lima on Saturday.",
     ["Police seized a phone", "detained a man of 22 in Lima on Saturday."], "two verbs in a row"),
    ("Thirty people were arrested in Lima, and two shotguns were confiscated.",
     ["Thirty people were arrested in Lima", "two shotguns were confiscated."], "two clauses"),
    ("Ana Roa said that rebels had burned two lorries near Lima and stoned an ambulance.",
     ["Ana Roa said that rebels had burned two lorries near Lima", "stoned an ambulance."],
     "two things said"),
    ("Gunmen shot and killed two judges in Lima on Monday.",
     ["Gunmen shot and killed two judges in Lima on Monday."], "one act by two verbs"),
    ("Police arrested nine miners in Lima on Monday and went home.",
     ["Police arrested nine miners in Lima on Monday and went home."], "one act alone"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "passages", "why"), CASES, ids=[c[2] for c in CASES])
def test_each_act_has_its_own_words(
    read: Callable[..., Read], text: str, passages: list[str], why: str
) -> None:
    assert [r.evidence.quote for r in read(text).reports] == passages, why
