"""The table of cases.toml: a text and a word in, whom it stands for out. Every text is invented."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportedly.find.coreference import find_entities
from reportedly.parse import Document

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))["case"]


def _case(case: dict[str, Any]) -> object:
    marks = [pytest.mark.xfail(strict=True, reason="not solved")] if case.get("open") else []
    return pytest.param(case, id=case["reason"], marks=marks)


@pytest.mark.parametrize("case", [_case(case) for case in CASES])
def test_whom_a_word_stands_for(case: dict[str, Any], parse_text: Callable[..., Document]) -> None:
    word, _, number = case["word"].partition("@")
    places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", case["text"])]
    at = places[int(number or 1) - 1]
    names = [
        entity.name
        for entity in find_entities(parse_text(case["text"]))
        if any(m.start < at + len(word) and at < m.end for m in entity.mentions)
    ]
    assert (names or ["-"])[0] == case["who"], case["reason"]
