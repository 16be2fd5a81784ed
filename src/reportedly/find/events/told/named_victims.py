"""Who suffers by name where an act tells a group: "kidnapped three men, *Ana Roe*, *Ben Cole* and
*Ed Webb*", "killed ten people, including *the mayor*".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportedly.find.events.clauses import is_verb
from reportedly.find.events.triggers.slots import objects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.triggers.voice import is_passive
from reportedly.find.events.word_lists import role_words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import ActorMention

_DONE_TO_PEOPLE = frozenset({"ASSAULT", "COERCE", "RETREAT"})
_MANY = frozenset({"NNS", "NNPS", "CD"})
# what may stand between a group and a name, and between two names
_OPENING = (
    (), (",",), (":",), ("-",), ("--",), ("–",), ("—",), ("(",), (",", "including"), ("including",),
    (",", "among", "them"), (",", "along", "with"), ("along", "with"), (",", "together", "with"),
    (",", "as", "well", "as"), ("as", "well", "as"),
)  # fmt: skip
_NEXT = (
    (",",), (";",), ("and",), (",", "and"), (";", "and"), (",", "along", "with"), ("along", "with"),
    (",", "as", "well", "as"), ("as", "well", "as"), (",", "together", "with"),
    ("and", "of"), (",", "and", "of"),
)  # fmt: skip
_WITH_AGES = ((";",), (";", "and"))  # "killed Ana Roe, 42; Ben Cole, 30; and Ed Webb"
_ACTING = frozenset({"nsubj", "nsubjpass"})


def named_of(reading: Reading, trigger: Trigger, suffering: Iterable[Token]) -> list[Token]:
    """The persons whom a list behind those who suffer names, and those of a verb without object.

    "Killed within two days, *Judge Ana Roe* and *Colonel Ben Cole*": parsers take them for a time.
    """
    if trigger.type not in _DONE_TO_PEOPLE:
        return []
    document = reading.document
    persons = {m.evidence.start: m for m in reading.actors if _is_person(document, m)}
    told = list(suffering)
    groups = [t for t in told if t.tag in _MANY or t.lemma in role_words().groups]
    found = [t for group in groups for t in _behind(reading, group, persons, _OPENING)]
    names = [t for t in told if t.pos == "PROPN"]
    if trigger.nominal and document.tokens[trigger.token].tag == "NNS":
        # "the murders of Ana Roe, Ben Cole and of Ed Webb"
        found.extend(t for name in names for t in _behind(reading, name, persons, _NEXT))
    elif not trigger.nominal:
        found.extend(t for name in names for t in _behind(reading, name, persons, _WITH_AGES))
    return found or _without_object(document, trigger, persons)


def _is_person(document: Document, mention: ActorMention) -> bool:
    """Whether a phrase is a person, or is a full name of which nothing else is known."""
    actor, head = mention.actor, document.tokens[mention.head]
    named = actor.kind == "unknown" and head.pos == "PROPN" and " " in actor.name
    return named or actor.kind in {"person", "office"}


def _behind(
    reading: Reading,
    group: Token,
    persons: dict[int, ActorMention],
    allowed: Sequence[tuple[str, ...]],
) -> Iterator[Token]:
    """The names of a list that starts right behind a group."""
    document = reading.document
    end = max((m.evidence.end for m in reading.actors if m.head == group.index), default=group.end)
    while True:
        person = _next(document, end, persons, allowed)
        if person is None or document.tokens[person.head].dep in _ACTING:
            return
        yield document.tokens[person.head]
        end, allowed = person.evidence.end, _NEXT


def _next(
    document: Document,
    end: int,
    persons: dict[int, ActorMention],
    allowed: Sequence[tuple[str, ...]],
) -> ActorMention | None:
    """The person told next, where nothing but an allowed gap is between."""
    start = min((s for s in persons if s >= end), default=None)
    if start is None:
        return None
    between = tuple(t.text.casefold() for t in document.tokens_in(end, start))
    if between[:1] == (",",) and between[1:2] and between[1].isdigit():
        between = between[2:]  # "Ana Roe, 42; Ben Cole, 30"
    return persons[start] if between in allowed else None


def _without_object(
    document: Document, trigger: Trigger, persons: dict[int, ActorMention]
) -> list[Token]:
    """Persons that a verb governs as a time would be, where it has no object."""
    verb = document.tokens[trigger.token]
    if trigger.nominal or not is_verb(verb) or is_passive(document, verb.index):
        return []
    if trigger.recipient_role != "object" or objects(document, verb.index):
        return []
    heads = {m.head for m in persons.values()}
    first = [
        t
        for t in document.children(verb.index)
        if t.dep == "npadvmod" and t.index in heads and t.index > verb.index
    ]
    joined = [t for one in first for t in document.subtree(one.index) if t.dep == "conj"]
    return [*first, *(t for t in joined if t.index in heads)]
