"""Finds the places of a text and says what each name denotes and is used for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.places.english import EnglishUses, Judged
from reportedly.find.places.features import find_features
from reportedly.find.places.gazetteer import Entry, Gazetteer
from reportedly.find.places.joined import joined_spans
from reportedly.find.places.mentions import as_mentions
from reportedly.find.places.plain import judge_plain
from reportedly.find.places.sites import find_sites
from reportedly.find.places.spans import Span, inner_spans, known_spans
from reportedly.find.places.unknown import find_unknown
from reportedly.parse import Document
from reportedly.records import PlaceMention

_COUNTRY_BONUS, _LEAST_NAMES, _LEAST_TOWN = 1.0, 2, 5_000
_LIST_ROUNDS = 3  # each name that a list makes a place can make the next one


def find_places(document: Document, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """All place names of a text, in order, each with its use, place and other readings.

    In "Arvan, Sena province" the town is one mention; the parent, which only tells which Arvan,
    is a mention with the use `modifier`. Persons, streets, sites inside towns and names that
    the gazetteer lacks have no place.
    """
    return as_mentions(document, judge_names(document, gazetteer), gazetteer)


def judge_names(document: Document, gazetteer: Gazetteer) -> list[Judged]:
    """Accepted names of a text in order, none inside another."""
    spans = [*known_spans(document, gazetteer), *inner_spans(document, gazetteer)]
    spans.sort(key=lambda span: span.start)
    if not document.has_syntax:
        language = document.article.language
        taken = {i for span in spans for i in range(span.first, span.last)}
        spans += joined_spans(document, gazetteer, taken)
        spans.sort(key=lambda span: span.start)
        return list(judge_plain(document, spans, gazetteer.cues, language))
    uses = EnglishUses(document, spans, gazetteer.cues.english)
    judged = [one for one in map(uses.judge, spans) if one is not None]
    judged = _with_namesakes(spans, judged, uses)
    features = list(find_features(document, uses, gazetteer))
    sites = list(find_sites(document, uses, judged, gazetteer))
    judged = _without_overlap([*features, *sites, *judged])
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
