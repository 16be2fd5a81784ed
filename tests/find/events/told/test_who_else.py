"""Who acts where the words beside the verb do not say it. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

Named = Callable[[str, str], tuple[list[str], list[str]]]


def test_a_repelled_attack_is_that_of_the_attackers(who_and_whom: Named) -> None:
    text = "Police officers in Lima repelled an assault by separatist rebels on Tuesday."
    assert who_and_whom(text, "ASSAULT") == (["separatist rebels"], ["police officers"])


def test_who_strikes_back_did_not_attack(who_and_whom: Named) -> None:
    text = (
        "Police officers in Lima repelled an assault by separatist rebels on Tuesday and killed"
        " four of them."
    )
    assert who_and_whom(text, "ASSAULT")[0] == ["separatist rebels"]


def test_who_was_able_to_do_it_did_it(who_and_whom: Named) -> None:
    text = "Police were able to arrest two men in Lima on Monday."
    assert who_and_whom(text, "COERCE") == (["police"], ["men"])


def test_the_doctor_who_tells_of_a_death_did_not_do_it(read: Callable[..., Read]) -> None:
    text = (
        "A student was shot near the park in Lima on Monday and died on the way to hospital, said"
        " the doctor Ana Roa."
    )
    (attack,) = (r for r in read(text).reports if r.type == "ASSAULT")
    assert attack.actors == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Envoys of Brazil met ministers of Peru in Lima on Monday. Both sides agreed to open"
            " the border.",
            ["envoys of Brazil", "ministers of Peru"],
        ),
        (
            "The union met the company in Lima on Monday. The parties agreed on a pause.",
            ["union", "company"],
        ),
    ],
)
def test_both_sides_are_those_who_dealt_with_each_other(
    text: str, names: list[str], who_and_whom: Named
) -> None:
    assert who_and_whom(text, "AGREE")[0] == names


def test_both_sides_of_nothing_told_stay_as_they_are(who_and_whom: Named) -> None:
    assert who_and_whom("Both sides agreed on Monday to open the border.", "AGREE")[0] == ["sides"]


def test_who_announces_a_strike_holds_it(who_and_whom: Named) -> None:
    text = (
        "The Front for Living Water held a meeting in Lima. The strike announced for next"
        " Wednesday will go ahead, the Front's coordinator added."
    )
    assert who_and_whom(text, "PROTEST")[0] == ["Front for Living Water"]


def test_police_announce_a_march_of_others(who_and_whom: Named) -> None:
    text = "The march planned for Friday in Lima will go ahead, a police spokesman said."
    assert who_and_whom(text, "PROTEST")[0] == []


def test_a_full_verb_behind_a_price_is_no_gerund(who_and_whom: Named) -> None:
    text = (
        "Nine Maoists including three women and a Jan Militia Commander carrying a reward of INR"
        " 90,000 surrendered before SP Office in Lima District of Peru."
    )
    assert who_and_whom(text, "RETREAT")[0] == ["Maoists"]
