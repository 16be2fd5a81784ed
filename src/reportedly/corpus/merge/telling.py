"""A report as an event is built from it: whole, with its article and what was compared of it."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.corpus.merge.facts import ReportFacts
from reportedly.records import Article, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One report of an event."""

    report: Report
    article: Article  # its text is not looked at
    facts: ReportFacts
