"""A run over invented documents: what each does to the run is its text.

`ok …` is read, `raise` raises, `hang` never ends, `die` ends its process, `once` ends the first
process that reads it, `eat` takes memory,
`bad` gives evidence that is not in its text, `none` gives neither article nor problem.
"""

from __future__ import annotations

import ctypes
import functools
import hashlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from reportedly.errors import CollectionError, OptionError, ReportedlyError
from reportedly.ingest import Skipped
from reportedly.records import Analysis, Article, Entity, Evidence, Problem, RawDocument
from reportedly.run import (
    Input,
    InputKey,
    Outcome,
    OutcomeKind,
    RunStore,
    RunSummary,
    Work,
    run,
)


def raw(text: str, source: str | None = None) -> RawDocument:
    content = text.encode()
    raw_id = hashlib.sha256(content).hexdigest()
    return RawDocument(raw_id=raw_id, content=content, media="text", source=source or text)


def read_invented(document: RawDocument) -> Outcome:
    """The work: tells what to do from the document itself."""
    text = document.content.decode()
    match text.split()[0]:
        case "raise":
            raise ValueError("first line\nsecond line")
        case "hang":
            while True:
                time.sleep(0.01)
        case "die":
            os._exit(7)
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "once" if not (first := Path(text.split()[1])).exists():
            first.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        case "segfault":
            ctypes.string_at(0)
        case "eat":
            eaten = bytearray(300_000_000)
            time.sleep(5)
            del eaten
        case "slow":
            time.sleep(0.05)
        case "none":
            return Outcome(raw=document)
        case "refuse":
            problem = Problem(source=document.source, stage="extract", reason="no text")
            return Outcome(raw=document, problem=problem)
    text_id = hashlib.sha256(text.encode()).hexdigest()
    article = Article(article_id=text_id, raw_id=document.raw_id, text_id=text_id, text=text)
    quote = "elsewhere" if text.startswith("bad") else text[:2]
    first = Evidence(text_id=text_id, start=0, end=2, quote=quote)
    entity = Entity(entity_id="e1", name="first", kind="unknown", mentions=(first,))
    analysis = Analysis(analyser="t", article_id=text_id, text_id=text_id, entities=(entity,))
    return Outcome(raw=document, article=article, analysis=analysis)


def make_work(log: str | None = None) -> Work:
    if log:
        with open(log, "a") as file:  # noqa: PTH123  counts how often resources are loaded
            file.write("loaded\n")
    return read_invented


def make_nothing() -> Work:
    raise OptionError("the parser 'x' is not installed")


def make_and_die() -> Work:
    os._exit(3)


class MemoryStore:
    """A RunStore in memory, with what it was told."""

    def __init__(self) -> None:
        self.rows: dict[InputKey, Outcome] = {}
        self.batches: list[int] = []
        self.open = False
        self.full_after: int | None = None

    def begin_read(self) -> None:
        self.open = True

    def finish_read(self) -> None:
        self.open = False

    def has_outcome(self, key: InputKey) -> bool:
        return key in self.rows

    def has_bytes(self, raw_id: str) -> bool:
        return any(key.content == raw_id for key in self.rows)

    def add_batch(self, outcomes: Sequence[Outcome]) -> Sequence[OutcomeKind]:
        if self.full_after is not None and len(self.rows) >= self.full_after:
            raise CollectionError("the disk is full")
        self.batches.append(len(outcomes))
        self.rows.update({outcome.key: outcome for outcome in outcomes})
        return [kind_of(outcome) for outcome in outcomes]

    def sources(self) -> list[str]:
        return [key.source for key in self.rows]

    def reasons(self) -> dict[str, str]:
        return {k.source: o.problem.reason for k, o in self.rows.items() if o.problem}


def kind_of(outcome: Outcome) -> OutcomeKind:
    if outcome.article:
        return "article"
    return "problem" if outcome.problem else "skipped" if outcome.skipped else "duplicate"


def ran(inputs: Sequence[Input], store: RunStore | None = None, **options: Any) -> MemoryStore:
    store = store or MemoryStore()
    run(inputs, store, make_work, **options)
    assert isinstance(store, MemoryStore)
    return store


NUMBERED = [raw(f"ok {number}") for number in range(12)]

EVERYTHING: list[Input] = [
    raw("ok 1"),
    Problem(source="no-such-file", stage="ingest", reason="no such file"),
    raw("slow 2"),
    raw("ok 3"),
    Skipped(source="photo.png", reason="an image"),
    raw("ok 1", source="a copy"),
    raw("raise 4"),
    raw("bad 5"),
    raw("none 6"),
    raw("refuse 7"),
    raw("ok 8"),
    raw("ok 1"),  # the very same input again
]


# --- every input has one outcome ------------------------------------------------------------


@pytest.mark.parametrize("workers", [0, 2])
def test_each_input_has_one_outcome_in_the_order_of_the_inputs(workers: int) -> None:
    store = MemoryStore()
    summary = run(EVERYTHING, store, make_work, workers=workers, batch=3)
    assert summary == RunSummary(articles=4, duplicates=1, problems=5, skipped=1, known=1)
    assert summary.inputs == len(EVERYTHING)
    assert store.sources() == [
        "ok 1",
        "no-such-file",
        "slow 2",
        "ok 3",
        "photo.png",
        "a copy",
        "raise 4",
        "bad 5",
        "none 6",
        "refuse 7",
        "ok 8",
    ]
    assert not store.open


def test_serial_and_pooled_runs_give_equal_records() -> None:
    assert ran(EVERYTHING).rows == ran(EVERYTHING, workers=2).rows


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("raise", "ValueError: first line"),
        ("bad", "analysis.entities[0].mentions[0].quote does not fit the text or the format"),
        ("none", "the work gave neither an article nor a problem"),
        ("refuse", "no text"),
    ],
)
def test_a_document_that_fails_is_a_problem_with_its_reason(text: str, reason: str) -> None:
    assert ran([raw(text), raw("ok")]).reasons() == {text: reason}


def test_a_document_above_the_size_limit_is_not_worked_on() -> None:
    store = ran([raw("hang " + "x" * 100), raw("ok")], largest=50)
    assert list(store.reasons().values()) == ["105 bytes, more than the 50 allowed"]


# --- batches and resuming ---------------------------------------------------------------------


def test_outcomes_are_written_in_batches_and_progress_is_told_after_each() -> None:
    told: list[int] = []
    store = ran(NUMBERED, batch=5, on_progress=lambda summary: told.append(summary.inputs))
    assert store.batches == [5, 5, 2]
    assert told == [5, 10, 12]


@pytest.mark.parametrize("workers", [0, 1])
def test_the_second_run_adds_nothing_and_loads_nothing(tmp_path: Path, workers: int) -> None:
    log = tmp_path / "loaded"
    store, make = MemoryStore(), functools.partial(make_work, str(log))
    run(NUMBERED, store, make, workers=workers)
    first = dict(store.rows)
    summary = run(NUMBERED, store, make, workers=workers)
    assert store.rows == first
    assert summary == RunSummary(known=12)
    assert log.read_text().count("loaded") == 1


def test_a_run_goes_on_where_another_stopped() -> None:
    store = ran(NUMBERED[:7])
    summary = run(NUMBERED, store, make_work)
    assert (summary.known, summary.articles) == (7, 5)
    assert store.rows == ran(NUMBERED).rows


def test_a_store_that_can_no_longer_write_keeps_what_it_has() -> None:
    store = MemoryStore()
    store.full_after = 4
    with pytest.raises(CollectionError, match="disk is full"):
        run(NUMBERED, store, make_work, batch=4)
    assert len(store.rows) == 4
    assert store.open, "the read is not finished"


def test_an_input_that_cannot_be_drawn_ends_the_run_after_what_is_done_is_written() -> None:
    def inputs() -> Any:
        yield from NUMBERED[:3]
        raise OSError("the disk is gone")

    store = MemoryStore()
    with pytest.raises(OSError, match="disk is gone"):
        run(inputs(), store, make_work)
    assert len(store.rows) == 3


@pytest.mark.parametrize("workers", [0, 1])
def test_ctrl_c_commits_what_is_done_and_stops(workers: int) -> None:
    def inputs() -> Any:
        yield from NUMBERED[:9]
        time.sleep(0.5 * workers)  # let the pool answer the first ones
        signal.raise_signal(signal.SIGINT)

    store = MemoryStore()
    summary = run(inputs(), store, make_work, workers=workers, batch=4)
    assert summary.interrupted
    assert store.open, "the next run goes on with the same read"
    assert 0 < len(store.rows) <= 9
    assert store.sources() == [f"ok {n}" for n in range(len(store.rows))]


# --- limits -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "reason", "options"),
    [
        ("hang", "not done after 0.3 s", {"seconds": 0.3}),
        ("die", "the process that read it died (exit code 7)", {}),
        ("killed", "the process that read it died (Killed)", {}),
        ("segfault", "the process that read it died (Segmentation fault)", {}),
        ("eat", "took more memory than 200000000 bytes", {"memory": 200_000_000}),
    ],
)
def test_a_document_that_breaks_its_worker_costs_one_problem(
    text: str, reason: str, options: dict[str, Any]
) -> None:
    inputs = [raw("ok 1"), raw(text), raw("ok 2"), raw("ok 3")]
    store = ran(inputs, workers=1, **options)
    assert store.reasons() == {text: reason}
    assert store.sources() == ["ok 1", text, "ok 2", "ok 3"]


def test_several_documents_that_break_their_workers_cost_one_problem_each() -> None:
    inputs = [raw(f"{'die' if number % 4 == 2 else 'ok'} {number}") for number in range(16)]
    store = ran(inputs, workers=2)
    assert store.sources() == [given.source for given in inputs]
    assert list(store.reasons()) == ["die 2", "die 6", "die 10", "die 14"]


def test_a_document_whose_worker_others_killed_is_read_all_the_same(tmp_path: Path) -> None:
    first = tmp_path / "first"
    store = ran([raw("ok 1"), raw(f"once {first}"), raw("ok 2")], workers=1)
    assert first.exists()
    assert store.reasons() == {}
    assert len(store.rows) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="finds the worker in /proc")
def test_a_driver_that_is_killed_leaves_no_worker_behind_even_one_that_hangs(
    tmp_path: Path,
) -> None:
    log = tmp_path / "loaded"
    script = (
        f"import functools, sys; sys.path[:0] = {sys.path!r}; import {__name__} as t\n"
        f"t.run([t.raw('hang')], t.MemoryStore(), functools.partial(t.make_work, {str(log)!r}),"
        " workers=1)"
    )
    with subprocess.Popen([sys.executable, "-c", script]) as driver:
        while not log.exists():
            assert driver.poll() is None, "the driver could not start"
            time.sleep(0.01)
        time.sleep(0.2)  # now the worker hangs
        children = Path(f"/proc/{driver.pid}/task/{driver.pid}/children").read_text().split()
        driver.kill()
    assert children
    until = time.monotonic() + 10
    while any(runs(child) for child in children):
        assert time.monotonic() < until, "a worker outlived its driver"
        time.sleep(0.01)


def runs(process: str) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_hanging_document_is_stopped_in_this_process_too() -> None:
    store = ran([raw("hang"), raw("ok")], seconds=0.1)
    assert store.reasons() == {"hang": "not done after 0.1 s"}


def test_without_an_alarm_a_run_in_another_thread_still_reads() -> None:
    found: list[MemoryStore] = []
    thread = threading.Thread(target=lambda: found.append(ran(NUMBERED, seconds=5)))
    thread.start()
    thread.join()
    assert len(found[0].rows) == 12


def test_resources_that_cannot_be_loaded_end_the_run_with_their_own_error() -> None:
    for workers in (0, 1):
        with pytest.raises(OptionError, match="parser 'x' is not installed"):
            run(NUMBERED, MemoryStore(), make_nothing, workers=workers)


def test_workers_that_die_before_they_start_end_the_run() -> None:
    with pytest.raises(ReportedlyError, match=r"workers cannot start: .*exit code 3"):
        run(NUMBERED, MemoryStore(), make_and_die, workers=1)
