"""Articles that share text: in time, by outlet, and what each reworded."""

from __future__ import annotations

import sqlite3
from typing import Any

from reportedly.records import Article, Echo, EchoMember
from reportedly.web.filters import Query, page_of
from reportedly.web.library import Library
from reportedly.web.segments import Span, segments
from reportedly.web.views.article import span_row
from reportedly.web.views.lists import no_such

_MOST_TEXTS = 8


def echoes_page(library: Library, query: Query) -> dict[str, Any]:
    """Echoes, the largest first, each with its articles in time; and who copies whom."""
    offset, size = page_of(query)
    found = sorted(
        library.collection.links.echoes(), key=lambda one: (-len(one.members), one.echo_id)
    )
    outlet = query.get("outlet")
    with library.reading() as database:
        if outlet:
            kept = {
                row[0]
                for row in database.execute(
                    "SELECT echo_id FROM copies JOIN documents USING (article_id) WHERE outlet = ?",
                    (outlet,),
                )
            }
            found = [one for one in found if one.echo_id in kept]
        graph = _graph(database)
    return {
        "total": len(found),
        "offset": offset,
        "rows": [_row(library, one) for one in found[offset : offset + min(size, 50)]],
        "graph": graph,
    }


def echo_page(library: Library, echo_id: str) -> dict[str, Any]:
    """One echo with the texts of its articles, the shared passages marked.

    Raises:
        OptionError: if there is no such echo.
    """
    echo = library.collection.links.echo(echo_id)
    if echo is None:
        raise no_such("echo", echo_id)
    row = _row(library, echo)
    order = [member["id"] for member in row["members"]]
    members = sorted(echo.members, key=lambda one: order.index(one.article_id))
    texts = []
    for member in members[:_MOST_TEXTS]:
        article = library.collection.article(member.article_id)
        if article is not None:
            texts.append(_text(library, article, member))
    return {**row, "texts": texts, "more_texts": max(0, len(echo.members) - _MOST_TEXTS)}


def _row(library: Library, echo: Echo) -> dict[str, Any]:
    rows = library.articles(member.article_id for member in echo.members)
    members = [
        {**rows[member.article_id], "kind": member.kind, "shared": round(member.shared, 2)}
        for member in echo.members
        if member.article_id in rows
    ]
    rank = {"origin": 0}
    members.sort(
        key=lambda one: (rank.get(one["kind"], 1), one["published"] or "9999", one["outlet"])
    )
    return {
        "id": echo.echo_id,
        "origin": echo.origin,
        "reasons": list(echo.reasons),
        "articles": len(members),
        "outlets": len({one["outlet"] for one in members}),
        "members": members,
    }


def _text(library: Library, article: Article, member: EchoMember) -> dict[str, Any]:
    spans = [
        Span(one.start, one.end, "shared", "stands in the origin too", f"{number}")
        for number, one in enumerate(member.passages)
    ]
    return {
        "id": article.article_id,
        "language": article.language or "und",
        "spans": [span_row(span) for span in spans],
        "segments": segments(article, spans, library.privacy(article)),
    }


def _graph(database: sqlite3.Connection) -> list[dict[str, Any]]:
    """Outlets that carry texts of others: pairs with the number of articles."""
    rows = database.execute(
        "SELECT there.outlet, here.outlet, count(*) AS times FROM copies c"
        " JOIN documents here ON here.article_id = c.article_id"
        " JOIN documents there ON there.article_id = c.origin"
        " WHERE c.kind <> 'origin' AND here.outlet <> there.outlet"
        " GROUP BY there.outlet, here.outlet ORDER BY times DESC LIMIT 200"
    ).fetchall()
    return [{"from": there, "to": here, "articles": count} for there, here, count in rows]
