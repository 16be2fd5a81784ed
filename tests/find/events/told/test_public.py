"""What is of public concern, and what is private life, a survey or a description. Invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.find.events.told.public import check_public_words, is_public
from reportedly.parse import Document
from tests.find.events.conftest import Read

Reader = Callable[..., Read]

AFFAIRS = (
    "The government, the opposition party and the president spoke of the election in parliament "
    "while police and soldiers watched the border. "
)
TOWN = (
    "The bakery on Mill Lane has sold rye bread for forty years, and its oven is older than the "
    "town's bridge. Children come for buns after class, and their parents stay for coffee and "
    "cards. On Sundays a choir sings by the door, and in winter there is soup for all who pass. "
)

NOTHING = [
    ("By 52 percent to 33 voters supported the senator.", "a survey's shares"),
    ("In the poll most residents rejected the bridge.", "a survey"),
    ("Many people back the new bridge.", "anybody's opinion"),
    ("Groups supporting the bill will meet again.", "a participle that describes"),
    ("The senator spoke to CNN about the budget.", "an interview"),
    ("The actor will talk about his new film.", "one person, no partner"),
    ("The premier defended her policies in parliament.", "of oneself"),
    ("The senator spoke to the BBC's Morning Hour about taxes.", "a programme"),
]


@pytest.mark.parametrize(("sentence", "why"), NOTHING, ids=[row[1] for row in NOTHING])
def test_no_act_of_words(read: Reader, sentence: str, why: str) -> None:
    told = [
        r.type
        for r in read(AFFAIRS + sentence).reports
        if r.type in {"SUPPORT", "REJECT", "CONSULT"}
    ]
    assert told == [], why


def test_a_crowd_that_gathers_for_somebody(read: Reader) -> None:
    (report,) = read("About 9,000 people gathered in Lima in support of the president.").reports
    assert report.type == "SUPPORT"


QUIET = [
    ("The mayor asked his staff to look into it.", "REQUEST", "one's own people"),
    ("The senator wanted his rival to lose.", "REQUEST", "what befalls somebody"),
    ("The town cut funding for schools by two percent.", "SANCTION", "a budget at home"),
    ("A judge spoke to a man accused of fraud.", "ACCUSE", "a participle that describes"),
]


@pytest.mark.parametrize(("sentence", "type_", "why"), QUIET, ids=[row[2] for row in QUIET])
def test_what_concerns_nobody_else(read: Reader, sentence: str, type_: str, why: str) -> None:
    assert type_ not in [r.type for r in read(AFFAIRS + sentence).reports], why


def test_persons_known_by_name_alone_hold_opinions(read: Reader) -> None:
    text = (
        TOWN + "A thief stabbed a baker on Friday. Anna Roa called on people to lock their doors."
    )
    assert "REQUEST" not in [r.type for r in read(text).reports]


STANDING = [
    ("Parliament rejected the treaty on Friday.", "REJECT", "a body votes"),
    ("Dorna's union condemned the arrests.", "ACCUSE", "a body speaks"),
    ("A statement condemning the arrests came from the Dornan government.", "ACCUSE", "a writing"),
    ("Doctors in Arvan have rejected an offer to raise their pay by 4%.", "REJECT", "no survey"),
    ("The Dornan president met the Voldan premier in Arvan.", "CONSULT", "two in office"),
    ("The French government suspended aid to Chad.", "SANCTION", "a state cuts aid to another"),
    ("The Dornan government urged Volda to free the editor.", "REQUEST", "states"),
]


@pytest.mark.parametrize(("sentence", "type_", "why"), STANDING, ids=[row[2] for row in STANDING])
def test_acts_in_public_stay(read: Reader, sentence: str, type_: str, why: str) -> None:
    assert type_ in [r.type for r in read(AFFAIRS + sentence).reports], why


def test_private_persons_tell_no_act_where_a_text_is_about_private_life(read: Reader) -> None:
    told = read(TOWN + "Anna Roa met a friend there, and she asked him to bring more flour.")
    assert [r.type for r in told.reports] == []


def test_force_among_private_persons_is_an_act_all_the_same(read: Reader) -> None:
    told = read(TOWN + "A man stabbed a baker there on Friday.")
    assert [r.type for r in told.reports] == ["ASSAULT"]


def test_texts_about_public_affairs(parse_text: Callable[..., Document]) -> None:
    assert is_public(parse_text(AFFAIRS))
    assert not is_public(parse_text(TOWN))


def test_lists() -> None:
    assert check_public_words() == []
