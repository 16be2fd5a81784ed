"""Rows of JSON Lines, JSON, CSV and TSV. All texts are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportedly.ingest import Outcome, read_inputs
from reportedly.records import Problem, RawDocument


def read(path: Path, content: str | bytes, **more: int) -> list[Outcome]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_inputs([path], **more))


def rows(outcomes: list[Outcome]) -> list[dict[str, object]]:
    return [json.loads(o.content) for o in outcomes if isinstance(o, RawDocument)]


def test_json_lines(tmp_path: Path) -> None:
    content = '{"id": "a", "text": "Boats left Orla."}\n\n{"text": "Rain in Orla.", "id": 2}'
    outcomes = read(tmp_path / "news.jsonl", content)
    assert rows(outcomes) == [
        {"id": "a", "text": "Boats left Orla."},
        {"id": 2, "text": "Rain in Orla."},
    ]
    assert [o.position for o in outcomes if isinstance(o, RawDocument)] == [1, 3]


def test_the_raw_of_a_row_does_not_depend_on_how_it_is_written(tmp_path: Path) -> None:
    content = '{"id": "a", "text": "É"}\n{ "text":"\\u00c9",  "id":"a" }\n'
    first, second = read(tmp_path / "news.ndjson", content)
    assert isinstance(first, RawDocument)
    assert isinstance(second, RawDocument)
    assert first.raw_id == second.raw_id


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "no end', "broken JSON at character"),
        ("no json", "broken JSON at character 0"),
        ('["a", "b"]', "not a row"),
        ('{"id": "x", "body": "Rain."}', "row without text (columns: body, id)"),
        ('{"text": "  "}', "row without text"),
        ('{"text": null}', "row without text"),
        ('{"text": ["Rain."]}', "row without text"),
        ("[" * 100_000, "broken JSON"),
    ],
)
def test_a_bad_line_is_one_problem_and_the_next_line_is_read(
    tmp_path: Path, line: str, reason: str
) -> None:
    problem, good = read(tmp_path / "news.jsonl", line + '\n{"text": "Rain in Orla."}\n')
    assert isinstance(problem, Problem)
    assert reason in problem.reason
    assert problem.position == 1
    assert isinstance(good, RawDocument)


def test_a_problem_keeps_the_id_of_its_row(tmp_path: Path) -> None:
    (problem,) = read(tmp_path / "news.jsonl", '{"id": "x7"}\n')
    assert isinstance(problem, Problem)
    assert problem.input_id == "x7"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", ["news.jsonl", "news.json", "news.csv"])
def test_encodings(tmp_path: Path, name: str, encoding: str) -> None:
    content = {
        "news.jsonl": '{"text": "Nächte in Orlà"}\n',
        "news.json": '[{"text": "Nächte in Orlà"}]',
        "news.csv": "text\nNächte in Orlà\n",
    }[name]
    assert rows(read(tmp_path / name, content.encode(encoding))) == [{"text": "Nächte in Orlà"}]


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        ('[{"text": "One."}, {"text": "Two."}]', ["One.", "Two."]),
        ('{"text": "One."}', ["One."]),
        ('{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),  # JSON Lines misnamed
    ],
)
def test_json_files(tmp_path: Path, content: str, texts: list[str]) -> None:
    outcomes = read(tmp_path / "news.json", content)
    assert [row["text"] for row in rows(outcomes)] == texts


def test_broken_json_files_name_the_line(tmp_path: Path) -> None:
    (problem,) = read(tmp_path / "news.json", '[\n{"text": "One."},\n{"text": }\n]')
    assert isinstance(problem, Problem)
    assert "broken JSON at line 3" in problem.reason


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", 'id,text\n1,"Rain, and wind\nin Orla."\n'),
        ("b.csv", 'id;text\n1;"Rain, and wind\nin Orla."\n'),  # as spreadsheets write it
        ("c.tsv", 'id\ttext\n1\t"Rain, and wind\nin Orla."\n'),
        ("d.csv", 'ID, Text \n1,"Rain, and wind\nin Orla."\n\n'),
    ],
)
def test_tables(tmp_path: Path, name: str, content: str) -> None:
    assert rows(read(tmp_path / name, content)) == [{"id": "1", "text": "Rain, and wind\nin Orla."}]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("id,body\n1,Rain.\n", "no column 'text' (columns: id, body)"),
        ("id,text\n", "no rows"),
        ("id,text\n1,Rain.,more,more\n", "row of 4 fields under 2 columns"),
        ("id,text\n1,\n", "row without text"),
    ],
)
def test_bad_tables(tmp_path: Path, content: str, reason: str) -> None:
    (problem,) = read(tmp_path / "news.csv", content)
    assert isinstance(problem, Problem)
    assert reason in problem.reason


def test_long_cells_are_read(tmp_path: Path) -> None:
    text = "word " * 60_000  # above the csv module's own limit of 131,072 characters
    assert rows(read(tmp_path / "news.csv", f"text\n{text}\n")) == [{"text": text}]
