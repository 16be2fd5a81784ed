"""Names that stand beside the name of the unit that holds them: 'Arvan, Sena province'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reportedly.find.places.gazetteer import Entry
from reportedly.find.places.spans import Span
from reportedly.parse import Document

_UNITS = frozenset({"country", "province", "district"})
_LARGE_TOWN = 10_000  # in 'Multan, Quetta' the second is a town before it is a district
_ADJACENT = re.compile(r"\s?[,،(]\s?(?:the )?$")
# 'in the province of X', 'in the highlands of X', 'in the north of X'
PARTS = (
    r"(?:province|state|region|county|department|governorate|oblast|canton|(?:high|low)lands"
    r"|mountains|hills|jungles|plains|valleys|(?:north|south)?(?:east|west)|north|south|cent(?:re|er)"
    r"|interior|coast|half|part)"
)
_TOLD = re.compile(
    rf"(?:,(?: an?| the)(?: [\w-]+){{1,4}})?,? in (?:the )?(?:[\w-]+ )?(?:{PARTS} of )?$"
)
_LONGEST_GAP = 60
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def find_holders(document: Document, spans: Sequence[Span]) -> dict[int, tuple[int, bool]]:
    """Numbers of held names to (number of the holder's, whether it stands right after).

    A holder that stands right after ('Arvan, Sena province') belongs to the name; one that is
    told ('Arvan, a town in Sena province') is a place of its own.
    """
    found: dict[int, tuple[int, bool]] = {}
    used: set[int] = set()
    for number, (span, after) in enumerate(pairwise(spans)):
        gap = document.text[span.end : after.start].replace("\u00a0", " ")
        if len(gap) > _LONGEST_GAP or number in used or after.demonym or span.demonym:
            continue
        adjacent = bool(_ADJACENT.match(gap))
        told = adjacent or (_TOLD.match(gap) and not _is_told_by(document, span, after))
        if told and _may_hold(after, span, adjacent):
            possessive = document.text[after.end : after.end + 2] in ("'s", "’s")
            found[number] = (number + 1, adjacent and not possessive)
            used.add(number + 1)
    return found


def _is_told_by(document: Document, span: Span, after: Span) -> bool:
    """'In Arvan, the mayor *said* in Belt': what parts two names holds the first in no unit."""
    return any(t.tag in _FINITE for t in document.tokens[span.last : after.first])


def unit_ids(entries: Iterable[Entry]) -> frozenset[str]:
    """How the entries of inner places name these units."""
    return frozenset(
        f"country:{entry.country}" if entry.kind == "country" else entry.id
        for entry in entries
        if entry.kind in _UNITS
    )


def holder_ids(entries: Iterable[Entry]) -> frozenset[str]:
    """The units that hold any of these places, named as `unit_ids` does."""
    return frozenset(
        holder
        for entry in entries
        if entry.kind != "country"
        for holder in (*entry.holders, f"country:{entry.country}")
    )


def _may_hold(holder: Span, inner: Span, adjacent: bool) -> bool:
    """Whether a unit of one name holds a place of the other, and the two are no list."""
    if not adjacent:
        return any(entry.kind in _UNITS for entry in holder.entries)
    if not unit_ids(holder.entries) & holder_ids(inner.entries):
        return False
    if holder.key == inner.key:
        return True
    if any(entry.kind == "country" for entry in inner.entries):
        return False
    towns = [e for e in holder.entries if e.kind == "town" and e.form == "name"]
    countries = any(entry.kind == "country" for entry in holder.entries)
    return countries or not towns or max(t.population for t in towns) < _LARGE_TOWN
