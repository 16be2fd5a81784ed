"""What is held against somebody who is taken: "two men *involved in the killing* were arrested".

The clause tells who he is by an older deed, which is not the news; its day is not that of the
arrest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.find.events.clauses import is_verb
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import DateMention, DateValue, Found

_HELD = frozenset({"involve", "implicate", "want", "accuse", "accused"})
_CHARGING = frozenset({"charge", "accuse", "convict", "suspect", "acquit", "indict"})
_TRYING = frozenset({"SANCTION", "COERCE", "ACCUSE", "RETREAT", "CONCEDE"})
_CLAUSES = frozenset({"acl", "relcl", "advcl", "amod"})
_SOMEBODY = frozenset({"he", "she", "they"})
_CAUGHT = frozenset({"accused", "arrested", "arrestee", "arrestees", "detained", "surrendered"})
_TAKEN = frozenset({("COERCE", "arrest"), ("RETREAT", "disarm")})
_PATIENT = frozenset({"nsubjpass", "nsubj", "dobj", "pobj", "conj", "appos"})


def is_held_against(document: Document, index: int, triggers: Sequence[Trigger]) -> bool:
    """Whether a word stands in what is said against somebody whose arrest is told.

    Args:
        document: the parsed article.
        index: the word, of an act or of a date.
        triggers: all triggers of the article.
    """
    if not document.has_syntax:
        return False
    for clause in (document.tokens[index], *document.ancestors(index)):
        if clause.lemma in _HELD and _goes_on_in(document, clause):
            if clause.dep in _CLAUSES:
                return _is_taken(document, document.head(clause), triggers)
            if clause.dep in _PATIENT and not is_verb(clause):  # "four *accused in* the blast"
                return _is_taken(document, clause, triggers)
            return _is_said_of_him(document, clause, triggers)
    return False


def without_day_of_charge(
    document: Document,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    date: Found[DateValue] | None,
) -> Found[DateValue] | None:
    """The day of an act; None where it is that of what is held against those who are taken."""
    if date is None or is_held_against(document, trigger.token, triggers):
        return date
    root = document.root_of(date.evidence.start, date.evidence.end)
    return None if root and is_held_against(document, root.index, triggers) else date


def is_time_of_crime(
    document: Document, trigger: Trigger, triggers: Sequence[Trigger], mention: DateMention
) -> bool:
    """Whether a year or month is that of the deed that somebody is tried or held for.

    "Sentenced the general to 20 years *for the massacre of 69 peasants in 1985*".
    """
    if trigger.type not in _TRYING or mention.value.granularity not in {"year", "month"}:
        return False
    start, end = mention.evidence.start, mention.evidence.end
    root = document.root_of(start, end)
    if root is not None and any(
        t.index > trigger.token and _is_charge(document, t) for t in document.ancestors(root.index)
    ):
        return True
    return any(
        other.token > trigger.token
        and document.tokens[other.token].end <= start
        and document.tokens[other.token].sentence == document.tokens[trigger.token].sentence
        and _is_charge(document, document.tokens[other.token])
        for other in triggers
    )


def _is_charge(document: Document, deed: Token) -> bool:
    """Whether a word stands behind 'for' or 'over': "for the massacre", "over killing a judge".

    So it does in "charged *with the murder*", "accused *of the murder*".
    """
    if deed.dep not in {"pobj", "pcomp"}:
        return False
    preposition = document.head(deed)
    word, above = preposition.text.casefold(), document.head(preposition)
    return word in {"for", "over"} or (word in {"with", "of"} and above.lemma in _CHARGING)


def _goes_on_in(document: Document, clause: Token) -> bool:
    """'Involved in': who was involved with a club or by a friend did nothing."""
    children = document.children(clause.index)
    return any(t.dep == "prep" and t.text.casefold() == "in" for t in children)


def _is_said_of_him(document: Document, held: Token, triggers: Iterable[Trigger]) -> bool:
    """'Police arrested Ana Roa. *She was involved in* the killing of a judge': told before it."""
    subject = document.child(held.index, "nsubj", "nsubjpass")
    while subject is None and held.dep == "conj":  # "she taught there and was involved in"
        held = document.head(held)
        subject = document.child(held.index, "nsubj", "nsubjpass")
    if subject is None:
        return False
    if _CAUGHT & {t.text.casefold() for t in document.subtree(subject.index)}:
        return True  # "the arrested man"
    known = subject.text.casefold() in _SOMEBODY or subject.name == "PERSON"
    return known and any(
        (t.type, t.mode) in _TAKEN and not t.nominal and t.token < held.index for t in triggers
    )


def _is_taken(document: Document, person: Token, triggers: Iterable[Trigger]) -> bool:
    """Whether a phrase is that of somebody arrested or surrendering, by the verb above it."""
    verb = person
    while verb.head != verb.index and (
        verb.dep == "prep" or (verb.dep in _PATIENT and not is_verb(verb))  # "*including* four"
    ):
        verb = document.head(verb)
    taken = {t.token for t in triggers if (t.type, t.mode) in _TAKEN and not t.nominal}
    return verb.index in taken or (person.index != verb.index and verb.head in taken)
