"""Acts that a text names as known and tells nowhere; all sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

CASES = [
    ("The strike has closed three mills.", ["PROTEST"], "a strike that the reader knows of"),
    ("Four guards slept during the protest.", ["PROTEST"], "a deed that only dates something"),
    ("The victims of the explosion were flown out.", ["ASSAULT"], "an attack by its outcome"),
    ("The union said the strike had emptied the wards.", ["PROTEST"],
     "taken for granted in indirect speech"),
    ("Nurses struck on Monday. The strike has closed three wards.", ["PROTEST"],
     "one report where the text tells the deed itself"),
    ("Police arrested a clerk on Monday. The strike has closed three wards.", ["COERCE"],
     "beside acts that are told it may be an older one"),
    ("The strike hurts. The strike drags on.", ["PROTEST"], "one report for all that refer to it"),
    ('"The strike hurts," said the cook.', [], "words of somebody else are no news by themselves"),
    ("The envoy spoke of the 2012 attack.", [], "a deed of another year"),
    ("He said the strike and the shootings had one paymaster.", [], "one of a list of deeds"),
    ("The vault burnt. As a result of Ana Roa's murder, her office moved.", ["ASSAULT"],
     "an attack by the name of whom it hit"),
    ("Police held three men in connection with the attack on Senator Ivo Roe.",
     ["COERCE", "ASSAULT"], "beside another act, as an older one"),
    ("A strike could close three mills.", [], "a strike that nobody knows of yet"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[c[2] for c in CASES])
def test_referred(read: Callable[..., Read], text: str, expected: list[str], why: str) -> None:
    assert [r.type for r in read(text).reports] == expected, why


def test_an_attack_that_is_only_named_is_old_news(read: Callable[..., Read]) -> None:
    text = "Police held three men in connection with the attack on Senator Ivo Roe."
    assert [r.retold for r in read(text).reports] == [False, True]
