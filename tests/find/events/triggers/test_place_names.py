"""Names of places stand as such for the rules, whatever the parser took them for (invented)."""

from __future__ import annotations

import pytest

import reportedly

CASES = [
    ("M23 fighters seized Bukavu on Friday.", "COERCE", "a town that parsers take for a person"),
    ("Rebels entered Goma on Monday.", "COERCE", "a town entered by rebels"),
    ("The rebels seized Ana Roa on Monday.", "ASSAULT", "a person"),
]


@pytest.mark.parametrize(("sentence", "kind", "why"), CASES, ids=[c[2] for c in CASES])
def test_what_was_seized(sentence: str, kind: str, why: str) -> None:
    reports = reportedly.analyse(sentence, published="2024-03-06").reports
    assert [r.type for r in reports] == [kind], why
