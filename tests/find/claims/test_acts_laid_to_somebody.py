"""Charges that add to an act already told. Every text is invented."""

from __future__ import annotations

import pytest

import reportedly
from reportedly.records import Analysis

SHOT = "A judge was shot dead in Coro on Friday."
LAID = [
    ("The crime has been attributed to the coal mafias.", "coal mafias", "anonymous"),
    ("Police attributed the killing to the River Front.", "River Front", "police"),
    ("The killing was attributed by police to the River Front.", "River Front", "police"),
    ("Letters linked right-wing groups to the killing.", "right-wing groups", "Letters"),
    ("The River Front has been tied to the killing.", "River Front", "anonymous"),
    ("The attack bears the hallmarks of the River Front.", "River Front", None),
    ("The River Front is the main suspect.", "River Front", "anonymous"),
    ('"It bears the signature of the River Front," the mayor said.', "River Front", "mayor"),
    ("The bishop said that the River Front is linked to the killing.", "River Front", "bishop"),
]


def _read(text: str) -> Analysis:
    return reportedly.analyse(text, published="2024-03-06").analysis


@pytest.mark.parametrize(("text", "whom", "speaker"), LAID)
def test_a_charge_is_about_the_act_it_speaks_of(text: str, whom: str, speaker: str | None) -> None:
    analysis = _read(f"{SHOT} {text}")
    report = next(r for r in analysis.reports if r.act == "shooting")
    (claim,) = [c for c in analysis.claims if c.about_report == report.report_id]
    assert claim.kind == "accusation"
    assert [actor.value.name for actor in claim.about] == [whom]
    assert (claim.chain[-1].name if len(claim.chain) > 1 else None) == speaker
    assert not report.actors  # blame is no actor


@pytest.mark.parametrize(
    "text",
    [
        "The fire was attributed to a short circuit.",
        "The River Front was not linked to the killing.",
        "A car was linked to the killing.",
        "The note bears the signature of the mayor.",
    ],
)
def test_what_lays_no_act_to_anybody_is_no_charge(text: str) -> None:
    assert not [c for c in _read(f"{SHOT} {text}").claims if c.about_report]


def test_a_suspect_beside_a_name_is_charged_with_the_act_told_there() -> None:
    analysis = _read("The colonel, the main suspect in the murder of six nuns, was removed.")
    murder = next(r for r in analysis.reports if r.type == "ASSAULT")
    (claim,) = [c for c in analysis.claims if c.about_report == murder.report_id]
    assert claim.content.quote == "the main suspect in the murder of six nuns"
    assert [actor.value.name for actor in claim.about] == ["colonel"]
    assert claim.chain[-1].kind == "anonymous"
    assert not murder.actors


def test_an_action_attributed_to_somebody_is_the_act_that_the_sentence_tells() -> None:
    text = "In a new action attributed to the Sorvan cartel, a bomb destroyed a school in Coro."
    analysis = _read(text)
    (report,) = analysis.reports
    (claim,) = [c for c in analysis.claims if c.about_report == report.report_id]
    assert [actor.value.name for actor in claim.about] == ["Sorvan cartel"]
    assert not report.actors
