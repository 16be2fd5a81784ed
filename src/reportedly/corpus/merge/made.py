"""Events made from what was gathered for them, unless the same was gathered before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.corpus.encoded import encoded
from reportedly.corpus.library import Library
from reportedly.corpus.memory import Memory, key_of
from reportedly.corpus.merge.build import build_event, merged_event
from reportedly.corpus.merge.corrections import corrected
from reportedly.corpus.merge.corroboration import entity_aliases
from reportedly.corpus.merge.facts import ReportFacts
from reportedly.corpus.merge.telling import Telling
from reportedly.corpus.merge.texts import EchoIndex
from reportedly.records import Analysis, Claim, Contradiction, Judgement, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The reports of one event."""

    event_id: str
    split_from: str | None
    asserting: tuple[ReportFacts, ...]
    denials: tuple[ReportFacts, ...]
    disputed: tuple[Contradiction, ...] = ()  # what people say differently of them


class EventMaker:
    """Builds events as JSON from the articles and analyses that tell them."""

    def __init__(
        self,
        library: Library,
        versions: Mapping[str, bytes],
        index: EchoIndex,
        judged: Mapping[str, Sequence[Judgement]],
        memory: Memory,
    ) -> None:
        """`judged`: people's corrections and rejections by article."""
        self._library, self._versions, self._index = library, versions, index
        self._judged, self._memory = judged, memory
        self._known: dict[str, bytes] = {}

    def made(self, gathered: Gathered) -> bytes:
        """One event."""
        key = key_of(self._parts(gathered))
        data = self._memory.recall("event", key)
        if data is None:
            data = self._build(gathered)
            self._memory.keep("event", key, data)
        return data

    def merged(self, event_id: str, merged_into: str) -> bytes:
        """What is left of an event that became part of another."""
        return encoded(merged_event(event_id, merged_into))

    def _parts(self, gathered: Gathered) -> Iterator[bytes | str]:
        """All that an event is made from: its reports, their articles and the echoes of these."""
        yield gathered.event_id
        yield gathered.split_from or ""
        yield repr(gathered.disputed)
        for some in (gathered.asserting, gathered.denials):
            yield str(len(some))
            for one in some:
                yield one.report_id
                yield self._standing(one.article_id)

    def _standing(self, article_id: str) -> bytes:
        """What stands for an article, people's corrections of it, and all its echoes."""
        mark = self._known.get(article_id)
        if mark is None:
            index = self._index
            mark = self._known[article_id] = key_of(
                [
                    self._versions[article_id],
                    repr(self._judged.get(article_id, ())),
                    *(self._versions.get(other, b"") for other in index.sources(article_id)),
                    *index.marks(article_id),
                ]
            )
        return mark

    def _build(self, gathered: Gathered) -> bytes:
        told = (*gathered.asserting, *gathered.denials)
        reports: dict[str, Report] = {}
        analyses: dict[str, Analysis] = {}
        for article_id in sorted({one.article_id for one in told}):
            _, analysis = self._library.document(article_id)
            if analysis is not None:
                analyses[article_id] = analysis
                found = corrected(analysis.reports, self._judged.get(article_id, ()))
                reports |= {report.report_id: report for report in found}

        def telling(one: ReportFacts) -> Telling:
            article = self._index.articles[one.article_id]
            return Telling(report=reports[one.report_id], article=article, facts=one)

        event = build_event(
            gathered.event_id,
            [telling(one) for one in gathered.asserting],
            [telling(one) for one in gathered.denials],
            index=self._index,
            aliases=entity_aliases({name: a.entities for name, a in analyses.items()}),
            claims=_claims(analyses),
            split_from=gathered.split_from,
        )
        if gathered.disputed:
            event = replace(event, contradictions=(*event.contradictions, *gathered.disputed))
        return encoded(event)


def _claims(analyses: Mapping[str, Analysis]) -> Mapping[str, Sequence[Claim]]:
    """Claims by the report of the same article that they are about."""
    about: dict[str, list[Claim]] = defaultdict(list)
    for analysis in analyses.values():
        for claim in analysis.claims:
            if claim.about_report is not None:
                about[claim.about_report].append(claim)
    return about
