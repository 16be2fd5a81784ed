"""Bodies named right behind the noun that says what they are. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import reportedly
from reportedly.find.actors.introduced import name_bodies
from reportedly.parse import Document

# sentence, name, why
CASES = [
    ("The organisation Weichan Ruka threatened the mayor.", "Weichan Ruka", "an apposition"),
    ("The union Sintral suspended the stoppage.", "Sintral", "two subjects, as parsers see it"),
    ("The rights group Viasna condemned the verdict.", "Viasna", "the noun before the name"),
    ("The network Voces Sin Rejas condemned the beating.", "Voces Sin Rejas", "a longer name"),
    ("The guerrilla group Columna del Sur on Monday freed a soldier.", "Columna del Sur",
     "small words inside"),
    ("The movement \"Northern Assembly\" rejected the ruling.", "Northern Assembly", "quoted"),
    ("A group calling itself Kondor attacked the mayor on Monday.", "Kondor", "said to be one"),
    ("The country's main union, Sintral, suspended the stoppage.", "Sintral", "between commas"),
    ("The main opposition party, the Dawn Front, rejected the ruling.", "Dawn Front",
     "between commas with its article"),
    ("A self-named commando unit, the \"Reed Civic Force\", killed two judges.",
     "Reed Civic Force", "between commas and in quotation marks"),
    ("Two judges were killed by a commando unit, the \"Reed Civic Force\", on Monday.",
     "Reed Civic Force", "the same behind 'by'"),
    ("Two drivers were abducted in Tomsk on Monday by a gang called the Owls.", "Owls",
     "called so, with an article"),
    ("Gunmen calling themselves the Grey Owls burned a bus in Tomsk.", "Grey Owls",
     "several people under one name"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "name", "why"), CASES, ids=[row[2] for row in CASES])
def test_the_name_acts_and_is_a_body(sentence: str, name: str, why: str) -> None:
    reports = reportedly.analyse(sentence, published="2024-03-06").reports
    actors = [found.value for report in reports for found in report.actors]
    assert [actor.name for actor in actors] == [name], why
    assert actors[0].kind == "organisation"
    assert actors[0].exposure != "private"


OTHERS = [
    ("The head of the union, Ana Roa, rejected the ruling.", "Ana Roa", "a person of the union"),
    ("The party Secretary Ana Roa rejected the budget.", "Ana Roa", "a person with an office"),
    ("The group on Monday condemned the verdict.", "group", "no name behind it"),
]


@pytest.mark.parametrize(("sentence", "name", "why"), OTHERS, ids=[row[2] for row in OTHERS])
def test_what_is_no_name_of_a_body(sentence: str, name: str, why: str) -> None:
    reports = reportedly.analyse(sentence, published="2024-03-06").reports
    names = [found.value.name for report in reports for found in report.actors]
    assert any(name in told for told in names), why


def test_a_name_that_is_only_doubted_stays_whole() -> None:
    text = 'A self-styled "Reed Freedom Forces" group killed two soldiers in Tomsk on Monday.'
    (report,) = reportedly.analyse(text, published="2024-03-06").reports
    assert [found.value.name for found in report.actors] == ["Reed Freedom Forces"]


def test_members_are_named_with_their_body() -> None:
    text = "Police arrested four members of the movement Svoboda in Tomsk on Monday."
    (report,) = reportedly.analyse(text, published="2024-03-06").reports
    (held,) = (found.value for found in report.recipients)
    assert (held.name, held.relation and held.relation.kind) == ("Svoboda", "member_of")


def test_texts_without_mentions_give_none(parse_text: Callable[..., Document]) -> None:
    assert name_bodies(parse_text("The union Sintral sang."), ()) == ()
