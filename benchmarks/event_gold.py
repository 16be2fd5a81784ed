"""What the benchmarks of events share: reading gold texts, spans, types in classes, and figures.

A PLOVER type is folded to the 15 roots of `zsp_plv` (CONCEDE and RETREAT are YIELD) and to the
five classes of CAMEO's sets: 1 verbal and 2 material cooperation, 3 verbal and 4 material
conflict; 0 where nothing is coded.
"""

from __future__ import annotations

import hashlib
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeVar

from benchmarks.figures import interval, rounded
from reportedly.analysis import analyse_article
from reportedly.extract.wrapped import unwrapped
from reportedly.find.actors import find_actors
from reportedly.find.coreference import find_entities
from reportedly.find.dates import find_dates
from reportedly.find.places import find_places
from reportedly.find.quotes import find_quotes
from reportedly.find.reading import Reading
from reportedly.records import Analysis, Article, Evidence, Report
from reportedly.resources import load_resources

Span = tuple[int, int]
T = TypeVar("T")
NOTHING = "none"
_CLASSES = {
    1: ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    2: ("COOPERATE", "AID", "RETREAT"),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
CLASS_OF = {name: number for number, names in _CLASSES.items() for name in names}
ROOTS = tuple(sorted({*CLASS_OF, "YIELD"} - {"CONCEDE", "RETREAT"}))


class Reader:
    """Reads gold texts with the shipped resources, and keeps the time that it takes."""

    def __init__(self) -> None:
        self.resources = load_resources()
        self.documents = 0
        self._seconds = 0.0

    def analyse(self, text: str, published: date | None = None) -> Analysis:
        """All records of a text."""
        return self._timed(partial(analyse_article, article_of(text, published), self.resources))

    def reading(self, text: str, published: date | None = None) -> Reading:
        """What the stages before events find in a text."""
        return self._timed(partial(self._reading, article_of(text, published)))

    def _reading(self, article: Article) -> Reading:
        resources = self.resources
        document = resources.parser(article)
        places = find_places(document, resources.gazetteer) if resources.gazetteer else ()
        entities = find_entities(document, resources.actors)
        said = find_quotes(document, entities, resources.verbs)
        return Reading(
            document=document,
            places=places,
            dates=find_dates(document),
            entities=entities,
            actors=find_actors(document, entities, places, resources.actors),
            quotes=said.quotes,
            scopes=said.scopes,
        )

    def _timed(self, work: Callable[[], T]) -> T:
        started = time.process_time()
        found = work()
        self._seconds += time.process_time() - started
        self.documents += 1
        return found

    def speed(self) -> dict[str, Any]:
        """Texts read, CPU milliseconds a text with parsing, and the peak of memory."""
        return {
            "documents": self.documents,
            "ms_per_document": round(1000 * self._seconds / max(self.documents, 1), 1),
            "rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        }


def article_of(text: str, published: date | None = None) -> Article:
    """A gold text as an article without an outlet."""
    name = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    text = unwrapped(text)
    return Article(
        article_id=name,
        raw_id=name,
        text_id=name,
        text=text,
        language="en",
        published=published,
        published_basis="input" if published else None,
    )


def day_of(text: object) -> date | None:
    """A day written as 2002-03-12 or 20020312, None where it is no day."""
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        return None


# --- reports ------------------------------------------------------------------------------


def is_told_as_fact(report: Report) -> bool:
    """Whether a report tells an act that happened: no plan, no denial, nothing negated."""
    return (
        report.realis == "actual"
        and report.polarity == "positive"
        and report.stance != "denies"
        and report.type is not None
    )


def passages(report: Report) -> tuple[Evidence, ...]:
    """All passages that tell a report's act."""
    return report.mentions or (report.trigger,)


def touches(evidence: Evidence, span: Span) -> bool:
    """Whether a passage and a span share a character."""
    return evidence.start < span[1] and span[0] < evidence.end


def any_touches(found: Iterable[Evidence], spans: Iterable[Span]) -> bool:
    """Whether any of the passages shares a character with any of the spans."""
    wanted = list(spans)
    return any(touches(evidence, span) for evidence in found for span in wanted)


def spans_of(row: Mapping[str, Any], *roles: str) -> list[Span]:
    """The spans of a gold row in any of some roles."""
    found = row.get("spans") or ()
    return [(span["start"], span["end"]) for span in found if span["role"] in roles]


def root_of(type_: str | None) -> str:
    """One of the 15 roots, `none` for no type."""
    if type_ in {"CONCEDE", "RETREAT"}:
        return "YIELD"
    return type_ or NOTHING


# --- figures ------------------------------------------------------------------------------


def share(name: str, right: Sequence[bool], constant: float | None = 0.0) -> dict[str, Any]:
    """A share of right answers under keys that begin with a name: value, n, interval."""
    if not right:
        return {name: None, f"{name}_n": 0, f"{name}_interval": None}
    return {
        name: rounded(_mean(right)),
        f"{name}_n": len(right),
        f"{name}_interval": interval(right, _mean),
        f"{name}_best_constant": rounded(constant),
    }


def most_common(labels: Sequence[str]) -> float | None:
    """The accuracy of always giving the most frequent label."""
    counts = Counter(labels)
    return max(counts.values()) / len(labels) if labels else None


Labelled = tuple[str, str]  # gold, found


def per_label(pairs: Sequence[Labelled], labels: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Precision, recall, F1 and n of each label."""
    return {label: _of_label(pairs, label) for label in labels}


def macro_f1(pairs: Sequence[Labelled]) -> float | None:
    """The mean F1 over the labels of the gold."""
    labels = sorted({gold for gold, _ in pairs})
    if not labels:
        return None
    return sum(_of_label(pairs, label)["f1"] or 0.0 for label in labels) / len(labels)


def accuracy(pairs: Sequence[Labelled]) -> float | None:
    """The share of pairs whose two labels are equal."""
    return sum(gold == found for gold, found in pairs) / len(pairs) if pairs else None


def _of_label(pairs: Sequence[Labelled], label: str) -> dict[str, Any]:
    gold = sum(g == label for g, _ in pairs)
    found = sum(f == label for _, f in pairs)
    right = sum(g == f == label for g, f in pairs)
    return {
        "f1": rounded(2 * right / (gold + found)) if gold + found else None,
        "precision": rounded(right / found) if found else None,
        "recall": rounded(right / gold) if gold else None,
        "n": gold,
    }


def _mean(values: Sequence[bool]) -> float | None:
    return sum(values) / len(values) if values else None


def label_lines(found: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """A readable table of the figures of labels."""
    return [
        f"  {label:<18} f1 {_shown(f['f1'])}  p {_shown(f['precision'])}  "
        f"r {_shown(f['recall'])}  n {f['n']}"
        for label, f in found.items()
    ]


def speed_line(result: Mapping[str, Any]) -> str:
    """Speed and memory in words."""
    return (
        f"{result['documents']} texts, {result['ms_per_document']} ms each with parsing, "
        f"{result['rss_mb']} MB at most"
    )


def _shown(value: float | None) -> str:
    return "  - " if value is None else f"{value:.3f}"
