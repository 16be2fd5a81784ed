"""Headlines In Title Case, in the case of a sentence. All lines are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.parse.truecase import truecase

CASES = [
    ("Governor Rejects Calls for Truce Talks", "Governor rejects calls for truce talks", "plain"),
    ("UN Envoy Meets Rebel Chief in Coro", "UN envoy meets rebel chief in Coro", "initials, names"),
    ("Human Rights Watch Accuses Police of Torture", "Human Rights Watch accuses police of torture",
     "a body that the registry knows"),
    ("Gunmen Attack South Arvan Border Town", "Gunmen attack South Arvan border town",
     "a word before a name"),
    ("Troops Cross Coro River Under Fire", "Troops cross Coro River under fire",
     "a word behind a name"),
    ("Students March on Capital in March 2021", "Students march on capital in March 2021",
     "a month and a verb"),
    ("Court Criticises Jailing of Organisers", "Court criticises jailing of organisers",
     "British spelling"),
]  # fmt: skip
AS_THEY_ARE = [
    ("Ana Roa Visits Coro", "too few words that are no names"),
    ("Police Arrest Three Activists in Coro.", "a sentence with its full stop"),
    ("Governor rejects calls for Truce Talks", "a line in usual case"),
    ("The Arvan Tribune", "a name"),
]


@pytest.mark.parametrize(("line", "usual", "why"), CASES, ids=[c[2] for c in CASES])
def test_headlines_in_title_case(line: str, usual: str, why: str) -> None:
    assert truecase(line) == usual, why


@pytest.mark.parametrize(("line", "why"), AS_THEY_ARE, ids=[c[1] for c in AS_THEY_ARE])
def test_other_lines_stay(line: str, why: str) -> None:
    assert truecase(line) == line, why


WORDS = ["Police", "Arrest", "the", "İzmir", "Coro", "U.S.", "I'm", "A", "ß", "12", "–"]


@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_length_never_changes(words: list[str]) -> None:
    line = " ".join(words)
    assert len(truecase(line)) == len(line)
