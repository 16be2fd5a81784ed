"""Habits, rules and records: what is done again and again is no act of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.clauses import act_noun, is_verb, subject_of
from reportedly.find.events.reality.rules import RealityRule
from reportedly.find.events.reality.state import SPEECH_TYPES, Ground, Reality, apply
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.parse import Document
from reportedly.parse.document import Token

_AGAIN_AND_AGAIN = frozenset(
    {"every", "each", "per", "daily", "weekly", "monthly", "yearly", "annually", "often",
     "usually", "regularly", "sometimes", "always", "never", "whenever", "when", "if", "whoever",
     "anyone", "typically", "generally", "frequently", "rarely"}
)  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\ds?")
_ALIKE = frozenset({"similar", "such", "previous", "past", "frequent", "numerous", "countless"})
_ROW = 3  # things done that make a record
_NAMING = frozenset({"appos", "nmod", "compound"})
_CAUSING = frozenset({"make", "let", "see", "watch", "hear", "help"})
_GOING_ON = frozenset({"remain", "stay", "refuse"})  # "remain behind bars": now, not as a rule
_STATES = frozenset({"arrest", "curfew", "restrict"})  # modes of "is in custody", "is under curfew"
_POINTING = frozenset({"it", "this", "that"})
_UNDER_WAY = frozenset({"PROTEST", "MOBILIZE"})  # "is on strike", "are on alert"
_SERVING = frozenset({"jail", "prison", "bars"})  # "are in jail": how things stand, and no news
_WITH_TERM = frozenset({"SANCTION", "COERCE"})


def habit(ground: Ground, verb: Token, auxiliaries: Sequence[Token], found: Reality) -> Reality:
    """Habits and rules: 'punishes anyone', 'for years', 'every Friday they march'."""
    document, trigger = ground.document, ground.trigger
    present = _is_present(verb, auxiliaries)
    if verb.index == trigger.token:
        if verb.tag == "VB" and not auxiliaries and subject_of(document, verb.index) is None:
            return replace(found, no_act=True, reason="imperative")
        led = bool(auxiliaries) and act_noun(document, trigger) is not None
        unmarked = (
            ground.rules.find("unmarked", verb.text.casefold()) if verb.tag == "VBP" else None
        )
        usual = trigger.type not in SPEECH_TYPES and not led and unmarked is None
        caused = verb.tag == "VB" and document.head(verb).lemma in _CAUSING
        usual = usual and verb.lemma not in _GOING_ON and not _is_state(document, trigger, verb)
        if present and usual and not caused and not _is_single_deed(document, verb):
            return replace(found, no_act=True, reason="habit")
    if _is_record(document, verb) or _is_nth_time(document, verb):
        return replace(found, no_act=True, reason="habit")
    rule = _general(ground, verb) if present else None
    rule = rule or _for_whoever(ground, verb) or _lasting(ground, verb)
    if rule is None:
        clause = " ".join(t.text.casefold() for t in document.subtree(verb.index))
        rule = next((r for phrase, r in ground.rules.phrases if phrase in clause), None)
    return found if rule is None else apply(found, rule)


def _is_state(document: Document, trigger: Trigger, verb: Token) -> bool:
    """'A suspect is in custody', 'teachers are on strike': so it is now, and not as a rule."""
    under_way = trigger.type in _UNDER_WAY or (trigger.type == "COERCE" and trigger.mode in _STATES)
    held = under_way and verb.lemma == "be"
    clause = {t.text.casefold() for t in document.subtree(verb.index)}
    return held and not clause & (_AGAIN_AND_AGAIN | _SERVING)


def _is_record(document: Document, verb: Token) -> bool:
    """'It has jailed editors, closed schools and bought judges': what somebody keeps doing.

    Deeds in the perfect, three or more in a row, each done to many without number, day or place;
    or one of a kind told before: "the group has carried out *similar attacks*".
    """
    first = verb
    while first.dep == "conj" and is_verb(document.head(first)):
        first = document.head(first)
    row = [first]
    following: Token | None = first
    while following is not None:
        joined = document.children(row[-1].index)
        following = next((t for t in joined if t.dep == "conj" and is_verb(t)), None)
        row += [] if following is None else [following]
    perfect = any(
        t.dep == "aux" and t.tag in {"VBZ", "VBP"} for t in document.children(first.index)
    )
    objects = [t for v in row for t in document.children(v.index) if t.dep == "dobj"]
    bare = len(objects) >= _ROW and all(t.tag == "NNS" and _is_bare(document, t) for t in objects)
    alike = any(
        t.tag == "NNS" and any(w.text.casefold() in _ALIKE for w in document.children(t.index))
        for t in objects
    )
    held = (t.name for t in document.subtree(first.index))
    return perfect and (bare or alike) and not any(name in {"DATE", "TIME"} for name in held)


def _is_nth_time(document: Document, verb: Token) -> bool:
    """'It is the third time this year that a premier *has been dismissed*': a count of acts."""
    for above in document.ancestors(verb.index):
        if above.pos in {"VERB", "AUX"}:
            subject = document.child(above.index, "nsubj")
            time = document.child(above.index, "attr")
            counts = above.lemma == "be" and time is not None and time.lemma == "time"
            pointing = subject is not None and subject.text.casefold() in _POINTING
            return counts and pointing and verb.index > above.index
    return False


def _is_bare(document: Document, noun: Token) -> bool:
    labels = {t.dep for t in document.children(noun.index)}
    return not labels & {"det", "nummod", "poss"}


def _is_single_deed(document: Document, verb: Token) -> bool:
    """'Rebels kill two civilians': so many, or a certain one, in the present of headlines."""
    if verb.sentence > 0:
        return False  # further down the present tense tells plots and habits
    inside = document.subtree(verb.index)
    clause = {t.text.casefold() for t in inside}
    if any(t.dep == "advcl" and t.tag == "VBD" for t in inside):
        clause.discard("when")  # "three guards are wounded when a mine blew up"
    if clause & _AGAIN_AND_AGAIN:
        return False
    for child in document.children(verb.index):
        before = document.children(child.index)
        if child.dep == "nsubj" and verb.tag == "VBP" and any(t.dep == "nummod" for t in before):
            return True  # "four gunmen kill": so many
        lost = child.dep == "npadvmod" and child.index < verb.index and child.tag == "NN"
        if child.dep not in {"dobj", "nsubjpass"} and not lost:
            continue  # lost: "*a clerk*, living here, is shot"
        if "PERSON" in {child.name, *(t.name for t in before if t.dep in _NAMING)}:
            return True
        if any(t.dep == "nummod" or t.text.casefold() in {"a", "an"} for t in before):
            told = verb.tag != "VB" or _goes_on_present(document, verb)
            return told and child.name not in {"MONEY", "PERCENT", "DATE", "TIME"}
    return False


def _goes_on_present(document: Document, verb: Token) -> bool:
    """'Rebels attack a post and *kidnap* an officer', where a tagger sees an infinitive."""
    above = document.head(verb)
    return verb.dep == "conj" and above.tag in {"VBP", "VBZ"} and above.pos == "VERB"


def _is_present(verb: Token, auxiliaries: Sequence[Token]) -> bool:
    """Whether a verb stands in the simple present: 'shoots', 'is shot', 'does not shoot'."""
    now = all(
        (t.dep == "auxpass" or t.lemma == "do") and t.tag in {"VBZ", "VBP"} for t in auxiliaries
    )
    return now and (bool(auxiliaries) or verb.tag in {"VBZ", "VBP", "VB"})


def _general(ground: Ground, verb: Token) -> RealityRule | None:
    """'anyone', 'every strike' as subject or object."""
    document = ground.document
    for child in document.children(verb.index):
        if child.dep in {"dobj", "nsubj", "nsubjpass"}:
            for word in (child, *document.children(child.index)):
                rule = ground.rules.find("determiner", word.text.casefold())
                if rule is not None:
                    return rule
    return None


def _for_whoever(ground: Ground, verb: Token) -> RealityRule | None:
    """'whoever took part': the subject is open, in any tense."""
    for child in ground.document.children(verb.index):
        if child.dep in {"nsubj", "nsubjpass"}:
            for word in (child, *ground.document.children(child.index)):
                if word.text.casefold().endswith("ever") and word.tag.startswith("W"):
                    return ground.rules.find("relative", word.text.casefold())
    return None


def _lasting(ground: Ground, verb: Token) -> RealityRule | None:
    """'for years', at the verb or one joined with it; 'jailed for six years' is a term."""
    document = ground.document
    has_term = ground.trigger.type in _WITH_TERM
    joined = [t for t in document.children(verb.index) if t.dep == "conj" and is_verb(t)]
    spans = (
        word
        for part in (verb, *joined)
        for child in document.children(part.index)
        if child.dep == "prep" and child.text.casefold() in {"for", "over"}
        for word in document.children(child.index)
        if not (has_term and document.child(word.index, "nummod") is not None)
    )
    rules = (ground.rules.find("duration", word.text.casefold()) for word in spans)
    found = next((rule for rule in rules if rule is not None), None)
    if found is None and _since_year(document, verb):
        return ground.rules.find("duration", "years")
    return found


def _since_year(document: Document, verb: Token) -> bool:
    """'Rebels have been fighting since 2017': a state of years, and none of its acts."""
    if verb.tag != "VBG":
        return False
    return any(
        _YEAR.fullmatch(word.text)
        for child in document.children(verb.index)
        if child.text.casefold() == "since"
        for word in document.children(child.index)
    )
