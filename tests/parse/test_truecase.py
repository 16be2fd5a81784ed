"""Text in capitals, or without any, in usual case. All texts are invented."""

from __future__ import annotations

import pytest

from reportedly.parse.known_names import known_initials
from reportedly.parse.truecase import truecase

CASES = [
    (
        "FIGHTERS OF THE BELT RIVER FRONT (BRF) LEFT AND BRF'S CAMP BURNED",
        "Fighters of the belt river front (BRF) left and BRF's camp burned",
        "initials in brackets, anywhere in the text",
    ),
    ("A COLUMN OF THE FARC LEFT CORO TODAY", "A column of the FARC left Coro today", "registry"),
    ("THE U.S. ENVOY CAME AT 7 P.M. ON A BUS", "The U.S. envoy came at 7 p.m. on a bus", "letters"),
    ("TRAFFICKERS HURLED BOMBS AT PYLONS NEAR CORO", None, "rare words are no names"),
    ("AN ANTIDRUG SQUAD OF ANTIOQUIA", "An antidrug squad of Antioquia", "known words behind anti"),
    ("NEWSMEN SAW THE GUNSHIP OF CORO", "Newsmen saw the gunship of Coro", "words of the news"),
    ("THE EXTRADICTION OF ASUNCION", "The extradiction of Asuncion", "endings that no name has"),
    (
        "THE HARBOUR CENTRE OF CORO, BY ITS DEFENCE ANALYSED",
        "The harbour centre of Coro, by its defence analysed",
        "British spelling",
    ),
    ("THEY MET MR. ROA AND LT. COL. VEGA", "They met Mr. Roa and Lt. Col. Vega", "titles"),
    ("THE COL LEFT WITH THE REP", "The col left with the rep", "of no name"),
    ("THE VICTOR MET VICTOR ROA IN CORO", "The victor met Victor Roa in Coro", "a given name"),
]


@pytest.mark.parametrize(("text", "usual", "why"), CASES, ids=[c[2] for c in CASES])
def test_capitals(text: str, usual: str | None, why: str) -> None:
    expected = usual or "Traffickers hurled bombs at pylons near Coro"
    assert truecase(text) == expected, why
    assert len(truecase(text)) == len(text)


def test_known_initials_are_words_of_capitals() -> None:
    assert "FARC" in known_initials()
    assert all(name.isupper() for name in known_initials())


def test_strays_of_a_broken_encoding_are_no_capitals() -> None:
    text = (
        "coro: dockers blocked the road to belice on friday and burned tyres, and police in zarate"
        " said that nobody was hurt there.Â more stories:Â talks go on in coro"
    )
    assert "the road to Belice on Friday and burned tyres" in truecase(text)
    assert truecase(f"Coro: {text[6:]}") == f"Coro: {text[6:]}"
