"""Adjectives that say whether it was done: "was able to", "were unable to". Invented texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read


@pytest.mark.parametrize(
    ("text", "realis", "polarity"),
    [
        ("Rescuers were able to free two hostages in Lima on Monday.", "actual", "positive"),
        ("Police did not hesitate to shoot two marchers in Lima on Monday.", "actual", "positive"),
        ("Three guards are wounded when a mine blew up in Lima on Monday.", "actual", "positive"),
        ("The army was quick to shell the village near Lima on Monday.", "actual", "positive"),
    ],
)
def test_what_was_done(text: str, realis: str, polarity: str, read: Callable[..., Read]) -> None:
    deeds = [r for r in read(text).reports if r.type in {"RETREAT", "ASSAULT"}]
    assert (realis, polarity) in {(r.realis, r.polarity) for r in deeds}


@pytest.mark.parametrize(
    "text",
    [
        "Police have not been able to arrest the kidnappers in Lima.",
        "Police were unable to arrest the kidnappers in Lima.",
        "Police are able to arrest anybody in Lima.",
        "Rebels have been fighting for independence since 2017.",
        "Three guards are wounded when a mine blows up in Lima.",
        "The front has carried out similar attacks in Lima.",
        "The ministry did not confirm that its troops had shelled Lima on Monday.",
        "The ministry would not confirm or deny that its troops had shelled Lima on Monday.",
    ],
)
def test_what_was_not(text: str, read: Callable[..., Read]) -> None:
    reports = read(text).reports
    assert not [r for r in reports if r.realis == "actual" and r.polarity == "positive"]


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The union declared a march in Lima for Friday.", "planned"),
        ("The union declared a strike in Lima for three days.", "actual"),
        ("The union declared a strike in Lima on Monday.", "actual"),
    ],
)
def test_what_is_declared_for_a_day(text: str, realis: str, read: Callable[..., Read]) -> None:
    assert [r.realis for r in read(text).reports if r.type == "PROTEST"] == [realis]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "Police arrested the editor in Lima on Monday. It was the second time this year that"
            " police had detained him.",
            1,
        ),
        ("It was in Lima on Monday that police arrested the editor.", 1),
    ],
)
def test_how_often_it_was_done_is_no_act(text: str, acts: int, read: Callable[..., Read]) -> None:
    assert len([r for r in read(text).reports if r.type == "COERCE"]) == acts


@pytest.mark.parametrize(
    ("text", "undone"),
    [
        ("Opposition rally banned in Lima", "PROTEST"),
        ("Rally cancelled in Lima", "PROTEST"),
        ("March called off in Lima, police say", "PROTEST"),
        ("The rebels promised to stop kidnapping nurses in Lima.", "ASSAULT"),
        ("The army said it would stop shelling the village near Lima.", "ASSAULT"),
    ],
)
def test_what_is_no_longer_done(text: str, undone: str, read: Callable[..., Read]) -> None:
    assert undone not in {r.type for r in read(text).reports}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers could be seen patrolling the market in Lima on Monday.", "MOBILIZE"),
        ("The army could finally be deployed in Lima on Monday.", "MOBILIZE"),
        (
            "It was only on Monday that the army could be deployed in Lima.",
            "MOBILIZE",
        ),
        (
            "The raid could have ended worse if police hadn't wounded the gunman in Lima.",
            "ASSAULT",
        ),
        ("She did not know why he would shoot nine people in Lima.", "ASSAULT"),
        ("The killing of the mayor of Lima will deepen the crisis.", "ASSAULT"),
        ("Troops tried to contain the riots in Lima on Monday.", "PROTEST"),
        ("The arrest of these men will help to calm Lima.", "COERCE"),
        ("The strike at the mine near Lima will continue, its 900 miners said.", "PROTEST"),
        ("They tried to hide at protests that were broken up by police in Lima.", "PROTEST"),
    ],
)
def test_what_is_sure_under_a_modal(text: str, kind: str, read: Callable[..., Read]) -> None:
    deeds = [r for r in read(text).reports if r.type == kind]
    assert {(r.realis, r.polarity) for r in deeds} == {("actual", "positive")}


@pytest.mark.parametrize(
    "text",
    [
        "The army could be deployed in Lima on Friday.",
        "She said that he would shoot nine people in Lima.",
        "The miners explained why they would strike in Lima on Friday.",
        "A strike in Lima will begin on Friday.",
        "The raid would have ended worse if the officer had wounded the gunman in Lima.",
        "The demolition of nine houses in Lima will begin on Friday.",
        "The state took steps to curb violence in Lima.",
        "The saints will sue if the council does not remove the squatters from the park in Lima.",
    ],
)
def test_what_stays_open_under_a_modal(text: str, read: Callable[..., Read]) -> None:
    deeds = {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"}
    assert not [r for r in read(text).reports if r.type in deeds and r.realis == "actual"]


@pytest.mark.parametrize("verb", ["brought", "persuaded", "got"])
def test_what_somebody_is_brought_to_do_is_done(verb: str, read: Callable[..., Read]) -> None:
    (deal,) = read(f"Elders {verb} the two clans to sign a truce in Lima on Sunday.").reports
    assert (deal.type, deal.realis) == ("SUPPORT", "actual")


def test_a_rumour_tells_no_act(read: Callable[..., Read]) -> None:
    assert not read("Bloggers spread rumours of a detention of drivers in Lima.").reports
