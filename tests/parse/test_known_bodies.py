"""Bodies of the registry are one name each, whatever a model cuts them into."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.parse import Document
from reportedly.parse.known_bodies import known_bodies
from reportedly.parse.words import Word


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Islamic State raided two villages near Coro on Monday.", "Islamic State"),
        ("The group Islamic State raided two villages on Monday.", "Islamic State"),
        ("The Pakistani Taliban raided two villages on Monday.", "Pakistani Taliban"),
    ],
)
def test_a_known_body_is_one_name(
    parse_text: Callable[..., Document], sentence: str, body: str
) -> None:
    document = parse_text(sentence)
    names = {document.text[n.start : n.end]: n.label for n in document.names}
    assert names[body] == "ORG"


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("an Islamic State of its own", (), [(1, 3)]),
        ("an islamic state of its own", (), []),
        ("the Coro Islamic State Museum", ((1, 5, "ORG"),), []),
        ("the Islamic State", ((1, 3, "ORG"),), []),
        ("the Boko / Haram talks", (), []),
    ],
)
def test_what_is_no_cut_name(
    text: str, names: tuple[tuple[int, int, str], ...], found: list[tuple[int, int]]
) -> None:
    words = [
        Word(text=w, lemma=w.lower(), pos="PROPN", tag="NNP", dep="dep", head=0)
        for w in text.split()
    ]
    assert list(known_bodies(words, names)) == found
