"""Wording and names take no part in linking: the second invented corpus, with its gold reports.

Loaded words are exchanged for neutral ones, the sides for each other, and the names of the
actors for each other, in texts and reports; events, families of copies and the counts of
corroboration must stay.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reportedly.corpus.link import Links, link
from reportedly.find.fingerprint import fingerprint
from reportedly.records import Actor, Analysis, Evidence, Found, Report
from tests.corpus.builders import article
from tests.corpus.test_gold_reports import as_report

CORPUS = Path(__file__).parents[2] / "benchmarks" / "invented" / "second"
NEUTRAL = {
    "puppet": "ally",
    "heroic": "well-known",
    "massacre": "killing",
    "so-called": "named",
    "bandits": "people",
    "rebels": "fighters",
    "gang": "group",
    "riot": "gathering",
    "hostile": "other",
    "hostage": "captive",
    "raid": "search",
}
SIDES = {"government": "opposition", "opposition": "government"}
_LOADED = re.compile(rf"\b(?:{'|'.join(NEUTRAL)})\b", re.IGNORECASE)


def neutral(text: str) -> tuple[str, Callable[[int], int]]:
    """A text in neutral words, and where its characters stand there."""
    shifts = [
        (match.end(), len(NEUTRAL[match.group().lower()]) - len(match.group()))
        for match in _LOADED.finditer(text)
    ]
    told = _LOADED.sub(lambda match: NEUTRAL[match.group().lower()], text)
    return told, lambda at: at + sum(shift for end, shift in shifts if end <= at)


def as_is(text: str) -> tuple[str, Callable[[int], int]]:
    return text, lambda at: at


def actor_names() -> dict[str, str]:
    """Names of actors in pairs: those with capitals and those without, each by how common.

    An outlet that acts keeps its name: it is told apart by it.
    """
    gold = json.loads((CORPUS / "gold.json").read_text("utf-8"))
    rows = map(json.loads, (CORPUS / "articles.jsonl").read_text("utf-8").splitlines())
    outlets = {row["outlet"] for row in rows}
    told = Counter(
        actor["name"]
        for one in gold["articles"]
        for one_report in one["reports"]
        for actor in (*one_report["actors"], *one_report["targets"])
        if actor["name"] not in outlets
    )
    ranked = [name for name, _ in sorted(told.items(), key=lambda one: (-one[1], one[0]))]
    pairs: dict[str, str] = {}
    for capital in (True, False):
        alike = [name for name in ranked if name[0].isupper() == capital]
        for one, other in zip(alike[::2], alike[1::2], strict=False):
            pairs |= {one: other, other: one}
    return pairs


ACTORS = actor_names()
_ACTOR = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(ACTORS, key=len, reverse=True)))})\b")


def exchanged(text: str) -> tuple[str, Callable[[int], int]]:
    """A text with the names of actors exchanged, and where its characters stand there."""
    shifts = [
        (match.end(), len(ACTORS[match.group()]) - len(match.group()))
        for match in _ACTOR.finditer(text)
    ]
    told = _ACTOR.sub(lambda match: ACTORS[match.group()], text)
    return told, lambda at: at + sum(shift for end, shift in shifts if end <= at)


def renamed(report: Report) -> Report:
    """A report with the names of actors exchanged, those of its speakers too."""

    def name(words: str | None) -> str | None:
        return exchanged(words)[0] if words is not None else None

    def actors(some: tuple[Found[Actor], ...]) -> tuple[Found[Actor], ...]:
        return tuple(
            replace(
                one,
                value=replace(one.value, name=exchanged(one.value.name)[0]),
                asserted_by=name(one.asserted_by),
            )
            for one in some
        )

    return replace(
        report,
        actors=actors(report.actors),
        recipients=actors(report.recipients),
        counts=tuple(replace(one, asserted_by=name(one.asserted_by)) for one in report.counts),
        attributions=tuple(
            # the outlet leads, and keeps its name
            (chain[0], *(replace(link, name=exchanged(link.name)[0]) for link in chain[1:]))
            for chain in report.attributions
        ),
    )


def linked(
    wording: Callable[[str], tuple[str, Callable[[int], int]]],
    sides: Mapping[str, str],
    naming: Callable[[Report], Report] = lambda report: report,
) -> Links:
    gold = json.loads((CORPUS / "gold.json").read_text("utf-8"))
    rows = map(json.loads, (CORPUS / "articles.jsonl").read_text("utf-8").splitlines())
    texts = {row["id"]: row for row in rows}
    articles, found = [], []
    for told in gold["articles"]:
        row = texts[told["id"]]
        facts: dict[str, Any] = {key: row[key] for key in ("outlet", "published")}
        old = article(row["id"], row["text"], **facts)
        text, moved = wording(row["text"])
        new = article(row["id"], text, side=sides.get(row["side"], row["side"]), **facts)
        articles.append(new)
        found.append(
            Analysis(
                analyser="gold",
                article_id=row["id"],
                text_id=new.text_id,
                reports=tuple(
                    naming(at_new_place(as_report(r, old), new.text, moved))
                    for r in told["reports"]
                ),
                fingerprint=fingerprint(text),
            )
        )
    return link(articles, found)


def at_new_place(report: Report, text: str, moved: Callable[[int], int]) -> Report:
    start, end = moved(report.evidence.start), moved(report.evidence.end)
    span = Evidence(text_id="new", start=start, end=end, quote=text[start:end])
    return replace(report, evidence=span, trigger=span)


def counts(
    links: Links, sides: Mapping[str, str], voice: Callable[[str], str] = str
) -> set[tuple[object, ...]]:
    return {
        (
            event.reports,
            event.denials,
            event.corroboration.reports,
            event.corroboration.texts,
            tuple(sorted(map(voice, event.corroboration.voices))),
            tuple(sorted(sides.get(side, side) for side in event.corroboration.sides)),
        )
        for event in links.events
    }


def copies(links: Links) -> set[tuple[object, ...]]:
    return {(e.origin, tuple((m.article_id, m.kind) for m in e.members)) for e in links.echoes}


@pytest.fixture(scope="module")
def told() -> Links:
    return linked(as_is, {})


def test_the_corpus_has_loaded_words() -> None:
    assert len(_LOADED.findall((CORPUS / "articles.jsonl").read_text("utf-8"))) >= 10


def test_loaded_words_decide_nothing(told: Links) -> None:
    plain = linked(neutral, {})
    assert counts(plain, {}) == counts(told, {})
    assert copies(plain) == copies(told)


def test_sides_decide_nothing(told: Links) -> None:
    exchanged = linked(as_is, SIDES)
    assert counts(exchanged, SIDES) == counts(told, {})
    assert copies(exchanged) == copies(told)


def test_names_of_actors_decide_nothing(told: Links) -> None:
    swapped = linked(exchanged, {}, renamed)
    assert len(ACTORS) >= 10
    assert counts(swapped, {}, lambda voice: exchanged(voice)[0]) == counts(told, {})
    assert copies(swapped) == copies(told)
