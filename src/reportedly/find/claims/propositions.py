"""The propositions of a content: its sentences, joined clauses, what follows a colon."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.parse import Document, Token

_TELLING = 4  # words of a sentence that claims by itself
_CUT = 20  # characters that must stay before a last ", which …"
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def sentences_of(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a quotation; what states nothing ("Never.", a question) joins the rest."""
    open_from: int | None = None
    last = start
    for low, high in _within(document, start, end):
        if _states(document, low, high):
            if open_from is not None:
                yield open_from, last
            open_from = None
            yield low, high
        elif open_from is None:
            open_from = low
        last = high
    if open_from is not None:
        yield open_from, last


def _within(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of sentences in [start, end), without white space."""
    tokens = document.tokens_in(start, end)
    first = 0
    for n, token in enumerate(tokens):
        if n + 1 == len(tokens) or tokens[n + 1].sentence != token.sentence:
            yield max(start, tokens[first].start), min(end, token.end)
            first = n + 1


def _states(document: Document, start: int, end: int) -> bool:
    """Whether a sentence has a subject with its verb, some length, and asks nothing."""
    tokens = document.tokens_in(start, end)
    if sum(t.pos != "PUNCT" for t in tokens) < _TELLING or any(t.text == "?" for t in tokens):
        return False
    root = document.root_of(start, end)
    return root is not None and document.child(root.index, *_SUBJECTS) is not None


def after_colon(document: Document, start: int, end: int) -> int:
    """Where a told clause begins: "Orlo is out: **he hurt a knee**, the club said" tells that."""
    tokens = document.tokens_in(start, end)
    for n, token in enumerate(tokens):
        if token.text != ":" or n + 1 == len(tokens):
            continue
        rest = tokens[n + 1 :]
        root = document.root_of(rest[0].start, end)
        subject = document.child(root.index, *_SUBJECTS) if root is not None else None
        if subject is not None and subject.start >= rest[0].start:
            return rest[0].start
    return start


def clauses_of(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Coordinated clauses: "that A and that B" claims twice, "that A lied and left" once.

    A predicate in another tense claims by itself: "had lived there and were owed wages".
    """
    root = document.root_of(start, end)
    if root is None:
        return
    bounds = [start]
    for head in _joined(document, root):
        inside = document.subtree(head.index)
        first = next(
            (t for t in inside if t.dep != "mark" and t.pos not in {"PUNCT", "CCONJ"}), head
        )
        if start < first.start < end:
            bounds.append(first.start)
    bounds = sorted(set(bounds))
    for n, low in enumerate(bounds):
        high = bounds[n + 1] if n + 1 < len(bounds) else end
        if n + 1 < len(bounds):
            # leave out "and that" before the next part
            words = document.tokens_in(low, high)
            while words and (
                words[-1].pos in {"PUNCT", "CCONJ", "SCONJ"} or words[-1].text == "that"
            ):
                words = words[:-1]
            high = words[-1].end if words else high
        if high > low:
            yield low, high


def _joined(document: Document, head: Token) -> Iterator[Token]:
    helpers = _helpers(document, head)
    for child in document.children(head.index):
        if child.dep == "conj" and child.pos in {"VERB", "AUX"}:
            own = any(t.dep in _SUBJECTS for t in document.children(child.index))
            theirs = _helpers(document, child)
            if own or (helpers and theirs and helpers != theirs):
                yield child
            yield from _joined(document, child)


def _helpers(document: Document, verb: Token) -> tuple[str, ...]:
    """The helping verbs of a verb: "had", "had been", "would be"."""
    return tuple(
        t.text.casefold() for t in document.children(verb.index) if t.dep in {"aux", "auxpass"}
    )


def span_below(document: Document, token: Token) -> tuple[int, int]:
    """The characters of all that hangs on a word, without marks around it."""
    words = [t for t in document.subtree(token.index) if t.pos != "PUNCT"]
    return words[0].start, words[-1].end


def without_aside(document: Document, start: int, end: int) -> int:
    """The end without a last ", which …": as a rule the outlet's own addition."""
    for token in document.tokens_in(start, end):
        if token.text.casefold() in {"which", "who", "whose"} and token.index > 0:
            comma = document.tokens[token.index - 1]
            if comma.pos == "ADP" and comma.index:  # ", in which …"
                comma = document.tokens[comma.index - 1]
            clause = token
            while clause.dep not in {"relcl", "ROOT"} and clause.head != clause.index:
                clause = document.head(clause)
            last = document.subtree(clause.index)[-1]
            if comma.text == "," and clause.dep == "relcl" and last.end >= end - 1:
                cut = document.tokens[comma.index - 1].end
                return cut if cut - start > _CUT else end
    return end
