"""A redacted copy of a collection: what no byte of it holds, and what opens it; invented texts."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

import reportedly
from reportedly.cli.main import main
from reportedly.errors import OptionError
from reportedly.export import Options
from reportedly.export.copies import MASK
from reportedly.sharing import share
from reportedly.store import Collection
from reportedly.store.packing import unpack_bytes
from tests.web.conftest import client_of

ROOT = Path(__file__).parents[1]
SAMPLE = Path(reportedly.__file__).parent / "data" / "sample" / "articles.jsonl"
GOLD = ROOT / "benchmarks" / "invented" / "gold.json"
_MAGIC = b"\x28\xb5\x2f\xfd"  # of zstd


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """The invented corpus, read and linked."""
    folder = tmp_path_factory.mktemp("whole") / "news"
    reportedly.read([SAMPLE], into=folder)
    return Collection.open(folder)


@pytest.fixture(scope="module")
def copy(whole: Collection, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its redacted copy."""
    folder = tmp_path_factory.mktemp("copy") / "shared"
    share(whole, folder, Options())
    return folder


def _bytes_of(folder: Path) -> bytes:
    """All bytes of all files, and all values of all tables, unpacked."""
    found = [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]
    for file in sorted(folder.glob("*.db")):
        with closing(sqlite3.connect(file)) as database:
            tables = [row[0] for row in database.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'words%'"
            )]  # fmt: skip
            for table in tables:
                for row in database.execute(f"SELECT * FROM {table}"):
                    for value in row:
                        if isinstance(value, bytes) and value.startswith(_MAGIC):
                            found.append(unpack_bytes(value))
                        elif value is not None:
                            found.append(str(value).encode())
    return b"\n".join(found)


def _private() -> set[str]:
    articles = json.loads(GOLD.read_text("utf-8"))["articles"]
    return {p["text"] for article in articles for p in article.get("private", ())}


def test_no_private_word_is_in_any_byte_of_the_folder(whole: Collection, copy: Path) -> None:
    private = _private()
    before, after = _bytes_of(whole.folder), _bytes_of(copy)
    assert any(name.encode() in before for name in private)  # the test can fail
    escaped = {json.dumps(name)[1:-1] for name in private}  # as JSON has it
    assert [name for name in sorted(private | escaped) if name.encode() in after] == []


def test_the_full_text_index_finds_no_private_name(whole: Collection, copy: Path) -> None:
    def hits(folder: Path, word: str) -> int:
        with closing(sqlite3.connect(folder / "index.db")) as database:
            query = "SELECT count(*) FROM words WHERE words MATCH ?"
            return int(database.execute(query, (f'"{word}"',)).fetchone()[0])

    names = [name for name in sorted(_private()) if name.isascii() and " " in name]
    assert any(hits(whole.folder, name) for name in names)
    assert [name for name in names if hits(copy, name)] == []


def test_it_is_a_collection_without_faults_originals_or_other_files(copy: Path) -> None:
    assert Collection.open(copy).check() == []
    assert sorted(path.name for path in copy.iterdir()) == [
        "collection.db", "index.db", "links-1.db", "manifest.json",
    ]  # fmt: skip


def test_offsets_stand_and_only_passages_are_left(whole: Collection, copy: Path) -> None:
    shared = Collection.open(copy)
    masked = 0
    for article, analysis in shared.documents():
        original = whole.article(article.article_id)
        assert original is not None
        assert len(article.text) == len(original.text)
        masked += MASK in article.text
        assert article.byline is None
        for report in analysis.reports:
            span = report.evidence
            assert article.text[span.start : span.end] == span.quote
    assert masked > 10
    events = {event.event_id for event in shared.links.events()}
    assert events == {e.event_id for e in whole.links.events() if e.merged_into is None}


def test_the_explorer_opens_it(copy: Path, tmp_path: Path) -> None:
    folder = tmp_path / "opened"
    shutil.copytree(copy, folder)
    client = client_of(folder)
    rows = client.get("/events.json?status_all=1&size=500").json()["rows"]
    assert len(rows) > 20
    answers = [client.get(f"/events/{row['id']}.json") for row in rows[:10]]
    assert {answer.status_code for answer in answers} == {200}


def test_datasette_opens_it(copy: Path) -> None:
    program = shutil.which("datasette")
    if program is None:
        pytest.skip("no datasette here")
    files = [str(path) for path in sorted(copy.glob("*.db"))]
    done = subprocess.run(
        [program, *files, "--get", "/links-1/events.json?_shape=array"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert len(json.loads(done.stdout)) > 20


def test_what_is_new_stays_at_home(whole: Collection, tmp_path: Path) -> None:
    days = sorted(a.published for a in whole.articles() if a.published)
    middle = days[len(days) // 2]
    share(whole, tmp_path / "older", Options(not_after=middle))
    shared = Collection.open(tmp_path / "older")
    left = {article.article_id: article for article in shared.articles()}
    assert 0 < len(left) < len(days)
    assert all(article.published and article.published <= middle for article in left.values())
    for event in shared.links.events():
        assert event.reports
        assert all(shared.report(report) for report in (*event.reports, *event.denials))
    assert shared.check() == []


def test_the_command_keeps_fourteen_days_behind(whole: Collection, tmp_path: Path) -> None:
    news = str(whole.folder)
    assert main(["export", news, "--as", "collection", "-o", str(tmp_path / "c")]) == 0
    manifest = json.loads((tmp_path / "c" / "manifest.json").read_text("utf-8"))
    assert (date.today() - date.fromisoformat(manifest["not_after"])).days == 14
    assert main(["export", news, "--as", "collection", "-o", str(tmp_path / "c")]) == 2  # not empty


def test_options_that_do_not_fit_are_named(whole: Collection, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="copied whole"):
        share(whole, tmp_path / "x", Options(since="123"))
    with pytest.raises(OptionError, match="--with-texts needs --restricted"):
        share(whole, tmp_path / "x", Options(with_texts=True))
    assert list(tmp_path.iterdir()) == []
