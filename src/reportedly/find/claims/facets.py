"""What a claim says beside its words: yes or no, how it accuses, and of what time."""

from __future__ import annotations

from reportedly.find.claims.assertion import Assertion
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.records import DateValue, Found, Polarity

_NOBODY = frozenset({"neither", "no", "nobody", "none", "nothing"})
# rules of sentences that pass judgement and name no deed
_JUDGING = frozenset({"claims.answer", "claims.judged", "claims.ought", "claims.trait"})


def polarity_of(document: Document, start: int, end: int) -> Polarity:
    """Whether [start, end) denies what its verb says: "no soldier fired", "it has never paid"."""
    root = document.root_of(start, end)
    if root is None:
        return "positive"
    for child in document.children(root.index):
        if not start <= child.start < end:
            continue
        if child.dep == "neg":
            return "negated"
        if child.dep in {"nsubj", "nsubjpass", "dobj"} and (
            child.text.casefold() in _NOBODY
            or any(t.text.casefold() in _NOBODY for t in document.children(child.index))
        ):
            return "negated"
    return "positive"


def mode_of(assertion: Assertion) -> str | None:
    """The PLOVER mode of ACCUSE, None for a claim that accuses nobody."""
    if assertion.kind == "accusation":
        return "disapprove" if assertion.rule in _JUDGING else "allege"
    return "allege" if assertion.rule == "claims.general" else None


def date_of(reading: Reading, start: int, end: int, rule: str) -> Found[DateValue] | None:
    """The first time that [start, end) gives; one with bounds before one that only lasts."""
    inside = [d for d in reading.dates if start <= d.evidence.start and d.evidence.end <= end]
    bounded = [d for d in inside if d.value.earliest is not None]
    for mention in (bounded or inside)[:1]:
        return Found(value=mention.value, evidence=mention.evidence, made_by=rule)
    return None
