"""Programs that we did not write read the exports of the invented sample corpus."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

import reportedly
from reportedly.export import FORMATS, UNREDACTED, acled_like
from reportedly.export.fields import names
from reportedly.export.settlements import FLOOR, load_settlements
from reportedly.news import News

SAMPLES = Path(__file__).parents[2] / "benchmarks" / "invented"


@pytest.fixture(scope="module")
def exported(invented: News, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every format, named after it."""
    folder = tmp_path_factory.mktemp("formats")
    for name in FORMATS:
        invented.export(name, folder / name)
    return folder


@pytest.fixture(scope="module")
def exported_second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same of the second invented corpus."""
    folder = tmp_path_factory.mktemp("second")
    reportedly.read([SAMPLES / "second" / "articles.jsonl"], into=folder / "news")
    news = News.open(folder / "news")
    (folder / "formats").mkdir()
    for name in FORMATS:
        news.export(name, folder / "formats" / name)
    return folder / "formats"


def _leaks(folder: Path, gold: Path) -> list[tuple[str, str]]:
    """Files with private words of the gold in them; `scoring` is unredacted and says so."""
    articles = json.loads(gold.read_text("utf-8"))["articles"]
    private = {p["text"] for article in articles for p in article.get("private", ())}
    assert len(private) > 5
    return [
        (path.name, words)
        for path in sorted(folder.iterdir())
        if path.name.split(".")[0] not in UNREDACTED
        for words in sorted(private)
        if words.encode() in path.read_bytes()
    ]


def test_no_private_person_street_or_venue_in_any_byte(exported: Path) -> None:
    assert _leaks(exported, SAMPLES / "gold.json") == []


def test_nor_in_the_second_corpus(exported_second: Path) -> None:
    assert _leaks(exported_second, SAMPLES / "second" / "gold.json") == []


def test_no_small_town_is_named(exported: Path, invented: News) -> None:
    settlements = load_settlements(FLOOR)
    told = [e.place for e in invented.collection.links.events() if e.place]
    small = {place.name for place in told if settlements.is_small(place)}
    wider = {w.name for place in told if settlements.is_small(place)
             if (w := settlements.wider(place))}  # fmt: skip
    rows = json.loads((exported / "geojson").read_text("utf-8"))["features"]
    assert {row["properties"]["place"] for row in rows} & (small - wider) == set()


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


def _read_by_r(script: str) -> list[str]:
    """The lines that an R script prints; skips where R is not installed."""
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("no R here")
    done = subprocess.run(
        [program, "--vanilla", "-e", script], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def test_r_reads_the_acled_like_columns_as_acledr_wants_them(exported: Path) -> None:
    # acledR's acled_update: names set-equal; its transforms do arithmetic and dates on these
    lines = _read_by_r(f"""
        d <- read.csv("{exported / "acled-like"}", encoding = "UTF-8")
        cat(length(names(d)), nrow(d) > 5, "\\n")
        cat(class(d$year), class(d$fatalities), class(d$iso), class(d$latitude), "\\n")
        cat(sum(is.na(as.Date(d$event_date, format = "%Y-%m-%d"))), anyDuplicated(d$event_id_cnty))
        cat("\\n", names(d), sep = ",")
    """)
    assert lines[0].split() == ["31", "TRUE"]
    assert lines[1].split() == ["integer", "integer", "integer", "numeric"]
    assert lines[2].split() == ["0", "0"]
    assert set(filter(None, lines[3].split(","))) == set(names(acled_like.FIELDS))


def test_r_reads_reports_as_eventreport_wants_them(exported: Path) -> None:
    # its aggregation groups by event_id and takes minima, maxima and modes of these columns
    lines = _read_by_r(f"""
        d <- read.csv("{exported / "report-csv"}", encoding = "UTF-8", na.strings = "")
        wanted <- c("id", "event_id", "country", "date_start", "date_end", "city", "location",
          "latitude", "longitude", "geo_precision", "actor1", "actor1_type", "actor1_precision",
          "deaths_best", "deaths_low", "deaths_high", "injuries_best", "source", "source_author",
          "source_type", "unit_of_analysis")
        cat(setdiff(wanted, names(d)), "\\n")
        cat(class(d$deaths_best), class(d$deaths_low), class(d$geo_precision), "\\n")
        a <- aggregate(deaths_best ~ event_id, d, max)
        cat(nrow(a) > 0, all(d$deaths_low <= d$deaths_high, na.rm = TRUE), anyDuplicated(d$id))
    """)
    assert lines[0].split() == []
    assert lines[1].split() == ["integer", "integer", "integer"]
    assert lines[2].split() == ["TRUE", "TRUE", "0"]
