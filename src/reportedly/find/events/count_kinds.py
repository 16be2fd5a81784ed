"""What a number counts: people killed, injured, arrested, missing, or a crowd."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.find.events.count_words import KINDS, CountLexicon
from reportedly.find.events.quantities import Quantity
from reportedly.parse import Document, Token
from reportedly.records import CountKind

_NEXT = 3  # tokens after the noun in which 'dead', 'wounded', 'strong' can stand
_PHRASE_REACH = 8  # tokens after the noun in which a phrase can begin


def kind_of(document: Document, quantity: Quantity, lexicon: CountLexicon) -> CountKind | None:
    """The kind of a quantity by its noun, its neighbours and its verb; None for other things."""
    noun = document.tokens[quantity.noun] if quantity.noun is not None else None
    if noun is not None:
        for kind in KINDS:
            if kind != "crowd" and noun.lemma in lexicon.kinds[kind].nouns:
                return kind
        if noun.lemma in lexicon.things:
            return None
    if _is_date(document, quantity, noun, lexicon):
        return None
    told = _by_neighbours(document, quantity, lexicon) or _by_verb(document, quantity, lexicon)
    told = told or _by_phrase(document, quantity, lexicon) or _by_cue(document, quantity, lexicon)
    if told is not None:
        return told if _can_be(noun, told, lexicon) else None
    if noun is not None and noun.lemma in lexicon.kinds["crowd"].nouns:
        # '50 protesters were beaten' are a part of the crowd, '50 protesters came' are all of it
        return None if noun.dep in ("dobj", "nsubjpass") else "crowd"
    return None


def _is_date(
    document: Document, quantity: Quantity, noun: Token | None, lexicon: CountLexicon
) -> bool:
    """The 14 and the 2017 of '14 March 2017', a bare year, a share, a sum."""
    if noun is not None and lexicon.is_person(noun.lemma):
        return False
    number = document.tokens[quantity.last - 1]
    if number.name in ("DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"):
        return True
    bare = noun is None and number.text.isdigit() and len(number.text) == 4
    return bare and "1900" <= number.text <= "2099"


def _can_be(noun: Token | None, kind: CountKind, lexicon: CountLexicon) -> bool:
    """Crowds are made of people; who is killed or held may be called anything living."""
    if noun is None or noun.pos in ("NUM", "PRON", "ADJ", "VERB"):
        return True
    if kind == "crowd":
        return lexicon.is_person(noun.lemma) or noun.lemma in lexicon.kinds["crowd"].nouns
    return lexicon.is_person(noun.lemma) or (noun.pos == "NOUN" and noun.tag == "NNS")


def _by_neighbours(
    document: Document, quantity: Quantity, lexicon: CountLexicon
) -> CountKind | None:
    """'three dead', '12 people wounded', 'several thousand strong', 'the detained 14'."""
    tokens = document.tokens
    sentence = document.sentences[tokens[quantity.head].sentence]
    last = max(quantity.head, quantity.noun or 0)
    after = max(quantity.last, last + 1 if quantity.noun is not None else 0)
    for token in tokens[quantity.last : min(after + _NEXT, sentence.last)]:
        word = token.text.lower()
        if token.index > last and token.text in ",;:()":
            break
        for kind in KINDS:
            if word not in lexicon.kinds[kind].adjectives:
                continue
            if (
                token.tag == "VBD"
                and token.dep not in ("acl", "amod")
                and _has_object(document, token)
            ):
                return None  # 'three officers wounded a man'
            return kind
        if token.index > last and token.pos in ("VERB", "ADP", "SCONJ"):
            break
    return None


def _by_verb(document: Document, quantity: Quantity, lexicon: CountLexicon) -> CountKind | None:
    """The verb or noun that governs the counted noun, and on which side."""
    token = _outermost(document, document.tokens[quantity.head])
    above = document.head(token)
    if above.index == token.index:
        return _by_clause_of(document, token, lexicon)
    if token.dep == "pobj" and above.text.lower() == "of":
        governor = document.head(above)
        return next((k for k in KINDS if governor.lemma in lexicon.kinds[k].of_nouns), None)
    if token.dep == "pobj" and above.text.lower() == "by":
        verb = document.head(above)
        return "crowd" if verb.lemma in ("attend", "join") else None
    if token.dep in ("dobj", "nsubjpass"):
        for kind in KINDS:
            if above.lemma in lexicon.kinds[kind].object_verbs:
                return kind
    if token.dep == "nsubj":
        for kind in KINDS:
            if above.lemma in lexicon.kinds[kind].subject_verbs:
                return kind
    return _by_clause_of(document, token, lexicon)


def _by_clause_of(document: Document, token: Token, lexicon: CountLexicon) -> CountKind | None:
    """'14 people arrested near the market', 'the five who died'."""
    for child in document.children(token.index):
        if child.dep == "acl" and child.tag in ("VBN", "VBD"):
            verbs = [(k, lexicon.kinds[k].object_verbs) for k in KINDS]
        elif child.dep == "relcl":
            verbs = [
                (k, lexicon.kinds[k].object_verbs)
                if document.child(child.index, "auxpass")
                else (k, lexicon.kinds[k].subject_verbs)
                for k in KINDS
            ]
        else:
            continue
        for kind, listed in verbs:
            if child.lemma in listed and kind != "crowd":
                return kind
    return None


def _outermost(document: Document, token: Token) -> Token:
    """The first of joined nouns: of 'two guards and three drivers were killed' the guards."""
    while token.dep in ("conj", "appos", "nummod") and token.head != token.index:
        above = document.head(token)
        if above.pos in ("VERB", "AUX"):
            break
        token = above
    return token


def _by_phrase(document: Document, quantity: Quantity, lexicon: CountLexicon) -> CountKind | None:
    """'400 people had stopped work', '6,000 people took part', 'three were shot dead'."""
    tokens = document.tokens
    sentence = document.sentences[tokens[quantity.head].sentence]
    start = max(quantity.last, quantity.head + 1, (quantity.noun or 0) + 1)
    words: list[str] = []
    for token in tokens[start : min(start + _PHRASE_REACH, sentence.last)]:
        if token.text in ";:" or (token.text.isdigit() and len(words) > 0):
            break
        words.append(token.text.lower())
    first_kind: tuple[int, CountKind] | None = None
    for kind in KINDS:
        for phrase in lexicon.kinds[kind].phrases:
            at = _find(words, phrase)
            if at is not None and (first_kind is None or at < first_kind[0]):
                first_kind = (at, kind)
    return first_kind[1] if first_kind else None


def _find(words: Sequence[str], phrase: Sequence[str]) -> int | None:
    starts = range(len(words) - len(phrase) + 1)
    return next((n for n in starts if tuple(words[n : n + len(phrase)]) == tuple(phrase)), None)


def _by_cue(document: Document, quantity: Quantity, lexicon: CountLexicon) -> CountKind | None:
    """'the toll to 41', 'put the crowd at 200': a number without noun after a cue."""
    if quantity.noun is not None and document.tokens[quantity.noun].lemma not in lexicon.people:
        return None
    for word in _before(document, quantity):
        for kind in KINDS:
            if word.lemma in lexicon.kinds[kind].cues:
                return kind
    return None


def _before(document: Document, quantity: Quantity) -> Iterator[Token]:
    """The words before a number in its clause, nearest first."""
    sentence = document.sentences[document.tokens[quantity.first].sentence]
    for token in reversed(
        document.tokens[max(sentence.first, quantity.first - 7) : quantity.first]
    ):
        if token.text in ",;:()":
            return
        yield token


def is_cumulative(document: Document, quantity: Quantity, lexicon: CountLexicon) -> bool:
    """A total that includes earlier ones: 'taking the toll to 41', '300 arrested so far'."""
    words = list(_before(document, quantity))
    lemmas = {t.lemma for t in words}
    if words and words[0].text.lower() in ("to", "at", "of", "reached", "least", "than"):
        tolls = {cue for k in KINDS if k != "crowd" for cue in lexicon.kinds[k].cues}
        if lemmas & tolls and lemmas & lexicon.cumulative_verbs:
            return True
    sentence = document.sentences[document.tokens[quantity.first].sentence]
    near = document.tokens[
        max(sentence.first, quantity.first - 4) : min(sentence.last, quantity.head + 12)
    ]
    text = [t.text.lower() for t in near]
    return any(_find(text, phrase) is not None for phrase in lexicon.cumulative_phrases)


def _has_object(document: Document, verb: Token) -> bool:
    return document.child(verb.index, "dobj") is not None
