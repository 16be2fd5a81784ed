"""Task `reading`: articles read into a collection, at sizes that grow by ten.

Made-up articles of some 300 words go through the true run, store and index; what is found in them
comes from a stand-in, so that these are the costs of keeping, beside analysis. Of each size, in a
process of its own: CPU seconds, milliseconds an article, the peak of memory, and the bytes of
collection.db over those of the texts. `time_power` is the power of the size by which time grew
between the last two (1 is linear), `memory_growth` the largest peak over the smallest (flat: up to
1.15). No data is read.

    REPORTEDLY_READING=100000 python -m benchmarks reading    # sizes of 1,000, 10,000 and 100,000
"""

from __future__ import annotations

import hashlib
import math
import multiprocessing
import os
import random
import resource
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reportedly.find.fingerprint import fingerprint
from reportedly.records import (
    Actor,
    Analysis,
    Article,
    DateValue,
    Entity,
    Evidence,
    Found,
    Link,
    Place,
    RawDocument,
    Report,
)
from reportedly.run import Outcome, Work
from reportedly.run import run as run_inputs
from reportedly.store import Collection

_SMALLEST, _LARGEST = 1_000, int(os.environ.get("REPORTEDLY_READING", "10000"))
_WORDS = 300
_REPORTS = 4
_SYLLABLES = ("ba", "do", "ki", "lu", "me", "na", "po", "ra", "se", "ti", "vo", "zu")
_FIRST = date(2015, 1, 1)


def run(_data: Path | None) -> dict[str, Any]:
    """Read each size into a new collection."""
    sizes = [_SMALLEST]
    while sizes[-1] * 10 <= _LARGEST:
        sizes.append(sizes[-1] * 10)
    found = {size: _alone(size) for size in sizes}
    peaks = [figures["peak_mb"] for figures in found.values()]
    last, before = sizes[-1], sizes[max(0, len(sizes) - 2)]
    grown = found[last]["cpu_seconds"] / found[before]["cpu_seconds"]
    return {
        "sizes": found,
        "time_power": None if last == before else round(math.log(grown, last / before), 2),
        "memory_growth": round(max(peaks) / min(peaks), 2),
    }


def _alone(size: int) -> dict[str, float]:
    """In a fresh process, whose memory is this run's alone."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=context) as process:
        return process.submit(read, size).result()


def read(size: int) -> dict[str, float]:
    """Read so many articles and take them into the index."""
    with TemporaryDirectory() as folder:
        collection = Collection.create(Path(folder, "news"))
        before = time.process_time()
        with collection.lock("read"):
            run_inputs(made_up(size), collection, make_work)
            collection.update_index()
        spent = time.process_time() - before
        texts = sum(len(article.text.encode()) for article in collection.articles())
        kept = Path(folder, "news", "collection.db").stat().st_size
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "cpu_seconds": round(spent, 1),
        "ms_an_article": round(1000 * spent / size, 2),
        "peak_mb": round(peak),
        "collection_to_text": round(kept / texts, 2),
    }


def made_up(count: int) -> Iterator[RawDocument]:
    """Articles of invented words, each its own."""
    for number in range(count):
        dice = random.Random(number)
        words = [dice.choice(_SYLLABLES) + dice.choice(_SYLLABLES) for _ in range(_WORDS)]
        for place in range(7, _WORDS, 23):
            words[place] = words[place].capitalize()
        content = f"{number}\n{' '.join(words)}.".encode()
        raw_id = hashlib.sha256(content).hexdigest()
        yield RawDocument(raw_id=raw_id, content=content, media="text", source=f"{number}.txt")


def make_work() -> Work:
    """The stand-in for extraction and analysis."""
    return _read


def _read(raw: RawDocument) -> Outcome:
    number, text = raw.content.decode().split("\n", 1)
    published = _FIRST + timedelta(days=int(number) % 3000)
    article = Article(
        article_id=hashlib.sha256(number.encode()).hexdigest(),
        raw_id=raw.raw_id,
        text_id=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        outlet=f"The {number[-1]} Herald",
        outlet_basis="input",
        published=published,
        published_basis="input",
        language="en",
    )
    names = [_passage(article, word) for word in text.split() if word[0].isupper()]
    entities = tuple(
        Entity(entity_id=f"e{place}", name=name.quote, kind="unknown", mentions=(name,))
        for place, name in enumerate(names, start=1)
    )
    analysis = Analysis(
        analyser="stand-in",
        article_id=article.article_id,
        text_id=article.text_id,
        entities=entities,
        reports=tuple(_report(article, name, entities[0]) for name in names[:_REPORTS]),
        fingerprint=fingerprint(text),
    )
    return Outcome(raw=raw, article=article, analysis=analysis)


def _passage(article: Article, word: str) -> Evidence:
    start = article.text.index(word)
    return Evidence(text_id=article.text_id, start=start, end=start + len(word), quote=word)


def _report(article: Article, told: Evidence, who: Entity) -> Report:
    when = DateValue(earliest=article.published, latest=article.published, granularity="day")
    actor = Actor(name=who.name, entity_id=who.entity_id)
    place = Place(name=told.quote, gazetteer_id=str(told.start), lat=1.5, lon=2.5, country="XX")
    said = Link(name=article.outlet or "", kind="outlet", stance="states", private=False)
    key = f"{article.article_id} {told.start}".encode()
    return Report(
        report_id=hashlib.sha256(key).hexdigest(),
        article_id=article.article_id,
        type="PROTEST",
        mode="demo",
        act="march",
        trigger=told,
        evidence=told,
        realis="actual",
        polarity="positive",
        retold=False,
        attributions=((said,),),
        actors=(Found(value=actor, evidence=told, made_by="stand-in"),),
        place=Found(value=place, evidence=told, made_by="stand-in"),
        date=Found(value=when, evidence=told, made_by="stand-in"),
        made_by="stand-in",
    )


def table(result: dict[str, Any]) -> str:
    """A line a size, then how both grow."""
    lines = [
        f"{size:>9,} articles  " + "  ".join(f"{name} {value}" for name, value in figures.items())
        for size, figures in result["sizes"].items()
    ]
    lines += [f"{name} {result[name]}" for name in ("time_power", "memory_growth")]
    return "\n".join(lines)
