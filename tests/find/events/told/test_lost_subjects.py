"""Who acts in sentences that a parser reads wrongly. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

Named = Callable[[str, str], tuple[list[str], list[str]]]

# sentence, type, actors, recipients, why
CASES = [
    ("Suspected rebels set on fire three tankers near Coro.", "ASSAULT", ["suspected rebels"], [],
     "the tankers passed for an amount"),
    ("Rebels set on fire two buses at Belt village of Lima District.", "ASSAULT", ["rebels"], [],
     "the buses passed for a part of the phrase before them"),
    ("Police placed under arrest two officers of the guard.", "COERCE", ["police"],
     ["officers of the guard"], "in what state they are, said before who they are"),
    ("Police arrested arms supplier Ivo Brand charging him with supplying guns to rebels.",
     "COERCE", ["police"], ["Ivo Brand"], "he passed for the one who charges"),
    ("Police arrested arms supplier Ivo Brand charging him with supplying guns to rebels.",
     "ACCUSE", ["police"], ["Ivo Brand"], "who arrests him charges him"),
    ("Villagers beat a trader accusing her of theft.", "ACCUSE", ["villagers"], ["trader"],
     "she does not accuse herself"),
    ("Around 20 rebels of the RPF-Dawn accompanied by some 30 youths set ablaze a bus depot.",
     "ASSAULT", ["RPF-Dawn"], [], "nobody set the youths"),
    ("About 25 rebels of the RPF-Dawn accompanied by around 30 villagers set ablaze a tower.",
     "ASSAULT", ["RPF-Dawn"], [], "who came along is told beside it"),
    ("A banned outfit, Reed Army, abducted villagers of a hamlet and killed three of them.",
     "ASSAULT", ["Reed Army"], ["villagers of a hamlet"], "no villagers of some kind"),
    ("An armed group, the Dawn Brigade, kidnapped engineers of a mine and torched a jeep.",
     "ASSAULT", ["Dawn Brigade"], ["engineers of a mine"], "and no other name of the group"),
    ("KLF-Ember cadres attack Coro Police chief, Ivo Brand, and ambush a patrol, killing a guard.",
     "ASSAULT", ["KLF-Ember"], ["patrol"], "a plural and its verb passed for parts of a name"),
    ("Over 50 armed men of the front fire-bombed two shops at Belt.", "ASSAULT",
     ["armed men of the front"], [], "the verb passed for a kind of shops"),
    ("Over 50 rebels of the Reed Front bull-dozed two school buildings at Belt.", "ASSAULT",
     ["Reed Front"], ["school"], "a verb written with a hyphen"),
    ("Honduran and Nicaraguan troops clashed near the border on Monday.", "ASSAULT",
     ["Honduras", "Nicaragua"], [], "two that fight each other, in one phrase"),
    ("Kenyan and Ugandan troops attacked a camp near the border on Monday.", "ASSAULT",
     ["Kenyan and Ugandan troops"], [], "those who act together stay one phrase"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients", "why"), CASES, ids=[c[4] for c in CASES]
)
def test_who_acts_is_found_again(
    text: str, kind: str, actors: list[str], recipients: list[str], why: str, who_and_whom: Named
) -> None:
    assert who_and_whom(text, kind) == (actors, recipients), why


def test_the_last_of_several_verbs_is_one(read: Callable[..., Read]) -> None:
    text = "Rebels entered a village, shot two farmers and kidnapped nurses in Coro on Monday."
    modes = {r.mode: r for r in read(text).reports if r.type == "ASSAULT"}
    assert [f.value.name for f in modes["abduct"].actors] == ["rebels"]
    assert [f.value.name for f in modes["abduct"].recipients] == ["nurses"]


LISTS = [
    ("Police recovered a telescope, three rifles, 18 grenades and a camera near Coro on Monday.",
     "one thing has no name of several"),
    ("The Coro District Police recovered a telescope, two rifles, a pistol (locally made firearm),"
     " 18 grenades, ammunition for various weapons, and detonators reportedly belonging to the"
     " River Front.", "the last of a list, and no clause of its own"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "why"), LISTS, ids=[c[1] for c in LISTS])
def test_weapons_in_a_list_are_seized(text: str, why: str, read: Callable[..., Read]) -> None:
    report = next(r for r in read(text).reports if r.type == "COERCE")
    assert (report.mode, "COP" in report.actors[0].value.sectors) == ("seize", True), why


def test_what_goes_on_with_a_present_is_no_infinitive(read: Callable[..., Read]) -> None:
    text = "Rebel fighters attack a police post and kidnap an officer, wounding two."
    modes = {r.mode: r for r in read(text).reports if r.type == "ASSAULT"}
    assert [f.value.name for f in modes["abduct"].actors] == ["rebel fighters"]
    assert [f.value.name for f in modes["abduct"].recipients] == ["officer"]


def test_what_people_do_as_a_rule_is_no_act(read: Callable[..., Read]) -> None:
    text = "Bandits rob travellers and kill people who resist."
    assert not [r for r in read(text).reports if r.type == "ASSAULT"]
