"""Attacks, protests and arrests told by verbs that no rule reads ("squatted on the road").

A trained classifier reads such verbs where no rule reads their clause. It is asked only in texts
that tell a deed in words that a rule knows, and in brief ones: sport, business and science tell
of other things in the same verbs. Beside a sentence in which a rule reads an act of the type it
opens nothing: what follows an arrest tells how it went ("drove him away in a van"). Without the
encoder's packages nothing is opened.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.clauses import clause_of
from reportedly.find.events.triggers.lexicon import EventLexicon
from reportedly.find.events.triggers.matching import is_refused
from reportedly.find.events.triggers.slots import subjects
from reportedly.find.events.triggers.trigger import Trigger, told_by_verb
from reportedly.find.events.verb_classifier import FORCE, VerbReader
from reportedly.find.events.verb_features import may_tell, verb_strings, verb_vectors
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token

OPENED = "told-verb"  # stands in the records as the rule that made them
_DEEDS = FORCE | {"MOBILIZE", "SANCTION"}
_SURE = 0.7  # share of a type from which a verb is taken to tell it
_GLANCE = 0.1  # from which a verb is worth its vectors
_BESIDE = 1  # sentences before and after a rule's act in which its type is not opened
_BRIEF = 60  # words


def openings(
    reading: Reading, triggers: Sequence[Trigger], lexicon: EventLexicon, reader: VerbReader
) -> tuple[Trigger, ...]:
    """One trigger a sentence at most, for the verb that tells such an act most surely."""
    document = reading.document
    unread = _unread(document, triggers)
    if not unread:
        return ()
    told = {
        (document.tokens[t.token].sentence + step, t.type)
        for t in triggers
        for step in range(-_BESIDE, _BESIDE + 1)
    }
    verbs = [
        (verb, strings)
        for verb in unread
        if any((verb.sentence, kind) not in told for kind in FORCE)
        and reader.classifier.glance(strings := verb_strings(document, verb.index, lexicon))
        >= _GLANCE
    ]
    encoder = reader.encoder() if verbs else None
    if encoder is None:
        return ()
    found: dict[int, tuple[float, Trigger]] = {}
    for verb, strings in verbs:
        shares = reader.classifier.shares(strings, verb_vectors(document, verb.index, encoder))
        kind, share = max(shares.items(), key=lambda item: (item[1], item[0]))
        if kind not in FORCE or share < _SURE or (verb.sentence, kind) in told:
            continue
        if is_refused(document, lexicon, verb, kind) or _by_vehicle(document, lexicon, verb):
            continue
        if share > found.get(verb.sentence, (0.0,))[0]:
            found[verb.sentence] = (share, told_by_verb(verb, OPENED, kind, weak=True))
    return tuple(trigger for _, trigger in found.values())


def _unread(document: Document, triggers: Sequence[Trigger]) -> list[Token]:
    """Verbs in clauses that no rule reads; none where the text is not about deeds."""
    brief = len(document.tokens) < _BRIEF
    if not document.has_syntax or not (brief or any(t.type in _DEEDS for t in triggers)):
        return []
    read = {clause_of(document, t.token) for t in triggers if not t.nominal}
    inside = {index for t in triggers for index in (t.token, *range(t.first, t.last))}
    return [
        token
        for token in document.tokens
        if may_tell(token)
        and token.index not in inside
        and clause_of(document, token.index) not in read
        and not _looks_back(document, token)
    ]


def _looks_back(document: Document, verb: Token) -> bool:
    """Whether a verb tells what went before ("nine men, who had been held since July, …")."""
    helpers = (child for child in document.children(verb.index) if child.dep == "aux")
    return verb.dep == "relcl" and any(helper.text.lower() == "had" for helper in helpers)


def _by_vehicle(document: Document, lexicon: EventLexicon, verb: Token) -> bool:
    """Whether a vehicle does it: "a truck rammed into a bus", an accident if no rule knows it."""
    vehicles = lexicon.classes["vehicle"].lemmas
    return any(subject.lemma in vehicles for subject in subjects(document, verb.index))
