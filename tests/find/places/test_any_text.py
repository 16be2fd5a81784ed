"""Whatever the text: no exception, spans that hold their quotes, the same records again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.find.places import Gazetteer, find_places
from reportedly.parse import Document
from reportedly.parse.plain import PlainParser
from tests.conftest import make_article

_WORDS = [
    "in", "of", "the", "Tehran", "Paris", "St.", "Highway", "12", "Oak", "Street", "streets", "and",
    ",", "-", "(", ")", "[", "*", "\\", "D-Calif.", "U.S.-led", "Lake", "X", "County", "—", ".",
    "بغداد", "والبصرة", "در", "تهران", "،", "\u200c", "\u200f", "\u00a0", "\n", "北京", "🙂", "’s",
    "MACON", "Mr.", "Jordan", "said", "Police", "University", "ß", "\u0301", "San", "de", "\x00",
]  # fmt: skip
ODD = [
    "",
    " \n\t ",
    "x",
    "Paris",
    "\x00\x01\x02\ufffd\ufeff" * 50,
    "(((in [Paris] (*) \\d+ {Rome}?)))",
    "شارع\u200fفلسطين\u202eParis\u202c بغداد",
    "Street Street Street",
    "- - of of, and and streets",
    "A" * 5000,
    "Mount Lake River St. " * 40,
]


def _sound(document: Document, gazetteer: Gazetteer) -> None:
    mentions = find_places(document, gazetteer)
    for mention in mentions:
        start, end = mention.evidence.start, mention.evidence.end
        assert document.text[start:end] == mention.evidence.quote
        assert mention.place is None or mention.confidence is not None
    starts = [mention.evidence.start for mention in mentions]
    assert starts == sorted(starts)
    assert find_places(document, gazetteer) == mentions


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_texts(parse_text: Callable[..., Document], gazetteer: Gazetteer, text: str) -> None:
    _sound(parse_text(text), gazetteer)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(words=st.lists(st.sampled_from(_WORDS), max_size=25))
def test_mixed_words_with_syntax(
    parse_text: Callable[..., Document], gazetteer: Gazetteer, words: list[str]
) -> None:
    _sound(parse_text(" ".join(words)), gazetteer)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    text=st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join) | st.text(max_size=80),
    language=st.sampled_from(["en", "fa", "ar", "es", "zz", None]),
)
def test_any_text_without_syntax(gazetteer: Gazetteer, text: str, language: str | None) -> None:
    article = make_article(text.replace("\ud800", ""), language=language or "en")
    _sound(PlainParser()(article), gazetteer)


def test_a_huge_text_without_syntax(gazetteer: Gazetteer) -> None:
    text = "در تهران و شیراز، والبصرة في بغداد. " * 1500
    _sound(PlainParser()(make_article(text, language="ar")), gazetteer)
