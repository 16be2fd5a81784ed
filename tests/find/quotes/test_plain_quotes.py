"""Quotations without syntax, in Persian, Arabic and Spanish. All sentences are invented."""

from __future__ import annotations

import pytest

from reportedly.find.quotes import find_quotes, load_reporting_verbs
from reportedly.parse.document import Document
from tests.conftest import make_article

CASES = [
    ("es", "«No nos vamos a ir», dijo Ana Roa en Arvan.", "direct", "Ana Roa", "No nos vamos a ir"),
    ("es", 'Según Omar Sel: "El puente es seguro hoy".', "direct", "Omar Sel",
     "El puente es seguro hoy"),
    ("es", "En una pancarta se leía «Agua primero».", "slogan", None, "Agua primero"),
    ("fa", "وزیر گفت: «ما از اینجا نمی‌رویم».", "direct", None, "ما از اینجا نمی‌رویم"),
    ("ar", "«لن نغادر هذا المكان» قال المتحدث.", "direct", "المتحدث", "لن نغادر هذا المكان"),
    ("es", "La película «El puente» ganó.", None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind", "speaker", "content"), CASES)
def test_marks_and_the_word_beside_them(
    language: str, text: str, kind: str | None, speaker: str | None, content: str | None
) -> None:
    document = Document(make_article(text, language=language), (), (), (), None)
    quotes = find_quotes(document, (), load_reporting_verbs()).quotes
    found = [(q.kind, q.speaker, q.content[0].quote, q.partial) for q in quotes]
    assert found == ([(kind, speaker, content, True)] if kind else [])
