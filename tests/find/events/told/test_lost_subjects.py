"""Who acts in sentences that a parser reads wrongly. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Named = Callable[[str, str], tuple[list[str], list[str]]]

# sentence, type, actors, recipients, why
CASES = [
    ("Suspected rebels set on fire three tankers near Coro.", "ASSAULT", ["suspected rebels"], [],
     "the tankers passed for an amount"),
    ("Rebels set on fire two buses at Belt village of Lima District.", "ASSAULT", ["rebels"], [],
     "the buses passed for a part of the phrase before them"),
    ("Police placed under arrest two officers of the guard.", "COERCE", ["police"],
     ["officers of the guard"], "in what state they are, said before who they are"),
    ("Police arrested arms supplier Ivo Brand charging him with supplying guns to rebels.",
     "COERCE", ["police"], ["Ivo Brand"], "he passed for the one who charges"),
    ("Police arrested arms supplier Ivo Brand charging him with supplying guns to rebels.",
     "ACCUSE", ["police"], ["Ivo Brand"], "who arrests him charges him"),
    ("Villagers beat a trader accusing her of theft.", "ACCUSE", ["villagers"], ["trader"],
     "she does not accuse herself"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients", "why"), CASES, ids=[c[4] for c in CASES]
)
def test_who_acts_is_found_again(
    text: str, kind: str, actors: list[str], recipients: list[str], why: str, who_and_whom: Named
) -> None:
    assert who_and_whom(text, kind) == (actors, recipients), why
