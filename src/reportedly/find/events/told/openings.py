"""Acts told by verbs that no rule reads ("squatted on the road"), and verbs that tell none.

A trained network reads the words of each sentence. It opens verbs that no rule reads where it is
sure of an attack, coercion, a protest, mobilisation or a sanction, and takes back what a rule reads
in a verb that by all its sentence tells no act ("a minister who burns his own harbour"). Verbs are
opened only in texts that tell a deed in words that a rule knows, and in brief ones: sport, business
and science tell of other things in the same words. Other types are not opened, nor are nouns: both
cost precision. Without onnxruntime nothing is opened and nothing taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from reportedly.find.events.act_words import LABELS, NO_ACTS, ReadWords, may_tell
from reportedly.find.events.triggers.lexicon import EventLexicon
from reportedly.find.events.triggers.matching import is_refused
from reportedly.find.events.triggers.slots import subjects
from reportedly.find.events.triggers.trigger import Trigger, told_by_verb
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import EventType

OPENED = "act-word"  # stands in the records as the rule that made them
# the types that are opened, and that a text must tell
_DEEDS: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "SANCTION"})
_SURE = 0.6  # share of a type from which a verb is taken to tell it
_SURE_OF_NONE = 0.8  # share of no type from which a rule's verb is taken to tell nothing
_BRIEF = 60  # words


def convincing(triggers: Sequence[Trigger], words: ReadWords) -> tuple[Trigger, ...]:
    """Triggers without the verbs that the network takes for no act.

    Nouns stay, whose acts it often sees in their verb, and symbolic acts, which few passages teach.
    """
    return tuple(
        t
        for t in triggers
        if t.type is None or t.nominal or t.mode == "symbolic" or not _tells_nothing(t, words)
    )


def _tells_nothing(trigger: Trigger, words: ReadWords) -> bool:
    """Whether neither a trigger's words nor the words beside it in its clause tell an act.

    The network may see the act in the noun where the rule reads the verb ("dealt a blow").
    """
    document = words.document
    verb = document.tokens[trigger.token]
    if verb.lemma in NO_ACTS:
        return False
    inside = {trigger.token, *range(trigger.first, trigger.last)}
    beside = {verb.head, *(child.index for child in document.children(verb.index))}
    read = [words.shares(document.tokens[index]) for index in sorted(inside | beside)]
    silent = [shares[0] for shares in read if shares is not None]
    return bool(silent) and min(silent) >= _SURE_OF_NONE


def openings(
    document: Document, triggers: Sequence[Trigger], lexicon: EventLexicon, words: ReadWords
) -> tuple[Trigger, ...]:
    """One trigger a sentence and type at most, for the word that tells it most surely."""
    found: dict[tuple[int, EventType], tuple[float, Trigger]] = {}
    for token in _unread(triggers, words):
        shares = words.shares(token)
        if shares is None:
            continue
        column = int(shares.argmax())
        kind, share = cast(EventType, LABELS[column]), float(shares[column])
        if kind not in _DEEDS or share < _SURE:
            continue
        if is_refused(document, lexicon, token, kind) or _by_vehicle(document, lexicon, token):
            continue
        if share > found.get((token.sentence, kind), (0.0,))[0]:
            opened = told_by_verb(token, OPENED, kind, weak=True)
            found[token.sentence, kind] = (share, opened)
    return tuple(trigger for _, trigger in found.values())


def _unread(triggers: Sequence[Trigger], words: ReadWords) -> list[Token]:
    """Verbs that no rule reads; none where the text is not about deeds."""
    document = words.document
    if not document.has_syntax:
        return []
    brief = len(document.tokens) < _BRIEF
    if not brief and all(t.type not in _DEEDS or _tells_nothing(t, words) for t in triggers):
        return []
    inside = {index for t in triggers for index in (t.token, *range(t.first, t.last))}
    inside |= {_done_to(document, trigger) for trigger in triggers}
    return [
        token
        for token in document.tokens
        if token.index not in inside and may_tell(token) and not _looks_back(document, token)
    ]


def _done_to(document: Document, trigger: Trigger) -> int:
    """The word above a rule's act, which tells the same act: "foiled a plot to bomb it"."""
    token = document.tokens[trigger.token]
    if trigger.nominal:
        return token.head
    if token.tag != "VB":
        return token.index
    return document.tokens[token.head].head if token.dep == "acl" else token.head


def _looks_back(document: Document, verb: Token) -> bool:
    """Whether a verb tells what went before ("nine men, who had been held since July, …")."""
    helpers = (child for child in document.children(verb.index) if child.dep == "aux")
    return verb.dep == "relcl" and any(helper.text.lower() == "had" for helper in helpers)


def _by_vehicle(document: Document, lexicon: EventLexicon, verb: Token) -> bool:
    """Whether a vehicle does it: "a truck rammed into a bus", an accident if no rule knows it."""
    vehicles = lexicon.classes["vehicle"].lemmas
    return any(subject.lemma in vehicles for subject in subjects(document, verb.index))
