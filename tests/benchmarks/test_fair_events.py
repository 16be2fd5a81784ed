"""Scorers of false events and of neutrality. All texts are invented."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import benchmarks
from benchmarks.false_events import HALVES, Told, figures
from benchmarks.neutrality import differences, reworded, swapped
from reportedly import analyse


def test_the_list_has_two_halves_and_no_article_twice() -> None:
    path = Path(benchmarks.__file__).with_name("no_events.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["half"] for row in rows} == set(HALVES)
    assert len({(row["set"], row["id"]) for row in rows}) == len(rows)


def test_shares_count_articles_and_not_reports() -> None:
    reports = analyse("Police shot two men in Lima. Rebels attacked Cusco.").reports
    told = [Told("a", "other", "sport", reports), Told("b", "other", "sport", ())]
    found = figures(told)
    assert found["other"] == pytest.approx(0.5)
    assert found["political"] is None
    assert found["reports"] == 50 * len(reports)


def test_names_of_two_parties_are_exchanged() -> None:
    text = "Volda accused Dorna of spying, and Dorna was angry."
    country = analyse("Kenya accused Uganda of spying.").reports
    (pair,) = swapped("Kenya accused Uganda of spying.", country)
    assert pair.changed == "Uganda accused Kenya of spying."
    assert list(swapped(text, ())) == []


def test_words_are_exchanged_both_ways() -> None:
    changed = {pair.changed for pair in reworded("Protesters fought the regime.")}
    assert changed == {"Rioters fought the regime.", "Protesters fought the government."}


def test_what_differs_is_named() -> None:
    plain = analyse("Police shot two men in Lima.").reports
    assert differences(plain, plain) == ()
    assert differences(plain, ()) == ("reports",)
    planned = analyse("Police will shoot two men in Lima.").reports
    assert "realis" in differences(plain, planned) or planned == ()
