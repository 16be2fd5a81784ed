"""Postal codes of provinces behind a name: 'Salem, OR', 'Carnarvon, WA'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.find.places.english import Judged
from reportedly.find.places.gazetteer import Gazetteer
from reportedly.find.places.holders import holder_ids
from reportedly.find.places.spans import Span
from reportedly.parse import Document

_CODE = re.compile(r",[ \u00a0]([A-Z]{2,3})(?![\w'’])")


def with_postal_codes(
    document: Document, judged: Sequence[Judged], gazetteer: Gazetteer
) -> list[Judged]:
    """Judged names with the codes behind them read as the units that hold these places.

    'WA' is Western Australia behind Carnarvon and Washington behind Tacoma, and no town of
    Ghana's: a code denotes nothing but where it stands behind a place of the unit.
    """
    codes = {(one.span.start, one.span.end): one for one in _codes(document, judged, gazetteer)}
    if not codes:
        return list(judged)
    others = [
        one
        for one in judged
        if not any(one.span.start < end and start < one.span.end for start, end in codes)
    ]
    return sorted([*others, *codes.values()], key=lambda one: (one.span.start, one.span.end))


def _codes(document: Document, judged: Sequence[Judged], gazetteer: Gazetteer) -> Iterator[Judged]:
    for one in judged:
        found = _CODE.match(document.text, one.span.end) if one.use != "person" else None
        if found is None:
            continue
        around = holder_ids(one.span.entries)
        entries = tuple(entry for entry in gazetteer.coded(found[1]) if entry.id in around)
        tokens = document.tokens_in(*found.span(1)) if entries else ()
        if tokens:
            first, last = tokens[0].index, tokens[-1].index + 1
            # 'WA' in two countries is two names
            key = f"{found[1].lower()} {entries[0].country}"
            span = Span(first, last, *found.span(1), found[1], key, entries)
            yield Judged(span, "modifier", "toponym", 3.0, rule="postal code")
