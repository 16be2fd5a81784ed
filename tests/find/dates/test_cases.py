"""The table of cases in cases.toml: a sentence in, one time expression with its value out."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.find.dates import check_date_lexicon, find_dates
from reportedly.parse import Document
from reportedly.records import DateMention

Parse = Callable[..., Document]
GROUPS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("cases.toml").read_text(encoding="utf-8")
)["group"]


def _cases() -> Iterator[Any]:
    for group in GROUPS:
        facts = {key: value for key, value in group.items() if key not in ("name", "cases")}
        for text, quote, days, more, reason in group["cases"]:
            yield pytest.param(facts, text, quote, days, more, id=f"{group['name']}: {reason}")


def _days(mention: DateMention) -> str:
    value = mention.value
    if value.earliest is None or value.latest is None:
        return "-"
    return (
        str(value.earliest)
        if value.earliest == value.latest
        else (f"{value.earliest}..{value.latest}")
    )


def _fact(mention: DateMention, name: str) -> str:
    value = mention.value
    facts = {
        "kind": mention.kind,
        "timex": value.timex_value,
        "anchor": value.anchor,
        "granularity": value.granularity,
        "calendar": value.calendar,
        "remembered": mention.remembered.earliest if mention.remembered else None,
    }
    return str(facts[name]).replace(" ", "_")


@pytest.mark.parametrize(("facts", "text", "quote", "days", "more"), list(_cases()))
def test_case(
    parse_text: Parse, facts: dict[str, Any], text: str, quote: str, days: str, more: str
) -> None:
    mentions = find_dates(parse_text(text, **facts))
    if quote.startswith("!"):
        assert not any(quote[1:] in m.evidence.quote for m in mentions)
        return
    found = [m for m in mentions if m.evidence.quote == quote]
    assert found, f"{quote!r} not among {[m.evidence.quote for m in mentions]}"
    assert _days(found[0]) == days
    for pair in more.split():
        name, expected = pair.split("=")
        assert _fact(found[0], name) == expected


def test_there_are_enough_cases_and_each_has_a_reason() -> None:
    rows = [row for group in GROUPS for row in group["cases"]]
    assert len(rows) >= 150
    assert all(row[4] for row in rows)
    assert check_date_lexicon() == []
