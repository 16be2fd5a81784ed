"""Profiles are checked line by line, and their rules decide what a codebook counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reportedly.cli.main import main
from reportedly.errors import DataError
from reportedly.export import Reader, Scratch, check_profile, check_profiles
from reportedly.export.coded import Coded, Coder, OutOfScope
from reportedly.export.counts import count_value, shared_numbers
from reportedly.export.profiles import load_profile, shipped_profile
from reportedly.records import Actor, Count, DateValue, Event
from tests.export.conftest import CORO, EVENT, REPORT, Collection, found

MINE = """
name = "mine"
about = "marches only"
[[scope]]
id = "others"
types = ["COERCE"]
why = "no march"
[[map]]
id = "march"
types = ["PROTEST"]
give = { event_type = "March" }
"""


def _coded(*events: Event, profile: str = "acled_like") -> list[Coded | OutOfScope]:
    reports = tuple(replace(REPORT, report_id=r) for e in events for r in e.reports)
    source = Collection(told=events)
    source.found = replace(source.found, reports=reports)
    with Scratch() as scratch:
        return list(Coder(shipped_profile(profile)).code(Reader(source, scratch)))


def _event(event_id: str, **changes: object) -> Event:
    return replace(EVENT, event_id=event_id, reports=(f"r-{event_id}",), denials=(), **changes)  # type: ignore[arg-type]


def test_shipped_profiles_have_no_faults() -> None:
    assert check_profiles() == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("name = ", "no TOML"),
        (MINE.replace('name = "mine"', ""), "no name"),
        (MINE.replace("COERCE", "COERSE"), "scope others: types: unknown 'COERSE'"),
        (MINE.replace('why = "no march"', ""), "scope others: no why"),
        (MINE.replace('id = "march"', 'id = "others"'), "map others: id given twice"),
        (MINE + '\n[counts]\nchoose = "best"', "counts: choose is one of"),
        (MINE + '\n[counts.words]\ndozens = "12"', "counts.words dozens: no number"),
        (MINE + '\n[precision.time]\nfortnight = "2"', "precision.time: no fortnight"),
        (MINE + "\ncolour = 1", "unknown condition colour"),
    ],
)
def test_faults_are_named(text: str, fault: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    assert any(fault in line for line in check_profile(path)), check_profile(path)
    with pytest.raises(DataError):
        load_profile(path)


def test_the_command_checks_profiles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text(MINE, encoding="utf-8")
    bad.write_text("about = 1", encoding="utf-8")
    assert main(["profiles", "check", str(good)]) == 0
    assert main(["profiles", "check", str(bad)]) == 2
    assert "bad.toml: no name" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"realis": "threatened"}, "not-carried-out"),
        ({"polarity": "negated"}, "not-happened"),
        ({"type": "PROTEST", "mode": "symbolic"}, "symbolic-display"),
        ({"type": "ACCUSE", "mode": None}, "verbal"),
        ({"place": None}, "no-place"),
        ({"earliest": None, "latest": None}, "no-date"),
    ],
)
def test_what_falls_out_of_scope_has_a_rule(changes: dict[str, object], rule: str) -> None:
    (out,) = _coded(_event("a", **changes))
    assert isinstance(out, OutOfScope)
    assert out.rule == rule


def test_an_act_without_a_type_is_not_even_listed() -> None:
    assert _coded(_event("a", type=None, mode="death")) == []


def test_a_protest_and_the_force_against_it_are_one_row() -> None:
    marchers = Actor(name="marchers", kind="group")
    march = _event("a", type="PROTEST", mode="demo", actors=(marchers,), recipients=())
    shots = _event("b", type="ASSAULT", mode="firearms", recipients=(marchers,))
    (row,) = _coded(march, shots)
    assert isinstance(row, Coded)
    assert row.words["sub_event_type"] == "Excessive force against protesters"
    assert row.rules == ("peaceful-protest", "force-at-demonstration")
    assert [told.event.event_id for told in row.events] == ["a", "b"]


def test_force_elsewhere_stays_apart() -> None:
    marchers = Actor(name="marchers", kind="group")
    march = _event("a", type="PROTEST", mode="demo", actors=(marchers,), recipients=())
    other = replace(CORO, name="Hask", gazetteer_id="2")
    shots = _event("b", type="ASSAULT", mode="firearms", recipients=(marchers,), place=other)
    assert len(_coded(march, shots)) == 2


def test_an_event_of_three_days_is_three_rows() -> None:
    rows = _coded(_event("a", latest=date(2024, 3, 3)))
    days = [row.earliest for row in rows if isinstance(row, Coded)]
    assert days == [date(2024, 3, 1), date(2024, 3, 2), date(2024, 3, 3)]


@pytest.mark.parametrize(
    ("rule", "number"), [("lowest", 3), ("highest", 11), ("median", 3), ("first", 11)]
)
def test_a_number_is_chosen_by_the_profile(rule: str, number: int) -> None:
    counts = [
        found(Count(kind="killed", low=n, best=n, high=n, text=str(n)), "held") for n in (11, 3)
    ]
    coder = Coder(replace(shipped_profile("acled_like"), choose_count=rule))
    assert coder.number(counts, "killed")[0] == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("dozens of people", 12), ("tens of thousands", 10_000), ("some people", None)],
)
def test_words_for_numbers_are_the_profiles(text: str, number: int | None) -> None:
    count = found(Count(kind="crowd", low=None, best=None, high=None, text=text), "held")
    assert Coder(shipped_profile("acled_like")).number([count], "crowd")[0] == number


def _dated(report_id: str, earliest: date, latest: date, granularity: str) -> Any:
    value = DateValue(earliest=earliest, latest=latest, granularity=granularity)  # type: ignore[arg-type]
    return replace(REPORT, report_id=report_id, date=found(value, "Friday"))


@pytest.mark.parametrize(("rule", "day"), [("event", 1), ("earliest", 26), ("most-precise", 28)])
def test_a_date_is_chosen_by_the_profile(rule: str, day: int) -> None:
    week = _dated("a", date(2024, 2, 26), date(2024, 3, 3), "week")
    exact = _dated("b", date(2024, 2, 28), date(2024, 2, 28), "day")
    source = Collection(told=(replace(EVENT, reports=("a", "b"), denials=()),))
    source.found = replace(source.found, reports=(week, exact))
    profile = replace(shipped_profile("acled_like"), choose_date=rule, split_days=False)
    with Scratch() as scratch:
        (row,) = Coder(profile).code(Reader(source, scratch))
    assert isinstance(row, Coded)
    assert row.earliest is not None
    assert row.earliest.day == day


def test_a_place_is_chosen_by_the_profile() -> None:
    province = replace(CORO, name="Sena", precision="province", gazetteer_id="3")
    wide = replace(REPORT, report_id="a", place=found(province, "Coro"))
    source = Collection(told=(replace(EVENT, reports=("a", "b"), denials=(), place=province),))
    source.found = replace(source.found, reports=(wide, replace(REPORT, report_id="b")))
    profile = replace(shipped_profile("acled_like"), choose_place="most-precise")
    with Scratch() as scratch:
        (row,) = Coder(profile).code(Reader(source, scratch))
    assert isinstance(row, Coded)
    assert row.place == CORO


@pytest.mark.parametrize(("side", "number"), [("A", 11), ("B", 3)])
def test_a_number_may_be_that_of_a_side(side: str, number: int) -> None:
    counts = tuple(
        found(Count(kind="killed", low=n, best=n, high=n, text=str(n)), "held") for n in (11, 3)
    )
    source = Collection(told=(replace(EVENT, counts=counts),))
    report = replace(REPORT, counts=counts[:1])
    source.article = replace(source.article, side="A")
    source.found = replace(source.found, reports=(report, *source.found.reports[1:]))
    coder = Coder(replace(shipped_profile("acled_like"), choose_count="side", count_side=side))
    with Scratch() as scratch:
        (row,) = coder.code(Reader(source, scratch))
    assert isinstance(row, Coded)
    assert coder.number_of(row, "killed")[0] == number  # B tells none: the lowest of all


def test_a_number_that_several_events_share_is_no_event_s_own() -> None:
    shared = found(
        Count(kind="arrested", low=12, best=12, high=12, text="12", shared_key="s1"), "held"
    )
    toll = found(Count(kind="killed", low=41, best=41, high=41, text="41", cumulative=True), "held")
    own = found(Count(kind="injured", low=2, best=None, high=None, text="two"), "held")
    counts = (shared, toll, own)
    assert [count_value(counts, kind) for kind in ("arrested", "killed", "injured")] == [
        None, None, 2,
    ]  # fmt: skip
    assert list(shared_numbers(counts)) == [
        "12 arrested, shared by several events", "41 killed, a toll to date",
    ]  # fmt: skip
    assert Coder(shipped_profile("acled_like")).number(counts, "arrested") == (None, "")
