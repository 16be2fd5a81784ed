"""Texts that break the rules: exact spans, bounded work, no exception. All of it is invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.find.coreference import find_entities
from reportedly.find.quotes import find_quotes, load_reporting_verbs
from reportedly.parse import Document, Parser
from reportedly.records import Quote
from tests.conftest import make_article

VERBS = load_reporting_verbs()
PIECES = [
    "Ana Roa said ", "Q: ", "A: ", "\n", "\n\n", '"', "“", "”", "'", "’", "«", "»", "„", "''", ": ",
    "the bridge is safe", ", ", ". ", " said Omar Sel", "according to police", "<blockquote>",
    "</blockquote>", '<tweet id="1">', "@anaroa #bridge https://t.co/x", " who ", "told reporters ",
    "گفت: «ما می‌مانیم»", "قال \u200f", "—", "was accused of ", "criticism of ", "\u00a0",
]  # fmt: skip


def quotes_of(document: Document) -> tuple[Quote, ...]:
    return find_quotes(document, find_entities(document), VERBS).quotes


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=24))
def test_any_mixture_gives_exact_spans(parser: Parser, pieces: list[str]) -> None:
    text = "".join(pieces)
    for quote in quotes_of(parser(make_article(text))):
        spans = [*quote.content, *(e for e in (quote.cue, quote.speaker_evidence) if e)]
        assert all(text[span.start : span.end] == span.quote for span in spans)
        assert [p.start for p in quote.content] == sorted(p.start for p in quote.content)


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("one quotation of 50,000 characters", f'"{"We stay here. " * 3600}" said Ana Roa.'),
        ("many opening marks and none that closes", "“We stay, she said. " * 1500),
        ("marks in marks in marks", '"' * 3000 + "We stay" + '"' * 3000),
        ("many single marks", "'We saw 'the' smoke,' " * 1500),
    ],
)
def test_long_input_is_bounded(reason: str, text: str) -> None:
    # sentences without syntax: the work of the marks alone, which must not grow with their square
    document = Document(make_article(text, language="es"), (), (), (), None)
    started = time.process_time()
    find_quotes(document, (), VERBS)
    assert time.process_time() - started < 2, reason


def test_a_very_long_quotation_has_its_speaker(parser: Parser) -> None:
    words = "We stay here and wait for the boats. " * 140
    (quote,) = quotes_of(parser(make_article(f'"{words.strip()}" said Ana Roa.')))
    assert (quote.speaker, quote.content[0].quote) == ("Ana Roa", words.strip())


def test_words_from_right_to_left_keep_their_offsets(parser: Parser) -> None:
    text = "«لن نغادر هذا المكان» said Omar Sel."
    spans = [p for quote in quotes_of(parser(make_article(text))) for p in quote.content]
    assert all(text[p.start : p.end] == p.quote for p in spans)
