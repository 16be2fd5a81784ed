"""The map on Ray: actors that load resources once, one document in flight each.

Actors compute and the driver alone writes, so a cluster changes no record. An actor that dies is
replaced and its document given out once more: the death of a machine costs nothing, and a
document that ends two processes is to blame and becomes one problem.
"""

from __future__ import annotations

import contextlib
import os
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Generic

from reportedly.errors import OptionError, ReportedlyError
from reportedly.run.attempt import attempt, failed
from reportedly.run.outcome import Outcome, T
from reportedly.run.serial import too_long
from reportedly.run.window import Slot, Window
from reportedly.run.worker import Found, whole

_LOCAL, _SCHEME = "ray", "ray://"
_KNOCK_SECONDS = 10.0
_START_SECONDS = 900.0  # for a place on the cluster and for loading resources
_FAILED_STARTS = 3  # actors in a row that die before they are ready
_DEATHS = 2  # of actors that worked on one document, until it is to blame
_LOOK_SECONDS = 1.0  # between two looks at the clock
_MEMORY_SECONDS = 0.5  # between two looks of an actor at its own size


def map_on_ray(
    tasks: Iterable[T | Outcome],
    make_work: Callable[[], Callable[[T], Outcome]],
    where: str,
    *,
    workers: int,
    seconds: float,
    memory: int | None = None,
) -> Iterator[Outcome]:
    """The outcomes of the tasks in their order.

    Args:
        tasks: documents, drawn only as actors need them, and outcomes that need no work.
        make_work: called once an actor; it must pickle.
        where: `ray` starts Ray on this machine for the run; `ray://HOST:PORT` joins the cluster
            whose head was started with that port, and of which this machine is a node.
        workers: actors; 0 takes as many as there are processors.
        seconds: time limit of one document.
        memory: limit of one actor in bytes, where the system tells (Linux), or None.

    Raises:
        OptionError: if Ray is not installed, or the address is none.
        ReportedlyError: if the cluster cannot be reached, or actors cannot start.
    """
    with _joined(where, workers) as ray:
        size = workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
        cluster = RayPool(
            ray, Window(iter(tasks), size), make_work, size=size, seconds=seconds, memory=memory
        )
        try:
            yield from cluster.map()
        finally:
            cluster.close()


@contextlib.contextmanager
def _joined(where: str, workers: int) -> Iterator[Any]:
    """Ray, connected; what was started here ends here."""
    address = None if where == _LOCAL else _address_of(where)
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # it would report to its makers
    try:
        ray: Any = import_module("ray")
    except ImportError:
        raise OptionError("Ray is not installed: pip install 'reportedly[cluster]'") from None
    if ray.is_initialized():
        yield ray
        return
    quiet = {"log_to_driver": False, "logging_level": "error"}
    try:
        if address is None:
            # one processor more than actors: a pool that holds the only one waits for ever
            size = (workers or os.cpu_count() or 1) + 1
            ray.init(num_cpus=size, include_dashboard=False, **quiet)
        else:
            _knock(*address)
            ray.init(address=f"{address[0]}:{address[1]}", **quiet)
    except Exception as error:  # Ray raises many kinds, none of them documented
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise ReportedlyError(f"cannot reach Ray at {where}: {reason}") from None
    try:
        yield ray
    finally:
        ray.shutdown()


def _address_of(where: str) -> tuple[str, int]:
    host, _, port = where.removeprefix(_SCHEME).rpartition(":")
    if not where.startswith(_SCHEME) or not host or not (port.isascii() and port.isdigit()):
        raise OptionError(f"--on takes ray or ray://HOST:PORT, not {where!r}")
    return host, int(port)


def _knock(host: str, port: int) -> None:
    """Ray itself asks for minutes where nobody listens."""
    with socket.create_connection((host, port), _KNOCK_SECONDS):
        pass


class _Reader(Generic[T]):
    """What runs on the cluster, one a processor."""

    def __init__(self, make_work: Callable[[], Callable[[T], Outcome]], memory: int | None) -> None:
        self._make_work: Callable[[], Callable[[T], Outcome]] = make_work
        self._work: Callable[[T], Outcome] | None = None
        if memory is not None:
            threading.Thread(target=_end_when_larger, args=(memory,), daemon=True).start()

    def load(self) -> str:
        """Load resources; gives the id of the node that this runs on."""
        self._work = self._make_work()
        return str(import_module("ray").get_runtime_context().get_node_id())

    def read(self, task: T) -> Found:
        """Work on one document."""
        assert self._work is not None
        outcome = attempt(self._work, task)
        article = None if outcome.article is task else outcome.article
        return article, outcome.analysis, outcome.problem


def _end_when_larger(memory: int) -> None:
    """End this process when it holds more bytes than it may."""
    page = os.sysconf("SC_PAGE_SIZE")
    while True:
        with contextlib.suppress(OSError, IndexError):
            if int(Path("/proc/self/statm").read_text().split()[1]) * page > memory:
                os._exit(1)
        time.sleep(_MEMORY_SECONDS)


@dataclass(slots=True, eq=False)
class _Actor(Generic[T]):
    """An actor as the driver sees it."""

    handle: Any
    answer: Any  # what it promised last: to be loaded, or a document's records
    deadline: float
    node: str | None = None  # once it is loaded
    slot: Slot[T] | None = None  # what it works on

    @property
    def is_idle(self) -> bool:
        return self.node is not None and self.slot is None


class RayPool(Generic[T]):
    """The actors of one run.

    Args:
        ray: the package, connected.
        window: the documents.
        make_work, size, seconds, memory: see `map_on_ray`.
    """

    def __init__(
        self,
        ray: Any,  # noqa: ANN401  # an optional package
        window: Window[T],
        make_work: Callable[[], Callable[[T], Outcome]],
        *,
        size: int,
        seconds: float,
        memory: int | None = None,
    ) -> None:
        self._ray = ray
        self._window: Window[T] = window
        self._new = ray.remote(_Reader).options(num_cpus=1, max_restarts=0).remote
        self._arguments: tuple[Any, ...] = (make_work, memory)
        self._size = size
        self._seconds = seconds
        self._actors: list[_Actor[T]] = []
        self._failed_starts = 0
        self.documents: Counter[str] = Counter()
        """How many documents each node has answered, by Ray's id of it."""

    def map(self) -> Iterator[Outcome]:
        """The outcomes in the order of the documents."""
        return self._window.map(self._step)

    def close(self) -> None:
        """End all actors; they hold nothing that could be lost."""
        for actor in list(self._actors):
            self._drop(actor)

    def _step(self) -> None:
        self._give_out()
        self._wait()

    def _give_out(self) -> None:
        """Hand waiting documents to idle actors, and start actors that are lacking."""
        waiting = self._window.waiting
        for actor in self._actors:
            if actor.is_idle and waiting:
                actor.slot = waiting.popleft()
                actor.answer = actor.handle.read.remote(actor.slot.task)
                actor.deadline = time.monotonic() + self._seconds
        starting = sum(actor.node is None for actor in self._actors)
        for _ in range(min(len(waiting) - starting, self._size - len(self._actors))):
            handle = self._new(*self._arguments)
            deadline = time.monotonic() + _START_SECONDS
            self._actors.append(_Actor(handle, handle.load.remote(), deadline))

    def _wait(self) -> None:
        """Wait until an actor answers, dies or is out of time, and deal with it."""
        occupied = {actor.answer: actor for actor in self._actors if not actor.is_idle}
        if not occupied:
            return
        ready, _ = self._ray.wait(list(occupied), num_returns=1, timeout=_LOOK_SECONDS)
        for answer in ready:
            self._take(occupied[answer])
        now = time.monotonic()
        for actor in [one for one in self._actors if not one.is_idle and now >= one.deadline]:
            if actor.slot is not None:
                self._blame(actor.slot, too_long(self._seconds))
                self._drop(actor)
            else:
                self._lost(actor, "no place on the cluster, or loading took too long")

    def _take(self, actor: _Actor[T]) -> None:
        errors = self._ray.exceptions
        try:
            answer = self._ray.get(actor.answer)
        except errors.RayTaskError as error:
            self._raised(actor, error)
        except errors.RayError as error:  # it died, or its node with it
            self._lost(actor, str(error).splitlines()[0])
        else:
            if actor.slot is None:
                actor.node = answer
                self._failed_starts = 0
                return
            assert actor.slot.task is not None
            actor.slot.outcome = whole(actor.slot.task, answer)
            self.documents[actor.node or ""] += 1
            actor.slot = None

    def _raised(self, actor: _Actor[T], error: Any) -> None:  # noqa: ANN401  # Ray's
        """What came back is an error: of loading it ends the run, else it is the document's."""
        cause = error.cause
        if actor.slot is None:
            if isinstance(cause, ReportedlyError):
                raise cause
            raise ReportedlyError(f"workers cannot start: {type(cause).__name__}: {cause}")
        self._blame(actor.slot, f"{type(cause).__name__}: {cause}")
        actor.slot = None

    def _lost(self, actor: _Actor[T], reason: str) -> None:
        """An actor is gone; its document is given out again, unless it was the cause twice."""
        slot = actor.slot
        self._drop(actor)
        if slot is None:
            self._failed_starts += actor.node is None
            if self._failed_starts >= _FAILED_STARTS:
                raise ReportedlyError(f"workers cannot start: {reason}")
            return
        slot.deaths += 1
        if slot.deaths >= _DEATHS:
            self._blame(slot, f"{slot.deaths} processes that read it died ({reason})")
        else:
            self._window.waiting.appendleft(slot)

    def _blame(self, slot: Slot[T], reason: str) -> None:
        assert slot.task is not None
        slot.outcome = failed(slot.task, "limits", reason)

    def _drop(self, actor: _Actor[T]) -> None:
        self._actors.remove(actor)
        with contextlib.suppress(Exception):  # it may be gone with its node
            self._ray.kill(actor.handle)
