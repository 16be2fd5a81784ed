"""Texts that break the rules: exact spans, bounded work, no exception. All of it is invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
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
@example(pieces=["Q: ", "»", "'", "«", '"', "was accused of ", "Ana Roa said "])
@example(pieces=["Q: ", '"', "Q: ", "according to police", "Ana Roa said ", '"'])
def test_any_mixture_gives_exact_spans(parser: Parser, pieces: list[str]) -> None:
    text = "".join(pieces)
    document = parser(make_article(text))
    reading = find_quotes(document, find_entities(document), VERBS)
    for quote in reading.quotes:
        spans = [*quote.content, *(e for e in (quote.cue, quote.speaker_evidence) if e)]
        assert all(text[span.start : span.end] == span.quote for span in spans)
        assert all(piece.quote.strip() for piece in quote.content)
        starts = [piece.start for piece in quote.content]
        assert starts == sorted(starts)
        pairs = zip(quote.content, quote.content[1:], strict=False)
        assert all(one.end <= two.start for one, two in pairs), "pieces that overlap"
    chains = [*(q.chain for q in reading.quotes), *(s.chain for s in reading.scopes)]
    assert all(chain[0].kind == "outlet" and len(chain) > 1 for chain in chains)
    assert [q.quote_id for q in reading.quotes] == [
        f"q{n}" for n in range(1, len(reading.quotes) + 1)
    ]
    ids = {q.quote_id for q in reading.quotes}
    assert all(s.quote_id in ids for s in reading.scopes if s.quote_id)
    assert find_quotes(document, find_entities(document), VERBS) == reading, "told twice, one way"


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(['"', "“", "”", "«", "‘", "„", ": ", "—"]), min_size=1, max_size=6))
def test_stray_marks_stay_in_their_paragraph(parser: Parser, marks: list[str]) -> None:
    said = '"The bridge is safe," Ana Roa said.'
    stray = "The gate of the " + "port ".join(marks) + " is old."
    with_stray = quotes_of(parser(make_article(f"{said}\n\n{stray}")))
    first = [q for q in with_stray if q.content[0].end <= len(said)]
    assert [(q.speaker, q.content[0].quote) for q in first] == [("Ana Roa", "The bridge is safe,")]
    assert all(
        piece.start >= len(said) or piece.end <= len(said)
        for quote in with_stray
        for piece in quote.content
    )


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
    (quote,) = quotes_of(parser(make_article(text)))
    assert quote.speaker == "Omar Sel"
    (piece,) = quote.content
    assert (piece.quote, text[piece.start : piece.end]) == ("لن نغادر هذا المكان", piece.quote)


@pytest.mark.parametrize(
    ("reason", "text", "found"),
    [
        (
            "words in a block of their own",
            "<blockquote>\n“We stay,” said Omar Sel.\n</blockquote>",
            [("Omar Sel", ["We stay,"])],
        ),
        (
            "a tweet in the text takes no words from its neighbours",
            '“We stay,” Omar Sel wrote.\n\n<tweet id="1">Not today!</tweet>\n\nIt rained.',
            [("Omar Sel", ["We stay,"])],
        ),
        ("an opening mark that nothing closes", "“We stay at the quay. It rained all day.", []),
    ],
)
def test_forms_of_web_pages(
    parser: Parser, reason: str, text: str, found: list[tuple[str | None, list[str]]]
) -> None:
    quotes = quotes_of(parser(make_article(text)))
    assert [(q.speaker, [p.quote for p in q.content]) for q in quotes] == found, reason
