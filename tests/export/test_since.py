"""`--since ID`: what changed, applied to the first export, gives the second one; invented names."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import reportedly
from reportedly.cli.main import main
from reportedly.errors import OptionError
from reportedly.export import FORMATS, Options, Written, write_export
from reportedly.export.row_log import RowLog, read_logged
from reportedly.news import News
from reportedly.records import Actor, Judgement
from tests.export.conftest import EVENT, REPORT, SAMPLE, Collection, words

# the key of a row in each table of rows, by the end of its name
_KEYS = {
    "acled-like": ("event_id_cnty",), "acled-like.extra.csv": ("event_id_cnty",),
    "acled-like.out-of-scope.csv": ("event_id",), "report-csv": ("id",),
    "geojson.unplaced.csv": ("id",), "graph.nodes.csv": ("Id",),
    "graph.edges.csv": ("Source", "Target", "type"),
    "graph.copies.edges.csv": ("Source", "Target", "type"),
}  # fmt: skip
_UNTOUCHED = (".manifest.json", ".deleted.csv", "graph", "graph.copies.gexf")


def _write(source: Collection, name: str, folder: Path, logs: Path, **options: Any) -> Written:
    folder.mkdir(exist_ok=True)
    chosen = Options(population_floor=0, **options)
    return write_export(source, name, folder / name, chosen, logs)


def _before() -> Collection:
    """Two arrests, of which one will change and one will be gone."""
    union = Actor(name="Port Union", kind="organisation")
    second = replace(EVENT, event_id="e-2", reports=("r3",), denials=(), recipients=(union,))
    source = Collection(told=(EVENT, second))
    reports = (*source.found.reports, replace(REPORT, report_id="r3"))
    source.found = replace(source.found, reports=reports)
    return source


def _after() -> Collection:
    """The first is a raid now, the second is gone, a third is there."""
    guild = Actor(name="Dock Guild", kind="organisation")
    third = replace(EVENT, event_id="e-3", reports=("r4",), denials=(), recipients=(guild,))
    changed = replace(EVENT, mode="seize", actors=())
    source = Collection(told=(changed, third))
    report, denial = source.found.reports
    new = replace(REPORT, report_id="r4", evidence=words("Police"))
    source.found = replace(source.found, reports=(replace(report, mode="seize"), denial, new))
    return source


def _rows(path: Path) -> dict[str, Any]:
    """The rows of a file by their keys, as they stand there."""
    if path.name in _KEYS:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        keys = _KEYS[path.name]
        return {
            row[keys[0]] if len(keys) == 1 else json.dumps([row[k] for k in keys]): row
            for row in rows
        }
    if path.name == "gdelt":
        lines = path.read_text("utf-8").splitlines()
        return {line.partition("\t")[0]: line for line in lines}
    if path.name == "geojson":
        return {f["id"]: f for f in json.loads(path.read_text("utf-8"))["features"]}
    if path.name in ("plover", "ftm"):
        return {json.loads(line)["id"]: line for line in path.read_text("utf-8").splitlines()}
    if path.name.startswith("parquet"):
        parquet = pytest.importorskip("pyarrow.parquet")
        return {row["id"]: row for row in parquet.read_table(path).to_pylist()}
    parts = json.loads(path.read_text("utf-8"))
    return {f"{part} {row['id']}": row for part, rows in parts.items() for row in rows}


@pytest.mark.parametrize("name", FORMATS)
def test_the_first_export_with_what_changed_is_the_second(name: str, tmp_path: Path) -> None:
    logs = tmp_path / "exports"
    first = _write(_before(), name, tmp_path / "first", logs)
    full = _write(_after(), name, tmp_path / "full", logs)
    delta = _write(_after(), name, tmp_path / "delta", logs, since=first.export_id)
    assert full.export_id == delta.export_id != first.export_id
    with (tmp_path / "delta" / f"{name}.deleted.csv").open(encoding="utf-8", newline="") as file:
        deleted = [(row["part"], row["key"]) for row in csv.DictReader(file)]
    compared = 0
    for path in sorted((tmp_path / "full").iterdir()):
        if path.name.endswith(_UNTOUCHED):
            continue
        part = path.name.removeprefix(name)
        applied = _rows(tmp_path / "first" / path.name)
        for deleted_part, key in deleted:
            if name == "scoring":
                applied.pop(f"{deleted_part} {key}", None)
            elif deleted_part == part:
                del applied[key]
        applied |= _rows(tmp_path / "delta" / path.name)
        assert applied == _rows(path), path.name
        compared += 1
    assert compared
    assert sum(delta.changes.values()) > 0
    assert delta.changes["deleted"] == len(deleted)


def test_nothing_changed_writes_no_row(tmp_path: Path) -> None:
    first = _write(_before(), "report-csv", tmp_path / "1", tmp_path / "exports")
    again = _write(
        _before(), "report-csv", tmp_path / "2", tmp_path / "exports", since=first.export_id[:6]
    )
    assert again.changes == {"added": 0, "changed": 0, "deleted": 0}
    assert _rows(tmp_path / "2" / "report-csv") == {}
    assert f"rows since {first.export_id}: 0 added" in str(again)


def test_an_export_that_is_not_there_or_of_another_format_is_refused(tmp_path: Path) -> None:
    logs = tmp_path / "exports"
    with pytest.raises(OptionError, match="no export has the id 123"):
        _write(_before(), "plover", tmp_path / "a", logs, since="123")
    first = _write(_before(), "report-csv", tmp_path / "a", logs)
    with pytest.raises(OptionError, match="was an export as report-csv, not plover"):
        _write(_before(), "plover", tmp_path / "b", logs, since=first.export_id)
    assert [path.name for path in logs.iterdir()] == [f"{first.export_id}.rows"]


def test_a_log_holds_no_words(tmp_path: Path) -> None:
    _write(_before(), "report-csv", tmp_path / "a", tmp_path / "exports", restricted="case 7")
    (log,) = (tmp_path / "exports").iterdir()
    assert b"Oyelaran" not in log.read_bytes()


def test_a_row_is_noted_once(tmp_path: Path) -> None:
    with RowLog(None, "plover") as log:
        assert log.add("", "a" * 64, "one") == "added"
        assert log.add("", "a" * 64, "two") is None


def test_lines_of_the_log_are_read_back() -> None:
    logged = read_logged("0123456789ab report-csv to a: b.csv: 3 reports; restricted: case: 7")
    assert logged is not None
    assert (logged.id, logged.format) == ("0123456789ab", "report-csv")
    assert str(logged).endswith("restricted: case: 7")
    assert read_logged("report-csv to out.csv: 3 reports") is None


def test_articles_and_judgements_are_what_changes(tmp_path: Path, capsys: Any) -> None:
    lines = SAMPLE.read_text("utf-8").splitlines()
    news, rows = tmp_path / "news", tmp_path / "articles.jsonl"
    rows.write_text("\n".join(lines[:4]), encoding="utf-8")
    reportedly.read([rows], into=news)
    assert main(["export", str(news), "--as", "report-csv", "-o", str(tmp_path / "first")]) == 0
    rows.write_text("\n".join(lines[:7]), encoding="utf-8")
    reportedly.read([rows], into=news)
    opened = News.open(news)
    event = next(e for e in opened.collection.links.events() if e.merged_into is None and e.type)
    opened.collection.add_judgement(
        Judgement(kind="reject", subject=event.reports[0], other=None, by="coder 1",
                  at="2024-03-09T09:00:00+00:00", score=None, reasons=())
    )  # fmt: skip
    opened.link()
    first = next(row["id"] for row in opened.exports())
    given = ["export", str(news), "--as", "report-csv", "-o"]
    assert main([*given, str(tmp_path / "delta"), "--since", first]) == 0
    assert main([*given, str(tmp_path / "full")]) == 0
    applied = {row["id"]: row for row in _csv(tmp_path / "first")}
    for row in _csv(tmp_path / "delta.deleted.csv"):
        del applied[row["key"]]
    applied |= {row["id"]: row for row in _csv(tmp_path / "delta")}
    full = _csv(tmp_path / "full")
    assert sorted(applied) == sorted(row["id"] for row in full)
    assert all(applied[row["id"]] == row for row in full)
    assert 0 < len(_csv(tmp_path / "delta")) < len(full)
    capsys.readouterr()
    assert main(["exports", str(news), "--json"]) == 0
    logged = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["format"] for row in logged] == ["report-csv"] * 3
    assert logged[1]["id"] == logged[2]["id"] != logged[0]["id"]
    assert "rows since" in logged[1]["what"]


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
