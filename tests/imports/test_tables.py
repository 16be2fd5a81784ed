"""Hostile files: each broken row is one line with its number and reason, and the rest is read.

All rows are invented.
"""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import DataError
from reportedly.imports import check_maps, load_map, read_rows, shipped_map
from reportedly.imports.maps import check_map
from reportedly.imports.tables import Cells, Fault, read_cells
from reportedly.records import CodedRow

HEAD = "event_id_cnty,event_date,event_type,location,latitude,longitude,country,notes,fatalities\n"
GOOD = "X1,2024-03-12,Protests,Sena,1.5,2.5,Peru,A march.,0\n"


def read(path: Path, content: bytes | str, **options: str) -> list[CodedRow | Fault]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_rows(path, shipped_map("acled"), **options))


def faults(found: list[CodedRow | Fault]) -> list[str]:
    return [str(one) for one in found if isinstance(one, Fault)]


def test_a_row_becomes_a_record_of_its_source(tmp_path: Path) -> None:
    (row,) = read(tmp_path / "rows.csv", HEAD + GOOD, source="desk")
    assert isinstance(row, CodedRow)
    assert (row.source, row.file, row.line, row.own_id) == ("desk", "rows.csv", 2, "X1")
    assert (row.types, str(row.earliest)) == (("PROTEST",), "2024-03-12")
    assert row.place and (row.place.name, row.place.country, row.place.lat) == ("Sena", "PE", 1.5)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("X1,2024-13-12,Protests,Sena,1,2,Peru,,0", "event_date: '2024-13-12' is no day"),
        ("X1,,Protests,Sena,1,2,Peru,,0", "no day in event_date"),
        ("X1,2024-03-12,Picnics,Sena,1,2,Peru,,0", "the map has no type 'Picnics'"),
        ("X1,2024-03-12,,Sena,1,2,Peru,,0", "no type in event_type"),
        ("X1,2024-03-12,Protests,Sena,north,2,Peru,,0", "latitude 'north' is no number"),
        ("X1,2024-03-12,Protests,Sena,91,2,Peru,,0", "latitude '91' is no number"),
        ("X1,2024-03-12,Protests,Sena,nan,2,Peru,,0", "latitude 'nan' is no number"),
        ("X1,2024-03-12,Protests,Sena,1,2,Peru,,-4", "fatalities: '-4' is no number of people"),
        ("X1,2024-03-12,Protests,Sena,1,2,Peru,,99999999999", "is no number of people"),
        ("X1,2024-03-12,Protests,Sena,1,2,Peru,,=1+1", "'=1+1' is no number of people"),
        ("X1,=NOW(),Protests,Sena,1,2,Peru,,0", "'=NOW()' is no day"),
        ("X1,2024-03-12,Protests", "3 cells under 9 columns"),
        ("X1,2024-03-12,Protests,Sena,1,2,Peru,a,b,c,0", "11 cells under 9 columns"),
        ('X1,2024-03-12,Protests,"Sena,1,2,Peru,,0', "a quote that is not closed"),
    ],
)
def test_a_broken_row_is_one_line_and_the_next_is_read(
    line: str, reason: str, tmp_path: Path
) -> None:
    found = read(tmp_path / "rows.csv", f"{HEAD}{line}\n{GOOD}")
    (told,) = faults(found)
    assert told.startswith("rows.csv row 2: ")
    assert reason in told
    assert "\n" not in told
    assert isinstance(found[-1], CodedRow)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b"id,kind\na,b\n", "no column event_date, event_type"),
        (b"event_date,event_type,event_type\n", "two columns event_type"),
        (("\ufeff" + HEAD).encode("utf-16"), "not UTF-8"),
        (b'"event_date,event_type\n' + b"a,b\n" * 500, "a quote that is not closed"),
        (b"event_date,\xff\xfe,event_type\n", "is no utf-8"),
    ],
)
def test_a_file_without_names_is_one_line(content: bytes, reason: str, tmp_path: Path) -> None:
    (told,) = faults(read(tmp_path / "rows.csv", content))
    assert told.startswith("rows.csv row 1: ")
    assert reason in told


def test_a_missing_file_and_encoding_are_one_line(tmp_path: Path) -> None:
    (told,) = read_rows(tmp_path / "no.csv", shipped_map("acled"))
    assert "cannot be read: No such file" in str(told)
    (told,) = faults(read(tmp_path / "rows.csv", HEAD, encoding="klingon"))
    assert "no encoding 'klingon'" in told


def test_bytes_of_another_encoding(tmp_path: Path) -> None:
    content = (HEAD + GOOD.replace("Sena", "Cañete") + GOOD).encode("cp1252")
    found = read(tmp_path / "rows.csv", content)
    assert faults(found) == ["rows.csv row 2: byte 0xf1 is no utf-8: give --encoding"]
    first, _ = read(tmp_path / "rows.csv", content, encoding="cp1252")
    assert isinstance(first, CodedRow) and first.place and first.place.name == "Cañete"


def test_two_stray_quotes_do_not_swallow_what_lies_between(tmp_path: Path) -> None:
    stray = GOOD.replace("A march", 'A 5" pipe')
    rows = [GOOD.replace("X1", f"X{n}") for n in range(20)]
    rows[3], rows[15] = stray.replace(",A 5", ',"A 5'), stray.replace(",A 5", ',"A 5')
    found = read(tmp_path / "rows.csv", HEAD + "".join(rows))
    assert len(faults(found)) == 2
    assert sum(isinstance(one, CodedRow) for one in found) == 18


def test_cells_of_several_lines_formulas_nul_and_separators(tmp_path: Path) -> None:
    note = '"Two lines:\n""one"" and\nthree"'
    content = HEAD + GOOD.replace("A march.", note) + GOOD.replace("Sena", "'=cmd|' /C calc'!A1")
    content += GOOD.replace("Sena", "Se\x00na") + ",,,,,,,,\n\n"
    first, second, third = read(tmp_path / "rows.csv", content)
    assert isinstance(first, CodedRow) and first.words == 'Two lines:\n"one" and\nthree'
    assert isinstance(second, CodedRow) and second.place and second.place.name[0] == "="
    assert isinstance(third, CodedRow) and third.line == 6
    (row,) = read(tmp_path / "rows.csv", (HEAD + GOOD).replace(",", ";"))
    assert isinstance(row, CodedRow)


def test_a_very_long_line_is_left_out(tmp_path: Path) -> None:
    content = HEAD + "x" * 3_000_000 + "\n" + GOOD
    found = read(tmp_path / "rows.csv", content)
    assert "a line of more than 131072 bytes" in faults(found)[0]
    assert isinstance(found[-1], CodedRow)


def test_many_rows_take_constant_memory(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"

    def peak(count: int) -> int:
        with path.open("w") as file:
            file.write(HEAD)
            for number in range(count):
                file.write(GOOD.replace("X1", f"X{number}"))
        tracemalloc.start()
        assert sum(1 for _ in read_rows(path, shipped_map("acled"))) == count
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(10)  # tables of countries and the like are loaded
    assert peak(20_000) < peak(2_000) + 200_000


@settings(deadline=None, max_examples=60)
@given(content=st.binary(max_size=400) | st.text('a,"\n;=\t\r\x00é', max_size=400).map(str.encode))
def test_no_file_raises(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "hostile.csv"
    path.write_bytes(b"event_date,event_type\n" + content)
    lines = content.count(b"\n") + 2
    for one in read_cells(path, ["event_date"]):
        assert isinstance(one, Cells | Fault)
        assert 1 <= one.line <= lines


# --- maps -----------------------------------------------------------------------------------


def test_shipped_maps_have_no_faults() -> None:
    assert check_maps() == []


def test_a_map_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        'name = "mine"\nneeded = ["when"]\n[columns]\nfirst_day = "when"\ntype = "what"\n'
        'day_formats = ["%d.%m.%Y"]\n[types]\nmarch = ["PROTEST demo"]\n'
    )
    rows = tmp_path / "rows.csv"
    rows.write_text("when,what\n12.03.2024,March\n")
    (row,) = read_rows(rows, load_map(path))
    assert isinstance(row, CodedRow) and str(row.latest) == "2024-03-12"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = ", "no TOML"),
        ('name = "x"', "no columns"),
        ('name = "x"\nneeded = ["a"]\n[columns]\ntype = "t"\n[types]\na = ["PARTY"]', "no type"),
        ('name = "x"\nneeded = ["a"]\n[columns]\ncolour = "t"\n[types]\na = []', "unknown colour"),
        ('name = "x"\nneeded = ["a"]\ncolumns = 3\n[types]\na = []', "columns is no table"),
    ],
)
def test_faults_of_a_map_are_told(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text)
    assert any(said in fault for fault in check_map(path))
    with pytest.raises(DataError):
        load_map(path)
