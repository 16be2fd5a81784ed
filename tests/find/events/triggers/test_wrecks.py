"""Harm by a wreck is no attack. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

# sentence, whether it tells an attack, why
CASES = [
    ("Seven people were killed when a tram derailed near Lyon on Monday, police said.", False, ""),
    ("Seven were killed and dozens hurt when a tram derailed in Lyon.", False, "two verbs"),
    ("Seven died when a tram sped round a sharp bend and derailed in Lyon.", False, "a row"),
    ("Two soldiers were hurt when their jeep overturned near Lyon on Monday.", False, "a jeep"),
    (
        "Two were killed when a tram derailed in Lyon after rebels blew up the track.",
        True,
        "rebels",
    ),
    ("Six were killed when a suicide bomber crashed a truck into a mill in Lyon.", True, "armed"),
    ("Nine were killed when a school collapsed under shelling in Lyon.", True, "shelling"),
    ("Gunmen killed a guard in Lyon as his car overturned.", True, "a doer"),
    ("A gas cylinder exploded in a bakery in Lyon on Monday, killing two.", False, "by itself"),
    ("A car bomb exploded at a bakery in Lyon on Monday, killing two.", True, "a bomb"),
    (
        "A blast in a depot in Lyon killed six on Monday. Firemen said it was an accident.",
        False,
        "what it was is told later",
    ),
    (
        "A blast in a depot in Lyon killed six on Monday. Nobody knew whether it was an accident.",
        True,
        "left open",
    ),
    (
        "A blast in a depot in Lyon killed six on Monday. The army said it was an accident. The"
        " Lake Front claimed responsibility.",
        True,
        "claimed by somebody",
    ),
    (
        "Three guards were hurt in a blast in Lyon. A guard had accidentally stepped on the"
        " landmine that caused the explosion.",
        True,
        "a mine",
    ),
]


@pytest.mark.parametrize(("sentence", "attack", "why"), CASES, ids=[c[0] for c in CASES])
def test_harm_by_a_wreck_is_no_attack(
    read: Callable[..., Any], sentence: str, attack: bool, why: str
) -> None:
    found = [r for r in read(sentence).reports if r.type == "ASSAULT"]
    assert bool(found) == attack, why
