"""Columns that hold what linking knows of many articles: what goes in comes out, row by row."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.made_up import OnDisk, made_up, records
from reportedly.corpus.columns import Stretches
from reportedly.corpus.echoes.outline import Outline, outline
from reportedly.corpus.echoes.outlines import Outlines
from reportedly.corpus.echoes.words import article_words
from reportedly.corpus.link import link, link_library
from reportedly.find.fingerprint import fingerprint

TEXTS = {
    "a": "The ferry ran late. Nobody was told why, and the pier closed at six.",
    "b": "The ferry ran late; nobody was told why and the pier closed at six!",
    "c": "",
}


def outlined(text: str) -> Outline:
    return outline(text, article_words(text), fingerprint(text))


@given(st.lists(st.lists(st.integers(0, 2**32 - 1), max_size=5), max_size=8))
@settings(max_examples=60, deadline=None)
def test_stretches_give_back_what_was_put_in(rows: list[list[int]]) -> None:
    column = Stretches(np.uint32)
    for row in rows:
        column.add(np.array(row, dtype=np.uint32))
    assert [column[at].tolist() for at in range(len(column))] == rows
    assert column.numbers.tolist() == [number for row in rows for number in row]
    column.clear()
    assert [column[at].tolist() for at in range(len(column))] == [[] for _ in rows]


def test_outlines_stand_in_order_of_ids_whatever_came_first() -> None:
    each = {name: outlined(text) for name, text in TEXTS.items()}
    table = Outlines.of(dict(reversed(each.items())))
    assert table.ids == ["a", "b", "c"]
    for row, name in enumerate(table.ids):
        assert table.rows[name] == row
        assert table.text_mark(row) == each[name].text_mark
        assert table.words[row] == each[name].words
        for column in ("grams", "stems", "minhash", "sentence_marks"):
            assert getattr(table, column)[row].tolist() == getattr(each[name], column).tolist()
    one, other, none = table.words_marks.tolist()
    assert one == other != none  # the same words between other marks


def test_an_outline_out_of_order_is_refused() -> None:
    table = Outlines.of({"b": outlined(TEXTS["b"])})
    with pytest.raises(ValueError, match="'a' after 'b'"):
        table.add("a", outlined(TEXTS["a"]))


def test_a_collection_read_from_a_file_is_linked_as_one_in_memory_and_tells_its_stages() -> None:
    library = OnDisk(made_up(60))
    stages: list[str] = []
    links = link_library(library, on_stage=stages.append)
    library.close()
    articles, analyses = zip(*records(60), strict=True)
    assert links == link(articles, analyses)
    assert stages[0] == "reading"
    assert stages[-1] == "narratives"
    assert len(set(stages)) == len(stages)
