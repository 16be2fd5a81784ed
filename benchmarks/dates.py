"""Task `dates`: time expressions as TempEval-3 scores them.

Definition (UzZaman et al. 2013, task A, written anew after it): entities of the body text, the
creation date of the document left out, micro-averaged over documents.

- `strict_f1`: an expression counts as found where a mention has exactly its span.
- `relaxed_f1`: where a mention overlaps it; each mention stands for one expression (one to one,
  equal spans first, then in order of the text).
- `value_f1`: relaxed, and the mention has the same TIMEX3 `value`, letter for letter:
  2 x right / (gold + found).
- `value_accuracy`: the share of expressions with the right value; where the gold gives texts, of
  those found (TempEval-3's attribute accuracy), where it lists expressions alone, of all: each is
  read by itself on the day of its document. The best constant answer is the most frequent value.

What a gold lacks gives no figure: without values (Persian sentences) spans alone are scored
(a range is then one expression, as that gold marks it),
without creation dates (Arabic news) values only of expressions that name a year or a length.
All mentions take part, as `timex3_of` renders them: dates, times, durations, sets, the two ends
of a range; an anniversary phrase that holds a date is no expression of its own. Figures are given
for all documents of the data and for each folder. The time is processor time of finding alone, the
best of three runs, after parsing; beside it stands `dateparser.search`, where installed, on the
same texts.
"""

from __future__ import annotations

import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from benchmarks.date_gold import GoldText, GoldTime, gold_texts
from benchmarks.figures import Matched, finding, interval, lines, rounded
from reportedly.find.dates import Timex3, find_dates, timex3_of
from reportedly.parse import Document, Parser, load_parser
from reportedly.records import Article, DateMention

_DEFAULT = Path(__file__).parents[2] / "shared" / "gold" / "dates"
_FIGURES = ("relaxed_f1", "strict_f1", "value_f1", "value_accuracy")
_YEAR = re.compile(r"[12]\d{3}|[\u0660-\u0669\u06f0-\u06f9]{4}")
_RUNS = 3  # of finding, of which the quickest counts: others may use the machine
_PEER_TEXTS = 20  # texts that the slower library reads, for its time alone


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scored:
    """One document: expressions matched in three ways, and values right of those asked for."""

    relaxed: Matched | None
    strict: Matched | None
    value: Matched | None
    values_right: int
    asked: tuple[str, ...]  # the gold values that were asked for


def run(data: Path | None) -> dict[str, Any]:
    """Figures over all documents of the data, and for each of its folders."""
    parser = load_parser()
    clock = _Clock()
    by_group: dict[str, list[_Scored]] = defaultdict(list)
    for gold in gold_texts(data or _DEFAULT):
        by_group[gold.group].append(_scored(gold, parser, clock))
    everything = [scored for group in by_group.values() for scored in group]
    return {
        **_figures(everything),
        "by_set": {group: _figures(scored) for group, scored in sorted(by_group.items())},
        **clock.figures(),
    }


def table(result: dict[str, Any]) -> str:
    """Figures of the whole and of each set, and the times."""
    found: list[str] = []
    for name, figures in [("all", result), *result["by_set"].items()]:
        found += [f"--- {name}: {figures['documents']} documents", *lines(figures, _FIGURES)]
    found.append(
        f"finding: {result['ms_a_document']} ms a document of {result['characters']} "
        f"characters, {result['ms_for_3000_characters']} ms for 3,000, "
        f"{result['share_of_parsing']} of the time of parsing"
    )
    if result["dateparser_ms_a_document"] is not None:
        found.append(f"dateparser.search: {result['dateparser_ms_a_document']} ms a document")
    return "\n".join(found)


def _scored(gold: GoldText, parser: Parser, clock: _Clock) -> _Scored:
    if gold.text is None:
        return _values_alone(gold, parser)
    mentions = clock.find(gold, parser)
    with_values = any(t.value is not None for t in gold.times)
    found = timex3_of(mentions) if with_values else _spans(mentions)
    pairs = _pairs(gold.times, found)
    equal = sum((f.start, f.end) == (t.start, t.end) for t, f in pairs)
    right = [t for t, f in pairs if t.value is not None and f.value == t.value]
    asked = [t for t, _ in pairs if t.value is not None and _can_be_known(t, gold)]
    sizes = (len(gold.times), len(found))
    every = with_values and gold.published is not None
    return _Scored(
        relaxed=Matched(*sizes, len(pairs)),
        strict=Matched(*sizes, equal),
        value=Matched(*sizes, len(right)) if every else None,
        values_right=sum(t in asked for t in right),
        asked=tuple(t.value for t in asked if t.value is not None),
    )


def _spans(mentions: Sequence[DateMention]) -> tuple[Timex3, ...]:
    """Mentions as they are: gold of spans alone marks a range as one."""
    return tuple(
        Timex3(start=m.evidence.start, end=m.evidence.end, type="DATE", value=None)
        for m in mentions
        if m.made_by != "dates:occasion"
    )


def _values_alone(gold: GoldText, parser: Parser) -> _Scored:
    right = 0
    for expected in gold.times:
        article = _article(expected.text, gold)
        found = timex3_of(find_dates(parser(article)))
        longest = max(found, key=lambda f: f.end - f.start, default=None)
        right += longest is not None and longest.value == expected.value
    return _Scored(
        relaxed=None,
        strict=None,
        value=None,
        values_right=right,
        asked=tuple(t.value for t in gold.times if t.value is not None),
    )


def _can_be_known(expected: GoldTime, gold: GoldText) -> bool:
    """Whether a value can be given: without a creation date only absolute ones and lengths."""
    if gold.published is not None:
        return True
    return bool(_YEAR.search(expected.text)) or bool(re.match(r"PT?\d", expected.value or ""))


def _pairs(times: Sequence[GoldTime], found: Sequence[Timex3]) -> list[tuple[GoldTime, Timex3]]:
    """Gold and found expressions that overlap, one to one; equal spans first."""
    pairs: list[tuple[GoldTime, Timex3]] = []
    left_times, left_found = list(times), list(found)
    for fits in (_equal, _overlap):
        for expected in list(left_times):
            element = next((f for f in left_found if fits(expected, f)), None)
            if element is not None:
                pairs.append((expected, element))
                left_times.remove(expected)
                left_found.remove(element)
    return pairs


def _equal(expected: GoldTime, found: Timex3) -> bool:
    return (expected.start, expected.end) == (found.start, found.end)


def _overlap(expected: GoldTime, found: Timex3) -> bool:
    assert expected.start is not None and expected.end is not None
    return expected.start < found.end and found.start < expected.end


def _article(text: str, gold: GoldText) -> Article:
    return Article(
        article_id="", raw_id="", text_id="", text=text, published=gold.published,
        language=gold.language,
    )  # fmt: skip


def _figures(documents: Sequence[_Scored]) -> dict[str, Any]:
    asked = [d for d in documents if d.asked]
    values = Counter(value for d in asked for value in d.asked)
    accuracy = _accuracy(asked)
    return {
        "documents": len(documents),
        **finding("relaxed", [d.relaxed for d in documents if d.relaxed]),
        **finding("strict", [d.strict for d in documents if d.strict]),
        **finding("value", [d.value for d in documents if d.value]),
        "value_accuracy": rounded(accuracy),
        "value_accuracy_interval": interval(asked, _accuracy) if asked else None,
        "value_accuracy_n": values.total(),
        "value_accuracy_best_constant": rounded(
            max(values.values()) / values.total() if values else None
        ),
    }


def _accuracy(documents: Sequence[_Scored]) -> float | None:
    asked = sum(len(d.asked) for d in documents)
    return sum(d.values_right for d in documents) / asked if asked else None


class _Clock:
    """Reads texts, and measures parsing and finding."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._parsing = 0.0
        self._finding = 0.0

    def find(self, gold: GoldText, parser: Parser) -> tuple[DateMention, ...]:
        assert gold.text is not None
        article = _article(gold.text, gold)
        began = time.process_time()
        document: Document = parser(article)
        self._parsing += time.process_time() - began
        self._finding += min(_finding_time(document) for _ in range(_RUNS))
        self._texts.append(gold.text)
        return find_dates(document)

    def figures(self) -> dict[str, Any]:
        """Milliseconds a document, the share of parsing, and a peer on the same texts."""
        number = len(self._texts)
        if not number:
            return dict.fromkeys(
                (
                    "ms_a_document",
                    "ms_for_3000_characters",
                    "characters",
                    "share_of_parsing",
                    "dateparser_ms_a_document",
                )
            )
        return {
            "ms_a_document": round(1000 * self._finding / number, 2),
            "ms_for_3000_characters": round(
                1000 * self._finding * 3000 / max(1, sum(map(len, self._texts))), 2
            ),
            "characters": sum(map(len, self._texts)) // number,
            "share_of_parsing": round(self._finding / self._parsing, 3),
            "dateparser_ms_a_document": _peer_time(self._texts[:_PEER_TEXTS]),
        }


def _finding_time(document: Document) -> float:
    began = time.process_time()
    find_dates(document)
    return time.process_time() - began


def _peer_time(texts: Sequence[str]) -> float | None:
    search = _peer()
    if search is None:
        return None
    began = time.process_time()
    for text in texts:
        search(text)
    return round(1000 * (time.process_time() - began) / len(texts), 2)


def _peer() -> Callable[[str], object] | None:
    """`dateparser.search` where it is installed; it is no dependency."""
    try:
        from dateparser.search import (  # type: ignore[import-untyped]  # no dependency
            search_dates,
        )
    except ImportError:
        return None
    settings = {"RELATIVE_BASE": datetime(2000, 1, 1)}
    return lambda text: search_dates(text, languages=["en"], settings=settings)
