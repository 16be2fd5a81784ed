"""What the words around a noun say of the reality of the act that it names."""

from __future__ import annotations

from dataclasses import replace

from reportedly.find.events.clauses import is_verb
from reportedly.find.events.reality_rules import RealityRule
from reportedly.find.events.reality_state import Ground, Reality, apply
from reportedly.find.events.reality_verbs import phrasal, predicate
from reportedly.parse import Document
from reportedly.parse.document import Token

_OBJECTS = frozenset({"dobj", "nsubjpass", "oprd", "pobj"})
_LEADING = frozenset({"for", "to", "on", "against", "from", "about"})
_ASKING = frozenset({"for", "against", "from", "on"})


def noun_itself(ground: Ground, noun: Token, found: Reality) -> Reality:
    """Adjectives, participles, determiners and adverbs of the noun: "no march", "planned march"."""
    document = ground.document
    for child in document.children(noun.index):
        rule = _modifying(ground, child)
        if rule is not None:
            found = apply(found, rule)
    for word in document.tokens[max(noun.index - 2, 0) : noun.index]:
        rule = ground.rules.find("adverb", word.text.casefold())
        if rule is not None and word.sentence == noun.sentence:
            found = apply(found, rule)
    return found


def _modifying(ground: Ground, child: Token) -> RealityRule | None:
    word = child.text.casefold()
    if child.dep in {"amod", "nmod", "compound"}:
        return ground.rules.find("modifier", word)
    if child.dep == "acl" and child.tag == "VBN":
        return ground.rules.find("participle", child.lemma)
    if child.dep in {"det", "neg", "predet"}:
        every = ground.rules.find("determiner", word) if word not in {"all", "those"} else None
        return every or ground.rules.find("negation", word)
    return None


def noun_step(ground: Ground, at: Token, parent: Token, found: Reality) -> tuple[Reality, bool]:
    """From a noun, adjective or preposition to its governor; whether to go on above it."""
    word = at.text.casefold()
    if at.dep == "prep":
        rule = ground.rules.find("preposition", word)
        if rule is not None:
            found = apply(found, rule)
        if word == "without":
            found = replace(found, polarity="negated", reason="negated.word")
        return _governor(ground, at, parent, found)
    if at.dep in {"conj", "appos", "dative", "agent", "pobj", "nmod", "poss", "amod", "nummod"}:
        return found, True
    return _governor(ground, at, parent, found)


def _governor(ground: Ground, at: Token, parent: Token, found: Reality) -> tuple[Reality, bool]:
    """What a verb or noun says of an act that is its object, subject or complement."""
    document, rules = ground.document, ground.rules
    word = at.text.casefold()
    if not is_verb(parent):
        rule = rules.find("noun", parent.lemma) if at.dep == "prep" else None
        if rule is not None and (rule.effect != "dating" or word == "of"):
            found = apply(found, rule)
        return found, True
    if at.dep == "attr" and parent.lemma == "be" and _defines(document, parent):
        return replace(found, no_act=True, reason="definition"), False
    if at.dep in _OBJECTS or (at.dep == "prep" and word in _LEADING):
        rule = rules.find("verb", phrasal(document, parent))
        if rule is not None and rule.effect != "actual" and _fits_object(rule, at):
            found = apply(found, rule)
    return predicate(ground, parent, at, found), True


def _defines(document: Document, copula: Token) -> bool:
    """'This is sabotage', 'It was the worst attack': a noun that says what something is."""
    if copula.tag in {"VBZ", "VBP"}:
        return True
    subject = document.child(copula.index, "nsubj", "expl")
    return subject is not None and subject.pos == "PRON" and subject.dep == "nsubj"


def _fits_object(rule: RealityRule, at: Token) -> bool:
    # "called a march", "organised a vigil" tell acts; "called for a march" does not
    if at.dep == "prep":
        return at.text.casefold() in _ASKING
    return rule.id != "asked.verb" or at.dep in {"dobj", "nsubjpass"}
