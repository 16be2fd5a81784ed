"""Who called for a protest that then took place: "The union had announced vigils"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.acts.back_reference import point_back
from reportedly.find.events.clauses import is_verb
from reportedly.find.events.told.roles import Roles, mention_of
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.triggers.slots import after_preposition, objects, subjects
from reportedly.find.reading import Reading

_CALLING = frozenset({"call", "announce", "convoke", "convene", "organize", "organise", "summon"})


def calls_that_were_followed(reading: Reading, tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """Mentions of protests by those who called for them, beside the call itself.

    The organiser acts in the protest; the mention gives no place or date ("in nine cities") and
    asserts nothing. Only for protests that the article has told as actual, by the same noun.
    """
    document = reading.document
    held = _protests_by_noun(reading, tellings) if document.has_syntax else {}
    if not held:
        return ()
    found: list[Telling] = []
    for token in document.tokens:
        if token.lemma not in _CALLING or not is_verb(token):
            continue
        called = (*objects(document, token.index), *after_preposition(document, token.index, "for"))
        act = next((held[t.lemma] for t in called if t.lemma in held), None)
        actors = [mention_of(reading, s) for s in subjects(document, token.index)]
        named = tuple(m for m in actors if m is not None)
        if act is not None and named and act.span.start < token.start:
            found.append(point_back(reading, act, token, Roles(actors=named)))
    return tuple(found)


def _protests_by_noun(reading: Reading, tellings: Sequence[Telling]) -> dict[str, Telling]:
    held: dict[str, Telling] = {}
    for telling in tellings:
        actual = telling.reality.realis == "actual" and telling.reality.polarity == "positive"
        if telling.trigger.type == "PROTEST" and actual and not telling.denied:
            for token in reading.document.tokens[telling.trigger.first : telling.trigger.last]:
                if token.pos in {"NOUN", "PROPN"}:
                    held.setdefault(token.lemma, telling)
    return held
