"""Who acts in a relative clause with a pronoun: "released men *whom they had taken*"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.clauses import clause_of
from reportedly.find.events.triggers.slots import subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.reading import Reading
from reportedly.records import ActorMention


def not_who_suffers(
    reading: Reading,
    trigger: Trigger,
    actors: tuple[ActorMention, ...],
    suffering: Sequence[ActorMention],
) -> tuple[ActorMention, ...]:
    """The actors; who leads the sentence, where a pronoun would make somebody suffer his own act.

    "The rebels freed four villagers whom they had seized": "they" are not the villagers.
    """
    document = reading.document
    verb = document.tokens[trigger.token]
    if trigger.nominal or verb.dep != "relcl":
        return actors
    names = {m.actor.name for m in suffering}
    wrong = [m for m in actors if document.tokens[m.head].pos == "PRON" and m.actor.name in names]
    wrong = wrong or [
        m for m in actors if m.actor.name in names and m.evidence.start < document.head(verb).end
    ]
    if not wrong:
        return actors
    by_head = {m.head: m for m in reading.actors}
    leading = subjects(document, clause_of(document, document.head(verb).index))
    found = [by_head[t.index] for t in leading if t.index in by_head]
    kept = (m for m in actors if m not in wrong)
    return tuple(dict.fromkeys([*kept, *(m for m in found if m.actor.name not in names)]))
