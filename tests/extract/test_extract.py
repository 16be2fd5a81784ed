"""Raw documents in, articles or problems out. All texts, outlets and people are invented."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract import ExtractResources, extract, text_id_of
from reportedly.extract.plain import header_block
from reportedly.records import Article, Problem, RawDocument

BODY = (
    "Dockers in Orla walked out on Monday, their union said after a long meeting in the hall.\n\n"
    "The port office said that two ships were waiting outside. Nobody was hurt in the crowd."
)
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in BODY.split("\n\n"))


def page(head: str = "", body: str = "", lang: str = "en") -> str:
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>'
        f"<nav><a href='/'>Home</a></nav><article>{body}{PARAGRAPHS}</article>"
        "<footer>Cookie settings. All rights reserved.</footer></body></html>"
    )


# --- rows and text files --------------------------------------------------------------------


def test_a_row_with_all_its_columns(article_of: Callable[..., Article]) -> None:
    article = article_of(
        id=7, url="https://quay.example/a", outlet="Quay Gazette", side="government",
        published="2024-03-11", title="Walk-out", language="en-GB", byline="Ana Brisk",
        invented=True, text=BODY,
    )  # fmt: skip
    assert (article.input_id, article.url, article.title) == (
        "7",
        "https://quay.example/a",
        "Walk-out",
    )
    assert (article.outlet, article.outlet_basis) == ("Quay Gazette", "input")
    assert (article.side, article.side_basis) == ("government", "input")
    assert (article.published, article.published_basis) == (date(2024, 3, 11), "input")
    assert (article.language, article.byline, article.invented) == ("en", "Ana Brisk", True)
    assert (article.text, article.text_id) == (BODY, text_id_of(BODY))
    assert article.pieces == ((0, 0, len(BODY)),)


@pytest.mark.parametrize("column", ["outlet", "publisher", "source"])
def test_other_names_of_columns(article_of: Callable[..., Article], column: str) -> None:
    article = article_of(text=BODY, date="11 March 2024", **{column: "Quay Gazette"})
    assert article.outlet == "Quay Gazette"
    assert article.published == date(2024, 3, 11)


@pytest.mark.parametrize("side", [None, "", "unknown", "None"])
def test_no_side_is_none(article_of: Callable[..., Article], side: str | None) -> None:
    assert article_of(text=BODY, side=side).side is None


def test_a_date_that_cannot_be_read_is_none_and_the_article_stays(
    article_of: Callable[..., Article],
) -> None:
    article = article_of(text=BODY, published="the day before yesterday")
    assert (article.published, article.published_basis) == (None, None)


def test_a_text_file_with_a_header_block(article_of: Callable[..., Article]) -> None:
    header = "Invented: yes\nId: T1\nOutlet: Quay Gazette\nSide: opposition\nDate: 2024-03-11\n"
    article = article_of(f"{header}Title: Walk-out: the docks\n\n{BODY}\n")
    assert (article.input_id, article.outlet, article.side) == ("T1", "Quay Gazette", "opposition")
    assert (article.title, article.invented) == ("Walk-out: the docks", True)
    assert article.text == BODY


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Title: Rain\n\nIt rained.", {"title": "Rain"}),
        ("URL: https://quay.example/a?b=c\r\nSection: Coast\r\n\r\nIt rained.",
         {"url": "https://quay.example/a?b=c", "section": "Coast"}),
        ("Title: Rain\nIt rained all day in Orla.\n\nAnd more.", {}),  # no empty line below it
        ("Warning: rain\n\nIt rained.", {}),  # no known name
        ("Title: Rain\nKing: Olaf\nQueen: Ada\n\nIt rained.", {}),  # mostly unknown names
        ("It rained.", {}),
        ("", {}),
    ],
)  # fmt: skip
def test_header_blocks(text: str, fields: dict[str, str]) -> None:
    found, at = header_block(text)
    assert found == fields
    assert text[at:].startswith("It rained.") if fields else at == 0


@pytest.mark.parametrize(
    ("content", "media", "reason"),
    [
        (b"Title: Rain\n\n", "text", "no text"),
        (b"Share this\n\nTags: rain", "text", "no text besides furniture"),
        (bytes(range(256)), "text", "unreadable encoding"),
        (b"[1, 2]", "row", "row without text"),
        (b"{broken", "row", "JSONDecodeError"),
        (b"", "html", "no HTML"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "html", "no"),
        (b"<html><body></body></html>", "html", "no"),
        (b"<html><body><script>var a = 1</script></body></html>", "html", "no"),
        (b"<html>" + b" " * 7_000_000, "html", "page too large"),
        (b"word " * 200_000, "text", "text too long"),
    ],
)
def test_what_is_no_article_is_a_problem(
    outcome_of: Callable[..., Article | Problem], content: bytes, media: str, reason: str
) -> None:
    problem = outcome_of(content, media)
    assert isinstance(problem, Problem)
    assert (problem.stage, problem.source) == ("extract", "test")
    assert reason in problem.reason
    assert "\n" not in problem.reason
    assert problem.raw_id


def test_unsafe_characters_and_no_break_spaces(article_of: Callable[..., Article]) -> None:
    article = article_of(
        text="Rain\u00a0fell in Orla\x00 on \ud800 Monday, the office said.", title="\ud800"
    )
    assert article.text == "Rain\u00a0fell in Orla\ufffd on \ufffd Monday, the office said."
    assert article.title == "\ufffd"


# --- pages --------------------------------------------------------------------------------------


def test_a_page(article_of: Callable[..., Article]) -> None:
    head = (
        "<!-- invented: for this test -->"
        "<title>Dockers walk out in Orla | Quay Gazette</title>"
        '<link rel="canonical" href="https://quay.example/dockers">'
        '<meta property="og:site_name" content="Quay Gazette">'
        '<meta property="article:published_time" content="2024-03-11T06:00:00Z">'
        '<meta name="author" content="Ana Brisk">'
    )
    article = article_of(page(head, "<h1>Dockers walk out in Orla</h1>"), "html")
    assert article.text.split("\n") == BODY.split("\n\n")
    assert (article.title, article.byline) == ("Dockers walk out in Orla", "Ana Brisk")
    assert (article.url, article.language) == ("https://quay.example/dockers", "en")
    assert (article.outlet, article.outlet_basis) == ("Quay Gazette", "page")
    assert (article.published, article.published_basis) == (date(2024, 3, 11), "metadata")
    assert article.published_time == "06:00+00:00"
    assert article.invented


@pytest.mark.parametrize(
    ("head", "time"),
    [
        ('<meta itemprop="datePublished" content="2024-03-11T06:00">', "06:00"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", '
         '"datePublished": "2024-03-11T06:00:00+02:00"}</script>', "06:00+02:00"),
        ('<meta name="date" content="2024-03-11">', None),
        ('<meta property="article:published_time" content="2024-03-11">'
         '<meta property="article:modified_time" content="2024-03-11T09:00">', None),
    ],
)  # fmt: skip
def test_the_time_of_a_page(
    article_of: Callable[..., Article], head: str, time: str | None
) -> None:
    article = article_of(page(head), "html")
    assert (article.published, article.published_time) == (date(2024, 3, 11), time)


def test_the_time_of_a_row(article_of: Callable[..., Article]) -> None:
    assert article_of(text=BODY, published="2024-03-11T06:10").published_time == "06:10"
    assert article_of(text=BODY, date="2024-03-11").published_time is None


@pytest.mark.parametrize(
    ("head", "outlet", "basis"),
    [
        ('<link rel="canonical" href="https://www.reuters.com/a">', "Reuters", "url"),
        ('<meta property="og:url" content="https://news.bbc.co.uk/a">', "BBC News", "url"),
        ('<meta property="og:url" content="https://www.quay.example/a">', "quay.example", "url"),
        ('<meta property="og:url" content="https://quay.example/a">'
         '<meta property="og:site_name" content="Quay Gazette">', "Quay Gazette", "page"),
        ('<link rel="canonical" href="/a">', None, None),  # a relative address says nothing
        ("", None, None),
    ],
)  # fmt: skip
def test_the_outlet_of_a_page(
    article_of: Callable[..., Article], head: str, outlet: str | None, basis: str | None
) -> None:
    article = article_of(page(head), "html")
    assert (article.outlet, article.outlet_basis) == (outlet, basis)
    if outlet is None:
        assert article.article_id == article.raw_id


@pytest.mark.parametrize("name", ["side", "article:side", "og:side", "political-leaning"])
def test_a_page_never_gives_a_side(article_of: Callable[..., Article], name: str) -> None:
    head = f'<meta name="{name}" content="opposition"><meta property="{name}" content="opposition">'
    article = article_of(page(head, "<!-- Side: opposition -->"), "html")
    assert (article.side, article.side_basis) == (None, None)


@pytest.mark.parametrize(
    ("head", "body", "day", "basis"),
    [
        ('<meta property="og:url" content="https://quay.example/2024/03/11/a">', "", 11, "url"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-12"}'
         "</script>", "", 12, "metadata"),
        ("", "<p>Published on 13 March 2024</p>", 13, "guessed"),
        ("", "", None, None),
        ('<meta name="date" content="no day at all">', "", None, None),
    ],
)  # fmt: skip
def test_the_day_of_a_page(
    article_of: Callable[..., Article], head: str, body: str, day: int | None, basis: str | None
) -> None:
    article = article_of(page(head, body), "html")
    assert article.published == (date(2024, 3, day) if day else None)
    assert article.published_basis == basis


def test_the_text_decides_on_the_language_of_a_page(article_of: Callable[..., Article]) -> None:
    assert article_of(page(lang="fr"), "html").language == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La policía cerró el puente de la ciudad el lunes por la tarde.", "es"),
        ("پلیس روز دوشنبه پل شهر را برای چند ساعت بست و کسی آسیب ندید.", "fa"),
        ("أغلقت الشرطة جسر المدينة يوم الاثنين ولم يصب أحد بأذى.", "ar"),
        ("Rain.", None),  # too short to say
    ],
)
def test_language(article_of: Callable[..., Article], text: str, language: str | None) -> None:
    assert article_of(text=text).language == language


# --- all inputs --------------------------------------------------------------------------


def test_extract_never_raises(resources: ExtractResources) -> None:
    @settings(max_examples=120, deadline=None)
    @given(
        st.one_of(
            st.binary(max_size=300),
            st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace")),
        ),
        st.sampled_from(["html", "text", "row"]),
        st.booleans(),
    )
    def check(content: bytes, media: str, wrapped: bool) -> None:
        if media == "html" and wrapped:
            content = b"<html><body><article><p>" + content + b"</p></article></body></html>"
        raw = RawDocument(raw_id="r", content=content, media=media, source="s")  # type: ignore[arg-type]
        result = extract(raw, resources)
        assert isinstance(result, Article | Problem)
        if isinstance(result, Article):
            assert result.text.strip()
            assert result.text_id == text_id_of(result.text)

    check()


def test_equal_bytes_give_equal_articles_in_another_process(
    article_of: Callable[..., Article],
) -> None:
    program = (
        "import hashlib, sys\n"
        "from reportedly.extract import extract, load_extract_resources\n"
        "from reportedly.records import RawDocument\n"
        "content = sys.stdin.buffer.read()\n"
        "raw = RawDocument(raw_id=hashlib.sha256(content).hexdigest(), content=content,"
        " media='html', source='test')\n"
        "print(repr(extract(raw, load_extract_resources())))\n"
    )
    content = page("<title>Dockers walk out in Orla</title>", "<p>Share this</p>").encode()
    environment = {**os.environ, "PYTHONHASHSEED": "77", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=content,
        capture_output=True,
        check=True,
        env=environment,
    )
    assert done.stdout.decode().strip() == repr(article_of(content, "html"))


def test_invented_samples_in_all_formats(resources: ExtractResources, shared: Path) -> None:
    """Text file, page, feed and table give the same text as the row of the same article."""
    from reportedly.ingest import read_inputs

    def articles(path: Path) -> list[Article]:
        raws = [raw for raw in read_inputs([path]) if isinstance(raw, RawDocument)]
        results = [extract(raw, resources) for raw in raws]
        assert results
        assert all(isinstance(result, Article) for result in results)
        return [result for result in results if isinstance(result, Article)]

    folder = shared / "samples" / "invented"
    by_url = {article.url: article for article in articles(folder / "articles.jsonl")}
    for article in articles(folder / "formats"):
        row = by_url[article.url]
        assert article.text.split() == row.text.split()
        assert (article.outlet, article.published, article.article_id) == (
            row.outlet, row.published, row.article_id,
        )  # fmt: skip
        assert article.side in (row.side, None)
