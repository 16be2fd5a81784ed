"""Hostile and broken inputs: each ends as an article or a problem, and nothing else happens.

All are read once, in a process of their own (see tests/hostile.py), by the whole program. Texts
and pages are invented, but for the pages of the gold that are mutated where it is there.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.analysis import analyse_article
from reportedly.codec import from_columns, to_columns
from reportedly.extract import extract, load_extract_resources
from reportedly.ingest import read_inputs
from reportedly.records import Article, Problem, RawDocument
from reportedly.resources import load_resources
from reportedly.store import Collection
from tests.hostile import FILES, NAUGHTY, PAGE, make_all

ROOT = Path(__file__).parents[1]
_RSS_MB = 2000

# what becomes of each file: the number of its articles, and what its problems say
EXPECTED: dict[str, tuple[int, str]] = {
    "bomb.zip": (0, "too large"),
    "bomb.jsonl.gz": (0, "too large"),
    "bomb.warc.gz": (0, "broken WARC record"),
    "climbing.zip": (2, ""),
    "linking.zip": (1, ""),  # the link is read as the text that it is
    "deep.zip": (0, "nested too deeply"),
    "half.zip": (0, "broken file"),
    "line.jsonl": (1, "too large"),
    "line.csv": (0, "too large"),
    "line.txt": (0, "too large"),
    "line.html": (0, "too large"),
    "line.warc": (0, "broken WARC record"),
    "utf16.txt": (0, "unreadable encoding"),
    "ebcdic.txt": (0, "unreadable encoding"),
    "lies.html": (1, ""),
    "unknown.html": (1, ""),
    "halves.html": (1, ""),
    "nul.html": (1, ""),
    "open.html": (0, "too large"),
    "open_small.html": (0, "too long"),
    "deep.html": (0, "no HTML"),
    "deep_tables.html": (0, "no article text"),
    "bomb.xml": (1, ""),
    "bomb.html": (1, ""),
    "deep.xml": (0, "row without text"),
    "deep.json": (0, "nested too deeply"),
    "deep.jsonl": (1, "nested too deeply"),
    "numbers.jsonl": (1, "broken JSON"),
    "twice.jsonl": (1, "row without text|not a row"),
    "empty.html": (0, "empty file"),
    "spaces.txt": (0, "empty file"),
    "memory.txt": (0, "Input/output error|cannot be read"),
    "nowhere.txt": (0, "no such file|cannot be read"),
    "itself.txt": (0, "Too many levels|cannot be read"),
}
_LEFT_ASIDE = {"endless.txt", "pipe.txt", "nowhere.txt", "itself.txt"}  # no regular files


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """The folder of the read, and what its process told."""
    folder = tmp_path_factory.mktemp("hostile")
    make_all(folder / "in")
    beside = sorted(folder.parent.iterdir())
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile", str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), *sys.path])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert sorted(folder.parent.iterdir()) == beside, "written beside the collection"
    assert sorted(path.name for path in folder.iterdir()) == ["in", "news"]
    told: dict[str, Any] = json.loads(done.stdout)
    return folder, told


def test_hostile_inputs_take_little_memory_and_touch_nothing_else(
    hostile: tuple[Path, dict[str, Any]],
) -> None:
    _, told = hostile
    assert told["rss_mb"] < _RSS_MB
    assert told["reached"] == []
    assert told["written_outside"] == []


def test_every_hostile_input_has_its_outcome(hostile: tuple[Path, dict[str, Any]]) -> None:
    folder, _ = hostile
    collection = Collection.open(folder / "news")
    kinds: dict[str, list[str]] = defaultdict(list)
    for outcome in collection.outcomes():
        kinds[_file(outcome.source, folder)].append(outcome.kind)
    reasons: dict[str, list[str]] = defaultdict(list)
    for problem in collection.problems():
        if problem.stage in ("ingest", "extract", "limits"):
            reasons[_file(problem.source, folder)].append(problem.reason)
        assert "\n" not in problem.reason
    assert not any("not done" in reason for some in reasons.values() for reason in some)
    missing = {ascii(name) for name in FILES if name.isprintable()} - {ascii(n) for n in kinds}
    assert missing == {"'folder.html'"}, "an empty folder among others is no input"
    for name in _LEFT_ASIDE:
        assert kinds.pop(name) in (["skipped"], ["problem"]), name
        reasons.pop(name, None)
    for name, (articles, words) in EXPECTED.items():
        if name in _LEFT_ASIDE:
            continue
        found = kinds[name]
        # equal bytes in two places are one article and its copy
        assert sum(kind in ("article", "duplicate") for kind in found) == articles, (name, found)
        assert bool(reasons[name]) == bool(words), (name, reasons[name])
        assert all(re.search(words, reason) for reason in reasons[name]), (name, reasons[name])
    assert len(kinds["naughty.jsonl"]) == len(NAUGHTY)
    assert len(kinds["naughty_alone.jsonl"]) == len(NAUGHTY)
    assert collection.check() == []


def _file(source: str, folder: Path) -> str:
    """The name of the file that a source lies in."""
    return source.removeprefix(f"{folder / 'in'}{os.sep}").partition("!")[0]


# --- mutations ------------------------------------------------------------------------------------


def mutated(page: bytes, dice: random.Random) -> bytes:
    """A page with some of its bytes lost, doubled, moved or replaced."""
    data = bytearray(page)
    for _ in range(dice.randint(1, 12)):
        at = dice.randrange(len(data) + 1)
        size = min(int(10 ** dice.uniform(0, 3.5)), len(data) - at)
        match dice.randrange(7):
            case 0:
                del data[at : at + size]
            case 1:
                data[at:at] = data[at : at + size] * dice.randint(1, 4)
            case 2:
                data[at : at + size] = dice.randbytes(min(size, 40))
            case 3:
                data[at:at] = dice.choice(NAUGHTY).encode("utf-8", "surrogatepass")
            case 4:
                data[at:at] = dice.choice((b"<", b">", b'"', b"</p>", b"<!--", b"<script>", b"\0"))
            case 5:
                part = bytes(data[at : at + size])
                del data[at : at + size]
                to = dice.randrange(len(data) + 1)
                data[to:to] = part
            case _ if data:
                data[min(at, len(data) - 1)] ^= 1 << dice.randrange(8)
    return bytes(data)


def real_pages() -> Iterator[bytes]:
    """Pages of the gold where it is there, else an invented one."""
    shared = Path(os.environ.get("REPORTEDLY_SHARED", ROOT.parent / "shared"))
    found = sorted((shared / "gold" / "extraction").rglob("*.html*"))[:40]
    for path in found:
        for raw in read_inputs([path]):
            if isinstance(raw, RawDocument) and len(raw.content) < 300_000:
                yield raw.content
    yield PAGE.encode()


def fuzz(folder: Path, count: int, analysed: int, seed: int) -> None:
    """Mutations of pages under several names; every `analysed`-th is analysed as well."""
    dice = random.Random(seed)
    pages = list(real_pages())
    extraction, resources = load_extract_resources(), load_resources()
    names = ("a.html", "a.txt", "a.jsonl", "a.xml", "a.csv", "a.warc", "a.html.gz", "a")
    for number in range(count):
        path = folder / dice.choices(names, weights=(20, 3, 1, 1, 1, 1, 1, 1))[0]
        path.write_bytes(mutated(dice.choice(pages), dice))
        outcomes = list(read_inputs([path]))
        assert outcomes, f"mutation {number} of seed {seed}"
        for raw in outcomes:
            if not isinstance(raw, RawDocument):
                continue
            article = extract(raw, extraction)
            if isinstance(article, Problem):
                assert article.reason, f"mutation {number} of seed {seed}"
                continue
            article.text.encode()
            if number % analysed == 0:
                _analyse(article, resources)


def _analyse(article: Article, resources: Any) -> None:
    analysis = analyse_article(article, resources)
    stored = json.loads(json.dumps(to_columns(analysis)))
    again = from_columns(stored, analysis.article_id, analysis.text_id, article.text)
    assert again == analysis


def test_some_mutations_of_pages(tmp_path: Path) -> None:
    fuzz(tmp_path, 200, 25, seed=12)


@pytest.mark.slow
def test_ten_thousand_mutations_of_pages(tmp_path: Path) -> None:
    fuzz(tmp_path, 10_000, 50, seed=13)
