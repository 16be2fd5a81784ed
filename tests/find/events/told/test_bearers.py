"""Who stands behind a thing that acts, and to whom words are directed; sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

CASES = [
    ("Israeli airstrikes killed twelve people on Monday.", "ASSAULT", ["Israel"], ["people"],
     "a demonym before a weapon is the country that uses it"),
    ("A rebel attack on the camp killed nine soldiers.", "ASSAULT", ["rebel"], ["soldiers"],
     "a force before an attack"),
    ("Nine villagers were killed in army shelling on Monday.", "ASSAULT", ["army"],
     ["villagers"], "a force before the fire in which somebody died"),
    ("Two rebels were killed in a clash with the police on Monday.", "ASSAULT", ["police"],
     ["rebels"], "the other side of a fight"),
    ("A school shooting killed two pupils on Monday.", "ASSAULT", [], ["pupils"],
     "a place before an attack is nobody"),
    ("France imposed sanctions on Iran.", "SANCTION", ["Government of France"], ["Iran"],
     "a country behind the thing that is imposed"),
    ("Russia pledged aid to Yemen.", "AGREE", ["Government of Russia"], ["Yemen"],
     "a country behind what is promised"),
    ("The union demanded a meeting with the minister.", "REQUEST", ["union"], ["minister"],
     "somebody named with what is demanded"),
    ("Soldiers opened fire on students who sang on Monday.", "ASSAULT", ["soldiers"],
     ["students"], "who stands behind a wording's last preposition"),
    ("Russia agreed to withdraw its troops from Georgia.", "CONCEDE", ["Government of Russia"],
     ["Georgia"], "an actor's own troops are means"),
    ("Ghana refused to send peacekeepers to Mali.", "REJECT", ["Government of Ghana"], ["Mali"],
     "what is refused is means as well"),
    ("The parliament passed a resolution condemning the governor.", "ACCUSE", ["parliament"],
     ["governor"], "who issued the words that condemn"),
    ("The EU condemned the governor.", "ACCUSE", ["European Union"], ["governor"],
     "a body whose name is a region as well"),
    ("Farmers marched in Kenya on Monday.", "PROTEST", ["farmers"], [],
     "a country where a crowd marches is no recipient"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients", "why"), CASES, ids=[c[4] for c in CASES]
)
def test_who_and_whom(
    who_and_whom: Callable[[str, str], object],
    text: str,
    kind: str,
    actors: list[str],
    recipients: list[str],
    why: str,
) -> None:
    assert who_and_whom(text, kind) == (actors, recipients), why


def test_a_party_is_no_scene(read: Callable[..., Read]) -> None:
    found = read("France severed ties with Brazil and Colombia.").reports
    assert [r.type for r in found] == ["SANCTION"], "one act, not one for each country"
    assert found[0].place is None
    recipients = [r.value.name for r in found[0].recipients]
    assert recipients == ["Government of Brazil", "Government of Colombia"]


def test_the_evidence_of_a_pronoun_is_the_name_before_it(read: Callable[..., Read]) -> None:
    reports = read("The ministry said it had freed nine students on Monday.").reports
    report = next(r for r in reports if r.type == "RETREAT")
    assert [a.evidence.quote for a in report.actors] == ["The ministry"]
