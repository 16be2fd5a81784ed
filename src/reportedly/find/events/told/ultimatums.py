"""Conditions without 'if': "one more arrest and we …", "leave or we …", "whoever crosses …"."""

from __future__ import annotations

from reportedly.find.events.clauses import clause_of, is_verb
from reportedly.find.events.words import words
from reportedly.parse import Document
from reportedly.parse.document import Token

_ANYBODY = words(
    "any anyone anybody whoever whichever whatever every everyone everybody next those all each"
)
_ONE_MORE = words("one another more any next single")
_OTHERWISE = words("otherwise else")
_SUBJECTS = words("nsubj nsubjpass csubj csubjpass")
_INVERTED = words("should were had")
_FUTURE = words("will shall 'll ’ll wo gonna would")
_DETERMINED = frozenset({"det", "poss", "nummod"})


def is_future(document: Document, index: int) -> bool:
    """Whether a verb stands in the future: "we will", "we are going to"."""
    for token in (document.tokens[index], *document.ancestors(index)):
        children = document.children(token.index)
        if any(t.dep in {"aux", "auxpass"} and t.text.casefold() in _FUTURE for t in children):
            return True
        if token.lemma == "go" and token.tag == "VBG":
            return True
        if token.dep not in {"conj", "xcomp"}:
            return False
    return False


def is_conditional(document: Document, index: int) -> bool:
    """Whether the clause of a word says what follows from something else, without 'if'."""
    verb = document.tokens[clause_of(document, index)]
    return (
        _comes_after_alternative(document, verb)
        or is_for_anybody(document, verb)
        or _is_inverted(document, verb)
        or any(t.text.casefold() in _OTHERWISE for t in document.children(verb.index))
        or _follows_order(document, verb)
    )


def _comes_after_alternative(document: Document, verb: Token) -> bool:
    """'leave or we shoot', 'one more arrest and we strike', 'either he goes or we strike'."""
    if verb.dep != "conj" or verb.head >= verb.index:
        return False
    before = document.head(verb)
    joints = {t.text.casefold() for t in document.children(before.index) if t.dep == "cc"}
    joints |= {t.text.casefold() for t in document.children(before.index) if t.dep == "preconj"}
    own = any(t.dep in _SUBJECTS for t in document.children(verb.index))
    if not own:
        return False
    if joints & {"or", "either"}:
        return True
    if "and" not in joints:
        return False
    return is_order(document, before) or is_one_more(document, before)


def is_one_more(document: Document, noun: Token) -> bool:
    """'One more arrest', 'another shot': a noun phrase that stands for a condition."""
    if noun.pos not in {"NOUN", "PROPN"}:
        return False
    phrase = (t for t in document.subtree(noun.index) if t.index < noun.index)
    around = {t.text.casefold() for t in phrase}
    return bool(around & {"more", "another"}) and bool(around & (_ONE_MORE | {"a"}))


def is_order(document: Document, verb: Token) -> bool:
    """An imperative: "Leave the town"."""
    if not is_verb(verb) or verb.tag not in {"VB", "VBP"}:
        return False
    children = document.children(verb.index)
    return not any(t.dep in _SUBJECTS or t.tag in {"MD", "TO"} for t in children)


def is_for_anybody(document: Document, verb: Token) -> bool:
    """'Whoever crosses', 'any ship that enters', 'the next truck that passes', acting or hit."""
    for subject in document.children(verb.index):
        if subject.dep not in _SUBJECTS | {"dobj"}:
            continue
        first = {
            t.text.casefold() for t in document.subtree(subject.index) if t.index <= subject.index
        }
        clause = subject.dep in {"csubj", "csubjpass"} or any(
            t.dep in {"relcl", "acl", "prep"} for t in document.children(subject.index)
        )
        if clause and first & _ANYBODY:
            return True
        if is_whoever(document, subject):  # "drivers who block the bridge"
            return True
    return _is_of_anyone_before(document, verb)


def is_whoever(document: Document, noun: Token) -> bool:
    """'drivers who block the bridge': any of them, where no article says which."""
    children = document.children(noun.index)
    bare = noun.tag == "NNS" and not any(t.dep in _DETERMINED for t in children)
    return bare and any(t.dep == "relcl" for t in children)


def _is_of_anyone_before(document: Document, verb: Token) -> bool:
    """'Anyone caught looting will be jailed': parsers take the participle for a verb beside it."""
    before = document.head(verb)
    if verb.dep != "conj" or before.tag not in {"VBD", "VBN"} or before.index > verb.index:
        return False
    own = any(t.dep in _SUBJECTS for t in document.children(verb.index))
    joined = any(t.dep == "cc" for t in document.children(before.index))
    first = {t.text.casefold() for t in document.children(before.index) if t.dep in _SUBJECTS}
    return not own and not joined and bool(first & _ANYBODY)


def _is_inverted(document: Document, verb: Token) -> bool:
    """'Should the army come, …'."""
    for clause in document.children(verb.index):
        if clause.dep != "advcl" or clause.index > verb.index:
            continue
        first = next(iter(document.subtree(clause.index)))
        if first.text.casefold() in _INVERTED and first.dep == "aux":
            return True
    return False


def _follows_order(document: Document, verb: Token) -> bool:
    """'Do not march tomorrow. We will shoot.'"""
    sentence = document.sentences[verb.sentence]
    if sentence.index == 0 or (verb.head != verb.index and verb.dep not in {"ccomp", "parataxis"}):
        return False
    before = document.sentences[sentence.index - 1]
    if before.paragraph != sentence.paragraph:
        return False
    root = next((t for t in document.sentence_tokens(before) if t.head == t.index), None)
    return root is not None and root.tag == "VB" and is_order(document, root)
