"""Tasks drawn only as workers need them, and their outcomes given back in the tasks' order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic

from reportedly.run.outcome import Outcome, T

_WIDE = 64  # documents a worker that may be done and wait for an earlier one


@dataclass(slots=True)
class Slot(Generic[T]):
    """One input's place in the order, with its outcome once there is one."""

    task: T | None
    outcome: Outcome | None = None
    deaths: int = 0  # of processes that worked on it


class Window(Generic[T]):
    """The tasks under way.

    Args:
        tasks: documents, and outcomes in place of those that need no work.
        workers: how many may wait to be given out.
    """

    def __init__(self, tasks: Iterator[T | Outcome], workers: int) -> None:
        self._tasks: Iterator[T | Outcome] = tasks
        self._workers = workers
        self._order: deque[Slot[T]] = deque()
        self._more = True
        self.waiting: deque[Slot[T]] = deque()
        """Those that no worker has yet."""

    def draw(self) -> bool:
        """Take tasks in until enough wait; whether anything is left to do."""
        while (
            self._more
            and len(self._order) < _WIDE * self._workers
            and len(self.waiting) < self._workers
        ):
            task = next(self._tasks, None)
            if task is None:
                self._more = False
            elif isinstance(task, Outcome):
                self._order.append(Slot(None, task))
            else:
                self._order.append(Slot(task))
                self.waiting.append(self._order[-1])
        return self._more or bool(self._order)

    def done(self) -> Iterator[Outcome]:
        """The outcomes that nothing earlier holds back."""
        while self._order and (outcome := self._order[0].outcome) is not None:
            self._order.popleft()
            yield outcome

    def map(self, step: Callable[[], None]) -> Iterator[Outcome]:
        """The outcomes in the order of the tasks.

        Args:
            step: called while some task is not done; it gives out what waits, and waits for an
                answer.
        """
        while self.draw():
            yield from self.done()
            if self._order:
                step()
