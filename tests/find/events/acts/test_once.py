"""What headline, lead and body tell is one act. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

ONE = [
    ("A top aide of the mayor has been arrested. The city is in shock.\n\nAna Roa was arrested in"
     " Mombasa over bribes.", "COERCE", "the lead describes, the body names"),
    ("A policeman shot a judge in Mombasa.\n\nThe city hall was closed. The gunman shot the judge"
     " on Monday.", "ASSAULT", "a part in the act stands for a person"),
    ("Blast kills three in Nigeria\n\nThree miners were killed by a blast in the state of Zamfara"
     " in Nigeria on Monday.", "ASSAULT", "the lead names the province"),
]  # fmt: skip
TWO = [
    ("A teacher was arrested in Mombasa. Nobody knew why.\n\nAnother teacher was arrested in"
     " Mombasa on Monday.", "COERCE", "another one"),
    ("A teacher was arrested in Mombasa.\n\nAna Roa was arrested in Kisumu.", "COERCE",
     "two places"),
    ("Three men were arrested in Mombasa. The town is calm.\n\nAna Roa was arrested in Mombasa.",
     "COERCE", "three are not one"),
]  # fmt: skip


# a headline says more coarsely what the text tells: types of all reports
COARSELY = [
    ("Police disperse teachers in Mombasa\n\nPolice fired tear gas to disperse teachers in Mombasa"
     " on Monday.",
     ["ASSAULT"], "dispersed by gas"),
    ("Police disperse teachers in Mombasa\n\nPolice fired tear gas to disperse dockers in Mombasa"
     " on Monday.",
     ["COERCE", "ASSAULT"], "other people"),
    ("Police disperse teachers in Mombasa\n\nPolice fired tear gas to disperse teachers in Kisumu"
     " on Monday.",
     ["COERCE", "ASSAULT"], "another town"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "types", "why"), COARSELY, ids=[row[2] for row in COARSELY])
def test_a_headline_in_other_words(
    read: Callable[..., Read], text: str, types: list[str], why: str
) -> None:
    assert [r.type for r in read(text).reports] == types, why


@pytest.mark.parametrize(("text", "type_", "why"), ONE, ids=[row[2] for row in ONE])
def test_told_once(read: Callable[..., Read], text: str, type_: str, why: str) -> None:
    told = [r for r in read(text).reports if r.type == type_]
    assert len(told) == 1, why
    assert len(told[0].mentions) > 1


@pytest.mark.parametrize(("text", "type_", "why"), TWO, ids=[row[2] for row in TWO])
def test_told_apart(read: Callable[..., Read], text: str, type_: str, why: str) -> None:
    assert len([r for r in read(text).reports if r.type == type_]) == 2, why
