"""Sentences that deny what was told before without telling it again: "The army denies it"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.find.events.clauses import is_verb
from reportedly.find.events.denials.contents import (
    calls_untrue,
    is_called_untrue,
    is_retraction,
)
from reportedly.find.events.denials.pleas import is_known_act
from reportedly.find.events.reality.verbs import phrasal
from reportedly.find.events.told.stances import StanceWords
from reportedly.find.events.words import words
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.parse.negation import is_negated

_ABOUT = words("of in for that about on")
_POINTING = words("it this that")
_EVERYTHING = words("everything all")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuttal:
    """A sentence that denies what was told before without telling it again."""

    verb: Token  # tells the denial
    speaker: Token | None  # the verb whose subject denies; None: whoever speaks there
    own_part: bool = False
    aside: bool = False  # beside what it denies, in its sentence: ", a claim the army denied"


def rebuttal_of(document: Document, verb: Token, stances: StanceWords) -> Rebuttal | None:
    """The denial that a verb makes of something named only by "it" or "the accusation"."""
    if not is_verb(verb) or (is_negated(document, verb) and verb.lemma != "be"):
        return None
    if verb.lemma == "be":
        return _rebuttal_by_copula(document, verb, stances)
    if _is_made_up(document, verb, stances):
        return Rebuttal(verb=verb, speaker=None)
    if _denies_aside(document, verb, stances):
        return Rebuttal(verb=verb, speaker=verb, aside=True)
    children = document.children(verb.index)
    thing = next((t for t in children if t.dep in {"dobj", "nsubjpass"}), None)
    thing = thing or _small_clause(document, children)
    return None if thing is None else _rebuttal_of_thing(document, verb, thing, stances)


def _denies_aside(document: Document, verb: Token, stances: StanceWords) -> bool:
    """'…, a claim *the army denied*', '…, an allegation that the ministry called false'."""
    noun = document.head(verb)
    beside = noun.dep in {"npadvmod", "appos"} and noun.lemma in stances.of("denial", "assertions")
    if verb.dep != "relcl" or not beside or document.child(verb.index, "nsubj") is None:
        return False
    word = phrasal(document, verb)
    denies = word in stances.of("denial", "verbs") | stances.of("denial", "refusals")
    return denies or calls_untrue(document, verb, stances)


def _rebuttal_of_thing(
    document: Document, verb: Token, thing: Token, stances: StanceWords
) -> Rebuttal | None:
    """'denied it', 'rejected the charge', 'called this a lie', 'denied everything'."""
    word = phrasal(document, verb)
    said = _is_what_was_said(document, thing, stances)
    part = thing.lemma in stances.of("denial", "parts") and not _is_completed(
        document, thing, stances
    )
    everything = thing.text.casefold() in _EVERYTHING and word in stances.of("denial", "verbs")
    if everything or f"{word} {thing.lemma}" in stances.of("denial", "disowning"):
        return Rebuttal(verb=verb, speaker=verb, own_part=True)
    untrue = calls_untrue(document, verb, stances)
    denies = word in stances.of("denial", "verbs") and (said or part)
    named = said and (untrue or thing.pos != "PRON")  # one can reject it and not deny it
    refuses = word in stances.of("denial", "refusals") and (part or named)
    labels = word in stances.of("denial", "labels") and said and untrue
    labels = labels or (named and is_retraction(document, verb, stances))
    return Rebuttal(verb=verb, speaker=verb, own_part=part) if denies or refuses or labels else None


def _is_what_was_said(document: Document, thing: Token, stances: StanceWords) -> bool:
    """'it', 'the accusation', 'her claims'."""
    named = thing.lemma in stances.of("denial", "assertions")
    return (
        thing.text.casefold() in _POINTING
        or (named and _points(document, thing, stances))
        or _is_this_lie(document, thing, stances)
    )


def _is_this_lie(document: Document, noun: Token, stances: StanceWords) -> bool:
    """'called this pure invention': parsers take 'this' for part of the phrase."""
    this = any(
        t.dep == "det" and t.text.casefold() == "this" for t in document.children(noun.index)
    )
    return this and noun.lemma in stances.of("denial", "untrue")


def _is_made_up(document: Document, verb: Token, stances: StanceWords) -> bool:
    """'The story was made up', 'The villagers were lying.'"""
    subject = document.child(verb.index, "nsubj", "nsubjpass")
    if subject is None:
        return False
    if verb.lemma == "lie":  # bodies lie in a street, witnesses lie or lie about it
        lies = verb.tag == "VBG" and subject.pos != "PRON"
        after = [t for t in document.children(verb.index) if t.dep in {"prep", "advmod", "acomp"}]
        return lies and all(t.text.casefold() == "about" for t in after)
    named = subject.lemma in stances.of("denial", "assertions") and _points(
        document, subject, stances
    )
    inventing = phrasal(document, verb) in stances.of("denial", "inventing")
    return named and inventing and subject.dep == "nsubjpass"


def _rebuttal_by_copula(document: Document, verb: Token, stances: StanceWords) -> Rebuttal | None:
    """'"That is a lie," she said.', 'The report is not true, he said.'"""
    subject = document.child(verb.index, "nsubj")
    if _is_no_truth_in_it(document, verb, stances):
        return Rebuttal(verb=verb, speaker=None)
    if subject is None or not is_called_untrue(document, verb, stances):
        return None
    named = subject.lemma in stances.of("denial", "assertions") and _points(
        document, subject, stances
    )
    if subject.text.casefold() in {"that", "this"} or named:
        return Rebuttal(verb=verb, speaker=None)
    return None


def _is_no_truth_in_it(document: Document, copula: Token, stances: StanceWords) -> bool:
    """'There was no truth in it', 'There is not a word of truth in the story.'"""
    said = document.child(copula.index, "attr")
    if said is None or document.child(copula.index, "expl") is None:
        return False
    inside = document.subtree(said.index)
    true = stances.of("denial", "true")
    truth = said.lemma in true or any(t.dep == "pobj" and t.lemma in true for t in inside)
    denied = is_negated(document, copula) or any(
        t.text.casefold() in {"no", "not"} for t in document.children(said.index)
    )
    about = (t for t in document.subtree(copula.index) if t.dep == "pobj")
    return (
        denied
        and truth
        and any(
            t.text.casefold() in _POINTING
            or (t.lemma in stances.of("denial", "assertions") and _points(document, t, stances))
            for t in about
        )
    )


def _small_clause(document: Document, children: Sequence[Token]) -> Token | None:
    """The subject of a label without a verb: "called the report a lie"."""
    label = next((t for t in children if t.dep in {"oprd", "ccomp"} and not is_verb(t)), None)
    return None if label is None else document.child(label.index, "nsubj")


def _points(document: Document, noun: Token, stances: StanceWords) -> bool:
    """Whether a noun points back ("the accusation", "her claims") and has no content of its own."""
    if _is_completed(document, noun, stances):
        return False
    return any(
        t.dep == "poss"
        or (t.dep in {"det", "predet"} and t.text.casefold() not in {"a", "an", "any", "no"})
        for t in document.children(noun.index)
    )


def _is_completed(document: Document, noun: Token, stances: StanceWords) -> bool:
    """Whether a noun says itself what it is about: "a role in the blast", but not "in it"."""
    for child in document.children(noun.index):
        if child.dep in {"acl", "relcl", "ccomp"}:
            return True
        if child.dep == "prep" and child.text.casefold() in _ABOUT:
            thing = document.child(child.index, "pobj")
            pronoun = thing is not None and thing.text.casefold() in _POINTING
            if not pronoun and not (thing is not None and is_known_act(document, thing, stances)):
                return True
    return False
