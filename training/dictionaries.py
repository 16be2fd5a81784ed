"""Make the dictionaries by which a collection packs texts, articles and analyses.

    python -m training.dictionaries FOLDER

A dictionary holds what short documents of a kind have in common, so that zstd need not write it
again in each. They are made of our own invented sentences (`training/sentences`), set together
to articles, and of what this program finds in them. Collections name a dictionary by its number and
cannot be read without it: a new one needs a new number, and the files of former ones stay.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TypeAlias

import zstandard

from reportedly.analysis import analyse_article
from reportedly.codec import encode, to_columns
from reportedly.records import Article
from reportedly.resources import load_resources
from reportedly.store.packing import BESIDE, DICTIONARIES

SENTENCES = Path(__file__).parent / "sentences"
SIZES = {"text": 64 * 1024, "article": 4 * 1024, "analysis": 64 * 1024}
SEED = 7
Content: TypeAlias = "bytes | bytearray | memoryview[int]"  # what zstandard trains on
_BRACKETS = re.compile(r"[\[\]]")


def articles() -> Iterator[Article]:
    """The sentences in a fixed random order, six to twenty-four an article."""
    chance = random.Random(SEED)
    lines = [line for file in sorted(SENTENCES.glob("*.jsonl")) for line in file.open("rb")]
    sentences = [_BRACKETS.sub("", json.loads(line)["text"]) for line in lines]
    chance.shuffle(sentences)
    first = date(2015, 1, 1)
    while sentences:
        taken, sentences = sentences[: (size := chance.randint(6, 24))], sentences[size:]
        paragraphs = [" ".join(taken[at : at + 3]) for at in range(0, len(taken), 3)]
        yield _article(paragraphs, first + timedelta(days=chance.randrange(3650)))


def _article(paragraphs: Sequence[str], published: date) -> Article:
    text = "\n".join(paragraphs)
    name = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        article_id=name,
        raw_id=name,
        text_id=name,
        text=text,
        url=f"https://www.example.org/news/{published:%Y/%m/%d}/{name[:8]}.html",
        outlet="Example Times",
        outlet_basis="page",
        title=paragraphs[0].partition(".")[0],
        published=published,
        published_basis="page",
        language="en",
    )


def samples() -> dict[str, list[Content]]:
    """What is packed of each kind."""
    resources = load_resources()
    found: dict[str, list[Content]] = {name: [] for name in DICTIONARIES}
    for article in articles():
        told = {key: value for key, value in encode(article).items() if key not in BESIDE}
        found["text"].append(article.text.encode())
        found["article"].append(_json(told))
        found["analysis"].append(_json(to_columns(analyse_article(article, resources))))
    return found


def _json(data: object) -> bytes:
    return json.dumps(data, separators=(",", ":")).encode("ascii")


def main(folder: Path) -> None:
    """Write one file a kind."""
    for name, content in samples().items():
        number = DICTIONARIES[name]
        made = zstandard.train_dictionary(SIZES[name], content, dict_id=number)
        (folder / f"{number}.zdict").write_bytes(made.as_bytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
