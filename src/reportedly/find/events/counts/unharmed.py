"""Nobody killed or hurt, where no number says so: "there were *no casualties*"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.find.events.counts.quantities import Quantity
from reportedly.find.events.counts.words import CountLexicon
from reportedly.parse import Document, Sentence, Token

_NO = frozenset({"no", "any"})
_UNLIKE = frozenset({"amod", "compound", "nummod", "poss"})  # "no further casualties"


def unharmed(document: Document, sentence: Sentence, lexicon: CountLexicon) -> Iterator[Quantity]:
    """'Caused no casualties', 'did not cause any victims', 'without causing casualties': none.

    What tells of some ("no civilian casualties", "no further victims") leaves the others open.
    """
    for noun in document.sentence_tokens(sentence):
        if noun.lemma not in lexicon.harm or not is_denied(document, noun):
            continue
        if any(t.dep in _UNLIKE for t in document.children(noun.index)):
            continue
        own = [t.index for t in document.children(noun.index) if t.text.lower() in _NO]
        first = min((*own, noun.index))
        yield Quantity(
            first=first,
            last=noun.index if first < noun.index else noun.index + 1,
            low=0,
            best=0,
            high=0,
            noun=noun.index,
            head=noun.index,
            role="all",
            start=document.tokens[first].start,
            end=noun.end,
            kind="injured",
        )


def is_denied(document: Document, noun: Token) -> bool:
    """Whether a noun stands behind "no", under a verb with "not", or behind "without"."""
    children = document.children(noun.index)
    if any(t.text.lower() == "no" for t in children):
        return True
    above = document.head(noun)
    if noun.dep == "pobj":
        if above.text.lower() == "without":
            return True
        above = document.head(above)
    if noun.dep not in {"dobj", "pobj", "attr"}:
        return False
    if above.dep == "pcomp" and document.head(above).text.lower() == "without":
        return True
    bare = not any(t.dep == "det" and t.text.lower() != "any" for t in children)
    return bare and any(t.dep == "neg" for t in document.children(above.index))
