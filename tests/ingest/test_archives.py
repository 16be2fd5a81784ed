"""Gzip and ZIP files, honest and hostile. All texts are invented."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from reportedly.ingest import Outcome, Skipped, read_inputs
from reportedly.ingest import streams as streams_module
from reportedly.records import Problem, RawDocument

TEXT = b"The ferry to Orla was late on Monday."
PAGE = b"<html><body><p>The ferry to Orla was late.</p></body></html>"


def read(path: Path, content: bytes, **more: int) -> list[Outcome]:
    path.write_bytes(content)
    return list(read_inputs([path], **more))


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        ("page.html.gz", PAGE, "html"),
        ("note.txt.gz", TEXT, "text"),
        ("page.html", PAGE, "html"),  # a server sent it compressed and nobody renamed it
        ("page.gz", PAGE, "html"),
    ],
)
def test_gzip(tmp_path: Path, name: str, content: bytes, media: str) -> None:
    (raw,) = read(tmp_path / name, gzip.compress(content))
    assert isinstance(raw, RawDocument)
    assert (raw.content, raw.media, raw.source) == (content, media, str(tmp_path / name))


def test_compressed_rows(tmp_path: Path) -> None:
    lines = b'{"text": "One."}\n{"text": "Two."}\n'
    outcomes = read(tmp_path / "news.jsonl.gz", gzip.compress(lines))
    assert [o.position for o in outcomes if isinstance(o, RawDocument)] == [1, 2]


def test_zip_members_in_order_with_their_names(tmp_path: Path) -> None:
    content = zipped(
        {
            "z.txt": TEXT,
            "b/page.html": PAGE,
            "rows.jsonl": b'{"text": "One."}\n',
            "photo.jpg": b"\xff\xd8",
            "__MACOSX/._z.txt": b"x",
            "page.html.gz": gzip.compress(PAGE),
            "inner.zip": zipped({"deep.txt": TEXT}),
        }
    )
    path = tmp_path / "news.zip"
    outcomes = read(path, content)
    sources = [o.source.removeprefix(str(path)) for o in outcomes if isinstance(o, RawDocument)]
    assert sources == [
        "!b/page.html", "!inner.zip!deep.txt", "!page.html.gz", "!rows.jsonl", "!z.txt",
    ]  # fmt: skip
    assert sum(isinstance(o, Skipped) for o in outcomes) == 2


def test_one_broken_member_costs_only_itself(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": TEXT * 50, "b.txt": TEXT}))
    at = content.index(b"a.txt") + len("a.txt")
    content[at : at + 8] = b"\xff" * 8
    first, second = read(tmp_path / "news.zip", bytes(content))
    assert isinstance(first, Problem)
    assert first.source.endswith("!a.txt")
    assert isinstance(second, RawDocument)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zipped({}), "empty archive"),
        (zipped({"a.txt": TEXT})[:40], "broken file"),
        (b"PK\x03\x04 and no more", "broken file"),
        (zipped({"a.zip": zipped({"b.zip": zipped({"c.txt": TEXT})})}), "nested too deeply"),
    ],
    ids=["nothing inside", "cut off", "a beginning alone", "three deep"],  # the bytes hold a time
)
def test_bad_archives(tmp_path: Path, content: bytes, reason: str) -> None:
    (problem,) = read(tmp_path / "news.zip", content)
    assert isinstance(problem, Problem)
    assert reason in problem.reason


def test_a_truncated_gzip_is_a_problem(tmp_path: Path) -> None:
    outcomes = read(tmp_path / "page.html.gz", gzip.compress(PAGE * 100)[:60])
    assert [type(o) for o in outcomes] == [Problem]


def test_gzip_in_gzip_ends(tmp_path: Path) -> None:
    content = TEXT
    for _ in range(6):
        content = gzip.compress(content)
    (problem,) = read(tmp_path / "note.txt.gz", content)
    assert isinstance(problem, Problem)
    assert "nested too deeply" in problem.reason


def test_a_bomb_is_stopped_by_the_limit_of_a_document(tmp_path: Path) -> None:
    bomb = zipped({"a.txt": b"0" * 3_000_000})
    assert len(bomb) < 10_000
    (problem,) = read(tmp_path / "news.zip", bomb, limit=1_000_000)
    assert isinstance(problem, Problem)
    assert "too large" in problem.reason


def test_a_bomb_of_many_rows_is_stopped_by_the_budget(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams_module.Budget.__init__, "__defaults__", (1_000_000,))
    rows = b'{"text": "Rain."}\n' * 200_000
    last = read(tmp_path / "news.jsonl.gz", gzip.compress(rows))[-1]
    assert isinstance(last, Problem)
    assert "unpacks to more" in last.reason


def test_office_documents_are_no_archives_of_news(tmp_path: Path) -> None:
    (skipped,) = read(tmp_path / "a.docx", zipped({"a.txt": TEXT}))
    assert isinstance(skipped, Skipped)
