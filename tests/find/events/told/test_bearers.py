"""Who stands behind a thing that acts, and to whom words are directed; sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.records import Report
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
    read: Callable[..., Read],
    text: str,
    kind: str,
    actors: list[str],
    recipients: list[str],
    why: str,
) -> None:
    report = _report(read(text), kind)
    assert _heads(report.actors) == actors, why
    assert _heads(report.recipients) == recipients, why


def _report(found: Read, kind: str) -> Report:
    return next(r for r in found.reports if r.type == kind)


def _heads(found: tuple) -> list[str]:  # type: ignore[type-arg]
    return [f.value.name for f in found]


def test_a_party_is_no_scene(read: Callable[..., Read]) -> None:
    found = read("France severed ties with Brazil and Colombia.").reports
    assert [r.type for r in found] == ["SANCTION"], "one act, not one for each country"
    assert found[0].place is None
    assert _heads(found[0].recipients) == ["Government of Brazil", "Government of Colombia"]


def test_the_evidence_of_a_pronoun_is_the_name_before_it(read: Callable[..., Read]) -> None:
    report = _report(read("The ministry said it had freed nine students on Monday."), "RETREAT")
    assert [a.evidence.quote for a in report.actors] == ["The ministry"]
