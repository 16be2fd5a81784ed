"""Names, phrases and quoted runs found in other texts, and masked one character for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.wording import Wording, masked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ada Moss spoke.", "███ ████ spoke."),  # as given
        ("ADA\u00a0MOSS spoke", "███\u00a0████ spoke"),  # capitals, another space
        ("/2024/ada-moss-held", "/2024/████████-held"),  # an address
        ("ada_moss.html", "████████.html"),  # a file
        ("Nevada Mossley", "Nevada Mossley"),  # inside other words
        ("Moss spoke", "Moss spoke"),  # half of a name is another name
    ],
)
def test_a_name_is_found_however_it_is_joined(text: str, shown: str) -> None:
    assert Wording(["Ada Moss"]).masked(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("he said: The banner that she carried!", "he said: ███ ██████ ████ ███ ███████!"),
        ("the banner that she", "the banner that she"),  # four words are no quotation
    ],
)
def test_five_words_in_a_row_are_a_quotation(text: str, shown: str) -> None:
    assert Wording([], ["The banner that she carried was burned."]).masked(text) == shown


def test_all_strings_of_json_are_masked_and_nothing_else() -> None:
    data = {"by": "anna", "n": 3, "said": ["Ada Moss", None, {"x": "of ada moss"}]}
    shown = {"by": "anna", "n": 3, "said": ["███ ████", None, {"x": "of ███ ████"}]}
    assert Wording(["Ada Moss"]).masked_in(data) == shown
    assert Wording(["", "…"]).masked_in(data) == data


@given(st.text(max_size=80), st.lists(st.text(max_size=8), max_size=3))
def test_offsets_stand(text: str, phrases: list[str]) -> None:
    wording = Wording(phrases, [text[:40]])
    shown = wording.masked(text)
    assert len(shown) == len(text)
    assert [c for c in shown if c.isspace()] == [c for c in text if c.isspace()]
    assert masked(text, []) == text
