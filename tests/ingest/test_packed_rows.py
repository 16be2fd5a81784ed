"""Rows out of zstd and Parquet files, honest and broken. All texts are invented."""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow
import pytest
import zstandard
from pyarrow import parquet

from reportedly.ingest import Outcome, read_inputs
from reportedly.records import Problem, RawDocument

LINES = b'{"text": "One."}\n{"text": "Two."}\n'


def read(path: Path, content: bytes, **more: int) -> list[Outcome]:
    path.write_bytes(content)
    return list(read_inputs([path], **more))


def table(rows: list[dict], **more: object) -> bytes:
    buffer = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows), buffer, **more)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("news.jsonl.zst", zstandard.compress(LINES)),
        ("news.jsonl.zst", zstandard.compress(LINES[:17]) + zstandard.compress(LINES[17:])),
        ("news.jsonl", zstandard.compress(LINES)),
    ],
)
def test_zstd(tmp_path: Path, name: str, content: bytes) -> None:
    outcomes = read(tmp_path / name, content)
    assert [o.position for o in outcomes if isinstance(o, RawDocument)] == [1, 2]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zstandard.compress(LINES * 500)[:-9], "broken"),
        (b"no zstd at all", "broken zstd file"),
        (zstandard.compress(b'{"text": "' + b"a" * 50_000 + b'"}'), "too large"),
    ],
)
def test_broken_zstd_is_one_problem(tmp_path: Path, content: bytes, reason: str) -> None:
    problems = [
        outcome
        for outcome in read(tmp_path / "news.jsonl.zst", content, limit=20_000)
        if isinstance(outcome, Problem)
    ]
    assert [reason in problem.reason for problem in problems] == [True], problems


def test_parquet_rows_are_those_of_other_tables(tmp_path: Path) -> None:
    rows = [
        {
            "Text": "The ferry was late.",
            "published": date(2021, 3, 1),
            "retrieved": datetime(2021, 3, 2, 8, tzinfo=UTC),
            "outlet": "The Orla Post",
            "tags": ["sea"],
        },
        {"Text": None, "published": None, "retrieved": None, "outlet": "x", "tags": None},
    ]
    raw, problem = read(tmp_path / "news.parquet", table(rows))
    assert isinstance(raw, RawDocument)
    assert (raw.media, raw.position) == ("row", 1)
    assert b'"published":"2021-03-01"' in raw.content
    assert b'"retrieved":"2021-03-02T08:00:00+00:00"' in raw.content
    assert isinstance(problem, Problem)
    assert (problem.position, "row without text" in problem.reason) == (2, True)


def test_parquet_in_an_archive(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.parquet", table([{"text": "The ferry was late."}]))
    (raw,) = read(tmp_path / "news.zip", buffer.getvalue())
    assert isinstance(raw, RawDocument)
    assert raw.source.endswith("news.zip!a.parquet")


def test_parquet_that_breaks_within_keeps_the_rows_before(tmp_path: Path) -> None:
    rows = [{"text": f"The ferry was late on day {number}."} for number in range(600)]
    content = bytearray(table(rows, row_group_size=200, compression="zstd", use_dictionary=False))
    middle = parquet.ParquetFile(io.BytesIO(bytes(content))).metadata.row_group(1).column(0)
    start = middle.data_page_offset
    content[start : start + 40] = b"\xff" * 40
    outcomes = read(tmp_path / "news.parquet", bytes(content))
    assert sum(isinstance(outcome, RawDocument) for outcome in outcomes) == 200
    assert isinstance(outcomes[-1], Problem)
    assert outcomes[-1].position == 201
    assert "the rest was not read" in outcomes[-1].reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"PAR1 ruin", "broken Parquet file"), (table([]), "no rows")],
)
def test_parquet_without_rows_is_one_problem(tmp_path: Path, content: bytes, reason: str) -> None:
    (problem,) = read(tmp_path / "news.parquet", content)
    assert isinstance(problem, Problem)
    assert reason in problem.reason


def test_parquet_without_pyarrow_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "reportedly.ingest.parquet", raising=False)
    (problem,) = read(tmp_path / "news.parquet", table([{"text": "The ferry was late."}]))
    assert isinstance(problem, Problem)
    assert "pip install 'reportedly[tables]'" in problem.reason
