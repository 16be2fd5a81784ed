"""Who said it, told by a sentence of its own: "This was announced by the health office."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.told.attribution import link_of, speaker_of
from reportedly.find.events.told.stances import StanceWords
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.triggers.slots import after_preposition, subjects
from reportedly.find.events.words import words
from reportedly.find.reading import Reading, outlet_link
from reportedly.parse import Document
from reportedly.parse.document import Sentence, Token

_POINTING = words("this that it so such")
_WHAT = words("what how")
_LONGEST = 25  # words: a longer sentence tells more than who said it


def with_afterwords(
    reading: Reading, tellings: Sequence[Telling], stances: StanceWords
) -> list[Telling]:
    """The tellings; those in the outlet's voice get the speaker whom the next sentence names."""
    document = reading.document
    if not document.has_syntax:
        return list(tellings)
    busy = {t.sentence for t in tellings}
    sources: dict[int, tuple[Token, Token]] = {}
    for sentence in document.sentences:
        if sentence.index == 0 or sentence.index in busy:
            continue
        source = _source(document, sentence, stances)
        if source is not None:
            sources[sentence.index - 1] = source
    return [_said(reading, t, sources.get(t.sentence)) for t in tellings]


def _said(reading: Reading, telling: Telling, source: tuple[Token, Token] | None) -> Telling:
    if source is None or speaker_of(telling.chain) is not None or telling.headline:
        return telling
    link = link_of(reading, source[0], "states", source[1])
    if link is None:
        return telling
    chain = (outlet_link(reading.document.article), link)
    return replace(telling, chain=chain, quote="indirect")


def _source(
    document: Document, sentence: Sentence, stances: StanceWords
) -> tuple[Token, Token] | None:
    """The speaker and the verb of a sentence that only says who said the one before."""
    tokens = document.sentence_tokens(sentence)
    root = next((t for t in tokens if t.head == t.index), None)
    if root is None or len(tokens) > _LONGEST:
        return None
    if root.text.casefold() == "according" and tokens[0].index == root.index:
        who = next((t for t in tokens if t.dep == "pobj"), None)
        return None if who is None else (who, root)
    subject = document.child(root.index, "nsubj", "nsubjpass")
    if subject is None or subject.text.casefold() not in _POINTING:
        return None
    saying = stances.of("afterword", "saying")
    if root.lemma == "be":
        return _what_somebody_says(document, root, saying)
    agent = next(iter(after_preposition(document, root.index, "by")), None)
    if agent is None or root.lemma not in saying or subject.dep != "nsubjpass":
        return None
    return agent, root


def _what_somebody_says(
    document: Document, copula: Token, saying: frozenset[str]
) -> tuple[Token, Token] | None:
    """'That is what the parish says.'"""
    for clause in document.children(copula.index):
        if clause.dep not in {"ccomp", "advcl"} or clause.lemma not in saying:
            continue
        asked = any(t.text.casefold() in _WHAT for t in document.children(clause.index))
        who = next(iter(subjects(document, clause.index)), None)
        if asked and who is not None:
            return who, clause
    return None
