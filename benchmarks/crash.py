"""Task `crash`: a read is killed with -9 again and again, and must end as if nothing happened.

Invented texts are read into a collection by a process of its own; each time it has got a step
further it is killed, and started again. At the end every table (but the log) must equal that of
an undisturbed read, `check` must find nothing, and no worker may be left behind.

    python -m benchmarks.crash --documents 240 --kills 5 --workers 0
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from reportedly.errors import CollectionError
from reportedly.ingest import Skipped
from reportedly.records import Analysis, Article, Entity, Evidence, Problem, RawDocument
from reportedly.run import Input, Outcome, Work
from reportedly.run import run as run_inputs
from reportedly.store import Collection

_PATIENCE = 120.0  # seconds for one step of the read
_TABLES = ("facts", "raws", "outcomes", "texts", "articles", "analyses", "problems")


def invented_inputs(documents: int) -> Iterator[Input]:
    """Texts, with copies, versions, problems and files left aside among them."""
    for number in range(documents):
        words = " ".join(f"Word{number * k % 97}" for k in range(60))
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
        analyser="crash", article_id=article.article_id, text_id=text_id, entities=entities
    )
    return Outcome(raw=raw, article=article, analysis=analysis)


def read(folder: Path, documents: int, workers: int) -> None:
    """One read into the collection in a folder: what is killed."""
    collection = Collection.open_or_create(folder)
    with collection.lock("read"):
        run_inputs(invented_inputs(documents), collection, make_work, workers=workers, batch=8)
        collection.update_index()


def measure(documents: int, kills: int, workers: int, folder: Path) -> dict[str, Any]:
    """Kill a read `kills` times, evenly over its way, and compare with an undisturbed one."""
    whole, killed = folder / "whole", folder / "killed"
    read(whole, documents, 0)
    total = Collection.open(whole).counts()["inputs"]
    command = [sys.executable, "-m", "benchmarks.crash", "--read", str(killed)]
    command += ["--documents", str(documents), "--workers", str(workers)]
    struck, left_behind = 0, 0
    for step in range(kills):
        with subprocess.Popen(command) as process:
            _wait_for(killed, total * step // kills, process)
            # not at the moment of a commit alone: anywhere between two
            time.sleep(0.003 * (step % 5))
            struck += process.poll() is None
            workers_of = _children(process.pid)
            process.kill()
        left_behind += sum(_outlives(child) for child in workers_of)
    subprocess.run(command, check=True, timeout=_PATIENCE)
    return {
        "n": total,
        "kills": kills,
        "kills_while_reading": struck,
        "workers": workers,
        "workers_left_behind": left_behind,
        "faults": [str(fault) for fault in Collection.open(killed).check()],
        "differing_tables": [name for name in _TABLES if _rows(whole, name) != _rows(killed, name)],
        "equal_originals": _originals(whole) == _originals(killed),
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


def _children(process: int) -> list[int]:
    """The processes that one has started, where the system tells (Linux)."""
    try:
        return [
            int(pid) for pid in Path(f"/proc/{process}/task/{process}/children").read_text().split()
        ]
    except OSError:
        return []


def _outlives(process: int, seconds: float = 10.0) -> bool:
    """Whether a process still runs after so long."""
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
        return database.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()


def _originals(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in (folder / "raw").rglob("*.zst"))


def run(data: Path | None = None) -> dict[str, Any]:
    """The figures of five kills in this process and five with a worker; `data` is not needed."""
    del data
    results = {}
    for workers in (0, 1):
        with tempfile.TemporaryDirectory() as folder:
            results[f"workers_{workers}"] = measure(240, 5, workers, Path(folder))
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
    options = parser.parse_args()
    if options.read:
        read(options.read, options.documents, options.workers)
        return
    with tempfile.TemporaryDirectory() as folder:
        result = measure(options.documents, options.kills, options.workers, Path(folder))
    print(json.dumps(result))


if __name__ == "__main__":
    main()
