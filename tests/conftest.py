"""Fixtures shared by all tests."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from reportedly.parse import Document, Parser, load_parser
from reportedly.records import Article
from tests.guards import Guard


@pytest.fixture(scope="session")
def guard() -> Guard:
    """Hears of every socket and file that this process opens."""
    listening = Guard()
    listening.install()
    return listening


@pytest.fixture(autouse=True)
def no_network(guard: Guard) -> Iterator[None]:
    """Fail a test that reaches for another host, even where the error is swallowed."""
    guard.reached.clear()
    yield
    assert not guard.reached, f"reached for another host: {guard.reached}"


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The default parser, loaded once."""
    return load_parser()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with gold data and samples beside the repository; skips where it is absent."""
    folder = Path(os.environ.get("REPORTEDLY_SHARED", Path(__file__).parents[2] / "shared"))
    if not (folder / "gold").is_dir():
        pytest.skip("no gold data here: set REPORTEDLY_SHARED")
    return folder


def make_article(
    text: str,
    *,
    published: date | None = None,
    outlet: str | None = "The Test Herald",
    language: str = "en",
    **more: object,
) -> Article:
    """An article with ids made from its text."""
    text_id = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        article_id=text_id[:16],
        raw_id=text_id,
        text_id=text_id,
        text=text,
        published=published,
        outlet=outlet,
        language=language,
        **more,  # type: ignore[arg-type]
    )


@pytest.fixture(scope="session")
def parse_text(parser: Parser) -> Callable[..., Document]:
    """A function from text (and facts of the article) to a parsed document."""

    def parse(text: str, **facts: object) -> Document:
        return parser(make_article(text, **facts))  # type: ignore[arg-type]

    return parse
