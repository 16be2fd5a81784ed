"""Denials in many wordings, and sentences that answer an act told before. All texts invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from reportedly.find.events.told.stances import check_stance_words
from reportedly.records import Report
from tests.find.events.conftest import Read


def assaults(reports: tuple[Report, ...]) -> list[Report]:
    return [r for r in reports if r.type == "ASSAULT"]


def speaker(report: Report) -> str:
    return report.attributions[0][-1].name.casefold()


WORDINGS = [
    ("The ministry disputed that officers had shot two men in Kisumu.", "ministry"),
    ("The army described as false reports that soldiers had shot two men in Kisumu.", "army"),
    ("Reports that soldiers shot two men in Kisumu are untrue, police said.", "police"),
    ("It is not true that soldiers shot two men in Kisumu, the ministry said.", "ministry"),
    ("There is no truth in reports that soldiers shot two men, the ministry said.", "ministry"),
    ("The army cast doubt on reports that soldiers had shot two men in Kisumu.", "army"),
    ("The minister scoffed at claims that police had shot two men in Kisumu.", "minister"),
    ("The army dismissed as propaganda reports that it had shelled Kisumu on Sunday.", "army"),
    ("The navy ruled out that its sailors had kidnapped the fishermen.", "navy"),
    ("The army has denied responsibility for Sunday's attack on a school in Kisumu.", "army"),
    ("The army said it was not behind the blast in Kisumu.", "army"),
    ("Police denied using live rounds against the protesters in Kisumu on Sunday.", "police"),
    (
        "The ministry dismissed as lies reports that soldiers had shot two men in Kisumu.",
        "ministry",
    ),
    ("The mayor admitted that one man had fled but denied that guards shot him.", "mayor"),
]


@pytest.mark.parametrize(("text", "who"), WORDINGS)
def test_denials_in_any_wording(read: Callable[..., Read], text: str, who: str) -> None:
    (report,) = assaults(read(text).reports)
    assert (report.stance, speaker(report), report.polarity) == ("denies", who, "positive")


ANSWERS = [
    "The ministry called the report a lie.",
    "The ministry rejected the accusation.",
    "The ministry denied it.",
    "The ministry called this pure invention.",
    '"That is a lie," the ministry said.',
]


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_denies_the_act_told_before(read: Callable[..., Read], answer: str) -> None:
    told, denied = assaults(
        read(f"Police shot two marchers in Kisumu on Monday, the union said. {answer}").reports
    )
    assert (told.stance, denied.stance) == ("alleges", "denies")
    assert speaker(denied) == "ministry"
    assert denied.place is not None and denied.place.value.name == "Kisumu"
    assert denied.date is not None and denied.date.value.earliest == date(2024, 3, 11)


NO_ANSWERS = [
    "The ministry rejected the offer.",
    "The ministry denied him a passport.",
    "The ministry did not deny it.",
    "The ministry called the delay a scandal.",
]


@pytest.mark.parametrize("sentence", NO_ANSWERS)
def test_other_refusals_deny_nothing(read: Callable[..., Read], sentence: str) -> None:
    text = f"Police shot two marchers in Kisumu on Monday, the union said. {sentence}"
    assert [r.stance for r in assaults(read(text).reports)] == ["alleges"]


def test_a_denied_part_makes_the_denier_the_actor(read: Callable[..., Read]) -> None:
    text = (
        "A bomb killed two guards in Kisumu on Sunday. The Northern Front said it had nothing to"
        " do with the attack."
    )
    told, denied = assaults(read(text).reports)
    assert told.stance == "states" and not told.actors
    assert denied.stance == "denies"
    assert [a.value.name for a in denied.actors] == ["Northern Front"]


def test_a_negated_sentence_of_a_speaker_takes_place_and_day_of_the_act(
    read: Callable[..., Read],
) -> None:
    text = (
        "Police fired at marchers in Kisumu on Monday, the union said. Officers had not fired at"
        " the crowd, the minister said."
    )
    _, denied = assaults(read(text).reports)
    assert denied.polarity == "negated"
    assert denied.place is not None and denied.place.value.name == "Kisumu"
    assert denied.date is not None and denied.date.value.earliest == date(2024, 3, 11)


NO_DENIALS = [
    ("Students repudiated the killing of a priest in Kisumu on Monday.", "it is condemned"),
    (
        "Police do not have the evidence to attribute responsibility for the attack in Kisumu.",
        "nobody's own part is denied",
    ),
    ("The governor denied permission for the march in Kisumu.", "a permission is denied"),
    (
        "Two miners were killed by a mine near Kisumu on Monday, the union said. Kenya accuses"
        " Somalia of hiding maps of the minefields. Somalia denies this.",
        "another charge is denied",
    ),
    (
        "Police arrested nine men in Kisumu on Monday, residents said. The senator accused the"
        " government of serving foreigners. The prime minister dismissed the accusation.",
        "a minister answers for the government",
    ),
]


@pytest.mark.parametrize(("text", "why"), NO_DENIALS)
def test_no_denial(read: Callable[..., Read], text: str, why: str) -> None:
    assert all(r.stance != "denies" for r in read(text).reports), why


def test_what_reports_say_is_nobodys_plain_fact(read: Callable[..., Read]) -> None:
    (report,) = assaults(
        read("There were reports that gunmen had killed a judge in Kisumu.").reports
    )
    assert report.stance == "alleges"


CLAIMS = [
    "The Northern Front claimed responsibility in a statement.",
    "Responsibility was claimed by the Northern Front.",
    "The attack was claimed by the Northern Front.",
    "The Northern Front took credit for the attack.",
]


@pytest.mark.parametrize("claim", CLAIMS)
def test_who_claims_an_attack_admits_it(read: Callable[..., Read], claim: str) -> None:
    (report,) = assaults(read(f"A bomb killed two guards in Kisumu on Sunday. {claim}").reports)
    assert [a.value.name for a in report.actors] == ["Northern Front"]
    assert {chain[-1].stance for chain in report.attributions} == {"states", "admits"}


def test_by_its_own_account(read: Callable[..., Read]) -> None:
    text = "By its own account, the Northern Front bombed a depot in Kisumu on Sunday."
    (report,) = assaults(read(text).reports)
    assert report.stance == "admits"
    assert report.actors[0].asserted_by is None


AFTERWORDS = [
    "This was announced by the health office.",
    "That is what the health office says.",
    "According to the health office.",
]


@pytest.mark.parametrize("afterword", AFTERWORDS)
def test_the_next_sentence_can_name_the_source(read: Callable[..., Read], afterword: str) -> None:
    (report,) = assaults(read(f"Two farmers were shot in Kisumu on Friday. {afterword}").reports)
    assert "health office" in speaker(report)


def test_an_unnamed_blame_is_marked(read: Callable[..., Read]) -> None:
    text = "A depot was bombed in Kisumu on Sunday, allegedly by the Northern Front."
    (report,) = assaults(read(text).reports)
    assert report.actors[0].asserted_by == "unnamed"


def test_the_lists_have_no_faults() -> None:
    assert check_stance_words() == []


def test_who_denies_mistreatment_denies_the_beating(read: Callable[..., Read]) -> None:
    text = "Relatives said an old man was beaten in Lima on Monday. The colonel denied any {}."
    for word in ("mistreatment", "ill-treatment", "brutality"):
        stances = [r.stance for r in read(text.format(word)).reports]
        assert stances == ["states", "denies"], word


def test_force_that_is_used_is_nobody(read: Callable[..., Read]) -> None:
    reading = read("Nurses said police in Lima had used excessive force.").reading
    assert "excessive force" not in {m.actor.name for m in reading.actors}


def test_whom_the_denier_accuses_is_no_part_of_the_denial(read: Callable[..., Read]) -> None:
    text = "Kenya denied shelling a camp in Lima on Monday and accused Uganda of arming rebels."
    stances = {r.type: r.stance for r in read(text).reports}
    assert stances["ASSAULT"] == "denies"
    assert stances["ACCUSE"] == "states"
