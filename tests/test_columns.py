"""Analyses to columns and back: an invented analysis, then any analysis of one text."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.codec import CodecError, encode_analysis, from_columns, to_columns
from reportedly.codec.shapes import Record
from reportedly.records import Analysis, Entity, Evidence, Fingerprint
from tests.test_codec import ANALYSIS, REPORT, TEXT, TEXT_ID, passage, values_of


def through_json(analysis: Analysis, text: str = TEXT) -> Analysis:
    columns = json.loads(json.dumps(to_columns(analysis)))
    return from_columns(columns, analysis.article_id, analysis.text_id, text)


def test_columns_of_a_small_analysis() -> None:
    entity = Entity(
        entity_id="e1",
        name="Rail workers",
        kind="group",
        mentions=(passage("Rail workers"), passage("the union")),
    )
    other = Entity(entity_id="e2", name="miners", kind="group", mentions=(passage("Rail workers"),))
    small = Analysis(analyser="test 1", article_id="a1", text_id=TEXT_ID, entities=(entity, other))
    assert to_columns(small) == {
        "format": 1,
        "tables": {
            "Analysis": {"analyser$": [0], "entities*>Entity": [[2], [0, 0]]},
            "Entity": {
                "entity_id$": [0, 0],
                "name$": [0, 0],
                "kind$": [0, 7],  # a word that was met: the fifth
                "mentions*@": [[2, 1], [0, 0, 2]],
            },
        },
        "spans": {"start": [0, 40], "length": [12, 9]},
        "words": ["test 1", "e1", "e2", 0, "miners", "group"],  # 0: the words of the first span
    }


def test_neither_quotes_nor_ids_are_in_the_columns() -> None:
    written = json.dumps(to_columns(ANALYSIS))
    assert REPORT.evidence.quote not in written
    assert TEXT_ID not in written
    assert through_json(ANALYSIS) == ANALYSIS


def test_equal_records_are_one_object_when_they_come_back() -> None:
    twice = dataclasses.replace(
        ANALYSIS, reports=(REPORT, dataclasses.replace(REPORT, report_id="r2", act="walk"))
    )
    one, other = through_json(twice).reports
    assert one.place is other.place
    assert one.trigger is other.trigger


def test_a_passage_of_another_text_keeps_its_words() -> None:
    other = Evidence(text_id="8" * 64, start=3, end=7, quote="Dale")
    analysis = dataclasses.replace(
        ANALYSIS, reports=(dataclasses.replace(REPORT, mentions=(other, REPORT.trigger)),)
    )
    assert through_json(analysis) == analysis


def test_numbers_of_a_fingerprint_fit_into_32_bits() -> None:
    largest = dataclasses.replace(
        ANALYSIS, fingerprint=Fingerprint(minhash=(0, 2**32 - 1), words=5)
    )
    assert through_json(largest) == largest
    beyond = dataclasses.replace(ANALYSIS, fingerprint=Fingerprint(minhash=(2**32,), words=5))
    with pytest.raises(OverflowError, match="32 bits"):
        to_columns(beyond)


@st.composite
def passages(draw: st.DrawFn) -> Evidence:
    start = draw(st.integers(0, len(TEXT)))
    end = draw(st.integers(start, len(TEXT)))
    return Evidence(text_id=TEXT_ID, start=start, end=end, quote=TEXT[start:end])


FITTING = {
    Evidence: passages(),
    Fingerprint: st.builds(
        Fingerprint,
        minhash=st.lists(st.integers(0, 2**32 - 1), max_size=3).map(tuple),
        words=st.integers(0),
    ),
}


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(values_of(Record(Analysis), FITTING))
def test_every_analysis_of_a_text_comes_back_equal(analysis: Analysis) -> None:
    given_text = dataclasses.replace(analysis, text_id=TEXT_ID)
    assert through_json(given_text) == given_text


def test_a_column_that_is_missing_is_a_field_that_is_missing() -> None:
    """So a field that is new has its default in what was written before."""
    columns = to_columns(ANALYSIS)
    del columns["tables"]["Report"]["withdraws?"]
    assert from_columns(columns, "a1", TEXT_ID, TEXT) == ANALYSIS
    del columns["tables"]["Entity"]["kind$"]
    with pytest.raises(CodecError, match=r"Entity lacks \['kind'\]"):
        from_columns(columns, "a1", TEXT_ID, TEXT)


@pytest.mark.parametrize(
    "broken",
    [
        lambda columns: columns.pop("words"),
        lambda columns: columns["words"].clear(),
        lambda columns: columns["spans"]["start"].pop(),
        lambda columns: columns["tables"].pop("Report"),
        lambda columns: columns["tables"]["Analysis"].update({"reports*>Report": [[1], [9]]}),
        lambda columns: columns["tables"]["Analysis"].update({"reports*>Report": [0]}),
        lambda columns: columns["tables"].update({"Analysis": []}),
        lambda columns: columns.update(format=99),
    ],
)
def test_broken_columns_are_told_and_never_half_read(broken: Callable[[Any], object]) -> None:
    columns = to_columns(ANALYSIS)
    broken(columns)
    with pytest.raises(CodecError):
        from_columns(columns, "a1", TEXT_ID, TEXT)


@pytest.mark.parametrize("data", [None, [], {}, encode_analysis(ANALYSIS)])
def test_other_json_is_no_columns(data: Any) -> None:
    with pytest.raises(CodecError, match="no columns of an analysis"):
        from_columns(data, "a1", TEXT_ID, TEXT)
