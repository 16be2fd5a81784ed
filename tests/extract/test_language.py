"""The language of a text; the sentences are invented."""

from __future__ import annotations

import pytest

from reportedly.extract.language import load_detector

_LONG = "The council met on Monday and put off its vote on the new bridge. " * 20

CASES = [
    ("Prison guards opened fire on inmates in Tocorón.", "en", "a foreign name in a short text"),
    ("Qatar donated 20 ambulances to the ministry of health of Lebanon.", "en", "many names"),
    ("La policía detuvo a 20 personas en Bogotá.", "es", "short Spanish stays Spanish"),
    ("La police a arrêté 20 manifestants à Paris.", "fr", "short French"),
    ("Polícia prendeu ontem 20 pessoas no Rio de Janeiro.", "pt", "short Portuguese"),
    (_LONG, "en", "a long text is read as it is"),
    ("پلیس روز دوشنبه دو نفر را در خیابان بازداشت کرد", "fa", "no small letters to look at"),
    ("Ok.", None, "too short to tell"),
    ("0034 1234 !!! ----", None, "no letters"),
]


@pytest.mark.parametrize(("text", "language", "why"), CASES, ids=[case[2] for case in CASES])
def test_the_language_of_a_text(text: str, language: str | None, why: str) -> None:
    assert load_detector()(text) == language, why
