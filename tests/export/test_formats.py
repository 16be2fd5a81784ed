"""Each format's columns and values on one arrest; names are invented."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reportedly.errors import OptionError
from reportedly.export import FORMATS, UNREDACTED, Options, acled_like, gdelt, write_export
from reportedly.export.fields import names
from tests.export.conftest import ARTICLE, Collection

# acledR's `acled_update` wants these names, in any order
ACLED = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
    "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,"
    "country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,"
    "notes,fatalities,tags,timestamp"
)


def _write(small: Collection, name: str, folder: Path, **options: object) -> Path:
    path = folder / "out"
    options.setdefault("population_floor", 0)  # no gazetteer knows the invented towns
    write_export(small, name, path, Options(**options))  # type: ignore[arg-type]
    return path


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", FORMATS)
def test_equal_input_gives_equal_bytes(name: str, small: Collection, tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    first.mkdir()
    second.mkdir()
    for folder in (first, second):
        _write(small, name, folder)
    made = {p.name: p.read_bytes() for p in first.iterdir()}
    assert made == {p.name: p.read_bytes() for p in second.iterdir()}
    assert "out.manifest.json" in made


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - UNREDACTED))
def test_no_private_name_gets_out(name: str, small: Collection, tmp_path: Path) -> None:
    _write(small, name, tmp_path)
    everything = b"".join(p.read_bytes() for p in tmp_path.iterdir())
    for private in (b"Mira", b"Oyelaran", b"Tano", b"Lantern", b"baker"):
        assert private not in everything


@pytest.mark.parametrize("name", ["report-csv", "plover", "ftm"])
def test_restricted_shows_names(name: str, small: Collection, tmp_path: Path) -> None:
    path = _write(small, name, tmp_path, restricted="case file 7")
    assert b"Oyelaran" in path.read_bytes()


def test_report_csv(small: Collection, tmp_path: Path) -> None:
    row, denial = _rows(_write(small, "report-csv", tmp_path))
    assert (row["event_id"], row["event_type"], row["event_mode"]) == ("e-1", "COERCE", "arrest")
    assert (row["date_start"], row["city"], row["country"]) == ("2024-03-01", "Coro", "Peru")
    assert (row["actor1"], row["actor1_type"], row["actor2"]) == ("police", "COP", "a person")
    assert (row["source"], row["source_author"]) == ("The Coro Post", "a person")
    assert ARTICLE.text[int(row["start"]) : int(row["end"])] == ARTICLE.text
    assert (denial["stance"], denial["source_author"]) == ("denies", "Ada Quill")


def test_acled_like_has_the_31_columns(small: Collection, tmp_path: Path) -> None:
    path = _write(small, "acled-like", tmp_path)
    (row,) = _rows(path)
    assert set(row) == set(ACLED.split(",")) == set(names(acled_like.FIELDS))
    assert len(row) == 31
    assert (row["event_type"], row["sub_event_type"]) == ("Strategic developments", "Arrests")
    assert (row["iso"], row["country"], row["location"]) == ("604", "Peru", "Coro")
    assert (row["inter1"], row["fatalities"], row["geo_precision"]) == ("State forces", "0", "1")
    (extra,) = _rows(path.with_name("out.extra.csv"))
    assert (extra["event_id_cnty"], extra["denials"]) == (row["event_id_cnty"], "1")
    assert extra["caution"] == "single text; single voice; side unknown"


def test_acled_like_lists_what_is_out_of_scope(small: Collection, tmp_path: Path) -> None:
    small.told = (replace(small.told[0], realis="threatened"),)
    path = _write(small, "acled-like", tmp_path)
    assert _rows(path) == []
    (out,) = _rows(path.with_name("out.out-of-scope.csv"))
    assert (out["rule"], out["plover_type"]) == ("not-carried-out", "COERCE")


def test_plover(small: Collection, tmp_path: Path) -> None:
    (line,) = _write(small, "plover", tmp_path).read_text("utf-8").splitlines()
    event = json.loads(line)
    assert (event["event"], event["mode"], event["quad_code"]) == (["COERCE"], ["arrest"], 4)
    assert event["actor"][0] == {
        "entity_text": "police", "code": "PER", "sector": "COP", "identifier_id": "",
    }  # fmt: skip
    assert event["event_loc"]["country_code"] == "PER"
    assert [t["stance"] for t in event["text_info"]] == ["states", "denies"]
    assert "text_story" not in event["text_info"][0]


def test_gdelt_has_61_columns_at_their_places(small: Collection, tmp_path: Path) -> None:
    (line,) = _write(small, "gdelt", tmp_path).read_text("utf-8").splitlines()
    cells = line.split("\t")
    assert len(cells) == len(gdelt.FIELDS) == 61
    at = {name: cells[n] for n, name in enumerate(names(gdelt.FIELDS))}
    assert (cells[1], cells[26], cells[60]) == ("20240301", "173", "The Coro Post")
    assert (at["EventRootCode"], at["QuadClass"], at["Actor1Code"]) == ("17", "4", "PERCOP")
    assert (at["ActionGeo_Type"], at["ActionGeo_CountryCode"]) == ("4", "PE")


def test_geojson(small: Collection, tmp_path: Path) -> None:
    path = _write(small, "geojson", tmp_path)
    (feature,) = json.loads(path.read_text("utf-8"))["features"]
    assert feature["geometry"]["coordinates"] == [-70.4, -11.2]
    small.told = (replace(small.told[0], place=None),)
    _write(small, "geojson", tmp_path)
    assert len(_rows(path.with_name("out.unplaced.csv"))) == 1


def test_graph_leaves_private_persons_out(small: Collection, tmp_path: Path) -> None:
    path = _write(small, "graph", tmp_path)
    assert [row["Id"] for row in _rows(path.with_name("out.nodes.csv"))] == ["police"]
    assert _rows(path.with_name("out.edges.csv")) == []


def test_a_delay_leaves_out_what_is_new(small: Collection, tmp_path: Path) -> None:
    small.article = replace(ARTICLE, published=date(2024, 3, 2))
    path = _write(small, "report-csv", tmp_path, not_after=date(2024, 3, 1))
    assert _rows(path) == []
    assert len(_rows(_write(small, "report-csv", tmp_path, not_after=date(2024, 3, 2)))) == 2


def test_bad_options_are_named(small: Collection, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="no format 'xml'"):
        _write(small, "xml", tmp_path)
    with pytest.raises(OptionError, match="--with-texts needs --restricted"):
        _write(small, "plover", tmp_path, with_texts=True)


def test_the_manifest_says_where_it_comes_from(small: Collection, tmp_path: Path) -> None:
    path = _write(small, "report-csv", tmp_path)
    manifest = json.loads(path.with_name("out.manifest.json").read_text("utf-8"))
    assert manifest["outlets"] == {"The Coro Post": 1}
    assert "GeoNames" in manifest["gazetteer"][0]
    assert "not what happened" in manifest["note"]
    assert manifest["hidden"] == "private persons, places finer than a town"
    assert (manifest["published_from"], manifest["copies"]) == (None, 0)
    assert manifest["collection_as_of"] == "2024-03-05T10:00:00+00:00"
    assert any(model.startswith("spacy ") for model in manifest["models"])
    assert "Short quotes" in manifest["rights"]


def test_whole_texts_come_with_a_line_on_rights(small: Collection, tmp_path: Path) -> None:
    path = _write(small, "plover", tmp_path, restricted="court order 3", with_texts=True)
    manifest = json.loads(path.with_name("out.manifest.json").read_text("utf-8"))
    assert "belong to their publishers" in manifest["rights"]
    assert manifest["hidden"] == "nothing"
    event = json.loads(path.read_text("utf-8"))
    assert event["text_info"][0]["text_story"] == ARTICLE.text
