"""Takes the pictures of docs/explorer.md: `python docs/screenshots.py` (extra `browser`)."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

import reportedly

PICTURES = Path(__file__).parent / "pictures"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def main() -> None:
    """Read the sample, serve it, and keep a picture of every page."""
    with (
        tempfile.TemporaryDirectory() as folder,
        as_file(files("reportedly.data") / "sample" / "articles.jsonl") as sample,
    ):
        news = Path(folder) / "sample"
        reportedly.read([sample], into=news)
        command = [sys.executable, "-m", "reportedly", "explore", str(news), "--no-browser"]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert server.stdout is not None
        try:
            take(server.stdout.readline().strip())
        finally:
            server.terminate()
            server.wait()


def take(address: str) -> None:
    """Keep the pictures: each page in the light, one in the dark, one as wide as a telephone."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 1200, "height": 760})
        page.goto(address)
        base = address.partition("/?")[0]
        addresses = addresses_of(lambda path: page.request.get(base + path).json())
        for name, path in addresses.items():
            keep(page, base + path, name)
        page.emulate_media(color_scheme="dark")
        keep(page, base + addresses["event"], "event-dark")
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 390, "height": 760})
        keep(page, f"{base}/events", "events-phone")
        browser.close()


def addresses_of(data: Callable[[str], Any]) -> dict[str, str]:
    """The address of each page by the name of its picture; records about which most is told."""
    events = data("/events.json?sort=reports")["rows"]
    event = max(events, key=lambda row: (row["denials"] > 0, row["reports"]))["id"]
    told = data(f"/events/{event}.json")
    return {
        "overview": "/",
        "events": "/events",
        "event": f"/events/{event}",
        "article": f"/articles/{told['reports'][0]['article']['id']}",
        "echoes": "/echoes",
        "echo": f"/echoes/{data('/echoes.json')['rows'][0]['id']}",
        **{name: f"/{name}" for name in ("quotes", "claims", "narratives", "campaigns", "sources")},
        "problems": "/problems",
        "review": "/review?by=anna",
    }


def keep(page: Page, address: str, name: str) -> None:
    """Keep a picture of a page."""
    page.goto(address)
    page.wait_for_selector("#main:not([aria-busy]) h1")
    page.wait_for_timeout(800)
    page.screenshot(path=PICTURES / f"{name}.jpg", type="jpeg", quality=66)


if __name__ == "__main__":
    main()
