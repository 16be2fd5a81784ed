"""Victims whom a text names later: "*The victims were identified as* Ana Roa and Ben Holt."

They are those of the last attack told before, at most a few sentences back, that told people hurt,
killed or taken and did not name them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.find.events.acts.settle import Settled
from reportedly.find.events.word_lists import telling_words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import ActorMention

_ACTING = frozenset({"nsubj", "nsubjpass", "poss", "compound"})
_BACK = 4  # sentences
_HEARD = ("identified", "victim", "dead", "injured", "wounded", "hostages")  # without these: none


def identified(reading: Reading, acts: Sequence[Settled]) -> dict[int, tuple[ActorMention, ...]]:
    """The persons whom the text names as victims of each act, by the number of the act."""
    document = reading.document
    text = document.text.casefold()
    if not document.has_syntax or not any(word in text for word in _HEARD):
        return {}
    found: dict[int, tuple[ActorMention, ...]] = {}
    for word in document.tokens:
        named = tuple(_named_by(reading, word)) if word.lemma in {"identify", "be"} else ()
        number = _whose(document, acts, word) if named else None
        if number is not None:
            found[number] = (*found.get(number, ()), *named)
    return found


def _named_by(reading: Reading, word: Token) -> Iterator[ActorMention]:
    """Persons behind "the victims were identified as", "among the dead are", "the dead are"."""
    document = reading.document
    told = any(
        child.dep in {"nsubj", "nsubjpass", "attr"} and _are_victims(document, child)
        for child in document.children(word.index)
    )
    among = any(
        child.text.casefold() == "among"
        and any(_are_victims(document, t) for t in document.children(child.index))
        for child in document.children(word.index)
    )
    told = told or (word.dep == "acl" and _are_victims(document, document.head(word)))
    if not (told or among):
        return
    for mention in reading.actors:
        head = document.tokens[mention.head]
        behind = word.index < mention.head and head.sentence == word.sentence
        own = head.dep not in _ACTING or (among and document.head(head).index == word.index)
        own = own and not any(t.dep == "agent" for t in document.ancestors(mention.head))
        if behind and own and mention.actor.kind == "person" and head.pos == "PROPN":
            yield mention


def _are_victims(document: Document, noun: Token) -> bool:
    """'The victims', 'the man who was killed'."""
    return noun.lemma in telling_words().victims or any(
        child.dep in {"acl", "relcl", "amod"} and child.lemma in telling_words().harmed
        for child in document.children(noun.index)
    )


def _whose(document: Document, acts: Sequence[Settled], word: Token) -> int | None:
    """The number of the attack whose victims a word names: the last told before it."""
    best: tuple[int, int] | None = None
    for number, settled in enumerate(acts):
        if settled.type != "ASSAULT" or settled.retold:
            continue
        for telling in settled.act.tellings:
            token = document.tokens[telling.trigger.token]
            near = 0 <= word.sentence - token.sentence <= _BACK and token.index < word.index
            if near and (best is None or token.index > best[0]):
                best = (token.index, number)
    return None if best is None else best[1]
