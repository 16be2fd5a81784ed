"""Who did a harm that a verb tells without naming who did it.

"Killed in police firing", "hurt in a blast set off by rebels", "wounded when rebels opened fire":
the act that the text gives as the cause names its agent.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.find.events.told.bearers import bearers, is_force
from reportedly.find.events.told.whose_deed import blamed
from reportedly.find.events.triggers.slots import after_preposition, objects, subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.triggers.voice import is_passive
from reportedly.find.events.word_lists import role_words, telling_words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import ActorMention

_AT_ONCE = frozenset({"when", "as", "while"})
_CAUSES = ("in", "by", "during", "from")


def doers_of_harm(reading: Reading, trigger: Trigger) -> tuple[ActorMention, ...]:
    """Who did what an attack or arrest told without an agent came from; nobody where none says."""
    if trigger.nominal or not (trigger.type == "ASSAULT" or trigger.mode == "arrest"):
        return ()
    return (
        _by_their_fire(reading, trigger)
        or _in_the_same_moment(reading, trigger)
        or _by_their_own_bomb(reading, trigger)
    )


def who_is_blamed(
    reading: Reading, trigger: Trigger, told: tuple[ActorMention, ...]
) -> tuple[ActorMention, ...]:
    """Who did it where the act is put on somebody: "gunmen hurt a guard in *an attack blamed on*".

    Instead of those of whom only their part in it is told, beside others.
    """
    document = reading.document
    if trigger.nominal or trigger.type != "ASSAULT":
        return told
    blame = [
        on
        for word in _CAUSES
        for act in after_preposition(document, trigger.token, word)
        if act.lemma in role_words().harmful_deeds
        for on in blamed(document, act)
    ]
    found = [m for m in _named(reading, iter(blame)) if _is_somebody(document, m)]
    if not found:
        return told
    known = [m for m in told if document.tokens[m.head].lemma not in telling_words().doers]
    return tuple(dict.fromkeys((*known, *found)))


def _is_somebody(document: Document, mention: ActorMention) -> bool:
    """Not 'a raid blamed on *faulty intelligence*'."""
    return mention.actor.kind != "unknown" or document.tokens[mention.head].pos == "PROPN"


def _by_their_fire(reading: Reading, trigger: Trigger) -> tuple[ActorMention, ...]:
    """'Killed in police firing', 'hurt in a rebel ambush': whose act it was."""
    document = reading.document
    found: list[ActorMention] = []
    for word in _CAUSES:
        for act in after_preposition(document, trigger.token, word):
            after = document.tokens[act.index + 1 : act.index + 2]
            if act.lemma in role_words().harmful_deeds:
                found.extend(bearers(reading, act, trigger))
                found.extend(_named(reading, iter(after_preposition(document, act.index, "by"))))
                found.extend(_named(reading, iter(blamed(document, act))))
            elif after and after[0].text.casefold() in role_words().harmful_deeds:
                # parsers take "in army shelling" for the army and a clause about it
                found.extend(m for m in reading.actors if m.head == act.index and is_force(m.actor))
    return tuple(dict.fromkeys(found))


def _in_the_same_moment(reading: Reading, trigger: Trigger) -> tuple[ActorMention, ...]:
    """'Two men were wounded when rebels opened fire': the subject of the clause."""
    document = reading.document
    if not is_passive(document, trigger.token):
        return ()
    for verb in _joined(document, document.tokens[trigger.token]):
        for clause in document.children(verb.index):
            marked = any(t.text.casefold() in _AT_ONCE for t in document.children(clause.index))
            if clause.dep != "advcl" or not marked:
                continue
            for told in (clause, *document.children(clause.index)):
                # "when suspected rebels fired": parsers make a clause of "suspected"
                if told is not clause and (told.dep != "ccomp" or clause.lemma != "suspect"):
                    continue
                if told.lemma not in role_words().harming or is_passive(document, told.index):
                    continue
                found = _named(reading, iter(subjects(document, told.index)))
                if found:
                    return tuple(dict.fromkeys(found))
    return ()


def _by_their_own_bomb(reading: Reading, trigger: Trigger) -> tuple[ActorMention, ...]:
    """'A rebel was killed when a mine *he was planting* went off', 'while making bombs'."""
    document, words = reading.document, role_words()
    if not is_passive(document, trigger.token):
        return ()
    for verb in document.subtree(trigger.token):
        if verb.lemma not in words.laying or (verb.tag != "VBG" and verb.dep != "xcomp"):
            continue
        above = document.head(verb)
        clause = above if verb.dep == "xcomp" else verb  # "a mine he was trying to plant"
        things = [t for t in document.children(verb.index) if t.dep == "dobj"]
        own = [t for t in document.children(clause.index) if t.dep == "nsubj"]
        if clause.dep == "relcl" and not things and all(t.tag == "PRP" for t in own):
            things = [document.head(clause)]
        elif own:
            continue
        if any(t.lemma in words.charges for t in things):
            return tuple(_named(reading, iter(objects(document, trigger.token))))
    return ()


def _joined(document: Document, verb: Token) -> Iterator[Token]:
    """A verb and those joined to it: 'two were killed and nine injured when …'."""
    yield verb
    todo = [verb]
    while todo:
        for child in document.children(todo.pop().index):
            if child.dep == "conj" and child.pos in {"VERB", "AUX"}:
                yield child
                todo.append(child)


def _named(reading: Reading, heads: Iterator[Token]) -> list[ActorMention]:
    by_head = {m.head: m for m in reading.actors}
    return [by_head[t.index] for t in heads if t.index in by_head]
