"""Task `speed`: the whole document level beside parsing alone, in one run.

Both are timed article by article in CPU seconds of one process, so that a busy machine changes
both alike. `stages` are the CPU seconds of each stage over those of parsing; `coding_to_parsing`
is that of the coder of events with its classifiers, `classifier_to_parsing` that of the classifiers
alone. `articles_per_second_by_workers` is by the clock, `peers_to_parsing` are other packages where
they are installed, `stored_to_text` and `collection_to_text` what a collection keeps (see
`speed_beside`).
The data is a folder or file of articles as `reportedly read` takes them.
"""

from __future__ import annotations

import resource
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.speed_beside import peers, pooled, stored
from reportedly.analysis import Resources, analyse_article
from reportedly.extract import extract, load_extract_resources
from reportedly.find.actors import find_actors
from reportedly.find.claims import find_claims
from reportedly.find.coreference import find_entities
from reportedly.find.dates import find_dates
from reportedly.find.events import find_reports
from reportedly.find.fingerprint import fingerprint
from reportedly.find.places import find_places
from reportedly.find.quotes import find_quotes
from reportedly.find.reading import Reading
from reportedly.ingest import read_inputs
from reportedly.records import Article, RawDocument
from reportedly.resources import load_resources

T = TypeVar("T")
_WARM_UP = 3
_REPO_SAMPLE = Path(__file__).parents[1] / "src" / "reportedly" / "data" / "sample"


def run(data: Path | None, limit: int = 200) -> dict[str, Any]:
    """Time up to `limit` articles; CPU seconds, a ratio, and the peak memory in MB."""
    started = time.process_time()
    resources = load_resources()
    load_seconds = time.process_time() - started
    articles = list(islice(articles_of(data or _REPO_SAMPLE), limit))
    for article in articles[:_WARM_UP]:
        analyse_article(article, resources)
    parsing, whole, words = [], [], 0
    stages: Counter[str] = Counter()
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
        stages.update(_stages(article, resources))
    ratios = {name: round(spent / stages["parse"], 3) for name, spent in stages.items()}
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
        "coding_to_parsing": ratios["events with classifiers"],
        "classifier_to_parsing": round(ratios["events with classifiers"] - ratios["events"], 3),
        "stages": {name: ratio for name, ratio in ratios.items() if name != "parse"},
        "rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        **pooled(articles),
        "peers_to_parsing": peers(articles, resources.parser),
        **stored(articles, resources),
    }


def _stages(article: Article, resources: Resources) -> dict[str, float]:
    """CPU seconds of each stage on one article; later stages get what earlier ones found."""
    spent: dict[str, float] = {}

    def timed(name: str, work: Callable[[], T]) -> T:
        before = time.process_time()
        found = work()
        spent[name] = time.process_time() - before
        return found

    gazetteer, registry = resources.gazetteer, resources.actors
    document = timed("parse", lambda: resources.parser(article))
    places = timed("places", lambda: find_places(document, gazetteer) if gazetteer else ())
    dates = timed("dates", lambda: find_dates(document))
    entities = timed("coreference", lambda: find_entities(document, registry))
    said = timed("quotes", lambda: find_quotes(document, entities, resources.verbs))
    actors = timed("actors", lambda: find_actors(document, entities, places, registry))
    reading = Reading(
        document=document,
        places=places,
        dates=dates,
        entities=entities,
        actors=actors,
        quotes=said.quotes,
        scopes=said.scopes,
    )
    rules = resources.events
    timed("events", lambda: find_reports(reading, rules))
    reports = timed(
        "events with classifiers",
        lambda: find_reports(
            reading, rules, classifier=resources.event_types, act_words=resources.act_words
        ),
    )
    timed("claims", lambda: find_claims(reading, reports, resources.claims))
    timed("fingerprint", lambda: fingerprint(article.text))
    return spent


def _seconds(work: Callable[[], object]) -> float:
    """CPU seconds of this process that some work takes."""
    before = time.process_time()
    work()
    return time.process_time() - before


def articles_of(data: Path) -> Iterator[Article]:
    """The articles of a file or folder of documents; those that give none are left out."""
    resources = load_extract_resources()
    for raw in read_inputs([data]):
        if isinstance(raw, RawDocument):
            article = extract(raw, resources)
            if isinstance(article, Article):
                yield article


def table(result: dict[str, Any]) -> str:
    """One figure a line."""
    return "\n".join(f"{key:<32} {value}" for key, value in result.items())
