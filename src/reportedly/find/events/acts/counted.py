"""Whom the verb of an act counts: who sits down at a protest, who is brought in at an arrest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.find.events.acts.act import Act
from reportedly.find.events.told.roles import objects_of
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.triggers.slots import objects, subjects
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import CountKind

_TAKING = frozenset({"kidnap", "abduct"})


def counted_by_acts(document: Document, acts: Sequence[Act]) -> dict[int, CountKind]:
    """What a number of people would count, by the word that an act's verb has for them.

    "Some 900 farmers *walked* into town", where that is a protest, are a crowd whatever the verb;
    and "three sailors were *brought in*", where that is an arrest, are arrested. Verbs that say
    of themselves what they count need none of this: they stand in the words of counts.

    Args:
        document: the parsed article.
        acts: its acts; what is planned, denied or only said of somebody counts nobody.
    """
    found: dict[int, CountKind] = {}
    for act in acts:
        for telling in act.tellings:
            if telling.denied or telling.reality.realis != "actual" or telling.trigger.nominal:
                continue
            for kind, token in _counted(document, telling):
                found.setdefault(token.index, kind)
    return found


def _counted(document: Document, telling: Telling) -> Iterator[tuple[CountKind, Token]]:
    trigger = telling.trigger
    if trigger.type == "PROTEST":
        yield from (("crowd", token) for token in subjects(document, trigger.token))
    elif (
        trigger.type == "COERCE"
        and trigger.mode == "arrest"
        and document.tokens[trigger.token].lemma not in _TAKING  # soldiers may do so, unlawfully
    ):
        held = (*objects_of(document, trigger), *objects(document, trigger.token))
        yield from (("arrested", token) for token in held)
