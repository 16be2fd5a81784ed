"""Made-up articles for `scale`, in which is known who copies whom and which reports tell one event.

Of ten articles five stand alone, two copy an earlier one (whole, or with a sentence cut and
another added), and three tell an event of another article in words of their own. Every page
carries one furniture line, so that its 3-grams stand in all of them.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import random
import tempfile
from array import array
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from reportedly.find.fingerprint import fingerprint
from reportedly.records import (
    Actor,
    Analysis,
    Article,
    Claim,
    DateValue,
    Evidence,
    Fingerprint,
    Found,
    Link,
    Place,
    Report,
)

_SEED = 4
_FURNITURE = "Sign up to our morning letter and never miss a story from the region again."
_SENTENCES, _WORDS = 9, 16
_VOCABULARY = 20_000
_OUTLETS = 200
_DAYS = 365
_FIRST_DAY = date(2021, 1, 1)
_RECENT = 50  # originals, of which any may be copied or told again
_MODES = ("demo", "strike", "firearms", "arrest")
_TYPES = {"demo": "PROTEST", "strike": "PROTEST", "firearms": "ASSAULT", "arrest": "COERCE"}


@dataclass(frozen=True, slots=True)
class Fact:
    """What one report tells."""

    event: int
    town: str
    lat: float
    lon: float
    day: int  # of the year
    mode: str
    actor: str


@dataclass(frozen=True, slots=True)
class Made:
    """All that one article is made from."""

    number: int
    source: int  # the article that it copies, -1 for none
    fact: Fact
    outlet: str
    text: str
    claim: str  # its first sentence, at the beginning of the second line

    @property
    def name(self) -> str:
        """The id of the article."""
        return article_name(self.number)


def article_name(number: int) -> str:
    """The id of an article by its number: in order of the numbers."""
    return f"a{number:07d}"


def report_name(number: int) -> str:
    """The id of the report of an article."""
    return f"r-{article_name(number)}"


def made_up(size: int) -> Iterator[Made]:
    """Articles one after the other: half tell an event of their own, the rest share one."""
    dice = random.Random(_SEED * 1_000_003 + size)
    words = _vocabulary(dice)
    originals: deque[tuple[int, list[str], Fact]] = deque(maxlen=_RECENT)
    for number in range(size):
        kind = number % 10
        source = dice.choice(originals) if kind >= 5 and originals else None
        fact = source[2] if source is not None else _fact(dice, number)
        if source is not None and kind < 7:
            body = list(source[1])
            if kind == 6:
                body.pop(dice.randrange(2, _SENTENCES))
                body.append(_sentence(dice, words))
        else:
            body = [_sentence(dice, words) for _ in range(_SENTENCES)]
        if source is None:
            originals.append((number, body, fact))
        copied = source[0] if source is not None and kind < 7 else -1
        yield _made(number, copied, fact, body, dice)


def equal_ones(size: int) -> Iterator[Made]:
    """Articles that all have the text and the report of one."""
    dice = random.Random(_SEED)
    words = _vocabulary(dice)
    body = [_sentence(dice, words) for _ in range(_SENTENCES)]
    fact = _fact(dice, 0)
    for number in range(size):
        yield _made(number, -1, fact, body, dice)


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


def _fact(dice: random.Random, number: int) -> Fact:
    return Fact(
        town=f"Town{dice.randrange(2_000)}",
        lat=dice.uniform(-60, 60),
        lon=dice.uniform(-180, 180),
        day=dice.randrange(_DAYS),
        mode=dice.choice(_MODES),
        actor=f"Group {dice.randrange(5_000)}",
        event=number,
    )


def _made(number: int, source: int, fact: Fact, body: Sequence[str], dice: random.Random) -> Made:
    day = _FIRST_DAY + timedelta(days=fact.day)
    opening = f"{fact.actor} was seen in {fact.town} on {day:%d %B} ({fact.mode})."
    return Made(
        number=number,
        source=source,
        fact=fact,
        outlet=f"Outlet {dice.randrange(_OUTLETS)}",
        text="\n".join((opening, " ".join(body), _FURNITURE)),
        claim=body[0],
    )


# --- as records --------------------------------------------------------------------------


def as_article(made: Made) -> Article:
    """The article."""
    return Article(
        article_id=made.name,
        raw_id=made.name,
        text_id=hashlib.sha256(made.text.encode()).hexdigest(),
        text=made.text,
        outlet=made.outlet,
        published=_FIRST_DAY + timedelta(days=made.fact.day + 1),
    )


def as_analysis(made: Made, article: Article, printed: Fingerprint) -> Analysis:
    """What was found in it: one report and one claim."""
    fact, day = made.fact, _FIRST_DAY + timedelta(days=made.fact.day)
    end = made.text.index("\n")
    told = Evidence(text_id=article.text_id, start=0, end=end, quote=made.text[:end])
    report = Report(
        report_id=report_name(made.number),
        article_id=made.name,
        type=_TYPES[fact.mode],  # type: ignore[arg-type]
        mode=fact.mode,
        act=fact.mode,
        trigger=told,
        evidence=told,
        realis="actual",
        polarity="positive",
        retold=False,
        attributions=((Link(name=made.outlet, kind="outlet", stance="states"),),),
        made_by="generated",
        actors=(Found(value=Actor(name=fact.actor), evidence=told, made_by="generated"),),
        place=Found(value=_place(fact), evidence=told, made_by="generated"),
        date=Found(
            value=DateValue(earliest=day, latest=day, granularity="day"),
            evidence=told,
            made_by="generated",
        ),
    )
    start = end + 1
    said = Claim(
        claim_id=f"k-{made.name}",
        kind="generic",
        content=Evidence(
            text_id=article.text_id, start=start, end=start + len(made.claim), quote=made.claim
        ),
        chain=report.attributions[0],
        about=(),
        made_by="generated",
    )
    return Analysis(
        analyser="generated",
        article_id=made.name,
        text_id=article.text_id,
        reports=(report,),
        claims=(said,),
        fingerprint=printed,
    )


def _place(fact: Fact) -> Place:
    return Place(name=fact.town, lat=fact.lat, lon=fact.lon, country="XA", precision="town")


def records(size: int) -> list[tuple[Article, Analysis]]:
    """A collection of `size` articles with their analyses, in memory."""
    articles = [(made, as_article(made)) for made in made_up(size)]
    return [(one, as_analysis(made, one, fingerprint(made.text))) for made, one in articles]


class OnDisk:
    """A library of made-up articles in a file without a name, and what is known of them."""

    def __init__(self, articles: Iterator[Made]) -> None:
        """Writes each down as it is made."""
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 (closed by `close`)
        self._ends = array("q", [0])
        self._versions = bytearray()
        self.source = array("i")  # of each article the one that it copies, -1 for none
        self.event = array("i")  # that it tells
        for made in articles:
            printed = fingerprint(made.text)
            hashes = np.array(printed.minhash, dtype=np.uint32).tobytes()
            fact = [getattr(made.fact, name) for name in Fact.__slots__]
            text = [made.outlet, made.text, made.claim]
            row = marshal.dumps([text, fact, hashes, printed.words])
            self._file.write(row)
            self._ends.append(self._ends[-1] + len(row))
            self._versions += hashlib.blake2b(row, digest_size=16).digest()
            self.source.append(made.source)
            self.event.append(made.fact.event)
        self._file.flush()

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self.event)

    def versions(self) -> Iterator[tuple[str, bytes]]:
        """All article ids in order, with what stands for each article."""
        for number in range(len(self)):
            yield article_name(number), bytes(self._versions[16 * number : 16 * number + 16])

    def document(self, article_id: str) -> tuple[Article, Analysis]:
        """One article with its analysis."""
        number = int(article_id[1:])
        start, end = self._ends[number], self._ends[number + 1]
        text, fact, hashes, words = marshal.loads(os.pread(self._file.fileno(), end - start, start))
        made = Made(number, self.source[number], Fact(*fact), *text)
        article = as_article(made)
        minhash = tuple(np.frombuffer(hashes, np.uint32).tolist())
        return article, as_analysis(made, article, Fingerprint(minhash=minhash, words=words))

    def close(self) -> None:
        """Give its room on the disk back."""
        self._file.close()
