"""What a proper name denotes: a person, a body, an outlet, or a place and so nobody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reportedly.find.coreference.words import CoreferenceWords
from reportedly.parse import Document, Token
from reportedly.parse.known_names import given_names, lower_case_words
from reportedly.parse.persons import PARTICLES
from reportedly.records import ActorKind

_PLACE_BEFORE = frozenset(
    {"in", "at", "near", "outside", "from", "to", "around", "toward", "towards"}
)
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ0-9.&-]{1,9}$")
_MOST = 6  # words of a person's name
_BESIDE = 8  # tokens between a name and the noun that it bears
_NAMED = frozenset({"call", "identify", "know", "name", "nickname"})
_WHERE = frozenset({"at", "from", "in", "near", "outside", "to"})
_ONESELF = frozenset({"himself", "herself", "itself", "themselves"})
_ACTING = frozenset({"nsubj", "nsubjpass", "poss", "conj", "appos", "compound", "agent"})
_PLACE_NOUNS = frozenset(
    {"city", "town", "village", "province", "district", "region", "port", "island", "county",
     "municipality", "suburb", "outskirt", "governorate"}
)  # fmt: skip
MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september",
     "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
     "saturday", "sunday", "easter", "christmas", "ramadan", "eid", "diwali", "nowruz", "passover",
     "pentecost", "aug", "sept", "sep", "oct", "nov", "dec", "jan", "feb", "mar", "apr"}
)  # fmt: skip


def is_acronym(word: str) -> bool:
    """Whether a word is written like an acronym: FLW, U.N."""
    return _ACRONYM.match(word) is not None and sum(ch.isalpha() for ch in word) > 1


def is_full_name(words: Sequence[str]) -> bool:
    """Whether words are a given name with others behind it, all with capitals: "Ramiro Lobo"."""
    behind = [word for word in words[1:] if word.casefold() not in PARTICLES]
    return (
        bool(behind)
        and len(words) <= _MOST
        and words[0].casefold() in given_names()
        and all(word[:1].isupper() for word in (words[0], *behind))
        and lower_case_words().isdisjoint(word.casefold() for word in behind)
    )


def head_of(document: Document, first: int, last: int) -> int:
    """Index of the token of [first, last) that stands for the name in the syntax."""
    inside = range(first, last)
    for i in inside:
        if document.tokens[i].head not in inside or document.tokens[i].head == i:
            return i
    return last - 1


def kind_of_name(  # noqa: PLR0911  # surest evidence first
    document: Document,
    span: tuple[int, int],
    labels: Counter[str],
    role: str | None,
    words: CoreferenceWords,
) -> ActorKind | None:
    """What a name denotes, None where it is a place or no name at all.

    Args:
        document: the parsed article.
        span: tokens [first, last) of the name.
        labels: how often the parser gave the same words each label.
        role: the role before the name, as in "minister Roa".
        words: what noun phrases can denote.
    """
    first, last = span
    tokens = document.tokens[first:last]
    texts = [t.text for t in tokens if t.tag != "POS"]
    low = [t.casefold() for t in texts]
    if not any(ch.isalpha() for ch in "".join(low)) or all(word in MONTHS for word in low):
        return None
    if _is_common(document, tokens, low, role, words):
        return None
    outlet = document.article.outlet
    if outlet and " ".join(low) == outlet.casefold():
        return "outlet"
    by_words = _kind_by_words(document, span, low, role, words)
    full = is_full_name(texts)
    if by_words is not None:
        return "person" if by_words == "group" and full else by_words  # "Ana Torres" is one
    if role is not None:
        return "person"
    if _looks_like_place(document, first, last, words):
        return None
    if len(low) == 1 and is_acronym(texts[0]):
        return None if low[0].removesuffix("s") in words.devices else "organisation"
    if full:
        return "person"
    return _kind_by_label(document, span, labels)


def _is_common(
    document: Document,
    tokens: tuple[Token, ...],
    low: list[str],
    role: str | None,
    words: CoreferenceWords,
) -> bool:
    """Common nouns with capitals: "Gunmen" at the head of a sentence, "the Prime Minister"."""
    if len(low) == 1:
        article = document.child(tokens[0].index, "det")
        if article is not None and article.text.casefold() == "the" and low[0] in words.public:
            return True  # "*The President* invited them"
        opens = tokens[0].index == document.sentences[tokens[0].sentence].first
        common = words.organisations | words.roles | words.groups | words.affiliates
        head = document.head(tokens[0])
        if opens and tokens[0].dep == "compound" and head.lemma in common and head.text.islower():
            return tokens[0].name not in {"ORG", "GPE"}  # "Riot police", "Hotel staff"
        men = low[0].endswith("men") and low[0] not in given_names()  # "Fishermen", not "Carmen"
        plural = (opens and men) or low[0].endswith(("gunmen", "women", "policemen"))
        return (opens and low[0] in common) or (plural and tokens[0].name != "GPE")
    return low[-1] in words.roles and role is None and low[0] not in words.bodies


def _kind_by_words(
    document: Document,
    span: tuple[int, int],
    low: list[str],
    role: str | None,
    words: CoreferenceWords,
) -> ActorKind | None:
    """What the words of a name, or the noun beside it, tell."""
    first, last = span
    alone = len(low) == 1
    if {low[0], low[-1]} & words.bodies or document.tokens[last - 1].lemma in words.bodies:
        return "organisation" if role is None else "person"
    own = document.tokens[head_of(document, first, last)]
    governor = document.head(own)
    apposed = [governor] if own.dep == "appos" else []
    apposed += [
        t
        for t in document.children(own.index)
        if t.dep == "appos" and not (alone and is_in_place(document, own, t))
    ]
    if any((t.lemma in words.roles and t.pos == "NOUN") or is_head(document, t) for t in apposed):
        return "person"
    if not is_full_name([t.text for t in document.tokens[first:last]]):
        apposed += bearers(document, own)
        bodies = words.bodies | words.firms
        if any(t.lemma in bodies and t.pos == "NOUN" and _is_beside(own, t) for t in apposed):
            return "organisation"
    if not alone and {low[0], low[-1]} & words.outlets:
        return "outlet"
    if not alone and (document.tokens[last - 1].tag == "NNPS" or low[0] in words.affiliates):
        return "group"
    return None


def is_head(document: Document, token: Token) -> bool:
    """Whether a noun beside a name is "the *head* of" a body: "the head of the union, Ana Roa"."""
    if token.lemma != "head" or token.tag != "NN":
        return False
    below = document.children(token.index)
    return any(t.text == "of" for t in below) and (
        token.dep == "appos" or any(t.dep == "appos" and t.pos == "PROPN" for t in below)
    )


def is_in_place(document: Document, name: Token, noun: Token) -> bool:
    """'Troops came from *Belt*, a nurse said': who speaks next is not what the place is."""
    behind = document.tokens[document.subtree(noun.index)[-1].index + 1 :][:1]
    closes = any(t.tag == "VBD" and t.sentence == noun.sentence for t in behind)
    new = any(t.text.casefold() in {"a", "an"} for t in document.children(noun.index))
    where = name.dep == "pobj" and document.head(name).text.casefold() in _WHERE
    return closes and new and where


def _is_beside(name: Token, noun: Token) -> bool:
    """Whether a noun stands right before a name, or a phrase behind it: "the operator, *Belt*"."""
    return abs(name.index - noun.index) <= _BESIDE


def bearers(document: Document, name: Token) -> list[Token]:
    """Who bears a name: "its head on the shore, known as Ana Roa", "a group calling itself Belt".

    The noun on which the participle or clause hangs, and the one to whose phrase that belongs.
    """
    participle = document.head(name)
    if name.dep == "pobj" and participle.lemma == "as":
        participle = document.head(participle)
    elif name.dep == "pobj" and participle.lemma == "of":
        return _goes_by(document, document.head(participle))
    elif name.dep not in ("oprd", "dobj"):
        return []
    if participle.lemma not in _NAMED or participle.dep not in ("acl", "relcl"):
        return []
    own = {t.text.casefold() for t in document.children(participle.index)}
    if participle.tag != "VBN" and not own & _ONESELF:
        return []
    noun = document.head(participle)
    return [noun, document.head(document.head(noun))] if noun.dep == "pobj" else [noun]


def _goes_by(document: Document, name: Token) -> list[Token]:
    """Who "goes by the *name* of Ana Roa"."""
    verb = document.head(document.head(name))
    goes = name.lemma == "name" and verb.lemma == "go" and verb.dep == "relcl"
    return [document.head(verb)] if goes else []


def _kind_by_label(
    document: Document, span: tuple[int, int], labels: Counter[str]
) -> ActorKind | None:
    """What the parser's label tells, where nothing surer does."""
    first, last = span
    own = document.tokens[head_of(document, first, last)]
    if last - first > 1 and is_acronym(document.tokens[last - 1].text):
        return "organisation"  # "regulator FOR"
    if labels["PERSON"]:
        return "person" if labels["PERSON"] >= labels["ORG"] else "organisation"
    alone = last - first == 1
    if alone and document.tokens[first].pos != "PROPN":
        return None
    if labels["ORG"]:
        return _kind_of_body(document, span, own)
    if own.dep in {"nsubj", "nsubjpass", "appos"}:
        # "the Red Dawn said": people have no article
        return "organisation" if not alone and _has_article(document, own) else "person"
    return "unknown" if not alone else None


def _kind_of_body(document: Document, span: tuple[int, int], own: Token) -> ActorKind | None:
    """What a name denotes that the parser labels as a body's."""
    first, last = span
    if last - first == 1:
        return "organisation" if own.dep in _ACTING else None
    article = any(t.dep == "det" for t in document.children(own.index))
    acronym = any(is_acronym(t.text) for t in document.tokens[first:last])
    # two capitals without article: the parser often takes people for bodies
    return "organisation" if article or acronym or last - first > 3 else "unknown"


def _has_article(document: Document, token: Token) -> bool:
    return any(t.text.casefold() == "the" for t in document.children(token.index))


def _looks_like_place(document: Document, first: int, last: int, words: CoreferenceWords) -> bool:
    """Whether a name follows a preposition of place, stands in a list of places or a dateline."""
    token = document.tokens[head_of(document, first, last)]
    if last - first == 1:
        head = document.head(token)
        if token.dep == "pobj" and head.lemma in _PLACE_BEFORE:
            return True
        over = document.head(head)
        if token.dep == "pobj" and (over.lemma in _PLACE_NOUNS or over.lemma in words.public):
            return True  # "the city of Arvan", "the mayor of Arvan"
        following = document.text[token.end : token.end + 2].strip()
        if token.text.isupper() and following[:1] in {",", "(", "-", "–", "—"}:
            opening = document.sentences[token.sentence]
            before = document.text[max(opening.start - 1, 0) : opening.start]
            return token.index == opening.first and before in {"", "\n"}
    if token.dep == "conj":
        for other in [token, *document.ancestors(token.index)]:
            if other.name in {"GPE", "LOC"}:
                return True
            if other.dep == "pobj":
                head = document.head(other)
                return head.lemma in _PLACE_BEFORE or document.head(head).lemma in _PLACE_NOUNS
    return any(t.name in {"GPE", "LOC"} and t.dep == "conj" for t in document.children(token.index))
