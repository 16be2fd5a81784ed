"""Texts in pieces, which together are the text, with the spans on each; all is invented."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.export.privacy import WITHHELD, Names, Open
from reportedly.web.segments import Span, segments
from tests.conftest import make_article
from tests.export.conftest import ANALYSIS, ARTICLE

spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60)).map(
        lambda ends: Span(min(ends), max(ends), "event", "x")
    ),
    max_size=6,
)


@given(st.text(max_size=50), spans)
def test_pieces_are_the_whole_text(text: str, marked: list[Span]) -> None:
    article = make_article(text)
    pieces = segments(article, marked, Open())
    assert "".join(piece["text"] for piece in pieces) == text
    for piece in pieces:
        end = piece["start"] + len(piece["text"])
        covering = [n for n, s in enumerate(marked) if s.start < end and s.end > piece["start"]]
        assert piece["marks"] == covering


def test_offsets_count_code_points() -> None:
    article = make_article("𝔸𝔹 در کابل 🎈 fell")
    pieces = segments(article, [Span(3, 5, "place", "x")], Open())
    assert [piece["text"] for piece in pieces] == ["𝔸𝔹 ", "در", " کابل 🎈 fell"]


def test_private_names_are_replaced() -> None:
    from reportedly.export.privacy import Redacted

    privacy = Redacted(ARTICLE, ANALYSIS)
    start = ARTICLE.text.index("held")
    shown = segments(ARTICLE, [Span(start, start + 30, "event", "x")], privacy)
    text = "".join(piece["text"] for piece in shown)
    assert "Oyelaran" not in text
    assert any(piece.get("hidden") for piece in shown)


def test_a_text_that_nobody_could_read_is_withheld() -> None:
    (piece,) = segments(make_article("Mira was there."), [], Names((), blind=True))
    assert piece["text"] == WITHHELD
