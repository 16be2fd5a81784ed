"""Task `scoring`: the invented corpus (or the seed) end to end, by its own scorer.

The data is a folder with `articles.jsonl` and `gold.json`; without one, the corpus in the repo.
`--half a` or `b` reads and scores the articles of one half alone, where the rows tell theirs.
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


def run(data: Path | None, half: str | None = None) -> dict[str, Any]:
    """Read, link, export and score; the JSON of the scorer."""
    articles, gold = files_of(data)
    wanted = json.loads(gold.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        if half is not None:
            rows = [r for r in articles.read_text("utf-8").splitlines() if half_of(r) == half]
            articles = Path(folder) / "articles.jsonl"
            articles.write_text("\n".join(rows), "utf-8")
            wanted = gold_of(wanted, {json.loads(row)["id"] for row in rows})
        scores, errors = score.score(wanted, predictions(articles))
    return {"scores": scores, "errors": errors}


def half_of(row: str) -> str | None:
    """The half of its corpus to which a row of articles belongs; None where it tells none."""
    half: str | None = json.loads(row).get("half")
    return half


def gold_of(gold: dict[str, Any], articles: set[str]) -> dict[str, Any]:
    """The gold of some articles; events, echoes and campaigns lie wholly in them or outside."""
    kept = {
        "articles": [one for one in gold["articles"] if one["id"] in articles],
        "echoes": [
            one
            for one in gold["echoes"]
            if {member["article"] for member in one["members"]} <= articles
        ],
    }
    reports = {report["id"] for article in kept["articles"] for report in article["reports"]}
    kept["events"] = [one for one in gold["events"] if set(one["reports"]) <= reports]
    events = {event["id"] for event in kept["events"]}
    kept["campaigns"] = [one for one in gold["campaigns"] if set(one["events"]) <= events]
    return {**gold, **kept}


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
