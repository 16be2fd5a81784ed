"""Task `scoring`: the invented corpus (or the seed) end to end, by its own scorer.

The data is a folder with `articles.jsonl` and `gold.json`; without one, the corpus in the repo.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import reportedly
from benchmarks.vendored import score

_REPO = Path(__file__).parents[1]
_GOLD = _REPO / "benchmarks" / "invented" / "gold.json"
_ARTICLES = _REPO / "src" / "reportedly" / "data" / "sample" / "articles.jsonl"


def run(data: Path | None) -> dict[str, Any]:
    """Read, link, export and score; the JSON of the scorer."""
    articles, gold = files_of(data)
    scores, errors = score.score(json.loads(gold.read_text("utf-8")), predictions(articles))
    return {"scores": scores, "errors": errors}


def files_of(data: Path | None) -> tuple[Path, Path]:
    """The articles and the gold of a folder."""
    if data is None:
        return _ARTICLES, _GOLD
    folder = data if data.is_dir() else data.parent
    articles = folder / "articles.jsonl"
    return (articles if articles.exists() else _ARTICLES), folder / "gold.json"


def predictions(articles: Path) -> dict[str, Any]:
    """What `read`, `link` and `export --as scoring` give for a file of articles."""
    with tempfile.TemporaryDirectory() as folder:
        news = Path(folder) / "news"
        reportedly.read([articles], into=news)
        return reportedly.open(news).scoring()


def table(result: dict[str, Any]) -> str:
    """The lines that the scorer prints."""
    return "\n".join(score.show(label, value) for label, value in result["scores"].items())
