"""Names of several words in text without case. All texts are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.parse.known_names import registered_names
from reportedly.parse.long_names import explained_initials, long_names
from reportedly.parse.truecase import truecase

CASES = [
    ("BOMBS WENT OFF IN LA PAZ AND LOS ROQUES", "Bombs went off in La Paz and Los Roques",
     "Spanish articles of names"),
    (
        "THE BELT RIVER LIBERATION FRONT (BRLF) LEFT. THE RIVER LIBERATION FRONT STAYED",
        "The Belt River Liberation Front (BRLF) left. The river liberation front stayed",
        "a name with its initials, and nothing shorter",
    ),
    (
        "THE LEFTIST UNION OF FREE FISHERS [UFF] MARCHED. A UNION OF FREE FISHERS MAN SPOKE",
        "The leftist Union of Free Fishers [UFF] marched. A Union of Free Fishers man spoke",
        "what is said of a body is no part of its name; anywhere in the text",
    ),
    (
        "A DNC [DELTA NATIONAL COMMAND] TRUCK BURNED NEAR CORO TODAY",
        "A DNC [Delta National Command] truck burned near Coro today",
        "the name behind its initials",
    ),
    ("SHE LEFT THE UNITED STATES FOR SOUTH AFRICA", "She left the United States for South Africa",
     "countries"),
    ("SHINING PATH MEMBERS HELD A BUS NEAR CORO", "Shining Path members held a bus near Coro",
     "a body of the registry"),
    ("THE PATH WAS SHINING IN THE UNITED STAND", "The path was shining in the united stand",
     "the same words apart"),
    ("THE WORKERS OF THE MILL (ALL OF THEM) LEFT", "The workers of the mill (all of them) left",
     "brackets without initials"),
    ("THEY LEFT CORO ON 4 MARCH. THE MARCH MAY END ON MAY 9",
     "They left Coro on 4 March. The march may end on May 9", "months beside a number"),
    ("WE LEFT [WORDS INDISTINCT] THE TOWN. [END RECORDING] THE MAYOR SPOKE",
     "We left [words indistinct] the town. [end recording] The mayor spoke",
     "brackets open a sentence only at its head"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "usual", "why"), CASES, ids=[c[2] for c in CASES])
def test_long_names_have_capitals(text: str, usual: str, why: str) -> None:
    assert truecase(text) == usual, why


def test_initials_are_those_that_a_name_explains() -> None:
    text = "THE RIVER PEOPLE'S ARMY (RPA) AND A DNC [DELTA NATIONAL COMMAND] TRUCK (OLD)"
    assert explained_initials(text) == {"RPA", "DNC"}


def test_registered_names_have_several_words() -> None:
    assert ("united", "states") in registered_names()
    assert all(len(name) > 1 for name in registered_names())


@given(st.text(alphabet="ABC OF(THE)[]\n.'", max_size=80))
def test_spans_are_words_of_the_text(text: str) -> None:
    spans = long_names(text)
    assert all(text[start:end].strip() for start, end in spans)
    assert list(spans) == sorted(spans)
