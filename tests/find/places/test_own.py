"""Gazetteers of the user's: what they add, and one clear line for each kind of fault.

All places are invented.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.cli import main
from reportedly.errors import OptionError
from reportedly.find.places import Gazetteer, find_places, load_gazetteer, read_own_gazetteer
from reportedly.parse import Document
from reportedly.resources import analyser_hash

ROWS = """name,lat,lon,kind,country,other_names,from,to,id,within,population
Camp Orlun,-1.5,37.3,site,KE,Orlun Camp|کمپ اورلون,,,orlun,184745,
Nairobi,10,20,town,QQ,,,,other-nairobi,,900
Old Belt,1,2,town,QQ,,1911,1996-05,belt,,
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


@pytest.fixture
def with_own(gazetteer: Gazetteer, own: Path) -> Gazetteer:
    return load_gazetteer(own=[own])


def test_names_in_any_spelling_lead_to_it(with_own: Gazetteer) -> None:
    for name in ("Camp Orlun", "CAMP-ORLUN", "Orlun Camp", "کمپ اورلون"):
        (entry,) = with_own.lookup(name)
        assert (entry.id, entry.kind, entry.precision, entry.own) == (
            "own:orlun", "site", "site", True,
        )  # fmt: skip
        assert entry.holders == ("184745",)
    assert with_own.longest_from("orlun") == 2


def test_it_stands_before_equal_names_and_wins(
    with_own: Gazetteer, parse_text: Callable[..., Document]
) -> None:
    first, *others = with_own.lookup("Nairobi")
    assert first.own
    assert others
    mentions = find_places(parse_text("Police held two people in Nairobi."), with_own)
    assert [m.place.gazetteer_id for m in mentions if m.place] == ["own:other-nairobi"]


def test_names_have_dates(with_own: Gazetteer) -> None:
    (entry,) = with_own.lookup("Old Belt")
    assert (entry.first, entry.last) == (date(1911, 1, 1), date(1996, 5, 31))
    assert entry.bears_name_on(date(1950, 1, 1))
    assert not entry.bears_name_on(date(2020, 1, 1))
    assert entry.bears_name_on(None)


def test_versions_change_with_the_file(gazetteer: Gazetteer, own: Path) -> None:
    versions, hashes = {gazetteer.version}, {analyser_hash(None)}
    for _ in range(2):
        versions.add(load_gazetteer(own=[own]).version)
        hashes.add(analyser_hash(None, [own]))
        own.write_text(ROWS + "Dorna,3,4,,,,,,,,\n", encoding="utf-8")
    assert len(versions) == len(hashes) == 3


def test_geojson_gives_the_middle_of_an_area(tmp_path: Path) -> None:
    path = tmp_path / "own.geojson"
    area = {"type": "Polygon", "coordinates": [[[10, 0], [14, 0], [14, 6], [10, 6], [10, 0]]]}
    point = {"type": "Point", "coordinates": [20, 5, 1200]}
    features = [
        {"type": "Feature", "geometry": area, "properties": {"name": "Sena", "kind": "province"}},
        {"type": "Feature", "geometry": point, "id": 7,
         "properties": {"name": "Arvan", "other_names": ["Ārvān", "ارون"], "population": 5000}},
    ]  # fmt: skip
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    places = read_own_gazetteer(path).by_key
    assert (places["sena"][0].lat, places["sena"][0].lon) == (3.0, 12.0)
    assert places["ارون"][0].id == "own:7"
    assert places["arvan"][0].population == 5000


def test_the_bundled_example_is_read() -> None:
    with as_file(files("reportedly.data") / "sample" / "gazetteer.csv") as path:
        assert read_own_gazetteer(path).by_key


HEAD = "name,lat,lon,kind,country,from,to,id\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("name,lat\nA,1\n", "line 1: no column lon"),
        ("name,lat,lon,colour\nA,1,2,red\n", "line 1: unknown column 'colour'"),
        ("name,lat,lon\nA,1\n", "line 2: a cell too many or too few"),
        ("name,lat,lon\nA,1,2,3\n", "line 2: a cell too many or too few"),
        ("name,lat,lon\nA,north,2\n", "line 2: lat 'north' is no number"),
        ("name,lat,lon\nA,1,2\nB,95,2\n", "line 3: lat '95' is not between -90 and 90"),
        ("name,lat,lon\nA,1,nan\n", "line 2: lon 'nan' is not between -180 and 180"),
        ("name,lat,lon\n  ,1,2\n", "line 2: no name"),
        (HEAD + "A,1,2,castle,,,,\n", "line 2: unknown kind 'castle'"),
        (HEAD + "A,1,2,,Kenya,,,\n", "line 2: country 'Kenya' is no ISO 3166-1 code"),
        (HEAD + "A,1,2,,,17/5/1996,,\n", "line 2: from '17/5/1996' is no YYYY"),
        (HEAD + "A,1,2,,,1996-02-31,,\n", "line 2: from '1996-02-31' is no YYYY"),
        (HEAD + "A,1,2,,,1996,1990,\n", "line 2: 'to' 1990 is before 'from' 1996"),
        (HEAD + "A,1,2,,,,,x\nB,1,2,,,,,x\n", "line 3: id 'x' is also that of line 2"),
        ("name,lat,lon,population\nA,1,2,many\n", "line 2: population 'many' is no whole number"),
        ('name,lat,lon\n"A,1,2\n', "unexpected end of data"),
        ("name,lat,lon\n", "holds no place"),
        ("", "line 1: no column name, lat, lon"),
        ("name,lat,lon\nA\x00,1,2\n", "line 2: a zero byte"),
    ],
)
def test_a_broken_csv_is_told_in_one_line(tmp_path: Path, text: str, reason: str) -> None:
    _assert_told(tmp_path / "own.csv", text.encode(), reason)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "line 1: no JSON"),
        ("[]", "no GeoJSON FeatureCollection"),
        ('{"type": "FeatureCollection", "features": [3]}', "feature 1: no Feature"),
        (
            '{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null}]}',
            "feature 1: no geometry",
        ),
        (
            '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": '
            '{"name": "A"}, "geometry": {"type": "Point", "coordinates": ["1", 2]}}]}',
            "feature 1: coordinates are no lists of numbers",
        ),
        (
            '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, '
            '"geometry": {"type": "Point", "coordinates": [1, 2]}}]}',
            "feature 1: no name",
        ),
    ],
)
def test_a_broken_geojson_is_told_in_one_line(tmp_path: Path, text: str, reason: str) -> None:
    _assert_told(tmp_path / "own.geojson", text.encode(), reason)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    latin = "name,lat,lon\nÅland,1,2\n".encode("latin-1")
    _assert_told(tmp_path / "latin.csv", latin, "line 2: no UTF-8 text")
    _assert_told(tmp_path / "binary.csv", bytes(range(256)) * 9, "no UTF-8 text")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="cannot be read"):
        read_own_gazetteer(tmp_path / "none.csv")


@pytest.mark.parametrize("command", ["code", "analyse", "read"])
def test_the_command_line_exits_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    broken, article = tmp_path / "broken.csv", tmp_path / "article.txt"
    broken.write_text("name,lat,lon\nA,north,2\n", encoding="utf-8")
    article.write_text("Police held two people in Nairobi.", encoding="utf-8")
    given = [command, str(article), "--gazetteer", str(broken)]
    into = tmp_path / "news"
    assert main([*given, "--into", str(into)] if command == "read" else given) == 2
    said = capsys.readouterr().err.strip()
    assert "line 2: lat 'north' is no number" in " ".join(said.split())
    assert not into.exists()


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_told(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(b"name,lat,lon\n" + data)
    try:
        read_own_gazetteer(path)
    except OptionError as error:
        assert "\n" not in str(error)
        assert str(path) in str(error)


def _assert_told(path: Path, data: bytes, reason: str) -> None:
    path.write_bytes(data)
    with pytest.raises(OptionError) as told:
        read_own_gazetteer(path)
    assert str(told.value).startswith(f"{path}: {reason}") or reason in str(told.value)
    assert "\n" not in str(told.value)
