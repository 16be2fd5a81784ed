"""Subjects that a parser lost to those who are named with them and do not act.

"Rebels *accompanied by villagers* burned a bus", "rebels *dressed as soldiers* burned it", "gunmen
*calling themselves the Owls* burned it": a participle behind the subject tells who came along, as
whom it was dressed or how it is called, and the parser takes that for the subject, or the
participle for the verb.
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

_COMING_ALONG = frozenset({"accompany", "assist", "aid", "join", "escort", "support", "back"})
_GUISES = frozenset({"dress", "disguise", "pose", "masquerade", "work", "serve", "act", "identify"})


def without_companions(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words with subjects given back that stand before somebody else's name or guise."""
    found = list(words)
    for number, word in enumerate(words):
        if word.dep == "acl" and word.tag in {"VBD", "VBN"}:
            _give_from_gerund(found, number)
        if word.tag != "VBD" or word.pos != "VERB":
            continue
        came = found[word.head]
        if word.dep == "conj" and came.tag == "VBN":
            _give_from_companions(found, number)
        elif word.dep == "ccomp" and came.dep == "ROOT":
            if came.lemma in _COMING_ALONG and came.tag in {"VBN", "VBD"}:
                _give_from_companions(found, number)
            elif came.lemma == "call" and came.tag == "VBG":
                _give_from_name(found, number)
        else:
            _give_behind_companions(found, number)
            _give_from_guise(found, number)
    return tuple(found)


def _give_from_companions(words: list[Word], verb: int) -> None:
    """'*Rebels* accompanied by villagers *burned* a bus': who came along is told beside it.

    Two verbs that are joined have an "and" or a comma between them.
    """
    came = words[verb].head
    below = list(children(words, came))
    subject = next((n for n in below if words[n].dep == "nsubj" and n < came), None)
    by = came + 1
    if subject is None or words[by].text != "by" or words[by].head != came:
        return
    if any(words[n].dep in HELPERS or words[n].dep in ("cc", "dobj") for n in below):
        return
    between = words[max(subtree(words, by)) + 1 : verb]
    if all(w.dep == "advmod" for w in between) and child(words, verb, *SUBJECTS) is None:
        words[by] = replace(words[by], dep="agent")
        raise_above(words, verb, came, subject)


def _give_behind_companions(words: list[Word], verb: int) -> None:
    """'*Rebels* accompanied by *police officers* burned a bus': no officers who burned it.

    The parser ends the clause with the first noun, and makes the second one the subject.
    """
    rebels, officers = words[verb].head, child(words, verb, "nsubj")
    if words[verb].dep != "relcl" or words[rebels].dep != "ROOT" or officers != verb - 1:
        return
    if words[officers - 1].dep != "pobj":
        return
    by = words[officers - 1].head
    came = words[by].head
    if words[by].text != "by" or words[came].lemma not in _COMING_ALONG:
        return
    if words[came].head != rebels:
        return
    attach(words, officers, "pobj", by)
    attach(words, officers - 1, "compound", officers)
    _make_verb_of(words, verb, rebels)


def _give_from_name(words: list[Word], verb: int) -> None:
    """'*Gunmen* calling themselves the Sons of Dorna *burned* a bus': no sons of their own."""
    calling = words[verb].head
    gunmen, name = child(words, calling, "nsubj"), child(words, verb, "nsubj")
    if gunmen is None or name is None or not gunmen < calling < name < verb:
        return
    if child(words, calling, *HELPERS) is None and child(words, calling, "dobj") is not None:
        attach(words, name, "oprd", calling)
        raise_above(words, verb, calling, gunmen)


def _give_from_guise(words: list[Word], verb: int) -> None:
    """'*Rebels* dressed as soldiers *burned* a bus': no soldiers burned it.

    Not "the rebels fled as soldiers came", whose participle has no such word.
    """
    subjects = [n for n in children(words, verb) if words[n].dep == "nsubj"]
    guise = subjects[-1] if subjects else verb
    start = min(subtree(words, guise)) - 1
    if guise == verb or start < 1 or words[start].text != "as" or guise > verb:
        return
    dressed = start - 1
    rebels = words[dressed].head
    if words[dressed].lemma not in _GUISES or words[dressed].dep != "acl" or rebels > dressed:
        return
    if any(words[n].dep in HELPERS for n in children(words, verb)):
        return
    if words[verb].dep == "advcl" and words[rebels].dep == "ROOT":
        attach(words, start, "prep", dressed)
        attach(words, guise, "pobj", start)
        _make_verb_of(words, verb, rebels)
    elif words[rebels].head == verb and len(subjects) > 1 and words[start].head == dressed:
        attach(words, guise, "pobj", start)


def _give_from_gerund(words: list[Word], verb: int) -> None:
    """'*Men* driving a jeep without plates *abducted* a nurse': no plates that were abducted.

    A participle behind a noun has no object, and a gerund alone makes no sentence.
    """
    thing = child(words, verb, "dobj")
    driving = (ancestors(words, verb) or [verb])[-1]
    men = child(words, driving, "nsubj")
    if thing is None or thing < verb or men is None or words[driving].tag != "VBG":
        return
    if not men < driving < verb or child(words, driving, *HELPERS) is not None:
        return
    words[verb] = replace(words[verb], tag="VBD")
    raise_above(words, verb, driving, men)


def _make_verb_of(words: list[Word], verb: int, noun: int) -> None:
    """Make a verb the root of a sentence that was taken for a noun with clauses about it."""
    attach(words, verb, "ROOT", verb)
    move(words, [n for n in children(words, noun) if n > verb], verb)
    make_subject(words, noun, verb)
