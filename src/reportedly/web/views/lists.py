"""Tables with filters and pages: quotes, claims, sources, articles, problems, narratives."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reportedly.errors import OptionError
from reportedly.records import Campaign, Narrative
from reportedly.tables import Row, problem_rows
from reportedly.web.filters import Query, day, page_of
from reportedly.web.library import Library
from reportedly.web.projection import short

_MOST_SPEAKERS = 60
_MOST_OF_A_NARRATIVE = 40


# --- quotes and claims --------------------------------------------------------------------


def said_page(library: Library, query: Query, sort: str) -> dict[str, Any]:
    """Quotes or claims that pass a filter, with the speakers and kinds of all that pass."""
    offset, size = page_of(query)
    where, values = _said_where(query, sort)
    with library.reading() as database:
        total = database.execute(f"SELECT count(*) FROM said {where}", values).fetchone()[0]
        rows = database.execute(
            f"SELECT data FROM said {where} ORDER BY published DESC, number, id LIMIT ? OFFSET ?",
            (*values, size, offset),
        ).fetchall()
        facets = {}
        for name in ("speaker", "kind", "outlet"):
            other, given = _said_where(query, sort, without=name)
            facets[name] = database.execute(
                f"SELECT {name}, count(*) AS times FROM said {other} GROUP BY {name}"
                f" ORDER BY times DESC, {name} LIMIT {_MOST_SPEAKERS}",
                given,
            ).fetchall()
    return {
        "total": total,
        "offset": offset,
        "rows": [json.loads(row[0]) for row in rows],
        "facets": facets,
    }


def said_rows(library: Library, query: Query, sort: str) -> Iterator[Row]:
    """All quotes or claims that pass a filter."""
    where, values = _said_where(query, sort)
    with library.reading() as database:
        for (data,) in database.execute(
            f"SELECT data FROM said {where} ORDER BY published DESC, number, id", values
        ):
            yield json.loads(data)


def _said_where(query: Query, sort: str, without: str = "") -> tuple[str, list[object]]:
    tests, values = ["sort = ?"], [sort]  # type: tuple[list[str], list[object]]
    for name in ("speaker", "kind", "outlet"):
        given = query.get(name)
        if given and name != without:
            tests.append(f"{name} = ?")
            values.append(given)
    for name, test in (("from", "published >= ?"), ("to", "published <= ?")):
        when = day(query, name)
        if when:
            tests.append(test)
            values.append(when.isoformat())
    words = (query.get("q") or "")[:200]
    if words:
        tests.append("(instr(lower(data), lower(?)) OR instr(lower(about), lower(?)))")
        values += [words, words]
    return "WHERE " + " AND ".join(tests), values


# --- sources, articles, problems ----------------------------------------------------------


def sources_page(library: Library, query: Query) -> dict[str, Any]:
    """Outlets: what is stated of them, how much they published, and how much of it is copied."""
    with library.reading() as database:
        rows = database.execute(
            "SELECT outlet, side, json_extract(data, '$.side_basis'),"
            " group_concat(DISTINCT json_extract(data, '$.owner')), count(*), min(published),"
            " max(published), group_concat(DISTINCT json_extract(data, '$.outlet_basis'))"
            " FROM documents GROUP BY outlet, side ORDER BY outlet, side"
        ).fetchall()
        copied = database.execute(
            "SELECT here.outlet, there.outlet, count(*) FROM copies c"
            " JOIN documents here ON here.article_id = c.article_id"
            " LEFT JOIN documents there ON there.article_id = c.origin"
            " WHERE c.kind <> 'origin' GROUP BY here.outlet, there.outlet"
        ).fetchall()
    per_outlet: dict[str, int] = {}
    for here, _, count in copied:
        per_outlet[here] = per_outlet.get(here, 0) + count
    names = ("outlet", "side", "side_basis", "owner", "articles", "first", "last", "outlet_basis")
    found = [dict(zip(names, row, strict=True)) for row in rows]
    for row in found:
        row["copies"] = per_outlet.get(row["outlet"], 0)
    return {
        "total": len(found),
        "rows": found,
        "copied": [
            {"outlet": here, "from": there or "unknown origin", "articles": count}
            for here, there, count in sorted(copied, key=lambda one: -one[2])
        ],
    }


def articles_page(library: Library, query: Query) -> dict[str, Any]:
    """Articles, of one outlet if given, the newest first."""
    offset, size = page_of(query)
    outlet = query.get("outlet")
    where, values = ("WHERE outlet = ?", (outlet,)) if outlet else ("", ())
    with library.reading() as database:
        total = database.execute(f"SELECT count(*) FROM documents {where}", values).fetchone()[0]
        rows = database.execute(
            f"SELECT data FROM documents {where} ORDER BY published DESC, number LIMIT ? OFFSET ?",
            (*values, size, offset),
        ).fetchall()
    return {"total": total, "offset": offset, "rows": [json.loads(row[0]) for row in rows]}


def problems_page(library: Library, query: Query) -> dict[str, Any]:
    """Inputs and stages that failed, with the reason of each."""
    offset, size = page_of(query)
    stage = query.get("stage")
    rows = list(problem_rows(library.collection.problems()))
    stages = sorted({row["stage"] for row in rows})
    kept = [row for row in rows if stage in (None, "", row["stage"])]
    return {
        "total": len(kept),
        "offset": offset,
        "stages": stages,
        "rows": kept[offset : offset + size],
    }


# --- narratives and campaigns -------------------------------------------------------------


def narratives_page(library: Library, query: Query) -> dict[str, Any]:
    """Claims alike in content, across outlets and time; those of most articles first."""
    offset, size = page_of(query)
    found = sorted(
        library.collection.links.narratives(),
        key=lambda one: (-len(one.articles), -len(one.claims), one.narrative_id),
    )
    shown = found[offset : offset + min(size, 50)]
    return {
        "total": len(found),
        "offset": offset,
        "rows": [_narrative(library, one) for one in shown],
    }


def _narrative(library: Library, narrative: Narrative) -> dict[str, Any]:
    told = []
    with library.reading() as database:
        for reference in narrative.claims[:_MOST_OF_A_NARRATIVE]:
            article_id, _, claim_id = reference.rpartition("/")
            row = database.execute(
                "SELECT s.data FROM said s JOIN documents d USING (number)"
                " WHERE d.article_id = ? AND s.sort = 'claim' AND s.id = ?",
                (article_id, claim_id),
            ).fetchone()
            if row is not None:
                told.append(json.loads(row[0]))
    told.sort(key=lambda row: (row["published"] or "9999", row["outlet"]))
    return {
        "id": narrative.narrative_id,
        "claims": len(narrative.claims),
        "articles": len(narrative.articles),
        "outlets": len({row["outlet"] for row in told}),
        "told": told,
    }


def campaigns_page(library: Library, query: Query) -> dict[str, Any]:
    """Events whose coordination a text asserts, and series, which are alike only."""
    offset, size = page_of(query)
    found = sorted(
        library.collection.links.campaigns(),
        key=lambda one: (one.kind, -len(one.events), one.campaign_id),
    )
    rows = []
    for campaign in found[offset : offset + min(size, 50)]:
        with library.reading() as database:
            told = [
                json.loads(row[0])
                for event_id in campaign.events[:_MOST_OF_A_NARRATIVE]
                if (
                    row := database.execute(
                        "SELECT data FROM events WHERE event_id = ?", (event_id,)
                    ).fetchone()
                )
            ]
        rows.append({**campaign_row(library, campaign), "told": told})
    return {"total": len(found), "offset": offset, "rows": rows}


def campaign_row(library: Library, campaign: Campaign) -> dict[str, Any]:
    """A campaign with the wording that asserts it."""
    said = []
    for report_id in campaign.asserted_by[:3]:
        found = library.collection.report(report_id)
        if found is None:
            continue
        article, _ = found
        privacy = library.privacy(article)
        said += [
            {"quote": short(privacy.passage(basis), 200), "outlet": article.outlet,
             "article_id": article.article_id}
            for basis in campaign.basis if basis.text_id == article.text_id
        ][:1]  # fmt: skip
    return {
        "id": campaign.campaign_id,
        "kind": campaign.kind,
        "events": len(campaign.events),
        "basis": said,
    }


def no_such(kind: str, key: str) -> OptionError:
    """The error for a record that is not there."""
    return OptionError(f"no {kind} {key[:60]!r} here")
