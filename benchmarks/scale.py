"""Task `scale`: how time and memory of linking grow with the collection, on made-up articles.

No data needed. Collections of growing size (see `made_up`), read from a file as linking asks for
them. `REPORTEDLY_SCALE` names other sizes ("10000,100000,1000000"); each is told as it ends.
  `ms_per_article`, `link_seconds`  of CPU, at the largest size, of linking alone;
  `seconds_by_stage`, `peak_mb_by_stage`  at the largest size; the peaks with all that stays from
      the stages before (0 where the system does not tell them);
  `kb_per_article`  what linking adds at its peak to what was there before;
  `growth`, `growth_by_stage`  exponent of time between the two largest sizes (1 linear, 2
      quadratic); by stage where it takes a tenth of a second at the smaller;
  `copies_recall`, `copies_precision`  of planted pairs of copies, joined as one family;
  `event_f1`  B-cubed of the reports over all planted events;
  `narratives`  found among one claim an article; copies repeat those of what they copy;
  `added_seconds`  linking once more when the newest hundredth of the articles was added, with
      the memory of the linking before (`added_share` of `link_seconds_with_memory`, which is of
      linking all of it with an empty memory), and `added_same`: whether both gave the same;
  `equal_seconds`  of as many articles with one and the same text: one family, one event.
The last two are of 10,000 articles at most.
"""

from __future__ import annotations

import gc
import math
import os
import sys
import time
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.coreference_scores import b_cubed
from benchmarks.made_up import OnDisk, article_name, equal_ones, made_up, records, report_name
from reportedly.corpus.library import InMemory
from reportedly.corpus.link import Links, link_library
from reportedly.store.remembered import LinkMemory

_SIZES = "1000,3000,10000"
_MOST_BESIDE = 10_000  # articles, for what is measured beside linking alone
_LEAST_SECONDS = 0.1


def run(data: Path | None) -> dict[str, Any]:
    """Link made-up collections of growing size; `data` is not read."""
    del data
    sizes = sorted({int(size) for size in os.environ.get("REPORTEDLY_SCALE", _SIZES).split(",")})
    found: dict[int, dict[str, Any]] = {}
    for size in sizes:
        found[size] = _linked(size)
        print(f"{size} articles\n{table(found[size])}\n", file=sys.stderr, flush=True)
    last, before = sizes[-1], sizes[-2] if len(sizes) > 1 else sizes[-1]
    result = {**found[last], "articles": last}
    for name in ("link_seconds", "ms_per_article", "kb_per_article", "rss_mb"):
        result[f"{name}_by_size"] = {size: one[name] for size, one in found.items()}
    if last > before:
        stages = found[before]["seconds_by_stage"]
        ratio = math.log(last / before)
        result["growth"] = _power(found[before]["link_seconds"], result["link_seconds"], ratio)
        result["growth_by_stage"] = {
            stage: _power(stages[stage], seconds, ratio)
            for stage, seconds in result["seconds_by_stage"].items()
            if stages.get(stage, 0.0) >= _LEAST_SECONDS
        }
    beside = min(last, _MOST_BESIDE)
    return result | _added(beside) | _equal(beside)


def _power(before: float, after: float, ratio: float) -> float:
    return round(math.log(after / before) / ratio, 2)


def _linked(size: int) -> dict[str, Any]:
    """One size."""
    with closing(OnDisk(made_up(size))) as library:
        gc.collect()
        at_first = _memory("VmRSS")
        watch = _Watch()
        links = link_library(library, on_stage=watch)
        watch("done")
        total = sum(watch.seconds.values())
        peak = max(watch.peak.values())
        return {
            "link_seconds": round(total, 1),
            "ms_per_article": round(1000 * total / size, 2),
            "rss_mb": round(peak),
            "kb_per_article": round((peak - at_first) * 1024 / size, 1),
            "seconds_by_stage": {stage: round(s, 1) for stage, s in watch.seconds.items()},
            "peak_mb_by_stage": {stage: round(mb) for stage, mb in watch.peak.items()},
            **_quality(library, links),
            "narratives": len(links.narratives),
        }


class _Watch:
    """CPU seconds and peak memory (MB) of each stage of a linking."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.peak: dict[str, float] = {}
        self._stage, self._since = "", 0.0

    def __call__(self, stage: str) -> None:
        now = time.process_time()
        if self._stage:
            self.seconds[self._stage] = now - self._since
            self.peak[self._stage] = _memory("VmHWM")
            told = f"{self.seconds[self._stage]:.1f} s, {self.peak[self._stage]:.0f} MB"
            print(f"{self._stage}: {told}", file=sys.stderr, flush=True)
        _forget_peak()
        self._stage, self._since = stage, now


def _memory(name: str) -> float:
    """VmRSS (now) or VmHWM (peak) in MB; 0 where there is no such file."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(name)), 0.0)


def _forget_peak() -> None:
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        return  # the peaks are then those of all stages so far


def _added(size: int) -> dict[str, Any]:
    """Link all but the newest hundredth, then all; and all at once, with the same ledger."""
    documents = sorted(records(size), key=lambda one: (str(one[0].published), one[0].article_id))
    before = InMemory(*zip(*documents[: size - size // 100], strict=True))
    whole = InMemory(*zip(*documents, strict=True))
    with TemporaryDirectory() as folder:
        memory = LinkMemory(Path(folder) / "linking.db")
        with memory.opened() as known:
            first = link_library(before, memory=known)
        started = time.process_time()
        with memory.opened() as known:
            added = link_library(whole, ledger=first.ledger, memory=known)
        added_seconds = time.process_time() - started
        kept = memory.file.stat().st_size
        memory.forget()
        started = time.process_time()
        with memory.opened() as known:
            once = link_library(whole, ledger=first.ledger, memory=known)
        seconds = time.process_time() - started
    return {
        "added": size // 100,
        "added_seconds": round(added_seconds, 1),
        "link_seconds_with_memory": round(seconds, 1),
        "added_share": round(added_seconds / seconds, 3),
        "added_same": added == once,
        "memory_kb_per_article": round(kept / 1024 / size, 1),
    }


def _equal(size: int) -> dict[str, Any]:
    """Link articles that all have the text and the report of one."""
    with closing(OnDisk(equal_ones(size))) as library:
        started = time.process_time()
        links = link_library(library)
    return {
        "equal_seconds": round(time.process_time() - started, 1),
        "equal_families": len(links.echoes),
        "equal_events": len(links.events),
    }


def table(result: dict[str, Any]) -> str:
    """One figure a line; those by stage or size each on its own."""
    lines = []
    for key, value in result.items():
        if isinstance(value, dict):
            lines += [f"{key} {name}".ljust(48) + f" {one}" for name, one in value.items()]
        else:
            lines.append(f"{key:<48} {value}")
    return "\n".join(lines)


def _quality(library: OnDisk, links: Links) -> dict[str, Any]:
    family = {
        m.article_id: e.echo_id
        for e in links.echoes
        for m in e.members
        if all(other.kind != "excerpt" for other in e.members)
    }
    copies = {
        article_name(copy): article_name(source)
        for copy, source in enumerate(library.source)
        if source >= 0
    }
    found = sum(
        family.get(copy) is not None and family.get(copy) == family.get(source)
        for copy, source in copies.items()
    )
    groups: dict[str, set[str]] = defaultdict(set)
    for article_id, echo_id in family.items():
        groups[echo_id].add(article_id)
    root = {name: name for name in family} | copies
    joined = sum(len(group) - 1 for group in groups.values())
    wrong = sum(len({root[name] for name in group}) - 1 for group in groups.values())
    event = {report: e.event_id for e in links.events for report in e.reports}
    planted = {report_name(number): str(one) for number, one in enumerate(library.event)}
    told = {report: event.get(report, report) for report in planted}
    return {
        "copies": len(copies),
        "copies_recall": round(found / len(copies), 4) if copies else None,
        "copies_precision": round(1 - wrong / joined, 4) if joined else None,
        "event_f1": round(b_cubed(planted, told)[2], 4),
    }
