"""Claims of responsibility, and attacks that nobody claims. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read


@pytest.mark.parametrize(
    "text",
    [
        "The Red Front claimed responsibility for a bombing that killed two men in Lima on Monday.",
        "The Red Front claimed responsibility for the raid in Lima on Monday, which killed two.",
        "The Red Front said it was behind the attack that killed two men in Lima on Monday.",
        "The attack, which was claimed by the Red Front, killed two men in Lima on Monday.",
        "Two men were killed in Lima on Monday in an attack claimed by the Red Front.",
        "The Red Front claimed responsibility for killing two men in Lima on Monday.",
        "The Red Front took responsibility yesterday for shooting two men in Lima.",
    ],
)
def test_who_claims_an_attack_did_it_and_admits_it(read: Callable[..., Read], text: str) -> None:
    (attack,) = read(text).reports
    assert [a.value.name for a in attack.actors] == ["Red Front"]
    assert (attack.stance, len(attack.attributions[0])) == ("admits", 2)


@pytest.mark.parametrize(
    "said",
    [
        "it was behind the blast",
        "it was responsible for the attack",
        "its fighters were behind the bombing",
    ],
)
def test_who_says_that_he_was_behind_it_admits_what_was_told_before(
    read: Callable[..., Read], said: str
) -> None:
    text = f"A car bomb killed two men in Lima on Monday. The Red Front said {said}."
    (attack,) = read(text).reports
    assert [a.value.name for a in attack.actors] == ["Red Front"]
    assert [chain[-1].stance for chain in attack.attributions] == ["states", "admits"]


def test_who_was_not_behind_it_denies_it(read: Callable[..., Read]) -> None:
    text = "A car bomb killed two men in Lima on Monday. The Red Front said it was not behind it."
    assert all(not report.actors for report in read(text).reports if report.stance != "denies")


@pytest.mark.parametrize(
    "text",
    [
        "No one has claimed responsibility for the blast, which killed two men in Lima on Monday.",
        "Nobody has admitted carrying out the bombing that killed two men in Lima on Monday.",
        "There was no claim of responsibility for the blast that killed two men in Lima on Monday.",
        "Two men were killed in Lima on Monday in an attack on a town claimed by the Red Front.",
        "No group has claimed responsibility for the bombing in Lima on Monday.",
        "None of the gangs has taken responsibility yet for the bombing in Lima on Monday.",
        "The Red Front has not claimed responsibility for killing two men in Lima on Monday.",
    ],
)
def test_what_nobody_claims_is_told_by_the_outlet(read: Callable[..., Read], text: str) -> None:
    (attack,) = read(text).reports
    assert attack.actors == ()
    assert [link.kind for link in attack.attributions[0]] == ["outlet"]


def test_whom_others_put_behind_an_attack_does_not_claim_it(read: Callable[..., Read]) -> None:
    text = "Police said the Red Front was behind the attack that killed two in Lima on Monday."
    (attack,) = read(text).reports
    assert [(a.value.name, a.asserted_by) for a in attack.actors] == [("Red Front", "police")]
    assert attack.stance == "states"


BLAMED = [
    ("The army is to blame for the shooting of two men in Lima on Monday.", "army", None),
    ("Officials said the army was to blame for the murder of two men in Lima on Monday.", "army",
     "officials"),
    ("A bomb hurt two men in Lima. The police hold the Red Front responsible for the attack.",
     "Red Front", "police"),
    ("A bomb hurt two men in Lima. The attack was the work of the Red Front, police said.",
     "Red Front", "police"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "by"), BLAMED)
def test_who_is_to_blame_did_it_by_the_word_of_who_says_so(
    read: Callable[..., Read], text: str, who: str, by: str | None
) -> None:
    (attack,) = (r for r in read(text).reports if r.type == "ASSAULT")
    assert (attack.realis, attack.polarity) == ("actual", "positive")
    assert [(a.value.name, a.asserted_by) for a in attack.actors] == [(who, by)]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb hurt two men in Lima on Monday. The attack was not the work of the Red Front.",
        "A bomb hurt two men in Lima. The police do not hold the Red Front responsible for it.",
    ],
)
def test_who_is_not_to_blame_did_not_do_it(read: Callable[..., Read], text: str) -> None:
    (attack,) = (r for r in read(text).reports if r.type == "ASSAULT")
    assert attack.actors == ()


def test_who_looks_for_those_responsible_attempts_no_attack(read: Callable[..., Read]) -> None:
    text = (
        "A bomb hurt two men in Lima on Monday. "
        "Police are trying to find the gang responsible for this attack."
    )
    assert [r.realis for r in read(text).reports if r.type == "ASSAULT"] == ["actual"]
