"""Victims whom a text names later: "*The victims were identified as* Ana Roa and Ben Holt",
"*the wounded were* Ana Roa and Ben Holt", "*also injured were* Ana Roa and Ben Holt".

They are those of the last attack told before, at most a few sentences back, that told people hurt,
killed or taken and did not name them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.find.events.acts.settled import Settled
from reportedly.find.events.word_lists import telling_words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import ActorMention

_ACTING = frozenset({"nsubj", "nsubjpass", "poss", "compound"})
_BACK = 4  # sentences
_HEARD = ("identified", "victim", "dead", "injured", "wounded", "fatalit", "hostages")  # else: none


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
        child.dep in {"nsubj", "nsubjpass", "attr"} and _tells_victims(document, child)
        for child in document.children(word.index)
    )
    among = any(
        child.text.casefold() == "among"
        and any(_are_victims(document, t) for t in document.children(child.index))
        for child in document.children(word.index)
    )
    told = told or (word.dep == "acl" and _are_victims(document, document.head(word)))
    also = _ends_turned_clause(document, word)
    if not (told or among or also):
        return
    clause = document.head(word).index if also else word.index
    for mention in reading.actors:
        head = document.tokens[mention.head]
        behind = word.index < mention.head and head.sentence == word.sentence
        own = head.dep not in _ACTING or (
            (among or also) and document.head(head).index in {word.index, clause}
        )
        own = own and not any(t.dep == "agent" for t in document.ancestors(mention.head))
        if behind and own and head.pos == "PROPN" and _may_be_person(mention):
            yield replace(mention, actor=replace(mention.actor, kind="person"))


def _may_be_person(mention: ActorMention) -> bool:
    """A person, or a full name of which nothing else is known."""
    actor = mention.actor
    return actor.kind == "person" or (actor.kind == "unknown" and " " in actor.name)


def _ends_turned_clause(document: Document, word: Token) -> bool:
    """The "were" of "Also injured *were* Ana Roa and Ben Holt": who was hurt stands behind."""
    verb = document.head(word)
    turned = word.dep == "auxpass" and word.index == verb.index + 1
    if not turned or verb.text.casefold() not in telling_words().hurt:
        return False
    governed = (*document.children(verb.index), *document.children(word.index))
    subjects = [t for t in governed if t.dep in {"nsubj", "nsubjpass"}]
    return bool(subjects) and all(t.index > word.index for t in subjects)


def _tells_victims(document: Document, noun: Token) -> bool:
    """'The victims', 'one of the wounded'."""
    inside = (t for child in document.children(noun.index) if child.text == "of"
              for t in document.children(child.index))  # fmt: skip
    return any(_are_victims(document, t) for t in (noun, *inside))


def _are_victims(document: Document, noun: Token) -> bool:
    """'The victims', 'the wounded', 'the man who was killed', 'the wounded man'."""
    words = telling_words()
    if noun.lemma in words.victims or noun.text.casefold() in words.victims:
        return True
    return any(
        child.dep in {"acl", "relcl", "amod"}
        and (child.lemma in words.harmed or child.text.casefold() in words.hurt)
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
