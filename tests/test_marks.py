"""Marked spans in HTML and in terminals; all texts are invented."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from reportedly.marks import STYLES, Mark, as_html, as_text

TEXT = "Police <held> two students in Arvan on Friday."


def _plain(html: str) -> str:
    from html import unescape

    return unescape(re.sub(r"<sub>.*?</sub>|<[^>]+>", "", html))


def test_a_mark_stands_around_its_words_and_markup_is_escaped() -> None:
    html = as_html(TEXT, [Mark(8, 12, "event", "COERCE arrest")])
    assert "&lt;<mark" in html
    assert ">held</mark><sub>COERCE arrest</sub>" in html


def test_a_place_inside_a_quote_is_nested() -> None:
    html = as_html(TEXT, [Mark(0, 46, "quote", "direct: A"), Mark(30, 35, "place", "Arvan")])
    assert re.search(r"<mark[^>]*>Police.*<mark[^>]*>Arvan</mark>.*</mark>", html)


def test_terminal_text_keeps_every_character() -> None:
    assert as_text(TEXT, [Mark(8, 12, "event", "x")]).plain == TEXT


@given(
    st.lists(
        st.tuples(
            st.integers(0, 46), st.integers(0, 46), st.sampled_from(sorted(STYLES)), st.just("l")
        ),
        max_size=8,
    )
)
def test_no_mark_loses_or_doubles_text(spans: list[tuple[int, int, str, str]]) -> None:
    marks = sorted(
        (Mark(min(a, b), max(a, b), kind, label) for a, b, kind, label in spans if a != b),
        key=lambda m: (m.start, -m.end),
    )
    assert _plain(as_html(TEXT, marks)) == TEXT
