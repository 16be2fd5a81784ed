"""One process of the pool, seen from both ends of its pipe."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Callable
from multiprocessing import connection
from pathlib import Path
from typing import Generic

from reportedly.errors import ReportedlyError
from reportedly.records import Analysis, Article, Problem, RawDocument
from reportedly.run.attempt import attempt
from reportedly.run.outcome import Outcome, T

# Outcome without its task, which the other end has
Found = tuple[Article | None, Analysis | None, Problem | None]
_NOTHING: Found = (None, None, None)

# Fresh processes: a fork would share locks, threads and files with this one
_CONTEXT = multiprocessing.get_context("spawn")


class Worker(Generic[T]):
    """A process that works on one document at a time; `deadline` is of what it does now."""

    def __init__(self, make_work: Callable[[], Callable[[T], Outcome]], deadline: float) -> None:
        self._pipe, far_end = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_serve, args=(far_end, make_work), daemon=True)
        self._process.start()
        far_end.close()  # so that the pipe ends when the process does
        self.ready = False
        self.deadline = deadline

    @property
    def handles(self) -> tuple[connection.Connection, int]:
        """What becomes readable when the worker answers or dies."""
        return self._pipe, self._process.sentinel

    def give(self, task: T, deadline: float) -> None:
        """Start work on a task; a worker that is dead already shows when it is waited for."""
        self.deadline = deadline
        with contextlib.suppress(OSError):
            self._pipe.send(task)

    def has_answer(self) -> bool:
        """Whether something can be read, or the end of the pipe."""
        try:
            return self._pipe.poll()
        except OSError:
            return True

    def answer(self) -> Found | BaseException | None:
        """Its answer; at first the word that it is ready, or why not; None if it died."""
        try:
            answer: Found | BaseException = self._pipe.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            return None
        self.ready = True
        return answer

    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.is_alive()

    def cause_of_death(self) -> str:
        """The signal or exit code that a dead process left."""
        self._process.join(5)
        code = self._process.exitcode
        if code is None or code >= 0:
            return f"exit code {code}"
        return signal.strsignal(-code) or f"signal {-code}"

    def memory(self) -> int:
        """Bytes that the process holds in memory; 0 where the system does not tell."""
        try:
            pages = Path(f"/proc/{self._process.pid}/statm").read_text().split()[1]
        except (OSError, IndexError):
            return 0
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    def kill(self) -> None:
        """End the process, whatever it does; it holds nothing that could be lost."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def whole(task: RawDocument | Article, found: Found) -> Outcome:
    """The outcome of a task, from what its worker sent."""
    article, analysis, problem = found
    if isinstance(task, Article):
        return Outcome(raw=None, article=task, analysis=analysis, problem=problem)
    return Outcome(raw=task, article=article, analysis=analysis, problem=problem)


def _serve(pipe: connection.Connection, make_work: Callable[[], Callable[[T], Outcome]]) -> None:
    """Load resources once, then answer documents until the other end is gone."""
    with contextlib.suppress(EOFError, OSError):  # both mean that it is
        _answer_documents(pipe, make_work)


def _answer_documents(
    pipe: connection.Connection, make_work: Callable[[], Callable[[T], Outcome]]
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the driver's to handle
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        work = make_work()
    except BaseException as error:
        pipe.send(_sendable(error))
        return
    pipe.send(_NOTHING)
    while True:
        task: T = pipe.recv()
        outcome = attempt(work, task)
        article = None if outcome.article is task else outcome.article
        pipe.send((article, outcome.analysis, outcome.problem))


def _end_with_parent() -> None:
    """A driver that was killed leaves no worker behind, not even one that hangs."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _sendable(error: BaseException) -> BaseException:
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return ReportedlyError(f"workers cannot start: {type(error).__name__}: {error}")
    return error
