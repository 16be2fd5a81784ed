"""Sides come from the user's file, dated; invented outlets."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportedly.errors import OptionError
from reportedly.sides import load_outlet_file, with_side
from tests.conftest import make_article

FILE = """outlet,side,owner,from,to,basis,disputed
The Arvan Post,government,Arvan Media,2020-01-01,2021-12-31,own notes,
The Arvan Post,opposition,,2022-01-01,,own notes,
The Belt Star,government,,,,own notes,yes
"""


def _statements(folder: Path, text: str = FILE):
    path = folder / "outlets.csv"
    path.write_text(text, encoding="utf-8")
    return load_outlet_file(path)


def test_a_side_holds_between_its_days(tmp_path: Path) -> None:
    statements = _statements(tmp_path)
    early = make_article("x", outlet="The Arvan Post", published=date(2021, 5, 1))
    late = make_article("x", outlet="the arvan post", published=date(2023, 5, 1))
    assert (with_side(early, statements).side, with_side(early, statements).owner) == (
        "government",
        "Arvan Media",
    )
    assert with_side(late, statements).side == "opposition"


def test_an_undated_article_takes_no_dated_statement(tmp_path: Path) -> None:
    article = make_article("x", outlet="The Arvan Post")
    assert with_side(article, _statements(tmp_path)) == article


def test_a_disputed_side_is_unknown(tmp_path: Path) -> None:
    article = make_article("x", outlet="The Belt Star", side="government", side_basis="input")
    changed = with_side(article, _statements(tmp_path))
    assert (changed.side, changed.side_basis) == (None, "user")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("name,side\nA,b\n", "no column 'outlet'"),
        ("outlet,from\nA,soon\n", "line 2: from 'soon' is no day"),
    ],
)
def test_a_file_that_breaks_the_format_says_where(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(OptionError, match=reason):
        _statements(tmp_path, text)
