"""Why a text was coded so: what told each report, and what was left out. All texts are invented."""

from __future__ import annotations

import json

import pytest

import reportedly
from reportedly.cli import main

LEFT_OUT = [
    ("The rebels marched on Lima. The party is shooting itself in the foot.",
     "shooting", "figure of speech: shot-in-the-own-foot"),
    ("Voters in the poll, 52 percent, support the treaty with the rebels.",
     "support", "of no public concern: survey"),
    ("The state punishes any march against the government with prison.",
     "march against", "no act: generic.determiner"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "why"), LEFT_OUT, ids=[row[1] for row in LEFT_OUT])
def test_what_was_left_out_and_why(text: str, word: str, why: str) -> None:
    trace = reportedly.analyse(text, published="2024-03-18", why=True).trace
    assert trace is not None
    assert (word, why) in [(left.word.quote, left.why) for left in trace.left_out]


def test_reality_is_decided_by_a_word() -> None:
    text = "Police did not fire at the crowd in Lima, the union said."
    read = reportedly.analyse(text, published="2024-03-18", why=True)
    assert read.trace is not None
    decision = read.trace.decisions[read.reports[0].trigger.start, read.reports[0].trigger.end]
    assert decision.reality == "negated.word"
    assert decision.cue is not None
    assert decision.cue.quote == "not"


def test_every_report_says_what_told_it_and_where_its_values_stand() -> None:
    text = "Police shot two marchers in Lima on Friday. Unions will march in Cusco on Monday."
    read = reportedly.analyse(text, published="2024-03-13", why=True)
    for report in read.reports:
        assert f"{report.trigger.start}–{report.trigger.end} “{report.trigger.quote}”" in read.why
        assert report.made_by in read.why
        for found in (*report.actors, *report.recipients, *report.counts):
            assert f"{found.evidence.start}–{found.evidence.end}" in read.why


def test_records_are_the_same_with_and_without() -> None:
    text = "Police shot two marchers in Lima on Friday. The party shot itself in the foot."
    plain = reportedly.analyse(text, published="2024-03-18")
    told = reportedly.analyse(text, published="2024-03-18", why=True)
    assert plain.reports == told.reports
    assert plain.why == ""
    assert "why" not in json.loads(plain.to_json())


def test_json_has_the_reasons() -> None:
    read = reportedly.analyse("Police shot two marchers in Lima.", why=True)
    why = json.loads(read.to_json())["why"]
    assert set(why["decisions"]) == {r.report_id for r in read.reports}


def test_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["code", "Police shot two marchers in Lima.", "--why"]) == 0
    out = capsys.readouterr().out
    assert "told by" in out
    assert "rule" in out


def test_why_goes_with_events() -> None:
    assert main(["code", "Lima", "--why", "--only", "places"]) != 0
