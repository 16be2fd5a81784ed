"""Subjects that a parser lost to a word beside them, and the verbs they belong to.

"A rebel *wanted* in two cases was arrested": the participle that says who he is passes for the
verb, and the verb for a clause below it. "In a success for the police, *a rebel* surrendered": the
subject passes for another name of the police. A verb with a tense needs a subject in English, so
it gets the one that stands before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.parse.words import (
    HELPERS,
    SUBJECTS,
    Word,
    ancestors,
    attach,
    child,
    children,
    make_subject,
    move,
    raise_above,
    subtree,
)

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_COUNTED = {"DT": "det", "CD": "nummod"}  # "*a* wanted rebel": no subjects
_INVERTED = frozenset({"be", "come", "lie", "stand", "go", "say"})  # "among them *was* a priest"
_SUPPOSED = frozenset({"suspect", "believe", "think", "presume", "allege", "fear", "say", "report"})
_DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
_NO_ONE = frozenset({"GPE", "LOC", "DATE", "TIME"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def with_subjects(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words with the subjects that a parser lost given back to their verbs."""
    found = list(words)
    for number, word in enumerate(words):
        if word.lemma == "want" and word.tag in {"VBD", "VBN"}:
            _give_to_verb_below(found, number)
        elif word.lemma in _SUPPOSED and word.tag in {"VBD", "VBN"}:
            _give_from_supposed(found, number)
        elif word.dep == "pcomp" and word.tag in {"VBD", "VBN"}:
            _take_from_preposition(found, number)
        elif word.dep in {"acl", "conj"} and word.tag == "VBN":
            _share_helper(found, number)
        elif word.dep == "ROOT" and word.pos == "VERB" and word.lemma not in _INVERTED:
            _take_from_opening(found, number)
        elif word.dep == "ccomp" and word.pos == "VERB":
            _take_from_day_of_speech(found, number)
    return tuple(found)


def _share_helper(words: list[Word], participle: int) -> None:
    """'Sixty were held and *nine officers injured*': a second clause, its "were" left out."""
    behind = words[participle].dep == "acl"  # the parser joins the noun, not the participle
    noun = words[participle].head if behind else child(words, participle, "nsubj")
    if noun is None or noun > participle or (behind and words[noun].dep != "conj"):
        return
    verb = words[noun if behind else participle].head
    if words[verb].pos != "VERB":
        return
    helped = child(words, participle, "aux", "auxpass", "dobj") is not None
    if child(words, verb, "auxpass") is not None and not helped:
        attach(words, participle, "conj", verb)
        attach(words, noun, "nsubjpass", participle)


def _give_to_verb_below(words: list[Word], wanted: int) -> None:
    """'A rebel wanted in two cases *was arrested*', 'two wanted rebels were arrested'."""
    above = words[wanted]
    below = list(children(words, wanted))
    subject = next((n for n in below if words[n].dep == "nsubj" and n < wanted), None)
    if subject is None or any(words[n].dep in HELPERS for n in below):
        return
    if above.dep in {"csubj", "csubjpass"}:
        verb: int | None = above.head
    else:
        verb = next((n for n in below if n > wanted and words[n].dep == "ccomp"), None)
    if verb is None or not _is_finite(words, verb):
        return
    own = [n for n in children(words, verb) if words[n].dep in SUBJECTS and n != wanted]
    noun: int | None = subject
    if words[subject].tag in _COUNTED:
        behind = [*own, *(n for n in below if words[n].dep == "dobj")]
        noun = next((n for n in behind if wanted < n < verb), None)
        if noun is not None:
            attach(words, subject, _COUNTED[words[subject].tag], noun)
    elif own:
        return
    if noun is not None:
        raise_above(words, verb, wanted, noun)


def _give_from_supposed(words: list[Word], supposed: int) -> None:
    """'*Men* thought to be bandits *kidnapped* a priest': who acted is not who they may be."""
    below = list(children(words, supposed))
    subject = next((n for n in below if words[n].dep == "nsubj" and n < supposed), None)
    being = child(words, supposed, "xcomp")
    if subject is None or being is None or words[being].lemma != "be":
        return
    if being < supposed or any(words[n].dep in HELPERS for n in below):
        return
    verb = next((n for n in below if n > being and words[n].dep == "ccomp"), None)
    if verb is not None:
        own = child(words, verb, "nsubj", "nsubjpass", "mark", "aux", "auxpass")
        if own is None and words[verb].tag in {"VBD", "VBN"}:
            words[verb] = replace(words[verb], tag="VBD")
            raise_above(words, verb, supposed, subject)
        return
    verb = words[supposed].head
    named = child(words, verb, "nsubj")
    if verb > supposed and named is not None and being < named < verb:
        attach(words, named, "attr", being)
        move(words, [n for n in below if n < subject], verb)
        raise_above(words, verb, supposed, subject)


def _take_from_preposition(words: list[Word], verb: int) -> None:
    """'A rebel *carrying* a reward of 90 crowns *surrendered*': only gerunds stand behind "of"."""
    below = list(children(words, verb))
    amount = child(words, verb, "nsubj")
    if amount is None or any(words[n].dep in HELPERS for n in below):
        return
    for clause in ancestors(words, verb):
        parts = list(children(words, clause))
        noun = next((n for n in parts if words[n].dep == "nsubj" and n < clause), None)
        helped = any(words[n].dep in HELPERS for n in parts)
        if noun is None or helped or not (words[clause].tag == "VBG" or _is_wanted(words[clause])):
            continue
        attach(words, amount, "pobj", words[verb].head)
        words[verb] = replace(words[verb], tag="VBD")
        raise_above(words, verb, clause, noun)
        return


def _take_from_opening(words: list[Word], verb: int) -> None:
    """'In a success for the police, *a rebel*, named Bel, surrendered': no name of the police."""
    below = list(children(words, verb))
    if any(words[n].dep in SUBJECTS | {"mark"} for n in below) or not _is_finite(words, verb):
        return
    opening = min(below, default=verb)
    if words[opening].dep != "prep" or opening >= verb:
        return
    if _take_from_day(words, opening, verb):
        return
    for number in range(opening + 1, verb):
        word = words[number]
        if word.dep != "appos" or word.pos not in _NOUNS or word.name in _NO_ONE:
            continue
        first = min(subtree(words, number))
        inside = subtree(words, word.head)
        if words[first - 1].text != "," or opening not in ancestors(words, number):
            continue
        if any(n not in inside and words[n].pos != "PUNCT" for n in range(first, verb)):
            continue
        # "identified as Ana Roa"
        move(words, [n for n in children(words, word.head) if n > number], number)
        make_subject(words, number, verb)
        return


def _take_from_day(words: list[Word], opening: int, verb: int) -> bool:
    """'On Monday *Ana Roa*, a nurse, was freed': nobody is called "Monday Ana Roa"."""
    day = words[opening + 1]
    name = child(words, opening, "pobj")
    if day.text not in _DAYS or day.dep != "compound" or name is None or day.head != name:
        return False
    attach(words, opening + 1, "pobj", opening)
    make_subject(words, name, verb)
    return True


def _take_from_day_of_speech(words: list[Word], verb: int) -> None:
    """'The army said on Monday *rebels* attacked a camp': no rebels of that day."""
    said = words[verb].head
    prep = said + 1
    opens = prep < verb and words[prep].dep == "prep" and words[prep].head == said
    if not opens or not _is_finite(words, verb):
        return
    if any(words[n].dep in SUBJECTS for n in children(words, verb)):
        return
    _take_from_day(words, prep, verb)


# --- steps ----------------------------------------------------------------------------------


def _is_wanted(word: Word) -> bool:
    return word.lemma == "want" and word.tag in {"VBD", "VBN"}


def _is_finite(words: Sequence[Word], verb: int) -> bool:
    """Whether a verb has a tense in the past or third person, of its own or by a helper."""
    helpers = [words[n] for n in children(words, verb) if words[n].dep in HELPERS]
    if any(words[n].dep == "mark" for n in children(words, verb)):
        return False
    tags = {h.tag for h in helpers} & _FINITE if helpers else {words[verb].tag} & {"VBD", "VBZ"}
    return bool(tags)
