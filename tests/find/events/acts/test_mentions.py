"""Several mentions of one act, and acts that only look alike. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

# name, text, how many reports of each type of doing
TEXTS: list[tuple[str, str, dict[str, int]]] = [
    (
        "a participle tells the dead of the same attack",
        "Gunmen attacked a police post in Lamu on Monday, killing two guards.",
        {"ASSAULT": 1},
    ),
    (
        "the wounded stand in the next sentence",
        "Gunmen stormed a police post in Lamu on Monday. Three officers were wounded, a doctor"
        " said.",
        {"ASSAULT": 1},
    ),
    (
        "people died when the depot blew up",
        "Nine people died when a fuel depot in Mombasa blew up on Sunday.",
        {"ASSAULT": 1},
    ),
    (
        "another toll by another speaker",
        "Two people were shot dead in Cusco on Monday, the health office said. A doctor said that"
        " five people had been killed.",
        {"ASSAULT": 1},
    ),
    (
        "the march takes up a march",
        "Farmers marched in Cusco on Monday. The march ended at the cathedral.",
        {"PROTEST": 1},
    ),
    (
        "that attack is the older one",
        "A bomb went off in Tacna on Monday. It was the worst blast since a bomb killed 20 people"
        " there in 2014. That attack was blamed on the Coastal Front.",
        {"ASSAULT": 2},
    ),
    (
        "a second post on another night",
        "Armed men stormed a second police post in Lamu on Tuesday night, a day after gunmen"
        " killed an officer at another post in the town.",
        {"ASSAULT": 2},
    ),
    (
        "the noun behind a verb names the same attack",
        "Gunmen wounded a guard in Lamu on Monday in an attack blamed on the Kolvar Front.",
        {"ASSAULT": 1},
    ),
    (
        "those arrested in a sweep",
        "Nine men were arrested in a sweep in Lamu on Monday.",
        {"COERCE": 1},
    ),
    (
        "each item of a round-up has its own news",
        "LAMU – A guard died on Monday of wounds after gunmen fired at a mill.\n\nNAIROBI – A man"
        " was stabbed in the arm with a knife on Sunday.",
        {"ASSAULT": 2},
    ),
    (
        "a court keeps those who were arrested",
        "Police arrested three men in Lamu on Monday. They were remanded for two weeks.",
        {"COERCE": 2},
    ),
    (
        "arrests are no march",
        "Students marched in Cusco on Monday. Police arrested nine of them.",
        {"PROTEST": 1, "COERCE": 1},
    ),
    (
        "two towns are two attacks",
        "Gunmen shot a judge in Trujillo on Monday. On Tuesday gunmen shot a mayor in Piura.",
        {"ASSAULT": 2},
    ),
    (
        "a road block by others on another day",
        "On Monday teachers marched in Cusco. Parents blocked the road to the airport on Tuesday.",
        {"PROTEST": 2},
    ),
    (
        "a rally with place and day of its own is not the blocked road",
        "Farmers blocked a road in Cusco on Monday. Ana Roa told a rally in Cusco on Monday that"
        " they would go on.",
        {"PROTEST": 2},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in TEXTS], ids=[t[0] for t in TEXTS])
def test_how_many_acts(read: Callable[..., Read], text: str, expected: dict[str, int]) -> None:
    found: dict[str, int] = {}
    for report in read(text).reports:
        if report.type in {"ASSAULT", "PROTEST", "COERCE"} and report.stance != "denies":
            found[report.type] = found.get(report.type, 0) + 1
    assert found == expected


def test_all_spans_stand_in_mentions(read: Callable[..., Read]) -> None:
    text = "Farmers marched in Cusco on Monday. The march ended at the cathedral."
    (report,) = read(text).reports
    assert [m.quote for m in report.mentions] == ["marched", "march"]


def test_evidence_is_the_sentence_that_tells_it(read: Callable[..., Read]) -> None:
    text = "Shops were open. Farmers marched in Cusco on Monday. It rained."
    (report,) = read(text).reports
    assert report.evidence.quote == "Farmers marched in Cusco on Monday."
