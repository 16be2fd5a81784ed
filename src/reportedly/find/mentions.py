"""From a passage to the entity that it names, and the noun phrases that name one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from reportedly.parse import Document, Token
from reportedly.records import Entity

PREMODIFIERS = frozenset(
    {"det", "amod", "compound", "nmod", "nummod", "poss", "predet", "quantmod", "case", "advmod"}
)


class MentionIndex:
    """Finds entities by passage; build it once for many look-ups."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        rows = sorted(
            ((m.start, m.end, n) for n, e in enumerate(entities) for m in e.mentions),
        )
        self._entities = tuple(entities)
        self._rows = rows
        self._starts = [row[0] for row in rows]

    def at(self, start: int, end: int) -> Entity | None:
        """The entity that [start, end) names, else None.

        An exact mention counts first, then the smallest mention that holds the passage, then the
        longest that ends it ("interior minister Ana Roa" ends in the mention "Ana Roa").
        """
        low = bisect_right(self._starts, start - 200)
        high = bisect_right(self._starts, end - 1)
        best: tuple[int, int] | None = None  # (rank, entity)
        for row_start, row_end, number in self._rows[low:high]:
            if row_end <= start:
                continue
            if (row_start, row_end) == (start, end):
                return self._entities[number]
            if row_start <= start and end <= row_end:
                rank = row_end - row_start  # the smallest that holds the passage
            elif row_start >= start and row_end == end:
                rank = 10_000 - (row_end - row_start)  # else the longest that ends it
            else:
                continue
            if best is None or rank < best[0]:
                best = (rank, number)
        return self._entities[best[1]] if best else None


def noun_phrase(document: Document, head: Token) -> tuple[int, int]:
    """Tokens [first, last) of a noun with what stands before it: "the regional health office".

    Relative clauses, appositions and complements after the noun are left out.
    """
    first = head.index
    for child in document.children(head.index):
        if child.index < first and child.dep in PREMODIFIERS:
            left = min(t.index for t in document.subtree(child.index))
            # a modifier with a clause of its own is not part of the phrase
            if head.index - left <= 12:
                first = min(first, left)
    return first, head.index + 1


def full_phrase(document: Document, head: Token) -> tuple[int, int]:
    """Tokens [first, last) of a noun with its complements: "lawyers for the dockers' union"."""
    first, last = noun_phrase(document, head)
    at = last
    tokens = document.tokens
    while at < len(tokens) and tokens[at].sentence == head.sentence:
        token = tokens[at]
        if not (token.dep == "prep" and token.head == head.index):
            break
        if token.lemma not in {"of", "for", "from", "at", "in", "with", "on"}:
            break
        inside = document.subtree(token.index)
        end = inside[-1].index + 1
        clause = next((t.index for t in inside if t.dep in {"relcl", "acl", "appos"}), None)
        if clause is not None:
            end = min(t.index for t in document.subtree(clause))
        while end > at and tokens[end - 1].pos in {"PUNCT", "CCONJ"}:
            end -= 1
        if end <= at or end - at > 15:
            break
        last = at = end
    return first, last
