"""The map in a pool of processes, one document in flight a worker, so a culprit is known.

The standard library's executor gives up when one worker dies. Here a worker that dies, hangs or
grows too large is replaced, and the rest goes on. Its document costs one problem; where the worker
died it is given out once more, since others may have killed it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import connection
from typing import Generic

from reportedly.errors import ReportedlyError
from reportedly.run.attempt import failed
from reportedly.run.outcome import Outcome, T
from reportedly.run.serial import too_long
from reportedly.run.window import Slot, Window
from reportedly.run.worker import Worker, whole

_START_SECONDS = 600.0  # for loading resources, on a busy machine
_FAILED_STARTS = 3  # workers in a row that die before they are ready
_MOST_DEATHS = 2  # of workers at one document, before it is to blame
_MEMORY_SECONDS = 0.5  # between two looks at how large the workers are


def map_in_pool(
    tasks: Iterable[T | Outcome],
    make_work: Callable[[], Callable[[T], Outcome]],
    workers: int,
    seconds: float,
    memory: int | None = None,
) -> Iterator[Outcome]:
    """The outcomes of the tasks in their order; tasks are drawn only as workers need them.

    Raises:
        ReportedlyError: if workers cannot start, with what they died of.
    """
    pool = _Pool(Window(iter(tasks), workers), make_work, workers, seconds, memory)
    try:
        yield from pool.map()
    finally:
        pool.close()


class _Pool(Generic[T]):
    def __init__(
        self,
        window: Window[T],
        make_work: Callable[[], Callable[[T], Outcome]],
        size: int,
        seconds: float,
        memory: int | None,
    ) -> None:
        self._window: Window[T] = window
        self._make_work: Callable[[], Callable[[T], Outcome]] = make_work
        self._size = size
        self._seconds = seconds
        self._memory = memory
        self._workers: dict[Worker[T], Slot[T] | None] = {}  # and what each works on
        self._failed_starts = 0

    def map(self) -> Iterator[Outcome]:
        return self._window.map(self._step)

    def close(self) -> None:
        for worker in self._workers:
            worker.kill()
        self._workers.clear()

    def _step(self) -> None:
        self._give_out()
        self._wait()

    def _give_out(self) -> None:
        """Hand waiting documents to free workers, and start workers that are lacking."""
        for worker, slot in list(self._workers.items()):
            if slot is None and worker.ready and not worker.is_alive():
                self._drop(worker)  # it died idle: no document is to blame
            elif slot is None and worker.ready and self._window.waiting:
                given = self._window.waiting.popleft()
                assert given.task is not None
                worker.give(given.task, time.monotonic() + self._seconds)
                self._workers[worker] = given
        starting = sum(not worker.ready for worker in self._workers)
        lacking = min(len(self._window.waiting) - starting, self._size - len(self._workers))
        for _ in range(lacking):
            worker = Worker(self._make_work, time.monotonic() + _START_SECONDS)
            self._workers[worker] = None

    def _wait(self) -> None:
        """Wait until a worker answers, dies or is out of time, and deal with it."""
        occupied = [w for w, slot in self._workers.items() if slot is not None or not w.ready]
        if not occupied:
            return
        now = time.monotonic()
        timeout = max(0.0, min(worker.deadline for worker in occupied) - now)
        if self._memory is not None:
            timeout = min(timeout, _MEMORY_SECONDS)
        handles = [handle for worker in occupied for handle in worker.handles]
        connection.wait(handles, timeout)
        now = time.monotonic()
        for worker in occupied:
            if worker.has_answer():
                self._take_answer(worker)
            elif not worker.is_alive():
                self._lost(worker)
            elif now >= worker.deadline:
                self._replace(worker, too_long(self._seconds))
            elif self._memory is not None and worker.memory() > self._memory:
                self._replace(worker, f"took more memory than {self._memory} bytes")

    def _take_answer(self, worker: Worker[T]) -> None:
        slot = self._workers[worker]
        answer = worker.answer()
        if answer is None:
            self._lost(worker)
        elif isinstance(answer, BaseException):
            raise answer
        elif slot is not None:
            assert slot.task is not None
            slot.outcome = whole(slot.task, answer)
            self._workers[worker] = None
        else:  # it is ready for its first document
            self._failed_starts = 0

    def _lost(self, worker: Worker[T]) -> None:
        """A worker died; its document is given out again, unless it was there twice."""
        slot = self._workers[worker]
        if slot is not None:
            slot.deaths += 1
            if slot.deaths < _MOST_DEATHS:
                self._drop(worker)
                self._window.waiting.appendleft(slot)
                return
        self._replace(worker, f"the process that read it died ({worker.cause_of_death()})")

    def _replace(self, worker: Worker[T], reason: str) -> None:
        """End a worker; its document, if it had one, becomes a problem."""
        slot = self._drop(worker)
        if slot is not None:
            assert slot.task is not None
            slot.outcome = failed(slot.task, "limits", reason)
            return
        self._failed_starts += 1
        if self._failed_starts >= _FAILED_STARTS:
            raise ReportedlyError(f"workers cannot start: {reason}")

    def _drop(self, worker: Worker[T]) -> Slot[T] | None:
        slot = self._workers.pop(worker)
        worker.kill()
        return slot
