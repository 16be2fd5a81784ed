"""Why a reading was chosen or comes near, in words for those who check it."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.find.places.gazetteer import Entry
from reportedly.find.places.toponym import Toponym
from reportedly.find.places.votes import Tally

_MOST = 2  # reasons that are given
_SOME = 0.3  # votes of other names that are worth telling


def reason(entry: Entry, toponym: Toponym, tally: Tally) -> str | None:
    """The strongest reasons for a candidate ('Ohio is named beside it; largest of 12')."""
    found = [text for _, text in zip(range(_MOST), _reasons(entry, toponym, tally), strict=False)]
    return "; ".join(found) or None


def _reasons(entry: Entry, toponym: Toponym, tally: Tally) -> Iterator[str]:
    """All reasons, the strongest first."""
    others = len(toponym.entries)
    if toponym.held(entry):
        yield f"{_holder(entry, toponym)} is named beside it"
    if toponym.children & {entry.id, f"country:{entry.country}" if _is_country(entry) else ""}:
        yield "a place that it holds stands before it"
    if entry.kind in toponym.levels:
        yield f"the text calls it a {entry.kind}"
    if toponym.home:
        yield "the outlet is named for it"
    if others > 1:
        yield from _company(entry, toponym.key, tally)
    if others == 1:
        yield "only place of this name"
    elif entry.id == max(toponym.entries, key=lambda one: one.population).id:
        yield f"largest of {others} places of this name"
    elif _is_country(entry):
        yield "the country of this name"


def _company(entry: Entry, key: str, tally: Tally) -> Iterator[str]:
    if entry.admin1 and any(tally.of_others(key, unit) >= _SOME for unit in entry.holders):
        yield f"other names are in {entry.admin1}"
    elif tally.is_near(key, entry):
        yield "other names are near it"
    elif entry.country and tally.of_others(key, f"country:{entry.country}") >= _SOME:
        yield f"other names are in {entry.country}"


def _holder(entry: Entry, toponym: Toponym) -> str:
    """The name of the province where that stands beside the name, else of the country."""
    named = {unit for units in toponym.parents for unit in units}
    if entry.admin1 and named & set(entry.holders):
        return entry.admin1
    return entry.country or "its country"


def _is_country(entry: Entry) -> bool:
    return entry.kind == "country"
