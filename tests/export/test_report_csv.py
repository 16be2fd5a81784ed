"""The report CSV hides persons and streets; invented names."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

from reportedly.export import write_report_csv
from reportedly.records import (
    Actor,
    Analysis,
    Count,
    DateValue,
    Entity,
    Evidence,
    Found,
    Link,
    Place,
    Report,
)
from tests.conftest import make_article

TEXT = (
    "Police held Mira Oyelaran, a student, on Lantern Street in Coro, "
    "her brother Tano Oyelaran said."
)
ARTICLE = make_article(TEXT, outlet="The Coro Post")


def _evidence(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(text_id=ARTICLE.text_id, start=start, end=start + len(words), quote=words)


def _found(value: object, words: str):
    return Found(value=value, evidence=_evidence(words), made_by="test")


REPORT = Report(
    report_id="r1",
    article_id=ARTICLE.article_id,
    type="COERCE",
    mode="arrest",
    act="arrest of Mira Oyelaran",
    trigger=_evidence("held"),
    evidence=_evidence(TEXT),
    realis="actual",
    polarity="positive",
    retold=False,
    attributions=(
        (
            Link(name="The Coro Post", kind="outlet", stance="states", private=False),
            Link(name="Tano Oyelaran", kind="named", stance="states"),
        ),
    ),
    made_by="test",
    actors=(_found(Actor(name="police", kind="group", sectors=("COP",)), "Police"),),
    recipients=(_found(Actor(name="Mira Oyelaran", kind="person"), "Mira Oyelaran"),),
    place=_found(
        Place(name="Lantern Street", lat=1.23456, lon=2.34567, country="PE", precision="site"),
        "Lantern Street",
    ),
    date=_found(
        DateValue(earliest=date(2024, 3, 1), latest=date(2024, 3, 1), granularity="day"), "held"
    ),
    counts=(
        _found(Count(kind="arrested", low=1, best=1, high=1, text="Mira"), "Mira"),
        _found(Count(kind="injured", low=2, best=2, high=None, text="two"), "held"),
    ),
)
ANALYSIS = Analysis(
    analyser="test",
    article_id=ARTICLE.article_id,
    text_id=ARTICLE.text_id,
    entities=tuple(
        Entity(entity_id=f"e{n}", name=name, kind="person", mentions=(_evidence(name),))
        for n, name in enumerate(("Mira Oyelaran", "Tano Oyelaran"))
    ),
    reports=(REPORT,),
)


def _rows(analysis: Analysis = ANALYSIS) -> list[dict[str, str]]:
    into = io.StringIO()
    write_report_csv([ARTICLE], {ARTICLE.article_id: analysis}, (), into)
    return list(csv.DictReader(io.StringIO(into.getvalue())))


def test_no_person_and_no_street_gets_out() -> None:
    (row,) = _rows()
    everything = " ".join(row.values())
    for private in ("Mira", "Oyelaran", "Tano", "Lantern", "1.234", "2.345"):
        assert private not in everything
    assert row["actor2"] == "a person"
    assert row["source_author"] == "a person"
    assert (row["city"], row["country"]) == ("", "PE")


def test_a_town_stays_with_its_point() -> None:
    place = _found(Place(name="Coro", lat=1.2, lon=3.4, country="PE"), "Coro")
    (row,) = _rows(replace(ANALYSIS, reports=(replace(REPORT, place=place),)))
    cells = (row["city"], row["latitude"], row["longitude"], row["geo_precision"])
    assert cells == ("Coro", "1.2000", "3.4000", "1")


def test_values_of_a_report() -> None:
    (row,) = _rows()
    assert (row["event_type"], row["event_mode"], row["actor1"], row["actor1_type"]) == (
        "COERCE", "arrest", "police", "COP",
    )  # fmt: skip
    assert (row["date_start"], row["date_end"]) == ("2024-03-01", "2024-03-01")
    assert (row["injuries_best"], row["injuries_low"], row["injuries_high"]) == ("2", "2", "2")
    assert row["deaths_best"] == ""


def test_a_cell_is_no_formula() -> None:
    actor = _found(Actor(name="=HYPERLINK(1)", kind="group"), "Police")
    (row,) = _rows(replace(ANALYSIS, reports=(replace(REPORT, actors=(actor,)),)))
    assert row["actor1"].startswith("'=")


def test_an_outlet_keeps_its_name_even_if_it_reads_like_a_person() -> None:
    entity = Entity(entity_id="e9", name="Coro Post", kind="person", mentions=(_evidence("Coro"),))
    (row,) = _rows(replace(ANALYSIS, entities=(*ANALYSIS.entities, entity)))
    assert row["source"] == "The Coro Post"


def test_an_untyped_report_is_no_row() -> None:
    assert _rows(replace(ANALYSIS, reports=(replace(REPORT, type=None),))) == []
