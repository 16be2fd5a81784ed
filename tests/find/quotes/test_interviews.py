"""Who answers in an interview told by letters. The text is invented."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.find.coreference import find_entities
from reportedly.find.quotes import find_quotes, load_reporting_verbs
from reportedly.parse import Document

TURNS = (
    "Q: Who is to blame?\n\nA: The organisers are to blame.\n\nQ: Will you lift the curfew?\n\n"
    "A: We lifted it in Lima yesterday."
)


def speakers(text: str, parse_text: Callable[..., Document]) -> dict[str, str]:
    """The first words of each turn with the name of its speaker."""
    document = parse_text(text)
    found = find_quotes(document, find_entities(document), load_reporting_verbs()).quotes
    return {
        q.content[0].quote.split()[0]: q.chain[-1].name
        for q in found
        if q.made_by == "quotes.direct.turn"
    }


def test_the_person_of_the_opening_answers(parse_text: Callable[..., Document]) -> None:
    opening = "Interior Minister Karim Haddad met us in Lima on Monday. He spoke of the port.\n\n"
    said = speakers(opening + TURNS, parse_text)
    assert said["The"] == said["We"] == "Karim Haddad"
    assert said["Who"] == said["Will"] == "anonymous"


def test_without_an_opening_nobody_is_named(parse_text: Callable[..., Document]) -> None:
    assert set(speakers(TURNS, parse_text).values()) == {"anonymous"}
