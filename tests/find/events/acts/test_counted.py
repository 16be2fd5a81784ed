"""Numbers whose kind, or whose act, the verb of an act tells. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]

# text, all counts of its reports as (type, mode, kind, low, high), why
CASES: list[tuple[str, list[tuple[str, str | None, str, int | None, int | None]], str]] = [
    (
        "Some 900 farmers walked into Lima on Tuesday behind two tractors and dumped milk in front "
        "of the governor's office.",
        [("PROTEST", "demo", "crowd", 900, 900)],
        "who acts in a protest is its crowd",
    ),
    (
        "In Lima about 120 students pelted the ministry with tomatoes.",
        [("PROTEST", "symbolic", "crowd", 120, 120)],
        "also by a verb that no list of crowds has",
    ),
    (
        "Hundreds came to the square in Lima on Monday evening to protest against the law.",
        [("PROTEST", "demo", "crowd", None, None)],
        "a bare word for many",
    ),
    (
        "Some 900 tourists walked into Lima on Tuesday behind two guides.",
        [],
        "no protest, no crowd",
    ),
    (
        "Some 900 farmers will march on the ministry in Lima on Friday.",
        [],
        "nobody has come to a march that is planned",
    ),
    (
        "Two clerks were dragged into a van by police in Lima on Monday.",
        [("COERCE", "arrest", "arrested", 2, 2)],
        "whom the verb of an arrest befalls",
    ),
    (
        "Four men were taken to the police station in Lima on Monday for resisting.",
        [("COERCE", "arrest", "arrested", 4, 4)],
        "as a phrase of several words tells it",
    ),
    (
        "Police in Lima raided a house on Monday and seized two revolvers and two shotguns.",
        [],
        "no things are arrested",
    ),
    ("Marines kidnapped three surveyors in Lima on Monday.", [], "a kidnapping is no arrest"),
    (
        "Three sailors who were detained in Lima on Monday were expelled on Tuesday.",
        [("COERCE", "arrest", "arrested", 3, 3)],
        "not with the expulsion",
    ),
    (
        "The governor banned all rallies in Lima on Monday. The bar counts 112 detainees.",
        [],
        "a ban arrests nobody",
    ),
    (
        "Police arrested a clerk in Lima on Monday over the bribes. A second man was arrested in "
        "Tacna for forgery.",
        [
            ("COERCE", "arrest", "arrested", 1, 1),
            ("COERCE", "arrest", "arrested", 1, 1),
        ],
        "another man, another arrest",
    ),
    (
        "Gunmen shot at a bus in Lima on Monday. The committee counts 11 murders in four years.",
        [],
        "a total of years is no number of the day",
    ),
    (
        "Gunmen shot at a bus in Lima on Monday. The committee counts 11 murders linked to the "
        "road since 2019.",
        [],
        "nor is one since a year",
    ),
    (
        "Gunmen shot at a bus in Lima on Monday. The hospital counts 11 dead.",
        [("ASSAULT", "firearms", "killed", 11, 11)],
        "but the number of the day is",
    ),
    (
        "An army drone struck trucks near Lima on Monday. The dead were nine traders, the mayor "
        "said.",
        [("ASSAULT", "drone", "killed", 9, 9)],
        "the dead are counted behind the verb",
    ),
    (
        "Soldiers fired at a bus in Lima on Monday. Nobody in the camp was hurt. On Tuesday "
        "gunmen shot at a tractor in Tacna and wounded the driver in the arm.",
        [("ASSAULT", "firearms", "injured", 0, 0), ("ASSAULT", "firearms", "injured", 1, 1)],
        "nobody was counted before",
    ),
    (
        "A patrol vessel on Tuesday fired several shots at two fishing boats near Antwerp. A "
        "fisherman, 28, was struck in the thigh and is in stable condition at the hospital in "
        "Ghent.",
        [("ASSAULT", "firearms", "injured", 1, 1)],
        "hurt there, and only treated elsewhere",
    ),
    (
        "Police fired tear gas at strikers in Lima on Monday. A clerk was hit on the head.",
        [("ASSAULT", "crowd-control", "injured", 1, 1)],
        "hurt by the force told before",
    ),
    (
        "Dorna deported 40 migrants on Monday.",
        [],
        "nobody is arrested by it",
    ),
    (
        "A bomb killed two guards in Lima on Monday. Another five were wounded.",
        [("ASSAULT", "explosives", "killed", 2, 2), ("ASSAULT", "explosives", "injured", 5, 5)],
        "more victims of the same bomb",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[2] for case in CASES])
def test_counted_by_acts(
    read: Read,
    text: str,
    expected: list[tuple[str, str | None, str, int | None, int | None]],
    why: str,
) -> None:
    found = [
        (r.type, r.mode, c.value.kind, c.value.low, c.value.high)
        for r in read(text).reports
        for c in r.counts
    ]
    assert found == expected, why


def test_a_strike_does_not_count_those_whom_it_is_over(read: Read) -> None:
    text = (
        "Nurses went on strike in Lima on Monday over the deaths of three colleagues. The union "
        "said 300 nurses took part."
    )
    strikes = [r for r in read(text).reports if r.mode == "strike"]
    assert [(c.value.kind, c.value.low) for r in strikes for c in r.counts] == [("crowd", 300)]
