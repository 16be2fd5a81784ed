"""On which side those stand who are counted: a force, a crowd, or none."""

from __future__ import annotations

from reportedly.find.events.acts.settled import Settled
from reportedly.find.events.word_lists import telling_words
from reportedly.find.reading import Reading
from reportedly.parse import Document, Token
from reportedly.records import Count, Found

_FORCES = frozenset({"COP", "MIL", "PRM", "REB", "UAF"})
_POLICING = frozenset({"COP", "MIL", "PRM"})  # who drives crowds apart, where nobody is named
_CROWD = "crowd"  # the side of those who march or riot
_PHRASE = 4  # tokens from a number to the noun that it counts


def counted_side(reading: Reading, count: Found[Count]) -> str | None:
    """The side of the dead or hurt: the sector of a force, a crowd, else None.

    Of "four of the rioters died and *19 others* were hurt" that of those told before.
    """
    if count.value.kind not in {"killed", "injured"}:
        return None
    counted = list(reading.document.tokens_in(count.evidence.start, count.evidence.end))
    if any(t.lemma == "other" for t in counted):
        counted = _counted_before(reading.document, counted[0])
    sectors = {m.head: m.actor.sectors for m in reading.actors}
    for noun in counted:
        if noun.lemma in telling_words().crowds:
            return _CROWD
        told = sectors.get(noun.index, ())
        if told and told[0] in _FORCES:
            return told[0]
    return None


def _counted_before(document: Document, word: Token) -> list[Token]:
    """The nouns behind numbers in the sentence before a word."""
    first = document.sentences[word.sentence].first
    numbers = [t.index for t in document.tokens[first : word.index] if t.pos == "NUM"]
    return [t for n in numbers for t in document.tokens[n : n + _PHRASE] if t.pos == "NOUN"]


def is_own_side(settled: Settled, side: str) -> bool:
    """Whether only the counted ones acted: "soldiers fired … and 40 soldiers were hurt"."""
    actors = [m.actor.sectors for m in settled.act.lead.roles.actors]
    if not actors and settled.mode == "crowd-control":
        return side in _POLICING
    if side == _CROWD:
        return bool(actors) and not any(_FORCES & set(sectors) for sectors in actors)
    return bool(actors) and all(sectors[:1] == (side,) for sectors in actors)
