"""Records to JSON and back: an invented analysis, then every class with invented values."""

from __future__ import annotations

import dataclasses
import json
import sys
import time
import typing
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly import records
from reportedly.codec import (
    CodecError,
    analysis_schema,
    decode,
    decode_analysis,
    encode,
    encode_analysis,
    to_arrow,
    upcast,
)
from reportedly.codec.shapes import (
    Binary,
    Choice,
    Day,
    Many,
    Maybe,
    Open,
    Plain,
    Record,
    Row,
    Shape,
    fields_of,
)
from reportedly.records import (
    Actor,
    Analysis,
    Claim,
    Corroboration,
    Count,
    DateValue,
    Entity,
    Event,
    Evidence,
    Found,
    Link,
    Place,
    Quote,
    Report,
)

DATA = Path(__file__).parent / "data"
DOCS = Path(__file__).parents[1] / "docs" / "formats"
TEXT = "Rail workers marched in Belt on Monday, the union said. Two were hurt."
TEXT_ID = "7" * 64


def passage(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(text_id=TEXT_ID, start=start, end=start + len(words), quote=words)


def found(value: Any, words: str) -> Found[Any]:
    return Found(value=value, evidence=passage(words), made_by="test")


CHAIN = (
    Link(name="The Test Herald", kind="outlet", stance="states", private=False),
    Link(name="union", kind="collective", stance="states", cue=passage("said")),
)
REPORT = Report(
    report_id="r1",
    article_id="a1",
    type="PROTEST",
    mode="demo",
    act="march",
    trigger=passage("marched"),
    evidence=passage("Rail workers marched in Belt on Monday"),
    realis="actual",
    polarity="positive",
    retold=False,
    attributions=(CHAIN,),
    actors=(found(Actor(name="rail workers", kind="group", sectors=("LAB",)), "Rail workers"),),
    place=found(Place(name="Belt", lat=1.5, lon=-2.0, country="XX"), "Belt"),
    date=found(
        DateValue(earliest=date(2021, 3, 1), latest=date(2021, 3, 1), granularity="day"), "Monday"
    ),
    counts=(found(Count(kind="injured", low=2, best=2, high=2, text="Two"), "Two"),),
    made_by="test",
)
ANALYSIS = Analysis(
    analyser="test 1",
    article_id="a1",
    text_id=TEXT_ID,
    entities=(
        Entity(entity_id="e1", name="union", kind="organisation", mentions=(passage("the union"),)),
    ),
    reports=(REPORT,),
)


# --- the form of the JSON ----------------------------------------------------------------


def test_what_the_text_does_not_say_is_left_out() -> None:
    assert encode(Actor(name="rail workers", kind="group")) == {
        "name": "rail workers",
        "kind": "group",
        "exposure": "private",
    }


def test_dates_are_iso_and_intervals_open_where_the_text_is() -> None:
    value = DateValue(earliest=date(2021, 3, 1), latest=None, granularity="range")
    assert encode(value) == {
        "earliest": "2021-03-01",
        "granularity": "range",
        "calendar": "gregorian",
        "text": "",
    }


def test_evidence_alone_names_its_text_and_inside_an_analysis_does_not() -> None:
    assert encode(passage("Belt"))["text_id"] == TEXT_ID
    inside = encode_analysis(ANALYSIS)["reports"][0]["place"]["evidence"]
    assert inside == {"start": 24, "end": 28, "quote": "Belt"}


def test_evidence_of_another_text_names_it_even_inside_an_analysis() -> None:
    other = dataclasses.replace(passage("Belt"), text_id="8" * 64)
    analysis = dataclasses.replace(
        ANALYSIS, reports=(dataclasses.replace(REPORT, mentions=(other,)),)
    )
    assert decode_analysis(encode_analysis(analysis), TEXT) == analysis


def test_quotes_that_are_left_out_are_taken_from_the_text() -> None:
    """As collections kept analyses up to format 4."""
    whole = json.dumps(encode_analysis(ANALYSIS))
    compact = json.loads(whole, object_hook=lambda data: {k: data[k] for k in data if k != "quote"})
    assert decode_analysis(compact, TEXT) == ANALYSIS
    with pytest.raises(CodecError, match="the text is needed"):
        decode_analysis(compact)


@pytest.mark.parametrize(
    ("kind", "data", "message"),
    [
        (Actor, {"kind": "group"}, r"Actor lacks \['name'\]"),
        (Actor, {"name": "a", "colour": "red"}, r"Actor has no fields \['colour'\]"),
        (Actor, {"name": "a", "kind": "ghost"}, "kind: 'ghost' is none of"),
        (Actor, {"name": 5}, "name: 5 is not of type str"),
        (Actor, {"name": "a", "sectors": "GOV"}, "sectors: 'GOV' is no list"),
        (Actor, {"name": "a", "relation": {"kind": "former"}}, "relation: Relation lacks"),
        (Actor, [], r"\[\] is no Actor"),
        (DateValue, {"earliest": "soon", "granularity": "day"}, "earliest: 'soon' is no ISO date"),
        (Evidence, {"start": 1, "end": 2}, "the text is needed"),
        (Evidence, {"start": "1", "end": 2, "quote": "a"}, "whole numbers"),
        (Analysis, {"analyser": "x"}, "no format version"),
    ],
)
def test_json_that_does_not_fit_says_where(kind: type, data: Any, message: str) -> None:
    with pytest.raises(CodecError, match=message):
        decode(kind, data)


# --- every class, any value --------------------------------------------------------------

WORDS = st.text(max_size=8)


def values_of(
    shape: Shape, known: Mapping[type, st.SearchStrategy[Any]] = MappingProxyType({})
) -> st.SearchStrategy[Any]:
    """Any value that a shape allows, made from the type hints; `known` gives some classes'."""
    match shape:
        case Plain(kind):
            numbers = st.floats(allow_nan=False, allow_infinity=False)
            return {str: WORDS, int: st.integers(), bool: st.booleans(), float: numbers}[kind]
        case Choice(values):
            return st.sampled_from(values)
        case Day():
            return st.dates()
        case Binary():
            return st.binary(max_size=8)
        case Maybe(item):
            return st.none() | values_of(item, known)
        case Many(item):
            return st.lists(values_of(item, known), max_size=2).map(tuple)
        case Row(items):
            return st.tuples(*(values_of(item, known) for item in items))
        case Record(kind) if kind in known:
            return known[kind]
        case Record(kind):
            parts = {field.name: values_of(field.shape, known) for field in fields_of(shape)}
            return st.builds(kind, **parts)
        case Open():
            raise TypeError("give Found a type")


CLASSES = [
    kind
    for kind in vars(records).values()
    if dataclasses.is_dataclass(kind) and kind not in (Found, Analysis)
]
TYPES = [*CLASSES, Found[Place], Found[DateValue], Found[str], Found[Actor]]


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: getattr(kind, "__name__", str(kind)))
def test_every_record_comes_back_equal(kind: type) -> None:
    shape = Record(typing.get_origin(kind) or kind, typing.get_args(kind))

    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
    @given(values_of(shape))
    def comes_back(record: object) -> None:
        assert decode(kind, json.loads(json.dumps(encode(record)))) == record

    comes_back()


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(values_of(Record(Analysis)))
def test_every_analysis_comes_back_equal_and_fits_the_schema(analysis: Analysis) -> None:
    data = json.loads(json.dumps(encode(analysis)))
    assert decode(Analysis, data) == analysis
    VALIDATOR.validate(data)


# --- the public format -------------------------------------------------------------------

VALIDATOR = jsonschema.Draft202012Validator(
    analysis_schema(), format_checker=jsonschema.FormatChecker()
)


def test_the_schema_in_the_docs_is_the_schema_of_the_code() -> None:
    assert json.loads((DOCS / "analysis.schema.json").read_text()) == analysis_schema()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"colour": "red"}, "unknown fields are refused"),
        ({"format": 2}, "another version has another schema"),
        ({"reports": [{}]}, "a report needs its fields"),
    ],
)
def test_the_schema_refuses(change: dict[str, Any], reason: str) -> None:
    data = {**encode_analysis(ANALYSIS), **change}
    assert not VALIDATOR.is_valid(data), reason


def test_the_example_of_format_1_stays_readable() -> None:
    data = json.loads((DATA / "analysis-v1.json").read_text())
    VALIDATOR.validate(data)
    assert decode_analysis(data) == ANALYSIS


def test_the_example_in_the_docs_is_a_valid_analysis() -> None:
    page = (DOCS / "analysis.md").read_text()
    example = json.loads(page.split("```json\n", 1)[1].split("```", 1)[0])
    VALIDATOR.validate(example)
    text = page.split("```text\n", 1)[1].split("\n```", 1)[0]
    report = decode_analysis(example).reports[0]
    for evidence in (report.trigger, report.evidence, report.actors[0].evidence):
        assert text[evidence.start : evidence.end] == evidence.quote


def test_older_versions_climb_one_by_one_and_the_input_stays_as_it_was() -> None:
    old = {"format": -1, "maker": "test 0", "article": "a1", "text_id": "t"}
    upcasters = {
        -1: lambda d: {**d, "analyser": d["maker"]},
        0: lambda d: {
            "analyser": d["analyser"],
            "article_id": d["article"],
            "text_id": d["text_id"],
        },
    }
    new = upcast(old, upcasters)
    assert decode_analysis(new) == Analysis(analyser="test 0", article_id="a1", text_id="t")
    assert old["format"] == -1


@pytest.mark.parametrize(
    ("version", "message"), [(99, "newer"), (0, "no longer"), ("1", "no format"), (None, "no form")]
)
def test_versions_that_cannot_be_read_say_so(version: object, message: str) -> None:
    with pytest.raises(CodecError, match=message):
        upcast({"format": version})


def test_a_typical_analysis_of_40_kb_takes_little_longer_than_json() -> None:
    """Best of several, beside what JSON itself takes: machines and their load differ."""
    large = dataclasses.replace(ANALYSIS, reports=(REPORT,) * 25)
    data = encode_analysis(large)
    assert len(json.dumps(data)) > 30_000

    def best(work: Callable[[], object]) -> float:
        seconds = []
        for _ in range(30):
            started = time.perf_counter()
            work()
            seconds.append(time.perf_counter() - started)
        return min(seconds)

    json_alone = best(lambda: json.loads(json.dumps(data)))
    assert best(lambda: encode_analysis(large)) < 3 * json_alone
    assert best(lambda: decode_analysis(data)) < 5 * json_alone


# --- tables ------------------------------------------------------------------------------

EVENT = Event(
    event_id="v1",
    reports=("r1",),
    denials=(),
    withdrawn=(),
    type="PROTEST",
    mode="demo",
    realis="actual",
    polarity="positive",
    retold=False,
    actors=(Actor(name="rail workers"),),
    alleged_actors=(),
    recipients=(),
    place=Place(name="Belt"),
    earliest=date(2021, 3, 1),
    latest=date(2021, 3, 1),
    counts=(),
    corroboration=Corroboration(reports=1, texts=1, voices=("union",), owners=(), sides=()),
    contradictions=(),
    rule="first",
)
QUOTE = Quote(
    quote_id="q1",
    kind="indirect",
    content=(passage("Rail workers marched"),),
    chain=CHAIN,
    speaker="union",
    speaker_evidence=passage("the union"),
    cue=passage("said"),
    medium=None,
    made_by="test",
)
CLAIM = Claim(
    claim_id="c1", kind="statement", content=passage("Two"), chain=CHAIN, about=(), made_by="test"
)


@pytest.mark.parametrize(
    ("record", "cells"),
    [
        (
            REPORT,
            {"actors": ["rail workers"], "place": "Belt", "injured": 2, "speakers": ["union"]},
        ),
        (REPORT, {"earliest": date(2021, 3, 1), "killed": None, "stance": "states"}),
        (QUOTE, {"speaker": "union", "quote": "Rail workers marched", "start": 0, "end": 20}),
        (CLAIM, {"claim_id": "c1", "text_id": TEXT_ID, "quote": "Two"}),
        (EVENT, {"event_id": "v1", "texts": 1, "voices": ["union"], "place": "Belt"}),
    ],
)
def test_tables_have_a_row_a_record(record: object, cells: dict[str, Any]) -> None:
    (row,) = to_arrow([record]).to_pylist()
    assert {name: row[name] for name in cells} == cells


def test_a_table_of_nothing_has_its_columns() -> None:
    assert to_arrow([], Report).schema == to_arrow([REPORT]).schema


@pytest.mark.parametrize("rows", [[], [REPORT, QUOTE], [passage("Belt")]])
def test_a_table_needs_records_of_one_class(rows: list[object]) -> None:
    with pytest.raises(TypeError, match="one class"):
        to_arrow(rows)


def test_without_pyarrow_a_table_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match=r"reportedly\[tables\]"):
        to_arrow([REPORT])
