"""Profiles are checked line by line, and their rules decide what a codebook counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reportedly.cli.main import main
from reportedly.errors import DataError
from reportedly.export import Reader, check_profile, check_profiles
from reportedly.export.coded import Coded, Coder, OutOfScope
from reportedly.export.profiles import load_profile, shipped_profile
from reportedly.records import Actor, Count, Event
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
    return list(Coder(shipped_profile(profile)).code(Reader(source)))


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
        ({"type": None, "mode": "death"}, "no-type"),
        ({"place": None}, "no-place"),
        ({"earliest": None, "latest": None}, "no-date"),
    ],
)
def test_what_falls_out_of_scope_has_a_rule(changes: dict[str, object], rule: str) -> None:
    (out,) = _coded(_event("a", **changes))
    assert isinstance(out, OutOfScope)
    assert out.rule == rule


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
