"""Places before a clause without a comma are no part of its subject. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.parse import Document

# text, verb, its subject, the place
CASES = [
    ("In Tocoa farmers blocked the road and burned two trucks.", "blocked", "farmers", "Tocoa"),
    ("In Sokoto lecturers called off their strike.", "called", "lecturers", "Sokoto"),
    ("Near Tocoa gunmen killed a farmer.", "killed", "gunmen", "Tocoa"),
    ("In Port Sudan dockers walked out.", "walked", "dockers", "Sudan"),
    ("Police held ten people in Koru, and in Balti railwaymen stopped work.", "stopped",
     "railwaymen", "Balti"),
    ("In Izmir unknown persons fired at the door of our office; it was empty.", "fired", "persons",
     "Izmir"),
    ("In Belt offices were closed on Monday.", "closed", "offices", "Belt"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verb", "subject", "place"), CASES, ids=[c[0] for c in CASES])
def test_a_place_opens_a_clause(
    text: str, verb: str, subject: str, place: str, parse_text: Callable[..., Document]
) -> None:
    document = parse_text(text)
    token = next(t for t in document.tokens if t.text == verb)
    found = document.child(token.index, "nsubj", "nsubjpass")
    assert found is not None
    assert found.text == subject
    name = next(t for t in document.tokens if t.text == place)
    assert (name.dep, document.head(document.head(name)).text) == ("pobj", verb)


def test_no_adjective_stands_behind_a_noun(parse_text: Callable[..., Document]) -> None:
    document = parse_text("After the rally young men in black hoods threw flares at the faculty.")
    threw = next(t for t in document.tokens if t.text == "threw")
    subject = document.child(threw.index, "nsubj")
    assert subject is not None
    assert subject.text == "men"
    rally = next(t for t in document.tokens if t.text == "rally")
    assert (rally.dep, document.head(rally).text) == ("pobj", "After")


@pytest.mark.parametrize(
    ("text", "word", "above"),
    [
        ("In Sudanese villages rebels burned huts.", "Sudanese", "rebels"),
        ("In Gaza Hamas fighters attacked an army post.", "Hamas", "fighters"),
    ],
)
def test_what_is_no_place_stays(
    text: str, word: str, above: str, parse_text: Callable[..., Document]
) -> None:
    document = parse_text(text)
    token = next(t for t in document.tokens if t.text == word)
    assert document.head(token).text == above
