"""What is said in election campaigns, and what is done in them. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.find.events.told.campaigns import is_campaign
from reportedly.parse import Document
from tests.find.events.conftest import Read

Reader = Callable[..., Read]

RACE = (
    "The candidate leads in the polls before the primary, and voters in the caucus states will "
    "choose a nominee in the election. Her campaign has more delegates than her rival. "
)
BOMBS = "Gunmen shot a soldier, a bomb killed two and wounded ten, and an explosion followed. "

TALK = [
    ("At a rally in Cusco on Monday, Ana Roa praised the coast.", "PROTEST", "a campaign's rally"),
    ("Luis Paz attacked Ana Roa on Monday.", "ASSAULT", "an attack in words"),
    ("Ana Roa called for lower taxes.", "REQUEST", "to voters"),
]
DEEDS = [
    ("Police dispersed a rally against the vote in Cusco on Monday.", "PROTEST", "unrest"),
    ("Men attacked Ana Roa with knives in Cusco on Monday.", "ASSAULT", "violence beside it"),
    ("Ana Roa urged the French government to free the editor.", "REQUEST", "to a state"),
]


@pytest.mark.parametrize(("text", "type_", "why"), TALK, ids=[row[2] for row in TALK])
def test_campaigning_is_no_act(read: Reader, text: str, type_: str, why: str) -> None:
    assert type_ not in [r.type for r in read(RACE + text).reports], why


@pytest.mark.parametrize(("text", "type_", "why"), DEEDS, ids=[row[2] for row in DEEDS])
def test_deeds_in_a_campaign_are_acts(read: Reader, text: str, type_: str, why: str) -> None:
    assert type_ in [r.type for r in read(RACE + text).reports], why


def test_violence_outweighs_words_of_a_campaign(parse_text: Callable[..., Document]) -> None:
    assert is_campaign(parse_text(RACE))
    assert not is_campaign(parse_text(RACE + BOMBS))
    assert not is_campaign(parse_text(BOMBS))
