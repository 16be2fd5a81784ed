"""Clauses that a parser joins to the main verb are hung where they belong. All texts invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.parse import Document

# text, verb, its relation, the word above it, its subject
CASES = [
    ("The General Staff formally denies the allegations, relayed by certain media, according to"
     " which 14 civilians were killed in these strikes.",
     "killed", "acl", "allegations", "civilians"),
    ("The killings came barely four days after five herders, among them a 14-year-old boy, were"
     " ambushed and shot dead at a watering point outside Wukari in neighbouring Taraba State.",
     "ambushed", "advcl", "came", "herders"),
    ("Police opened fire after two officers, one of them a woman, were hit by stones in Belt.",
     "hit", "advcl", "opened", "officers"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[c[1] for c in CASES])
def test_a_clause_hangs_where_it_belongs(
    case: tuple[str, str, str, str, str], parse_text: Callable[..., Document]
) -> None:
    text, verb, relation, above, subject = case
    document = parse_text(text)
    token = next(t for t in document.tokens if t.text == verb)
    found = document.child(token.index, "nsubjpass")
    assert (token.dep, document.head(token).text) == (relation, above)
    assert found is not None
    assert found.text == subject


def test_a_verb_joined_to_another_stays(parse_text: Callable[..., Document]) -> None:
    document = parse_text("The guards left after the match and were searched at the gate.")
    searched = next(t for t in document.tokens if t.text == "searched")
    assert (searched.dep, document.head(searched).text) == ("conj", "left")
