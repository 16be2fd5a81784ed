"""One text from Python, and tables in a notebook; texts are invented."""

from __future__ import annotations

import json

import pytest

import reportedly
from reportedly.codec import decode_analysis
from reportedly.errors import InputError, OptionError
from reportedly.tables import Table

TEXT = 'Police arrested 14 people in Cusco on Friday. "They took my brother," said Ana Quill.'


def test_a_notebook_shows_the_spans_marked() -> None:
    html = reportedly.analyse(TEXT, published="2024-03-18")._repr_html_()
    assert ">arrested</mark><sub>COERCE arrest</sub>" in html
    assert 'title="Cusco, PE"' in html
    assert 'title="direct: Ana Quill"' in html


def test_only_the_kinds_asked_for_are_marked() -> None:
    html = reportedly.analyse(TEXT, published="2024-03-18", only=["places"])._repr_html_()
    assert "Cusco, PE" in html
    assert "COERCE" not in html


def test_the_json_is_the_public_format() -> None:
    result = reportedly.analyse(TEXT, published="2024-03-18", outlet="The Coro Post")
    data = json.loads(result.to_json())
    assert decode_analysis(data["analysis"]) == result.analysis
    assert data["article"]["outlet"] == "The Coro Post"


def test_without_a_publication_day_a_weekday_stays_open() -> None:
    (report,) = [r for r in reportedly.analyse(TEXT).reports if r.type == "COERCE"]
    assert report.date is None or report.date.value.earliest is None


def test_bad_arguments_are_named() -> None:
    with pytest.raises(OptionError, match="published"):
        reportedly.analyse(TEXT, published="soon")
    with pytest.raises(InputError, match="without text"):
        reportedly.analyse(" \n ")


def test_a_table_is_a_sequence_and_a_frame() -> None:
    table = Table("events", ({"id": "e-1", "actors": ["A", "B"]}, {"id": "e-2", "actors": []}))
    assert [row["id"] for row in table] == ["e-1", "e-2"]
    assert "<td>A, B</td>" in table._repr_html_()
    assert Table("events", ())._repr_html_() == "<p>no events</p>"
    assert list(table.to_pandas()["id"]) == ["e-1", "e-2"]
    assert table.to_arrow().num_rows == 2
