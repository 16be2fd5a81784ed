"""What a speaker says was not done: "its fighters had not taken part", "no civilian was hit"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportedly.find.events.clauses import is_verb, subject_of
from reportedly.find.events.reality.verbs import phrasal
from reportedly.find.events.told.stances import StanceWords
from reportedly.find.events.triggers.slots import after_preposition
from reportedly.find.events.triggers.voice import is_passive
from reportedly.find.events.words import words
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.parse.negation import is_at_nobody, is_negated

_NOBODY = words("no not none nobody neither nothing")
_ANYBODY = words("anybody anyone nobody them")
_NEVER = words("never nowhere")
_POINTING = words("it this that")
_OBJECTS = words("dobj attr nsubjpass")
_SUBJECTS = words("nsubj nsubjpass")
_PREDICATES = words("acomp attr prep xcomp advmod oprd")
_NUMBERS = words("nummod amod det")  # "not one shot", "not a single shot"
_HELPERS = words("aux auxpass")
_PAST = words("did had has have was were been 've 'd")
_OWN = words("we us ours our me")
_THE = words("the this that these those such 's")
_ABOUT = words("in with for behind of")
_UNSAID = words("way it this that day time")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plea:
    """A clause by which somebody says that he, or his side, did not do it."""

    verb: Token
    kind: Literal["part", "deed", "coercion"]
    named: bool = False  # the clause names the act: "no part in the raid"
    doers: tuple[Token, ...] = ()  # who would have acted, as the clause names them
    struck: tuple[Token, ...] = ()  # what would have been hit, unless people or houses
    denied_by: Token | None = None  # the verb of denial above it; None: the clause is negated


def plea_of(document: Document, verb: Token, stances: StanceWords) -> Plea | None:
    """The plea that the clause of a verb makes.

    The clause is negated, or stands under a verb of denial; plans, conditions and habits are no
    pleas. Whether it answers anything told is not asked here.
    """
    if not is_verb(verb):
        return None
    over = _verb_of_denial(document, verb, stances)
    if (over is not None) == _is_nay(document, verb) or _is_open(document, verb):
        return None
    kind: Literal["part", "deed", "coercion"] | None = None
    if _is_part(document, verb, stances) or _is_alibi(document, verb, stances):
        kind = "part"
    elif _is_past(document, verb) and _is_deed(document, verb, stances, denied=over is not None):
        kind = "deed"
    elif _is_past(document, verb) and _is_coercion(document, verb, stances):
        kind = "coercion"
    if kind is None:
        return None
    doers, struck = _parties(document, verb, passive=is_passive(document, verb.index))
    plain = stances.of("plea", "harmed") | stances.of("plea", "means")
    plain |= {idiom.rpartition(" ")[2] for idiom in stances.of("plea", "idioms")}
    struck = tuple(t for t in struck if t.pos != "PRON" and t.lemma not in plain)
    named = any(is_known_act(document, t, stances) for t in document.subtree(verb.index))
    return Plea(verb=verb, kind=kind, named=named, doers=doers, struck=struck, denied_by=over)


def _verb_of_denial(document: Document, verb: Token, stances: StanceWords) -> Token | None:
    """'denied that any civilian had been hit': the verb of denial right above the clause."""
    if verb.dep not in {"ccomp", "xcomp"}:
        return None
    above = document.head(verb)
    known = phrasal(document, above) in stances.of("denial", "verbs")
    return above if known and not is_negated(document, above) else None


def _is_nay(document: Document, verb: Token) -> bool:
    """Whether a clause is negated: 'had not fired', 'no soldier fired', 'nobody was hit'."""
    for child in document.children(verb.index):
        if child.dep == "neg" or (child.dep == "advmod" and child.text.casefold() in _NEVER):
            return True
        if child.dep == "xcomp" and verb.lemma == "be" and is_negated(document, child):
            return True  # "was not to blame"
        if child.dep in _SUBJECTS or child.dep in _OBJECTS:
            parts = document.children(child.index)
            parts = (
                *parts,
                *(t for p in parts if p.dep in _NUMBERS for t in document.children(p.index)),
            )
            # "soldiers, not rebels, fired" says that soldiers did
            inside = {t.text.casefold() for t in parts if t.index < child.index}
            if child.text.casefold() in _NOBODY or inside & _NOBODY:
                return True
    return is_at_nobody(document, verb)


def _is_open(document: Document, verb: Token) -> bool:
    """Whether a clause tells of what may come: 'would not fire', 'not to take part', 'if …'."""
    children = document.children(verb.index)
    if verb.dep in {"advcl", "acl", "relcl", "pcomp", "csubj"}:
        return True
    return any(t.tag == "MD" or (t.dep == "aux" and t.tag == "TO") for t in children)


def _is_past(document: Document, verb: Token) -> bool:
    helpers = {t.text.casefold() for t in document.children(verb.index) if t.dep in _HELPERS}
    return bool(helpers & _PAST) or verb.tag == "VBD"


# --- kinds ----------------------------------------------------------------------------------


def _is_part(document: Document, verb: Token, stances: StanceWords) -> bool:
    """'had not taken part', 'was not involved', 'had not ordered the raid', 'did not do it'."""
    if verb.lemma == "be":
        return _is_uninvolved(document, verb, stances)
    if verb.lemma in stances.of("plea", "joining"):
        return _points_back(document, verb, stances)
    thing = document.child(verb.index, "dobj", "nsubjpass")
    if thing is None:
        return False
    if verb.lemma == "do":
        return thing.text.casefold() in _POINTING and subject_of(document, verb.index) is not None
    if verb.lemma in stances.of("plea", "ordering"):
        return thing.text.casefold() in _ANYBODY or is_known_act(document, thing, stances)
    return verb.lemma in stances.of("plea", "holding") and _is_no_part(
        document, verb, thing, stances
    )


def _is_uninvolved(document: Document, copula: Token, stances: StanceWords) -> bool:
    """'was not involved in it', 'was not to blame', 'was not our work'."""
    if _is_work_of_others(document, copula, stances):
        return True
    return any(
        (t.lemma in stances.of("denial", "uninvolved") or t.lemma == "blame")
        and _points_back(document, t, stances)
        for t in document.children(copula.index)
        if t.dep in _PREDICATES
    )


def _is_no_part(document: Document, verb: Token, thing: Token, stances: StanceWords) -> bool:
    """'had not taken part', 'had no hand in it', 'had nothing to do with it'."""
    if thing.text.casefold() == "nothing":
        return any(
            t.lemma == "do" and _points_back(document, t, stances)
            for t in document.children(thing.index)
        )
    own = thing.lemma in stances.of("denial", "parts")
    return own and all(_points_back(document, t, stances) for t in (thing, verb))


def _is_work_of_others(document: Document, copula: Token, stances: StanceWords) -> bool:
    """'That was not our work', 'It was not us.'"""
    subject = document.child(copula.index, "nsubj")
    said = document.child(copula.index, "attr")
    if subject is None or said is None or subject.text.casefold() not in _POINTING:
        return False
    owned = any(t.text.casefold() in _OWN for t in document.children(said.index))
    work = owned and said.lemma in stances.of("plea", "works")
    return work or said.text.casefold() in _OWN


def _points_back(document: Document, word: Token, stances: StanceWords) -> bool:
    """Whether what follows a word names no matter but an act told before: "in it"."""
    for child in document.children(word.index):
        if child.dep not in {"prep", "prt"}:
            continue
        if word.lemma != "behind" and child.text.casefold() not in _ABOUT:
            continue
        for thing in document.children(child.index):
            if thing.dep in {"pobj", "pcomp"} and not _is_act(document, thing, stances):
                return False
    things = [t for t in document.children(word.index) if t.dep == "pobj"]  # "behind the raid"
    return all(_is_act(document, t, stances) for t in things)


def is_known_act(document: Document, noun: Token, stances: StanceWords) -> bool:
    """Whether a noun names an act of force as one told before: "the raid", "these killings"."""
    the = any(t.text.casefold() in _THE for t in document.children(noun.index))
    return the and _is_act(document, noun, stances)


def _is_act(document: Document, noun: Token, stances: StanceWords) -> bool:
    if noun.text.casefold() in _UNSAID:
        return True
    known = stances.of("claim", "acts") | stances.of("plea", "acts")
    known |= stances.of("plea", "matters")
    inner = document.child(noun.index, "prep")
    return noun.lemma in known and (inner is None or inner.text.casefold() in {"of", "on", "in"})


def _is_deed(document: Document, verb: Token, stances: StanceWords, *, denied: bool) -> bool:
    """'had not fired', 'no civilian was hit', 'no live rounds were used', 'never happened'."""
    children = document.children(verb.index)
    if verb.lemma == "be":
        return _was_none(document, verb, stances)
    if phrasal(document, verb) in stances.of("plea", "happening"):
        return _is_that(document, verb)
    passive = is_passive(document, verb.index)
    things = [t for t in children if t.dep == ("nsubjpass" if passive else "dobj")]
    means = stances.of("plea", "means")
    if any(w.lemma in means for t in things for w in _phrase(document, t)):
        return verb.lemma in stances.of("plea", "using")
    if verb.lemma in stances.of("plea", "outcomes"):
        agent = any(True for _ in after_preposition(document, verb.index, "by"))
        return denied or agent or not passive
    return _is_harm(document, verb, things, stances, passive=passive)


def _was_none(document: Document, copula: Token, stances: StanceWords) -> bool:
    """'There had been no shooting'; 'no further attacks' says that there was one."""
    said = document.child(copula.index, "attr")
    if said is None or document.child(copula.index, "expl") is None:
        return False
    known = stances.of("claim", "acts") | stances.of("plea", "acts")
    return said.lemma in known and document.child(said.index, "amod") is None


def _is_harm(
    document: Document, verb: Token, things: list[Token], stances: StanceWords, *, passive: bool
) -> bool:
    """'opened fire', 'hit nobody'; officials who were not fired were not shot at."""
    if verb.lemma == "open" or any(t.lemma == "hand" for t in things):
        idioms = stances.of("plea", "idioms")
        return any(f"{verb.lemma} {t.lemma}" in idioms for t in things)
    if verb.lemma == "fire" and things:
        return passive and document.child(verb.index, "prep", "prt", "agent") is not None
    return verb.lemma in stances.of("plea", "deeds")


def _is_coercion(document: Document, verb: Token, stances: StanceWords) -> bool:
    """'nobody had been arrested', 'there had been no arrests'."""
    if verb.lemma == "be":
        said = document.child(verb.index, "attr")
        there = document.child(verb.index, "expl") is not None
        return there and said is not None and said.lemma in stances.of("plea", "coercing")
    return verb.lemma in stances.of("plea", "coercing")


def _is_that(document: Document, verb: Token) -> bool:
    """'This never happened', 'nothing of the sort took place'."""
    subject = next((t for t in document.children(verb.index) if t.dep in _SUBJECTS), None)
    if subject is None:
        return False
    such = {t.text.casefold() for t in document.children(subject.index)} & {"such", "of"}
    return subject.text.casefold() in _POINTING or bool(such)


def _is_alibi(document: Document, verb: Token, stances: StanceWords) -> bool:
    """'none of its units had been within twenty kilometres', 'its men were nowhere near'."""
    if verb.lemma not in stances.of("plea", "being") or not _is_past(document, verb):
        return False
    subject = document.child(verb.index, "nsubj")
    if subject is None or not _is_own_side(document, subject):
        return False
    return any(
        t.text.casefold() in stances.of("plea", "near") for t in document.children(verb.index)
    )


def _is_own_side(document: Document, subject: Token) -> bool:
    """'its men', 'none of our people', 'we'."""
    if subject.text.casefold() in _OWN:
        return True
    return any(t.tag == "PRP$" for t in document.subtree(subject.index))


# --- who is in the clause -----------------------------------------------------------------------


def _parties(
    document: Document, verb: Token, *, passive: bool
) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    subject = subject_of(document, verb.index)
    agents = tuple(after_preposition(document, verb.index, "by")) if passive else ()
    named = () if subject is None else (_who(document, subject),)
    if passive:
        return agents, named
    hit = tuple(_who(document, t) for t in document.children(verb.index) if t.dep == "dobj")
    return named, hit


def _who(document: Document, noun: Token) -> Token:
    """The people of 'none of its units', 'no member of the Front'; else the noun itself."""
    of = next((t for t in document.children(noun.index) if t.text.casefold() == "of"), None)
    inner = None if of is None else document.child(of.index, "pobj")
    return noun if inner is None else inner


def _phrase(document: Document, noun: Token) -> tuple[Token, ...]:
    inner = tuple(t for t in document.subtree(noun.index) if t.dep == "pobj")
    return (noun, *inner)
