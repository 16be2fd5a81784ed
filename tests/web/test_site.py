"""The explorer as files: no private word in any byte, and pages that a static server hands out.

The articles are those of the invented corpora.
"""

from __future__ import annotations

import functools
import json
import os
import shutil
import threading
from collections.abc import Iterator
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

import reportedly
from reportedly.cli.main import main
from reportedly.errors import OptionError
from reportedly.export import Options
from reportedly.store import Collection
from reportedly.web import Library
from reportedly.web.filters import Query
from reportedly.web.site import folded, write_site
from reportedly.web.views.events import events_page
from reportedly.web.views.lists import said_page
from tests.web.conftest import client_of

INVENTED = Path(__file__).parents[2] / "benchmarks" / "invented"
SAMPLE = Path(reportedly.__file__).parent / "data" / "sample" / "articles.jsonl"
FILTERS = (
    "", "status_all=1", "type=PROTEST&texts=2", "country=PE&sort=place", "sort=texts", "sort=-day",
    "sort=day&from=2023-01-01", "sort=type", "voices=2", "denied=1&status_all=1", "missing=place",
    "missing=date&status_all=1", "box=-82,-20,-60,0", "status=planned", "type=PROTEST&type=COERCE",
    "q=police", "q=pol+march&sort=reports", "to=2024-06-30&sort=voices", "size=5&offset=5",
    "side=unknown&rows_only=1",
)  # fmt: skip


def private_of(gold: Path) -> list[str]:
    articles = json.loads(gold.read_text("utf-8"))["articles"]
    return sorted({p["text"] for article in articles for p in article.get("private", ())})


def bytes_of(folder: Path) -> bytes:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return b"\n".join([str(path).encode() + b"\n" + path.read_bytes() for path in files])


@pytest.fixture(scope="module")
def site(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the whole first corpus."""
    news = shutil.copytree(corpus, tmp_path_factory.mktemp("site") / "news")
    into = news.parent / "site"
    write_site(Collection.open(news), into, Options(not_after=date.max))
    return into


def test_no_private_word_of_the_first_corpus_is_in_it(corpus: Path, site: Path) -> None:
    private = private_of(INVENTED / "gold.json")
    texts = "\n".join(article.text for article in Collection.open(corpus).articles())
    assert any(name in texts for name in private)  # the test can fail
    held = bytes_of(site)
    forms = {form for name in private for form in (name, json.dumps(name)[1:-1], folded(name))}
    assert [form for form in sorted(forms) if " " in form and form.encode() in held] == []


def test_no_private_word_of_the_second_corpus_is_in_it(tmp_path: Path) -> None:
    second = INVENTED / "second"
    reportedly.read([second / "articles.jsonl"], into=tmp_path / "news")
    into = tmp_path / "site"
    collection = Collection.open(tmp_path / "news")
    write_site(collection, into, Options(not_after=date.max))
    private = private_of(second / "gold.json")
    assert any(name in a.text for name in private for a in collection.articles())
    held = bytes_of(into)
    assert [name for name in private if name.encode() in held] == []


def test_what_was_published_lately_is_left_out(own: Path, tmp_path: Path) -> None:
    newest = max(a.published for a in Collection.open(own).articles() if a.published)
    into = tmp_path / "site"
    until = f"--not-after={date.fromordinal(newest.toordinal() - 1)}"
    assert main(["export", str(own), "--as", "site", "-o", str(into), until]) == 0
    rows = json.loads((into / "data" / "articles.json").read_text("utf-8"))["rows"]
    assert rows
    assert all(row["published"] < newest.isoformat() for row in rows)
    log = list(Collection.open(own).log_entries())
    assert log[-1][1] == "export"
    assert f" site to {into}" in log[-1][2]


def test_the_folder_appears_whole_or_not_at_all(own: Path, tmp_path: Path) -> None:
    into = tmp_path / "site"
    into.mkdir()
    (into / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(OptionError, match="not empty"):
        write_site(Collection.open(own), into, Options())
    assert [path.name for path in tmp_path.iterdir() if "site" in path.name] == ["site"]


def test_there_is_nothing_to_write_to_and_no_script_of_others(site: Path) -> None:
    names = {path.name for path in site.rglob("*")}
    assert not names & {"review.js", "audit.js", "compare.js", "correction.js", "lock"}
    assert not [name for name in names if name.endswith((".db", ".zst"))]
    page = (site / "index.html").read_text("utf-8")
    assert "Content-Security-Policy" in page and "default-src &#x27;none&#x27;" in page
    assert "csrf" not in page and "{{" not in page and '"/' not in page
    assert "review.js" not in (site / "static" / "main.js").read_text("utf-8")
    manifest = json.loads((site / "manifest.json").read_text("utf-8"))
    assert manifest["format"] == "site"


# --- in a browser -----------------------------------------------------------------------------

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--disable-gpu", "--no-first-run", "--disable-background-networking"]
if os.geteuid() == 0:
    FLAGS.append("--no-sandbox")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[str]:
    """Any static server, with the site in a folder of it."""
    handler = functools.partial(Quiet, directory=str(site.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/site/"
        running.shutdown()


class Visit:
    """A page with what it asked for and what went wrong."""

    def __init__(self, browser: Any) -> None:
        self.asked: list[str] = []
        self.faults: list[str] = []
        self.page = browser.new_page(viewport={"width": 1280, "height": 900})
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", self._heard)

    def _heard(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(message.text)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="extra browser is not installed")
    if CHROMIUM is None:
        pytest.skip("no chromium here")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Any) -> Iterator[Visit]:
    opened = Visit(browser)
    yield opened
    opened.page.close()


def test_first_screen_filter_and_an_event_with_its_passage(visit: Visit, server: str) -> None:
    sync_api = pytest.importorskip("playwright.sync_api")
    page = visit.page
    page.goto(server)
    page.wait_for_selector(".map svg path.coast")
    assert "report" in page.inner_text("h1")
    page.click("nav >> text=Events")
    page.wait_for_selector(".results h1:has-text('event')")
    before = page.inner_text(".results h1")
    page.click(".facets [data-name=type] a >> nth=0")
    heading = sync_api.expect(page.locator(".results h1"))  # the policy forbids evaluated words
    heading.not_to_have_text(before)
    assert int(page.inner_text(".results h1").split()[0]) < int(before.split()[0])
    assert "#/events?type=" in page.url
    page.go_back()
    heading.to_have_text(before)
    page.click(".results td.what a >> nth=0")
    page.wait_for_selector(".beside mark.lit")
    assert page.locator(".report").count()
    assert page.inner_text(".beside mark.lit")
    page.click(".beside a >> nth=0")
    page.wait_for_selector(".article h1")
    page.reload()
    page.wait_for_selector(".article .text mark")
    assert visit.faults == []
    assert {url for url in visit.asked if not url.startswith(server)} == set()


@pytest.mark.parametrize("path", ["/echoes", "/quotes", "/claims", "/narratives", "/campaigns",
                                  "/sources", "/articles", "/charts"])  # fmt: skip
def test_every_page_of_the_menu_opens(visit: Visit, server: str, path: str) -> None:
    page = visit.page
    page.goto(f"{server}#{path}")
    page.wait_for_selector("#main:not([aria-busy]) h1")
    assert page.inner_text("h1") != "This cannot be shown"
    if path == "/echoes":
        page.click("h2 a >> nth=0")
        page.wait_for_selector(".versions mark")
    if path == "/quotes":
        page.click(".facets a >> nth=0")
        page.wait_for_selector(".chip")
    page.wait_for_load_state("networkidle")
    assert visit.faults == []
    assert {url for url in visit.asked if not url.startswith(server)} == set()


def test_the_browser_counts_as_the_server_does(
    visit: Visit, server: str, corpus: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    news = shutil.copytree(corpus, tmp_path / "news")
    assert main(["export", str(news), "--as", "collection", "-o", str(copy),
                 "--not-after", "9999-12-31"]) == 0  # fmt: skip
    client_of(copy)
    library = Library(Collection.open(copy))
    library.prepare()
    page = visit.page
    page.goto(server)
    page.wait_for_selector("h1")
    ask = "async (address) => (await import('./static/lib/data.js')).load(address)"
    for words in FILTERS:
        query = Query(words)
        here = page.evaluate(ask, f"/events.json?{words}")
        there = json.loads(json.dumps(events_page(library, query)))
        assert here.pop("meta")
        if "q=" in words:  # the server reads `pol march` as beginnings of words too
            assert {row["id"] for row in there["rows"]} <= {row["id"] for row in here["rows"]}
            continue
        assert close(here.pop("points", {})) == close(there.pop("points", {})), words
        assert here == there, words
    for words in ("", "q=the&size=3", "outlet=nothing"):
        here = page.evaluate(ask, f"/quotes.json?{words}")
        there = json.loads(json.dumps(said_page(library, Query(words), "quote")))
        assert here.pop("meta")
        assert here == there, words


def close(points: dict[str, Any]) -> Any:
    """Points of the map, to a hundredth of a degree: they are rounded on the way."""

    def near(value: Any) -> Any:
        if isinstance(value, float | int):
            return round(value, 2)
        if isinstance(value, list):
            return [near(one) for one in value]
        return {k: near(v) for k, v in value.items()} if isinstance(value, dict) else value

    return near(points)
