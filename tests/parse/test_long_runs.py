"""Runs of marks or letters without a space: offsets stay exact, and work grows with the length."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.parse import Document, Parser
from reportedly.parse.english import EnglishParser
from reportedly.parse.plain import PlainParser, sentence_bounds
from reportedly.parse.view import View, bounded, view_of
from reportedly.records import Glued
from tests.conftest import make_article

UNITS = ('!?"', "—", "(", "“", ")", "’s", "x-", "/a", "ab", "_", "'", "😀", "a.b", "%20")


def check_offsets(document: Document, text: str) -> None:
    last = 0
    for token in document.tokens:
        assert token.start >= last
        assert text[token.start : token.end] == token.text
        last = token.end
    assert [s.first for s in document.sentences] == sorted({s.first for s in document.sentences})


@pytest.mark.parametrize("unit", UNITS)
def test_words_around_a_long_run_are_where_they_were(parser: Parser, unit: str) -> None:
    text = f"Police left. {unit * 1000} Workers marched in Belt."
    document = parser(make_article(text))
    check_offsets(document, text)
    words = [token.text for token in document.tokens]
    assert words[:3] == ["Police", "left", "."]
    assert words[-5:] == ["Workers", "marched", "in", "Belt", "."]


RUNS = st.builds(
    lambda unit, length: (unit * length)[:length], st.sampled_from(UNITS), st.integers(1, 900)
)
TEXTS = st.lists(RUNS | st.sampled_from([" ", "\n", "Belt", "\u00a0"]), max_size=6).map("".join)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.integers(0, 5))
def test_a_bounded_view_leads_back_to_the_text(text: str, split: int) -> None:
    glued = ()
    match = re.search("Belt", text)
    if match and 0 < split < 4:
        parts = ("Belt"[:split], "Belt"[split:])
        glued = (Glued(start=match.start(), end=match.end(), parts=parts),)
    whole = view_of(text, glued)
    view = bounded(whole)
    back = [view.back(at) for at, _ in _shown(view)]
    assert back == sorted(set(back))
    for at, character in _shown(view):
        assert text[view.back(at)] == character
    assert max(map(len, view.text.split()), default=0) <= 300


def _shown(view: View) -> list[tuple[int, str]]:
    return [(at, c) for at, c in enumerate(view.text) if not c.isspace()]


def test_usual_text_is_left_as_it_is() -> None:
    text = "Wait … what?! See https://example.org/" + "a" * 200 + " -- " + "-" * 60 + " (Belt)."
    assert bounded(view_of(text)).text == text


@pytest.mark.parametrize("unit", ['!?"', "—", "(((", "’s", "a.b/"])
def test_twice_the_length_is_at_most_twice_the_work(unit: str) -> None:
    """Work is what the tokenizer's search for the end of a word looks through."""
    parser = EnglishParser()
    tokenizer = parser._language.tokenizer
    search, looked = tokenizer.suffix_search, 0

    def counted(word: str) -> Any:
        nonlocal looked
        looked += len(word)
        return search(word)

    tokenizer.suffix_search = counted
    spent = []
    for length in (2000, 4000):
        looked = 0
        parser(make_article(f"They left. {(unit * length)[:length]} They came."))
        spent.append(looked)
    assert 0 < spent[1] <= 2.2 * spent[0]
    assert spent[1] < 4000 * 301


@pytest.mark.parametrize("unit", ["!", "؟", "A. ", "No. ", "! ", '."'])
def test_plain_sentences_of_long_runs_end(unit: str) -> None:
    """Minutes where each mark looks at all that follow."""
    text = f"They left. {unit * 60_000} They came."
    document = PlainParser()(make_article(text, language="fa"))
    check_offsets(document, text)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left. She came.", ["He left.", "She came."]),
        ("Gen. Ortiz left!”  She came", ["Gen. Ortiz left!”", "She came"]),
        ("Really?!x No.", ["Really?!x No."]),
        ("Dr. A. No. 5 left. Yes.", ["Dr. A. No. 5 left.", "Yes."]),
        ("Wait!!!\u00a0 Go.", ["Wait!!!", "Go."]),
    ],
)
def test_where_plain_sentences_end(text: str, sentences: list[str]) -> None:
    assert [text[a:b] for a, b in sentence_bounds(text, 0, len(text))] == sentences
