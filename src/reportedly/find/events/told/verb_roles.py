"""Who acts and who suffers around a verb: "police arrested two men", "led raids on rebels"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from reportedly.find.events.clauses import act_noun
from reportedly.find.events.told.bearers import OF_STATES
from reportedly.find.events.told.hidden_subjects import hidden_subjects, who_ordered
from reportedly.find.events.told.noun_roles import (
    TARGET_PREPOSITIONS,
    done_to,
    noun_with_content,
    of_noun,
    opponents,
    who_attempts,
    who_is_in_it,
    who_made_it,
    who_stages,
)
from reportedly.find.events.triggers.slots import after_preposition, objects, subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.triggers.voice import is_passive
from reportedly.find.events.word_lists import role_words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token

_ORDERED = frozenset({"COERCE", "SANCTION"})  # not who arrests, which is another's doing
_TOGETHER = ("between", "with")


def of_verb(reading: Reading, trigger: Trigger) -> tuple[list[Token], list[Token]]:
    """Roles around a verb: its subject and object, and what stands behind a noun of its wording."""
    document = reading.document
    index = trigger.token
    acting: list[Token] = []
    suffering: list[Token] = []
    heads = {m.head for m in reading.actors}
    holder = noun_with_content(document, index)
    if holder is not None:
        doers = _who_would(document, trigger, holder) or who_attempts(document, holder)
        return doers, list(objects(document, index))
    for role, into in ((trigger.actor_role, acting), (trigger.recipient_role, suffering)):
        if role == "subject":
            into.extend(subjects(document, index))
        elif role == "object":
            into.extend(_objects(document, trigger, heads))
    things = [t for t in acting if t.pos == "NOUN" and t.index not in heads]
    if trigger.type == "ASSAULT":  # "was behind the attack that killed six", "staged a raid that"
        acting.extend(t for thing in things for t in who_is_in_it(document, thing, trigger))
        acting.extend(t for thing in things for t in who_stages(document, thing, trigger))
    for noun in filter(None, (act_noun(document, trigger), *things)):
        more_acting, more_suffering = of_noun(document, noun, trigger)
        acting.extend(more_acting)
        suffering.extend(more_suffering)
    suffering.extend(_whose_act(document, trigger, [t for t in suffering if t.index not in heads]))
    if act_noun(document, trigger) is not None and not suffering:
        for word in TARGET_PREPOSITIONS:  # "carried out raids on Friday against rebels"
            suffering.extend(after_preposition(document, index, word))
        suffering.extend(done_to(document, trigger))
    acting.extend(_unseen(document, trigger, acting, heads))
    if not acting and trigger.type == "ASSAULT":
        acting.extend(opponents(document, index))
    if trigger.reciprocal:
        for word in _TOGETHER:
            acting.extend(after_preposition(document, index, word))
    return acting, suffering


def _unseen(
    document: Document, trigger: Trigger, acting: Sequence[Token], somebody: Container[int]
) -> Sequence[Token]:
    """Who acts where no subject or agent is somebody: hidden subjects, or whoever ordered it."""

    def named(words: Sequence[Token]) -> bool:
        return any(t.index in somebody or t.pos in {"PROPN", "PRON"} for t in words)

    if named(acting):
        return ()
    hidden = hidden_subjects(document, trigger.token)
    ordered = trigger.type in _ORDERED and trigger.mode != "arrest" and not named(hidden)
    return (*hidden, *(who_ordered(document, trigger.token) if ordered else ()))


def _whose_act(document: Document, trigger: Trigger, hit: Sequence[Token]) -> list[Token]:
    """Whose gathering is hit: "banned a march *planned by a union*"."""
    if trigger.type != "COERCE":
        return []
    things = (t for t in hit if t.pos == "NOUN")
    return [doer for thing in things for doer in who_made_it(document, thing)]


def _who_would(document: Document, trigger: Trigger, plan: Token) -> list[Token]:
    """Whose plan, bid or means it is: "made a bid to abduct", "used dynamite to blow it up".

    "Police foiled a plot to bomb": who foils is not who bombs.
    """
    found = [t for t in document.children(plan.index) if t.dep == "poss"]
    found.extend(after_preposition(document, plan.index, "by"))
    verb = document.head(plan)
    own = verb.lemma in role_words().attempting or (verb.lemma == "use" and not trigger.weak)
    return [*found, *subjects(document, verb.index)] if plan.dep == "dobj" and own else found


def _objects(document: Document, trigger: Trigger, somebody: Container[int]) -> list[Token]:
    """What a verb governs, and its own object where only a thing stands behind its preposition.

    "Was *led away in* handcuffs", "*cleared* the families *from* an estate".
    """
    found = objects_of(document, trigger)
    children = document.children(trigger.token)  # "promised *Volda* five boats": before the boats
    found = [*(t for t in children if t.dep == "dative" and t.pos != "ADP"), *found]
    land = trigger.type in OF_STATES and any(t.name == "GPE" for t in found)
    if land or any(t.index in somebody or t.pos == "PRON" for t in found):
        return found
    return [*found, *(t for t in objects(document, trigger.token) if t not in found)]


def objects_of(document: Document, trigger: Trigger) -> list[Token]:
    """What a verb's wording governs: behind its last preposition ("opened fire *on* protesters"),
    else the verb's object.
    """
    last = document.tokens[trigger.last - 1]
    if last.text == "of" and document.tokens[last.index - 1].text == "out":
        moved = [t for t in objects(document, trigger.token) if t.index < last.index]
        if moved:
            return moved  # "dragged *a deputy* out of parliament"
    if trigger.last > trigger.token + 1 and last.pos == "ADP":
        word = last.text.casefold()
        if word == "at" and is_passive(document, trigger.token):  # "was shot *at his shop*"
            return list(objects(document, trigger.token))
        found = list(after_preposition(document, trigger.token, word))
        if not found and trigger.first <= last.head < trigger.last:  # "in defence *of* the editor"
            found = list(after_preposition(document, last.head, word))
        if any(t.pos != "VERB" for t in found):  # "barred the senator *from* leaving"
            return found
    leaving = last.lemma in {"leave", "go", "quit"}  # "gave the envoy three days *to leave*"
    if (
        last.index != trigger.token and last.pos == "VERB" and not leaving
    ):  # "reiterated its will *to support*"
        found = list(objects(document, last.index))
        if found:
            return found
    return list(objects(document, trigger.token))
