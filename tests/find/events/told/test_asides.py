"""Places told beside an act: where somebody spoke, came from or works. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read, last_place

# text, type, place of the last such report, why
PLACES = [
    ("Gunmen killed four farmers in Gwoza on Monday. A spokesman told reporters in Maiduguri that"
     " police had arrested two men.", "COERCE", "Gwoza", "where a spokesman spoke"),
    ("Gunmen killed four farmers in Gwoza on Monday. In Maiduguri, the police said that they had"
     " arrested two men.", "COERCE", "Maiduguri", "the words before a speaker set the scene"),
    ("Gunmen killed four farmers in Gwoza on Monday. Police in Maiduguri said that they had"
     " arrested two men.", "COERCE", "Maiduguri", "police of a town speak of it"),
    ("Protesters burned the town hall of Piura on Monday. The interior ministry in Lima said that"
     " 12 people had been detained in the region.", "COERCE", "Piura", "the seat of a ministry"),
    ("Rebels attacked a camp in Gwoza on Monday. The rebels came from Diffa in neighbouring Niger."
     " Troops killed six of them.", "ASSAULT", "Gwoza", "where somebody came from, and in what"),
    ("Gunmen killed a guard in Piura on Monday. In 2015 gunmen robbed a shop in Tacna. Police"
     " arrested two men.", "COERCE", "Piura", "where things were years ago"),
    ("A bomb killed two men in Piura on Monday. Police raided a house of the League, which operates"
     " in Tacna.", "COERCE", "Piura",
     "where a gang always works"),
    ("Gunmen attacked the town of Piura, 30 kilometres north of the capital, on Sunday night and"
     " burned a bus. Police in Peru arrested nobody.", "ASSAULT", "Piura", "from where one counts"),
    ("In Lqliaa, near Agadir, gendarmes shot two people on Monday.", "ASSAULT", "Lqoliaa",
     "what lies near"),
    ("In Pulka, near Gwoza, gunmen shot two people on Monday.", "ASSAULT", "Gwoza",
     "what lies near a village that nobody knows"),
    ("Rioters hurt three officers in the Paris suburb of Nanterre on Monday.", "ASSAULT",
     "Nanterre", "of what it is a suburb"),
    ("Police detained 35 people in Izmir, Adana and 12 other provinces on Monday.", "COERCE",
     "Adana", "a list whose end names no place"),
    ("Gunmen robbed a ship 180 miles south of Lome on Sunday.", "ASSAULT", "Lomé",
     "from where one counts, where nothing else is told"),
    ("The shelling of Kunduz stopped on Monday after talks between the governors of Herat and"
     " Balkh.", "RETREAT", "Kunduz", "whose governors met"),
    ("NIAMEY - The capital's union struck on Monday. Iran threatened to close the strait.",
     "THREATEN", None, "a state threatens from its seat"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "place", "why"), PLACES, ids=[row[3] for row in PLACES])
def test_place(
    read: Callable[..., Read], text: str, kind: str, place: str | None, why: str
) -> None:
    assert last_place(read(text), kind) == place, why


# text, place of the last report, why
HOMES = [
    ("LIMA - Police of Tacna, who had long searched for two men, arrested them on Monday.", "Tacna",
     "police of a town before a dateline"),
    ("Nine soldiers were killed in northern Borno on Monday. They were killed when gunmen attacked"
     " a camp in the town of Gwoza.", "Gwoza", "a town in the province told first"),
    ("Kenyan police arrested two men on Monday.", "Kenya", "police of a country"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "why"), HOMES, ids=[row[2] for row in HOMES])
def test_where_police_are_at_home(
    read: Callable[..., Read], text: str, place: str, why: str
) -> None:
    found = read(text).reports[-1]
    assert found.place is not None, why
    assert found.place.value.name == place, why
