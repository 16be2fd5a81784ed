"""Task `explorer`: how quickly the explorer answers on a large, generated collection.

100,000 articles with a report each make 50,000 events; nothing of it is read from texts. Figures:
`prepare_seconds` (the first start, which makes the projection), `start_seconds` (each later one, up
to the first answer), `first_view_ms` (page, data and towns of the first screen, one after another,
median of five), `filter_p50_ms` and `filter_p95_ms` (changes of the filter by 4 clients at once,
over HTTP), `search_ms` (words in passages), `rss_mb` (the server's peak).
"""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from reportedly.records import (
    Actor,
    Analysis,
    Article,
    Corroboration,
    DateValue,
    Event,
    Evidence,
    Found,
    Link,
    Place,
    RawDocument,
    Report,
)
from reportedly.run import Outcome
from reportedly.store import Collection, Linked

ARTICLES, EVENTS, CLIENTS, CHANGES = 100_000, 50_000, 4, 60
_BATCH = 2000
_TYPES = (("PROTEST", "demo"), ("ASSAULT", "firearms"), ("COERCE", "arrest"), ("REQUEST", None),
          ("SANCTION", "discontinue"), ("PROTEST", "strike"))  # fmt: skip
_COUNTRIES = ("PE", "KE", "IR", "FR", "IN", "MX", "NG", "ID")
_FIRST_DAY = date(2021, 1, 1)


def run(data: Path | None = None, articles: int = ARTICLES, events: int = EVENTS) -> dict[str, Any]:
    """The figures; `data` is not needed."""
    del data
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news"
        generate(path, articles, events)
        return {"articles": articles, "events": events, **measure(path)}


def measure(path: Path) -> dict[str, Any]:
    """The figures over a collection that is linked and was not explored yet."""
    began = time.perf_counter()
    with Served(path) as served:
        served.get("/overview.json")
        prepare = time.perf_counter() - began
    began = time.perf_counter()
    with Served(path) as served:
        served.get("/overview.json")
        started = time.perf_counter() - began
        views = [_milliseconds(served, *_FIRST_SCREEN) for _ in range(5)]
        changes = _changes(served)
        searches = [_milliseconds(served, f"/events.json?q={w}") for w in ("held", "march%207")]
        return {
            "prepare_seconds": round(prepare, 1),
            "start_seconds": round(started, 2),
            "first_view_ms": round(statistics.median(views)),
            "filter_changes": len(changes),
            "filter_p50_ms": round(statistics.median(changes)),
            "filter_p95_ms": round(statistics.quantiles(changes, n=20)[-1]),
            "search_ms": round(max(searches)),
            "rss_mb": served.rss_mb(),
        }


_FIRST_SCREEN = ("/", "/static/main.js", "/overview.json", "/towns.json?box=-180,-60,180,80")


def _changes(served: Served) -> list[float]:
    """Milliseconds of each change of the filter, by clients that work at once."""
    found: list[float] = []

    def client(seed: int) -> None:
        chance = random.Random(seed)
        mine = [_milliseconds(served, f"/events.json?{_filter(chance)}") for _ in range(CHANGES)]
        found.extend(mine)

    threads = [threading.Thread(target=client, args=(seed,)) for seed in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def _filter(chance: random.Random) -> str:
    """What a person might ask for next."""
    since = _FIRST_DAY + timedelta(days=chance.randrange(1000))
    choices: list[tuple[str, str]] = [
        ("type", chance.choice(_TYPES)[0]),
        ("country", chance.choice(_COUNTRIES)),
        ("outlet", f"Outlet {chance.randrange(300)}"),
        ("actor", f"group {chance.randrange(2000)}"),
        ("texts", "2"),
        ("from", since.isoformat()),
        ("sort", chance.choice(("day", "texts", "voices", "type"))),
    ]
    return urlencode(chance.sample(choices, chance.randrange(1, 4)))


def _milliseconds(served: Served, *paths: str) -> float:
    began = time.perf_counter()
    for path in paths:
        served.get(path)
    return (time.perf_counter() - began) * 1000


class Served:
    """`reportedly explore` in a process of its own."""

    def __init__(self, path: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "reportedly", "explore", str(path), "--no-browser"],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        address = self._process.stdout.readline().strip()
        self._host, _, self._token = address.removeprefix("http://").partition("/?")
        self._cookie = ""
        self._cookie = self.get(f"/?{self._token}", cookie=True)

    def __enter__(self) -> Served:
        return self

    def __exit__(self, *error: object) -> None:
        self._process.send_signal(signal.SIGINT)
        self._process.wait(30)

    def get(self, path: str, *, cookie: bool = False) -> str:
        """Ask for a path; returns the body, or the cookie that is set."""
        connection = http.client.HTTPConnection(self._host, timeout=120)
        headers = {"cookie": self._cookie, "accept-encoding": "gzip"}
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        if answer.status >= 400:
            raise RuntimeError(f"{path}: {answer.status} {body[:200]!r}")
        if cookie:
            return (answer.getheader("set-cookie") or "").partition(";")[0]
        return body.decode("utf-8", "replace")

    def rss_mb(self) -> int | None:
        """The peak of the server's memory, where the system tells (Linux)."""
        try:
            status = Path(f"/proc/{self._process.pid}/status").read_text()
        except OSError:
            return None
        line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        return round(int(line.split()[1]) / 1024)


# --- the generated collection -------------------------------------------------------------


def generate(path: Path, articles: int, events: int) -> None:
    """A collection of articles with a report each, linked to events; equal in each run."""
    collection = Collection.create(path)
    told: list[list[str]] = [[] for _ in range(events)]
    with collection.lock("generate"):
        collection.begin_read()
        batch: list[Outcome] = []
        for number in range(articles):
            outcome, report_id = _article(number, number % events)
            told[number % events].append(report_id)
            batch.append(outcome)
            if len(batch) == _BATCH:
                collection.add_batch(batch)
                batch = []
        collection.add_batch(batch)
        collection.finish_read()
        collection.update_index()
        collection.write_links(Linked(events=_events(told)), ())


def _events(told: list[list[str]]) -> Iterator[Event]:
    for number, reports in enumerate(told):
        type_name, mode = _TYPES[number % len(_TYPES)]
        day = _day(number)
        texts = 1 + (number % 3 == 0) * (len(reports) > 1)
        yield Event(
            event_id=f"e-{number:012x}",
            reports=tuple(reports),
            denials=(),
            withdrawn=(),
            type=type_name,  # type: ignore[arg-type]
            mode=mode,
            realis="actual",
            polarity="positive",
            retold=False,
            actors=(_actor(number),),
            alleged_actors=(),
            recipients=(),
            place=_place(number),
            earliest=day,
            latest=day,
            counts=(),
            corroboration=Corroboration(
                reports=len(reports), texts=texts, voices=(f"Outlet {number % 300}",) * texts,
                owners=(), sides=(), sides_unknown=texts,
            ),
            contradictions=(),
            rule="generated",
        )  # fmt: skip


def _article(number: int, event: int) -> tuple[Outcome, str]:
    """An article that tells one event."""
    place = _place(event)
    text = (
        f"Group {event % 2000} held march {number} in {place.name} on {_day(event)}. "
        f"It was the {number}th of its kind, and nothing else was told by those who watched. " * 4
    )
    text_id = hashlib.sha256(text.encode()).hexdigest()
    article_id = hashlib.sha256(f"article {number}".encode()).hexdigest()
    report_id = hashlib.sha256(f"report {number}".encode()).hexdigest()
    outlet = f"Outlet {number % 300}"

    def passage(words: str) -> Evidence:
        start = text.index(words)
        return Evidence(text_id=text_id, start=start, end=start + len(words), quote=words)

    type_name, mode = _TYPES[event % len(_TYPES)]
    day = _day(event)
    report = Report(
        report_id=report_id,
        article_id=article_id,
        type=type_name,  # type: ignore[arg-type]
        mode=mode,
        act="march",
        trigger=passage("held"),
        evidence=passage(text[: text.index(".")]),
        realis="actual",
        polarity="positive",
        retold=False,
        attributions=((Link(name=outlet, kind="outlet", stance="states", private=False),),),
        made_by="generated",
        actors=(Found(value=_actor(event), evidence=passage("Group"), made_by="generated"),),
        place=Found(value=place, evidence=passage(place.name), made_by="generated"),
        date=Found(
            value=DateValue(earliest=day, latest=day, granularity="day"),
            evidence=passage(str(day)),
            made_by="generated",
        ),
    )
    content = f"{number}\n{text}".encode()
    raw_id = hashlib.sha256(content).hexdigest()
    article = Article(
        article_id=article_id, raw_id=raw_id, text_id=text_id, text=text, outlet=outlet,
        title=f"March {number}", published=day + timedelta(days=1), language="en",
    )  # fmt: skip
    analysis = Analysis(
        analyser="generated", article_id=article_id, text_id=text_id, reports=(report,)
    )
    raw = RawDocument(raw_id=raw_id, content=content, media="text", source=f"{number}.txt")
    return Outcome(raw=raw, article=article, analysis=analysis), report_id


def _day(event: int) -> date:
    return _FIRST_DAY + timedelta(days=event * 7919 % 1500)


def _actor(event: int) -> Actor:
    return Actor(name=f"group {event % 2000}", kind="group")


def _place(event: int) -> Place:
    """One of 3,000 places."""
    number = event * 31 % 3000
    return Place(
        name=f"Town {number}",
        gazetteer_id=str(number),
        lat=-40 + number * 7 % 9000 / 100,
        lon=-120 + number * 13 % 26000 / 100,
        country=_COUNTRIES[number % len(_COUNTRIES)],
        admin1=f"Province {number % 90}",
    )


def table(result: dict[str, Any]) -> str:
    """One figure a line."""
    return "\n".join(f"{name:<18} {value}" for name, value in result.items())


if __name__ == "__main__":
    print(json.dumps({"cores": os.cpu_count(), **run()}))
