"""Why one text gave its reports, in words: what told each act, and what was left out and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportedly.codec import encode
from reportedly.find.events.confidence import weighed
from reportedly.find.events.trace import Decision, LeftOut, Trace
from reportedly.records import Analysis, Evidence, Found, Report
from reportedly.records.vocabulary import reality_words
from reportedly.tables import chain_words, count_words, interval_words, place_words

_MOST = 80


def why_lines(analysis: Analysis, trace: Trace) -> Iterator[str]:
    """Lines for people: a block for each report, then what was left out."""
    for report in analysis.reports:
        yield from _report_lines(report, trace.decisions.get(_key(report)))
        yield from _confidence_line(report, trace)
    if trace.left_out:
        yield "left out"
        for left in _in_order(trace):
            told = f"{left.type or 'no type'} by {left.rule}"
            yield f"  {_span(left.word)} “{_short(left.word)}” ({told}): {left.why}"


def why_data(analysis: Analysis, trace: Trace) -> dict[str, Any]:
    """The same for machines: `decisions` by report_id, and `left_out` in order of the text."""
    decisions: dict[str, Any] = {}
    for report in analysis.reports:
        decision = trace.decisions.get(_key(report))
        if decision is not None:
            decisions[report.report_id] = {
                "reality": decision.reality,
                "cue": None if decision.cue is None else encode(decision.cue),
                "agreement": decision.agreement,
            }
    left_out = [
        {"word": encode(left.word), "type": left.type, "rule": left.rule, "why": left.why}
        for left in _in_order(trace)
    ]
    return {"decisions": decisions, "left_out": left_out}


def _report_lines(report: Report, decision: Decision | None) -> Iterator[str]:
    status = reality_words(report.realis, report.polarity, report.stance, report.retold)
    yield f"{' '.join(filter(None, (report.type or 'no type', report.mode)))} · {status}"
    agreement = decision.agreement if decision is not None else None
    agrees = f", the classifier gives this type {agreement:.2f}" if agreement is not None else ""
    yield f"  told by      {_span(report.trigger)} “{_short(report.trigger)}”: {report.act}"
    yield f"  rule         {report.made_by}{agrees}"
    if decision is not None:
        cue = f" by “{_short(decision.cue)}” {_span(decision.cue)}" if decision.cue else ""
        yield f"  reality      {status}: {decision.reality}{cue}"
    for name, found in (("actor", report.actors), ("recipient", report.recipients)):
        for one in found:
            yield _value(name, one.value.name, one)
    if report.place is not None:
        reason = report.place.value.reason
        words = place_words(report.place.value) + (f" [{reason}]" if reason else "")
        yield _value("place", words, report.place)
    if report.date is not None:
        value = report.date.value
        words = interval_words(value.earliest, value.latest) or "open"
        yield _value(
            "date", words + (f", from {value.anchor}" if value.anchor else ""), report.date
        )
    for count in report.counts:
        yield _value("count", count_words(count), count)
    for context in report.contexts:
        yield f"  context      {context}"
    for chain in report.attributions:
        cue_word = chain[-1].cue
        cue = f" “{_short(cue_word)}” {_span(cue_word)}" if cue_word else ""
        yield f"  according to {chain_words(chain)}{cue}"
    for mention in report.mentions:
        if mention != report.trigger:
            yield f"  also told by {_span(mention)} “{_short(mention)}”"


def _confidence_line(report: Report, trace: Trace) -> Iterator[str]:
    """The confidence with what speaks for and against the report, in points of log-odds."""
    points = weighed(trace.grounds.get(report.report_id, {}))
    if report.confidence is not None:
        told = ", ".join(f"{name} {number:+.1f}" for name, number in points)
        yield f"  confidence   {report.confidence:.2f}" + (f": {told}" if told else "")


def _value(name: str, words: str, found: Found[Any]) -> str:
    sure = "" if found.confidence is None else f", {found.confidence:.2f}"
    by = f", asserted by {found.asserted_by}" if found.asserted_by else ""
    where = f"{_span(found.evidence)} “{_short(found.evidence)}”"
    return f"  {name:<12} {words}: {where} ({found.made_by}{sure}{by})"


def _in_order(trace: Trace) -> list[LeftOut]:
    return sorted(trace.left_out, key=lambda left: (left.word.start, left.word.end, left.rule))


def _key(report: Report) -> tuple[int, int]:
    return report.trigger.start, report.trigger.end


def _span(evidence: Evidence) -> str:
    return f"{evidence.start}–{evidence.end}"


def _short(evidence: Evidence) -> str:
    words = " ".join(evidence.quote.split())
    return words if len(words) <= _MOST else words[: _MOST - 1] + "…"
