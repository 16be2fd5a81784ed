"""The review desk: a queue of events, and judgements that are added and never changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any, get_args

import numpy as np

from reportedly.audit.agreement import agreements, alpha_of_all
from reportedly.audit.reviewed import decided, disputed, labels_of, times_of
from reportedly.codec import encode
from reportedly.errors import OptionError
from reportedly.export.redaction import shown_report
from reportedly.filters import REALIS, TYPES
from reportedly.records import Judgement, Polarity
from reportedly.store.judgements import DECIDED
from reportedly.web.filters import Query, page_of
from reportedly.web.library import Library
from reportedly.web.projection.facets import Events

_PSEUDONYM = re.compile(r"[^\W_][\w .-]{0,39}")
_MOST_WORDS = 2000
_LONGEST = 86_400.0  # seconds; a page left open over night tells no working time
_QUEUES = ("doubt", "effect", "disagreement")
_CLOSED = {"type": TYPES, "realis": REALIS, "polarity": get_args(Polarity)}
FIELDS = ("type", "mode", "realis", "polarity", "place", "date", "actor", "recipient", "count")
"""Fields that can be corrected; linking takes them all up."""


# --- the queue ----------------------------------------------------------------------------


def review_page(library: Library, query: Query) -> dict[str, Any]:
    """Events to look at, in order; what this reviewer has judged already comes last.

    In blind mode nothing of other reviewers is told.
    """
    offset, size = page_of(query)
    queue = query.get("queue") or "doubt"
    if queue not in _QUEUES:
        raise OptionError(f"no queue {queue[:40]!r}; one of {', '.join(_QUEUES)}")
    by, blind = query.get("by") or "", query.get("blind") == "1"
    labels = labels_of(library.collection)
    mine = _events_of(library, labels.get(by, {}))
    events = library.events
    if queue == "disagreement":
        wanted = _events_of(library, disputed(labels, decided(library.collection)))
        numbers = [n for n, key in enumerate(events.ids) if key in wanted]
    else:
        scores = doubts(events) if queue == "doubt" else effects(events)
        numbers = [int(n) for n in np.argsort(-scores, kind="stable") if scores[n] > 0]
    done = [n for n in numbers if events.ids[n] in mine]
    left = [n for n in numbers if events.ids[n] not in mine]
    order = (left + done)[offset : offset + min(size, 100)]
    everyone = {} if blind else labels
    return {
        "total": len(numbers),
        "left": len(left),
        "done": len(done),
        "offset": offset,
        "queue": queue,
        "rows": [
            {**row, "why": reasons(row), "done": row["id"] in mine}
            for row in library.event_rows(events, order)
        ],
        "reviewers": [
            {"by": name, "reports": len(given)} for name, given in sorted(everyone.items())
        ],
        "agreement": [asdict(one) for one in agreements(everyone)],
        "alpha": alpha_of_all(everyone),
        "times": asdict(times_of(library.collection)),
        "fields": list(FIELDS),
        "closed": {name: list(values) for name, values in _CLOSED.items()},
    }


def doubts(events: Events) -> np.ndarray[Any, np.dtype[np.float64]]:
    """How doubtful each event is: what is missing, disputed or rests on one text."""
    score = np.zeros(events.size)
    score += 2.0 * np.isnan(events.lat) + 2.0 * (events.first == 0)
    score += 1.5 * (events.denials > 0) + 1.0 * (events.last - events.first > 31)
    differs = events.facets["differs"]
    np.add.at(score, differs.events, 1.5)
    score += 1.0 * (events.texts <= 1)
    return score * (1.0 + events.plain)


def effects(events: Events) -> np.ndarray[Any, np.dtype[np.float64]]:
    """How much one wrong report would change what an event rests on: two texts or voices first."""
    several = (events.texts > 1) | (events.voices > 1)
    least = np.maximum(np.minimum(events.texts, events.voices), 1)
    return np.where(several & events.plain, 10.0 / least, 0.0) + np.where(
        events.reports > events.texts, 1.0, 0.0
    )


def reasons(row: Mapping[str, Any]) -> list[str]:
    """Why an event is in the queue, in words."""
    why = []
    if row["lat"] is None:
        why.append("no place" if not row["place"] else f"place known to the {row['precision']}")
    if row["from"] is None:
        why.append("no date")
    why += [f"{name} differs" for name in row["disagrees"]]
    if row["denials"]:
        why.append("denied")
    if row["alleged_actors"]:
        why.append("actor alleged")
    if row["texts"] <= 1:
        why.append("single text")
    elif row["texts"] == 2 or len(row["voices"]) == 2:
        why.append("rests on two")
    return why


# --- what was reviewed ---------------------------------------------------------------------


def _events_of(library: Library, reports: Iterable[str]) -> set[str]:
    links = library.collection.links
    return {event for report_id in reports for event in links.events_of_report(report_id)}


def reviewed_rows(library: Library) -> Iterator[dict[str, Any]]:
    """A line for each reviewed report: the record, and how many gave each coding; no names."""
    codings: dict[str, dict[str, int]] = {}
    for given in labels_of(library.collection).values():
        for report_id, label in given.items():
            counted = codings.setdefault(report_id, {})
            counted[label] = counted.get(label, 0) + 1
    for report_id, counted in sorted(codings.items()):
        found = library.collection.report(report_id)
        if found is not None:
            article, report = found
            shown = shown_report(report, library.privacy(article))
            yield {"report": encode(shown), "codings": counted}


# --- judging ------------------------------------------------------------------------------


def add_judgement(library: Library, given: Any) -> dict[str, Any]:  # noqa: ANN401  # any JSON
    """Check a judgement that a page sent, and keep it.

    Raises:
        OptionError: if it is none, in one line.
    """
    if not isinstance(given, dict):
        raise OptionError("a judgement is an object")
    words = {
        name: _words(given, name)
        for name in ("kind", "subject", "other", "by", "field", "value", "comment", "span")
    }
    kind, subject, by = words["kind"], words["subject"], words["by"]
    if kind not in {"accept", "reject", "correct", "same", "different", "undo"}:
        raise OptionError("kind is accept, reject, correct, same, different or undo")
    by = pseudonym_of(by)
    for report_id in filter(None, (subject or "", words["other"])):
        if library.collection.report(report_id) is None:
            raise OptionError(f"no report {report_id[:40]!r} here")
    if not subject:
        raise OptionError("a judgement names a report")
    if kind in {"same", "different"} and words["other"] in (None, subject):
        raise OptionError("same and different name two reports")
    if kind == "correct":
        _check_correction(words["field"], words["value"])
    judgement = Judgement(
        kind=kind,  # type: ignore[arg-type]  # checked above
        subject=subject,
        other=words["other"] if kind in {"same", "different"} else None,
        by=by,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        score=None,
        reasons=tuple(_reasons(words["span"], given)),
        comment=words["comment"],
        field=words["field"] if kind == "correct" else None,
        value=words["value"] if kind in {"correct", "undo"} else None,
    )
    return {"number": library.collection.add_judgement(judgement), "judgement": encode(judgement)}


def _reasons(span: str | None, given: Mapping[str, Any]) -> Iterator[str]:
    """What is kept beside a judgement: its passage, the time it took, whether it decides."""
    if span:
        yield f"span {span}"
    seconds = given.get("seconds")
    if isinstance(seconds, int | float) and 0 <= seconds <= _LONGEST:
        yield f"seconds {round(float(seconds), 1)}"
    if given.get("decided") is True:
        yield DECIDED


def pseudonym_of(given: object) -> str:
    """The name under which somebody judges or codes.

    Raises:
        OptionError: if it is none, or one that the program keeps for itself.
    """
    if not isinstance(given, str) or not _PSEUDONYM.fullmatch(given):
        raise OptionError("choose a pseudonym of letters and digits, up to 40")
    if given.casefold() in {"machine", "person"}:
        raise OptionError("choose a pseudonym of letters and digits, not this one")
    return given


def _check_correction(field: str | None, value: str | None) -> None:
    if field not in FIELDS:
        raise OptionError(f"field is one of {', '.join(FIELDS)}")
    if value is not None and field in _CLOSED and value not in _CLOSED[field]:
        raise OptionError(f"{field} is one of {', '.join(_CLOSED[field])}")
    if field == "date" and value is not None:
        try:
            days = [date.fromisoformat(part) for part in value.split("/")]
        except ValueError:
            days = []
        if len(days) not in (1, 2) or days != sorted(days):
            raise OptionError("a date is YYYY-MM-DD, or two of them with a slash between")


def _words(given: dict[Any, Any], name: str) -> str | None:
    value = given.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str) or len(value) > _MOST_WORDS:
        raise OptionError(f"{name} is text of at most {_MOST_WORDS} characters")
    return value
