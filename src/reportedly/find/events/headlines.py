"""Headlines and tickers: "Court jails editor" tells in the present what has just happened."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from reportedly.find.events.clauses import is_verb, subject_of
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.words import words
from reportedly.parse import Document
from reportedly.parse.document import Token

_HABIT = "habit"  # the reason that the reading of reality gives for a plain present
_GENERAL = words(
    "how why what when where who whoever whenever if anyone every each always never often usually"
    " sometimes regularly rarely daily weekly monthly yearly annually"
)
_JOINED = frozenset({"conj", "ccomp", "parataxis", "advcl"})


def as_news(document: Document, telling: Telling, hours: Collection[int] = ()) -> Telling:
    """The telling as an act that happened, where only its present tense spoke against that.

    Args:
        document: the parse.
        telling: an act of a headline, or of an entry of a ticker.
        hours: the paragraphs that a ticker tells hour by hour.

    Questions and rules stay habits: "How courts jail editors", "State jails editors every year".
    """
    reality = telling.reality
    live = telling.headline or telling.paragraph in hours
    if not (live and reality.no_act and reality.reason == _HABIT):
        return telling
    verb = document.tokens[telling.trigger.token]
    # a tagger takes "police arrest" for an infinitive too
    if verb.tag not in {"VBZ", "VBP", "VBN", "VB"} or not _leads(document, verb):
        return telling
    sentence = document.sentence_tokens(document.sentences[verb.sentence])
    if _GENERAL & {t.text.casefold() for t in sentence}:
        return telling
    if subject_of(document, verb.index) is None:
        return telling
    return replace(telling, reality=replace(reality, no_act=False, reason="headline"))


def _leads(document: Document, verb: Token) -> bool:
    """Whether a verb is the predicate of its line, or is joined to it ("…as soldiers fire")."""
    while verb.head != verb.index:
        above = document.head(verb)
        if verb.dep not in _JOINED or not is_verb(above):
            return False
        verb = above
    return True
