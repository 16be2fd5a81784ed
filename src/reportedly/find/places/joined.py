"""Arabic and Persian names that are written together with small words or endings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportedly.find.places.gazetteer import Entry, Gazetteer
from reportedly.find.places.names import normalise_name
from reportedly.find.places.spans import Span
from reportedly.parse import Document, Token

# what a word begins with, and what stands in the name instead: 'and', 'in', 'for', 'as'
_PREFIXES = {
    "ar": (("وال", "ال"), ("بال", "ال"), ("لل", "ال"), ("و", ""), ("ب", ""), ("ل", ""), ("ف", "")),
    "fa": (("به\u200c", ""),),
}
_SHORTEST = 3  # letters of a name behind a prefix
_LARGE = 2.0  # prominence of towns that are meant where a prefix may be a letter of the word
# endings of 'Iraqi', 'Iraqis' in either language, the longest first
_ADJECTIVES = (
    "یه\u200cای", "ایی\u200cها", "ی\u200cهای", "ی\u200cها",
    "یین", "یون", "یات", "یه", "ایی", "یی", "ی",
)  # fmt: skip
_COUNTRY_ENDINGS = ("", "ا", "یا", "ه", "یه", "ان")  # what the adjective drops: 'Syri(a)'


def joined_spans(document: Document, gazetteer: Gazetteer, taken: set[int]) -> Iterator[Span]:
    """Names behind a prefix ('in-Cairo'), and adjectives of countries, of the free tokens."""
    language = document.article.language or ""
    if language not in _PREFIXES:
        return
    for token in document.tokens:
        if token.index in taken:
            continue
        span = _behind_prefix(document, gazetteer, token, language)
        span = span or _adjective(document, gazetteer, token)
        if span is not None:
            yield span


def _behind_prefix(
    document: Document, gazetteer: Gazetteer, token: Token, language: str
) -> Span | None:
    for prefix, article in _PREFIXES[language]:
        if not token.text.startswith(prefix) or len(token.text) < len(prefix) + _SHORTEST:
            continue
        start = token.start + len(prefix) - len(article)
        text = document.text[start : token.end]
        if article and not text.startswith(article):
            text = article + token.text[len(prefix) :]  # 'lil-Riyad' lost the first letter
        key = normalise_name(text)
        entries = gazetteer.find(key)
        span = Span(token.index, token.index + 1, start, token.end, text, key, entries)
        if span.weight >= _LARGE:
            return span
    return None


def _adjective(document: Document, gazetteer: Gazetteer, token: Token) -> Span | None:
    """'Iraqi', 'the Iraqi', 'Iraqis' by their endings."""
    word = _unified(token.text)
    stems = [word]
    stems += [
        word.removeprefix(prefix) for prefix in ("وال", "ال", "بال") if word.startswith(prefix)
    ]
    for stem in stems:
        for ending in _ADJECTIVES:
            base = stem.removesuffix(ending)
            if base == stem or len(base) < _SHORTEST:
                continue
            entries = _country(gazetteer, base)
            if entries:
                text = document.text[token.start : token.end]
                key = normalise_name(text)
                first, last = token.index, token.index + 1
                return Span(first, last, token.start, token.end, text, key, entries)
    return None


def _country(gazetteer: Gazetteer, base: str) -> tuple[Entry, ...]:
    """The country whose adjective has a stem, as demonym."""
    for ending in _COUNTRY_ENDINGS:
        for article in ("", "ال"):
            found = gazetteer.find(normalise_name(article + base + ending))
            countries = tuple(e for e in found if e.kind == "country" and e.form != "demonym")
            if countries:
                return tuple(replace(entry, form="demonym") for entry in countries[:1])
    return ()


def _unified(word: str) -> str:
    """A word with Persian letters for the Arabic ones, joiners kept."""
    return word.translate(str.maketrans("يىكةأإآ", "ییکهااا"))
