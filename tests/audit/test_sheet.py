"""The coding sheet: what coders may write, and one line for each thing that is wrong.

All articles and codes are invented.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportedly.audit.agree import Days
from reportedly.audit.sheet import COLUMNS, CodedSheet, read_names, read_sheet, sheet_of
from reportedly.errors import OptionError


def one(**cells: str) -> CodedSheet:
    return sheet_of([{"article": "a", "type": "PROTEST", **cells}], "codes.csv")


def test_a_row_becomes_a_report() -> None:
    sheet = one(mode="demo", place="Sena", country="XX", first_day="2024-03-01", crowd="200-300",
                speakers="ministry > police", actors="Dockers; Bakers")  # fmt: skip
    assert sheet.faults == ()
    (report,) = sheet.reports["a"]
    assert report.main.days == Days(first=date(2024, 3, 1), last=date(2024, 3, 1))
    assert report.numbers == (("crowd", 200, 300),)
    assert report.chains == (("ministry", "police"),)
    assert report.main.actors == ("Dockers", "Bakers")


@pytest.mark.parametrize(
    ("cell", "number"),
    [("3", (3, 3)), ("200 - 300", (200, 300)), ("100+", (100, None)), ("up to 50", (None, 50)),
     ("?", (None, None))],
)  # fmt: skip
def test_numbers_may_be_open(cell: str, number: tuple[int | None, int | None]) -> None:
    assert one(killed=cell).reports["a"][0].numbers == (("dead", *number),)


def test_an_article_without_events_was_read() -> None:
    assert sheet_of([{"article": "a", "type": "none"}], "x").reports == {"a": ()}


def test_several_chains_may_be_right() -> None:
    assert one(speakers="police | outlet").reports["a"][0].chains == (("police",), ())


def test_another_reading_belongs_to_its_report() -> None:
    rows = [
        {"article": "a", "report": "r", "type": "PROTEST"},
        {"article": "a", "type": "REQUEST", "status": "planned", "other_reading_of": "r"},
    ]
    (report,) = sheet_of(rows, "x").reports["a"]
    assert [reading.type for reading in report.readings] == ["PROTEST", "REQUEST"]
    assert report.open_status


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"type": "PARTY"}, "no type 'PARTY'"),
        ({"article": ""}, "no article"),
        ({"status": "perhaps"}, "no status 'perhaps'"),
        ({"first_day": "1 March"}, "first_day is a day as YYYY-MM-DD"),
        ({"last_day": "2024-03-01"}, "last_day without first_day"),
        ({"first_day": "2024-03-02", "last_day": "2024-03-01"}, "is before first_day"),
        ({"latitude": "12"}, "stand together"),
        ({"latitude": "120", "longitude": "3"}, "no such point"),
        ({"killed": "many"}, "killed: 3, 200-300"),
        ({"start": "-3"}, "start is a whole number"),
        ({"other_reading_of": "r9"}, "no report r9"),
    ],
)
def test_a_fault_names_its_row(cells: dict[str, str], said: str) -> None:
    (fault,) = one(**cells).faults
    assert fault.startswith("codes.csv row 2: ")
    assert said in fault


def test_a_sheet_is_read_as_spreadsheets_write_it(tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    rows = ";".join(COLUMNS[:3]) + "\r\na;;PROTEST\r\n;;\r\n"
    path.write_bytes(b"\xef\xbb\xbf" + rows.encode())
    assert list(read_sheet(path).reports) == ["a"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"article,type\nS\xe9na,PROTEST\n", "not UTF-8"),
        (b"id,kind\na,b\n", "no column article, type"),
        (b"", "no column"),
    ],
)
def test_a_file_that_is_no_sheet_is_refused(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    path.write_bytes(content)
    with pytest.raises(OptionError, match=said):
        read_sheet(path)


def test_aliases(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    assert read_names(path) == {}
    path.write_text("name,alias\nDockers' Union,DU\nDockers' Union,the union\nBakers,\n")
    assert read_names(path) == {"Dockers' Union": ("DU", "the union"), "Bakers": ()}
