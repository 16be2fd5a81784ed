"""Records as rows of plain values, for the terminal, for JSON and for data frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from reportedly.records import (
    Actor,
    Analysis,
    Article,
    Attribution,
    Claim,
    Corroboration,
    Count,
    DateMention,
    Echo,
    Event,
    Found,
    Place,
    PlaceMention,
    Problem,
    Quote,
    Report,
)

if TYPE_CHECKING:  # tables are shown without the weight of linking
    from reportedly.corpus.sources import Copying
from reportedly.records.vocabulary import reality_words

Row = dict[str, Any]
_SHOWN_IN_NOTEBOOKS = 100


@dataclass(frozen=True)
class Table(Sequence[Row]):
    """Rows with the same keys; turns into Arrow, pandas or polars where those are installed."""

    name: str
    rows: tuple[Row, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401  # a row, or rows for a slice
        return self.rows[index]

    def to_arrow(self) -> Any:  # noqa: ANN401  # pyarrow.Table
        """A pyarrow table (extra `tables`)."""
        import pyarrow

        return pyarrow.Table.from_pylist([dict(row) for row in self.rows])

    def to_pandas(self) -> Any:  # noqa: ANN401  # pandas.DataFrame
        """A pandas data frame (extra `tables`)."""
        import pandas

        return pandas.DataFrame([dict(row) for row in self.rows])

    def to_polars(self) -> Any:  # noqa: ANN401  # polars.DataFrame
        """A polars data frame, where polars is installed."""
        import polars

        return polars.DataFrame([dict(row) for row in self.rows])

    def _repr_html_(self) -> str:
        if not self.rows:
            return f"<p>no {escape(self.name)}</p>"
        keys = list(self.rows[0])
        head = "".join(f"<th>{escape(key)}</th>" for key in keys)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(words(row[key]))}</td>" for key in keys) + "</tr>"
            for row in self.rows[:_SHOWN_IN_NOTEBOOKS]
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def words(value: Any) -> str:  # noqa: ANN401  # any cell
    """A cell as people read it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(words(item) for item in value)
    return str(value)


# --- pieces ------------------------------------------------------------------------------


def corroboration_words(counted: Corroboration) -> str:
    """'3 reports, 1 text, 1 voice, side unknown': counts side by side, never a score."""
    parts = [
        _number(counted.reports, "report"),
        _number(counted.texts, "text"),
        _number(len(counted.voices), "voice"),
    ]
    if counted.sides:
        sides = " + ".join(counted.sides)
        parts.append(("sides " if len(counted.sides) > 1 else "side ") + sides)
    if counted.sides_unknown:
        unknown = "side unknown" if not counted.sides else f"{counted.sides_unknown} side unknown"
        parts.append(unknown)
    return ", ".join(parts)


def _number(count: int, word: str) -> str:
    return f"{count} {word}" + ("" if count == 1 else "s")


def chain_words(chain: Attribution) -> str:
    """'Outlet → minister (denies)'."""
    if not chain:
        return ""
    stance = chain[-1].stance
    names = " → ".join(link.name for link in chain)
    return names if stance == "states" else f"{names} ({stance})"


def place_words(place: Place | None) -> str:
    """'Cusco, PE', or '' where the text does not say."""
    if place is None:
        return ""
    return f"{place.name}, {place.country}" if place.country else place.name


def count_words(found: Found[Count]) -> str:
    """'killed 3 (regional health office)': the number with who gives it."""
    count = found.value
    if count.best is not None and count.low == count.high:
        number = str(count.best)
    elif count.low is None and count.high is None:
        number = f"“{count.text}”"
    else:
        number = (
            f"{'' if count.low is None else count.low}–{'' if count.high is None else count.high}"
        )
    by = f" ({found.asserted_by})" if found.asserted_by else ""
    total = " in all" if count.cumulative else ""
    return f"{count.kind} {number}{total}{by}"


def interval_words(earliest: object, latest: object) -> str:
    """'2024-03-12', '2024-03-12 to 2024-03-14', or '' where no day is known."""
    if earliest is None and latest is None:
        return ""
    return str(earliest) if earliest == latest else f"{earliest or '…'} to {latest or '…'}"


def actor_words(actor: Actor) -> str:
    """The neutral name of an actor."""
    return actor.name


# --- tables --------------------------------------------------------------------------------


def event_rows(events: Iterable[Event]) -> Iterator[Row]:
    """One row an event."""
    for event in events:
        status = reality_words(event.realis, event.polarity, "states", event.retold)
        differs = [contradiction.field for contradiction in event.contradictions]
        denied = [_number(len(event.denials), "denial")] if event.denials else []
        yield {
            "id": event.event_id,
            "day": interval_words(event.earliest, event.latest),
            "type": event.type,
            "mode": event.mode,
            "status": status,
            "flags": None if status == "actual" else f"[{status}]",
            "from": _day(event.earliest),
            "to": _day(event.latest),
            "place": place_words(event.place),
            "actors": [actor_words(a) for a in event.actors],
            "alleged_actors": [
                a.value.name + (f" (by {a.asserted_by})" if a.asserted_by else "")
                for a in event.alleged_actors
            ],
            "recipients": [actor_words(a) for a in event.recipients],
            "counts": [count_words(c) for c in event.counts],
            "reports": event.corroboration.reports,
            "texts": event.corroboration.texts,
            "voices": list(event.corroboration.voices),
            "sides": list(event.corroboration.sides),
            "sides_unknown": event.corroboration.sides_unknown,
            "corroboration": corroboration_words(event.corroboration),
            "denials": len(event.denials),
            "disagreement": ", ".join([*(f"{name} differs" for name in differs), *denied]) or None,
        }


def report_row(report: Report, article: Article) -> Row:
    """One report as a row."""
    value = report.date.value if report.date else None
    return {
        "id": report.report_id,
        "type": report.type,
        "mode": report.mode,
        "act": report.act,
        "status": reality_words(report.realis, report.polarity, report.stance, report.retold),
        "from": _day(value.earliest) if value else None,
        "to": _day(value.latest) if value else None,
        "place": place_words(report.place.value if report.place else None),
        "actors": [actor_words(a.value) for a in report.actors],
        "recipients": [actor_words(a.value) for a in report.recipients],
        "counts": [count_words(c) for c in report.counts],
        "according_to": [chain_words(chain) for chain in report.attributions],
        "quote": report.evidence.quote,
        "start": report.evidence.start,
        "end": report.evidence.end,
        "article": article.input_id or article.article_id,
        "rule": report.made_by,
    }


def place_row(mention: PlaceMention) -> Row:
    """One toponym as a row; the place's columns are None where the gazetteer has no answer."""
    place = mention.place
    return {
        "start": mention.evidence.start,
        "end": mention.evidence.end,
        "text": mention.evidence.quote,
        "use": mention.use,
        "kind": mention.kind,
        "place": place.name if place else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "precision": place.precision if place else None,
        "gazetteer_id": place.gazetteer_id if place else None,
        "confidence": mention.confidence,
        "alternatives": [
            f"{other.name}, {other.country}" if other.country else other.name
            for other in (place.alternatives if place else ())
        ],
        "rule": mention.made_by,
    }


def date_row(mention: DateMention) -> Row:
    """One time expression as a row; an open interval has no `from` and `to`."""
    value = mention.value
    return {
        "start": mention.evidence.start,
        "end": mention.evidence.end,
        "text": mention.evidence.quote,
        "kind": mention.kind,
        "from": _day(value.earliest),
        "to": _day(value.latest),
        "granularity": value.granularity,
        "calendar": value.calendar,
        "rule": mention.made_by,
    }


def quote_row(quote: Quote, article: Article) -> Row:
    """One quote as a row."""
    return {
        "id": quote.quote_id,
        "kind": quote.kind,
        "speaker": quote.speaker,
        "medium": quote.medium,
        "content": " … ".join(piece.quote for piece in quote.content),
        "chain": chain_words(quote.chain),
        "start": quote.content[0].start,
        "end": quote.content[-1].end,
        "article": article.input_id or article.article_id,
    }


def claim_row(claim: Claim, article: Article) -> Row:
    """One claim as a row."""
    span = claim.date.value if claim.date else None
    return {
        "id": claim.claim_id,
        "kind": claim.kind,
        "polarity": claim.polarity,
        "mode": claim.mode,
        "time": interval_words(span.earliest, span.latest) if span else None,
        "about": [actor_words(a.value) for a in claim.about],
        "content": claim.content.quote,
        "according_to": chain_words(claim.chain),
        "start": claim.content.start,
        "end": claim.content.end,
        "about_report": claim.about_report,
        "article": article.input_id or article.article_id,
    }


def denial_rows(analysis: Analysis, article: Article, joined: set[str]) -> Iterator[Row]:
    """Denied acts that no report asserts: they are no events and are listed with the claims."""
    for report in analysis.reports:
        if report.stance == "denies" and report.report_id not in joined:
            yield {
                "id": report.report_id,
                "kind": "denial",
                "polarity": report.polarity,
                "mode": None,
                "time": None,
                "about": [actor_words(a.value) for a in report.actors],
                "content": report.evidence.quote,
                "according_to": chain_words(report.attributions[0]),
                "start": report.evidence.start,
                "end": report.evidence.end,
                "about_report": None,
                "article": article.input_id or article.article_id,
            }


def echo_rows(echoes: Iterable[Echo], articles: Mapping[str, Article]) -> Iterator[Row]:
    """One row a member of an echo."""
    for echo in echoes:
        origin = articles.get(echo.origin) if echo.origin else None
        for member in echo.members:
            article = articles.get(member.article_id)
            yield {
                "echo": echo.echo_id,
                "kind": member.kind,
                "article": (article.input_id or article.article_id)
                if article
                else member.article_id,
                "outlet": article.outlet if article else None,
                "side": (article.side if article else None) or "unknown",
                "published": _day(article.published) if article else None,
                "shared": round(member.shared, 2),
                "origin": (origin.input_id or origin.article_id) if origin else None,
                "title": article.title if article else None,
            }


def source_rows(articles: Iterable[Article], copied: Iterable[Copying] = ()) -> Iterator[Row]:
    """One row an outlet: how many articles, its side with the basis, and what it copied."""
    of_outlet = {one.outlet: one for one in copied}
    grouped: dict[tuple[str, str, str], list[Article]] = {}
    for article in articles:
        side = article.side or "unknown"
        key = (article.outlet or "unknown outlet", side, article.side_basis or "none")
        grouped.setdefault(key, []).append(article)
    for (outlet, side, basis), group in sorted(grouped.items()):
        dates = sorted(a.published for a in group if a.published)
        owners = sorted({a.owner for a in group if a.owner})
        yield {
            "outlet": outlet,
            "side": side,
            "side_basis": basis,
            "owner": ", ".join(owners) or None,
            "articles": len(group),
            "first": _day(dates[0]) if dates else None,
            "last": _day(dates[-1]) if dates else None,
            **_copying_row(of_outlet.get(outlet)),
        }


def _copying_row(copied: Copying | None) -> Row:
    """What an outlet took, over all its articles: known copies, and what may be one."""
    if copied is None:
        return dict.fromkeys(("copies", "unsure", "own_share", "lag_days", "copied_from"))
    return {
        "copies": copied.copies,
        "unsure": copied.unsure,
        "own_share": round(copied.own_share, 2),
        "lag_days": copied.lag_days,
        "copied_from": ", ".join(f"{name} ({n})" for name, n in copied.taken_from) or None,
    }


def problem_rows(problems: Iterable[Problem]) -> Iterator[Row]:
    """One row a problem."""
    for problem in problems:
        yield {
            "source": problem.source,
            "row": problem.position,
            "stage": problem.stage,
            "reason": problem.reason,
        }


def _day(day: object) -> str | None:
    return None if day is None else str(day)
