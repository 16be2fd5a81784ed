"""Which act a number of people goes to. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]

# text, {(type, place or None): [(kind, number)]} of the acts that have counts, why
CASES: list[tuple[str, dict[tuple[str | None, str | None], list[tuple[str, int]]], str]] = [
    (
        "Soldiers fired on a crowd in Nairobi on Monday, killing four people. Six soldiers had "
        "been injured by stones, the army said.",
        {("ASSAULT", "firearms"): [("killed", 4)], ("ASSAULT", None): [("injured", 6)]},
        "hurt by the other side",
    ),
    (
        "Gunmen attacked a depot in Nairobi on Monday, killing two guards. Since January, eleven "
        "people have died in collapsed pits, the district assembly says.",
        {("ASSAULT", "firearms"): [("killed", 2)]},
        "dead of an accident",
    ),
    (
        "Rebels attacked a bus near Nairobi on Monday, wounding three. A military plane crashed "
        "nearby on Tuesday, killing four.",
        {("ASSAULT", None): [("injured", 3)]},
        "dead of a crash",
    ),
    (
        "Some 900 people marched in Nairobi on Monday to mark a year since a roof collapsed, "
        "killing 16.",
        {("PROTEST", "demo"): [("crowd", 900)]},
        "dead of a fall of old",
    ),
    (
        "The state executed three men convicted of killing a policeman in Nairobi on Monday.",
        {("ASSAULT", "targeted"): [("killed", 3)]},
        "dead of a charge",
    ),
    (
        "Police killed two men in Nairobi on Monday. They were wanted for the murder of four "
        "clerks in June.",
        {("ASSAULT", "firearms"): [("killed", 2)]},
        "dead of what they were wanted for",
    ),
    (
        "A man, 24, and a woman, 22, were arrested in Nairobi on Monday.",
        {("COERCE", "arrest"): [("arrested", 1), ("arrested", 1)]},
        "two people of one verb",
    ),
    (
        "Gunmen killed a farmer, 62, and his wife, 58, in Nairobi on Monday.",
        {("ASSAULT", "firearms"): [("killed", 1), ("killed", 1)]},
        "ages between them",
    ),
    (
        "Police arrested 74 people in Nairobi and Mombasa in raids on smugglers on Monday.",
        {("COERCE", "arrest"): [("arrested", 74)]},
        "those arrested are none of the raid",
    ),
    (
        "A plane crashed near Nairobi on Monday after rebels shot it down, killing four.",
        {("ASSAULT", "firearms"): [("killed", 4)]},
        "dead of a crash that an attack brought about",
    ),
    (
        "Soldiers shot four people in Nairobi on Monday. Police arrested 20 people in the "
        "evening. The union said 12 of its members were missing.",
        {("ASSAULT", "firearms"): [("missing", 12)], ("COERCE", "arrest"): [("arrested", 20)]},
        "missing since the attack",
    ),
    (
        "A fifth man died on Tuesday of the wounds he received when soldiers fired on miners in "
        "Nairobi on Monday.",
        {("ASSAULT", "firearms"): [("killed", 5)]},
        "dead of the attack told with it",
    ),
    (
        "Protesters set a bank alight in Nairobi on Monday. Soldiers fired live rounds to push "
        "them back. A man died of his wounds, and 40 soldiers were hurt by stones, the army said.",
        {("PROTEST", "riot"): [("injured", 40)], ("ASSAULT", "firearms"): [("killed", 1)]},
        "soldiers are not hurt by their own fire",
    ),
    (
        "Soldiers opened fire in Nairobi on Monday after a mob of miners attacked them with "
        "stones. Four of the rioters died and 19 others were hurt, the hospital said.",
        {("ASSAULT", "firearms"): [("killed", 4), ("injured", 19)]},
        "rioters are not hurt by their own stones",
    ),
    (
        "Rebels attacked a barracks in Nairobi on Monday and killed four soldiers. Nine rebels "
        "died, the army said.",
        {("ASSAULT", None): [("killed", 4), ("killed", 9)]},
        "the attackers' own dead, where no other act is told",
    ),
    (
        "Twelve people lost their lives on Monday when rebels attacked a convoy of traders in "
        "Nairobi. They kidnapped two passengers. The army gives a toll of seven dead.",
        {("ASSAULT", None): [("killed", 12), ("killed", 7)]},
        "nobody is dead of being carried off",
    ),
    (
        "Gunmen attacked a depot in Nairobi on Monday, wounding two guards. Nobody was hurt, the "
        "police said.",
        {("ASSAULT", "firearms"): [("injured", 2)]},
        "somebody tells of wounded",
    ),
    (
        "Gunmen attacked a depot in Nairobi on Monday, killing two guards.\n\nIn Kisumu nine "
        "people were treated for burns.",
        {("ASSAULT", "firearms"): [("killed", 2)]},
        "hurt in another town",
    ),
    (
        "Police opened fire on a march in Lima on Monday. Nine police officers were injured.",
        {("PROTEST", "demo"): [("injured", 9)]},
        "hurt at the march, not by their own fire",
    ),
    (
        "Unrest in Lima on Monday left two people dead.",
        {("PROTEST", "riot"): [("killed", 2)]},
        "dead of what the sentence itself tells",
    ),
    (
        "Eleven prisoners in Lima have refused food since Monday. Two were taken to hospital.",
        {("PROTEST", "hunger"): [("crowd", 11)]},
        "weakened by a fast, hurt by nobody",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[2] for case in CASES])
def test_counts_of_acts(
    read: Read,
    text: str,
    expected: dict[tuple[str | None, str | None], list[tuple[str, int]]],
    why: str,
) -> None:
    found = {
        (r.type, r.mode): [(c.value.kind, c.value.low) for c in r.counts]
        for r in read(text).reports
        if r.counts
    }
    for act, counts in expected.items():
        assert [c for c in found.get(act, []) if c in counts] == counts, why
    told = [c for counts in found.values() for c in counts]
    assert ("killed", 11) not in told, why


# text, the numbers of each report that has any, why
NUMBERS: list[tuple[str, list[list[tuple[str, int | None]]], str]] = [
    (
        "Teachers marched in Nairobi on Monday. In Nairobi police counted 3,400, in Mombasa 280.",
        [[("crowd", 3400)]],
        "the number of another town",
    ),
    (
        "A bomb killed a guard in Nairobi on Monday. Some 700 people were killed by such bombs "
        "last year.",
        [[("killed", 1)]],
        "dead of a year",
    ),
    (
        "Police led a clerk out of her flat in Nairobi on Monday for having shared a video.",
        [[("arrested", 1)]],
        "one whom an act arrests",
    ),
    (
        "Police in Nairobi shot and wounded two men on Monday who had attacked an officer.",
        [[("injured", 2)]],
        "no victims of what they did",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), NUMBERS, ids=[case[2] for case in NUMBERS])
def test_numbers_of_reports(
    read: Read, text: str, expected: list[list[tuple[str, int | None]]], why: str
) -> None:
    counts = [[(c.value.kind, c.value.low) for c in r.counts] for r in read(text).reports]
    assert [found for found in counts if found] == expected, why


def test_police_are_not_hurt_by_their_own_gas(read: Read) -> None:
    text = (
        "Men threw stones in Nairobi on Monday. Tear gas was used against them. Eleven police "
        "officers were injured, the ministry said."
    )
    found = {r.mode: [c.value.low for c in r.counts] for r in read(text).reports}
    assert (found["primitive"], found["crowd-control"]) == ([11], [])


DENIED = [
    "Rebels burnt a depot near Nairobi on Monday. The army denied that it had killed 14 people.",
    "The army denied that 14 people were killed in Monday's strikes in Nairobi.",
]


@pytest.mark.parametrize("text", DENIED)
def test_a_number_that_is_denied_stays_with_its_denial(read: Read, text: str) -> None:
    counted = [r for r in read(text).reports if r.counts]
    (count,) = counted[0].counts
    assert [r.stance for r in counted] == ["denies"]
    assert (count.value.best, count.asserted_by) == (14, None)


def test_the_end_of_a_killer_is_an_act_of_its_own(read: Read) -> None:
    text = (
        "A gunman killed eight worshippers in Nairobi on Monday before being shot dead by guards."
    )
    found = [[c.value.low for c in r.counts] for r in read(text).reports]
    assert found == [[8], [1]]


STRIKE = (
    "Nurses in Nairobi, Mombasa and Kisumu stopped work on Monday. In Nairobi some 400 nurses "
    "stood in front of the hospital. In Mombasa about 200 nurses marched to the town hall. The "
    "union said 2,100 nurses had taken part in the three towns."
)


def test_a_number_for_the_list_goes_to_each_of_its_places(read: Read) -> None:
    strikes = {
        r.place.value.name: [c.value.low for c in r.counts]
        for r in read(STRIKE).reports
        if r.mode == "strike"
    }
    assert strikes.keys() == {"Nairobi", "Mombasa", "Kisumu"}
    assert all(2100 in numbers for numbers in strikes.values())


def test_the_number_of_one_place_of_a_list_is_its_own(read: Read) -> None:
    strikes = {
        r.place.value.name: [c.value.low for c in r.counts]
        for r in read(STRIKE).reports
        if r.mode == "strike"
    }
    assert 400 in strikes["Nairobi"]
    assert 400 not in strikes["Kisumu"]


def test_a_headline_rounds_what_the_text_bounds(read: Read) -> None:
    text = "Gunmen kill 14 in Nairobi\n\nGunmen killed at least 14 people in Nairobi on Monday."
    (attack,) = read(text).reports
    assert [(c.value.low, c.value.high) for c in attack.counts] == [(14, None)]


def test_the_text_says_what_a_headline_leaves_open(read: Read) -> None:
    text = "Dozens arrested in Nairobi\n\nPolice in Nairobi arrested at least 41 people on Monday."
    (report,) = [r for r in read(text).reports if r.counts]
    assert [(c.value.low, c.value.high) for c in report.counts] == [(41, None)]


def test_a_headline_tells_the_sum_of_a_list(read: Read) -> None:
    text = (
        "Nine killed in Nairobi, Mombasa\n\nNine people were killed in attacks on police posts "
        "on Monday: five in Nairobi and four in Mombasa."
    )
    found = [[c.value.low for c in r.counts] for r in read(text).reports]
    assert found == [[5], [4]]
