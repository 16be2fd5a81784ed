"""The table of cases.toml: a sentence in, its quotes out. Every sentence is invented."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportedly.find.coreference import find_entities
from reportedly.find.quotes import find_quotes, load_reporting_verbs
from reportedly.parse import Document

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["reason"])
def test_quotes_of_a_sentence(case: dict[str, Any], parse_text: Callable[..., Document]) -> None:
    document = parse_text(case["text"])
    quotes = find_quotes(document, find_entities(document), load_reporting_verbs()).quotes
    found = [
        f"{q.kind} | {q.speaker or '-'} | {' … '.join(piece.quote for piece in q.content)}"
        for q in quotes
    ]
    assert found == case["found"], case["reason"]
