"""Age, trade and village beside a name go with it; all names are invented."""

from __future__ import annotations

import pytest

from reportedly.export.beside import reach, venue_phrases


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Police held Ada Moss on Monday.", "Ada Moss"),
        ("Police held Ada Moss, 34, on Monday.", "Ada Moss, 34"),
        ("Police held Ada Moss (34) on Monday.", "Ada Moss (34)"),
        ("Police held 34-year-old baker Ada Moss.", "34-year-old baker Ada Moss"),
        ("Police held the teacher Ada Moss.", "teacher Ada Moss"),
        ("Police held student Ada Moss of Hask.", "student Ada Moss of Hask"),
        ("Police held Ada Moss from the village of Upper Hask.",
         "Ada Moss from the village of Upper Hask"),
        ("Police held Hask farmer Ada Moss, a mother of two, on Monday.",
         "Hask farmer Ada Moss, a mother of two"),
        ("her brother Ada Moss said", "Ada Moss"),  # kin is no trade
        ("after Ada Moss was held", "Ada Moss"),  # nor is 'after'
    ],
)  # fmt: skip
def test_what_goes_with_a_name(text: str, hidden: str) -> None:
    start = text.index("Ada Moss")
    first, last = reach(text, start, start + len("Ada Moss"))
    assert text[first:last] == hidden


@pytest.mark.parametrize(
    ("text", "venues"),
    [
        ("a doctor at the port clinic said", ["port clinic"]),
        ("shots on Lower Lantern Street in Coro", ["Lower Lantern Street"]),
        ("they marched to the market", []),  # which one nobody can tell
    ],
)
def test_venues_that_tell_which_one(text: str, venues: list[str]) -> None:
    assert [text[start:end] for start, end in venue_phrases(text)] == venues
