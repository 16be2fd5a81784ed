"""Ids of texts and articles."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract import article_id_of, canonical_url, text_id_of

DAY = date(2024, 3, 11)


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://Quay.Example/News/Ferry", "https://quay.example/News/Ferry"),
        ("HTTPS://quay.example/ferry/", "https://quay.example/ferry"),
        ("https://quay.example/", "https://quay.example"),
        ("https://quay.example:443/a#comments", "https://quay.example/a"),
        ("https://quay.example:8080/a", "https://quay.example:8080/a"),
        ("https://quay.example/a?utm_source=x&UTM_Medium=y&fbclid=z", "https://quay.example/a"),
        ("https://quay.example/a?id=7&utm_source=x", "https://quay.example/a?id=7"),
        ("https://quay.example/a?q=a%20b&empty=", "https://quay.example/a?q=a%20b&empty="),
        (" https://quay.example/a ", "https://quay.example/a"),
        ("quay.example/a", None),  # no web address: nothing is added to make it one
        ("file:///home/a.html", None),
        ("mailto:a@quay.example", None),
        ("https://[broken", None),
        ("https://quay.example:port/a", None),
        ("", None),
        (None, None),
    ],
)
def test_canonical_url(url: str | None, canonical: str | None) -> None:
    assert canonical_url(url) == canonical


@given(st.text(max_size=60))
def test_a_canonical_url_is_its_own(rest: str) -> None:
    once = canonical_url("https://quay.example/" + rest)
    assert once is None or canonical_url(once) == once


def test_text_id_is_the_hash_of_the_text() -> None:
    assert text_id_of("Rain.") == hashlib.sha256(b"Rain.").hexdigest()


def test_with_a_url_only_the_url_counts() -> None:
    first = article_id_of(raw_id="r1", text_id="t1", url="https://quay.example/a/", outlet="Quay")
    second = article_id_of(raw_id="r2", text_id="t2", url="https://quay.example/a#top")
    assert first == second == hashlib.sha256(b"https://quay.example/a").hexdigest()


def test_without_a_url_equal_texts_of_two_outlets_are_two_articles() -> None:
    facts = {"raw_id": "r", "text_id": "t", "published": DAY, "title": "Rain"}
    quay = article_id_of(outlet="Quay", **facts)  # type: ignore[arg-type]
    assert quay == article_id_of(outlet="Quay", **{**facts, "raw_id": "other"})  # type: ignore[arg-type]
    others = [
        article_id_of(outlet="Talmo Post", **facts),  # type: ignore[arg-type]
        article_id_of(outlet="Quay", **{**facts, "text_id": "t2"}),  # type: ignore[arg-type]
        article_id_of(outlet="Quay", **{**facts, "title": None}),  # type: ignore[arg-type]
        article_id_of(outlet="Quay", **{**facts, "published": None}),  # type: ignore[arg-type]
    ]
    assert len({quay, *others}) == 5


def test_without_url_and_outlet_the_bytes_count() -> None:
    assert article_id_of(raw_id="r", text_id="t", title="Rain", published=DAY) == "r"
