"""Protests that are to go on, told without a word of protest: "They will be back on Saturday"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.clauses import is_verb
from reportedly.find.events.told.ultimatums import is_future
from reportedly.find.events.triggers.slots import subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.word_lists import warning_words
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token

_COMING = words("come be")  # back
_PLANNING = words("vow promise pledge plan intend threaten swear")
_NEAR = 6  # sentences since the protest was told
_THEM = words("they we")


def returns(reading: Reading, triggers: Sequence[Trigger]) -> list[Trigger]:
    """Triggers for verbs by which those of a protest say that they will come again on a day.

    Only near a protest, in a sentence that tells nothing else: who returns to work or home, or
    threatens to come back if something happens, announces none.
    """
    document = reading.document
    held = [t.token for t in triggers if t.type == "PROTEST"]
    if not held or not document.has_syntax:
        return []
    told = {document.tokens[t.token].sentence for t in triggers if t.type != "AGREE"}
    found: list[Trigger] = []
    for verb in document.tokens:
        if verb.sentence in told or not _is_return(document, verb):
            continue
        near = any(0 < verb.sentence - document.tokens[t].sentence <= _NEAR for t in held)
        if near and _is_announced(document, verb) and _by_them(document, verb):
            found.append(_trigger(verb))
    return found


def _is_return(document: Document, verb: Token) -> bool:
    """'Return', 'come back', 'be back', but not to work."""
    if not is_verb(verb):
        return False
    children = document.children(verb.index)
    back = any(t.text.casefold() == "back" for t in children)
    if verb.lemma != "return" and not (verb.lemma in _COMING and back):
        return False
    if any(t.dep in {"dobj", "neg"} for t in children):
        return False
    aims = [t for t in document.subtree(verb.index) if t.text.casefold() in {"to", "from", "for"}]
    goals = [g for t in aims for g in document.children(t.index) if g.dep in {"pobj", "xcomp"}]
    return all(g.lemma in warning_words().streets for g in goals)


def _is_announced(document: Document, verb: Token) -> bool:
    """Whether it is to happen on a day, whatever else happens."""
    words_of = document.sentence_tokens(document.sentences[verb.sentence])
    if any(t.text.casefold() in {"if", "unless", "until"} for t in words_of):
        return False
    planned = verb.dep == "xcomp" and document.head(verb).lemma in _PLANNING
    dated = any(t.name == "DATE" and t.index > verb.index for t in words_of)
    return dated and (planned or is_future(document, verb.index))


def _by_them(document: Document, verb: Token) -> bool:
    """'They', 'the movement', or 'it' where that stands for the movement."""
    for word in subjects(document, verb.index):
        named = document.antecedent(word.index) or word
        if named.lemma in warning_words().protesting or word.text.casefold() in _THEM:
            return True
    return False


def _trigger(verb: Token) -> Trigger:
    return Trigger(
        token=verb.index,
        first=verb.index,
        last=verb.index + 1,
        rule="returns.announced",
        type="PROTEST",
        mode=None,
        act="protest announced",
        nominal=False,
        actor_role="subject",
        recipient_role="none",
    )
