"""Lines broken at a fixed width are joined, character for character; all texts are invented."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import analyse
from reportedly.extract.wrapped import unwrapped

PARAGRAPHS = (
    "Dockers in the port of Beira walked out on Monday after talks over pay broke down, and police "
    "fired tear gas at President Tomas Roa's office when they marched on it.",
    "The union said 400 members had joined. The Ministry of Labour called the strike illegal, and "
    "Ana Sitoe, its spokeswoman, said that it would be ended by Friday at the latest.",
)


def wrapped(width: int, between: str = "\n\n", **kwargs: str) -> str:
    return between.join(textwrap.fill(p, width, **kwargs) for p in PARAGRAPHS)


@pytest.mark.parametrize("width", [50, 60, 72])
def test_wrapped_paragraphs_are_whole_again(width: int) -> None:
    assert unwrapped(wrapped(width)).split("\n\n") == list(PARAGRAPHS)


def test_carriage_returns_are_spaces_too() -> None:
    text = unwrapped(wrapped(60).replace("\n", "\r\n"))
    assert [" ".join(p.split()) for p in text.split("\r\n\r\n")] == list(PARAGRAPHS)


def test_an_indented_paragraph_begins_on_its_own_line() -> None:
    lines = unwrapped(wrapped(60, "\n", subsequent_indent="    ")).split("\n")
    assert [line[:4] for line in lines] == ["Dock", "The "]


def test_capitals_are_joined_where_nearly_all_lines_are_full() -> None:
    text = wrapped(50).upper()
    assert unwrapped(text).split("\n\n") == [p.upper() for p in PARAGRAPHS]


@pytest.mark.parametrize(
    "text",
    [
        "Strike ends in Beira\nDockers go back to work\nTalks go on in Maputo",  # a ticker
        "He read the list of what they ask for in the harbour:\nhigher pay\nshorter shifts",
        "dockers of the whole harbour walk out over pay\nthe union speaks of 400",  # no capital
        "\n".join(PARAGRAPHS),
        "\n\n".join(PARAGRAPHS),
        "",
    ],
)
def test_other_line_breaks_stand(text: str) -> None:
    assert unwrapped(text) == text


def test_a_wrapped_text_gives_the_reports_of_the_whole_one() -> None:
    def told(text: str) -> list[tuple[str | None, list[str], str | None]]:
        return [
            (r.type, [a.value.name for a in r.actors], r.place.value.name if r.place else None)
            for r in analyse(text, published="2025-08-07").reports
        ]

    assert told(wrapped(60)) == told("\n\n".join(PARAGRAPHS))
    assert told(wrapped(60))


@given(st.text(alphabet='aB .,\n\r\t"-9é', max_size=400))
def test_offsets_stand_and_only_line_breaks_change(text: str) -> None:
    found = unwrapped(text)
    assert len(found) == len(text)
    assert all(a == b or (a in "\r\n" and b == " ") for a, b in zip(text, found, strict=True))
