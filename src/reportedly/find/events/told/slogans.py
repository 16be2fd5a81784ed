"""Slogans written where people see them: the writing is a symbolic protest, the words are none."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.clauses import is_verb
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.words import words
from reportedly.find.reading import Reading

_WRITING = frozenset({"write", "paint", "spray", "daub", "scrawl", "chalk", "stencil"})
_SURFACES = words(
    "wall building door bridge fence shutter gate facade monument pavement road street banner "
    "sheet cloth billboard house shop"
)


def written_slogans(reading: Reading, triggers: Sequence[Trigger]) -> list[Trigger]:
    """Triggers for words in quotation marks that somebody wrote on a wall or a banner.

    Only where the quote was read as a slogan and the lexicon has no trigger for the verb.
    """
    document = reading.document
    slogans = [s.evidence for s in reading.scopes if s.kind in {"slogan", "direct"}]
    if not slogans or not document.has_syntax:
        return []
    known = {t.token for t in triggers}
    found: list[Trigger] = []
    for token in document.tokens:
        if token.lemma not in _WRITING or not is_verb(token) or token.index in known:
            continue
        sentence = document.sentences[token.sentence]
        behind = [s for s in slogans if token.end <= s.start <= min(token.end + 6, sentence.end)]
        rest = document.tokens[token.index : sentence.last]
        surface = any(t.lemma in _SURFACES and t.pos != "PROPN" for t in rest)
        if behind and surface:
            found.append(
                Trigger(
                    token=token.index,
                    first=token.index,
                    last=token.index + 1,
                    rule="slogans.written",
                    type="PROTEST",
                    mode="symbolic",
                    act="written slogan",
                    nominal=False,
                    actor_role="subject",
                    recipient_role="none",
                )
            )
    return found
