"""The run: inputs in, outcomes to the store, in batches and in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.ingest import Skipped
from reportedly.records import Problem, RawDocument
from reportedly.run.attempt import failed
from reportedly.run.batches import commit_in_batches, mapped
from reportedly.run.outcome import (
    Input,
    InputKey,
    MakeWork,
    Outcome,
    RunStore,
    RunSummary,
    key_of,
)
from reportedly.run.shard import Shard

LARGEST = 20_000_000
"""Bytes of the largest document that is read."""


def run(
    inputs: Iterable[Input],
    store: RunStore,
    make_work: MakeWork,
    *,
    workers: int = 0,
    batch: int = 32,
    seconds: float = 60.0,
    largest: int = LARGEST,
    memory: int | None = None,
    on: str | None = None,
    shard: Shard | None = None,
    on_progress: Callable[[RunSummary], None] | None = None,
) -> RunSummary:
    """Read all inputs that the store does not know yet; each gets one outcome.

    Outcomes are committed in the order of the inputs, so what a killed run leaves is a
    beginning of what it would have written, and the next run goes on from there.

    Args:
        inputs: documents, and problems in place of those that could not be read.
        store: where outcomes go; this process alone writes to it.
        make_work: called once a worker; see `MakeWork`.
        workers: 0 works in this process, else the number of processes.
        batch: outcomes written in one transaction.
        seconds: time limit of one document.
        largest: size limit of one document in bytes.
        memory: limit of one worker in bytes, where the system tells (Linux), or None.
        on: a Ray cluster to work on (see `run.cluster`), or None for this machine's processes.
        shard: the part of the inputs that is read here; the others are passed over, uncounted.
        on_progress: called after each transaction with the counts so far.

    Returns:
        The counts. After Ctrl-C what is done is committed and `interrupted` is set.

    Raises:
        CollectionError: if the store can no longer write (a full disk).
        ReportedlyError: if workers cannot start.
    """
    counts: Counter[str] = Counter()
    intake = _Intake(inputs, store, largest, shard)

    def summary(interrupted: bool = False) -> RunSummary:
        return RunSummary(
            articles=counts["article"],
            duplicates=counts["duplicate"],
            problems=counts["problem"],
            skipped=counts["skipped"],
            known=intake.known,
            interrupted=interrupted,
        )

    def commit(done: Sequence[Outcome]) -> None:
        counts.update(store.add_batch([intake.placed(outcome) for outcome in done]))
        intake.forget(done)
        if on_progress:
            on_progress(summary())

    store.begin_read()
    outcomes = mapped(intake, make_work, workers=workers, seconds=seconds, memory=memory, on=on)
    interrupted = commit_in_batches(outcomes, commit, batch)
    if not interrupted:
        store.finish_read()
    return summary(interrupted)


class _Intake:
    """The inputs that still need an outcome; those that need no work come with theirs."""

    def __init__(
        self, inputs: Iterable[Input], store: RunStore, largest: int, shard: Shard | None
    ) -> None:
        self.known = 0
        self._inputs = inputs
        self._store = store
        self._largest = largest
        self._shard = shard
        self._under_way: dict[InputKey, int] = {}  # places of those not yet in the store
        self._bytes_under_way: Counter[str] = Counter()

    def __iter__(self) -> Iterator[RawDocument | Outcome]:
        for place, given in enumerate(self._inputs, start=1):
            key = key_of(given)
            if self._shard is not None and not self._shard.holds(key):
                continue
            if key in self._under_way or self._store.has_outcome(key):
                self.known += 1
                continue
            seen = key.content in self._bytes_under_way or self._store.has_bytes(key.content)
            self._under_way[key] = place
            self._bytes_under_way[key.content] += 1
            if isinstance(given, Problem):
                yield Outcome(raw=None, problem=given)
            elif isinstance(given, Skipped):
                yield Outcome(raw=None, skipped=given)
            elif seen:
                yield Outcome(raw=given)
            elif len(given.content) > self._largest:
                size = f"{len(given.content)} bytes, more than the {self._largest} allowed"
                yield failed(given, "limits", size)
            else:
                yield given

    def placed(self, outcome: Outcome) -> Outcome:
        """An outcome with its place among the inputs."""
        return replace(outcome, place=self._under_way[outcome.key])

    def forget(self, outcomes: Iterable[Outcome]) -> None:
        """The store has these now."""
        for outcome in outcomes:
            key = outcome.key
            del self._under_way[key]
            self._bytes_under_way[key.content] -= 1
            if not self._bytes_under_way[key.content]:
                del self._bytes_under_way[key.content]
