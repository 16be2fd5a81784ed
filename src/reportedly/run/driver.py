"""The run: inputs in, outcomes to the store, in batches and in order."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator

from reportedly.errors import CollectionError
from reportedly.ingest import Skipped
from reportedly.records import Problem, RawDocument
from reportedly.run.attempt import failed
from reportedly.run.outcome import (
    Input,
    InputKey,
    MakeWork,
    Outcome,
    OutcomeKind,
    RunStore,
    RunSummary,
    key_of,
)
from reportedly.run.pool import map_in_pool
from reportedly.run.serial import map_serially

LARGEST = 20_000_000
"""Bytes of the largest document that is read."""

_COMMIT_SECONDS = 5.0  # slow documents are not kept waiting for a full batch


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
        on_progress: called after each transaction with the counts so far.

    Returns:
        The counts. After Ctrl-C what is done is committed and `interrupted` is set.

    Raises:
        CollectionError: if the store can no longer write (a full disk).
        ReportedlyError: if workers cannot start.
    """
    counts: Counter[str] = Counter()
    intake = _Intake(inputs, store, largest)
    done: list[Outcome] = []
    interrupted = False

    def summary() -> RunSummary:
        return RunSummary(
            articles=counts["article"],
            duplicates=counts["duplicate"],
            problems=counts["problem"],
            skipped=counts["skipped"],
            known=intake.known,
            interrupted=interrupted,
        )

    def commit() -> None:
        kinds: Iterable[OutcomeKind] = store.add_batch(done) if done else ()
        counts.update(kinds)
        intake.forget(done)
        done.clear()
        if on_progress:
            on_progress(summary())

    store.begin_read()
    outcomes: Generator[Outcome, None, None] = _mapped(intake, make_work, workers, seconds, memory)
    committed = time.monotonic()
    try:
        for outcome in outcomes:
            done.append(outcome)
            if len(done) >= batch or time.monotonic() - committed > _COMMIT_SECONDS:
                commit()
                committed = time.monotonic()
    except KeyboardInterrupt:
        interrupted = True
    except CollectionError:
        done.clear()  # the store cannot take them
        raise
    finally:
        outcomes.close()
        if done:
            commit()
    if not interrupted:
        store.finish_read()
    return summary()


def _mapped(
    tasks: Iterable[RawDocument | Outcome],
    make_work: MakeWork,
    workers: int,
    seconds: float,
    memory: int | None,
) -> Generator[Outcome, None, None]:
    if workers:
        yield from map_in_pool(tasks, make_work, workers, seconds, memory)
    else:
        yield from map_serially(tasks, make_work, seconds)


class _Intake:
    """The inputs that still need an outcome; those that need no work come with theirs."""

    def __init__(self, inputs: Iterable[Input], store: RunStore, largest: int) -> None:
        self.known = 0
        self._inputs = inputs
        self._store = store
        self._largest = largest
        self._under_way: set[InputKey] = set()  # seen, and not yet in the store
        self._bytes_under_way: Counter[str] = Counter()

    def __iter__(self) -> Iterator[RawDocument | Outcome]:
        for given in self._inputs:
            key = key_of(given)
            if key in self._under_way or self._store.has_outcome(key):
                self.known += 1
                continue
            seen = key.content in self._bytes_under_way or self._store.has_bytes(key.content)
            self._under_way.add(key)
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

    def forget(self, outcomes: Iterable[Outcome]) -> None:
        """The store has these now."""
        for outcome in outcomes:
            key = outcome.key
            self._under_way.discard(key)
            self._bytes_under_way[key.content] -= 1
            if not self._bytes_under_way[key.content]:
                del self._bytes_under_way[key.content]
