"""The map in this process: simple, and right for a few documents."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType

from reportedly.run.attempt import attempt, failed
from reportedly.run.outcome import Outcome, T


class _TooLong(BaseException):
    """Raised by the alarm; no Exception, so that no stage swallows it by accident."""


def map_serially(
    tasks: Iterable[T | Outcome], make_work: Callable[[], Callable[[T], Outcome]], seconds: float
) -> Iterator[Outcome]:
    """The outcomes of the tasks in their order; resources are loaded when first needed.

    The time limit works by an alarm: on Unix, in the main thread, and not inside C code that
    never comes back. Pools have none of these limits.
    """
    work: Callable[[T], Outcome] | None = None
    for task in tasks:
        if isinstance(task, Outcome):
            yield task
            continue
        if work is None:
            work = make_work()
        try:
            with _alarm(seconds):
                outcome = attempt(work, task)
        except _TooLong:
            outcome = failed(task, "limits", too_long(seconds))
        yield outcome


def too_long(seconds: float) -> str:
    """The reason of a document that was stopped by the clock."""
    return f"not done after {seconds:g} s"


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    can_alarm = hasattr(signal, "setitimer")
    if not can_alarm or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise _TooLong

    before = signal.signal(signal.SIGALRM, stop)
    try:
        # rings again each second: a bare `except:` may swallow the first
        signal.setitimer(signal.ITIMER_REAL, seconds, 1)
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
