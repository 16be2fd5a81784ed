"""Takes the pictures of docs/explorer.md: `python docs/screenshots.py` (extra `browser`)."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

from playwright.sync_api import sync_playwright

import reportedly

PICTURES = Path(__file__).parent / "pictures"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def main() -> None:
    """Read the sample, serve it, and keep a picture of three pages."""
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
            take(server.stdout.readline().strip(), event_of(news))
        finally:
            server.terminate()
            server.wait()


def event_of(news: Path) -> str:
    """The event about which most is told."""
    rows = reportedly.open(news).events()
    return str(max(rows, key=lambda row: (row["denials"] > 0, row["reports"]))["id"])


def take(address: str, event: str) -> None:
    """Keep the pictures."""
    base = address.partition("/?")[0]
    pages = {"overview": "/", "event": f"/events/{event}", "review": "/review?by=anna"}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 1200, "height": 760})
        page.goto(address)
        for name, path in pages.items():
            page.goto(base + path)
            page.wait_for_selector("#main:not([aria-busy]) h1")
            page.wait_for_timeout(800)
            page.screenshot(path=PICTURES / f"{name}.jpg", type="jpeg", quality=72)
        browser.close()


if __name__ == "__main__":
    main()
