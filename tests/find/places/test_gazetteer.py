"""Look-ups in the compiled gazetteer, and its tables."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.errors import DataError
from reportedly.find.places import (
    Gazetteer,
    check_gazetteer_tables,
    find_places,
    load_gazetteer,
)
from reportedly.find.places.gazetteer import DATA
from reportedly.parse import Document
from reportedly.parse.plain import PlainParser


def test_the_tables_have_no_faults() -> None:
    assert check_gazetteer_tables() == []


def test_faults_of_tables_are_named(tmp_path: Path) -> None:
    for path in [*DATA.glob("*.csv"), DATA / "cues.toml"]:
        shutil.copy(path, tmp_path)
    with (tmp_path / "countries.csv").open("a", encoding="utf-8") as file:
        file.write("KE,1,38,,Kenyan\nxx,99,0,,\n")
    (tmp_path / "aliases.csv").unlink()
    assert check_gazetteer_tables(tmp_path) == [
        "countries.csv: KE: given twice",
        "countries.csv: xx: no point on the globe",
        "countries.csv: xx: no ISO code",
        "aliases.csv: missing",
    ]


def test_a_missing_file_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"training/gazetteer\.py"):
        load_gazetteer(tmp_path / "none.sqlite")


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "foreign.sqlite"
    path.write_bytes(b"no database at all, but long enough to be read as one" * 20)
    with pytest.raises(DataError, match="is no gazetteer"):
        load_gazetteer(path)


def test_it_opens_at_once(gazetteer: Gazetteer) -> None:
    start = time.perf_counter()
    load_gazetteer().lookup("Nairobi")
    assert time.perf_counter() - start < 0.3


@pytest.mark.parametrize(
    ("name", "kind", "country", "form"),
    [
        ("Nairobi", "town", "KE", "name"),
        ("esfahan", "town", "IR", "alternate"),
        ("Uasin Gishu", "province", "KE", "name"),
        ("Ky.", "province", "US", "alternate"),
        ("Burkinabè", "country", "BF", "demonym"),
        ("إيران", "country", "IR", "alternate"),
        ("Strait of Hormuz", "water", None, "name"),
    ],
)
def test_lookup(gazetteer: Gazetteer, name: str, kind: str, country: str | None, form: str) -> None:
    found = {(entry.kind, entry.country, entry.form) for entry in gazetteer.lookup(name)}
    assert (kind, country, form) in found


def test_capitals_are_marked(gazetteer: Gazetteer) -> None:
    assert any(entry.capital for entry in gazetteer.lookup("Kathmandu"))
    assert not any(entry.capital for entry in gazetteer.lookup("Pokhara"))


ODD = ["", " ", "X", "İstanbul’da", "IN " * 3000, "Paris, " * 800, "\u200c\u200f في", "a\ud800b"]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_texts_give_no_error(
    gazetteer: Gazetteer, parse_text: Callable[..., Document], text: str
) -> None:
    clean = text.encode("utf-8", "replace").decode()
    for language in ("en", "ar"):
        find_places(parse_text(clean, language=language), gazetteer)


WORDS = st.sampled_from(
    [
        "in",
        "near",
        "the",
        "of",
        "Paris",
        "Texas",
        "Nairobi",
        "hotel",
        ",",
        ".",
        "(",
        ")",
        "—",
        "province",
        "Kenyan",
        "said",
        "St.",
        "Louis",
        "تهران",
        "در",
        "University",
        "road",
        "U.S.",
        "'s",
        "Lamu\xa0East",
        "and\n",
    ]
)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(words=st.lists(WORDS, max_size=30))
def test_evidence_is_the_text(gazetteer: Gazetteer, words: list[str]) -> None:
    from tests.conftest import make_article

    text = " ".join(words)
    document = PlainParser()(make_article(text))
    last = 0
    for mention in find_places(document, gazetteer):
        evidence = mention.evidence
        assert text[evidence.start : evidence.end] == evidence.quote
        assert evidence.start >= last
        last = evidence.end
