"""Acts that a passage takes for granted or brings about. All texts are invented; towns are real."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Police did nothing about the riots which broke out in Lima on Monday.",
         "PROTEST", "Lima"),
        ("Did police act in the riots that broke out in Lima on Monday?", "PROTEST", "Lima"),
        ("Police believed the theft was linked to the murder of a clerk on Sunday.",
         "ASSAULT", None),
        ("Why did the channel invite Ana Roa, whose son was killed in the 2012 attacks in Lima?",
         "ASSAULT", "Lima"),
    ],
)  # fmt: skip
def test_what_is_known_is_told_in_whatever_clause_names_it(
    text: str, kind: str, place: str | None, read: Callable[..., Read]
) -> None:
    told = [r for r in read(text).reports if r.type == kind]
    assert [(r.realis, r.polarity) for r in told] == [("actual", "positive")]
    assert [r.place.value.name if r.place else None for r in told] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "The attack on Monday did not take place.",
        "Did riots break out in Lima on Monday?",
        "They will vote if the march in Lima on Saturday goes ahead.",
        "Police believe the killing of the trader in Lima was an act of revenge.",
        "Who killed the mayor of Lima on Monday?",
    ],
)
def test_what_is_open_stays_open(text: str, read: Callable[..., Read]) -> None:
    told = [r for r in read(text).reports if r.type in {"ASSAULT", "PROTEST"}]
    assert all(r.realis != "actual" or r.polarity != "positive" for r in told)


def test_protests_that_a_ruling_brought_about_need_no_place(read: Callable[..., Read]) -> None:
    assert [r.type for r in read("The ruling sparked violent protests.").reports] == ["PROTEST"]
    assert [r.type for r in read("The ruling led to street protests.").reports] == ["PROTEST"]
    assert not read("The ruling could spark street protests.").reports
    assert not read("Nothing led to street protests.").reports
