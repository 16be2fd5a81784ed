"""Finds the places of a text and says what each name denotes and is used for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.places.capitals import find_capitals
from reportedly.find.places.english import EnglishUses, Judged
from reportedly.find.places.features import find_features
from reportedly.find.places.gazetteer import Entry, Gazetteer
from reportedly.find.places.joined import joined_spans
from reportedly.find.places.mentions import as_mentions
from reportedly.find.places.plain import judge_plain
from reportedly.find.places.postal_codes import with_postal_codes
from reportedly.find.places.sites import find_sites
from reportedly.find.places.spans import Span, inner_spans, known_spans
from reportedly.find.places.unknown import find_unknown
from reportedly.parse import Document
from reportedly.records import PlaceMention

_LEAST_NAMES, _LEAST_SHARE = 2, 0.2  # of a country that a text is about
_LEAST_TOWN, _SURE_TOWN = 5_000, 15_000  # inhabitants
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
    judged = _without_overlap([*judged, *find_capitals(document, judged, gazetteer)])
    judged = with_postal_codes(document, judged, gazetteer)
    for _ in range(_LIST_ROUNDS):
        unknown = list(find_unknown(document, uses, judged, gazetteer))
        if not unknown:
            break
        judged = _without_overlap([*judged, *unknown])
    return _with_origins(document, judged, uses)


def _with_origins(document: Document, judged: Sequence[Judged], uses: EnglishUses) -> list[Judged]:
    """Judged names, with homes of persons apart, and origins where another place is named."""
    places = [one for one in judged if one.use == "location"]
    origins = {one.span.first for one in places if uses.tells_origin(one.span)}
    if not origins:
        return list(judged)
    others = {
        document.tokens[one.span.first].sentence for one in places if one.span.first not in origins
    }
    return [
        replace(one, use="modifier")
        if one.span.first in origins
        and (uses.home_of(one.span) or document.tokens[one.span.first].sentence in others)
        else one
        for one in judged
    ]


def _with_namesakes(
    spans: Sequence[Span], judged: Sequence[Judged], uses: EnglishUses
) -> list[Judged]:
    """Judged names, with doubtful ones that are towns of a country the text is about."""
    countries = _countries_told(judged)
    if not countries:
        return list(judged)
    found = {one.span.start: one for one in judged}
    for span in spans:
        known = found.get(span.start)
        if known is not None and known.use != "person":
            continue
        inside = [entry for entry in span.entries if _is_town_in(entry, countries)]
        if not inside:
            continue
        one = uses.judge_in_country(span, sure=any(e.population >= _SURE_TOWN for e in inside))
        if one is not None and one.use in ("location", "modifier"):
            found[span.start] = one
    return [found[start] for start in sorted(found)]


def _countries_told(judged: Sequence[Judged]) -> frozenset[str]:
    """The countries that a text surely names several places of, or is sent from."""
    told: Counter[str] = Counter()
    for one in {one.span.key: one for one in judged}.values():
        first = one.span.entries[0] if one.span.entries else None
        if first is not None and first.country and one.use in ("location", "dateline"):
            told[first.country] += _LEAST_NAMES if one.use == "dateline" else 1
    everything = sum(told.values())
    return frozenset(
        country
        for country, count in told.items()
        if count >= _LEAST_NAMES and count >= _LEAST_SHARE * everything
    )


def _is_town_in(entry: Entry, countries: frozenset[str]) -> bool:
    if entry.country not in countries or entry.form == "demonym":
        return False
    return entry.population >= (_LEAST_TOWN if entry.form == "name" else _SURE_TOWN)


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
