"""Task `speed`: the whole document level beside parsing alone, in one run.

Both are timed article by article in CPU seconds of one process, so that a busy machine changes
both alike. The data is a folder or file of articles as `reportedly read` takes them.
"""

from __future__ import annotations

import resource
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from reportedly.analysis import analyse_article
from reportedly.extract import extract, load_extract_resources
from reportedly.ingest import read_inputs
from reportedly.records import Article, RawDocument
from reportedly.resources import load_resources

_WARM_UP = 3
_REPO_SAMPLE = Path(__file__).parents[1] / "src" / "reportedly" / "data" / "sample"


def run(data: Path | None, limit: int = 200) -> dict[str, Any]:
    """Time up to `limit` articles; CPU seconds, a ratio, and the peak memory in MB."""
    started = time.process_time()
    resources = load_resources()
    load_seconds = time.process_time() - started
    articles = list(islice(_articles(data or _REPO_SAMPLE), limit))
    for article in articles[:_WARM_UP]:
        analyse_article(article, resources)
    parsing, whole, words = [], [], 0
    for number, article in enumerate(articles):
        # the first look at a text pays for its new words: untimed; then each leads in turn
        resources.parser(article)
        if number % 2:
            parsing.append(_seconds(partial(resources.parser, article)))
            whole.append(_seconds(partial(analyse_article, article, resources)))
        else:
            whole.append(_seconds(partial(analyse_article, article, resources)))
            parsing.append(_seconds(partial(resources.parser, article)))
        words += len(article.text.split())
    return {
        "n": len(articles),
        "words": words,
        "load_seconds": round(load_seconds, 2),
        "articles_per_second": round(len(articles) / sum(whole), 2),
        "words_per_second": round(words / sum(whole)),
        "parsing_articles_per_second": round(len(articles) / sum(parsing), 2),
        "ratio_to_parsing": round(sum(whole) / sum(parsing), 3),
        "median_ratio_to_parsing": round(
            statistics.median(w / p for w, p in zip(whole, parsing, strict=True)), 3
        ),
        "rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _seconds(work: Callable[[], object]) -> float:
    """CPU seconds of this process that some work takes."""
    before = time.process_time()
    work()
    return time.process_time() - before


def _articles(data: Path) -> Iterator[Article]:
    resources = load_extract_resources()
    for raw in read_inputs([data]):
        if isinstance(raw, RawDocument):
            article = extract(raw, resources)
            if isinstance(article, Article):
                yield article


def table(result: dict[str, Any]) -> str:
    """One figure a line."""
    return "\n".join(f"{key:<32} {value}" for key, value in result.items())
