"""Offices told by words with hyphens. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.parse import Document
from reportedly.parse.hyphenated import parts_of_offices


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The vice-chancellor, Ivo Brand, said so.", "chancellor"),
        ("The party's secretary-general, Ivo Brand, said so.", "secretary"),
        ("The army's commander-in-chief, Ivo Brand, said so.", "commander"),
    ],
)
def test_the_noun_of_an_office_is_what_speaks(
    text: str, office: str, parse_text: Callable[..., Document]
) -> None:
    document = parse_text(text)
    said = next(t for t in document.tokens if t.text == "said")
    subject = document.child(said.index, "nsubj")
    assert subject is not None
    assert subject.text == office
    assert "".join(text[t.start : t.end] for t in document.tokens) == text.replace(" ", "")


def test_the_chair_of_a_hall_is_no_office() -> None:
    assert parts_of_offices(["a", "wheel", "-", "chair"]) == {}
    assert parts_of_offices(["two", "-", "general", "rule"]) == {}
    assert parts_of_offices(["co", "-", "chair"]) == {0: (2, "compound"), 1: (2, "punct")}
