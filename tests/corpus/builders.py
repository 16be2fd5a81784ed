"""Hand-made articles, reports and claims for tests of the corpus level; all of it invented."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any

from reportedly.find.fingerprint import fingerprint
from reportedly.records import (
    Actor,
    Analysis,
    Article,
    Attribution,
    Claim,
    Count,
    DateValue,
    Evidence,
    Found,
    Link,
    Place,
    Report,
)

ARVAN = Place(name="Arvan", lat=40.0, lon=20.0, country="XA")
BELT = Place(name="Belt", lat=41.0, lon=20.0, country="XA")
CORO = Place(name="Coro", lat=42.0, lon=20.0, country="XA")


def day(text: str) -> date:
    """'03-12' or '2021-03-12' as a date; 2021 unless said."""
    return date.fromisoformat(text if len(text) > 5 else f"2021-{text}")


def article(name: str, text: str = "", *, outlet: str | None = None, **facts: Any) -> Article:
    """An article whose id is `name`; its outlet is named after it unless said."""
    text = text or f"The text of {name}."
    published = facts.pop("published", None)
    return Article(
        article_id=name,
        raw_id=name,
        text_id=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        outlet=outlet or f"The {name} Gazette",
        published=day(published) if isinstance(published, str) else published,
        **facts,
    )


def passage(of: Article, quote: str | None = None) -> Evidence:
    """Where a quote stands in an article; its whole text where none is given."""
    start = of.text.index(quote) if quote else 0
    end = start + len(quote) if quote else len(of.text)
    return Evidence(text_id=of.text_id, start=start, end=end, quote=of.text[start:end])


def found(value: Any, evidence: Evidence, by: str | None = None) -> Found[Any]:
    """A value with its passage and, where given, the speaker who asserts it."""
    return Found(value=value, evidence=evidence, made_by="test", asserted_by=by)


def said_by(
    of: Article, *speakers: str, stance: str = "states", kind: str = "named"
) -> Attribution:
    """A chain that begins with the outlet."""
    chain = [Link(name=of.outlet or "outlet", kind="outlet", stance="states")]
    chain += [Link(name=s, kind=kind, stance="states") for s in speakers]  # type: ignore[arg-type]
    last = chain[-1]
    chain[-1] = Link(name=last.name, kind=last.kind, stance=stance)  # type: ignore[arg-type]
    return tuple(chain)


def report(
    name: str,
    of: Article,
    *,
    quote: str | None = None,
    type: str | None = "ASSAULT",  # noqa: A002 (the name of the field)
    mode: str | None = "firearms",
    place: Place | None = ARVAN,
    on: str | tuple[str, str] | None = None,
    actors: Sequence[str | tuple[str, str]] = (),
    recipients: Sequence[str] = (),
    killed: int | None = None,
    says: Sequence[Attribution] = (),
    **facts: Any,
) -> Report:
    """A report with id `name`; an actor given as a pair stands under a speaker's assertion."""
    evidence = passage(of, quote)
    days = (on, on) if isinstance(on, str) else on
    when = None
    if days is not None:
        first, last = day(days[0]), day(days[1])
        when = DateValue(
            earliest=first, latest=last, granularity="day" if first == last else "range"
        )
    told = [(a, None) if isinstance(a, str) else a for a in actors]
    values: dict[str, Any] = {
        "realis": "actual",
        "polarity": "positive",
        "retold": False,
        **facts,
    }
    return Report(
        report_id=name,
        article_id=of.article_id,
        type=type,  # type: ignore[arg-type]
        mode=mode,
        act=mode or "",
        trigger=evidence,
        evidence=evidence,
        attributions=tuple(says) or (said_by(of),),
        made_by="test",
        actors=tuple(found(Actor(name=a), evidence, by) for a, by in told),
        recipients=tuple(found(Actor(name=r), evidence) for r in recipients),
        place=found(place, evidence) if place else None,
        date=found(when, evidence) if when else None,
        counts=(found(_killed(killed), evidence),) if killed is not None else (),
        **values,
    )


def _killed(number: int) -> Count:
    return Count(kind="killed", low=number, best=number, high=number, text=str(number))


def claim(name: str, of: Article, content: str, **facts: Any) -> Claim:
    """A claim in the outlet's own voice."""
    return Claim(
        claim_id=name,
        kind=facts.pop("kind", "generic"),
        content=passage(of, content),
        chain=(said_by(of)),
        about=tuple(found(Actor(name=a), passage(of)) for a in facts.pop("about", ())),
        made_by="test",
        **facts,
    )


def analyses(
    articles: Sequence[Article],
    reports: Sequence[Report] = (),
    claims: Sequence[tuple[str, Claim]] = (),
) -> list[Analysis]:
    """One analysis an article, with its reports, claims (by article id) and fingerprint."""
    return [
        Analysis(
            analyser="test",
            article_id=one.article_id,
            text_id=one.text_id,
            reports=tuple(r for r in reports if r.article_id == one.article_id),
            claims=tuple(c for article_id, c in claims if article_id == one.article_id),
            fingerprint=fingerprint(one.text),
        )
        for one in articles
    ]
