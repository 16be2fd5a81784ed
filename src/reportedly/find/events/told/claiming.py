"""Who says that he did it himself: "claimed responsibility", "by its own account"."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.find.events.clauses import clause_of, is_verb, subject_of
from reportedly.find.events.told.stances import StanceWords
from reportedly.find.events.triggers.slots import after_preposition, subjects
from reportedly.find.events.triggers.voice import is_passive
from reportedly.find.events.words import words
from reportedly.parse import Document
from reportedly.parse.document import Token

_ITSELF = words("it its we our their")
_NOBODY = words("no neither none nobody")


def claimers(document: Document, token: Token, stances: StanceWords) -> tuple[Token, Token] | None:
    """The head of who claims an act, and the verb or noun by which he does.

    "X claimed responsibility for the attack", "the attack was claimed by X", "responsibility for
    it was claimed by X"; "by its own account, X attacked".
    """
    verb = next(
        (
            verb
            for noun in _naming(document, token, stances)
            if (verb := _claiming_verb(document, noun, stances)) is not None
        ),
        None,
    )
    if verb is not None:
        who = next(iter(_who(document, verb)), None)
        return None if who is None else (who, verb)
    return _by_own_account(document, token, stances)


def _naming(document: Document, token: Token, stances: StanceWords) -> Iterable[Token]:
    """The words that name the act of a word, or of its verb: "the *attack* that killed two"."""
    yield token
    acts = stances.of("claim", "acts")
    at = token
    while is_verb(at) and at.dep == "relcl":  # parsers hang it on a later noun of the phrase
        at = document.head(at)
        while at.lemma not in acts and at.dep in {"pobj", "prep", "poss", "compound"}:
            at = document.head(at)
    yield at
    if is_verb(at) and at.index != token.index:  # "claimed the raid on Monday, which killed two"
        before = [t for t in document.subtree(at.index) if t.index < token.index]
        yield from [t for t in before if t.lemma in acts][-1:]
    if is_verb(token):
        for child in document.children(token.index):
            below = (child, *(document.children(child.index) if child.dep == "prep" else ()))
            yield from (t for t in below if t.lemma in acts and t.dep in {"nsubj", "pobj"})


def _claiming_verb(document: Document, token: Token, stances: StanceWords) -> Token | None:
    head = document.head(token)
    if token.dep == "pobj" and head.text.casefold() == "for":
        credit = document.head(head)
        if credit.lemma in stances.of("claim", "credit"):
            return verb_of_credit(document, credit, stances)
    beside = _claimed_beside(document, token, stances) or _says_it_did(document, token, stances)
    if beside is not None:
        return beside
    claimed = token.dep in {"dobj", "nsubjpass"} and head.lemma == "claim" and is_verb(head)
    if claimed and token.pos == "NOUN" and not _is_negated(document, head):
        return head
    return None


def _says_it_did(document: Document, noun: Token, stances: StanceWords) -> Token | None:
    """The verb of speech in "the group *said* it was behind the blast", "its men were to blame"."""
    preposition = document.head(noun)
    state = document.head(preposition)
    to_answer = (preposition.text.casefold(), state.lemma)
    if noun.dep != "pobj" or to_answer not in {("behind", "be"), ("for", "responsible")}:
        return None
    clause = document.head(state) if state.dep == "acomp" else state
    said = document.head(clause)
    if clause.dep != "ccomp" or said.lemma not in stances.of("claim", "saying"):
        return None
    himself = any(
        t.text.casefold() in _ITSELF
        or any(c.dep == "poss" and c.text.casefold() in _ITSELF for c in document.children(t.index))
        for t in subjects(document, clause.index)
    )
    return said if himself and not _is_negated(document, clause) else None


def _claimed_beside(document: Document, noun: Token, stances: StanceWords) -> Token | None:
    """The clause behind an act that says who claims it: "the blast, which was claimed by X"."""
    if noun.lemma not in stances.of("claim", "acts"):
        return None
    sentence = document.sentence_tokens(document.sentences[noun.sentence])
    for verb in sentence:
        if verb.lemma != "claim" or verb.tag != "VBN" or verb.dep not in {"acl", "relcl"}:
            continue
        own = verb.head == noun.index or verb.index == noun.index + 1
        time = document.head(verb)
        own = own or (time.name == "DATE" and noun.index < time.index)  # parsers hang it there
        if own and is_passive(document, verb.index) and not _is_negated(document, verb):
            return verb
    return None


def verb_of_credit(document: Document, credit: Token, stances: StanceWords) -> Token | None:
    """The verb that claims: "took responsibility", "responsibility was claimed"."""
    verb = document.head(credit)
    if not is_verb(verb) or verb.lemma not in stances.of("claim", "verbs"):
        return None
    if credit.dep not in {"dobj", "nsubjpass"} or _is_negated(document, verb):
        return None
    return verb


def verb_of_claim(document: Document, act: Token, stances: StanceWords) -> Token | None:
    """The verb that claims an act or denies a part in it: "*denied* a role in the raid"."""
    verb = next((t for t in document.ancestors(act.index) if is_verb(t)), None)
    if verb is None:
        return None
    matters = stances.of("claim", "credit") | stances.of("denial", "parts")
    what = document.child(verb.index, "dobj")
    return verb if what is not None and what.lemma in matters else None


def _who(document: Document, verb: Token) -> Iterable[Token]:
    found = (
        after_preposition(document, verb.index, "by")
        if is_passive(document, verb.index)
        else subjects(document, verb.index)
    )
    return [t for t in found if not _is_nobody(document, t)]


def who_claims(document: Document, verb: Token) -> Token | None:
    """Who claims by a verb; None where nobody does."""
    return next(iter(_who(document, verb)), None)


def _is_nobody(document: Document, subject: Token) -> bool:
    words_of = {t.text.casefold() for t in document.children(subject.index)}
    return bool(words_of & _NOBODY) or subject.text.casefold() in _NOBODY


def _is_negated(document: Document, verb: Token) -> bool:
    return any(t.dep == "neg" for t in document.children(verb.index))


def _by_own_account(
    document: Document, token: Token, stances: StanceWords
) -> tuple[Token, Token] | None:
    clause = clause_of(document, token.index)
    for child in document.children(clause):
        if child.dep not in {"prep", "agent"} or child.text.casefold() != "by":
            continue
        for noun in document.children(child.index):
            own = {t.text.casefold() for t in document.children(noun.index)}
            if noun.lemma in stances.of("claim", "accounts") and "own" in own:
                who = subject_of(document, clause)
                return None if who is None else (who, noun)
    return None
