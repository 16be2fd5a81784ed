"""Task `scale`: how time and memory of linking grow with the collection, on generated articles.

No data needed. Collections of growing size (1,000 to 10,000 articles; 100,000 with
`REPORTEDLY_SCALE=100000`) of made-up words, in which is known who copies whom and which reports
tell one event. Every page carries one furniture line, so that its 3-grams stand in all of them.
  `ms_per_article`, `link_seconds`, `rss_mb`  at the largest size, of `link` alone;
  `growth`  exponent of time between the two largest sizes (1 linear, 2 quadratic);
  `copies_recall`, `copies_precision`  of planted pairs of copies, joined as one family;
  `event_f1`  B-cubed of the reports over all planted events;
  `narratives`  found among one claim an article; copies repeat those of what they copy;
  `added_seconds`  linking once more when the newest hundredth of the articles was added, with
      the memory of the linking before (`added_share` of `link_seconds_with_memory`, which is of
      linking all of it with an empty memory), and `added_same`: whether both gave the same;
  `equal_seconds`  of as many articles with one and the same text: one family, one event.
"""

from __future__ import annotations

import hashlib
import math
import os
import random
import resource
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.coreference_scores import b_cubed
from reportedly.corpus.library import InMemory
from reportedly.corpus.link import Links, link, link_library
from reportedly.find.fingerprint import fingerprint
from reportedly.records import (
    Actor,
    Analysis,
    Article,
    Claim,
    DateValue,
    Evidence,
    Found,
    Link,
    Place,
    Report,
)
from reportedly.store.remembered import LinkMemory

_SEED = 4
_SIZES = (1_000, 3_000, 10_000)
_FURNITURE = "Sign up to our morning letter and never miss a story from the region again."
_SENTENCES, _WORDS = 9, 16
_VOCABULARY = 20_000
_OUTLETS = 200
_DAYS = 365
_MODES = ("demo", "strike", "firearms", "arrest")
_TYPES = {"demo": "PROTEST", "strike": "PROTEST", "firearms": "ASSAULT", "arrest": "COERCE"}


@dataclass(frozen=True, slots=True)
class Collection:
    """Generated articles with what is known of them."""

    articles: list[Article]
    analyses: list[Analysis]
    copies: dict[str, str]  # article → the article that it was made from
    events: dict[str, str]  # report → planted event


def run(data: Path | None) -> dict[str, Any]:
    """Link generated collections of growing size; `data` is not read."""
    del data
    largest = int(os.environ.get("REPORTEDLY_SCALE", _SIZES[-1]))
    sizes = sorted({size for size in (*_SIZES, largest) if size <= largest})
    seconds: dict[int, float] = {}
    peak: dict[int, int] = {}
    result: dict[str, Any] = {}
    for size in sizes:
        collection = generate(size)
        started = time.process_time()
        links = link(collection.articles, collection.analyses)
        seconds[size] = time.process_time() - started
        peak[size] = _peak()
        result = _quality(collection, links) | {"narratives": len(links.narratives)}
        del links
    del collection
    result |= _added(generate(min(sizes[-1], _SIZES[-1])))
    result |= _equal(sizes[-1])
    before, last = sizes[-2:] if len(sizes) > 1 else (sizes[-1], sizes[-1])
    ratio = math.log(last / before)
    return {
        **result,
        "articles": last,
        "link_seconds": round(seconds[last], 1),
        "ms_per_article": round(1000 * seconds[last] / last, 2),
        "ms_per_article_by_size": {n: round(1000 * s / n, 2) for n, s in seconds.items()},
        "growth": round(math.log(seconds[last] / seconds[before]) / ratio, 2) if ratio else None,
        "rss_mb": peak[last],
        "rss_mb_by_size": peak,
    }


def _peak() -> int:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _added(collection: Collection) -> dict[str, Any]:
    """Link all but the newest hundredth, then all; and all at once, with the same ledger."""
    documents = sorted(
        zip(collection.articles, collection.analyses, strict=True),
        key=lambda one: (str(one[0].published), one[0].article_id),
    )
    before = InMemory(*zip(*documents[: len(documents) - len(documents) // 100], strict=True))
    whole = InMemory(*zip(*documents, strict=True))
    with TemporaryDirectory() as folder:
        memory = LinkMemory(Path(folder) / "linking.db")
        with memory.opened() as known:
            first = link_library(before, memory=known)
        started = time.process_time()
        with memory.opened() as known:
            added = link_library(whole, ledger=first.ledger, memory=known)
        added_seconds = time.process_time() - started
        size = memory.file.stat().st_size
        memory.forget()
        started = time.process_time()
        with memory.opened() as known:
            once = link_library(whole, ledger=first.ledger, memory=known)
        seconds = time.process_time() - started
    return {
        "added": len(documents) // 100,
        "added_seconds": round(added_seconds, 1),
        "link_seconds_with_memory": round(seconds, 1),
        "added_share": round(added_seconds / seconds, 3),
        "added_same": added == once,
        "memory_kb_per_article": round(size / 1024 / len(documents), 1),
    }


def _equal(size: int) -> dict[str, Any]:
    """Link articles that all have the text and the report of one."""
    made = Collection([], [], {}, {})
    dice = random.Random(_SEED)
    words = _vocabulary(dice)
    body = [_sentence(dice, words) for _ in range(_SENTENCES)]
    fact = _fact(dice, 0)
    for number in range(size):
        _add(made, f"a{number:07d}", body, fact, dice)
    started = time.process_time()
    links = link(made.articles, made.analyses)
    return {
        "equal_seconds": round(time.process_time() - started, 1),
        "equal_families": len(links.echoes),
        "equal_events": len(links.events),
    }


def table(result: dict[str, Any]) -> str:
    """One figure a line."""
    return "\n".join(f"{key:<32} {value}" for key, value in result.items())


def generate(size: int) -> Collection:
    """A collection of `size` articles: half tell an event of their own, the rest share one.

    Of ten articles five stand alone, two copy an earlier one (whole, or with a sentence cut and
    another added), and three tell an event of another article in words of their own.
    """
    dice = random.Random(_SEED * 1_000_003 + size)
    words = _vocabulary(dice)
    made = Collection([], [], {}, {})
    bodies: dict[str, list[str]] = {}
    facts: dict[str, tuple[str, Place, date, str, str]] = {}
    originals: list[str] = []
    for number in range(size):
        name = f"a{number:07d}"
        kind = number % 10
        source = dice.choice(originals[-50:]) if kind >= 5 and originals else None
        if source is None:
            facts[name] = _fact(dice, number)
            originals.append(name)
        else:
            facts[name] = facts[source]
        if source is not None and kind < 7:
            made.copies[name] = source
            bodies[name] = list(bodies[source])
            if kind == 6:
                bodies[name].pop(dice.randrange(2, _SENTENCES))
                bodies[name].append(_sentence(dice, words))
        else:
            bodies[name] = [_sentence(dice, words) for _ in range(_SENTENCES)]
        _add(made, name, bodies[name], facts[name], dice)
    return made


def _vocabulary(dice: random.Random) -> list[str]:
    parts = ("ba", "ko", "ri", "mu", "te", "sal", "dor", "vin", "pel", "gas", "no", "fi", "lur")
    found: dict[str, None] = {}
    while len(found) < _VOCABULARY:
        found["".join(dice.choices(parts, k=dice.randint(2, 5)))] = None
    return list(found)


def _sentence(dice: random.Random, words: Sequence[str]) -> str:
    # common words are common: the rank is drawn evenly on a logarithmic scale
    ranks = (int(len(words) ** dice.random()) - 1 for _ in range(_WORDS))
    return " ".join(words[rank] for rank in ranks).capitalize() + "."


def _fact(dice: random.Random, number: int) -> tuple[str, Place, date, str, str]:
    place = Place(
        name=f"Town{dice.randrange(2_000)}",
        lat=dice.uniform(-60, 60),
        lon=dice.uniform(-180, 180),
        country="XA",
        precision="town",
    )
    day = date(2021, 1, 1) + timedelta(days=dice.randrange(_DAYS))
    return f"e{number}", place, day, dice.choice(_MODES), f"Group {dice.randrange(5_000)}"


def _add(
    made: Collection,
    name: str,
    body: Sequence[str],
    fact: tuple[str, Place, date, str, str],
    dice: random.Random,
) -> None:
    event, place, day, mode, actor = fact
    opening = f"{actor} was seen in {place.name} on {day:%d %B} ({mode})."
    text = "\n".join((opening, " ".join(body), _FURNITURE))
    outlet = f"Outlet {dice.randrange(_OUTLETS)}"
    article = Article(
        article_id=name,
        raw_id=name,
        text_id=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        outlet=outlet,
        published=day + timedelta(days=1),
    )
    told = Evidence(text_id=article.text_id, start=0, end=len(opening), quote=opening)
    report = Report(
        report_id=f"r-{name}",
        article_id=name,
        type=_TYPES[mode],  # type: ignore[arg-type]
        mode=mode,
        act=mode,
        trigger=told,
        evidence=told,
        realis="actual",
        polarity="positive",
        retold=False,
        attributions=((Link(name=outlet, kind="outlet", stance="states"),),),
        made_by="generated",
        actors=(Found(value=Actor(name=actor), evidence=told, made_by="generated"),),
        place=Found(value=place, evidence=told, made_by="generated"),
        date=Found(
            value=DateValue(earliest=day, latest=day, granularity="day"),
            evidence=told,
            made_by="generated",
        ),
    )
    start = text.index(body[0])
    claimed = Evidence(
        text_id=article.text_id, start=start, end=start + len(body[0]), quote=body[0]
    )
    said = Claim(
        claim_id=f"k-{name}",
        kind="generic",
        content=claimed,
        chain=report.attributions[0],
        about=(),
        made_by="generated",
    )
    made.articles.append(article)
    made.analyses.append(
        Analysis(
            analyser="generated",
            article_id=name,
            text_id=article.text_id,
            reports=(report,),
            claims=(said,),
            fingerprint=fingerprint(text),
        )
    )
    made.events[report.report_id] = event


def _quality(made: Collection, links: Links) -> dict[str, Any]:
    family = {
        m.article_id: e.echo_id
        for e in links.echoes
        for m in e.members
        if all(other.kind != "excerpt" for other in e.members)
    }
    found = sum(
        family.get(copy) is not None and family.get(copy) == family.get(source)
        for copy, source in made.copies.items()
    )
    groups: dict[str, set[str]] = defaultdict(set)
    for article_id, echo_id in family.items():
        groups[echo_id].add(article_id)
    root = {name: name for name in family} | made.copies
    joined = sum(len(group) - 1 for group in groups.values())
    wrong = sum(len({root[name] for name in group}) - 1 for group in groups.values())
    event = {report: e.event_id for e in links.events for report in e.reports}
    told = {report: event.get(report, report) for report in made.events}
    return {
        "copies": len(made.copies),
        "copies_recall": round(found / len(made.copies), 4) if made.copies else None,
        "copies_precision": round(1 - wrong / joined, 4) if joined else None,
        "event_f1": round(b_cubed(made.events, told)[2], 4),
    }
