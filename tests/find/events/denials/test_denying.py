"""Denials that only point back at an act told elsewhere in the article. All texts invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.records import Report
from tests.find.events.conftest import Read

SUNDAY = date(2024, 3, 10)
AMBUSH = (
    "Gunmen ambushed a police convoy outside Kisumu on Sunday, killing four officers, the ministry"
    " said. The ministry blamed the Northern Front."
)
SHOT = "Soldiers shot two herders dead near Kisumu on Sunday, villagers said."
BEATEN = "Guards beat prisoners at the jail in Kisumu on Sunday, relatives said."
ARRESTED = "Police arrested twelve students in Kisumu on Sunday, the union said."
BURNED = (
    "A party office was set on fire in Kisumu on Sunday. The mayor accused the Northern Front of"
    " the attack."
)


def denied(reports: tuple[Report, ...]) -> list[Report]:
    return [r for r in reports if r.stance == "denies" and r.type in {"ASSAULT", "COERCE"}]


def test_what_was_alleged_is_denied_and_not_what_sets_it(read: Callable[..., Read]) -> None:
    text = (
        "The union alleged that officers had beaten two women during the arrests in Kisumu. A "
        "police spokesman rejected the allegation."
    )
    (denial,) = denied(read(text).reports)
    assert denial.type == "ASSAULT"


def test_a_charge_is_denied_and_not_what_is_told_beside_it(read: Callable[..., Read]) -> None:
    text = (
        "Prosecutors in Kisumu charged Ana Roa with fraud over last year's election, in which 40 "
        "people were killed. Ana Roa denied the accusations."
    )
    assert denied(read(text).reports) == []


OWN_PART = [
    ("The Northern Front said its fighters had not taken part.", "a part, without the act"),
    ("The Northern Front denies any role in it.", "'in it' names no act"),
    ("The Northern Front denied involvement.", "the bare noun"),
    ("The Northern Front said it was not involved.", "an adjective"),
    ("The Northern Front said it was not to blame.", "an infinitive"),
    ("The Northern Front said it had nothing to do with it.", "'nothing to do with'"),
    ("The Northern Front said it had no hand in the ambush.", "a noun for a part, with the act"),
    ('"That was not our work," the Northern Front said.', "whose work it was"),
    ('"It was not us," a spokesman for the Northern Front said.', "who it was"),
    ("The Northern Front said none of its units had been within ten miles of it.", "an alibi"),
    ("The Northern Front said its men were nowhere near the road.", "an alibi with 'nowhere'"),
    ("Ana Roa, who speaks for the Northern Front, denied everything.", "everything"),
    ("The Northern Front distanced itself from the ambush.", "distance"),
    ("The Northern Front washed its hands of the killings.", "an idiom"),
    ("The Northern Front said it had not ordered the ambush.", "an order"),
    ("The Northern Front denied the accusation.", "whom somebody accuses means that act"),
]


@pytest.mark.parametrize(("sentence", "why"), OWN_PART)
def test_a_denied_part_answers_the_act_told_before(
    read: Callable[..., Read], sentence: str, why: str
) -> None:
    reports = read(f"{AMBUSH} {sentence}").reports
    (report,) = denied(reports)
    assert (report.type, report.mode) == ("ASSAULT", "firearms"), why
    assert report.place is not None and report.place.value.name == "Kisumu", why
    assert report.date is not None and report.date.value.earliest == SUNDAY, why
    assert [a.value.name for a in report.actors] == ["Northern Front"], why
    (told,) = [r for r in reports if r.type == "ASSAULT" and r is not report]
    assert told.stance != "denies", why


DEEDS = [
    (SHOT, "The army has said that no civilians were hit that day.", "passive, without a doer"),
    (SHOT, "The army denied that any civilian had been hit.", "under a verb of denial"),
    (SHOT, '"No civilian was fired upon by our troops," the army said.', "a doer after 'by'"),
    (SHOT, "The army said its men had not fired.", "a verb that tells no act alone"),
    (SHOT, "An army spokesman said soldiers had gone in unarmed and had not fired.", "joined"),
    (SHOT, "The army said that not one shot had been fired.", "'not one'"),
    (SHOT, "The army insisted no live rounds were used.", "a means that was not used"),
    (SHOT, "The minister said that there had been no shooting.", "'there had been no'"),
    (SHOT, '"This never happened," the minister said.', "it did not happen"),
    (BEATEN, "The warden said nobody had been touched.", "nobody was acted upon"),
    (BEATEN, '"Our staff never laid a hand on them," the warden said.', "an idiom"),
    (ARRESTED, "The police said nobody had been arrested.", "what somebody else says was done"),
    (ARRESTED, "The governor denied that there had been any arrests.", "a noun"),
]


@pytest.mark.parametrize(("told", "sentence", "why"), DEEDS)
def test_a_deed_that_was_not_done_answers_who_says_it_was(
    read: Callable[..., Read], told: str, sentence: str, why: str
) -> None:
    (report,) = denied(read(f"{told} {sentence}").reports)
    assert report.place is not None and report.place.value.name == "Kisumu", why
    assert report.date is not None and report.date.value.earliest == SUNDAY, why


CONTENTS = [
    ("The minister rejected the tale that soldiers had shot herders.", "a tale"),
    ("The minister rejected as lies reports that soldiers had shot herders.", "the label first"),
    (
        "The minister rejected the tale spread by the paper Free Land that soldiers had shot"
        " herders near Kisumu, and said the shots came from the herders.",
        "who spread it stands between",
    ),
    (
        "The minister dismissed as invention the claim of the village that soldiers had shot"
        " herders.",
        "whose claim stands between",
    ),
    ("The minister said the story was made up.", "a verb of inventing"),
    ("The minister said the accusation was without foundation.", "no foundation"),
    ("The minister said there was not a word of truth in it.", "no truth"),
    ("The minister said the villagers were lying.", "who says it lies"),
    ("The minister dismissed this as rumour.", "a refusal with a label"),
]


@pytest.mark.parametrize(("sentence", "why"), CONTENTS)
def test_what_is_called_untrue_is_denied(
    read: Callable[..., Read], sentence: str, why: str
) -> None:
    reports = read(f"{SHOT} {sentence}").reports
    (report,) = denied(reports)
    assert report.attributions[0][-1].name == "minister", why
    assert len([r for r in reports if r.type == "ASSAULT"]) == 2, why
    assert all(r.type != "REJECT" for r in reports), why


NOTHING_DENIED = [
    (AMBUSH, "The Northern Front did not comment.", "no comment is no denial"),
    (AMBUSH, "The Northern Front has not claimed the attack.", "nor is silence"),
    (AMBUSH, "The Northern Front said it would not take part in talks.", "talks, and a plan"),
    (AMBUSH, "A hospital spokesman said that no civilians were hurt.", "an outcome"),
    (AMBUSH, "The ministry said bodies were lying in the road.", "what lies tells no lies"),
    (AMBUSH, "The Red Cross said it was not involved in the talks.", "another matter"),
    (SHOT, "The village chief said that the herders had not fired.", "those who suffered it"),
    (SHOT, "The governor said he had not been told.", "another verb"),
    (SHOT, "The army said it had not fired the governor.", "a dismissal"),
    (SHOT, "The army said no pipeline had been hit.", "a thing of which nothing is told"),
    (SHOT, "The governor was not in town that day, his office said.", "no side of the act"),
    (ARRESTED, "The union said nobody was hurt.", "nobody says so"),
    ("Workers marched in Kisumu on Sunday.", "Police said nobody was beaten.", "no act is told"),
    (
        "A bomb killed three people in Kisumu on Sunday, police said.",
        '"We condemn this crime and had nothing to do with it," the Dockers\' Union said.',
        "in his own words, and nobody has blamed him",
    ),
]


@pytest.mark.parametrize(("told", "sentence", "why"), NOTHING_DENIED)
def test_what_answers_nothing_is_no_denial(
    read: Callable[..., Read], told: str, sentence: str, why: str
) -> None:
    assert denied(read(f"{told} {sentence}").reports) == [], why


@pytest.mark.parametrize(
    ("aside", "denies"),
    [
        ("a claim the army denied", True),
        ("an allegation that the army rejected", True),
        ("a charge the army called false", True),
        ("a figure the army confirmed", False),
        ("a claim the army did not answer", False),
    ],
)
def test_an_aside_denies_its_own_sentence(
    read: Callable[..., Read], aside: str, denies: bool
) -> None:
    text = f"Villagers said soldiers had shot two herders dead near Kisumu on Sunday, {aside}."
    found = denied(read(text).reports)
    assert [[link.name for link in r.attributions[0][1:]] for r in found] == (
        [["army"]] if denies else []
    )


def test_a_speaker_who_goes_on_denying_makes_one_report(read: Callable[..., Read]) -> None:
    text = (
        f"{SHOT} The army denied that any civilian had been hit."
        ' "No civilian was fired upon by our troops," it said.'
    )
    assert len(denied(read(text).reports)) == 1


def test_who_states_one_act_and_denies_another_has_two_reports(
    read: Callable[..., Read],
) -> None:
    text = (
        "Two men were shot dead in Kisumu on Sunday. Prisoners were beaten in Eldoret on Saturday,"
        " relatives said. The minister said police had shot two robbers in Kisumu, and denied that"
        " prisoners had been beaten."
    )
    (report,) = denied(read(text).reports)
    assert report.place is not None and report.place.value.name == "Eldoret"


def test_a_denial_names_the_force_and_not_its_unnamed_members(
    read: Callable[..., Read],
) -> None:
    text = (
        "Two herders were shot dead near Kisumu on Sunday when police cleared a field. Police"
        " chief Omar Roa said his officers had not fired."
    )
    (report,) = denied(read(text).reports)
    assert [a.value.name for a in report.actors] == ["police"]


def test_a_minister_who_denies_does_not_answer_for_the_crowd(read: Callable[..., Read]) -> None:
    text = (
        "In Kisumu several dozen young men tore down the barriers on Sunday and threw stones at"
        " the cordon. Officers resorted to tear gas, Interior Minister Omar Roa told reporters. He"
        " denied that batons had been used against elderly people."
    )
    (report,) = denied(read(text).reports)
    assert [a.value.name for a in report.actors] == []


def test_another_outlet_that_withdraws_its_report_denies_it(read: Callable[..., Read]) -> None:
    text = "Radio Lawa withdrew its report that soldiers had shot two herders near Kisumu."
    (report,) = denied(read(text).reports)
    assert report.attributions[0][-1].name == "Radio Lawa"


PARTS = ["the Front", "said", "denied", "it", "had not", "fired", "no one", "was", "hit", "by", '"']


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(PARTS), max_size=8))
def test_spans_of_denials_are_exact(read: Callable[..., Read], parts: list[str]) -> None:
    text = f"{SHOT} {' '.join(parts)}."
    for report in read(text).reports:
        for span in (report.evidence, report.trigger, *report.mentions):
            assert text[span.start : span.end] == span.quote


def test_who_fired_at_nobody_denies_that_he_did(read: Callable[..., Read]) -> None:
    text = (
        "Three people were killed when rockets hit a bus station in Lima on Monday. A spokeswoman"
        " for the rebel council said its gunners had fired at no civilian target."
    )
    told = read(text).reports
    assert [(r.trigger.quote, r.stance) for r in told] == [
        ("killed", "states"),
        ("fired", "denies"),
    ]


def test_a_denial_behind_a_semicolon_is_of_what_follows_it(read: Callable[..., Read]) -> None:
    text = (
        "The ministry summoned Peru's ambassador in Lima on Monday; Peru has always denied"
        " harbouring rebels."
    )
    summoned = next(r for r in read(text).reports if "summoned" in r.trigger.quote)
    assert summoned.stance == "states"


def test_a_statement_according_to_which_is_denied_where_it_is_called_false(
    read: Callable[..., Read],
) -> None:
    text = (
        "The statement of the other side, according to which soldiers shelled houses in Lima on"
        " Monday, is completely false, the colonel said."
    )
    (report,) = read(text).reports
    assert (report.trigger.quote, report.stance) == ("shelled", "denies")
