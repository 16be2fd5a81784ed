"""Task `crash`: a read is killed with -9 again and again, and must end as if nothing happened.

Invented texts are read into a collection and linked by a process of its own. At random moments it
is killed and started again: two thirds while it reads, by how far it is, and the rest while it
takes into its index and links. Of a pool every second kill takes one of its workers instead, and
the process goes on. At the end every table (but the log) must equal that of an undisturbed run,
links too, `check` must find nothing, and no worker may be left behind.

    python -m benchmarks.crash --documents 240 --kills 5 --workers 0
    python -m benchmarks.crash --data articles.jsonl --kills 50 --workers 2    # the real work
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import Any

from reportedly.errors import CollectionError
from reportedly.find.fingerprint import fingerprint
from reportedly.ingest import Skipped, read_inputs
from reportedly.news import News
from reportedly.records import (
    Actor,
    Analysis,
    Article,
    DateValue,
    Entity,
    Evidence,
    Found,
    Link,
    Place,
    Problem,
    RawDocument,
    Report,
)
from reportedly.run import Input, Outcome, Work
from reportedly.run import run as run_inputs
from reportedly.store import Collection

_PATIENCE = 120.0  # seconds for one step of the read
_SEED = 7
_TABLES = ("facts", "raws", "outcomes", "texts", "articles", "analyses", "problems")


def invented_inputs(documents: int) -> Iterator[Input]:
    """Texts, with copies, versions, problems and files left aside among them."""
    for number in range(documents):
        words = " ".join(f"Word{number * k % 97}" for k in range(60))
        words += f" Town{number // 3} Group{number // 3}."
        page = f"u{number}\n2021-03-01\n{words}"
        if number % 11 == 3:
            page = f"u{number - 2}\n2021-03-0{number % 3 + 1}\n{words} Longer."
        elif number % 13 == 5:
            page = f"u{number}\n2021-03-01\nraise"
        raw = _raw(page, f"{number}.txt")
        yield raw
        if number % 7 == 2:
            yield RawDocument(
                raw_id=raw.raw_id, content=raw.content, media="text", source=f"copy-{number}.txt"
            )
        if number % 17 == 4:
            yield Problem(source=f"{number}.gz", stage="ingest", reason="broken archive")
            yield Skipped(source=f"{number}.png", reason="an image")


def _raw(page: str, source: str) -> RawDocument:
    content = page.encode()
    raw_id = hashlib.sha256(content).hexdigest()
    return RawDocument(raw_id=raw_id, content=content, media="text", source=source)


def make_work() -> Work:
    """The stand-in for extraction and analysis; a few milliseconds a document."""
    return _read


def _read(raw: RawDocument) -> Outcome:
    time.sleep(0.002)
    url, published, text = raw.content.decode().split("\n", 2)
    if text == "raise":
        raise ValueError("an invented fault")
    text_id = hashlib.sha256(text.encode()).hexdigest()
    article = Article(
        article_id=hashlib.sha256(url.encode()).hexdigest(),
        raw_id=raw.raw_id,
        text_id=text_id,
        text=text,
        url=url,
        published=date.fromisoformat(published),
    )
    entities = tuple(
        Entity(
            entity_id=f"e{number}",
            name=found[0],
            kind="unknown",
            mentions=(
                Evidence(text_id=text_id, start=found.start(), end=found.end(), quote=found[0]),
            ),
        )
        for number, found in enumerate(re.finditer(r"[A-Z]\w+", text), start=1)
    )
    analysis = Analysis(
        analyser="crash",
        article_id=article.article_id,
        text_id=text_id,
        entities=entities,
        reports=(_report(article, entities[0].mentions[0]),),
        fingerprint=fingerprint(text),
    )
    return Outcome(raw=raw, article=article, analysis=analysis)


def _report(article: Article, told: Evidence) -> Report:
    """A protest in the town, and by the group, that the text names: three texts tell of each."""
    town, group = (re.findall(rf"{kind}\d+", article.text)[-1] for kind in ("Town", "Group"))
    day = date(2021, 3, 1)
    place = Place(name=town, lat=int(town[4:]) % 80, lon=9.0, country="XA", precision="town")
    return Report(
        report_id=f"r-{article.article_id[:12]}-{article.text_id[:12]}",
        article_id=article.article_id,
        type="PROTEST",
        mode="demo",
        act="march",
        trigger=told,
        evidence=told,
        realis="actual",
        polarity="positive",
        retold=False,
        attributions=((Link(name="The Post", kind="outlet", stance="states"),),),
        made_by="crash",
        actors=(Found(value=Actor(name=group), evidence=told, made_by="crash"),),
        place=Found(value=place, evidence=told, made_by="crash"),
        date=Found(
            value=DateValue(earliest=day, latest=day, granularity="day"),
            evidence=told,
            made_by="crash",
        ),
    )


def read(folder: Path, documents: int, workers: int, data: Path | None = None) -> None:
    """One read into the collection in a folder, and its linking: what is killed."""
    collection = Collection.open_or_create(folder)
    inputs = invented_inputs(documents) if data is None else read_inputs([data])
    work = make_work if data is None else _real_work()
    with collection.lock("read"):
        run_inputs(inputs, collection, work, workers=workers, batch=8)
        collection.update_index()
    News(collection).link()


def _real_work() -> Callable[[], Work]:
    from reportedly.work import make_work as make_real_work  # slow to load

    return make_real_work


def measure(
    documents: int, kills: int, workers: int, folder: Path, data: Path | None = None
) -> dict[str, Any]:
    """Kill a read and its linking `kills` times, and compare with an undisturbed one."""
    whole, killed = folder / "whole", folder / "killed"
    read(whole, documents, 0, data)
    undisturbed = Collection.open(whole)
    total = undisturbed.counts()["inputs"]
    began = time.monotonic()
    News(undisturbed).link(anew=True)
    seconds = time.monotonic() - began
    command = [sys.executable, "-m", "benchmarks.crash", "--read", str(killed)]
    command += ["--documents", str(documents), "--workers", str(workers)]
    command += ["--data", str(data)] if data else []
    counts = _Killer(killed, command, total, seconds, with_workers=workers > 0).strike(kills)
    subprocess.run(command, check=True, timeout=10 * _PATIENCE)
    return {
        "n": total,
        "kills": kills,
        "workers": workers,
        **counts,
        "faults": [str(fault) for fault in Collection.open(killed).check()],
        "differing_tables": [name for name in _TABLES if _rows(whole, name) != _rows(killed, name)],
        "equal_originals": _originals(whole) == _originals(killed),
        "events": len(_linked(whole)["events"]),
        "differing_links": [
            kind for kind, members in _linked(whole).items() if members != _linked(killed)[kind]
        ],
    }


class _Killer:
    """Starts the read again and again, and kills it or one of its workers."""

    def __init__(
        self, folder: Path, command: list[str], total: int, seconds: float, *, with_workers: bool
    ) -> None:
        self._folder = folder
        self._command = command
        self._total = total
        self._seconds = seconds  # that linking takes
        self._with_workers = with_workers
        self._dice = random.Random(_SEED)
        self._process: subprocess.Popen[bytes] | None = None
        self.counts = Counter[str](
            kills_while_reading=0, kills_while_linking=0, workers_killed=0, workers_left_behind=0
        )

    def strike(self, kills: int) -> dict[str, int]:
        """Kill so many times; what was struck."""
        linking = kills // 3
        targets = sorted(self._dice.choices(range(self._total), k=kills - linking))
        for number, target in enumerate(targets):
            a_worker = self._with_workers and number % 2 == 1
            self._strike_once(target, self._dice.uniform(0.0, 0.02), a_worker=a_worker)
        for _ in range(linking):
            self._strike_once(self._total, self._dice.uniform(0.0, self._seconds))
        if self._process is not None:
            self._process.wait(_PATIENCE * 10)
        return dict(self.counts)

    def _strike_once(self, target: int, wait: float, *, a_worker: bool = False) -> None:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(self._command)
        _wait_for(self._folder, target, self._process)
        time.sleep(wait)  # not at the moment of a commit alone: anywhere between two
        running = self._process.poll() is None
        workers = _workers(self._process.pid)
        if a_worker and workers:
            with suppress(ProcessLookupError):  # it may have ended meanwhile
                os.kill(self._dice.choice(workers), signal.SIGKILL)
                self.counts["workers_killed"] += 1
            return
        reading = target < self._total
        self.counts["kills_while_reading" if reading else "kills_while_linking"] += running
        self._process.kill()
        self._process.wait()
        self._process = None
        self.counts["workers_left_behind"] += sum(_outlives(worker) for worker in workers)


def _linked(folder: Path) -> dict[str, set[frozenset[str]]]:
    """What was joined, without ids, which tell the way that led there."""
    links = Collection.open(folder).links
    return {
        "events": {frozenset(e.reports) for e in links.events() if e.merged_into is None},
        "echoes": {frozenset(m.article_id for m in e.members) for e in links.echoes()},
        "narratives": {frozenset(n.claims) for n in links.narratives()},
    }


def _wait_for(folder: Path, inputs: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until so many inputs have their outcome; the collection may not be there yet."""
    until = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < until:
        try:
            if Collection.open(folder).counts()["inputs"] >= inputs:
                return
        except CollectionError:
            pass
        time.sleep(0.002)


def _workers(process: int) -> list[int]:
    """The workers that a process has started, where the system tells (Linux)."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        # beside the workers stands a process of Python's own
        return [
            int(child)
            for child in children
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()
        ]
    except OSError:
        return []


def _outlives(process: int, seconds: float = 60.0) -> bool:
    """Whether a process still runs after so long: on a busy machine one takes long to start."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return False
        if state == "Z":  # ended, and only not yet collected
            return False
        time.sleep(0.01)
    return True


def _rows(folder: Path, table: str) -> list[Any]:
    with closing(sqlite3.connect(folder / "collection.db")) as database:
        rows = database.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
    # whoever is killed after its read reads and links once more
    return [row for row in rows if table != "facts" or row[0] not in ("links", "read")]


def _originals(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in (folder / "raw").rglob("*.zst"))


def run(data: Path | None = None) -> dict[str, Any]:
    """The figures of six kills in this process and six with workers; articles are read if given."""
    results = {}
    for workers in (0, 2):
        with tempfile.TemporaryDirectory() as folder:
            results[f"workers_{workers}"] = measure(240, 6, workers, Path(folder), data)
    return results


def table(result: dict[str, Any]) -> str:
    """One line a variant."""
    return "\n".join(f"{name}: {figures}" for name, figures in result.items())


def main() -> None:
    """Read (the victim), or measure and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--read", type=Path, metavar="FOLDER")
    parser.add_argument("--documents", type=int, default=240)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--data", type=Path, help="articles to read by the real work")
    options = parser.parse_args()
    asked = (options.documents, options.workers, options.data)
    if options.read:
        read(options.read, *asked)
        return
    with tempfile.TemporaryDirectory() as folder:
        documents, workers, data = asked
        result = measure(documents, options.kills, workers, Path(folder), data)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
