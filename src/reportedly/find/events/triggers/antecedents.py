"""Whom "it" and "they" stand for where they act: "Rebels came at dawn. *They* entered Goma".

A rule that asks who acts must read the second sentence as the first. "He" and "she" are persons
in the words of the rules as they stand. Nor does a rule that asks for a building miss it in "they
entered an office and ransacked *it*".
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.parse import Document, Token
from reportedly.records import Entity

_PLURAL = {"they": True, "it": False}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PLURAL_IN_SINGULAR = frozenset({"police"})


def antecedents_of(document: Document, entities: Sequence[Entity]) -> dict[int, int]:
    """The words that pronouns among the subjects stand for, by indices; as entities tell it."""
    entity_at = {m.start: entity for entity in entities for m in entity.mentions}
    found: dict[int, int] = {}
    for token in document.tokens:
        if token.tag == "PRP" and token.dep in _SUBJECTS and token.text.lower() in _PLURAL:
            entity = entity_at.get(token.start)
            word = None if entity is None else _named(document, entity, token)
            if word is not None:
                found[token.index] = word.index
        elif token.dep == "dobj" and token.text.lower() == "it":
            thing = _thing_before(document, document.head(token))
            if thing is not None:
                found[token.index] = thing.index
    return found


def _thing_before(document: Document, verb: Token) -> Token | None:
    """What the verb before a joined one is about: "entered *an office* and ransacked it"."""
    if verb.dep != "conj" or document.child(verb.index, *_SUBJECTS) is not None:
        return None
    first = document.head(verb)
    about = document.children(first.index)
    held = [t for p in about if p.dep == "prep" for t in document.children(p.index)]
    things = [t for t in about if t.dep == "dobj"] or [t for t in held if t.dep == "pobj"]
    before = [t for t in things if t.index < verb.index]
    if len(before) == 1 and before[0].tag == "PRP":  # "ransacked it and burned *it*"
        return _thing_before(document, first)
    one = len(before) == 1 and before[0].tag in ("NN", "NNP")
    return before[0] if one else None


def _named(document: Document, entity: Entity, pronoun: Token) -> Token | None:
    """The head of the nearest phrase before a pronoun that names its entity."""
    for mention in reversed(entity.mentions):
        if mention.start < pronoun.start:
            head = document.root_of(mention.start, mention.end)
            if head is not None and head.tag != "PRP":
                return head
    return None


def subject_of_sentence_before(document: Document, pronoun: Token) -> Token | None:
    """The subject of the sentence before, for a pronoun that is the subject of its sentence."""
    plural = _PLURAL.get(pronoun.text.lower())
    verb = document.head(pronoun)
    if plural is None or pronoun.sentence == 0 or verb.head != verb.index:
        return None
    before = document.sentences[pronoun.sentence - 1]
    root = next((t for t in document.sentence_tokens(before) if t.head == t.index), None)
    subject = None if root is None else document.child(root.index, *_SUBJECTS)
    if subject is None or subject.pos not in ("NOUN", "PROPN") or subject.name == "PERSON":
        return None
    joined = document.child(subject.index, "conj") is not None
    many = subject.tag in ("NNS", "NNPS") or joined or subject.lemma in _PLURAL_IN_SINGULAR
    return subject if many == plural else None
