"""Who acts where a verb has no subject of its own that could act."""

from __future__ import annotations

from reportedly.find.events.clauses import is_verb
from reportedly.find.events.triggers.slots import after_preposition, subjects
from reportedly.find.events.triggers.voice import is_passive
from reportedly.find.events.word_lists import role_words, voice_words
from reportedly.parse import Document
from reportedly.parse.document import Token

_WHERE = frozenset({"near", "at", "outside", "inside", "in", "on", "from", "behind", "to", "into"})
_BY_ORDER = frozenset({"by", "on", "under", "upon"})
_CAUSING = frozenset({"have", "get", "order"})


def hidden_subjects(document: Document, index: int) -> tuple[Token, ...]:
    """Who issued the words that a verb describes, or whom the parser hung its clause on.

    Also who has it done, who stands right before a full verb that was left without a subject, and
    who speaks before it.
    Empty where none is the case.
    """
    return (
        _in_whose_words(document, index)
        or _before_its_clause(document, index)
        or _who_has_it_done(document, index)
        or _right_before(document, index)
        or _who_went_on(document, index)
        or _by_whom(document, index)
    )


def _by_whom(document: Document, index: int) -> tuple[Token, ...]:
    """'Was kidnapped near his home *by the Front*': parsers hang the agent on the place."""
    if not is_passive(document, index):
        return ()
    return tuple(
        who
        for preposition in document.children(index)
        if preposition.dep == "prep" and preposition.text.casefold() in _WHERE
        for place in document.children(preposition.index)
        for who in after_preposition(document, place.index, "by")
    )


def who_ordered(document: Document, index: int) -> tuple[Token, ...]:
    """'Were closed *by order of the mayor*', '*on the orders of* a court': whose order it was."""
    if not is_passive(document, index):
        return ()
    return tuple(
        who
        for preposition in document.children(index)
        if preposition.text.casefold() in _BY_ORDER
        for order in document.children(preposition.index)
        if order.lemma in role_words().orders
        for who in (
            *after_preposition(document, order.index, "of"),
            *(t for t in document.children(order.index) if t.dep == "poss"),
        )
    )


def _in_whose_words(document: Document, index: int) -> tuple[Token, ...]:
    """Who issued what a participle describes: 'X *released* a statement criticising Y'."""
    token = document.tokens[index]
    noun = document.head(token)
    if token.dep != "acl" or token.tag != "VBG" or noun.lemma not in role_words().writings:
        return ()
    verb = document.head(noun)
    return subjects(document, verb.index) if noun.dep == "dobj" and is_verb(verb) else ()


def _before_its_clause(document: Document, index: int) -> tuple[Token, ...]:
    """The subject of a full verb that the parser hangs on it: 'The Agency (LRA) *is sending*'."""
    token = document.tokens[index]
    parts = document.children(index)
    bare = not any(t.dep in {"nsubj", "nsubjpass"} or t.tag.startswith("W") for t in parts)
    finite = any(t.dep == "aux" and t.tag in {"VBZ", "VBP", "VBD", "MD"} for t in parts)
    head = document.head(token)
    if token.dep == "relcl" and bare and finite and head.pos in {"NOUN", "PROPN"}:
        return (head,)
    return ()


def _who_has_it_done(document: Document, index: int) -> tuple[Token, ...]:
    """Whose doing it is: 'the *ministry* had two editors arrested', 'ordered the senator held'."""
    token = document.tokens[index]
    above = document.head(token)
    caused = token.dep == "ccomp" and token.tag == "VBN" and above.lemma in _CAUSING
    bare = not any(t.dep in {"aux", "auxpass", "mark"} for t in document.children(index))
    return subjects(document, above.index) if caused and bare else ()


def _right_before(document: Document, index: int) -> tuple[Token, ...]:
    """The noun before a full verb without a subject: 'In a raid in Talca *rebels* shot two men'.

    A full verb has a subject; parsers take a noun that follows a place for a part of it.
    """
    token = document.tokens[index]
    sentence = document.sentences[token.sentence]
    finite = token.tag in {"VBD", "VBZ", "VBP"} and token.dep in {"ROOT", "ccomp"}
    has_own = any(
        t.dep in {"nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass", "cc"}
        for t in document.children(index)
    )
    if not finite or has_own or index == sentence.first:
        return ()
    before = document.tokens[index - 1]
    is_noun = before.pos in {"NOUN", "PROPN"} and before.dep in {"pobj", "dobj", "npadvmod"}
    return (before,) if is_noun else ()


def _who_went_on(document: Document, index: int) -> tuple[Token, ...]:
    """'The *ministry* said the step was rash and urged them to return': who said it urged them.

    Parsers join the second verb to what was said.
    """
    token = document.tokens[index]
    said = document.head(token)
    above = document.head(said)
    joined = token.dep == "conj" and token.tag == "VBD" and said.dep == "ccomp"
    joined = joined and above.index < said.index  # not "was hit and died, *said* the doctor"
    own = any(t.dep in {"nsubj", "nsubjpass"} for t in document.children(index))
    thing = document.child(said.index, "nsubj")  # "said the strike hit a camp and killed nine"
    own = own or (thing is not None and thing.pos == "NOUN" and token.lemma in voice_words().harms)
    return subjects(document, above.index) if joined and not own and is_verb(above) else ()
