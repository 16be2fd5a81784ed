"""Whose deed a text says that an act is: "blamed on rebels", "the work of the army"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.find.events.triggers.slots import after_preposition, subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.triggers.voice import is_passive
from reportedly.find.events.word_lists import role_words
from reportedly.find.events.words import words
from reportedly.parse import Document
from reportedly.parse.document import Token

BLAMING = words("blame attribute ascribe pin")  # "blamed on", "attributed to"
_CLAUSES = frozenset({"acl", "relcl"})


def blamed(document: Document, noun: Token) -> list[Token]:
    """On whom a clause beside an act puts it: "an attack *blamed on rebels*".

    Also whose act it is thought to be: "believed to have been carried out by rebels", and whose
    work: "the raid was *the work of the Front*".
    """
    found = list(_whose_work(document, noun))
    for child in document.children(noun.index):
        if child.dep not in _CLAUSES:
            continue
        if child.lemma in BLAMING:
            for word in ("on", "to"):
                found.extend(after_preposition(document, child.index, word))
        for thought in document.children(child.index):
            if child.tag == "VBN" and thought.dep == "xcomp":
                found.extend(after_preposition(document, thought.index, "by"))
    return found


def who_perpetrated(document: Document, noun: Token, trigger: Trigger) -> list[Token]:
    """Who committed it: "the murder of two nurses *perpetrated* in Arvan on Monday *by rebels*".

    Nobody perpetrates nurses: the participle is said of the act, whatever the parser hangs it on,
    and the agent may hang on the place or the day.
    """
    holders = [noun]
    if trigger.type == "ASSAULT" and trigger.recipient_role in {"of", "possessor"}:
        holders.extend(after_preposition(document, noun.index, "of"))
    clauses = [
        child for holder in holders for child in _below(document, holder) if child.dep in _CLAUSES
    ]
    joined = [t for c in clauses for t in document.children(c.index) if t.dep == "conj"]
    verbs = [verb for verb in (*clauses, *joined) if _perpetrates(document, verb)]
    verb = document.head(noun)  # "an attack *staged* on Monday by rebels left two dead"
    if noun.dep == "nsubj" and _perpetrates(document, verb) and is_passive(document, verb.index):
        verbs.append(verb)
    return [who for verb in verbs for who in _agents(document, verb)]


def _below(document: Document, holder: Token) -> Iterator[Token]:
    """What hangs on a word, or on a place or day behind it."""
    for child in document.children(holder.index):
        yield child
        if child.dep == "prep" and child.text.casefold() in {"in", "on", "at", "near"}:
            for inner in document.children(child.index):
                yield from document.children(inner.index)


def _perpetrates(document: Document, verb: Token) -> bool:
    out = any(t.text.casefold() == "out" for t in document.children(verb.index))
    return verb.lemma in role_words().perpetrating and (verb.lemma != "carry" or out)


def _agents(document: Document, verb: Token) -> tuple[Token, ...]:
    """Who stands behind 'by', also where a parser hangs it on the place or the day."""
    found = subjects(document, verb.index) if is_passive(document, verb.index) else ()
    found = found or after_preposition(document, verb.index, "by")
    return found or tuple(
        who
        for preposition in document.children(verb.index)
        if preposition.dep == "prep"
        for place in document.children(preposition.index)
        for who in after_preposition(document, place.index, "by")
    )


def _whose_work(document: Document, noun: Token) -> Iterable[Token]:
    """'Was *the army's* work', 'was an action *by the army* and not the rebels'."""
    verb = document.head(noun)
    work = document.child(verb.index, "attr")
    negated = document.child(verb.index, "neg") is not None
    if noun.dep != "nsubj" or verb.lemma != "be" or negated or work is None:
        return ()
    if work.lemma not in role_words().works:
        return ()
    owners = [t for t in document.children(work.index) if t.dep == "poss" and t.pos != "PRON"]
    by = after_preposition(document, work.index, "by")
    return (*owners, *(by or after_preposition(document, work.index, "of")))
