"""Flat Arrow tables of reports, quotes, claims and events, a row a record.

Names stand as the records have them; what leaves the user's hands goes through `export`, which
protects private persons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, get_args

from reportedly.records import (
    Actor,
    Attribution,
    Claim,
    Count,
    CountKind,
    DateValue,
    Event,
    Found,
    Place,
    Quote,
    Report,
)

if TYPE_CHECKING:
    import pyarrow

Cells = dict[str, Any]
Column = tuple[str, str]  # name, and type as a key of `_arrow_types`

_PLACE: tuple[Column, ...] = (
    ("place", "text"),
    ("gazetteer_id", "text"),
    ("lat", "number"),
    ("lon", "number"),
    ("country", "text"),
    ("admin1", "text"),
    ("place_precision", "text"),
)
_COUNTS: tuple[Column, ...] = tuple(
    (name, "whole")
    for kind in get_args(CountKind)
    for name in (kind, f"{kind}_low", f"{kind}_high")
)
_REALITY: tuple[Column, ...] = (
    ("type", "text"),
    ("mode", "text"),
    ("realis", "text"),
    ("polarity", "text"),
    ("retold", "truth"),
)
_PASSAGE: tuple[Column, ...] = (("start", "whole"), ("end", "whole"), ("quote", "text"))

COLUMNS: Mapping[type, tuple[Column, ...]] = {
    Report: (
        ("report_id", "text"),
        ("article_id", "text"),
        ("act", "text"),
        *_REALITY,
        ("stance", "text"),
        ("speakers", "texts"),
        ("actors", "texts"),
        ("recipients", "texts"),
        *_PLACE,
        ("earliest", "day"),
        ("latest", "day"),
        ("granularity", "text"),
        *_COUNTS,
        *_PASSAGE,
        ("confidence", "number"),
        ("made_by", "text"),
    ),
    Quote: (
        ("quote_id", "text"),
        ("kind", "text"),
        ("speaker", "text"),
        ("medium", "text"),
        ("stance", "text"),
        ("chain", "texts"),
        ("text_id", "text"),
        *_PASSAGE,
        ("made_by", "text"),
    ),
    Claim: (
        ("claim_id", "text"),
        ("kind", "text"),
        ("polarity", "text"),
        ("mode", "text"),
        ("earliest", "day"),
        ("latest", "day"),
        ("speakers", "texts"),
        ("stance", "text"),
        ("about", "texts"),
        ("about_report", "text"),
        ("text_id", "text"),
        *_PASSAGE,
        ("made_by", "text"),
    ),
    Event: (
        ("event_id", "text"),
        *_REALITY,
        ("actors", "texts"),
        ("alleged_actors", "texts"),
        ("recipients", "texts"),
        *_PLACE,
        ("earliest", "day"),
        ("latest", "day"),
        *_COUNTS,
        ("reports", "texts"),
        ("denials", "texts"),
        ("withdrawn", "texts"),
        ("texts", "whole"),
        ("voices", "texts"),
        ("owners", "texts"),
        ("sides", "texts"),
        ("rule", "text"),
        ("merged_into", "text"),
        ("split_from", "text"),
    ),
}


def to_arrow(records: Iterable[object], kind: type | None = None) -> pyarrow.Table:
    """A table of reports, quotes, claims or events; columns in a fixed order.

    Args:
        records: all of one class.
        kind: that class, needed only where there may be no record at all.

    Raises:
        ImportError: without pyarrow (install reportedly[tables]).
        TypeError: for records of another or of mixed classes.
    """
    try:
        import pyarrow
    except ImportError:
        raise ImportError("tables need pyarrow: pip install 'reportedly[tables]'") from None
    listed = list(records)
    kind = kind or (type(listed[0]) if listed else None)
    if kind is None or kind not in COLUMNS or any(type(record) is not kind for record in listed):
        raise TypeError("a table needs records of one class: Report, Quote, Claim or Event")
    types = {
        "text": pyarrow.string(),
        "texts": pyarrow.list_(pyarrow.string()),
        "whole": pyarrow.int64(),
        "number": pyarrow.float64(),
        "truth": pyarrow.bool_(),
        "day": pyarrow.date32(),
    }
    fields = [pyarrow.field(name, types[column]) for name, column in COLUMNS[kind]]
    rows = [_CELLS[kind](record) for record in listed]
    return pyarrow.Table.from_pylist(rows, schema=pyarrow.schema(fields))


def _report_cells(report: Report) -> Cells:
    when = report.date.value if report.date else None
    return {
        **_own(report, "report_id", "article_id", "act", "confidence", "made_by"),
        **_own(report, "type", "mode", "realis", "polarity", "retold", "stance"),
        "speakers": [chain[-1].name for chain in report.attributions if chain],
        "actors": _names(found.value for found in report.actors),
        "recipients": _names(found.value for found in report.recipients),
        **_place(report.place.value if report.place else None),
        **_when(when),
        **_counts(report.counts),
        **_own(report.evidence, "start", "end", "quote"),
    }


def _quote_cells(quote: Quote) -> Cells:
    first = quote.content[0] if quote.content else None
    return {
        **_own(quote, "quote_id", "kind", "speaker", "medium", "made_by"),
        "stance": _stance(quote.chain),
        "chain": [link.name for link in quote.chain],
        "text_id": first.text_id if first else None,
        "start": first.start if first else None,
        "end": quote.content[-1].end if first else None,
        "quote": " … ".join(piece.quote for piece in quote.content),
    }


def _claim_cells(claim: Claim) -> Cells:
    return {
        **_own(claim, "claim_id", "kind", "polarity", "mode", "about_report", "made_by"),
        **_when(claim.date.value if claim.date else None),
        "speakers": [link.name for link in claim.chain[-1:]],
        "stance": _stance(claim.chain),
        "about": _names(found.value for found in claim.about),
        **_own(claim.content, "text_id", "start", "end", "quote"),
    }


def _event_cells(event: Event) -> Cells:
    counts = event.corroboration
    return {
        **_own(event, "event_id", "earliest", "latest", "rule", "merged_into", "split_from"),
        **_own(event, "type", "mode", "realis", "polarity", "retold"),
        "actors": _names(event.actors),
        "alleged_actors": _names(found.value for found in event.alleged_actors),
        "recipients": _names(event.recipients),
        **_place(event.place),
        **_counts(event.counts),
        **{name: list(getattr(event, name)) for name in ("reports", "denials", "withdrawn")},
        "texts": counts.texts,
        **{name: list(getattr(counts, name)) for name in ("voices", "owners", "sides")},
    }


_CELLS: Mapping[type, Callable[[Any], Cells]] = {
    Report: _report_cells,
    Quote: _quote_cells,
    Claim: _claim_cells,
    Event: _event_cells,
}


def _own(record: object, *names: str) -> Cells:
    return {name: getattr(record, name) for name in names}


def _names(actors: Iterable[Actor]) -> list[str]:
    return [actor.name for actor in actors]


def _stance(chain: Attribution) -> str | None:
    return chain[-1].stance if chain else None


def _place(place: Place | None) -> Cells:
    if place is None:
        return {}
    return {
        "place": place.name,
        "place_precision": place.precision,
        **_own(place, "gazetteer_id", "lat", "lon", "country", "admin1"),
    }


def _when(when: DateValue | None) -> Cells:
    return _own(when, "earliest", "latest", "granularity") if when else {}


def _counts(counts: Iterable[Found[Count]]) -> Cells:
    """The first count of each kind; others of the same kind stay in the record."""
    cells: Cells = {}
    for found in counts:
        count = found.value
        if count.kind not in cells:
            cells[count.kind] = count.best
            cells[f"{count.kind}_low"] = count.low
            cells[f"{count.kind}_high"] = count.high
    return cells
