"""The folder of an audit: the sample, an empty sheet, how to code, and the texts on demand."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.audit.sheet import COLUMNS
from reportedly.errors import OptionError
from reportedly.export.files import Files, csv_rows
from reportedly.export.manifest import program
from reportedly.records import Article, Sample
from reportedly.store import Collection

SAMPLE_COLUMNS = ("number", "article", "input_id", "outlet", "credit", "published", "stratum",
                  "weight", "text_id")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One line of sample.csv; outlet and credit may be mended by the coder."""

    article: str
    input_id: str | None
    outlet: str | None
    credit: str | None
    stratum: str
    weight: float
    text_id: str


def write_folder(
    collection: Collection, sample: Sample, number: int, folder: Path, *, with_texts: bool
) -> int:
    """Write sample.csv, codes.csv, README.md and audit.json; texts/ too where wanted.

    Returns how many articles were written.

    Raises:
        OptionError: if the folder holds codes already, or cannot be written.
    """
    if (folder / "codes.csv").exists():
        raise OptionError(f"{folder} holds a coding sheet already: choose another folder")
    try:
        (folder / "texts" if with_texts else folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OptionError(f"cannot write {folder}: {error.strerror}") from None
    with Files(folder / "sample.csv") as files:
        write_row = csv_rows(files.text(), SAMPLE_COLUMNS)
        for at, one in enumerate(sample.articles, start=1):
            article = collection.article(one.article_id, one.text_id)
            if article is None:
                continue
            write_row(
                {
                    "number": at,
                    "article": one.article_id,
                    "input_id": article.input_id,
                    "outlet": article.outlet,
                    "credit": article.credit,
                    "published": article.published,
                    "stratum": one.stratum,
                    "weight": one.weight,
                    "text_id": one.text_id,
                }
            )
            if with_texts:
                _write_text(folder / "texts" / f"{at:04}.txt", article)
    with Files(folder / "codes.csv") as files:
        csv_rows(files.text(), COLUMNS)
    with Files(folder / "audit.json") as files:
        json.dump(manifest(sample, number), files.text(), ensure_ascii=False, indent=1)
    with Files(folder / "README.md") as files:
        files.text().write(_HOW_TO)
    return len(sample.articles)


def manifest(sample: Sample, number: int) -> dict[str, Any]:
    """Where a sample comes from, as plain values."""
    strata = Counter(one.stratum for one in sample.articles)
    of = {one.stratum: round(one.weight * strata[one.stratum]) for one in sample.articles}
    return {
        "sample": number,
        "program": program(),
        "analysers": list(sample.analysers),
        "seed": sample.seed,
        "stratified_by": sample.by,
        "articles_in_the_collection": sample.population,
        "articles_drawn": len(sample.articles),
        "strata": {name: {"drawn": strata[name], "of": of[name]} for name in sorted(strata)},
    }


def read_manifest(folder: Path) -> Mapping[str, Any]:
    """The manifest beside a sample; empty where there is none or it cannot be read."""
    try:
        found = json.loads((folder / "audit.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def read_members(path: Path) -> tuple[Member, ...]:
    """The lines of sample.csv.

    Raises:
        OptionError: if it is not there or lacks a column.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise OptionError(f"cannot read {path}: {error}") from None
    try:
        return tuple(
            Member(
                article=row["article"],
                input_id=row["input_id"] or None,
                outlet=row["outlet"] or None,
                credit=row["credit"] or None,
                stratum=row["stratum"] or "all",
                weight=float(row["weight"] or 1),
                text_id=row["text_id"],
            )
            for row in rows
        )
    except (KeyError, TypeError, ValueError) as error:
        raise OptionError(f"{path} is no sample of an audit: {error}") from None


def _write_text(path: Path, article: Article) -> None:
    head = f"{article.outlet or 'unknown outlet'}, {article.published or 'undated'}\n"
    title = f"{article.title}\n" if article.title else ""
    path.write_text(f"{article.article_id}\n{head}{title}\n{article.text}\n", encoding="utf-8")


_HOW_TO = """# How to code this sample

`sample.csv` lists the articles in the order of coding. Write what each reports into `codes.csv`,
without looking at what the program found: one row for each act that the article reports, by the
codebook that you audit against (PLOVER's 16 types). An article that reports none gets one row with
its id and the type `NONE`; an article without a row counts as not coded yet. You may stop early:
the order is random, so what you have coded is a sample too.

| column | what to write |
|---|---|
| article | the article's id, or its input_id |
| report | a name of your own for this row, if another row refers to it |
| type | a PLOVER type, or `NONE` |
| mode | its mode; empty is not scored, `none` means that it has none |
| status | `actual` (or empty), `planned`, `threatened`, `denied`, `retold` (an older act) |
| actors, recipients | names, by semicolon; empty where the article names nobody |
| place, country | the place as the article spells it, the country in two letters |
| latitude, longitude | optional: then any spelling within 25 km is right |
| first_day, last_day | YYYY-MM-DD; empty where the article gives none |
| crowd, killed, injured, arrested, missing | `3`, `200-300`, `100+`, `up to 50`; by semicolon |
| speakers | who says so, outermost first: `ministry > police`; empty is the outlet's own voice |
| words | the passage that tells it, copied from the text |
| start, end | its characters, where you have them |

Doubts have columns of their own, which you may add: see docs/audit.md of the program. Two names
for one actor go into `names.csv` (columns `name`, `alias`).

Then: `reportedly audit NEWS --codes codes.csv -o report`
"""
