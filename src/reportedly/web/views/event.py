"""One event whole: values in words, who reported it when, copies, disagreements, judgements."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from reportedly.errors import OptionError
from reportedly.export.redaction import shown_report
from reportedly.records import Article, Campaign, Event, Report
from reportedly.tables import Row
from reportedly.web.library import Library
from reportedly.web.projection import names_of, tellers_of
from reportedly.web.views.judged import judgements_about
from reportedly.web.views.lists import campaign_row
from reportedly.web.views.reports import report_head, report_values

_MOST_REPORTS = 60
_MOST_PAIRS = 40
_RULES = {
    "majority-of-texts-then-earliest": (
        "each value is the one that most texts give (copies have one vote together); "
        "where as many give another, the one published first"
    ),
}


def event_page(library: Library, event_id: str) -> dict[str, Any]:
    """All that is known of one event.

    Raises:
        OptionError: if there is no such event.
    """
    event = standing(library, event_id)
    row = _row(library, event)
    keys = (*event.reports, *event.denials, *event.withdrawn)
    told = [
        (article, report)
        for key in dict.fromkeys(keys)
        if (found := library.collection.report(key)) is not None
        for article, report in [found]
    ]
    told.sort(key=lambda one: (str(one[0].published or "9999"), one[1].report_id))
    copies = _copies(library, [article.article_id for article, _ in told])
    shown = told[:_MOST_REPORTS]
    return {
        "id": event.event_id,
        "asked": event_id,
        "split_from": event.split_from,
        "event": row,
        "cautions": cautions(event),
        "rule": _RULES.get(event.rule, event.rule),
        "contradictions": row["contradictions"],
        "reports": [
            _report(library, event, article, report, copies.get(article.article_id))
            for article, report in shown
        ],
        "more_reports": len(told) - len(shown),
        "campaigns": [
            campaign_row(library, one) for one in _campaigns(library).get(event.event_id, ())
        ],
        "joined": _joined(library, event),
        "judgements": judgements_about(library, {report.report_id for _, report in told}),
    }  # fmt: skip


def _campaigns(library: Library) -> dict[str, list[Campaign]]:
    """The campaigns of each event that is in one."""

    def by_event() -> dict[str, list[Campaign]]:
        found: dict[str, list[Campaign]] = {}
        for campaign in library.collection.links.campaigns():
            for event_id in campaign.events:
                found.setdefault(event_id, []).append(campaign)
        return found

    number = library.collection.links_number()
    known: dict[str, list[Campaign]] = library.remembered("campaigns", number, by_event)
    return known


def standing(library: Library, event_id: str) -> Event:
    """The event of this id, or the one that it was merged into.

    Raises:
        OptionError: if there is none.
    """
    links = library.collection.links
    event, seen = links.event(event_id), set[str]()
    while event is not None and event.merged_into and event.event_id not in seen:
        seen.add(event.event_id)
        event = links.event(event.merged_into)
    if event is None:
        raise OptionError(f"no event {event_id[:60]!r} here")
    return event


def cautions(event: Event) -> list[str]:
    """What must be said beside an event, in sentences."""
    counted = event.corroboration
    said = []
    if counted.texts == 1 and counted.reports > 1:
        said.append(
            f"{counted.reports} reports carry one text: copies of each other are no confirmation."
        )
    elif counted.texts == 1:
        said.append("A single text tells this event.")
    if len(counted.voices) == 1 and counted.texts > 1:
        said.append("All texts rest on a single voice.")
    if len(counted.sides) == 1 and not counted.sides_unknown:
        said.append(f"Only outlets of one stated side ({counted.sides[0]}) report it.")
    elif not counted.sides:
        said.append("No side is stated for any outlet that reports it.")
    if event.denials:
        said.append("Somebody denies it: see the reports.")
    if event.realis != "actual":
        said.append(f"This was {event.realis}, not reported as carried out.")
    if event.polarity == "negated":
        said.append("The reports say that this did not happen.")
    if event.withdrawn:
        said.append("An outlet has taken back what it reported.")
    return said


def _row(library: Library, event: Event) -> Row:
    """The event's row, with its disagreements in shown words."""
    with library.reading() as database:
        found = database.execute(
            "SELECT data FROM events WHERE event_id = ?", (event.event_id,)
        ).fetchone()
    if found is None:
        raise OptionError("this event is being prepared: load the page again in a moment")
    row: Row = json.loads(found[0])
    return row


def _report(
    library: Library, event: Event, article: Article, report: Report, copy: Row | None
) -> dict[str, Any]:
    privacy = library.privacy(article)
    shown = shown_report(report, privacy)
    (row,) = library.articles([article.article_id]).values() or ({},)
    part = "asserts"
    if report.report_id in event.withdrawn:
        part = "withdrawn"
    elif report.report_id in event.denials:
        part = "denies"
    return {
        **report_head(shown, article),
        "part": part,
        "article": row,
        "copy": copy,
        "values": report_values(shown),
    }


def _joined(library: Library, event: Event) -> list[dict[str, Any]]:
    """Why the machine joined pairs of these reports, or kept one apart from another event's."""
    own = {*event.reports, *event.denials, *event.withdrawn}
    with library.reading() as database:
        names = None if library.restricted else names_of(tellers_of(database, event).values())
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for report_id in sorted(own)[:_MOST_REPORTS]:
        for one in library.collection.links.decisions_about(report_id):
            other = one.other or ""
            if one.kind == "same" or not {one.subject, other} <= own:
                words = [names.wording(why) if names else why for why in one.reasons]
                found[one.subject, other] = {
                    "kind": one.kind, "subject": one.subject, "other": other, "reasons": words
                }  # fmt: skip
    return [found[key] for key in sorted(found)][:_MOST_PAIRS]


def _copies(library: Library, ids: list[str]) -> dict[str, Row]:
    """How articles of an event stand to the one that they were copied from."""
    found: dict[str, Row] = {}
    with library.reading() as database:
        for article_id in ids:
            row = database.execute(
                "SELECT echo_id, kind, origin FROM copies WHERE article_id = ?"
                " ORDER BY kind <> 'origin' DESC",
                (article_id,),
            ).fetchone()
            if row is not None:
                found[article_id] = {
                    "echo": row[0], "kind": row[1], "outlet": _outlet(database, row[2])
                }  # fmt: skip
    return found


def _outlet(database: sqlite3.Connection, article_id: str | None) -> str | None:
    row = database.execute(
        "SELECT outlet FROM documents WHERE article_id = ?", (article_id,)
    ).fetchone()
    return None if row is None else str(row[0])
