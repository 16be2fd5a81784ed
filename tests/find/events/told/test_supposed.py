"""Deeds that are told with a doer whom somebody only supposes. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read


@pytest.mark.parametrize(
    ("text", "doer", "holder"),
    [
        ("Police suspect that the Red Falcons gang killed a trader in Lima on Monday.",
         "Red Falcons", "police"),
        ("Investigators think that a former soldier shot a trader in Lima on Monday.",
         "former soldier", "investigators"),
        ("Prosecutors believe that the mayor was shot by two guards in Lima on Sunday.",
         "guards", "prosecutors"),
    ],
)  # fmt: skip
def test_who_did_it_is_supposed_and_the_deed_is_told(
    text: str, doer: str, holder: str, read: Callable[..., Read]
) -> None:
    (deed,) = [r for r in read(text).reports if r.type == "ASSAULT"]
    assert (deed.realis, deed.stance) == ("actual", "alleges")
    assert [(a.value.name, a.asserted_by) for a in deed.actors] == [(doer, holder)]


@pytest.mark.parametrize(
    "text",
    [
        "Many believe that the army killed the mayor of Lima on Monday.",  # no inquiry
        "Police believe that the rebels hold the town of Lima.",  # how things are
        "Police believe the killing of the trader in Lima was an act of revenge.",  # no doer
        "Police think that gunmen will attack the mayor of Lima on Monday.",  # not yet
    ],
)
def test_other_beliefs_tell_no_deed(text: str, read: Callable[..., Read]) -> None:
    assert not [r for r in read(text).reports if r.type == "ASSAULT" and r.realis == "actual"]
