"""Analyses redone: articles in, new analyses over the former ones, in batches.

Texts are never extracted again, so every span and judgement keeps its coordinates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from reportedly.records import Analysis, Article, Problem
from reportedly.run.batches import commit_in_batches, mapped
from reportedly.run.outcome import MakeRework, Outcome


class ReanalysisStore(Protocol):
    """The part of a collection that redoing uses; tests give it a store in memory."""

    def outdated(self, analyser: str) -> Iterator[Article]:
        """Articles that another analyser read; each is given once, while they are replaced."""

    def replace_analyses(
        self, analyses: Sequence[Analysis], failures: Sequence[tuple[Article, Problem]] = ()
    ) -> None:
        """Write analyses over former ones, and why others stay, in one transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReanalysisSummary:
    """Articles by what became of them; those that failed keep the analysis that they had."""

    articles: int = 0
    problems: int = 0
    interrupted: bool = False

    @property
    def inputs(self) -> int:
        """All articles that were looked at."""
        return self.articles + self.problems


def run_anew(
    store: ReanalysisStore,
    analyser: str,
    make_work: MakeRework,
    *,
    workers: int = 0,
    batch: int = 32,
    seconds: float = 60.0,
    memory: int | None = None,
    on: str | None = None,
    on_progress: Callable[[ReanalysisSummary], None] | None = None,
) -> ReanalysisSummary:
    """Redo the analyses of another analyser; a run that was killed goes on where it was.

    Args:
        store: gives the articles and takes the analyses; this process alone writes to it.
        analyser: the name that all analyses are to have.
        make_work: called once a worker.
        workers, batch, seconds, memory, on: as in `run`.
        on_progress: called after each transaction with the counts so far.

    Returns:
        The counts. After Ctrl-C what is done is committed and `interrupted` is set.

    Raises:
        CollectionError: if the store can no longer write (a full disk).
        ReportedlyError: if workers cannot start.
    """
    counts: Counter[str] = Counter()

    def summary(interrupted: bool = False) -> ReanalysisSummary:
        return ReanalysisSummary(
            articles=counts["articles"], problems=counts["problems"], interrupted=interrupted
        )

    def commit(done: Sequence[Outcome]) -> None:
        analyses = [outcome.analysis for outcome in done if outcome.analysis]
        failures = [(o.article, o.problem) for o in done if o.article and o.problem]
        store.replace_analyses(analyses, failures)
        counts.update(articles=len(analyses), problems=len(failures))
        if on_progress:
            on_progress(summary())

    outcomes = mapped(
        store.outdated(analyser),
        make_work,
        workers=workers,
        seconds=seconds,
        memory=memory,
        on=on,
    )
    return summary(commit_in_batches(outcomes, commit, batch))
