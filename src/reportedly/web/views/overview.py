"""The first screen: what is in here, from whom, and how much of it is copied."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np

from reportedly.tables import Row
from reportedly.web.filters import Query
from reportedly.web.library import Library
from reportedly.web.views.drawn import map_of

_MOST_OUTLETS = 30
_KINDS = ("verbatim", "edited", "rewritten", "excerpt")


def overview(library: Library, query: Query) -> dict[str, Any]:
    """Counts of articles, outlets, events and copies, with what is missing."""
    counts = library.collection.counts()
    with library.reading() as database:
        (articles, first, last, dated) = database.execute(
            "SELECT count(*), min(published), max(published), count(published) FROM documents"
        ).fetchone()
        outlets = database.execute(
            "SELECT outlet, side, count(*) FROM documents GROUP BY outlet, side"
            " ORDER BY count(*) DESC, outlet, side"
        ).fetchall()
        said = dict(database.execute("SELECT sort, count(*) FROM said GROUP BY sort").fetchall())
        copies = database.execute(
            "SELECT d.outlet, min(c.kind) FROM copies c JOIN documents d USING (article_id)"
            " WHERE c.kind <> 'origin' GROUP BY c.article_id"
        ).fetchall()
        samples = database.execute(
            "SELECT count(*) FROM documents WHERE data LIKE '%\"invented\":true%'"
        ).fetchone()[0]
    events = library.events
    by_kind = Counter(kind for _, kind in copies)
    copied_of = Counter(outlet for outlet, _ in copies)
    return {
        "articles": articles,
        "invented": samples,
        "outlets": len({row[0] for row in outlets}),
        "first": first,
        "last": last,
        "undated_articles": articles - dated,
        "inputs": counts.get("inputs", 0),
        "problems": counts.get("problems", 0),
        "quotes": said.get("quote", 0),
        "claims": said.get("claim", 0),
        "copies": {kind: by_kind.get(kind, 0) for kind in _KINDS},
        "by_outlet": [
            {"outlet": outlet, "side": side, "articles": count, "copies": copied_of.get(outlet, 0)}
            for outlet, side, count in outlets[:_MOST_OUTLETS]
        ],
        "more_outlets": max(0, len(outlets) - _MOST_OUTLETS),
        "events": {
            "all": events.size,
            "plain": int(events.plain.sum()),
            "one_text": int((events.plain & (events.texts <= 1)).sum()),
            "one_voice": int((events.plain & (events.texts > 1) & (events.voices <= 1)).sum()),
            "several": int((events.plain & (events.texts > 1) & (events.voices > 1)).sum()),
            "denied": int((events.denials > 0).sum()),
            "without_place": int((events.plain & np.isnan(events.lat)).sum()),
            "without_day": int((events.plain & (events.first == 0)).sum()),
        },
        "types": events.facets["type"].counts(events.plain, 16),
        "countries": events.facets["country"].counts(events.plain, 8),
        "places": events.facets["place"].counts(events.plain, 8),
        "points": map_of(events, events.plain),
        "several": _best_told(library),
    }


def _best_told(library: Library) -> list[Row]:
    """Events with most texts and voices: where to begin."""
    events = library.events
    plain = np.flatnonzero(events.plain)
    order = np.lexsort((-events.texts[plain], -events.voices[plain]))
    return library.event_rows(events, [int(n) for n in plain[order[:6]]])
