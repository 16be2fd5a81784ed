"""Tolls that rise: what they count, by whom they grow, and whether they are of one act."""

from __future__ import annotations

from reportedly.find.events.counts.quantities import Quantity
from reportedly.find.events.counts.verbs import PERSON_KINDS, clause_kind_of
from reportedly.find.events.counts.words import CountLexicon
from reportedly.parse import Document, Token
from reportedly.records import CountKind

_OF_ACT = frozenset({"from", "in", "of", "after"})
_DAYS = frozenset({"DATE", "TIME"})


def kind_by_toll(document: Document, quantity: Quantity, lexicon: CountLexicon) -> CountKind | None:
    """'The *toll* from Monday's attack on a church in Arvan rose to 43', however far the toll."""
    toll = _toll(document, quantity, lexicon)
    if toll is None:
        return None
    kind = next((k for k in PERSON_KINDS if toll.lemma in lexicon.kinds[k].cues), None)
    people = _people(document, toll)
    if kind is not None:
        return kind
    if people is None:  # 'the number *held*'
        return clause_kind_of(document, toll, lexicon)
    dead = (k for k in PERSON_KINDS if people.lemma in lexicon.kinds[k].nouns)
    return next(dead, None) or clause_kind_of(document, people, lexicon)


def is_of_one_act(document: Document, quantity: Quantity, lexicon: CountLexicon) -> bool:
    """'The toll from *Monday's attack* rose to 43': the act's own number, and no sum of several."""
    toll = _toll(document, quantity, lexicon)
    people = None if toll is None else _people(document, toll)
    said = () if people is None else document.children(people.index)
    above = [t for t in (toll, people, *said) if t is not None]
    acts = (
        document.child(preposition.index, "pobj")
        for token in above
        for preposition in document.children(token.index)
        if preposition.text.lower() in _OF_ACT
    )
    return any(
        day.name in _DAYS and day.dep == "poss"
        for act in acts
        if act is not None
        for day in document.children(act.index)
    )


def raises_toll(
    document: Document, quantity: Quantity, toll: Quantity, lexicon: CountLexicon
) -> bool:
    """'The toll rose to seven after *four* of the wounded died': these are among the seven."""
    if _toll(document, toll, lexicon) is None or quantity is toll:
        return False
    number = document.tokens[toll.head]
    verb = document.head(document.head(number) if number.dep == "pobj" else number)
    clauses = (t for t in document.ancestors(quantity.head) if t.dep == "advcl")
    return any(clause.head == verb.index for clause in clauses)


def _toll(document: Document, quantity: Quantity, lexicon: CountLexicon) -> Token | None:
    """The noun whose number is said to rise: 'the toll rose to 43', 'the number … reached 43'."""
    number = document.tokens[quantity.head]
    verb = document.head(document.head(number) if number.dep == "pobj" else number)
    if number.dep not in ("pobj", "dobj") or verb.lemma not in lexicon.cumulative_verbs:
        return None
    told = (document.child(verb.index, "nsubj"), _raised(document, verb, number))
    cues = {cue for kind in PERSON_KINDS for cue in lexicon.kinds[kind].cues}
    words = cues | lexicon.number_nouns
    return next((t for t in told if t is not None and t.lemma in words), None)


def _raised(document: Document, verb: Token, number: Token) -> Token | None:
    """The number of 'bringing to 64 *the number* held', told behind how many there are."""
    objects = (t for t in document.children(verb.index) if t.dep == "dobj")
    behind = (t for t in objects if t.index > number.index and number.dep == "pobj")
    return next(behind, None)


def is_raised(document: Document, quantity: Quantity, lexicon: CountLexicon) -> bool:
    """Whether a toll behind a number grows to it: 'bringing to *64* the number held'."""
    toll = _toll(document, quantity, lexicon)
    return toll is not None and toll.index > quantity.head


def _people(document: Document, toll: Token) -> Token | None:
    """The people of 'the number of people killed'."""
    of = next((t for t in document.children(toll.index) if t.text.lower() == "of"), None)
    return None if of is None else document.child(of.index, "pobj")
