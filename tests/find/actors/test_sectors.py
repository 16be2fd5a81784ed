"""Sectors by the words of a phrase."""

from __future__ import annotations

import pytest

from reportedly.find.actors.sectors import (
    load_sector_words,
    sector_of,
    sector_of_name,
    singular,
)

CASES = [
    ("riot police", ("COP",), "wording"),
    ("policemen", ("COP",), "plural"),
    ("security agents", ("SPY",), "two words that end in the head"),
    ("interior minister", ("GOV",), "office"),
    ("former interior minister", ("ELI",), "a former office is none"),
    ("ex-president", ("ELI",), "prefix"),
    ("opposition leader", ("OPP",), "wording"),
    ("opposition lawmaker", ("LEG", "OPP"), "second sector"),
    ("rebel leader", ("REB",), "modifier of a neutral head"),
    ("police union chief", ("LAB",), "the nearest modifier tells"),
    ("armed men", ("UAF",), "wording"),
    ("hospital official", ("MED",), "wording before head"),
    ("two guards", ("UNK",), "neutral head"),
    ("anti-rebel force", ("COP",), "a force against fighters is the state's"),
    ("anti - insurgency unit", ("COP",), "the same in three words"),
    ("rebel force", ("REB",), "a force of fighters is theirs"),
    ("rebel militia members", ("REB",), "a militia of rebels is theirs"),
    ("militia members", ("PRM",), "any other stands with the state"),
    ("deputy commandant", ("UNK",), "a rank of whoever has it, and no deputy of a parliament"),
    ("teapots", (), "no actor"),
]


@pytest.mark.parametrize(("phrase", "sectors", "why"), CASES, ids=[c[0] for c in CASES])
def test_sector_of_a_phrase(phrase: str, sectors: tuple[str, ...], why: str) -> None:
    assert sector_of(phrase.split()) == sectors, why


NAMES = [
    ("Dawn Party", ("PTY",)),
    ("Mill Workers' Congress", ("LAB",)),
    ("Hask University", ("EDU",)),
    ("ABF patrol party", ("COP",)),  # no party
    ("Hask Railway Protection Force", ("COP",)),
    ("River Front", ()),  # 'front' is a loaded word and says nothing
]


@pytest.mark.parametrize(("name", "sectors"), NAMES)
def test_sector_of_a_name(name: str, sectors: tuple[str, ...]) -> None:
    assert sector_of_name(name.split()) == sectors


def test_empty_phrase() -> None:
    assert sector_of([]) == ()


def test_no_head_stands_under_two_sectors() -> None:
    assert len(load_sector_words().heads) > 500


@pytest.mark.parametrize(
    ("plural", "one"),
    [("gunmen", "gunman"), ("parties", "party"), ("boxes", "box"), ("press", "press")],
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one
