"""The districts that 'X District' can mean, where the gazetteer has them under other names.

Of two districts X it may know one alone as 'X District'. A town may be known under more spellings
than its district ('Vishakhapatnam'), and a district that was split since may live on in its town
alone. What the text calls a district is never as precise as a town.
"""

from __future__ import annotations

from dataclasses import replace

from reportedly.find.places.english import Judged
from reportedly.find.places.entries import FEATURES
from reportedly.find.places.gazetteer import Entry, Gazetteer
from reportedly.find.places.names import normalise_name
from reportedly.find.places.spans import Span
from reportedly.parse import Document

_WORD = "district"
_LEAST_TOWN = 50_000  # inhabitants of a town that heads a district


def with_district(document: Document, one: Judged, gazetteer: Gazetteer) -> Judged:
    """A name before or with the word 'district', with all the districts that it can mean."""
    span = one.span
    if not one.resolvable or span.demonym:
        return one
    if span.key.endswith(f" {_WORD}"):
        return replace(one, span=replace(span, entries=_with_namesakes(span, gazetteer)))
    if _WORD not in one.levels or not _stands_before(document, span.last):
        return one
    towns = [e for e in span.entries if e.kind == "town" and e.form != "demonym"]
    if len(towns) < len(span.entries):
        return one
    found = _of_the_name(towns, gazetteer) or [
        _around(town) for town in towns if town.population >= _LEAST_TOWN
    ]
    return replace(one, span=replace(span, entries=(*found, *towns))) if found else one


def _with_namesakes(span: Span, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The entries of 'X District', with the other districts X of the same countries."""
    countries = {entry.country for entry in span.entries}
    known = {entry.id for entry in span.entries}
    others = (
        entry
        for entry in gazetteer.find(span.key.removesuffix(f" {_WORD}"))
        if entry.kind == _WORD and entry.country in countries and entry.id not in known
    )
    return (*span.entries, *others)


def _stands_before(document: Document, index: int) -> bool:
    return index < len(document.tokens) and document.tokens[index].lemma.lower() == _WORD


def _of_the_name(towns: list[Entry], gazetteer: Gazetteer) -> list[Entry]:
    """Districts that bear the usual name of one of the towns and lie in its province."""
    found = {
        entry.id: entry
        for town in towns
        for entry in gazetteer.find(normalise_name(town.name))
        if entry.kind == _WORD and entry.country == town.country and entry.admin1 == town.admin1
    }
    return list(found.values())


def _around(town: Entry) -> Entry:
    feature, precision = FEATURES[_WORD]
    return replace(town, kind="district", feature_class=feature, precision=precision)
