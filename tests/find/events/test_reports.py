"""Invariants of reports: spans, ids, order, odd texts. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.find.events import find_reports, load_event_lexicon
from reportedly.find.events.reality.rules import RealityRules, load_reality_rules
from reportedly.find.reading import Reading
from reportedly.parse.plain import PlainParser
from reportedly.records import Report
from tests.conftest import make_article
from tests.find.events.conftest import Read

STORY = (
    "Gunmen attacked a police post in Lamu on Monday, killing two guards, police said. Vigils were"
    " held on Tuesday in Mombasa, Malindi and Kisumu. The governor denied that officers had shot"
    " anyone. In 2014 a bomb killed 20 people in Mombasa.\n\nThe strike announced for Friday will"
    " go ahead, the union said."
)


def spans(report: Report) -> list[tuple[int, int, str]]:
    found = [report.trigger, report.evidence, *report.mentions]
    found += [f.evidence for f in (*report.actors, *report.recipients, *report.counts)]
    found += [f.evidence for f in (report.place, report.date) if f is not None]
    return [(e.start, e.end, e.quote) for e in found]


def test_every_value_has_its_passage(read: Callable[..., Read]) -> None:
    for report in read(STORY).reports:
        for start, end, quote in spans(report):
            assert STORY[start:end] == quote
        assert report.trigger in report.mentions
        assert report.made_by


def test_ids_are_unique_and_stay(read: Callable[..., Read]) -> None:
    first = read(STORY)
    ids = [r.report_id for r in first.reports]
    assert len(set(ids)) == len(ids)
    again = find_reports(first.reading, load_event_lexicon())
    assert again == first.reports


def test_ids_do_not_hang_on_values(read: Callable[..., Read]) -> None:
    one = read(STORY, published=date(2024, 3, 13)).reports
    other = read(STORY, published=date(2023, 3, 15)).reports
    assert {r.trigger.start: r.report_id for r in one if not r.list_key} == {
        r.trigger.start: r.report_id for r in other if not r.list_key
    }


def test_reports_stand_in_order_of_the_text(read: Callable[..., Read]) -> None:
    starts = [r.trigger.start for r in read(STORY).reports]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "text",
    ["x", "…", "shot", "Shot!", "\u00a0shot\u00a0", "🔥 shot 🔥", "shot " * 400, '"""', "\n\n"],
)
def test_odd_texts_raise_nothing(read: Callable[..., Read], text: str) -> None:
    for report in read(text, published=None).reports:
        for start, end, quote in spans(report):
            assert text[start:end] == quote


def test_without_syntax_nothing_breaks() -> None:
    document = PlainParser()(make_article(STORY))
    reading = Reading(
        document=document,
        places=(),
        dates=(),
        entities=(),
        actors=(),
        quotes=(),
        scopes=(),
    )
    assert all(r.partial for r in find_reports(reading, load_event_lexicon()))


VOCABULARY = (
    "police gunmen shot killed two marchers in Cusco on Monday said the union if not will march"
    ' denied that strike . , " after by of a bomb and were'
)
WORDS = st.sampled_from(VOCABULARY.split())


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(WORDS, min_size=1, max_size=30))
def test_any_order_of_words_gives_true_spans(read: Callable[..., Read], tokens: list[str]) -> None:
    text = " ".join(tokens)
    for report in read(text).reports:
        for start, end, quote in spans(report):
            assert text[start:end] == quote


def test_rules_know_their_words() -> None:
    rules: RealityRules = load_reality_rules()
    assert rules.find("auxiliary", "will") is not None
    assert rules.find("auxiliary", "shot") is None


def test_swapped_sides_give_the_same_code(read: Callable[..., Read]) -> None:
    """Names of the sides change nothing in type, realis, polarity and stance."""
    frames = [
        "{0} shot two marchers in Cusco on Friday.",
        "{0} denied that its men had shot two marchers in Cusco.",
        "{0} will march in Cusco on Monday.",
    ]
    for frame in frames:
        codes = set()
        for name in ("The Liberty Front", "The Order League"):
            reports = read(frame.format(name)).reports
            codes.add(tuple((r.type, r.mode, r.realis, r.polarity, r.stance) for r in reports))
        assert len(codes) == 1
