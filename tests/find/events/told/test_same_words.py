"""Words that only together tell one act, as the whole program reads them. All is invented."""

from __future__ import annotations

import pytest

import reportedly


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ten people were killed in Lamu in an attack on a bus on Monday.", {"actual"}),
        (
            "Ten people were killed in Lamu during a thwarted attack on councillor Ivo Roa.",
            {"actual", "attempted"},
        ),
    ],
)
def test_a_noun_names_the_harm_unless_it_failed(text: str, expected: set[str]) -> None:
    reports = reportedly.analyse(text).analysis.reports
    assert {report.realis for report in reports} == expected
    assert len(reports) == len(expected)


@pytest.mark.parametrize(
    "text",
    [
        "A policeman was killed in a Maoist ambush in Kanker on Monday.",
        "A policeman was killed in Kanker in an attack launched by the Maoists on Monday.",
    ],
)
def test_who_acts_by_the_noun_alone(text: str) -> None:
    (report,) = reportedly.analyse(text).analysis.reports
    assert len(report.actors) == 1
    assert "Maoist" in report.actors[0].evidence.quote
