"""Clauses of a parsed sentence: which verb governs a word, and how near two words stand."""

from __future__ import annotations

from typing import Literal

from reportedly.find.events.triggers.trigger import Trigger
from reportedly.parse import Document
from reportedly.parse.document import Token

Nearness = Literal["same", "below", "above", "beside"]

_CLAUSE_LABELS = frozenset(
    {"ccomp", "advcl", "relcl", "acl", "pcomp", "csubj", "csubjpass", "parataxis"}
)
_VERBAL = frozenset({"VERB", "AUX"})
_NOUN_ROLES = frozenset({"of", "by", "possessor"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")


def is_verb(token: Token) -> bool:
    """Whether a token is a verb or an auxiliary that stands for one."""
    return token.pos in _VERBAL


def goes_on_above(document: Document, verb: Token) -> bool:
    """'Said she should have gone and *demanded* an inquiry': the past tense goes on with "said"."""
    above = document.head(verb)
    if verb.dep != "conj" or verb.tag != "VBD" or above.dep not in {"ccomp", "xcomp", "advcl"}:
        return False
    return any(t.tag in {"MD", "TO"} for t in document.children(above.index))


def heads_clause(document: Document, token: Token) -> bool:
    """Whether a token is the predicate of a clause (infinitives under a verb are not)."""
    if token.head == token.index:
        return True
    if token.dep in _CLAUSE_LABELS:
        return is_verb(token) or token.dep in {"ccomp", "advcl", "relcl"}
    if token.dep == "conj" and is_verb(token):
        return is_verb(document.head(token))
    return False


def clause_of(document: Document, index: int) -> int:
    """The predicate of the smallest clause that holds a token."""
    token = document.tokens[index]
    while not heads_clause(document, token):
        token = document.head(token)
    return token.index


def clauses_above(document: Document, index: int) -> tuple[int, ...]:
    """The predicates of the clauses around a token, smallest first."""
    found = [clause_of(document, index)]
    while document.tokens[found[-1]].head != found[-1]:
        found.append(clause_of(document, document.tokens[found[-1]].head))
    return tuple(found)


def nearness(document: Document, index: int, other: int) -> tuple[Nearness, int]:
    """How the clause of `other` stands to that of `index`, and how many clauses lie between."""
    mine, theirs = clauses_above(document, index), clauses_above(document, other)
    if mine[0] == theirs[0]:
        return "same", 0
    if mine[0] in theirs:
        return "below", theirs.index(mine[0])
    if theirs[0] in mine:
        return "above", mine.index(theirs[0])
    return "beside", next((n for n, clause in enumerate(mine) if clause in theirs), len(mine))


def subject_of(document: Document, verb: int) -> Token | None:
    """The grammatical subject of a verb, also one that it shares with the verb before it."""
    seen = set()
    while verb not in seen:
        seen.add(verb)
        found = document.child(verb, *_SUBJECTS)
        if found is not None:
            return found
        token = document.tokens[verb]
        shares = token.dep in {"conj", "xcomp"} and is_verb(document.head(token))
        if not shares:
            return None
        verb = token.head
    return None


def act_noun(document: Document, trigger: Trigger) -> Token | None:
    """The noun that names the act: the trigger's own, or the one that a light verb leads."""
    token = document.tokens[trigger.token]
    if trigger.nominal:
        return token
    if not trigger.led and not {trigger.actor_role, trigger.recipient_role} & _NOUN_ROLES:
        return None
    for word in document.tokens[trigger.first : trigger.last]:
        if word.pos in {"NOUN", "PROPN"} and word.dep in {"dobj", "nsubjpass", "pobj"}:
            governor = document.head(word)
            if governor.dep in {"prep", "prt"}:
                governor = document.head(governor)
            if governor.index == token.index:
                return word
    return None


def path_between(document: Document, one: Token, other: Token) -> frozenset[int]:
    """The words on the way from one word to another through the syntax, both included."""
    up = [one.index, *(t.index for t in document.ancestors(one.index))]
    down = [other.index, *(t.index for t in document.ancestors(other.index))]
    shared = next((i for i in up if i in down), None)
    if shared is None:
        return frozenset()
    return frozenset((*up[: up.index(shared) + 1], *down[: down.index(shared)]))


def clause_span(document: Document, index: int) -> tuple[int, int]:
    """Characters [start, end) of the clause that a predicate heads, without closing commas."""
    words = list(document.subtree(index))
    while len(words) > 1 and words[-1].pos == "PUNCT" and words[-1].text not in "\"'”’":
        words.pop()
    while len(words) > 1 and words[0].pos == "PUNCT":
        words.pop(0)
    return words[0].start, words[-1].end
