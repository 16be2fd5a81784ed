"""Resources of extraction, loaded once, and a short way from a row or page to its article."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Literal

import pytest

from reportedly.extract import ExtractResources, extract, load_extract_resources
from reportedly.records import Article, Problem, RawDocument


@pytest.fixture(scope="session")
def resources() -> ExtractResources:
    """What ships with the package."""
    return load_extract_resources()


@pytest.fixture(scope="session")
def outcome_of(resources: ExtractResources) -> Callable[..., Article | Problem]:
    """Extract bytes (or a row given as keywords) and return what comes of it."""

    def outcome(
        content: bytes | str | None = None,
        media: Literal["html", "text", "row"] = "text",
        **row: object,
    ) -> Article | Problem:
        if content is None:
            content, media = json.dumps(row), "row"
        data = content.encode() if isinstance(content, str) else content
        raw_id = hashlib.sha256(data).hexdigest()
        raw = RawDocument(raw_id=raw_id, content=data, media=media, source="test")
        return extract(raw, resources)

    return outcome


@pytest.fixture(scope="session")
def article_of(outcome_of: Callable[..., Article | Problem]) -> Callable[..., Article]:
    """The same where an article must come of it."""

    def article(*given: object, **row: object) -> Article:
        result = outcome_of(*given, **row)
        assert isinstance(result, Article), result
        return result

    return article
