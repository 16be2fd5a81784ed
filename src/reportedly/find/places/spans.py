"""Spans of a text that can be place names: longest matches of the gazetteer over tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.find.places.gazetteer import Entry, Gazetteer
from reportedly.find.places.names import normalise_name
from reportedly.find.places.partial import OPENING
from reportedly.parse import Document, Token

LONGEST_TOKENS = 9  # 'Sint-Job-in-'t-Goor' and the like: hyphens are tokens
_TOWNS = ((1_000_000, 3.0), (100_000, 2.0), (15_000, 1.0))  # inhabitants, prominence
_KNOWN_TOWN = 2.0  # prominence from which a town is meant before a site of its name
_LARGE_PROVINCE = 100_000
_ARTICLE = re.compile(r"(?:a[dlnrstz]|ash|e[dlnrstz]|esh|ul)['’-](?=[A-Z])")
_SHOUTING = 0.7  # share of capitals above which case tells nothing


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens [first, last) that the gazetteer knows under `key` (no entries: it does not)."""

    first: int
    last: int
    start: int
    end: int
    text: str
    key: str
    entries: tuple[Entry, ...]

    @property
    def demonym(self) -> bool:
        """Whether the name is only an adjective or a word for inhabitants."""
        return bool(self.entries) and all(entry.form == "demonym" for entry in self.entries)

    @property
    def site(self) -> bool:
        """Whether the name is that of a building or square, and of no large town."""
        others = (entry for entry in self.entries if entry.kind != "site")
        small = all(_prominence(entry) < _KNOWN_TOWN for entry in others)
        return small and any(entry.kind == "site" for entry in self.entries)

    @property
    def weight(self) -> float:
        """How prominent the most prominent place of this name is: 0 unknown to 4 country."""
        return max((_prominence(entry) for entry in self.entries), default=0.0)

    @property
    def own_weight(self) -> float:
        """The same of the places whose own name it is: no translation, no former name."""
        own = (entry for entry in self.entries if entry.form == "name")
        return max(map(_prominence, own), default=0.0)


def is_shouting(text: str) -> bool:
    """Whether a text is mostly in capitals, so that capitals mark no names."""
    letters = sum(c.isalpha() for c in text)
    return letters > 0 and sum(c.isupper() for c in text) > _SHOUTING * letters


def is_capitalised(word: str) -> bool:
    """Whether a word begins like a name, or is of a script without capitals."""
    first = next((c for c in word if c.isalpha()), "")
    return bool(first) and not first.islower()


def known_spans(document: Document, gazetteer: Gazetteer) -> Iterator[Span]:
    """The longest gazetteer names from left to right, without overlap."""
    for sentence in document.sentences:
        at = sentence.first
        while at < sentence.last:
            span = None
            if is_capitalised(document.tokens[at].text) or _is_article(document.tokens, at):
                span = _longest(document, gazetteer, at, sentence.last)
            if span is not None and not _goes_on(document.tokens, span):
                yield span
            at = span.last if span is not None else at + 1


def _is_article(tokens: Sequence[Token], at: int) -> bool:
    """The Arabic article that opens a name: 'el-Fasher', in one token or in three."""
    parts = tokens[at : at + 3]
    text = "".join(t.text for t in parts) if len(parts) == 3 else tokens[at].text
    return _ARTICLE.match(text) is not None and (
        _ARTICLE.match(tokens[at].text) is not None or tokens[at].end == parts[1].start
    )


def _goes_on(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a word that opens many names has more behind it: 'Wadi al-Safra', 'San Vito'."""
    if span.key not in OPENING or span.last >= len(tokens):
        return False
    behind = tokens[span.last]
    named = behind.tag.startswith("NNP") and behind.text[:1].isupper()
    return named or _is_article(tokens, span.last)


def inner_spans(document: Document, gazetteer: Gazetteer) -> Iterator[Span]:
    """Abbreviated names that the parser left in one token with more: 'U.S.-led'."""
    for token in document.tokens:
        abbreviation = _ABBREVIATION.match(token.text)
        if abbreviation is None:
            continue
        start, end = token.start, token.start + abbreviation.end()
        text = document.text[start:end]
        entries = gazetteer.find(normalise_name(text)) if text == abbreviation.group() else ()
        if entries:
            key = normalise_name(text)
            yield Span(token.index, token.index + 1, start, end, text, key, entries)


def span_of(document: Document, first: int, last: int, gazetteer: Gazetteer) -> Span:
    """Given tokens as a span, whether the gazetteer knows it or not."""
    start, end = document.tokens[first].start, document.tokens[last - 1].end
    text = document.readable(start, end)
    key = name_key(text)
    return Span(first, last, start, end, text, key, gazetteer.find(key))


def name_key(text: str) -> str:
    """The key of a name as it stands in a text: articles and possessives cut."""
    for mark in ("'s", "’s", "s'", "s’"):
        if text.endswith(mark):
            text = text[: -len(mark)] + ("s" if mark[0] == "s" else "")
            break
    return normalise_name(text).removeprefix("the ")


def _longest(document: Document, gazetteer: Gazetteer, first: int, bound: int) -> Span | None:
    """The longest name that begins at a token."""
    tokens, text = document.tokens, document.text
    start = tokens[first].start
    opening = normalise_name(tokens[first].text).split(" ")[0]
    longest = gazetteer.longest_from(_EXPANDED.get(opening, opening)) if opening else 0
    if _EXPANDED.get(opening):
        longest = max(longest, gazetteer.longest_from(opening))
    if not longest:
        return None
    for last in range(min(bound, first + LONGEST_TOKENS), first, -1):
        closing = tokens[last - 1]
        before = normalise_name(text[start : tokens[last - 2].end]) if last - first > 1 else ""
        is_site = closing.text in _SITES and bool(before) and not gazetteer.find(before)
        if not is_capitalised(closing.text) and not closing.text[0].isdigit() and not is_site:
            continue
        if "\n" in text[start : closing.end] or not _joined(tokens, first, last):
            continue
        key = normalise_name(text[start : closing.end])
        if key.count(" ") >= longest or not normalise_name(closing.text):
            continue  # a tatweel that stands alone is no part of a name
        entries = gazetteer.find(key)
        if any(c.islower() for c in text[start : closing.end]):  # no "Car bombs" of the CAR
            entries = tuple(e for e in entries if not _is_shortened(key, e))
        if entries:
            return Span(first, last, start, closing.end, text[start : closing.end], key, entries)
    return None


_ABBREVIATION = re.compile(r"(?:[A-Z]\.){2,4}(?=-[a-z])")
_SITES = frozenset({"airport"})  # "Ben Gurion airport": nobody knows the name without it
_EXPANDED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_LETTERS = 3
_INNER_MARKS = frozenset("-–'’ʻ‘.,")


def _joined(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether only words, hyphens and points stand inside; a comma only in 'Washington, D.C.'."""
    for token in tokens[first:last]:
        if not any(c.isalnum() for c in token.text):
            if token.text not in _INNER_MARKS:
                return False
            if token.text == "," and not (
                token.index + 1 < last and "." in tokens[token.index + 1].text
            ):
                return False
    return True


def _is_shortened(key: str, entry: Entry) -> bool:
    """Whether a name is the letters by which a country is called for short: 'UK', 'CAR'."""
    return entry.kind == "country" and entry.form != "demonym" and len(key) <= _LETTERS


def _prominence(entry: Entry) -> float:
    """Prominence of one place, from its level and population."""
    if entry.form == "demonym":
        return 3.0
    if entry.kind == "town":
        least = 0.0 if entry.form == "name" else -1.0
        return next((value for size, value in _TOWNS if entry.population >= size), least)
    if entry.kind == "country":
        return 4.0
    if entry.kind == "province":
        return 2.0 if entry.population > _LARGE_PROVINCE else 1.0
    return 0.5 if entry.kind == "district" else 3.0
