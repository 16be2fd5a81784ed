"""Samples, blind codings and imported rows: kept, taken back, carried over by a merge.

All articles and rows are invented.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reportedly.errors import OptionError
from reportedly.records import CodedRow, Coding, Sample, SampledArticle
from reportedly.store import Collection
from reportedly.store.merging import copy_truth

SAMPLE = Sample(
    seed=3,
    by="type",
    population=40,
    analysers=("test 1",),
    articles=(SampledArticle(article_id="a", text_id="t", stratum="PROTEST", weight=2.5),),
)


def coding(by: str = "anna", sample: int = 1, **facts: object) -> Coding:
    given = {"kind": "report", "cells": (("type", "PROTEST"),), **facts}
    return Coding(sample=sample, article_id="a", text_id="t", by=by, at="2024-01-01", **given)


def row(line: int) -> CodedRow:
    return CodedRow(
        row_id=f"r{line}", source="desk", file="rows.csv", line=line, own_id=None,
        types=("PROTEST",), type_words="Protests", earliest=None, latest=None, place=None,
    )  # fmt: skip


def test_samples_are_kept_whole(tmp_path: Path) -> None:
    audits = Collection.create(tmp_path / "news").audits
    assert audits.latest() is None
    number = audits.add_sample(SAMPLE)
    assert (audits.sample(number), audits.latest()) == (SAMPLE, number)
    with pytest.raises(OptionError, match="no sample 9"):
        audits.sample(9)


def test_only_its_coder_takes_back_a_coding(tmp_path: Path) -> None:
    audits = Collection.create(tmp_path / "news").audits
    audits.add_sample(SAMPLE)
    first = audits.add_coding(coding())
    undo = (("number", str(first)),)
    audits.add_coding(coding("ben", kind="undo", cells=undo))
    assert [number for number, _ in audits.codings(1)] == [first]
    audits.add_coding(coding("anna", kind="undo", cells=undo))
    assert list(audits.codings(1)) == []


def test_equal_rows_are_kept_once(tmp_path: Path) -> None:
    imported = Collection.create(tmp_path / "news").imported
    assert imported.add([row(2), row(3)]) == 2
    assert imported.add([row(3), row(4)]) == 1
    assert imported.sources() == {"desk": 3}
    assert [one.line for one in imported.rows("desk")] == [2, 3, 4]
    assert list(imported.rows("other")) == []


def test_a_merge_carries_over_what_people_coded(tmp_path: Path) -> None:
    parts = [Collection.create(tmp_path / name) for name in ("one", "two")]
    for part in parts:
        part.audits.add_sample(SAMPLE)
        taken_back = part.audits.add_coding(coding())
        part.audits.add_coding(coding("ben"))
        part.audits.add_coding(coding(kind="undo", cells=(("number", str(taken_back)),)))
        part.imported.add([row(2)])
    whole = Collection.create(tmp_path / "whole")
    with closing(sqlite3.connect(whole.folder / "collection.db")) as database, database:
        copy_truth(database, [part.folder / "collection.db" for part in parts])
    assert [c.by for n in (1, 2) for _, c in whole.audits.codings(n)] == ["ben", "ben"]
    assert whole.imported.sources() == {"desk": 1}
