"""Districts of one name, told apart by the small places that the text puts into them.

'Arvan village under Belt Police Station in Sena District': of two districts Sena, the one that has
an Arvan or a Belt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.find.places.beside import Reading, holds_behind, places_near, small_name
from reportedly.find.places.english import Judged
from reportedly.find.places.gazetteer import Entry, Gazetteer
from reportedly.find.places.names import normalise_name
from reportedly.find.places.resolve import Resolution
from reportedly.parse import Document

_KIND = "district"
_CONFIDENCE = 0.7
_MOST_NAMESAKES, _MOST_NAMES = 6, 20  # the largest, the first
_SAME, _HEARD = 2, 1  # points for a place of the very name, and of one that sounds like it


def by_what_they_hold(
    document: Document,
    judged: Sequence[Judged],
    resolved: Sequence[Resolution | None],
    gazetteer: Gazetteer,
) -> list[Resolution | None]:
    """The readings of names, with districts changed for a namesake that has what is put in.

    Args:
        document: the text.
        judged: its names, in order.
        resolved: the reading of each.
        gazetteer: where small places are looked up.
    """
    if not document.has_syntax:
        return list(resolved)
    found = list(zip(judged, resolved, strict=True))
    cues = gazetteer.cues.english
    loose = [k for o, r in found if r is None and (k := small_name(document, o, cues)) is not None]
    points: dict[str, dict[str, int]] = {}
    entries: dict[str, Entry] = {}
    for number, (one, reading) in enumerate(found):
        options = _namesakes(one, reading)
        if len(options) < 2:
            continue
        told = points.setdefault(one.span.key, {})
        inner = _put_into(document, found, number, gazetteer)
        for key in dict.fromkeys([*inner, *loose[:_MOST_NAMES]]):
            for entry in options:
                entries[entry.id] = entry
                told[entry.id] = told.get(entry.id, 0) + _points(key, entry, gazetteer)
    return [_changed(one, reading, points.get(one.span.key), entries) for one, reading in found]


def _namesakes(one: Judged, reading: Resolution | None) -> list[Entry]:
    if reading is None or reading.entry.kind != _KIND:
        return []
    country = reading.entry.country
    return [
        e
        for e in one.span.entries
        if e.kind == _KIND and e.lat is not None and e.country == country and e.form != "demonym"
    ][:_MOST_NAMESAKES]


def _put_into(
    document: Document, found: Sequence[Reading], number: int, gazetteer: Gazetteer
) -> Iterator[str]:
    """The small names before a unit that the sentence puts into it."""
    for inner in range(number - 1, -1, -1):
        one, reading = found[inner]
        if not holds_behind(document, found, inner, number, gazetteer.cues.english):
            return
        key = small_name(document, one, gazetteer.cues.english)
        if key is not None and (reading is None or reading.entry.kind in {"town", "site"}):
            yield key


def _points(key: str, around: Entry, gazetteer: Gazetteer) -> int:
    near = places_near(key, around, gazetteer)
    if any(normalise_name(entry.name) == key for entry in near):
        return _SAME
    return _HEARD if near else 0


def _changed(
    one: Judged,
    reading: Resolution | None,
    points: dict[str, int] | None,
    entries: dict[str, Entry],
) -> Resolution | None:
    if reading is None or not points or reading.entry.kind != _KIND:
        return reading
    best = max(sorted(points), key=lambda number: points[number])
    if points[best] <= points.get(reading.entry.id, 0):
        return reading
    chosen = entries[best]
    why = f"{chosen.admin1} has the places that are put into {one.span.text}"
    return Resolution(chosen, _CONFIDENCE, (), why)
