"""Where participants stand in the syntax: passives, relative clauses, lists."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.find.events.triggers.slots import complements, governor
from reportedly.parse import Document

# sentence, verb, logical subjects, logical objects, why
CASES = [
    ("Police arrested two men.", "arrested", ["Police"], ["men"], "active"),
    ("Two men were arrested by police.", "arrested", ["police"], ["men"], "passive"),
    ("The men arrested by police are free.", "arrested", ["police"], ["men"], "participle"),
    ("Guards and soldiers beat a poet.", "beat", ["Guards", "soldiers"], ["poet"], "list"),
    ("The guards who beat a poet left.", "beat", ["guards"], ["poet"], "relative subject"),
    ("The poet whom guards beat left.", "beat", ["guards"], ["poet"], "relative object"),
    ("Raiders stormed the mill, killing a clerk.", "killing", ["Raiders"], ["clerk"], "clause"),
    ("Police beat and arrested a poet.", "beat", ["Police"], ["poet"], "shared object"),
    ("Dozens of soldiers beat a poet.", "beat", ["Dozens", "soldiers"], ["poet"], "quantity"),
    ("The premier spoke by telephone with a poet.", "spoke", ["premier"], [], "means, no doer"),
    ("The truce was extended by a week.", "extended", [], ["truce"], "a measure, no doer"),
    ("The Front claimed to have freed nine men.", "freed", ["Front"], ["men"], "infinitive"),
]


@pytest.mark.parametrize(
    ("sentence", "verb", "acting", "suffering", "why"), CASES, ids=[c[4] for c in CASES]
)
def test_subjects_and_objects(
    participants: Callable[[str, str], object],
    sentence: str,
    verb: str,
    acting: list[str],
    suffering: list[str],
    why: str,
) -> None:
    assert participants(sentence, verb) == (acting, suffering), why


def test_a_noun_finds_its_governor_through_prepositions(
    parse_text: Callable[..., Document],
) -> None:
    document = parse_text("The Front walked out of the talks.")
    talks = next(t for t in document.tokens if t.text == "talks")
    above = governor(document, talks.index)
    assert above is not None
    assert above.text == "walked"


def test_complements_of_a_threat(parse_text: Callable[..., Document]) -> None:
    document = parse_text("The union threatened to strike and march.")
    index = next(t.index for t in document.tokens if t.text == "threatened")
    assert [t.text for t in complements(document, index)] == ["strike", "march"]
