"""The pages in a real browser (chromium where it is installed; skipped elsewhere).

Article texts with right-to-left script are invented.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import reportedly
from reportedly.audit import draw_sample
from reportedly.store import Collection

sync_api = pytest.importorskip("playwright.sync_api", reason="extra browser is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
if CHROMIUM is None:
    pytest.skip("no chromium here", allow_module_level=True)
FLAGS = ["--disable-gpu", "--no-first-run", "--disable-background-networking"]
if os.geteuid() == 0:
    FLAGS.append("--no-sandbox")
PAGES = ("/", "/events", "/events?type=PROTEST&texts=2", "/echoes", "/quotes", "/claims",
         "/narratives", "/campaigns", "/sources", "/articles", "/problems",
         "/review?by=anna", "/audit?by=anna", "/compare", "/charts")  # fmt: skip


class Explorer:
    """A running `reportedly explore` with a browser before it."""

    def __init__(self, folder: Path, browser: Any, *options: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reportedly", "explore", str(folder), "--no-browser", *options],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()
        self.base = self.address.split("/?")[0]
        self.asked: list[str] = []
        self.faults: list[str] = []
        self.context = browser.new_context(viewport={"width": 1280, "height": 900})

    def page(self) -> Any:
        """A page that has come in by the printed address."""
        page = self.context.new_page()
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._heard)
        page.goto(self.address)
        page.wait_for_selector("h1")
        return page

    def _heard(self, message: Any) -> None:
        if message.type == "error":
            self.faults.append(message.text)

    def close(self) -> None:
        self.context.close()
        self.process.terminate()
        self.process.wait(20)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def explorer(corpus: Path, browser: Any) -> Iterator[Explorer]:
    running = Explorer(corpus, browser)
    yield running
    running.close()


@pytest.fixture
def desk(own: Path, browser: Any) -> Iterator[Explorer]:
    running = Explorer(own, browser)
    yield running
    running.close()


def settled(page: Any, address: str) -> None:
    """Open an address and wait until its page is drawn."""
    page.goto(address)
    page.wait_for_selector("#main:not([aria-busy]) h1")


def test_the_first_screen_says_what_is_in_here(explorer: Explorer) -> None:
    page = explorer.page()
    assert "28 articles of 15 outlets" in page.inner_text("h1")
    assert "How much is copied" in page.inner_text("main")
    assert "token" not in page.url


def test_no_request_leaves_the_host_and_nothing_fails(explorer: Explorer) -> None:
    page = explorer.page()
    for path in PAGES:
        settled(page, explorer.base + path)
    page.wait_for_timeout(300)
    assert all(url.startswith((explorer.base, "data:")) for url in explorer.asked)
    assert explorer.faults == []


def test_a_filter_is_an_address(explorer: Explorer) -> None:
    page = explorer.page()
    settled(page, f"{explorer.base}/events?type=PROTEST")
    shown = page.inner_text("h1")
    assert all("Protest" in cell for cell in page.locator("td.what").all_inner_texts())
    page.locator(".facets a", has_text="Assault").click()
    sync_api.expect(page.locator("h1")).not_to_have_text(shown)
    assert "type=PROTEST&type=ASSAULT" in page.url
    page.go_back()
    sync_api.expect(page.locator("h1")).to_have_text(shown)


def test_brushing_the_timeline_filters_everything(explorer: Explorer) -> None:
    page = explorer.page()
    settled(page, f"{explorer.base}/events")
    whole = page.inner_text("h1")
    bars = page.locator(".timeline svg")
    bars.scroll_into_view_if_needed()
    box = bars.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.99, box["y"] + 20, steps=4)
    page.mouse.up()
    page.wait_for_url(re.compile("from=.*to="))
    sync_api.expect(page.locator("h1")).not_to_have_text(whole)


def test_a_value_lights_up_its_passage(explorer: Explorer) -> None:
    page = explorer.page()
    settled(page, f"{explorer.base}/events?sort=reports")
    page.locator("td.what a").first.click()
    page.wait_for_selector(".beside .text mark")
    value = page.locator(".report button.value").nth(1)
    value.click()
    key = value.get_attribute("data-key")
    sync_api.expect(page.locator(f".beside mark.lit[data-keys~='{key}']").first).to_be_visible()


def test_reviewing_by_keyboard_survives_a_reload(desk: Explorer) -> None:
    page = desk.page()
    settled(page, f"{desk.base}/review?by=anna")
    page.wait_for_selector(".report.chosen")
    event = page.locator(".desk h2 a").get_attribute("href")
    page.keyboard.press("a")
    sync_api.expect(page.locator(".said-line")).to_contain_text("Kept")
    page.keyboard.press("?")
    sync_api.expect(page.locator("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    settled(page, f"{desk.base}{event}")
    sync_api.expect(page.locator(".history")).to_contain_text("anna accepted")
    page.reload()
    sync_api.expect(page.locator(".history")).to_contain_text("anna accepted")


def test_correcting_and_taking_back_by_keyboard(desk: Explorer) -> None:
    page = desk.page()
    settled(page, f"{desk.base}/review?by=anna")
    page.wait_for_selector(".report.chosen")
    page.keyboard.press("e")
    page.select_option("#fix-field", "date")
    page.fill("#fix-value", "2024-02-01")
    page.locator("#form button.main").click()
    sync_api.expect(page.locator(".said-line")).to_contain_text("Kept: correct date")
    page.keyboard.press("u")
    sync_api.expect(page.locator(".said-line")).to_contain_text("Kept: undo")


def test_two_reviewers_at_once(desk: Explorer) -> None:
    anna, ben = desk.page(), desk.page()
    for page, name in ((anna, "anna"), (ben, "ben")):
        settled(page, f"{desk.base}/review?by={name}")
        page.wait_for_selector(".report.chosen")
    event = anna.locator(".desk h2 a").get_attribute("href")
    anna.keyboard.press("a")
    ben.keyboard.press("x")
    for page in (anna, ben):
        sync_api.expect(page.locator(".said-line")).to_contain_text("Kept")
    settled(anna, f"{desk.base}{event}")
    sync_api.expect(anna.locator(".history")).to_contain_text("anna accepted")
    sync_api.expect(anna.locator(".history")).to_contain_text("ben rejected")


def test_thirty_articles_are_coded_at_the_audit_desk(own: Path, browser: Any) -> None:
    rows = [
        {"id": f"more-{n}", "outlet": "The Coro Post", "published": "2024-03-18",
         "title": f"More news {n}", "text": f"Bakers marched in Cusco on Friday, page {n} says."}
        for n in range(2)
    ]  # fmt: skip
    source = own.parent / "more.jsonl"
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    reportedly.read([source], into=own)
    collection = Collection.open(own)
    collection.audits.add_sample(draw_sample(collection.documents(), 30))
    running = Explorer(own, browser)
    try:
        page = running.page()
        settled(page, f"{running.base}/audit?by=anna")
        for number in range(1, 31):
            article = page.locator(".queue [aria-current]")
            page.wait_for_selector(".coding")
            assert page.locator(".beside mark").count() == 0
            shown = page.locator(".work").get_attribute("data-article")
            if number % 3 == 0:  # the first line of the article as the passage
                page.evaluate(
                    "getSelection().selectAllChildren("
                    "document.querySelector('.beside [data-start]'))"
                )
                page.select_option("#code-type", "PROTEST")
                page.fill("#code-place", "Cusco")
                page.locator(".coding button.main").click()
                sync_api.expect(page.locator(".entered li")).to_have_count(1)
                assert page.input_value("#code-words") == ""
            assert article.count() == 1
            page.locator("#done").click()
            sync_api.expect(page.locator(".side")).to_contain_text(f"{number} of 30 done")
            if number < 30:
                sync_api.expect(page.locator(".work")).not_to_have_attribute("data-article", shown)
        assert running.faults == []
        codings = [coding for _, coding in collection.audits.codings(1, "anna")]
        assert sum(coding.kind == "done" for coding in codings) == 30
        told = [dict(coding.cells) for coding in codings if coding.kind == "report"]
        assert len(told) == 10
        assert all({"type", "place", "words", "start", "end"} <= set(cells) for cells in told)
    finally:
        running.close()


@pytest.fixture(scope="module")
def hostile(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Explorer]:
    """Articles that attack the page, and one in Persian; shown whole."""
    folder = tmp_path_factory.mktemp("browser")
    attack = "<img src=x onerror=\"document.title='hacked'\"><script>alert(1)</script>"
    rows = [
        {"text": f"Police arrested 14 people in Cusco on Friday. {attack}", "title": attack,
         "outlet": attack, "published": "2024-03-18"},
        {"text": "دانشجویان دانشگاه در شیراز تجمع کردند (گزارش BBC).\n\nپلیس روز جمعه سه نفر را "
                 "بازداشت کرد. این خبر ساختگی است و برای آزمایش نوشته شده است.",
         "title": "تجمع در شیراز", "outlet": "خبر", "published": "2024-03-18", "language": "fa"},
    ]  # fmt: skip
    source = folder / "articles.jsonl"
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    reportedly.read([source], into=folder / "news")
    running = Explorer(folder / "news", browser, "--restricted", "a test")
    yield running
    running.close()


def test_hostile_text_stays_text(hostile: Explorer) -> None:
    page = hostile.page()
    for path in ("/", "/events", "/articles", "/sources", "/quotes"):
        settled(page, hostile.base + path)
        assert page.title() != "hacked"
        assert page.locator("main img[src=x]").count() == 0
    settled(page, f"{hostile.base}/articles")
    page.get_by_role("link", name="onerror").first.click()
    page.wait_for_selector(".text")
    assert "onerror" in page.inner_text(".text")
    assert page.title() != "hacked"


def test_persian_runs_from_right_to_left(hostile: Explorer) -> None:
    page = hostile.page()
    settled(page, f"{hostile.base}/articles")
    page.get_by_role("link", name="تجمع در شیراز").click()
    text = page.locator(".text")
    text.wait_for()
    assert text.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert text.get_attribute("lang") == "fa"


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_fault_of_accessibility(explorer: Explorer, path: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = explorer.page()
    page.emulate_media(color_scheme=scheme)
    settled(page, explorer.base + path)
    page.wait_for_timeout(200)
    assert serious(axe.run(page)) == []
    page.close()


def test_event_and_article_pages_are_accessible(explorer: Explorer) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = explorer.page()
    settled(page, f"{explorer.base}/events?sort=reports")
    page.locator("td.what a").first.click()
    page.wait_for_selector(".beside .text mark")
    assert serious(axe.run(page)) == []
    page.locator(".beside a").first.click()
    page.wait_for_selector(".article .text")
    assert serious(axe.run(page)) == []
    settled(page, f"{explorer.base}/echoes")
    page.locator(".echo h2 a").first.click()
    page.wait_for_selector(".lanes")
    assert serious(axe.run(page)) == []


def serious(results: Any) -> list[str]:
    """The rules that are broken seriously, each with the first place."""
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:120]} {one['nodes'][0].get('failureSummary')}"
        for one in results.response["violations"]
        if one["impact"] in {"serious", "critical"}
    ]


def test_phone_width_needs_no_sideways_scrolling(explorer: Explorer) -> None:
    page = explorer.page()
    page.set_viewport_size({"width": 380, "height": 800})
    for path in ("/", "/events", "/echoes", "/claims", "/review?by=anna"):
        settled(page, explorer.base + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 381, path
