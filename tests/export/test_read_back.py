"""Programs that we did not write read the exports of the invented sample corpus."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from reportedly.export import FORMATS
from reportedly.news import News

GOLD = Path(__file__).parents[2] / "benchmarks" / "invented" / "gold.json"


@pytest.fixture(scope="module")
def exported(invented: News, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every format, named after it."""
    folder = tmp_path_factory.mktemp("formats")
    for name in FORMATS:
        invented.export(name, folder / name)
    return folder


def test_no_private_person_street_or_venue_in_any_byte(exported: Path) -> None:
    gold = json.loads(GOLD.read_text("utf-8"))
    private = {p["text"] for article in gold["articles"] for p in article.get("private", ())}
    assert len(private) > 5
    leaks = [
        (path.name, words)
        for path in sorted(exported.iterdir())
        for words in sorted(private)
        if words.encode() in path.read_bytes()
    ]
    assert leaks == []


def test_pandas_reads_the_tables(exported: Path) -> None:
    import pandas

    reports = pandas.read_csv(exported / "report-csv", parse_dates=["date_start"])
    assert str(reports["date_start"].dtype).startswith("datetime64")
    assert reports["latitude"].dtype == "float64"
    rows = pandas.read_csv(exported / "acled-like")
    assert rows["fatalities"].dtype == "int64"
    events = pandas.read_csv(exported / "gdelt", sep="\t", header=None, dtype=str)
    assert events.shape[1] == 61


def test_duckdb_and_polars_read_parquet(exported: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    polars = pytest.importorskip("polars")
    frame = polars.read_parquet(exported / "parquet")
    assert str(frame.schema["date_start"]) == "Date"
    assert str(frame.schema["deaths_best"]) == "Int64"
    file = exported / "parquet.events.parquet"
    counted = duckdb.connect().execute(f"SELECT count(*) FROM read_parquet('{file}')").fetchall()
    assert counted[0][0] > 20


def test_gdal_opens_the_geojson(exported: Path) -> None:
    pyogrio = pytest.importorskip("pyogrio")
    facts = pyogrio.read_info(exported / "geojson")
    assert (facts["geometry_type"], facts["crs"]) == ("Point", "EPSG:4326")
    assert facts["features"] > 10


def test_networkx_reads_the_graphs(exported: Path) -> None:
    networkx = pytest.importorskip("networkx")
    actors = networkx.read_gexf(exported / "graph")
    assert actors.is_directed()
    assert {data["type"] for _, _, data in actors.edges(data=True)} >= {"ASSAULT"}
    outlets = networkx.read_gexf(exported / "graph.copies.gexf")
    assert outlets.number_of_edges() > 3


def test_followthemoney_accepts_every_entity(exported: Path) -> None:
    followthemoney = pytest.importorskip("followthemoney")
    model = followthemoney.model
    seen: Counter[str] = Counter()
    for line in (exported / "ftm").read_text("utf-8").splitlines():
        entity = json.loads(line)
        schema = model.get(entity["schema"])
        schema.validate(entity)
        assert "topics" not in entity["properties"]
        seen[entity["schema"]] += 1
    assert {"Event", "Article", "Address", "Organization"} <= set(seen)


def test_plover_lines_fit_their_schema(exported: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(
        (Path(__file__).parents[2] / "docs" / "formats" / "plover.schema.json").read_text("utf-8")
    )
    validator = jsonschema.Draft202012Validator(schema)
    for line in (exported / "plover").read_text("utf-8").splitlines():
        assert list(validator.iter_errors(json.loads(line))) == []


def test_the_log_keeps_why_a_restricted_export_was_made(invented: News, tmp_path: Path) -> None:
    invented.export("report-csv", tmp_path / "r.csv", restricted="court order 12")
    assert any("court order 12" in detail for _, _, detail in invented.collection.log_entries())
