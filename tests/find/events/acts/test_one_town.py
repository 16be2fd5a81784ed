"""Where words, plans and threats were that name no place. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

KILLED = "Gunmen killed three people in Kaduna on Monday. "

# text, type, place (None: none), why
CASES: list[tuple[str, str, str | None, str]] = [
    (KILLED + "The mayor condemned the attack.", "ACCUSE", "Kaduna", "a local office"),
    (KILLED + "The teachers' union called for calm.", "REQUEST", "Kaduna", "a local body"),
    (KILLED + "The union will march on Friday.", "PROTEST", "Kaduna", "a plan of the same town"),
    (KILLED + "The foreign ministry condemned the attack.", "ACCUSE", None, "speaks from its seat"),
    (KILLED + "Washington condemned the attack.", "ACCUSE", None, "a state"),
    (KILLED + "The United Nations condemned the attack.", "ACCUSE", None, "a body of many states"),
    (KILLED + "French lawmakers condemned the attack.", "ACCUSE", None, "from another country"),
    (
        KILLED + "In Abuja, lawyers marched on Tuesday. The mayor condemned the attack.",
        "ACCUSE",
        None,
        "the article plays in two towns",
    ),
    (
        KILLED + "The union announced a nationwide strike for Friday.",
        "PROTEST",
        None,
        "in no one town",
    ),
    (
        "GENEVA - The commission condemned the attacks.",
        "ACCUSE",
        "Geneva",
        "where the article was written",
    ),
    (
        "ABUJA, March 12 - Gunmen killed three people in Kaduna on Monday. A lawyers' group "
        "condemned the attack.",
        "ACCUSE",
        "Abuja",
        "words are spoken where the article was written",
    ),
    (
        "Envoys of both sides met in Geneva on Monday and agreed on patrols. Shops were open.",
        "AGREE",
        "Geneva",
        "they go on where they met",
    ),
    (
        "The African Union urged both sides to return to talks in Libreville.",
        "REQUEST",
        None,
        "where they shall go is not where they are asked",
    ),
]


@pytest.mark.parametrize(("text", "kind", "place", "why"), CASES)
def test_place_of_words(
    read: Callable[..., Read], text: str, kind: str, place: str | None, why: str
) -> None:
    found = [r.place.value.name if r.place else None for r in read(text).reports if r.type == kind]
    assert found == [place], why
