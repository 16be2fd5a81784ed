"""Names that the gazetteer lacks, read by a name inside them: 'northern X', 'X River', 'Xans'.

The place is then the one that the inner name denotes, which is near or around what is meant; the
mention says so by its rule.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reportedly.find.places.gazetteer import Entry, Gazetteer

RESPELLED = "other form of the name"
PEOPLE = "adjective of a place"
SPELLED = "nearly this spelling"
PART = "part of the place named"
INSIDE = "place named inside"

_DIRECTIONS_LIST = """central coastal downtown east eastern greater inner lower mainland metro
metropolitan mid north northeast northeastern northern northwest northwestern outer peninsular
rural south southeast southeastern southern southwest southwestern upper west western"""
_DIRECTIONS = frozenset(_DIRECTIONS_LIST.split())
_BEFORE_LIST = """airport bay borough canal cape city college county district fort gulf island
islands isle lake mount mountain of parish port province region republic river state strait the
town university valley village"""
_BEFORE = frozenset(_BEFORE_LIST.split())
_AFTER_LIST = """airport area basin bay beach borough bridge canal canton city coast college
county creek crossing dam delta department desert district estuary forest governorate harbor
harbour heights hill hills international island islands junction lake metro metropolitan
mountain mountains municipality national oblast parish park peninsula plain plains plateau port
prefecture province region regional republic river springs state station strait suburbs
territory town township university valley village"""
_AFTER = frozenset(_AFTER_LIST.split())
# what many names of a language begin with, and so tells none of them
_OPENING_LIST = """abu ad ain al alto an as ash at ayn bab bani beit beni big bir dar deir dur el
fort grand great jebel kafr khan khirbet la las le los new nova novo nueva nuevo old oum port qasr
ras saint san santa santo sidi st tal tel tell um umm vila villa wad wadi"""
OPENING = frozenset(_OPENING_LIST.split())
_LINKS = frozenset({"of", "de", "del", "di", "in", "at", "near"})
_SUFFIXES = ("ians", "ian", "ans", "an", "ns", "n", "ers", "er", "ites", "ite", "s")
_LARGE = 100_000  # inhabitants of places that have an adjective of their own
_PROMINENT = 15_000  # inhabitants of towns whose name inside another one is hardly chance
_SHORTEST_BASE = 4
_UNITS = frozenset({"county", "parish", "district", "province", "township"})


@dataclass(frozen=True, slots=True)
class Partial:
    """Candidates by a part of a name, and how the part stands to it."""

    entries: tuple[Entry, ...]
    rule: str
    key: str  # the part


def read_by_part(key: str, gazetteer: Gazetteer) -> Partial | None:
    """Candidates for a normalised name that the gazetteer lacks, None where nothing fits."""
    for reading in (_respelled, _adjective, _undirected, _unheaded, _spelled, _inside):
        found = reading(key, gazetteer)
        if found is not None:
            return found
    return None


def _respelled(key: str, gazetteer: Gazetteer) -> Partial | None:
    """'Mayo County' for 'County Mayo', 'Platte Co.' for 'Platte County', 'Fort X' for 'Ft X'."""
    words = key.split(" ")
    others = []
    if len(words) > 1 and words[-1] == "co":
        others.append(" ".join([*words[:-1], "county"]))
    if len(words) > 1 and words[-1] == "twp":
        others.append(" ".join([*words[:-1], "township"]))
    if len(words) > 1 and words[-1] in _UNITS:
        others.append(" ".join([words[-1], *words[:-1]]))
    if len(words) > 1 and words[0] in _UNITS:
        others.append(" ".join([*words[1:], words[0]]))
    if " and " in key:
        others.append(key.replace(" and ", " "))
    return _first(others, gazetteer, RESPELLED, lambda entry: entry.form != "demonym")


def _adjective(key: str, gazetteer: Gazetteer) -> Partial | None:
    """'Ohioans', 'Londoner': the people of a province, region or large town."""
    bases = []
    for suffix in _SUFFIXES:
        base = key.removesuffix(suffix)
        if base != key and len(base) >= _SHORTEST_BASE:
            bases.append(base)
            if suffix in ("ian", "ians", "an", "ans"):
                bases += [base + "a", base + "ia", base + "as", base + "o"]
            if suffix in ("n", "ns"):
                bases.append(base + "s")
    return _first(bases, gazetteer, PEOPLE, _has_adjective)


def _undirected(key: str, gazetteer: Gazetteer) -> Partial | None:
    """'southern Ohio', 'north-west Pakistani', 'Arvan East': a part of what the rest names."""
    words = key.split(" ")
    at = 0
    while at < len(words) - 1 and words[at] in _DIRECTIONS:
        at += 1
    if at:
        return _first([" ".join(words[at:])], gazetteer, PART, lambda _: True)
    if len(words) < 2 or words[-1] not in _DIRECTIONS:
        return None
    return _first([" ".join(words[:-1])], gazetteer, PART, lambda entry: entry.form == "name")


def _unheaded(key: str, gazetteer: Gazetteer) -> Partial | None:
    """'X River', 'Lake X', 'X Township', 'University of X': by the town or unit X."""
    words = key.split(" ")
    first, last = 0, len(words)
    while first < last - 1 and words[first] in _BEFORE:
        first += 1
    while last - 1 > first and words[last - 1] in _AFTER:
        last -= 1
    rest = [" ".join(words[first:last])] if (first, last) != (0, len(words)) else []
    return _first(rest, gazetteer, INSIDE, lambda entry: entry.form != "demonym")


def _spelled(key: str, gazetteer: Gazetteer) -> Partial | None:
    """'Cookevile', 'Qazwin': a misspelt or otherwise transliterated name."""
    entries = gazetteer.near(key)
    return Partial(entries, SPELLED, key) if entries else None


def _inside(key: str, gazetteer: Gazetteer) -> Partial | None:
    """'X Art Gallery', 'X Fire District 2', 'Bank of X': by a well-known X."""
    words = key.split(" ")
    parts = [words[:length] for length in range(len(words) - 1, 0, -1)]
    parts += [words[n + 1 :] for n, word in enumerate(words) if word in _LINKS and n]
    names = [" ".join(part) for part in parts if not OPENING.issuperset(part)]
    return _first(names, gazetteer, INSIDE, _is_prominent)


def _first(
    keys: list[str], gazetteer: Gazetteer, rule: str, fits: Callable[[Entry], bool]
) -> Partial | None:
    for key in keys:
        if key in _DIRECTIONS or key in _BEFORE or key in _AFTER:
            continue
        entries = tuple(entry for entry in gazetteer.find(key) if fits(entry))
        if entries:
            return Partial(entries, rule, key)
    return None


def _has_adjective(entry: Entry) -> bool:
    if entry.form == "demonym":
        return True
    if entry.form != "name":
        return entry.kind in ("country", "region")
    return entry.kind in ("country", "province", "region", "continent") or (
        entry.kind == "town" and entry.population >= _LARGE
    )


def _is_prominent(entry: Entry) -> bool:
    if entry.form != "name":
        return False
    return entry.kind != "town" or entry.population >= _PROMINENT
