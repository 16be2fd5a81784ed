"""The passage that tells an act: its part of a sentence that tells several acts in a row.

"Police seized a phone and detained a man of 22." tells a seizure and an arrest: each report points
to its own half, so that a reader who checks it sees at once which words are meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reportedly.find.events.acts.settled import Settled
from reportedly.find.events.clauses import heads_clause
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import Evidence

_JOINING = frozenset({"cc", "punct"})


def passages_of(document: Document, acts: Sequence[Settled]) -> tuple[Evidence, ...]:
    """One passage for each act, in their order; without syntax the passages that they have."""
    passages = [settled.act.lead.evidence for settled in acts]
    if not document.has_syntax:
        return tuple(passages)
    sharing: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, passage in enumerate(passages):
        sharing[passage.start, passage.end].append(number)
    for (start, end), numbers in sharing.items():
        told = {n: _tokens_between(document, acts[n], start, end) for n in numbers}
        for number in numbers if len(numbers) > 1 else ():
            beside = {t for n in numbers if n != number for t in told[n]} - told[number]
            own = [_part(document, t, beside, start, end) for t in told[number]]
            if beside and own:
                first, last = min(a for a, _ in own), max(b for _, b in own)
                passages[number] = _trimmed(document, first, last)
    return tuple(passages)


def _tokens_between(document: Document, settled: Settled, start: int, end: int) -> set[int]:
    """The words by which an act is told in a passage."""
    tokens = {telling.trigger.token for telling in settled.act.tellings}
    return {t for t in tokens if start <= document.tokens[t].start < end}


def _part(document: Document, told: int, beside: set[int], start: int, end: int) -> tuple[int, int]:
    """The part of a passage around one word, without clauses in a row that tell other acts."""
    above = (document.tokens[told], *document.ancestors(told))
    for clause in above:
        later = [c for c in _row(document, clause) if c.start > document.tokens[told].start]
        end = min((end, *(_opening(document, c) for c in later if _holds(document, c, beside))))
    for clause in above:
        first = document.head(clause)
        if _stands_in_row(document, clause) and beside & _without(document, first, clause):
            return max(start, _opening(document, clause)), end
    return start, end


def _row(document: Document, clause: Token) -> Iterable[Token]:
    """The clauses that stand in a row behind a clause."""
    return (t for t in document.children(clause.index) if _stands_in_row(document, t))


def _stands_in_row(document: Document, clause: Token) -> bool:
    return clause.dep == "conj" and heads_clause(document, clause)


def _holds(document: Document, clause: Token, tokens: set[int]) -> bool:
    return any(t.index in tokens for t in document.subtree(clause.index))


def _without(document: Document, first: Token, clause: Token) -> set[int]:
    """The words under a clause, but for those of one that stands in a row behind it."""
    behind = {t.index for t in document.subtree(clause.index)}
    return {t.index for t in document.subtree(first.index)} - behind


def _opening(document: Document, clause: Token) -> int:
    """Where a clause of a row begins."""
    return document.subtree(clause.index)[0].start


def _trimmed(document: Document, start: int, end: int) -> Evidence:
    """A passage without the commas and conjunctions at its ends."""
    words = list(document.tokens_in(start, end))
    while len(words) > 1 and words[0].dep in _JOINING and words[0].text not in "\"'“‘":
        words.pop(0)
    while len(words) > 1 and (words[-1].dep == "cc" or words[-1].text in {",", ";", "–", "—"}):
        words.pop()
    return document.evidence(words[0].start, words[-1].end)
