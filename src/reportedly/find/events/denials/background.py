"""What a denial takes for granted: "denied torturing the man, *who was arrested on Monday*"."""

from __future__ import annotations

from reportedly.find.events.clauses import is_verb
from reportedly.find.events.told.stances import StanceWords
from reportedly.find.events.words import words
from reportedly.parse import Document
from reportedly.parse.document import Token

_OCCASIONS = words("during after amid following before at")
_THE = words("the this that these those")
_PRONOUNS = words("who which that whom whose where when")


def is_background(document: Document, token: Token, denier: Token, stances: StanceWords) -> bool:
    """Whether a word under a verb of denial tells what happened anyway.

    So do clauses about somebody or something known ("the raid in which two died", "Juba, where
    clashes broke out") and occasions ("during a protest in Coro"); but the content of a denied
    report and the clauses about it are denied ("reports of a clash that killed two").
    """
    path: list[Token] = [token]
    while path[-1].index != denier.index:
        above = document.head(path[-1])
        if above.index == path[-1].index:
            return False
        path.append(above)
    for n, word in enumerate(path[:-1]):
        above = path[n + 1]
        if word.dep == "relcl" and _is_of_known(document, word, above, path[n + 2 :], stances):
            return True
        occasion = word.dep == "prep" and word.text.casefold() in _OCCASIONS
        if occasion and n == 1 and path[0].dep == "pobj" and _is_occasion(document, word, path):
            return True
    return False


def _is_of_known(
    document: Document, verb: Token, noun: Token, over: list[Token], stances: StanceWords
) -> bool:
    """Whether a relative clause tells more of what the reader is taken to know."""
    children = document.children(verb.index)
    if any(t.dep == "mark" for t in children) or is_verb(noun):
        return False
    if not any(t.text.casefold() in _PRONOUNS for t in document.subtree(verb.index)):
        return False  # "the attack police reported"
    reported = stances.of("denial", "assertions") | stances.of("denial", "hearsay")
    if any(t.lemma in reported for t in (noun, *over)):
        return False
    around = (noun, *(t for t in over if t.pos in {"NOUN", "PROPN"}))  # parsers hang it too low
    return _is_set_off(document, verb) or any(_is_definite(document, t) for t in around)


def _is_definite(document: Document, noun: Token) -> bool:
    children = document.children(noun.index)
    known = any(t.dep == "poss" or t.text.casefold() in _THE for t in children)
    return known or noun.pos == "PROPN"


def _is_set_off(document: Document, verb: Token) -> bool:
    """Whether a comma stands before a clause: "a man, who died on Monday"."""
    first = document.subtree(verb.index)[0]
    return first.index > 0 and document.tokens[first.index - 1].text == ","


def _is_occasion(document: Document, preposition: Token, path: list[Token]) -> bool:
    """'during a protest', 'at the protest': when or where the denied act would have been."""
    governor = document.head(preposition)
    if governor.index == path[-1].index:
        return False
    return preposition.text.casefold() == "during" or _is_definite(document, path[0])
