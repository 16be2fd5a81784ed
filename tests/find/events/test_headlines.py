"""Headlines in the present tense tell what has just happened; all sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

BODY = "\n\nThe river rose a little on Monday."
CASES = [
    ("Court jails editor", [("COERCE", "actual")], "a plain present tells the news of the day"),
    ("Minister resigns over bribery claims", [("RETREAT", "actual")], "also without an object"),
    ("Police say miners fled as soldiers fire on crowd", [("ASSAULT", "actual")],
     "a clause joined to the line"),
    ("Police Arrest Three Activists in Harare", [("COERCE", "actual")], "in title case"),
    ("Court fines union leader over march", [("SANCTION", "actual")], "a verb that is a noun too"),
    ("Teachers to strike in Cusco on 9 March", [("PROTEST", "planned")], "what is to come"),
    ("How courts jail editors", [], "a line that asks how tells a habit"),
    ("Court jails editors every year", [], "so does one that says how often"),
    ("Court jails editor.", [], "a sentence with its full stop is no headline"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected", "why"), CASES, ids=[c[2] for c in CASES])
def test_headlines(
    read: Callable[..., Read], line: str, expected: list[tuple[str, str]], why: str
) -> None:
    found = [(r.type, r.realis) for r in read(line + BODY).reports]
    assert found == expected, why


def test_a_headline_and_its_text_tell_one_act(read: Callable[..., Read]) -> None:
    reports = read("Court jails editor\n\nA court in Cusco jailed the editor Ana Roa.").reports
    assert [len(r.mentions) for r in reports] == [2]
