"""Capitals that a text tells by their country alone: 'in the Ugandan capital', 'in the capital'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.find.places.english import Judged
from reportedly.find.places.gazetteer import Entry, Gazetteer
from reportedly.find.places.spans import Span, span_of
from reportedly.parse import Document, Token

_SUPPORT = 3.0
_NEXT_WORDS = 2  # behind the phrase, where its name may stand: "the Ugandan capital, Arvan"
_SEATS = ("capital", "city")
# Whose capital is in dispute, or is not where its government sits: such texts name the town.
_UNCLEAR = frozenset({"BO", "CI", "EH", "IL", "PS"})


def find_capitals(
    document: Document, judged: Sequence[Judged], gazetteer: Gazetteer
) -> Iterator[Judged]:
    """'The Ugandan capital', "Uganda's capital" behind a preposition, where no town is named.

    'The capital' alone is that of the only country of which a text names the whole, the people or
    the capital. A text that calls a town the capital ('the capital, Arvan') means it everywhere.
    The mention is the word 'capital', so that the country beside it stays a mention of its own.
    """
    by_token = {i: one for one in judged for i in range(one.span.first, one.span.last)}
    only = _only_country(judged)
    called = _called_capital(document, by_token)
    for token in document.tokens:
        if token.text != "capital" or token.dep not in ("pobj", "compound"):
            continue
        head = document.head(token) if token.dep == "compound" else token
        if head.lemma not in _SEATS or head.dep != "pobj" or _is_named(document, head, by_token):
            continue
        country = _country_before(document, token, by_token)
        if country is None and _stands_alone(document, token):
            country = only
        town = None if country is None else called.get(country)
        if town is None and country is not None and country not in _UNCLEAR:
            town = gazetteer.capital_of(country)
        if town is not None:
            yield Judged(
                _span(document, token, town, gazetteer),
                "location",
                "toponym",
                _SUPPORT,
                rule="capital of the country",
            )


def _called_capital(document: Document, by_token: dict[int, Judged]) -> dict[str, Entry]:
    """Towns that the text itself calls the capital of their country: 'the capital, Arvan'."""
    found: dict[str, Entry] = {}
    for token in document.tokens:
        if token.text != "capital" or not _is_named(document, token, by_token):
            continue
        behind = document.tokens[token.index + 1 : token.index + 1 + _NEXT_WORDS]
        one = next(by_token[t.index] for t in behind if t.index in by_token)
        town = next((e for e in one.span.entries if e.kind == "town" and e.country), None)
        before = document.tokens[max(token.index - 1, 0)].text.lower()
        country = _country_before(document, token, by_token)
        if town is not None and town.country and (before == "the" or country == town.country):
            found.setdefault(town.country, town)
    return found


def _country_before(document: Document, token: Token, by_token: dict[int, Judged]) -> str | None:
    """The country whose name or adjective stands right before the word 'capital'."""
    for step in (1, 2):  # "Uganda 's capital"
        one = by_token.get(token.index - step)
        if one is not None:
            entry = next(iter(one.span.entries), None)
            whole = one.span.demonym or (entry is not None and entry.kind == "country")
            return entry.country if entry is not None and whole else None
        if document.tokens[token.index - step].text not in ("'s", "’s", "'", "’"):
            return None
    return None


def _stands_alone(document: Document, token: Token) -> bool:
    """Whether nothing but 'the' tells which capital is meant."""
    beside = [t for t in document.children(token.index) if t.dep not in ("punct", "relcl")]
    return token.dep == "pobj" and [t.text.casefold() for t in beside] == ["the"]


def _only_country(judged: Sequence[Judged]) -> str | None:
    """The country that a text names, by itself, its people or its capital, if it is only one.

    Of several, that from whose capital the text is sent, where more of the text names it.
    """
    countries: Counter[str] = Counter()
    sent_from: set[str] = set()
    for one in judged:
        first = next(iter(one.span.entries), None)
        if first is None or first.country is None:
            continue
        capital = any(e.capital and e.country == first.country for e in one.span.entries)
        if capital or first.form == "demonym" or first.kind == "country":
            countries[first.country] += 1
        if capital and one.use == "dateline":
            sent_from.add(first.country)
    filed = [country for country in sent_from if countries[country] > 1]
    return next(iter(countries if len(countries) == 1 else filed), None)


def _is_named(document: Document, head: Token, by_token: dict[int, Judged]) -> bool:
    """Whether the town itself stands right behind: 'the Ugandan capital, Arvan'."""
    after = document.tokens[head.index + 1 : head.index + 1 + _NEXT_WORDS]
    close = [t for t in after if t.sentence == head.sentence]
    if close and close[0].text not in (",", "(") and not close[0].text[:1].isupper():
        return False
    return any(t.index in by_token for t in close)


def _span(document: Document, token: Token, town: Entry, gazetteer: Gazetteer) -> Span:
    return replace(span_of(document, token.index, token.index + 1, gazetteer), entries=(town,))
