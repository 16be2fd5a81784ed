"""Scorers of events: keys of templates, numbers, folding of types. All texts are invented."""

from __future__ import annotations

from datetime import date

import pytest

from benchmarks.event_gold import macro_f1, per_label, root_of
from benchmarks.incidents import exact, side_of, target_of
from benchmarks.muc_keys import days_of, fills_of, kinds_of, overlap, places_of, shares_word
from benchmarks.templates import align, day_of_message, score
from reportedly.records import Actor, ActorKind, EventType, Evidence, Found, Report

DAYS = [
    ("30 DEC 89", [(date(1989, 12, 30), date(1989, 12, 30))], "a day"),
    ("- 08 JAN 90", [(date(1989, 12, 25), date(1990, 1, 8))], "on or before"),
    ("02 JAN 90 - 04 JAN 90", [(date(1990, 1, 2), date(1990, 1, 4))], "between"),
    ("MAR 89", [(date(1989, 3, 1), date(1989, 3, 31))], "a month"),
    ("(03 MAY 89) / (- 03 MAY 89)",
     [(date(1989, 5, 3), date(1989, 5, 3)), (date(1989, 4, 19), date(1989, 5, 3))], "either"),
    ("-", [], "no fill"),
]  # fmt: skip


@pytest.mark.parametrize(("slot", "days", "why"), DAYS, ids=[row[2] for row in DAYS])
def test_dates_of_keys(slot: str, days: list[tuple[date, date]], why: str) -> None:
    assert list(days_of(slot)) == days, why


def test_intervals_overlap_where_they_share_a_day() -> None:
    first = (date(1990, 1, 1), date(1990, 1, 3))
    assert overlap(first, (date(1990, 1, 3), date(1990, 1, 9)))
    assert not overlap(first, (date(1990, 1, 4), date(1990, 1, 9)))


PLACES = [
    ("DORNA: ARVAN (CITY)", [("dorna", "arvan")]),
    ("DORNA", [("dorna",)]),
    ("(DORNA: ARVAN (CITY)) / (DORNA)", [("dorna", "arvan"), ("dorna",)]),
    ("-", []),
]


@pytest.mark.parametrize(("slot", "places"), PLACES, ids=[row[0] for row in PLACES])
def test_places_of_keys(slot: str, places: list[tuple[str, ...]]) -> None:
    assert list(places_of(slot)) == places


def test_fills_alternatives_and_options() -> None:
    fills = fills_of('"REBELS" / "RIVER FRONT"\n? "UNKNOWN MEN"')
    assert [f.alternatives for f in fills] == [("REBELS", "RIVER FRONT"), ("UNKNOWN MEN",)]
    assert [f.optional for f in fills] == [False, True]


def test_a_description_belongs_to_a_name() -> None:
    (fill,) = fills_of('"MAYOR" / "TOWN MAYOR": "ANA ROA"')
    assert fill.alternatives == ("MAYOR", "TOWN MAYOR")


def test_kinds_before_a_string() -> None:
    (effect,) = kinds_of('DEATH: "ANA ROA"\nDEATH: "LUIS PAZ"')
    assert effect.alternatives == ("DEATH",)
    assert fills_of("*") == kinds_of("-") == ()


def test_strings_share_a_word_that_says_something() -> None:
    assert shares_word("the rebels of the north", "REBEL")
    assert not shares_word("the men of the town", "THE OFFICE OF THE MAYOR")


KEY = {
    "optional": False,
    "incident_date": "02 JAN 90",
    "incident_location": "DORNA: ARVAN (CITY)",
    "incident_type": "BOMBING",
    "incident_stage_of_execution": "ACCOMPLISHED",
    "perp_individual_id": "-",
    "perp_organization_id": '"RIVER FRONT"',
    "hum_tgt_name": "-",
    "hum_tgt_description": '? "GUARDS"',
    "hum_tgt_effect_of_incident": 'DEATH: "GUARDS"',
}


def test_a_missed_template_misses_its_fills_but_optional_ones() -> None:
    pairs, missed, added = align([KEY], [])
    assert (pairs, missed, added) == ([], [KEY], [])
    assert score("perpetrator_organization", KEY, None).gold == 1
    assert score("target_description", KEY, None).gold == 0
    assert score("date", KEY, None).gold == 1


def test_an_optional_template_is_no_miss() -> None:
    assert align([KEY | {"optional": True}], []) == ([], [], [])


def test_the_day_of_a_message() -> None:
    assert day_of_message("ARVAN, 18 AUG 89 (RADIO)") == date(1989, 8, 18)
    assert day_of_message("ARVAN (DORNA), 18 AUG 89 (RADIO)") == date(1989, 8, 18)
    assert day_of_message("ARVAN (RADIO)") is None


def test_a_wrong_number_is_missed_and_added() -> None:
    assert (exact(3, 3).right, exact(3, 2).right, exact(0, 0).found) == (1, 0, 0)
    assert (exact(3, 2).gold, exact(3, 2).found) == (1, 1)


def test_macro_f1_is_over_the_labels_of_the_gold() -> None:
    pairs = [("AID", "AID"), ("AID", "none"), ("PROTEST", "PROTEST")]
    assert macro_f1(pairs) == pytest.approx((2 / 3 + 1) / 2, abs=1e-4)
    assert per_label(pairs, ["AID"])["AID"]["recall"] == 0.5


def test_retreat_and_concede_are_one_root() -> None:
    assert root_of("RETREAT") == root_of("CONCEDE") == "YIELD"
    assert root_of(None) == "none"


def _report(
    type_: EventType,
    mode: str | None,
    *acting: tuple[ActorKind, str],
    retold: bool = False,
    suffering: str | None = None,
) -> Report:
    here = Evidence(text_id="t", start=0, end=4, quote="Rain")
    return Report(
        report_id=f"{type_}{mode}{acting}",
        article_id="a",
        type=type_,
        mode=mode,
        act="",
        trigger=here,
        evidence=here,
        realis="actual",
        polarity="positive",
        retold=retold,
        attributions=(),
        made_by="test",
        actors=tuple(
            Found(value=Actor(name="x", kind=kind, sectors=(sector,)), evidence=here, made_by="t")
            for kind, sector in acting
        ),
        recipients=tuple(
            Found(value=Actor(name="y", kind="group", sectors=(s,)), evidence=here, made_by="t")
            for s in [suffering or ""]
            if s
        ),
    )


SIDES = [
    ([_report("ASSAULT", "firearms", ("group", "REB"))], "non-state", "by sector"),
    ([_report("ASSAULT", "firearms", ("organisation", "UNK"))], "non-state", "a named body"),
    ([_report("ASSAULT", "firearms", ("group", "UNK"))], "unknown", "people"),
    ([_report("ASSAULT", "firearms", ("organisation", "JUD"))], "unknown", "a court is no side"),
    ([_report("COERCE", "arrest")], "state", "an arrest by its definition"),
    ([_report("RETREAT", "disarm")], "non-state", "a surrender by its definition"),
    (
        [
            _report("COERCE", "seize", ("group", "COP")),
            _report("ASSAULT", "explosives", ("group", "REB")),
        ],
        "non-state",
        "who laid the device that police found",
    ),
    (
        [
            _report("ASSAULT", "firearms", ("group", "REB"), retold=True),
            _report("COERCE", "arrest"),
        ],
        "state",
        "an older act is not the incident",
    ),
    ([], "unknown", "nothing found"),
]


@pytest.mark.parametrize(("reports", "side", "why"), SIDES, ids=[row[2] for row in SIDES])
def test_the_side_that_acted(reports: list[Report], side: str, why: str) -> None:
    assert side_of(reports) == side, why


TARGETS = [
    ([_report("ASSAULT", "destroy", suffering="BUS")], "property", "a thing, whoever owns it"),
    ([_report("ASSAULT", "firearms", suffering="BUS")], "civilians", "no thing"),
    (
        [
            _report("ASSAULT", "firearms", suffering="COP", retold=True),
            _report("COERCE", "arrest"),
        ],
        "rebels",
        "who is arrested, not whom he had shot at before",
    ),
    ([_report("COERCE", "seize", ("group", "REB"))], "civilians", "what rebels loot"),
    ([_report("COERCE", "seize", ("group", "COP"))], "rebels", "what the state seizes"),
]


@pytest.mark.parametrize(("reports", "target", "why"), TARGETS, ids=[row[2] for row in TARGETS])
def test_whom_an_incident_hits(reports: list[Report], target: str, why: str) -> None:
    assert target_of(reports) == target, why
