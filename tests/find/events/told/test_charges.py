"""What is held against those who are taken is older. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

# text, whether the ASSAULT in it is told as something older, why
CASES = [
    ("Police in Piura arrested two men involved in the killing of a judge.", True, "behind him"),
    ("Two rebels, allegedly involved in setting a bus ablaze, were arrested in Piura.", True,
     "between commas"),
    ("A rebel who was involved in several murders surrendered to police in Piura.", True,
     "who gives himself up"),
    ("Police arrested two rebels involved in setting a bus ablaze in Piura on Monday.", False,
     "with a day of its own it is news as well"),
    ("Two rebels set a bus ablaze in Piura and were arrested.", False, "told for itself"),
    ("A rebel wanted in connection with the murder of a judge was arrested in Piura.", True,
     "what he is wanted for"),
    ("Police arrested Ana Roa in Piura. She was involved in the killing of a judge.", True,
     "said of her in the next sentence"),
    ("The arrested rebel was involved in an attack on a mill in Piura.", True,
     "the phrase says that he is held"),
    ("Five rebels, including four accused in the blast that killed nine guards, were arrested in"
     " Piura.", True, "what some of them are accused of"),
    ("Police arrested Ana Roa in Piura. She taught at a school and was involved in the killing of"
     " a judge.", True, "said of her behind another verb"),
    ("Soldiers were involved in an attack on the villagers of Piura.", False, "nobody is held"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "older", "why"), CASES)
def test_what_is_held_against_them(
    read: Callable[..., Read], text: str, older: bool, why: str
) -> None:
    deeds = [r.retold for r in read(text).reports if r.type == "ASSAULT"]
    assert deeds == [older], why
    assert not any(r.retold for r in read(text).reports if r.mode in ("arrest", "disarm")), why


def test_the_day_of_the_deed_is_not_that_of_the_arrest(read: Callable[..., Read]) -> None:
    text = "Five rebels, who were involved in burning lorries last year, were arrested in Piura."
    (arrest,) = (r for r in read(text).reports if r.mode == "arrest")
    assert not arrest.retold
    assert arrest.date is None or arrest.date.value.earliest is None


def test_the_year_of_the_crime_is_not_that_of_the_sentence(read: Callable[..., Read]) -> None:
    text = "The court sentenced the general to 20 years for the murder of a judge in 1985."
    (verdict,) = (r for r in read(text).reports if r.type == "SANCTION")
    assert verdict.date is None
    assert not verdict.retold


def test_the_month_of_the_crime_is_not_that_of_the_charge(read: Callable[..., Read]) -> None:
    text = "Four people have been charged with the killing of a village head in Piura in May."
    (charge,) = (r for r in read(text).reports if r.type == "ACCUSE")
    assert charge.date is None


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Ana Roa is not charged with taking part in the May 15 attack, which killed three.", []),
        ("Ana Roa is accused of carrying out the raid, which killed three people in Piura.", []),
        ("Ana Roa was cleared of taking part in the raid that killed three in Piura.", []),
        ("Police accused Ana Roa of carrying out the raid, which killed three.", ["Ana Roa"]),
        ("Ana Roa took part in the raid that killed three people in Piura.", ["Ana Roa"]),
    ],
)
def test_whom_nobody_named_charges_has_not_done_it(
    read: Callable[..., Read], text: str, actors: list[str]
) -> None:
    deed = next(r for r in read(text).reports if r.type == "ASSAULT")
    assert [a.value.name for a in deed.actors] == actors
    assert all(a.asserted_by for a in deed.actors) or "accused" not in text


def test_a_day_before_the_noun_is_that_of_what_it_did(read: Callable[..., Read]) -> None:
    text = "Ana Roa is charged with taking part in the January 15 attack, which killed three."
    deed = next(r for r in read(text).reports if r.type == "ASSAULT")
    assert deed.date is not None
    assert str(deed.date.value.earliest) == "2024-01-15"
