"""At whom words are aimed that do not name him themselves.

"Workers stopped work *to protest against* the ministry", "wrote to the mayor *threatening* to
leave": whom the act is aimed at stands with a verb beside the one that tells it.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.find.events.told.bearers import country_at
from reportedly.find.events.triggers.slots import after_preposition, objects, subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.word_lists import role_words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import ActorMention

_AGAINST = ("against", "at")
_SAID = frozenset({"THREATEN", "ACCUSE", "REQUEST"})
_BESIDE = frozenset({"xcomp", "advcl", "acl", "conj", "dep"})


def aimed_at(reading: Reading, trigger: Trigger) -> tuple[ActorMention, ...]:
    """Against whom people protest, whom police disperse, to whom a threat or charge is sent."""
    document = reading.document
    head = document.tokens[trigger.token]
    if trigger.type == "PROTEST":
        return _known(reading, _protested(document, trigger, head))
    if trigger.mode == "crowd-control":
        return _known(reading, _dispersed(document, head))
    if trigger.type in _SAID and head.tag == "VBG" and head.dep in _BESIDE:
        return _known(reading, _written_to(document, head))
    return ()


def _protested(document: Document, trigger: Trigger, head: Token) -> Iterator[Token]:
    """'Against N' on the protest, and whom verbs beside it oppose or ask for something.

    Also whose likeness is burned: "an effigy *of N*".
    """
    for thing in objects(document, head.index):
        if thing.lemma in role_words().likenesses:
            yield from after_preposition(document, thing.index, "of")
    for index in (head.index, *range(trigger.first, trigger.last)):
        for word in _AGAINST:
            yield from after_preposition(document, index, word)
    for holder in (head, document.head(head)):
        for verb in document.children(holder.index):
            beside = verb.dep in _BESIDE and verb.index > head.index
            if beside and verb.lemma in role_words().protesting:
                yield from _opposed_by(document, verb)


def _opposed_by(document: Document, verb: Token) -> Iterator[Token]:
    """'Denouncing N', 'demanding the resignation *of N*', 'demanding that *N* resign'."""
    yield from after_preposition(document, verb.index, "against")
    yield from objects(document, verb.index)
    for asked in objects(document, verb.index):
        if asked.lemma in role_words().losses_of_office:
            yield from after_preposition(document, asked.index, "of")
    for said in document.children(verb.index):
        if said.dep == "ccomp":
            yield from subjects(document, said.index)


def _dispersed(document: Document, head: Token) -> Iterator[Token]:
    """'Fired tear gas *to disperse the marchers*'."""
    for verb in document.children(head.index):
        if (verb.dep in _BESIDE and verb.lemma in role_words().dispersing) or (
            verb.lemma == "break" and document.child(verb.index, "prt") is not None
        ):
            yield from objects(document, verb.index)


def _written_to(document: Document, head: Token) -> Iterator[Token]:
    """'Wrote to N threatening', 'sent a letter to N accusing'."""
    above = document.head(head)
    for holder in (above, document.head(above)):
        yield from after_preposition(document, holder.index, "to")


def _known(reading: Reading, heads: Iterator[Token]) -> tuple[ActorMention, ...]:
    by_head = {m.head: m for m in reading.actors}
    found = []
    for token in heads:
        mention = by_head.get(token.index)
        if mention is None and token.pos == "PROPN":
            mention = country_at(reading, token)
        if mention is not None:
            found.append(mention)
    return tuple(dict.fromkeys(found))
