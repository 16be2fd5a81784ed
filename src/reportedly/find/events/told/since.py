"""Dates that begin a time or count in one: "since June", "the third raid this year"."""

from __future__ import annotations

from reportedly.find.events.clauses import clause_of, clauses_above
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.words import words
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import DateMention, Evidence

_SINCE = 10  # characters before a date in which the word "since" stands
_ORDINALS = words("first second third fourth fifth sixth seventh eighth ninth tenth latest last")


def is_since(document: Document, evidence: Evidence) -> bool:
    """Whether a date only begins a time: "since September"."""
    before = document.text[max(evidence.start - _SINCE, 0) : evidence.start].casefold().split()
    return "since" in {*before[-1:], evidence.quote.casefold().split()[0]}


def is_since_of_other(document: Document, mention: DateMention, trigger: Trigger) -> bool:
    """'The worst raid *since 2003*', 'who has led the party *since June*': no day of the act.

    Nor is that of a clause: "the first raid *since the truce broke down in May*".
    """
    root = document.root_of(mention.evidence.start, mention.evidence.end)
    if root is None:
        return False
    clauses = clauses_above(document, root.index)
    begun = next((c for c in clauses if _opens_with_since(document, c)), None)
    if begun is not None:
        return begun not in clauses_above(document, trigger.token)
    if document.head(root).text.casefold() != "since":
        return False
    above = document.head(document.head(root))
    if above.pos not in {"VERB", "AUX"}:
        return not _tells_when(document, root, trigger)
    same = clause_of(document, above.index) == clause_of(document, trigger.token)
    return not same and not _tells_when(document, root, trigger)


def is_begun(document: Document, trigger: Trigger) -> bool:
    """'On alert since rebels *attacked* Arvan': before the news, nobody says when."""
    clauses = clauses_above(document, trigger.token)
    return document.has_syntax and any(_opens_with_since(document, c) for c in clauses)


def _opens_with_since(document: Document, clause: int) -> bool:
    """Whether "since" opens a clause; "since 1 May" is a date, whatever a parser hangs it on."""
    openers = (t for t in document.children(clause) if t.dep == "mark" and t.lemma == "since")
    return any(document.tokens[t.index + 1].name != "DATE" for t in openers)


def counts_up(document: Document, mention: DateMention, trigger: Trigger) -> bool:
    """'The third raid *this year*', 'the worst since 2023': a span in which one counts."""
    root = document.root_of(mention.evidence.start, mention.evidence.end)
    long = mention.value.granularity in {"year", "month"}
    if root is None or not long or _tells_when(document, root, trigger):
        return False
    above = document.head(root)
    noun = document.head(above) if above.dep == "prep" else above
    if noun.pos not in {"NOUN", "PROPN"}:
        return False
    return any(
        t.tag in {"JJS", "RBS"} or t.text.casefold() in _ORDINALS
        for t in document.children(noun.index)
    )


def _tells_when(document: Document, since: Token, trigger: Trigger) -> bool:
    """Whether an act stands in what happened then: "since 1999, *when* a bomb killed 23"."""
    clause = document.tokens[clause_of(document, trigger.token)]
    words_here = {t.text.casefold() for t in document.children(clause.index)}
    return clause.index > since.index and "when" in words_here
