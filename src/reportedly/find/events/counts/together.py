"""Numbers of killed and hurt together, of whom no number is told for either."""

from __future__ import annotations

from reportedly.find.events.counts.quantities import Quantity
from reportedly.parse import Document

_KILLED = frozenset({"kill", "slay", "dead"})
_HURT = frozenset({"wound", "injure", "hurt", "maim", "wounded", "injured"})
_JOINED = 2  # words from one to the other: "killed or injured"


def tells_both(document: Document, quantity: Quantity) -> bool:
    """Whether a number is one of both: "300 people were *killed or injured*".

    "Two were killed and five injured" tells a number of each.
    """
    noun = document.tokens[quantity.head if quantity.noun is None else quantity.noun]
    said = [t for t in document.children(noun.index) if t.dep == "acl"]
    if noun.dep == "nsubjpass":
        said.append(document.head(noun))
    return any(
        verb.lemma in _KILLED | _HURT
        and other.dep == "conj"
        and other.index - verb.index == _JOINED
        and {verb.lemma, other.lemma} & _KILLED
        and {verb.lemma, other.lemma} & _HURT
        for verb in said
        for other in document.children(verb.index)
    )
