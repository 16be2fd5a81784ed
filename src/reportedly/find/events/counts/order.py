"""Whom a verb befalls by the order of words, where parsers miss its object."""

from __future__ import annotations

from reportedly.find.events.counts.verbs import fitting, hanging_on
from reportedly.find.events.counts.words import CountLexicon
from reportedly.parse import Document, Token
from reportedly.records import CountKind

_LONGEST_PHRASE = 8  # tokens from a phrase's first noun to the one that is counted
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_INSIDE = frozenset("-'\"“”‘’")  # hyphens and quotation marks within a phrase
_BEHIND_VERB = frozenset({"dead", "down", "away"})
_PLURALS = frozenset({"NNS", "NNPS"})
_UNDERGOING = frozenset({"dobj", "pobj", "nsubjpass", "conj"})


def kind_by_order(document: Document, first: int, lexicon: CountLexicon) -> CountKind | None:
    """What the verb right before a phrase says of it: 'shot dead a former clerk taking him for …'.

    Args:
        document: the text.
        first: index of the number, article or noun with which the phrase begins.
        lexicon: the words of counts.
    """
    tokens = document.tokens
    limit = document.sentences[tokens[first].sentence].first
    at = first - 1
    while at >= max(limit, first - _LONGEST_PHRASE) and _is_inside(tokens[at]):
        at -= 1
    beside: set[str] = set()
    while at > limit and tokens[at].text.lower() in _BEHIND_VERB:
        beside.add(tokens[at].text.lower())
        at -= 1
    if at < limit or not _takes_object(document, tokens[at], first):
        return None
    verb = tokens[at]
    return fitting(verb, hanging_on(document, verb) | beside, lexicon, passive=True)


def kind_by_pronoun(document: Document, noun: Token, lexicon: CountLexicon) -> CountKind | None:
    """What befalls those that 'them' takes up: 'dragged two clerks out and shot them dead'."""
    if noun.tag not in _PLURALS:
        return None
    sentence = document.sentences[noun.sentence]
    for token in document.tokens[noun.index + 1 : sentence.last]:
        if token.tag in _PLURALS and token.dep in _UNDERGOING and lexicon.is_person(token.lemma):
            return None  # 'them' takes up these
        if token.text.lower() != "them" or token.dep != "dobj":
            continue
        verb = document.head(token)
        if _are_doers(document, noun, verb):
            return None
        kind = fitting(verb, hanging_on(document, verb), lexicon, passive=True)
        if kind is not None:
            return kind
    return None


def _are_doers(document: Document, noun: Token, verb: Token) -> bool:
    """'*Nine rebels* dragged the pair out and shot them': whoever does it is not meant."""
    first = verb
    while first.dep == "conj" and document.child(first.index, "nsubj", "nsubjpass") is None:
        first = document.head(first)
    passive = document.child(first.index, "auxpass") is not None
    return noun.dep == "nsubj" and noun.head == first.index and not passive


def _is_inside(token: Token) -> bool:
    return token.text in _INSIDE or (
        token.pos in _NOMINAL and token.text.lower() not in _BEHIND_VERB
    )


def _takes_object(document: Document, verb: Token, first: int) -> bool:
    """Whether a verb is active, and no other than a given phrase is its object by its syntax."""
    thing = document.child(verb.index, "dobj")
    inside = thing is not None and any(t.index == thing.index for t in document.ancestors(first))
    if verb.pos != "VERB" or (thing is not None and not inside):
        return False
    if verb.tag == "VBN":
        words = {t.lemma for t in document.children(verb.index) if t.dep == "aux"}
        return "have" in words and document.child(verb.index, "auxpass") is None
    return True
