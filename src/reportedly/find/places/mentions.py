"""From judged names to mentions: what stands beside each name, and the place that it denotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.places.beside import place_beside
from reportedly.find.places.english import Judged
from reportedly.find.places.gazetteer import Gazetteer
from reportedly.find.places.headline_units import as_units_in_headline
from reportedly.find.places.holders import find_holders, holder_ids, unit_ids
from reportedly.find.places.named_districts import with_district
from reportedly.find.places.namesakes import by_what_they_hold
from reportedly.find.places.outlets import country_prior, home_country, home_towns
from reportedly.find.places.parents import find_parents
from reportedly.find.places.partial import INSIDE, PART, SPELLED, read_by_part
from reportedly.find.places.resolve import Home, Resolution, resolve
from reportedly.find.places.toponym import Toponym
from reportedly.parse import Document
from reportedly.records import Article, PlaceMention

MADE_BY = "places"
_VILLAGES = frozenset({"village", "hamlet"})
_OPENING = 1  # sentences that tell what a text is about


def as_mentions(
    document: Document, judged: Sequence[Judged], gazetteer: Gazetteer
) -> tuple[PlaceMention, ...]:
    """One mention for each judged name of a text, in their order.

    A unit that only tells which town is meant ('Arvan, Sena province') gets the use `modifier`.
    """
    holders = find_holders(document, [one.span for one in judged])
    shown = {holder for holder, adjacent in holders.values() if adjacent}
    held = {holder: number for number, (holder, _) in holders.items()}
    told = {n: (unit_ids(judged[holder].span.entries),) for n, (holder, _) in holders.items()}
    parents = find_parents(document, [one.span for one in judged])
    home = outlet_home(document.article, gazetteer)
    named = home.town.key if home.town else None
    judged = [with_district(document, _with_part(one, gazetteer), gazetteer) for one in judged]
    toponyms = [
        Toponym(
            key=one.span.key,
            entries=one.span.entries if one.resolvable else (),
            parents=parents.get(n, told.get(n, ())),
            children=holder_ids(judged[held[n]].span.entries) if n in held else frozenset(),
            levels=one.levels,
            dateline=one.use == "dateline",
            opening=_opens(document, one),
            partial=one.rule in (INSIDE, PART, SPELLED),
            government=one.use == "metonym",
            village=_is_village(document, one),
            home=one.span.key == named,
            published=document.article.published,
        )
        for n, one in enumerate(judged)
    ]
    resolved = by_what_they_hold(document, judged, resolve(toponyms, home), gazetteer)
    resolved = as_units_in_headline(document, judged, resolved)
    return tuple(
        _mention(document, replace(one, use="modifier") if number in shown else one, reading)
        for number, (one, reading) in enumerate(place_beside(document, judged, resolved, gazetteer))
    )


def _with_part(one: Judged, gazetteer: Gazetteer) -> Judged:
    """A name that the gazetteer lacks, with the places that a part of it names."""
    if one.span.entries or not one.resolvable:
        return one
    part = read_by_part(one.span.key, gazetteer)
    if part is None:
        return one
    return replace(one, span=replace(one.span, entries=part.entries), rule=part.rule)


def outlet_home(article: Article, gazetteer: Gazetteer) -> Home:
    """What an article's address tells of its outlet."""
    found = home_towns(article, gazetteer)
    town = Toponym(found[0], found[1], home=True) if found else None
    return Home(country_prior(article), home_country(article), town)


def _is_village(document: Document, one: Judged) -> bool:
    """'The village of Arvan', 'Arvan village': such a place is no town of another country."""
    tokens, first, last = document.tokens, one.span.first, one.span.last
    before = [t.lemma for t in tokens[max(first - 2, 0) : first]]
    led = len(before) == 2 and before[0] in _VILLAGES and before[1] == "of"
    return led or any(t.lemma in _VILLAGES for t in tokens[last : last + 1])


def _opens(document: Document, one: Judged) -> bool:
    if one.span.first >= len(document.tokens):
        return False
    return document.tokens[one.span.first].sentence < _OPENING


def _mention(document: Document, one: Judged, resolution: Resolution | None) -> PlaceMention:
    return PlaceMention(
        evidence=document.evidence(one.span.start, one.span.end),
        place=resolution.as_place() if resolution else None,
        kind=one.kind,
        use=one.use,
        confidence=resolution.confidence if resolution else None,
        made_by=f"{MADE_BY}: {one.rule}",
    )
