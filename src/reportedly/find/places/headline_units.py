"""Headlines that name a province by the name of its town: "Two killed in *Arvan*"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.places.english import Judged
from reportedly.find.places.gazetteer import Entry
from reportedly.find.places.resolve import Resolution
from reportedly.parse import Document

_CLOSING = frozenset(".!?\"”'’:;)")
_INNER = frozenset({"town", "district", "site"})
_CONFIDENCE = 0.6


def as_units_in_headline(
    document: Document, judged: Sequence[Judged], resolved: Sequence[Resolution | None]
) -> list[Resolution | None]:
    """The readings of names, a headline's town changed for the unit that holds the text's town.

    'Two killed in *Arvan*' over 'Two men were killed in Belt, Arvan province': the province. A
    town that the text itself names as such is meant by its headline too.

    Args:
        document: the text.
        judged: its names, in order.
        resolved: the reading of each.
    """
    found = list(resolved)
    if not document.has_syntax or not _has_headline(document):
        return found
    pairs = list(zip(judged, resolved, strict=True))
    told = [(o, r) for o, r in pairs if not _in_headline(document, o) and o.use == "location"]
    scene = next((r.entry for _, r in told if r is not None and r.entry.kind in _INNER), None)
    for number, (one, reading) in enumerate(pairs):
        if scene is None or reading is None or one.use != "location":
            continue
        named_again = any(r is not None and r.entry.id == reading.entry.id for _, r in told)
        if not _in_headline(document, one) or reading.entry.kind != "town" or named_again:
            continue
        unit = _unit_around(one, scene)
        if unit is not None:
            found[number] = Resolution(unit, _CONFIDENCE, (), f"it holds {scene.name}")
    return found


def _unit_around(one: Judged, scene: Entry) -> Entry | None:
    """The unit of a name in which a town lies that is told elsewhere."""
    return next((e for e in one.span.entries if e.id in scene.holders and e.kind != "town"), None)


def _has_headline(document: Document) -> bool:
    first = document.sentence_tokens(document.sentences[0]) if document.sentences else ()
    more = len(document.sentences) > 1 and document.sentences[1].paragraph > 0
    return more and bool(first) and first[-1].text[-1:] not in _CLOSING


def _in_headline(document: Document, one: Judged) -> bool:
    return document.tokens[one.span.first].sentence == 0
