"""Which passages tell two acts, by town, day and sum. All texts are invented; towns are real."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.records import Report
from tests.find.events.conftest import Read


def placed(reports: tuple[Report, ...], kind: str) -> list[tuple[str | None, str | None]]:
    """Town and first day of the reports of one type."""
    return [
        (
            r.place.value.name if r.place else None,
            r.date.value.earliest.isoformat() if r.date and r.date.value.earliest else None,
        )
        for r in reports
        if r.type == kind
    ]


def test_an_act_is_in_the_town_that_its_paragraph_names_last(read: Callable[..., Read]) -> None:
    text = (
        "Thousands marched in Lima on Monday.\n\nCusco saw a calm day until dusk. Then masked men"
        " threw stones at an office of the party."
    )
    assert ("Cusco", "2024-03-11") in placed(read(text).reports, "ASSAULT")


def test_arrests_in_another_town_are_other_arrests(read: Callable[..., Read]) -> None:
    text = (
        "Police arrested nine men in Lima on Monday.\n\nIn Cusco masked men burned an office of"
        " the party. Two suspects were arrested within hours."
    )
    assert [place for place, _ in placed(read(text).reports, "COERCE")] == ["Lima", "Cusco"]


def test_violence_in_another_province_is_other_violence(read: Callable[..., Read]) -> None:
    text = "Two pilgrims were killed in Godhra on Monday. Violence was reported in Karnataka."
    assert [place for place, _ in placed(read(text).reports, "ASSAULT")] == ["Godhra", "Karnataka"]


def test_the_town_of_an_act_tells_more_than_its_country(read: Callable[..., Read]) -> None:
    text = (
        "A shooting in Lima on Sunday killed nine people. It was the deadliest mass shooting in"
        " Peru. His fame grew after the shootings in Cusco."
    )
    assert [place for place, _ in placed(read(text).reports, "ASSAULT")] == ["Lima", "Cusco"]


def test_police_are_sent_where_others_used_force(read: Callable[..., Read]) -> None:
    text = "Incidents of arson were reported in Lima, where police were deployed on Monday."
    assert {r.type for r in read(text).reports} == {"ASSAULT", "MOBILIZE"}


def test_marches_in_several_cities_are_none_of_them(read: Callable[..., Read]) -> None:
    text = (
        "LIMA — Thousands demonstrated in seven cities on Monday against the sale of the port."
        "\n\nAbout 2,500 people marched in Cusco."
    )
    assert [place for place, _ in placed(read(text).reports, "PROTEST")] == ["Lima", "Cusco"]


def test_what_a_week_of_clashes_cost_is_no_single_attack(read: Callable[..., Read]) -> None:
    text = (
        "At least 18 people were killed in a week of clashes near Lima. On Tuesday gunmen killed"
        " a farmer in Lima."
    )
    sums = [r.summary for r in read(text).reports if r.type == "ASSAULT"]
    assert sums == [True, False]


def test_attacks_of_recent_weeks_are_no_single_attack(read: Callable[..., Read]) -> None:
    text = (
        "The Red Front carried out several attacks in Lima in recent weeks. On Monday the group"
        " ambushed a bus near Lima, killing nine soldiers."
    )
    sums = [r.summary for r in read(text).reports if r.type == "ASSAULT"]
    assert sums == [True, False]


def test_the_way_to_an_attack_is_no_second_one(read: Callable[..., Read]) -> None:
    text = "Pirates boarded a tanker off Lima on Monday and kidnapped seven crew members."
    assert [r.mode for r in read(text).reports] == ["abduct"]


def test_a_third_arrest_beside_two_is_another(read: Callable[..., Read]) -> None:
    text = (
        "Two men were arrested in Lima on Sunday, and police arrested a third in Cusco on Monday."
    )
    assert len(placed(read(text).reports, "COERCE")) == 2


def test_rounds_that_were_fired_are_no_sum_of_acts(read: Callable[..., Read]) -> None:
    text = "Some 20 rounds were fired at the crowd in Lima on Monday."
    (shots,) = (r for r in read(text).reports if r.type == "ASSAULT")
    assert not shots.summary


def test_whom_police_hit_are_not_those_killed_before(read: Callable[..., Read]) -> None:
    text = (
        "It is not known what caused it, but 58 pilgrims were killed on the train in Lima. The"
        " town is calm. Shops are open. Six traders were hurt in police firing in the town."
    )
    attacks = [r for r in read(text).reports if r.type == "ASSAULT"]
    assert [bool(r.actors) for r in attacks] == [False, True]


def test_an_act_of_a_paragraph_with_another_town_is_another_one(
    read: Callable[..., Read],
) -> None:
    text = (
        "In Lima marchers tried to push through a cordon on Monday. Officers answered with stun"
        " grenades, and a camera operator was struck on the head with a baton.\n\nIn Cusco 400"
        " people gathered outside the prefecture. A man drove his car into the protesters, before"
        " being dragged from the vehicle and beaten."
    )
    places = [place for place, _ in placed(read(text).reports, "ASSAULT")]
    assert places.count("Lima") == 2
    assert "Cusco" in places


def test_those_who_also_marched_did_so_elsewhere(read: Callable[..., Read]) -> None:
    text = (
        "LIMA — A march against the fares turned violent on Monday.\n\nStudents also marched in"
        " Cusco and Puno on Monday."
    )
    assert [p for p, _ in placed(read(text).reports, "PROTEST")] == ["Lima", "Cusco", "Puno"]


def test_those_who_also_blocked_a_road_did_so_there(read: Callable[..., Read]) -> None:
    text = "Students marched in Lima on Monday. The students also marched to the ministry."
    assert [p for p, _ in placed(read(text).reports, "PROTEST")] == ["Lima"]


def test_a_third_man_picked_up_later_is_another_arrest(read: Callable[..., Read]) -> None:
    text = "Two sailors were arrested on Monday, and police arrested a third in Lima on Wednesday."
    reports = [r for r in read(text).reports if r.type == "COERCE"]
    assert [[c.value.best for c in r.counts] for r in reports] == [[2], [1]]


def test_what_a_riot_cost_is_no_attack_beside_it(read: Callable[..., Read]) -> None:
    reports = read("Forty people were hurt in riots in Lima on Monday.").reports
    assert [(r.type, [c.value.best for c in r.counts]) for r in reports] == [("PROTEST", [40])]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("A riot at a prison in Lima left 17 inmates dead and 14 injured.",
         [("killed", 17), ("injured", 14)]),
        ("A night of unrest in Lima left one person dead and 36 hurt.",
         [("killed", 1), ("injured", 36)]),
        ("A riot in Lima killed nine people on Monday.", [("killed", 9)]),
        ("A mob attacked a police station in Lima on Monday, injuring three.", [("injured", 3)]),
    ],
)  # fmt: skip
def test_what_a_riot_leaves_is_its_own(
    read: Callable[..., Read], text: str, counts: list[tuple[str, int]]
) -> None:
    (riot,) = read(text).reports
    assert (riot.type, riot.mode) == ("PROTEST", "riot")
    assert [(c.value.kind, c.value.low) for c in riot.counts] == counts


def test_settlers_attack_and_do_not_riot(read: Callable[..., Read]) -> None:
    text = (
        "Settlers attacked a hamlet near Jericho on Monday. The mayor said three residents were "
        "injured and that soldiers stood by."
    )
    (attack,) = read(text).reports
    assert attack.type == "ASSAULT"
    assert [(c.value.kind, c.value.low) for c in attack.counts] == [("injured", 3)]


def test_hours_to_leave_are_part_of_an_expulsion(read: Callable[..., Read]) -> None:
    text = "Peru declared two Chilean diplomats persona non grata and gave them 48 hours to leave."
    assert [(r.type, r.mode) for r in read(text).reports] == [("SANCTION", "expel")]


def test_whom_police_shot_in_a_riot_is_an_attack(read: Callable[..., Read]) -> None:
    reports = read("Police shot dead four people in riots in Lima on Monday.").reports
    assert {r.type for r in reports} == {"ASSAULT", "PROTEST"}


def test_the_murder_that_a_victim_is_blamed_for_is_another_one(
    read: Callable[..., Read],
) -> None:
    text = (
        "Soldiers raided a camp near Cusco on Monday.\n\nFive fighters were killed, among them the"
        " presumed author of the murder of two policemen in Puno last May."
    )
    reports = [r for r in read(text).reports if r.type == "ASSAULT"]
    assert sorted(c.value.best or 0 for r in reports for c in r.counts) == [2, 5]
    assert all(len(r.counts) == 1 for r in reports)


def test_a_murder_in_which_people_died_is_one(read: Callable[..., Read]) -> None:
    text = "Five people died in the murder of a family in Lima on Monday."
    assert [p for p, _ in placed(read(text).reports, "ASSAULT")] == ["Lima"]


def dead(reports: tuple[Report, ...]) -> list[list[int | None]]:
    """How many died in each attack."""
    return [
        [c.value.low for c in r.counts if c.value.kind == "killed"]
        for r in reports
        if r.type == "ASSAULT"
    ]


def test_what_is_answered_is_another_attack(read: Callable[..., Read]) -> None:
    text = (
        "The army killed 14 rebels near Lima on Monday in retaliation for an air strike that"
        " killed six soldiers."
    )
    assert dead(read(text).reports) == [[14], [6]]


def test_the_raid_in_which_they_died_is_the_same(read: Callable[..., Read]) -> None:
    text = "The army killed 14 rebels near Lima on Monday in an air strike on their camp."
    assert dead(read(text).reports) == [[14]]


def test_a_counter_rally_is_another(read: Callable[..., Read]) -> None:
    text = (
        "Some 3,000 people marched in Lima on Saturday, while 400 nationalists held a"
        " counter-rally at the port."
    )
    assert len(placed(read(text).reports, "PROTEST")) == 2


def test_a_rally_at_the_end_of_a_march_is_none(read: Callable[..., Read]) -> None:
    text = "Some 3,000 people marched in Lima on Saturday and held a rally at the port."
    assert len(placed(read(text).reports, "PROTEST")) == 1


def test_who_was_hurt_when_workers_rioted(read: Callable[..., Read]) -> None:
    text = "Nine people were injured when rioters clashed with police in Lima on Monday."
    (riot,) = read(text).reports
    assert (riot.type, riot.mode) == ("PROTEST", "riot")
    assert [c.value.low for c in riot.counts] == [9]


def test_an_item_that_no_gazetteer_knows_is_elsewhere(read: Callable[..., Read]) -> None:
    text = (
        "Protesters block road in Lima\n\nSome 5,000 people marched in Lima on Saturday. Similar"
        " rallies were held in Cusco, Tacna and Zorvalin."
    )
    towns = [place for place, _ in placed(read(text).reports, "PROTEST")]
    assert towns[-3:] == ["Cusco", "Tacna", "Zorvalin"]


@pytest.mark.parametrize(
    "text",
    [
        "Troops shelled a market in Lima on Monday, killing four people and wounding nine.",
        "Gunmen fired rockets at Lima on Monday, killing four people and wounding nine.",
        "Police carried out a drone strike in Lima on Monday, killing four and wounding nine.",
    ],
)
def test_what_an_attack_costs_is_one_act_with_it(read: Callable[..., Read], text: str) -> None:
    (attack,) = read(text).reports
    assert [(c.value.kind, c.value.low) for c in attack.counts] == [("killed", 4), ("injured", 9)]


def test_torture_in_a_cell_is_no_part_of_clashes(read: Callable[..., Read]) -> None:
    text = (
        "Clashes between youths and soldiers broke out in Lima on Monday.\n\nThe family of Omar"
        " Sel says he was tortured."
    )
    (torture,) = (r for r in read(text).reports if r.mode == "torture")
    assert torture.actors == ()


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("An attack on a bus in Lima on Monday in which four people died shook Peru.", 4),
        ("Four days of clashes near Lima, in which 13 people lost their lives, ended.", 13),
        ("Talks began in Lima after a bombing of a barracks in which nine soldiers died.", 9),
    ],
)
def test_who_died_in_an_attack_is_its_dead(read: Callable[..., Read], text: str, dead: int) -> None:
    attacks = [r for r in read(text).reports if r.type in {"ASSAULT", None}]
    assert [(r.type, [c.value.best for c in r.counts]) for r in attacks] == [("ASSAULT", [dead])]


def test_who_was_hurt_in_an_operation_was_hurt_by_it(read: Callable[..., Read]) -> None:
    text = (
        "Police used tear gas on Monday to drive teachers from a plaza in Lima, in an operation"
        " that left 31 people injured."
    )
    found = [r for r in read(text).reports if r.type == "ASSAULT"]
    assert [(r.mode, [c.value.best for c in r.counts]) for r in found] == [("crowd-control", [31])]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The army admitted killing a shepherd by mistake in Lima on Monday.", ["ASSAULT"]),
        ("The army admitted that it had mistakenly killed nine civilians in Lima.", ["ASSAULT"]),
        ("The army admitted on Monday that it had made a mistake in Lima.", ["CONCEDE"]),
    ],
)
def test_a_deed_that_is_admitted_is_told_once(
    text: str, types: list[str], read: Callable[..., Read]
) -> None:
    assert [r.type for r in read(text).reports] == types


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        (
            "A bomb killed nine people in Lima on Monday. Hours later, shells hit the airport.",
            ["explosives", "heavy-weapons"],
        ),
        (
            "Gunmen killed two growers near Lima on Monday. In a separate attack, gunmen killed a"
            " priest.",
            ["firearms", "firearms"],
        ),
        (
            "Gunmen killed two growers near Lima on Monday. Elsewhere, gunmen killed a priest.",
            ["firearms", "firearms"],
        ),
        (
            "Rebels attacked a hotel in Lima on Monday. Hours later, the rebels killed a guard.",
            [None],
        ),
    ],
)
def test_what_is_told_apart_is_another_attack(
    read: Callable[..., Read], text: str, modes: list[str]
) -> None:
    assert [r.mode for r in read(text).reports] == modes


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "A suicide bomber killed nine people in Lima on Monday. The attacker detonated his"
            " vest at the gate.",
            ["suicide bomber"],
        ),
        (
            "The Red Front claimed responsibility for a suicide bombing that killed nine people"
            " in Lima on Monday. The bomber blew himself up at the gate.",
            ["Red Front"],
        ),
        (
            "A bomb killed nine people in Lima on Monday. The bomber blew himself up at the gate.",
            ["bomber"],
        ),
    ],
)
def test_the_attacker_is_who_did_what_was_told(
    read: Callable[..., Read], text: str, actors: list[str]
) -> None:
    (attack,) = read(text).reports
    assert attack.mode == "suicide-attack"
    assert [a.value.name for a in attack.actors] == actors


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Soldiers raided a village near Lima on Monday, killing nine people.", ["ASSAULT"]),
        ("The army carried out a raid in Lima on Monday that killed nine people.", ["ASSAULT"]),
        ("A mob attacked a chapel in Lima on Monday, killing two people.", ["ASSAULT"]),
        ("A mob attacked a police station in Lima on Monday, injuring three.", ["PROTEST"]),
        (
            "Police raided a house in Lima on Monday, arresting two men.",
            ["COERCE", "COERCE"],
        ),
    ],
)
def test_a_raid_that_kills_is_an_attack_alone(
    read: Callable[..., Read], text: str, types: list[str]
) -> None:
    assert [r.type for r in read(text).reports] == types


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        (
            "Two gunmen shot a judge in Lima on Monday.\n\nLater, a man was shot dead at his door.",
            [["judge"], ["man"]],
        ),
        (
            "Shootings went on in Lima on Monday. In one incident, a clerk was killed.",
            [[], ["clerk"]],
        ),
        (
            "Two people were killed in Lima on Monday. Later, another person was pulled out of a"
            " car and killed.",
            [["people"], ["person"]],
        ),
        (
            "A bomb killed a judge in Lima on Monday.\n\nIn the north, 12 guards were killed in an"
            " ambush.",
            [["judge"], ["guards"]],
        ),
        (
            "Gunmen killed five soldiers in Lima on Monday.\n\nThe troops were killed in an ambush"
            " on their convoy.",
            [["soldiers"]],
        ),
        (
            "A bomb killed a judge in Lima on Monday.\n\nTwo guards were killed in the attack.",
            [["judge"]],
        ),
    ],
)
def test_an_attack_on_others_is_told_by_itself(
    read: Callable[..., Read], text: str, hurt: list[list[str]]
) -> None:
    reports = [r for r in read(text).reports if r.type == "ASSAULT"]
    assert [sorted(a.value.name for a in r.recipients) for r in reports] == [
        sorted(names) for names in hurt
    ]


def test_what_others_have_done_since_has_no_day_and_is_no_part_of_the_news(
    read: Callable[..., Read],
) -> None:
    text = (
        "A bomb injured eight people in Lima on Monday.\n\nThe country has been on alert since"
        " the Red Front launched a series of attacks across Cusco, killing 130 people."
    )
    reports = read(text).reports
    assert placed(reports, "ASSAULT") == [("Lima", "2024-03-11"), ("Cusco", None)]
    assert [[a.value.name for a in r.actors] for r in reports] == [[], ["Red Front"]]
    assert [r.retold for r in reports] == [False, True]
