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
    ("Kenya to expel two German envoys", [("SANCTION", "planned")], "also without a day"),
    ("Kenya to expel two German envoys.", [], "nor is this one"),
    ("Miners strike at copper pit in Cusco", [("PROTEST", "actual")], "a strike at work, no blow"),
    ("President Roa sacks cabinet", [("SANCTION", "actual")], "a verb like a part of the name"),
    ("Raiders strike at copper pit in Cusco", [("ASSAULT", "actual")], "a blow"),
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


# line, who acts, who suffers, why
SIDES = [
    ("Cusco mayor shot dead days after vote", [], ["Cusco mayor"], "days are nobody who is shot"),
    ("Man stabbed outside mosque in Harare", [], ["man"], "nor is what stands near"),
    ("Ex-minister barred from running in Harare", [], ["ex-minister"], "nobody says by whom"),
    ("Raiders stabbed man in Harare", ["raiders"], ["man"], "the order of a sentence"),
    ("Police, students clash in Harare", ["police", "students"], [], "both clash"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "acts", "suffers", "why"), SIDES, ids=[c[3] for c in SIDES])
def test_sides_of_headlines(
    read: Callable[..., Read], line: str, acts: list[str], suffers: list[str], why: str
) -> None:
    (report,) = read(line + BODY).reports
    assert [a.value.name for a in report.actors] == acts, why
    assert [a.value.name for a in report.recipients] == suffers, why


def test_a_headline_and_its_text_tell_one_act(read: Callable[..., Read]) -> None:
    reports = read("Court jails editor\n\nA court in Cusco jailed the editor Ana Roa.").reports
    assert [len(r.mentions) for r in reports] == [2]
