"""Whom an act struck, and actors told with a doubt. All sentences are invented."""

from __future__ import annotations

import pytest

import reportedly
from reportedly.records import Report


def _assault(text: str) -> Report:
    reports = reportedly.analyse(text, published="2024-03-06").reports
    return next(r for r in reports if r.type == "ASSAULT")


PERSONS = [
    ("Gunmen killed a housekeeper in Coro on Monday.", "person", "one noun"),
    ("Rebels abducted a foreign citizen in Coro on Monday.", "person", "taken away"),
    ("Gunmen killed two housekeepers in Coro on Monday.", "group", "several"),
    ("Gunmen attacked the presidency in Coro on Monday.", "unknown", "not by the body"),
]


@pytest.mark.parametrize(("text", "kind", "why"), PERSONS, ids=[c[2] for c in PERSONS])
def test_whoever_is_killed_hurt_or_taken_is_a_person(text: str, kind: str, why: str) -> None:
    assert [r.value.kind for r in _assault(text).recipients] == [kind], why


HEDGED = [
    ("The attack was presumably carried out by the River Front in Coro on Monday.", True,
     "beside the verb"),
    ("The River Front allegedly attacked a post in Coro on Monday.", True, "before the verb"),
    ("The attack was carried out by the River Front in Coro on Monday.", False, "plain"),
    ("It is presumed that the River Front was involved in the murder of a clerk in Coro.", True,
     "nobody says who presumes"),
    ("It is widely believed the River Front attacked a post in Coro on Monday.", True,
     "without 'that'"),
    ("It is thought that the River Front, which attacked a post in Coro on Monday, has split.",
     False, "told beside the guess"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "hedged", "why"), HEDGED, ids=[c[2] for c in HEDGED])
def test_an_actor_told_with_a_doubt_is_somebodys_word(text: str, hedged: bool, why: str) -> None:
    actors = _assault(text).actors
    assert actors, "nobody found"
    assert all((a.asserted_by is not None) is hedged for a in actors), why


def test_a_guess_that_somebody_is_told_to_make_is_his() -> None:
    text = "It was believed by the police that the River Front attacked a post in Coro on Monday."
    assert [a.asserted_by for a in _assault(text).actors] == ["police"]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("A mob lynched a man accused of theft in Coro on Monday.", False),
        ("The minister, accused of graft by the opposition, resigned on Monday.", True),
        ("The minister was accused of graft on Monday.", True),
    ],
)
def test_who_is_only_told_as_accused_is_accused_by_nobody(text: str, accused: bool) -> None:
    reports = reportedly.analyse(text, published="2024-03-06").reports
    assert any(r.type == "ACCUSE" for r in reports) == accused


def test_others_killed_since_a_month_were_not_killed_on_the_day_told_before() -> None:
    text = (
        "Ana Roa, a miner, was shot on Saturday near her house in Lima by two men. Two other"
        " miners have been killed since September."
    )
    reports = reportedly.analyse(text, published="2024-03-06").reports
    assert [r.trigger.quote for r in reports if r.type == "ASSAULT"] == ["shot", "killed"]
