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
