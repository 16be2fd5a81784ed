"""Resolves names that the caller gives: the geoparser's second half on its own."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable

from reportedly.find.places.english import Judged
from reportedly.find.places.find import judge_names
from reportedly.find.places.gazetteer import Gazetteer
from reportedly.find.places.mentions import as_mentions
from reportedly.find.places.postal_codes import with_postal_codes
from reportedly.find.places.spans import Span, name_key
from reportedly.parse import Document
from reportedly.parse.plain import PlainParser
from reportedly.records import Article, PlaceMention


def resolve_places(
    document: Document | str, spans: Iterable[tuple[int, int]], gazetteer: Gazetteer
) -> tuple[PlaceMention, ...]:
    """The places that given names denote: one mention for each span [start, end), in order.

    The other names of the text help to decide; a text instead of a document is read without
    syntax.

    Raises:
        ValueError: if a span lies outside the text.
    """
    if isinstance(document, str):
        document = _plain_document(document)
    given = [_given(document, start, end, gazetteer) for start, end in spans]
    taken = [one.span for one in given]
    context = [
        one
        for one in judge_names(document, gazetteer)
        if not any(one.span.start < span.end and span.start < one.span.end for span in taken)
    ]
    everything = sorted([*given, *context], key=lambda one: (one.span.start, one.span.end))
    everything = with_postal_codes(document, everything, gazetteer)
    mentions = as_mentions(document, everything, gazetteer)
    by_span = {
        (one.span.start, one.span.end): mention
        for one, mention in zip(everything, mentions, strict=True)
    }
    return tuple(by_span[one.span.start, one.span.end] for one in given)


def _given(document: Document, start: int, end: int, gazetteer: Gazetteer) -> Judged:
    """A span that the caller says is a place."""
    text = document.evidence(start, end).quote
    tokens = document.tokens_in(start, end)
    first = tokens[0].index if tokens else 0
    last = tokens[-1].index + 1 if tokens else 0
    key = name_key(text)
    span = Span(first, last, start, end, text, key, gazetteer.find(key))
    levels = _levels(document, span, gazetteer)
    return Judged(span, "location", "toponym", support=math.inf, levels=levels)


def _levels(document: Document, span: Span, gazetteer: Gazetteer) -> frozenset[str]:
    """The kinds of unit that the next word gives the name: 'Ohio state', 'Puno province'."""
    following = document.tokens[span.last : span.last + 1]
    if not following or document.text[span.end : following[0].start] != " ":
        return frozenset()
    return gazetteer.cues.english.unit_levels.get(following[0].text, frozenset())


def _plain_document(text: str) -> Document:
    """A text without facts, read without syntax."""
    text_id = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    article = Article(article_id=text_id, raw_id=text_id, text_id=text_id, text=text)
    return PlainParser()(article)
