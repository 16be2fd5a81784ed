"""Finds the places of a text and says what each name denotes and is used for."""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.find.places.english import EnglishUses, Judged
from reportedly.find.places.gazetteer import Entry, Gazetteer
from reportedly.find.places.holders import find_holders, holder_ids, unit_ids
from reportedly.find.places.plain import judge_plain, without_clitics
from reportedly.find.places.resolve import Resolution, Toponym, resolve
from reportedly.find.places.sites import find_sites, find_unknown
from reportedly.find.places.spans import Span, known_spans, name_key
from reportedly.parse import Document
from reportedly.parse.plain import PlainParser
from reportedly.records import Article, PlaceMention

MADE_BY = "places"
_COUNTRY_BONUS, _LEAST_NAMES, _LEAST_TOWN = 1.0, 2, 5_000
_LIST_ROUNDS = 3  # each name that a list makes a place can make the next one
_OUTLET_VOTE = 1.0  # an outlet with a national domain writes mostly of its country
_DOMAIN = re.compile(r"https?://[^/:?#]*\.([a-z]{2})(?:[/:?#]|$)")
_DOMAIN_COUNTRY = {"uk": "GB"}
_NO_COUNTRY = frozenset({"io", "tv", "me", "co", "ai", "fm", "cc", "ws", "to", "ly", "eu", "gg"})


def find_places(document: Document, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """All place names of a text, in order, each with its use, place and other readings.

    In "Arvan, Sena province" the town is one mention; the parent, which only tells which Arvan,
    is a mention with the use `modifier`. Persons, streets, sites inside towns and names that
    the gazetteer lacks have no place.
    """
    judged = _judge(document, gazetteer)
    holders = find_holders(document, [one.span for one in judged])
    shown = {holder for holder, adjacent in holders.values() if adjacent}
    resolved = _resolve(document, judged, holders)
    return tuple(
        _mention(document, replace(one, use="modifier") if number in shown else one, reading)
        for number, (one, reading) in enumerate(zip(judged, resolved, strict=True))
    )


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
        for one in _judge(document, gazetteer)
        if not any(one.span.start < span.end and span.start < one.span.end for span in taken)
    ]
    everything = sorted([*given, *context], key=lambda one: (one.span.start, one.span.end))
    holders = find_holders(document, [one.span for one in everything])
    resolved = _resolve(document, everything, holders)
    readings = {one.span: reading for one, reading in zip(everything, resolved, strict=True)}
    return tuple(_mention(document, one, readings[one.span]) for one in given)


def _resolve(
    document: Document, judged: Sequence[Judged], holders: Mapping[int, tuple[int, bool]]
) -> tuple[Resolution | None, ...]:
    """The readings of all names of a text."""
    held = {holder: number for number, (holder, _) in holders.items()}
    toponyms = [
        Toponym(
            key=one.span.key,
            entries=one.span.entries if one.resolvable else (),
            parents=unit_ids(judged[holders[n][0]].span.entries) if n in holders else frozenset(),
            children=holder_ids(judged[held[n]].span.entries) if n in held else frozenset(),
            levels=one.levels,
            dateline=one.use == "dateline",
        )
        for n, one in enumerate(judged)
    ]
    return resolve(toponyms, country_prior(document.article))


def country_prior(article: Article) -> dict[str, float]:
    """Votes for the country of an outlet's national domain ('.ke'); empty where it has none."""
    match = _DOMAIN.match(article.url or "")
    if match is None or match.group(1) in _NO_COUNTRY:
        return {}
    code = match.group(1)
    return {_DOMAIN_COUNTRY.get(code, code.upper()): _OUTLET_VOTE}


def _judge(document: Document, gazetteer: Gazetteer) -> list[Judged]:
    """Accepted names of a text in order, none inside another."""
    spans = list(known_spans(document, gazetteer))
    if not document.has_syntax:
        language = document.article.language
        if language == "ar":
            taken = {i for span in spans for i in range(span.first, span.last)}
            spans += without_clitics(document, gazetteer, taken)
            spans.sort(key=lambda span: span.start)
        return list(judge_plain(document, spans, gazetteer.cues, language))
    uses = EnglishUses(document, spans, gazetteer.cues.english)
    judged = [one for one in map(uses.judge, spans) if one is not None]
    judged = _with_namesakes(spans, judged, uses)
    sites = list(find_sites(document, uses, judged, gazetteer))
    judged = _without_overlap([*sites, *judged])
    for _ in range(_LIST_ROUNDS):
        unknown = list(find_unknown(document, uses, judged, gazetteer))
        if not unknown:
            break
        judged = _without_overlap([*judged, *unknown])
    return _with_origins(document, judged, uses)


def _with_origins(document: Document, judged: Sequence[Judged], uses: EnglishUses) -> list[Judged]:
    """Judged names, with places of origin apart where the sentence names another place."""
    places = Counter(
        document.tokens[one.span.first].sentence for one in judged if one.use == "location"
    )
    return [
        replace(one, use="modifier")
        if one.use == "location"
        and places[document.tokens[one.span.first].sentence] > 1
        and uses.tells_origin(one.span)
        else one
        for one in judged
    ]


def _with_namesakes(
    spans: Sequence[Span], judged: Sequence[Judged], uses: EnglishUses
) -> list[Judged]:
    """Judged names, with doubtful ones that are towns of the country the text is about."""
    country = _country_told(judged)
    if country is None:
        return list(judged)
    known = {one.span for one in judged}
    found = {one.span: one for one in judged}
    for span in spans:
        if span in known or not any(_is_town_in(entry, country) for entry in span.entries):
            continue
        one = uses.judge(span, bonus=_COUNTRY_BONUS)
        if one is not None and one.use in ("location", "modifier"):
            found[span] = one
    return [found[span] for span in spans if span in found]


def _country_told(judged: Sequence[Judged]) -> str | None:
    """The country of most places that a text surely names; None where it is about several."""
    told: Counter[str] = Counter()
    for one in {one.span.key: one for one in judged}.values():
        first = one.span.entries[0] if one.span.entries else None
        if first is not None and first.country and one.use in ("location", "dateline"):
            told[first.country] += 1
    if not told:
        return None
    country, count = min(told.items(), key=lambda item: (-item[1], item[0]))
    return country if count >= _LEAST_NAMES and 2 * count > sum(told.values()) else None


def _is_town_in(entry: Entry, country: str) -> bool:
    same = entry.country == country and entry.form == "name"
    return same and entry.population >= _LEAST_TOWN


def _without_overlap(judged: Sequence[Judged]) -> list[Judged]:
    """The judged names in order of the text; of two that overlap the one given first stays."""
    taken: set[int] = set()
    kept = []
    for one in judged:
        tokens = range(one.span.first, one.span.last)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(one)
    return sorted(kept, key=lambda one: one.span.start)


def _mention(document: Document, one: Judged, resolution: Resolution | None) -> PlaceMention:
    return PlaceMention(
        evidence=document.evidence(one.span.start, one.span.end),
        place=resolution.as_place() if resolution else None,
        kind=one.kind,
        use=one.use,
        confidence=resolution.score if resolution else None,
        made_by=f"{MADE_BY}: {one.rule}",
    )


def _given(document: Document, start: int, end: int, gazetteer: Gazetteer) -> Judged:
    """A span that the caller says is a place."""
    text = document.evidence(start, end).quote
    tokens = document.tokens_in(start, end)
    first = tokens[0].index if tokens else 0
    last = tokens[-1].index + 1 if tokens else 0
    key = name_key(text)
    span = Span(first, last, start, end, text, key, gazetteer.find(key))
    return Judged(span, "location", "toponym", support=math.inf)


def _plain_document(text: str) -> Document:
    """A text without facts, read without syntax."""
    text_id = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    article = Article(article_id=text_id, raw_id=text_id, text_id=text_id, text=text)
    return PlainParser()(article)
