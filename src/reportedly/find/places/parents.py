"""The units that a text names as holding a place: 'X, Clark County, Ohio', 'X is a town in Y'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.find.places.gazetteer import Entry
from reportedly.find.places.holders import unit_ids
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
_IN = re.compile(r" (?:in|near|of) (?:the )?(?:[\w-]+ )?(?:(?:province|state|region|county) of )?$")
_OUTER = re.compile(r"(?:,| in| of|, in)(?: the)?(?: [a-z-]+){0,2} ?(?:the )?$")
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
        chain: list[frozenset[str]] = []
        held, last = list(span.entries), span
        for after in spans[number + 1 : number + 1 + _LONGEST_CHAIN]:
            gap = document.text[last.end : after.start].replace("\u00a0", " ")
            if len(gap) > _LONGEST_GAP or "\n" in gap or after.demonym or after.key == span.key:
                break
            if not _says_held(gap, first=last is span):
                break
            holding = [e for e in after.entries if _holds_any(e, held)]
            if not holding:
                break
            chain.append(unit_ids(holding))
            held, last = holding, after
        if chain and not span.demonym:
            found[number] = tuple(chain)
    return found


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


def _holds_any(unit: Entry, entries: Sequence[Entry]) -> bool:
    if unit.kind not in ("country", "province", "district"):
        return False
    name = f"country:{unit.country}" if unit.kind == "country" else unit.id
    return any(
        entry.kind != "country" and name in (*entry.holders, f"country:{entry.country}")
        for entry in entries
    )
