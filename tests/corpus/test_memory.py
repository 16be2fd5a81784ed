"""Linking with a memory gives what linking everything gives, whatever was linked before.

Articles are generated (`benchmarks.made_up`) or those of the second invented corpus with its gold
reports; the days come in random order.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.made_up import records
from reportedly.corpus.echoes import rarity
from reportedly.corpus.library import InMemory
from reportedly.corpus.link import Links, link_library
from reportedly.corpus.memory import Kind, Memory
from reportedly.find.fingerprint import fingerprint
from reportedly.records import Analysis, Article, Judgement
from tests.corpus.builders import article, claim
from tests.corpus.test_gold_reports import as_report

SECOND = Path(__file__).parents[2] / "benchmarks" / "invented" / "second"
Document = tuple[Article, Analysis]


class Notebook:
    """A memory that lasts as long as the test; it counts what it took."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Kind, bytes], bytes] = {}
        self.made = 0

    def recall(self, kind: Kind, key: bytes) -> bytes | None:
        return self._kept.get((kind, key))

    def keep(self, kind: Kind, key: bytes, data: bytes) -> None:
        self._kept[kind, key] = data
        self.made += 1


def invented() -> list[Document]:
    """The second corpus with its gold reports, and its claims as claims of the outlets."""
    gold = {one["id"]: one for one in json.loads((SECOND / "gold.json").read_text())["articles"]}
    found = []
    for row in map(json.loads, (SECOND / "articles.jsonl").read_text("utf-8").splitlines()):
        facts: dict[str, Any] = {key: row[key] for key in ("outlet", "published", "side")}
        one = article(row["id"], row["text"], **facts)
        told = gold[row["id"]]
        claims = [
            claim(f"c{n}", one, c["span"]["text"]) for n, c in enumerate(told.get("claims", ()))
        ]
        analysis = Analysis(
            analyser="gold",
            article_id=row["id"],
            text_id=one.text_id,
            reports=tuple(as_report(report, one) for report in told["reports"]),
            claims=tuple(claims),
            fingerprint=fingerprint(row["text"]),
        )
        found.append((one, analysis))
    return found


MADE = records(110)
TOLD = invented()


def linked(
    documents: Sequence[Document],
    before: Links | None = None,
    judgements: Sequence[Judgement] = (),
    memory: Memory | None = None,
) -> Links:
    library = InMemory([article for article, _ in documents], [found for _, found in documents])
    return link_library(library, judgements, before.ledger if before else (), memory=memory)


@pytest.mark.parametrize("documents", [MADE, TOLD], ids=["generated", "invented"])
@given(seed=st.integers(0, 10_000), parts=st.integers(2, 4))
@settings(max_examples=4, deadline=None)
def test_day_by_day_gives_what_linking_everything_gives(
    documents: list[Document], seed: int, parts: int
) -> None:
    dice = Random(seed)
    mixed = dice.sample(documents, len(documents))
    memory, before = Notebook(), None
    for end in [*sorted(dice.sample(range(1, len(mixed)), parts)), len(mixed)]:
        there = mixed[:end]
        once = linked(there, before)
        before = linked(there, before, memory=memory)
        # echoes, events with their ids, campaigns, narratives, the ledger, the reasons
        assert before == once


def test_changed_and_removed_articles_and_judgements_are_taken_up() -> None:
    memory = Notebook()
    first = linked(TOLD, memory=memory)
    kept = TOLD[2:]
    head, analysis = kept[5]
    changed = replace(head, outlet="The Other Gazette", published=None)
    event = next(event for event in first.events if len(event.reports) > 1)
    apart = Judgement(
        kind="different",
        subject=event.reports[0],
        other=event.reports[1],
        by="ann",
        at="2026-01-01",
        score=None,
        reasons=(),
    )
    wrong = replace(apart, kind="correct", other=None, field="type", value="PROTEST")
    rejected = replace(apart, kind="reject", other=None, subject=event.reports[-1])
    for documents, judged in (
        (kept, []),
        ([*kept[:5], (changed, analysis), *kept[6:]], []),
        (TOLD, [apart]),
        (TOLD, [wrong, rejected]),
        (TOLD, []),
    ):
        again = linked(documents, first, judged, memory)
        assert again == linked(documents, first, judged)
        first = again


def test_what_a_new_article_does_not_touch_is_not_worked_out_again() -> None:
    memory = _Kinds()
    linked(MADE[:-2], memory=memory)
    at_first = len(memory.kinds)
    linked(MADE, memory=memory)
    # of so few articles the rare words are counted anew, and what hangs on them is
    again = [kind for kind in memory.kinds[at_first:] if kind not in ("near", "retelling")]
    assert 0 < len(again) < at_first / 20
    made = memory.made
    linked(MADE, memory=memory)
    assert memory.made == made


def test_in_a_large_collection_the_count_of_rare_words_serves_until_it_has_grown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rarity, "LEAST_KEPT", 50)
    memory = _Kinds()
    first = linked(TOLD, memory=memory)
    assert memory.kinds.count("rarity") == 0
    linked(MADE[:100], memory=memory)
    counted = _Kinds()
    counted.keep("rarity", *memory.last["rarity"])
    grown = linked(MADE[:105], first, memory=memory)
    assert memory.kinds.count("rarity") == 1
    # the whole linked with that count is the same
    assert linked(MADE[:105], first, memory=counted) == grown
    linked([*MADE, *TOLD], memory=memory)
    assert memory.kinds.count("rarity") == 2


class _Kinds(Notebook):
    """A notebook that tells what was kept in it."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: list[str] = []
        self.last: dict[str, tuple[bytes, bytes]] = {}

    def keep(self, kind: Kind, key: bytes, data: bytes) -> None:
        super().keep(kind, key, data)
        self.kinds.append(kind)
        self.last[kind] = key, data
