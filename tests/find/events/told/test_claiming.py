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
    ],
)
def test_who_claims_an_attack_did_it_and_admits_it(read: Callable[..., Read], text: str) -> None:
    (attack,) = read(text).reports
    assert [a.value.name for a in attack.actors] == ["Red Front"]
    assert (attack.stance, len(attack.attributions[0])) == ("admits", 2)


@pytest.mark.parametrize(
    "text",
    [
        "No one has claimed responsibility for the blast, which killed two men in Lima on Monday.",
        "Nobody has admitted carrying out the bombing that killed two men in Lima on Monday.",
        "There was no claim of responsibility for the blast that killed two men in Lima on Monday.",
        "Two men were killed in Lima on Monday in an attack on a town claimed by the Red Front.",
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
