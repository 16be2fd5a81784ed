"""Documents on two Ray nodes: equal records, and neither a machine nor a document ends a run.

Its own command, since Ray takes a minute and a gigabyte: `pytest -m cluster tests/run` (extra
`cluster`). Texts are invented.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import reportedly
from reportedly.errors import OptionError, ReportedlyError
from reportedly.records import Problem, RawDocument
from reportedly.run import Outcome
from reportedly.run.cluster import RayPool, map_on_ray
from reportedly.run.window import Window

SAMPLE = Path(reportedly.__file__).parent / "data" / "sample" / "articles.jsonl"


# --- without Ray --------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["spark", "ray:", "ray://nowhere", "ray://", "ray://a:b", ""])
def test_an_address_that_is_none_is_one_clear_line(where: str) -> None:
    with pytest.raises(OptionError, match=r"ray://HOST:PORT"):
        list(map_on_ray([], _make_echo, where, workers=1, seconds=5.0))


def test_where_nobody_listens_is_one_clear_line() -> None:
    pytest.importorskip("ray", reason="extra cluster")
    with pytest.raises(ReportedlyError, match=r"cannot reach Ray at ray://127"):
        list(map_on_ray([], _make_echo, "ray://127.0.0.1:9", workers=1, seconds=5.0))


# --- with it ------------------------------------------------------------------------------


def document(number: int, words: str = "calm") -> RawDocument:
    """A document of two words."""
    return RawDocument(
        raw_id=f"{number:064x}", source="s", position=number, content=words.encode(), media="text"
    )


def _make_echo() -> Callable[[RawDocument], Outcome]:
    def work(raw: RawDocument) -> Outcome:
        words = raw.content.decode()
        if words.startswith("word"):
            time.sleep(0.05)  # long enough for both nodes to take part
        if words == "ends its process":
            os.kill(os.getpid(), signal.SIGKILL)
        if words == "never ends":
            signal.pause()
        if words == "grows":
            held = bytearray(900_000_000)  # kept while it waits: what is let go is no load
            held[::4096] = b"x" * len(held[::4096])  # pages count once they are written
            signal.pause()
        said = Problem(source=raw.source, stage="echo", reason=words, raw_id=raw.raw_id)
        return Outcome(raw=raw, problem=said)

    return work


def _make_nothing() -> Callable[[RawDocument], Outcome]:
    raise ReportedlyError("no model here")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two nodes on this machine, joined."""
    pytest.importorskip("ray", reason="extra cluster")
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    nodes = import_module("ray.cluster_utils").Cluster(
        initialize_head=True, head_node_args={"num_cpus": 1}
    )
    nodes.add_node(num_cpus=1)
    nodes.connect()
    yield nodes
    import_module("ray").shutdown()
    nodes.shutdown()


def outcomes(words: list[str], seconds: float = 30.0, memory: int | None = None) -> list[str]:
    """The reason that stands in each outcome."""
    tasks = [document(n, one) for n, one in enumerate(words)]
    found = list(map_on_ray(tasks, _make_echo, "ray", workers=2, seconds=seconds, memory=memory))
    assert [one.raw for one in found] == tasks
    return [one.problem.reason for one in found if one.problem]


@pytest.mark.cluster
def test_both_nodes_read_and_the_order_stays(cluster: Any) -> None:
    ray = import_module("ray")
    tasks = [document(n, f"word {n}") for n in range(300)]
    pool = RayPool(ray, Window(iter(tasks), 2), _make_echo, size=2, seconds=30.0)
    found = list(pool.map())
    pool.close()
    assert [one.raw for one in found] == tasks
    assert len(pool.documents) == 2
    assert sum(pool.documents.values()) == 300


@pytest.mark.cluster
def test_a_document_that_ends_its_process_costs_one_problem(cluster: Any) -> None:
    words = ["calm"] * 3 + ["ends its process"] + ["calm"] * 6
    reasons = outcomes(words)
    assert [n for n, one in enumerate(reasons) if one != "calm"] == [3]
    assert "died" in reasons[3]


@pytest.mark.cluster
def test_a_document_that_never_ends_is_stopped_by_the_clock(cluster: Any) -> None:
    assert outcomes(["calm", "never ends", "calm"], seconds=3.0) == [
        "calm", "not done after 3 s", "calm"
    ]  # fmt: skip


@pytest.mark.cluster
def test_a_document_that_takes_too_much_memory_ends_its_actor(cluster: Any) -> None:
    reasons = outcomes(["calm", "grows", "calm"], memory=700_000_000)
    assert [reasons[0], reasons[2]] == ["calm", "calm"]
    assert "died" in reasons[1]


@pytest.mark.cluster
def test_what_cannot_load_ends_the_run_with_its_reason(cluster: Any) -> None:
    with pytest.raises(ReportedlyError, match="no model here"):
        list(map_on_ray([document(1)], _make_nothing, "ray", workers=1, seconds=5.0))


@pytest.mark.cluster
def test_records_are_those_of_this_process(cluster: Any, tmp_path: Path) -> None:
    reportedly.read([SAMPLE], into=tmp_path / "here")
    reportedly.read([SAMPLE], into=tmp_path / "there", on="ray", workers=2)
    here, there = (reportedly.open(tmp_path / name).collection for name in ("here", "there"))
    assert list(there.analyses()) == list(here.analyses())
    assert list(there.links.events()) == list(here.links.events())


@pytest.mark.cluster
def test_a_node_that_is_lost_costs_no_document(cluster: Any) -> None:
    """The last test of the module: it takes the second node away."""
    ray = import_module("ray")
    tasks = [document(n, f"word {n}") for n in range(400)]
    pool = RayPool(ray, Window(iter(tasks), 2), _make_echo, size=2, seconds=30.0)
    found = []
    for outcome in pool.map():
        found.append(outcome)
        if len(found) == 100:
            cluster.remove_node(next(iter(cluster.worker_nodes)), allow_graceful=False)
    pool.close()
    assert [one.raw for one in found] == tasks
    reasons = [one.problem.reason for one in found if one.problem]
    assert reasons == [f"word {n}" for n in range(400)]
