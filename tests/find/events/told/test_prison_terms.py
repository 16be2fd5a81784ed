"""A sentence to prison is a verdict and an imprisonment (invented sentences)."""

from __future__ import annotations

import pytest

import reportedly

CASES = [
    ("A court in Riyadh jailed the poet for 15 years.", True, "jailed"),
    ("The editor was sentenced to nine years in prison in Cairo.", True, "a prison term"),
    ("The editor was sentenced to life in Cairo.", True, "a term without the word prison"),
    ("The court handed the teacher a five-year jail term in Minsk.", True, "a light verb"),
    ("The editor was sentenced to death in Cairo.", False, "no prison"),
    ("The editor was sentenced in absentia to nine years in prison in Cairo.", False, "absent"),
    ("The editor was given a suspended jail sentence in Cairo.", False, "suspended"),
    ("The court sentenced the poet to terms of up to 66 years in Minsk.", True, "terms of years"),
    ("The court sentenced the poet to 90 hours of community service.", False, "service"),
    ("The court in Lagos fined the editor.", False, "a fine"),
]


@pytest.mark.parametrize(("sentence", "jailed", "why"), CASES, ids=[c[2] for c in CASES])
def test_prison_terms_jail_somebody(sentence: str, jailed: bool, why: str) -> None:
    reports = reportedly.analyse(sentence, published="2024-03-06").reports
    assert any(r.type == "SANCTION" for r in reports), why
    assert any(r.type == "COERCE" and r.mode == "arrest" for r in reports) == jailed, why
    assert len({r.report_id for r in reports}) == len(reports)
