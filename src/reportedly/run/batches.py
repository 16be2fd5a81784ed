"""What every run shares: tasks mapped to outcomes, and outcomes handed on in batches."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Sequence

from reportedly.errors import CollectionError
from reportedly.run.cluster import map_on_ray
from reportedly.run.outcome import Outcome, T
from reportedly.run.pool import map_in_pool
from reportedly.run.serial import map_serially

_COMMIT_SECONDS = 5.0  # slow documents are not kept waiting for a full batch


def mapped(
    tasks: Iterable[T | Outcome],
    make_work: Callable[[], Callable[[T], Outcome]],
    *,
    workers: int,
    seconds: float,
    memory: int | None,
    on: str | None = None,
) -> Generator[Outcome, None, None]:
    """The outcomes of tasks in their order, worked on in this process, a pool or a cluster."""
    if on is not None:
        yield from map_on_ray(tasks, make_work, on, workers=workers, seconds=seconds, memory=memory)
    elif workers:
        yield from map_in_pool(tasks, make_work, workers, seconds, memory)
    else:
        yield from map_serially(tasks, make_work, seconds)


def commit_in_batches(
    outcomes: Generator[Outcome, None, None],
    commit: Callable[[Sequence[Outcome]], None],
    batch: int,
) -> bool:
    """Hand outcomes on until none is left; gives whether Ctrl-C ended it before.

    Whatever ends it, what is done is committed first, unless the store cannot take it.
    """
    done: list[Outcome] = []
    interrupted = False
    committed = time.monotonic()
    try:
        for outcome in outcomes:
            done.append(outcome)
            if len(done) >= batch or time.monotonic() - committed > _COMMIT_SECONDS:
                commit(done)
                done.clear()
                committed = time.monotonic()
    except KeyboardInterrupt:
        interrupted = True
    except CollectionError:
        done.clear()
        raise
    finally:
        outcomes.close()
        if done:
            commit(done)
    return interrupted
