"""Whom a claim is about."""

from __future__ import annotations

from reportedly.find.reading import Reading
from reportedly.records import Actor, Entity, Evidence, Found

_PEOPLE = frozenset({"organisation", "group", "person", "office", "country", "outlet"})
_MOST = 3  # actors kept for one claim


def about(
    reading: Reading, start: int, end: int, speaker: str | None, rule: str
) -> tuple[Found[Actor], ...]:
    """The actors named in [start, end), subjects first, without the speaker himself."""
    document = reading.document
    found: list[tuple[int, int, Actor, Evidence]] = []
    taken: set[str] = set()
    rows: list[tuple[Evidence, Actor]] = [
        (m.evidence, m.actor)
        for m in reading.actors
        if start <= m.evidence.start and m.evidence.end <= end
    ]
    if not rows:
        rows = [
            (mention, _actor(entity))
            for entity in reading.entities
            if entity.kind in _PEOPLE
            for mention in entity.mentions
            if start <= mention.start and mention.end <= end
        ]
    for evidence, actor in sorted(rows, key=lambda row: (row[0].start, row[0].end)):
        key = actor.entity_id or actor.name.casefold()
        if key in taken or (speaker is not None and key == speaker):
            continue
        taken.add(key)
        head = document.root_of(evidence.start, evidence.end)
        subject = head is not None and head.dep in {"nsubj", "nsubjpass", "agent", "poss"}
        found.append((0 if subject else 1, evidence.start, actor, evidence))
    found.sort(key=lambda row: row[:2])
    return tuple(
        Found(value=actor, evidence=evidence, made_by=rule)
        for _, _, actor, evidence in found[:_MOST]
    )


def _actor(entity: Entity) -> Actor:
    return Actor(
        name=entity.name, kind=entity.kind, aliases=entity.aliases, entity_id=entity.entity_id
    )
