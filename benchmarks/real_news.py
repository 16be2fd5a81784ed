"""Task `real-news`: articles that were published, end to end, by the scorer of the invented ones.

`real/articles.jsonl` names texts of the gold folders by `source` (file), `key` and `end` (the first
characters of the text alone are read), with the day of publication and the `half`. `real/gold.json`
has their records in the schema of the invented corpora, without a word of the texts: a span has no
`text`, and a string is `{"at": [start, end]}` where the text of its article has it (in `names`
`{"in": article, "at": …}`). `--half a` or `b` scores one half alone.
"""

from __future__ import annotations

import json
import tempfile
from itertools import product
from pathlib import Path
from typing import Any

from benchmarks import scoring
from benchmarks.gold import gold_rows, shared_gold

_FOLDER = Path(__file__).with_name("real")
_IDENTITY = ("id", "doc")
_TEXT = ("text", "body")

table = scoring.table


def run(data: Path | None, half: str | None = None) -> dict[str, Any]:
    """Read, link, export and score the articles of the gold folder (`data`, else the shared one).

    Raises:
        ValueError: if the folder is not found, or lacks one of the texts.
    """
    with tempfile.TemporaryDirectory() as name:
        write_corpus(data or shared_gold(), Path(name))
        return scoring.run(Path(name), half)


def write_corpus(gold: Path, folder: Path) -> None:
    """Write the texts and their records as `articles.jsonl` and `gold.json` into a folder.

    Raises:
        ValueError: if the gold folder lacks one of the texts.
    """
    rows = [json.loads(row) for row in (_FOLDER / "articles.jsonl").read_text("utf-8").splitlines()]
    texts = _texts(gold, rows)
    articles = [
        {
            "id": row["id"],
            "half": row["half"],
            "url": f"https://real.example/{row['id']}",
            "outlet": "",
            "published": row["published"],
            "language": "en",
            "title": "",
            "text": texts[row["id"]],
        }
        for row in rows
    ]
    told = json.loads((_FOLDER / "gold.json").read_text("utf-8"))
    wanted = {
        **told,
        "articles": [_restored(one, texts, one["id"]) for one in told["articles"]],
        "events": [_restored(one, texts, one["id"].split("-")[0]) for one in told["events"]],
        "names": _names(_restored(told["names"], texts)),
    }
    lines = "\n".join(json.dumps(article, ensure_ascii=False) for article in articles)
    (folder / "articles.jsonl").write_text(lines, "utf-8")
    (folder / "gold.json").write_text(json.dumps(wanted, ensure_ascii=False), "utf-8")


def _texts(gold: Path, rows: list[dict[str, Any]]) -> dict[str, str]:
    found: dict[tuple[str, str], str] = {}
    for source in sorted({row["source"] for row in rows}):
        for identity, text in product(_IDENTITY, _TEXT):
            for given, _ in gold_rows(gold / source, (identity, text), identity):
                found[source, str(given[identity])] = given[text]
    lacking = [row["id"] for row in rows if (row["source"], str(row["key"])) not in found]
    if lacking:
        raise ValueError(f"real-news lacks the texts of {', '.join(lacking)} under {gold}")
    return {row["id"]: found[row["source"], str(row["key"])][: row["end"]] for row in rows}


def _restored(value: Any, texts: dict[str, str], article: str = "") -> Any:  # noqa: ANN401  # JSON
    """A value of the gold with the strings of the texts to which it points."""
    if isinstance(value, list):
        return [_restored(one, texts, article) for one in value]
    if not isinstance(value, dict):
        return value
    if "at" in value:
        start, end = value["at"]
        return texts[value.get("in", article)][start:end]
    found = {key: _restored(one, texts, article) for key, one in value.items()}
    if isinstance(found.get("start"), int) and isinstance(found.get("end"), int):
        found.setdefault("text", texts[article][found["start"] : found["end"]])
    return found


def _names(rows: list[dict[str, Any]]) -> dict[str, list[str]]:
    return {row["name"]: row["aliases"] for row in rows}
