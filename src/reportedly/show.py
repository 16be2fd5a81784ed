"""One record whole, in words: every value with its sentence, who says so, what disagrees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.codec import encode
from reportedly.records import (
    Analysis,
    Article,
    Campaign,
    Echo,
    Event,
    Evidence,
    Found,
    Report,
)
from reportedly.records.vocabulary import reality_words
from reportedly.tables import (
    chain_words,
    corroboration_words,
    count_words,
    interval_words,
    place_words,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A record as lines for people (headings are not indented) and as JSON."""

    lines: tuple[str, ...]
    data: dict[str, Any]


def show_event(
    event: Event, told: Sequence[tuple[Article, Report]], campaigns: Sequence[Campaign]
) -> Shown:
    """An event with all reports behind it."""
    lines = [_head(event.event_id, event.type, event.mode, _status(event))]
    lines += _line("place", place_words(event.place))
    lines += _line("from … to", interval_words(event.earliest, event.latest))
    lines += _line("actors", ", ".join(a.name for a in event.actors))
    for alleged in event.alleged_actors:
        by = f" — named by {alleged.asserted_by}" if alleged.asserted_by else ""
        lines += _line("alleged", alleged.value.name + by)
    lines += _line("recipients", ", ".join(a.name for a in event.recipients))
    lines += _line("counts", ", ".join(count_words(c) for c in event.counts))
    counted = event.corroboration
    lines += _line("corroboration", corroboration_words(counted))
    lines += _line("voices", ", ".join(counted.voices))
    lines += _line("values by", event.rule)
    for campaign in campaigns:
        if event.event_id in campaign.events:
            size = len(campaign.events)
            lines += _line(campaign.kind, f"{campaign.campaign_id}, {size} events")
            lines += [f"    “{_short(basis)}”" for basis in campaign.basis[:2]]
    for contradiction in event.contradictions:
        values = "; ".join(f"{value} ({_reports(by)})" for value, by in contradiction.values)
        lines += _line(f"{contradiction.field} differs", values)
    for article, report in told:
        lines.append("")
        lines += _report_lines(article, report, _part(event, report.report_id))
    data = {
        "event": encode(event),
        "reports": [_report_data(article, report) for article, report in told],
    }
    return Shown(tuple(lines), data)


def show_report(article: Article, report: Report, events: Sequence[str]) -> Shown:
    """One report with the passages that give its values."""
    lines = list(_report_lines(article, report, None))
    lines += _line("event", ", ".join(events) or "none (a denial alone, or not linked)")
    return Shown(tuple(lines), _report_data(article, report) | {"events": list(events)})


def show_echo(echo: Echo, articles: Mapping[str, Article]) -> Shown:
    """An echo: which articles share text, and how much of it."""
    lines = [f"echo {echo.echo_id}: {len(echo.members)} articles"]
    lines += _line("why", "; ".join(echo.reasons))
    for member in echo.members:
        article = articles.get(member.article_id)
        lines.append(f"  {member.kind:<10}{_source(article) if article else member.article_id}")
        for passage in member.passages[:3]:
            if article is not None:
                quote = " ".join(article.text[passage.start : passage.end].split())
                lines.append(f"    “{quote[:100]}{'…' if len(quote) > 100 else ''}”")
    return Shown(tuple(lines), {"echo": encode(echo)})


def show_article(article: Article, analysis: Analysis | None, echoes: Sequence[str]) -> Shown:
    """An article with what was found in it."""
    lines = [f"article {article.article_id}: {article.title or 'without a title'}"]
    lines += _line("outlet", f"{article.outlet or 'unknown'} ({article.outlet_basis or 'none'})")
    lines += _line("side", f"{article.side or 'unknown'} ({article.side_basis or 'not stated'})")
    lines += _line("published", f"{article.published or 'unknown'} ({article.published_basis})")
    lines += _line("url", article.url or "")
    lines += _line("echoes", ", ".join(echoes))
    for cut in article.furniture:
        lines += _line("furniture", f"“{' '.join(cut.text.split())}” ({cut.reason})")
    for report in analysis.reports if analysis else ():
        lines.append("")
        lines += _report_lines(article, report, None)
    return Shown(
        tuple(lines),
        {"article": encode(article), "analysis": encode(analysis) if analysis else None},
    )


def _report_lines(article: Article, report: Report, part: str | None) -> Iterator[str]:
    status = reality_words(report.realis, report.polarity, report.stance, report.retold)
    yield _head(report.report_id, report.type, report.mode, status) + (f" · {part}" if part else "")
    yield from _line("source", _source(article))
    yield from _line("act", f"{report.act} “{_short(report.trigger)}” (rule {report.made_by})")
    for name, found in (("actor", report.actors), ("recipient", report.recipients)):
        for one in found:
            relation = one.value.relation
            words = one.value.name + (f" [{relation.kind} {relation.to}]" if relation else "")
            yield from _value(name, words, one)
    if report.place is not None:
        yield from _value("place", place_words(report.place.value), report.place)
    if report.date is not None:
        value = report.date.value
        yield from _value("date", interval_words(value.earliest, value.latest), report.date)
    for count in report.counts:
        yield from _value("count", count_words(count), count)
    for chain in report.attributions:
        cue = chain[-1].cue
        yield from _line("according to", chain_words(chain) + (f" “{cue.quote}”" if cue else ""))
    yield from _line("sentence", f"“{_short(report.evidence, 400)}”")


def _value(name: str, words: str, found: Found[Any]) -> Iterator[str]:
    by = f", asserted by {found.asserted_by}" if found.asserted_by else ""
    yield from _line(name, f"{words} “{_short(found.evidence)}” ({found.made_by}{by})")


def _line(name: str, words: str) -> list[str]:
    return [f"  {name:<14} {words}"] if words else []


def _head(key: str, type_name: str | None, mode: str | None, status: str) -> str:
    return f"{' '.join(filter(None, (type_name or 'no type', mode)))} · {status} · {key}"


def _status(event: Event) -> str:
    return reality_words(event.realis, event.polarity, "states", event.retold)


def _short(evidence: Evidence, most: int = 120) -> str:
    words = " ".join(evidence.quote.split())
    return words if len(words) <= most else words[: most - 1] + "…"


def _source(article: Article) -> str:
    day = article.published or "undated"
    return f"{article.outlet or 'unknown outlet'}, {day}: {article.input_id or article.article_id}"


def _part(event: Event, report_id: str) -> str:
    if report_id in event.withdrawn:
        return "withdrawn by its outlet"
    return "beside the event" if report_id in event.denials else "asserts it"


def _reports(keys: Sequence[str]) -> str:
    return f"{len(keys)} report{'' if len(keys) == 1 else 's'}"


def _report_data(article: Article, report: Report) -> dict[str, Any]:
    source = {
        "article_id": article.article_id,
        "input_id": article.input_id,
        "outlet": article.outlet,
        "side": article.side,
        "published": None if article.published is None else str(article.published),
        "url": article.url,
    }
    return {"source": source, "report": encode(report)}
