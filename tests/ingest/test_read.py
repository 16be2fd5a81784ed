"""Files and folders in, one outcome for each input out. All texts are invented."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from reportedly.ingest import Outcome, Skipped, read_inputs
from reportedly.records import Problem, RawDocument

PAGE = b"<!doctype html><html><body><p>The bridge at Talmo was closed on Monday.</p></body></html>"
TEXT = "The bridge at Talmo was closed on Monday.\n"


def read(path: Path, **more: int) -> list[Outcome]:
    return list(read_inputs([path], **more))


def reasons(outcomes: list[Outcome]) -> list[str]:
    return [o.reason for o in outcomes if isinstance(o, Problem)]


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        ("page.html", PAGE, "html"),
        ("page.htm", PAGE, "html"),
        ("page.xhtml", PAGE, "html"),
        ("article", PAGE, "html"),  # saved under the last part of its address
        ("index.php?id=7", b"\n<!-- saved -->\n" + PAGE, "html"),
        ("2024-03-11.bridge", PAGE, "html"),
        ("page.txt", PAGE, "html"),  # what it holds decides, not its name
        ("page.xml", b"<?xml version='1.0'?>" + PAGE, "html"),
        ("note.txt", TEXT.encode(), "text"),
        ("note.text", TEXT.encode("utf-16"), "text"),
        ("note.TXT", "Kaiserstraße".encode("cp1252"), "text"),
    ],
)
def test_pages_and_texts(tmp_path: Path, name: str, content: bytes, media: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (raw,) = read(path)
    assert isinstance(raw, RawDocument)
    assert (raw.media, raw.content, raw.source) == (media, content, str(path))
    assert raw.raw_id == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("note.txt", b"", "empty file"),
        ("note.txt", b" \n\t\n", "empty file"),
        ("page.html", b"", "empty file"),
        ("note.txt", bytes(range(256)) * 4, "unreadable encoding"),
        ("note.txt", b"\xff\xfe\x00", "unreadable encoding"),  # half a UTF-16 character
        ("rows.jsonl", b"\n\n", "empty file"),
        ("rows.zip", b"no archive", "broken file"),
        ("page.html.gz", b"no archive", "broken gzip"),
    ],
)
def test_what_cannot_be_read_is_one_problem(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (problem,) = read(path)
    assert isinstance(problem, Problem)
    assert problem.stage == "ingest"
    assert reason in problem.reason
    assert "\n" not in problem.reason


def test_a_missing_path_is_a_problem_and_reading_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    first, second = read_inputs([tmp_path / "nowhere", tmp_path / "a.txt"])
    assert isinstance(first, Problem)
    assert first.reason == "no such file or folder"
    assert isinstance(second, RawDocument)


def test_a_folder_is_read_in_sorted_order_and_other_files_are_counted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", "photo.png", "README.md", ".hidden.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "d.txt").write_text(TEXT)
    outcomes = read(tmp_path)
    articles = [o.source for o in outcomes if isinstance(o, RawDocument)]
    assert articles == [str(tmp_path / name) for name in ("a.txt", "b.txt", "sub/c.txt")]
    skipped = {Path(o.source).name: o.reason for o in outcomes if isinstance(o, Skipped)}
    assert set(skipped) == {"photo.png", "README.md", ".hidden.txt"}
    assert skipped["photo.png"] == "not a kind of file that is read: .png"


@pytest.mark.parametrize("files", [[], ["photo.png"], ["sub/.keep"]])
def test_a_folder_without_articles_is_one_problem(tmp_path: Path, files: list[str]) -> None:
    for name in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert reasons(read(tmp_path)) == ["no article in this folder"]


def test_reading_is_lazy(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    outcomes = read_inputs([tmp_path])
    assert isinstance(next(outcomes), RawDocument)
    (tmp_path / "b.txt").write_text("Changed before it was reached.")
    last = next(outcomes)
    assert isinstance(last, RawDocument)
    assert last.content.startswith(b"Changed")


def test_documents_above_the_limit_are_problems(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("word " * 1000)
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": "x" * 2000}) + '\n{"text": "short"}\n')
    outcomes = read(tmp_path, limit=1000)
    assert [type(o) for o in outcomes] == [Problem, Problem, RawDocument]
    assert all("too large" in reason for reason in reasons(outcomes))


def test_a_named_file_without_ending_is_read_as_text(tmp_path: Path) -> None:
    (tmp_path / "statement").write_text(TEXT)
    assert isinstance(read(tmp_path / "statement")[0], RawDocument)
    assert isinstance(read(tmp_path)[0], Skipped)  # met in a folder it may be anything
