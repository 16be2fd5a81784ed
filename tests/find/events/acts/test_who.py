"""Whom a text names as doer, and by whom he is named. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

# text, {actor: who names him, None for the outlet or himself}, why
CASES: list[tuple[str, dict[str, str | None], str]] = [
    (
        "An attack blamed on Kurdish militants killed two gendarmes in Adana on Sunday.",
        {"Kurdish militants": "unnamed"},
        "blamed by somebody",
    ),
    (
        "Two soldiers were killed in Adana on Sunday in an attack attributed to the Red Front.",
        {"Red Front": "unnamed"},
        "attributed by somebody",
    ),
    (
        "Gunmen wounded a guard in Adana on Sunday in an attack attributed to the Red Front.",
        {"Red Front": "unnamed"},
        "attributed, and not to gunmen",
    ),
    (
        "A reported Red Front attack on a barracks in Adana on Sunday left two soldiers dead.",
        {"Red Front": "unnamed"},
        "an adjective of the attack",
    ),
    (
        "Two soldiers were killed in Adana on Sunday, probably by the Red Front.",
        {"Red Front": "unnamed"},
        "probably",
    ),
    (
        "Two soldiers were killed in Adana on Sunday in an attack believed to have been carried"
        " out by the Red Front.",
        {"Red Front": "unnamed"},
        "believed by somebody",
    ),
    (
        "Two soldiers were killed in Adana on Sunday in what police called a Red Front attack.",
        {"Red Front": "police"},
        "called so by the police",
    ),
    (
        "The Red Front claimed responsibility on Monday for the killing of two soldiers in Adana.",
        {"Red Front": None},
        "responsibility is his own word",
    ),
    (
        "Mortar shells hit a camp in Adana on Sunday. The Red Front admitted the attack.",
        {"Red Front": None},
        "he says so himself",
    ),
    (
        "Two soldiers were killed in Adana on Sunday. Officials blamed the Red Front.",
        {},
        "a blame added to an act is a claim",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_doers(
    read: Callable[..., Read], text: str, expected: dict[str, str | None], why: str
) -> None:
    attack = next(r for r in read(text).reports if r.type == "ASSAULT")
    assert {a.value.name: a.asserted_by for a in attack.actors} == expected, why


def test_each_speaks_for_himself(read: Callable[..., Read]) -> None:
    text = "Monks in Kandy apologised on Sunday after the president apologised to them."
    speakers = [[a.value.name for a in r.actors] for r in read(text).reports]
    assert speakers == [["monks"], ["president"]]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Two nurses were killed and four others were injured in a blast in Kandy.", ["nurses"]),
        ("Four others were injured in a blast in Kandy.", ["others"]),
    ],
)
def test_others_are_those_named_before(
    read: Callable[..., Read], text: str, hit: list[str]
) -> None:
    (attack,) = (r for r in read(text).reports if r.type == "ASSAULT")
    assert [a.value.name for a in attack.recipients] == hit


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Marie Basi, whose son was killed in Bunia on Sunday, said she had been away.", "son"),
        ("A farmer whose two daughters were abducted in Bunia on Sunday came back.", "daughters"),
        ("Paul Okito, whose supporters were arrested in Bunia on Sunday, is ill.", "supporters"),
        ("The Front, whose fighters were arrested in Bunia on Sunday, is divided.", "Front"),
    ],
)
def test_whose_kin_are_they_themselves(read: Callable[..., Read], text: str, hit: str) -> None:
    (act,) = read(text).reports
    assert [a.value.name for a in act.recipients] == [hit]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        (
            "The judge Ana Roe was attacked in Kandy on Sunday. "
            "The deputy mayor was murdered by gunmen in Kandy on Sunday.",
            {"deputy mayor", "Ana Roe"},
        ),
        (
            "The judge Ana Roe was attacked in Kandy on Sunday. "
            "Ana Roe was murdered by gunmen in Kandy on Sunday.",
            {"Ana Roe"},
        ),
    ],
    ids=["what she is called and her name", "once by name"],
)
def test_who_is_named_by_another_sentence(
    read: Callable[..., Read], text: str, hit: set[str]
) -> None:
    (attack,) = (r for r in read(text).reports if r.type == "ASSAULT")
    assert {r.value.name for r in attack.recipients} == hit


HEDGED = [
    ("Rebels blamed for the killing of a mayor in Adana on Sunday were arrested.", "unnamed"),
    ("Rebels blamed for a string of raids killed a mayor in Adana on Sunday.", None),
    ("A man suspected of shooting a mayor in Adana on Sunday fled.", "unnamed"),
    ("A man suspected of theft shot a mayor in Adana on Sunday.", None),
]


@pytest.mark.parametrize(("text", "by"), HEDGED, ids=[c[0] for c in HEDGED])
def test_suspicion_is_of_the_act_that_it_names(
    read: Callable[..., Read], text: str, by: str | None
) -> None:
    (attack,) = (r for r in read(text).reports if r.type == "ASSAULT")
    assert [a.asserted_by for a in attack.actors] == [by]


STRANGERS = [
    ("Four men riding a motorcycle shot him.", ["men"]),
    ("Witnesses said several people attacked him with knives.", ["several people"]),
    ("Four men saw it.", []),
]


@pytest.mark.parametrize(("said", "who"), STRANGERS, ids=[c[0] for c in STRANGERS])
def test_strangers_of_a_later_sentence_did_what_it_tells(
    read: Callable[..., Read], said: str, who: list[str]
) -> None:
    text = f"The driver was killed in Adana on Sunday. {said}"
    (attack,) = (r for r in read(text).reports if r.type == "ASSAULT")
    assert [a.value.name for a in attack.actors] == who
