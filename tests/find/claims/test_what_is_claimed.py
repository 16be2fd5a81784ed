"""The table of cases.toml: a text in, its claims out. Every text is invented."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reportedly.find.actors import find_actors, load_actor_registry
from reportedly.find.claims import find_claims, load_claim_lexicon
from reportedly.find.coreference import find_entities
from reportedly.find.dates import find_dates
from reportedly.find.quotes import find_quotes, load_reporting_verbs
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.records import Claim

PUBLISHED = date(2024, 3, 4)
CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))["case"]


def _case(case: dict[str, Any]) -> object:
    marks = [pytest.mark.xfail(strict=True, reason="not solved")] if case.get("open") else []
    return pytest.param(case, id=case["reason"], marks=marks)


def _claims(document: Document) -> tuple[Claim, ...]:
    entities = find_entities(document)
    said = find_quotes(document, entities, load_reporting_verbs())
    reading = Reading(
        document=document,
        places=(),
        dates=find_dates(document),
        entities=entities,
        actors=find_actors(document, entities, (), load_actor_registry()),
        quotes=said.quotes,
        scopes=said.scopes,
    )
    return find_claims(reading, (), load_claim_lexicon())


def _line(claim: Claim) -> str:
    speakers = [link.name for link in claim.chain if link.kind != "outlet"]
    return f"{claim.content.quote} ← {speakers[-1] if speakers else '-'}"


@pytest.mark.parametrize("case", [_case(case) for case in CASES])
def test_what_is_claimed(case: dict[str, Any], parse_text: Callable[..., Document]) -> None:
    found = _claims(parse_text(case["text"], published=PUBLISHED))
    assert [_line(claim) for claim in found] == case["claims"], case["reason"]
    for facet in ("kind", "polarity", "mode"):
        if facet in case:
            assert getattr(found[0], facet) == case[facet], case["reason"]
    if "about" in case:
        assert case["about"] in [actor.value.name for actor in found[0].about], case["reason"]


def test_a_claim_has_a_time_of_its_own(parse_text: Callable[..., Document]) -> None:
    (claim,) = _claims(
        parse_text(
            "Ana Roa said the mayor had lied to the council in January.", published=PUBLISHED
        )
    )
    assert claim.date is not None
    assert claim.date.evidence.quote == "January"
    assert str(claim.date.value.earliest) == "2024-01-01"
