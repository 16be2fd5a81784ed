"""The units that a text names as holding a place: 'X, Clark County, Ohio', 'X is a town in Y'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.find.places.gazetteer import Entry
from reportedly.find.places.holders import PARTS, holder_ids, unit_ids
from reportedly.find.places.spans import Span
from reportedly.parse import Document

_ADJACENT = re.compile(r"\s?[,،(]\s?(?:the )?$")
# ', a town in', ' is a small town and the seat of a district in the north of'
_INTRODUCED = re.compile(r"(?:,| is| was| is also| was also)(?: which is)? (?:an?|the|one) ")
_UNIT = re.compile(
    r"\b(?:city|town|village|hamlet|municipality|commune|suburb|settlement|seat|capital|community"
    r"|borough|township|parish|locality|district|county|port|resort|comune|department|province"
    r"|neighbou?rhood|part|cent(?:re|er)|one)s?\b"
)
_ENDING = re.compile(r" (?:in|of|within|on)(?: the)?(?: [\w-]+){0,3} ?$")
_IN = re.compile(rf",? (?:in|near|of) (?:the )?(?:[\w-]+ )?(?:{PARTS} of )?$")
_OUTER = re.compile(r"(?:,| in| of|, in)(?: the)?(?: [a-z-]+){0,2} ?(?:the )?$")
# 'the Pakistani Punjab', 'the Nigerian state of Borno', 'the Iraqi city of Mosul'
_BEHIND_ADJECTIVE = re.compile(r" (?:[a-z]+ ){0,2}(?:[a-z]+ of (?:the )?)?$")
_LONGEST_GAP = 160
_LONGEST_CHAIN = 3


def find_parents(
    document: Document, spans: Sequence[Span]
) -> dict[int, tuple[frozenset[str], ...]]:
    """Numbers of names to the units that the text says hold them, the inner first.

    Each unit is given by all ids that it can be, for its own name may be one of many.
    """
    found: dict[int, tuple[frozenset[str], ...]] = {}
    for number, span in enumerate(spans):
        if span.demonym:
            continue
        chain = _units_after(document, spans, number) or _country_before(document, spans, number)
        if chain:
            found[number] = tuple(chain)
    return found


def _units_after(document: Document, spans: Sequence[Span], number: int) -> list[frozenset[str]]:
    """The units named behind a name, each of which holds the one before."""
    span = last = spans[number]
    chain: list[frozenset[str]] = []
    held: Sequence[Entry] = span.entries
    for after in spans[number + 1 : number + 1 + _LONGEST_CHAIN]:
        gap = document.text[last.end : after.start].replace("\u00a0", " ")
        if len(gap) > _LONGEST_GAP or "\n" in gap or after.demonym or after.key == span.key:
            break
        if not _says_held(gap, first=last is span):
            break
        around = holder_ids(held)
        holding = [entry for entry in after.entries if not around.isdisjoint(unit_ids([entry]))]
        if not holding:
            break
        chain.append(unit_ids(holding))
        held, last = holding, after
    return chain


def _country_before(document: Document, spans: Sequence[Span], number: int) -> list[frozenset[str]]:
    """The country whose adjective stands before a name: 'the Pakistani Punjab'."""
    if not number or not spans[number - 1].demonym:
        return []
    adjective, span = spans[number - 1], spans[number]
    gap = document.text[adjective.end : span.start].replace("\u00a0", " ")
    if len(gap) > _LONGEST_GAP or not _BEHIND_ADJECTIVE.fullmatch(gap):
        return []
    around = holder_ids(span.entries)
    countries = [entry for entry in adjective.entries if entry.kind == "country"]
    holding = [entry for entry in countries if not around.isdisjoint(unit_ids([entry]))]
    if not holding or any(entry.kind == "country" for entry in span.entries):
        return []
    return [unit_ids(holding)]


def _says_held(gap: str, *, first: bool) -> bool:
    """Whether the words between two names say that the second holds the first."""
    if _ADJACENT.match(gap):
        return True
    if not first:
        return _OUTER.fullmatch(gap) is not None
    if _IN.fullmatch(gap):
        return True
    return bool(
        "." not in gap and _INTRODUCED.search(gap) and _UNIT.search(gap) and _ENDING.search(gap)
    )
