"""Verbs that two share, or the wrong one has, are put right. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.parse import Document

# text, verb, its subjects, why
CASES = [
    ("A former mayor, Ivo Brand was shot by rebels in Belt.", "shot", ["Brand"],
     "what he is, said before his name"),
    ("A mayor, Ivo Brand and two guards were shot by rebels in Belt.", "shot", ["mayor", "Brand"],
     "a list of several"),
    ("Gomez fled before police raided several homes he owned there and arrested his wife.",
     "arrested", [], "only what he owned lacks an object"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verb", "subjects", "why"), CASES, ids=[c[3] for c in CASES])
def test_who_has_a_verb(
    text: str, verb: str, subjects: list[str], why: str, parse_text: Callable[..., Document]
) -> None:
    document = parse_text(text)
    token = next(t for t in document.tokens if t.text == verb)
    below = document.children(token.index)
    assert [t.text for t in below if t.dep in {"nsubj", "nsubjpass"}] == subjects, why


@pytest.mark.parametrize(
    ("text", "above"),
    [
        ("Police raided several homes he owned there and arrested his wife.", "raided"),
        ("Police raided the village where he ran a shop and sold bread.", "ran"),
        ("Ana Roa praised the man she loved and feared.", "loved"),
        (
            "Men stoned a hall, where a sit-in has been going on for weeks, and beat up a nun.",
            "stoned",
        ),
        ("Men stoned the hall, where nurses have been sitting and singing for weeks.", "sitting"),
    ],
)
def test_on_which_verb_a_joined_one_hangs(
    text: str, above: str, parse_text: Callable[..., Document]
) -> None:
    document = parse_text(text)
    joined = next(t for t in document.tokens if t.dep == "conj")
    assert document.head(joined).text == above
