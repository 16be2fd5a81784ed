"""Places and days that a text names and at which its act was not. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read, last_place

# text, type, place of the first such report, why
PLACES = [
    ("About 400 supporters of Israel held a rally on Saturday.", "PROTEST", None,
     "whose friends they are"),
    ("Residents of Cusco held a rally on Saturday.", "PROTEST", "Cusco", "where people live"),
    ("Some 400 exiles marched on Saturday, chanting slogans against China.", "PROTEST", None,
     "against whom they march"),
    ("The US embassy told its citizens to leave.", "REQUEST", None, "whose embassy it is"),
    ("Ukraine, Russia exchange 300 prisoners of war", "RETREAT", None, "two states that act"),
    ("The premier threatened on Monday to cut all aid to Chad.", "THREATEN", None,
     "a state that is threatened"),
    ("The United States imposed sanctions on Monday on four firms based in Chad.", "SANCTION",
     None, "where those have their seats who are hit"),
    ("The court outlawed the union on Monday. The union, which is based in Lima, said it would "
     "appeal.", "COERCE", None, "a seat told later"),
    ("Two miners were killed in Chad on Monday.", "ASSAULT", "Chad", "a state in which it is"),
    ("A court in Lima freed five men on Monday, a day after police arrested them at a sit-in in"
     " Tacna.", "COERCE", "Tacna", "at what they were arrested"),
    ("The ministers will discuss sanctions in Brussels on Monday.", "CONSULT", "Brussels",
     "of the talks, though it stands behind their topic"),
    ("Guards fired at men outside a mine in Tacna on Monday. It was the deadliest violence at the"
     " mine since 2016, when guards shot dead five men.", "ASSAULT", "Tacna", "at the same mine"),
    ("The march in Lima ended on Monday. Police arrested Ivo Bel, 40, of Tacna.", "COERCE", "Lima",
     "where somebody lives, behind his age"),
    ("The march in Lima ended on Monday. Police arrested Ivo Bel, 40, in Tacna.", "COERCE",
     "Tacna", "where he was arrested"),
    ("The march in Lima ended on Monday. Police then arrested 19-year-old Ana Roe of Tacna.",
     "COERCE", "Lima", "where somebody lives, behind a name"),
    ("Students who were returning from Lima were killed by gunmen in Tacna.", "ASSAULT", "Tacna",
     "from where people came"),
    ("Officers held a strike leader in Tacna. He resigned on Monday and decided to move to Lima.",
     "RETREAT", "Tacna", "where somebody goes afterwards"),
    ("In Tacna, police said they detained five men in the Lima attacks probe.", "COERCE", "Tacna",
     "where the deed was that is looked into"),
    ("Police beat two men in the area of Roanoke Park in Piura on Sunday.", "ASSAULT", "Piura",
     "a park that is read as a town far away"),
    ("LIMA, March 12 - Piura's new mayor was shot dead in the town on Sunday.", "ASSAULT",
     "Piura", "the town of somebody in the sentence, not that of the dateline"),
    ("LIMA, March 12 - Rebels held the two nuns in Chad for months. Police freed them on Monday.",
     "RETREAT", "Chad", "another country than that of the dateline"),
    ("LIMA, March 12 - A union in Piura met. Police freed two men on Monday.", "RETREAT", "Piura",
     "the town of the scene"),
    ("LIMA, March 12 - The envoy of Chad spoke on Monday. Police freed two men.", "RETREAT",
     "Lima", "whose envoy it is"),
    ("Miners clashed with police in Piura, north of Lima, on Monday. Police fired rubber bullets.",
     "ASSAULT", "Piura", "a town that tells where another lies"),
    ("Miners clashed with police in Piura on the road between Lima and Tacna on Monday. "
     "Police fired rubber bullets.", "ASSAULT", "Piura", "the ends of a road"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "place", "why"), PLACES, ids=[row[3] for row in PLACES])
def test_place(
    read: Callable[..., Read], text: str, kind: str, place: str | None, why: str
) -> None:
    assert last_place(read(text), kind) == place, why


# text, type, day of March 2024 (None: none), why
DAYS = [
    ("The mayor has banned a festival planned for September, fearing a repeat of last year's"
     " clashes.",
     "COERCE", None, "the year of what is feared"),
    ("Volda and Kestria pulled back troops from two hills under an accord reached on Monday.",
     "RETREAT", None, "when its ground was laid"),
    ("Volda pulled back its troops from two hills on Monday.", "RETREAT", 11, "its own day"),
    ("Chad has expelled a reporter, Ana Roa, who came to the country last week.", "COERCE", None,
     "when she came"),
    ("Police arrested ten men ahead of a vote on Sunday.", "COERCE", None, "the day of the vote"),
    ("Police arrested ten men on Monday ahead of Thursday's vote.", "COERCE", 11,
     "its own day beside that of the vote"),
    ("Police arrested ten men who came before a court on Monday.", "COERCE", 11,
     "before a court, and not before a day"),
    ("Chad expelled a reporter last week who had written about the army.", "COERCE", 4,
     "a week of its own"),
    ("Police arrested 90 people on Monday at a rally for the Dawn Union, a group that was banned"
     " last month. Officers beat two of them.", "ASSAULT", 11, "a scene without what is beside"),
    ("The minister on Tuesday condemned an attack on a mosque in Lima.", "ASSAULT", None,
     "when it was condemned"),
    ("On Tuesday the union condemned the killing of a docker in Lima.", "ASSAULT", None,
     "when it was condemned, at the front"),
    ("The minister condemned Monday's attack on a mosque in Lima.", "ASSAULT", 11,
     "the day of the noun"),
    ("A drone hit a truck near Lima on Monday. It was the first drone attack since the two sides "
     "agreed on a truce on 2 March.", "ASSAULT", 11, "since what it is the first"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "day", "why"), DAYS, ids=[row[3] for row in DAYS])
def test_day(read: Callable[..., Read], text: str, kind: str, day: int | None, why: str) -> None:
    found = next(r for r in read(text).reports if r.type == kind)
    first = found.date.value.earliest if found.date else None
    assert (first.day if first else None) == day, why


def test_who_is_held_is_not_the_town(read: Callable[..., Read]) -> None:
    text = "Supporters gathered in Lima on Monday, where police detained at least 11."
    held = next(r for r in read(text).reports if r.type == "COERCE")
    assert [r.value.name for r in held.recipients] == []


def test_a_deed_that_is_answered_is_not_where_the_answer_comes_from(
    read: Callable[..., Read],
) -> None:
    text = "Chad imposes sanctions on Niger officials over crackdown"
    assert [r.type for r in read(text).reports] == ["SANCTION"]


def test_a_town_taken_is_not_what_it_lies_in(read: Callable[..., Read]) -> None:
    (taken,) = read("Rebels recaptured the town of Zorvale in Cajamarca on Monday.").reports
    assert [r.value.name for r in taken.recipients] == []


def test_the_make_of_a_rocket_does_not_act(read: Callable[..., Read]) -> None:
    (attack,) = read("Three Katyusha rockets were fired at Kirkuk airport on Monday.").reports
    assert [a.value.name for a in attack.actors] == []


@pytest.mark.parametrize("who", ["the author of", "a man suspected of"])
def test_where_somebody_had_killed_before(read: Callable[..., Read], who: str) -> None:
    text = (
        f"Troops raided a mill in Tacna on Monday. They shot {who} the murder of a judge in Lima."
    )
    shot = next(r for r in read(text).reports if r.trigger.quote == "shot")
    assert shot.place is not None
    assert shot.place.value.name == "Tacna"
