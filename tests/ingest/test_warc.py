"""Records of WARC files, honest and broken. All pages are invented."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
import zstandard

from reportedly.extract import extract, load_extract_resources
from reportedly.ingest import Outcome, Skipped, read_inputs
from reportedly.ingest import streams as streams_module
from reportedly.records import Article, Problem, RawDocument

PAGE = b"<html><body><p>The ferry to Orla was late on Monday.</p></body></html>"
CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)


def answer(page: bytes = PAGE, *headers: str, status: str = "200 OK") -> bytes:
    head = "\r\n".join((f"HTTP/1.1 {status}", *(headers or ("Content-Type: text/html",))))
    return head.encode() + b"\r\n\r\n" + page


def record(
    block: bytes, kind: str = "response", length: int | None = None, number: int = 1
) -> bytes:
    media = "application/http" if kind in ("response", "request", "revisit") else "text/plain"
    lines = (
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:{number}>",
        f"WARC-Target-URI: https://example.org/news/{number}",
        "WARC-Date: 2021-03-02T08:00:00Z",
        f"Content-Type: {media}",
        f"Content-Length: {len(block) if length is None else length}",
    )
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def read(path: Path, content: bytes, **more: int) -> list[Outcome]:
    path.write_bytes(content)
    return list(read_inputs([path], **more))


WHOLE = (
    record(b"software: test\r\n", "warcinfo") + record(answer()) + record(answer(b"x"), "request")
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("crawl.warc", WHOLE),
        ("crawl.warc.gz", gzip.compress(WHOLE[:200]) + gzip.compress(WHOLE[200:])),
        ("crawl.warc.zst", zstandard.compress(WHOLE)),
        ("crawl", WHOLE),
    ],
)
def test_a_page_has_its_address_and_time(tmp_path: Path, name: str, content: bytes) -> None:
    (raw,) = read(tmp_path / name, content)
    assert isinstance(raw, RawDocument)
    assert (raw.content, raw.media, raw.position) == (PAGE, "html", 1)
    assert raw.url == "https://example.org/news/1"
    assert raw.retrieved == "2021-03-02T08:00:00Z"
    assert raw.source == str(tmp_path / name)


@pytest.mark.parametrize(
    "block",
    [
        answer(CHUNKED, "Content-Type: text/html", "Transfer-Encoding: chunked"),
        answer(PAGE, "Content-Type: text/html", "Transfer-Encoding: chunked"),  # kept decoded
        answer(gzip.compress(PAGE), "Content-Type: text/html", "Content-Encoding: gzip"),
        answer(PAGE, "Content-Type: text/html", "Content-Encoding: gzip"),  # kept decoded
        answer(PAGE, "Content-Type: text/html", "Content-Encoding: br"),
    ],
)
def test_pages_are_decoded_where_the_crawler_kept_them_packed(tmp_path: Path, block: bytes) -> None:
    (raw,) = read(tmp_path / "crawl.warc", record(block))
    assert isinstance(raw, RawDocument)
    assert raw.content == PAGE


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (record(answer(status="404 Not Found")), "status 404"),
        (record(answer(b"\x89PNG", "Content-Type: image/png")), "image/png"),
        (record(answer(), "revisit"), "met before"),
        (record(b"rubbish"), "no answer of a web server|status|of no kind"),
    ],
)
def test_other_records_are_left_aside_and_counted(
    tmp_path: Path, given: bytes, reason: str
) -> None:
    aside, page = read(tmp_path / "crawl.warc", given + record(answer()))
    assert isinstance(aside, Skipped)
    assert any(words in aside.reason for words in reason.split("|")), aside.reason
    assert (aside.position, isinstance(page, RawDocument)) == (1, True)


@pytest.mark.parametrize(
    ("given", "reason", "why"),
    [
        (record(answer())[:-20], "cut short", "the download broke off"),
        (record(answer(), length=20), "broken WARC record", "its length is wrong"),
        (b"garbage\r\n\r\n", "broken WARC record", "no record begins here"),
        (record(answer(b"  ")), "without content", "an empty page"),
        (
            record(answer(gzip.compress(PAGE)[:-15], "Content-Type: text/html",
                          "Content-Encoding: gzip")),
            "ends too early",
            "half a page",
        ),
        (
            record(answer(gzip.compress(b"a" * 30_000), "Content-Type: text/html",
                          "Content-Encoding: gzip")),
            "too large",
            "a bomb",
        ),
    ],
)  # fmt: skip
def test_a_broken_record_is_one_problem_with_its_position(
    tmp_path: Path, given: bytes, reason: str, why: str
) -> None:
    outcomes = read(tmp_path / "crawl.warc", record(answer()) + given, limit=20_000)
    problems = [outcome for outcome in outcomes if isinstance(outcome, Problem)]
    assert [(p.position, reason in p.reason) for p in problems] in ([(2, True)], [(3, True)]), why
    assert isinstance(outcomes[0], RawDocument)


def test_records_after_a_page_that_cannot_be_decoded_are_read(tmp_path: Path) -> None:
    broken = answer(b"\x1f\x8bno gzip", "Content-Type: text/html", "Content-Encoding: gzip")
    outcomes = read(tmp_path / "crawl.warc", record(broken) + record(answer(), number=2))
    assert [type(outcome) for outcome in outcomes] == [Problem, RawDocument]


def pages(count: int) -> list[bytes]:
    """Records of pages that differ."""
    return [
        record(answer(PAGE.replace(b"Orla", b"Orla %d" % n)), number=n) for n in range(1, count + 1)
    ]


def numbers(outcomes: list[Outcome]) -> list[int | None]:
    """The numbers of the pages that were read, None for each problem."""
    return [
        int(str(o.url).rpartition("/")[2]) if isinstance(o, RawDocument) else None for o in outcomes
    ]


@pytest.mark.parametrize(
    ("damaged", "why"),
    [
        (b"garbage that is no record\r\n\r\n", "rubbish between records"),
        (b"\x00" * 70_000, "a hole in the file, as a crashed disk leaves it"),
        (record(answer(PAGE * 20), length=20, number=9), "a length that is too short"),
        (
            record(answer(), number=9).replace(b"-Length: ", b"-Length: x"),
            "no length",
        ),
        (b"WARC/1.0\r\n" + record(answer(), number=9)[200:], "half a record"),
    ],
)
def test_records_behind_damage_are_read(tmp_path: Path, damaged: bytes, why: str) -> None:
    first, second, third = pages(3)
    outcomes = read(tmp_path / "crawl.warc", first + damaged + second + third)
    found = [number for number in numbers(outcomes) if number not in (None, 9)]
    assert found == [1, 2, 3], why
    assert 1 <= sum(isinstance(outcome, Problem) for outcome in outcomes) <= 2, why
    assert [o.position for o in outcomes] == list(range(1, len(outcomes) + 1))


def test_records_that_one_with_a_wrong_length_swallowed_are_read(tmp_path: Path) -> None:
    first, second, third = pages(3)
    swallows = record(answer(), length=900_000, number=9)
    outcomes = read(tmp_path / "crawl.warc", first + swallows + second + third)
    assert numbers(outcomes) == [1, None, 2, 3]


@pytest.mark.parametrize("together", [False, True], ids=["a member each", "two records a member"])
def test_members_behind_a_damaged_one_are_read(tmp_path: Path, together: bool) -> None:
    records = pages(6)
    parts = [a + b for a, b in zip(records[::2], records[1::2], strict=True)]
    members = [gzip.compress(part) for part in (parts if together else records)]
    broken = bytearray(members[1])
    broken[len(broken) // 2 :] = b"\xff" * (len(broken) - len(broken) // 2)
    outcomes = read(tmp_path / "c.warc.gz", b"".join([members[0], bytes(broken), *members[2:]]))
    found = numbers(outcomes)
    assert None in found
    assert [n for n in found if n is not None] in (
        [[1, 2, 5, 6], [1, 2, 3, 5, 6]] if together else [[1, 3, 4, 5, 6]]
    )


def test_a_file_of_damage_alone_ends(tmp_path: Path) -> None:
    outcomes = read(tmp_path / "crawl.warc", b"WARC/1.0\r\nno: length\r\n\r\n" * 3000)
    assert isinstance(outcomes[-1], Problem)
    assert len(outcomes) <= 3001


def test_a_file_without_pages_is_a_problem(tmp_path: Path) -> None:
    (problem,) = read(tmp_path / "crawl.warc", record(b"software: test\r\n", "warcinfo"))
    assert isinstance(problem, Problem)
    assert "without pages" in problem.reason


def test_an_archive_that_unpacks_without_end_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams_module.Budget.__init__, "__defaults__", (5000,))
    many = gzip.compress(record(answer()) * 2000)
    outcomes = read(tmp_path / "crawl.warc.gz", many)
    assert isinstance(outcomes[-1], Problem)
    assert "unpacks to more than" in outcomes[-1].reason


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("", "https://example.org/news/1"),
        ('<link rel="canonical" href="https://example.org/ferry">', "https://example.org/ferry"),
    ],
)
def test_an_article_has_the_address_of_its_record_unless_the_page_tells(
    tmp_path: Path, link: str, url: str
) -> None:
    page = (
        f"<html><head><title>Ferry late</title>{link}</head><body><article><p>"
        "The ferry to Orla was late on Monday, and workers marched to the harbour office, where"
        " the company promised a second boat for the spring.</p></article></body></html>"
    )
    (raw,) = read(tmp_path / "crawl.warc", record(answer(page.encode())))
    assert isinstance(raw, RawDocument)
    article = extract(raw, load_extract_resources())
    assert isinstance(article, Article), article
    assert (article.url, article.retrieved) == (url, "2021-03-02T08:00:00Z")
