"""Who acts and who suffers in a report, as the keys of MUC-3/4 tell persons, bodies and sides."""

from __future__ import annotations

from benchmarks.muc_keys import folded
from reportedly.records import Actor, Entity, Found, Report

_ADDRESS = frozenset({"the", "a", "an", "of", "and", "de", "la", "del"})
_ARMED = {**dict.fromkeys(("REB", "PRM"), "fighters"), "MIL": "soldiers"}


def is_combat(report: Report) -> bool:
    """Whether armed sides fight: rebels and soldiers, with nobody else told to suffer."""
    acting = {side for actor in report.actors if (side := _armed_side(actor.value))}
    suffering = {_armed_side(actor.value) for actor in report.recipients}
    if len(acting) > 1 and suffering <= acting:
        return True
    return None not in suffering and bool(suffering) and suffering.isdisjoint(acting)


def _armed_side(actor: Actor) -> str | None:
    """Fighters, soldiers, or None for all others."""
    return next((_ARMED[sector] for sector in actor.sectors[:1] if sector in _ARMED), None)


def name_of(victim: Found[Actor], entity: Entity | None) -> str | None:
    """A person's name, also where the report tells him by his office; None where none is given."""
    if _is_name(victim.value):
        return f"{victim.value.name} {victim.evidence.quote}"
    if entity is not None and entity.kind == "person" and entity.name[:1].isupper():
        return entity.name
    return None


def description_of(victim: Found[Actor], entity: Entity | None) -> str | None:
    """The noun by which a victim is told; of a name what stands with it, else his role."""
    if victim.value.kind != "person" or not _is_name(victim.value):
        return f"{victim.value.name} {victim.evidence.quote}"
    name = {*folded(victim.value.name).split(), *_ADDRESS}
    name.update(w for alias in victim.value.aliases for w in folded(alias).split())
    rest = [w for w in folded(victim.evidence.quote).split() if w not in name]
    role = entity.role if entity is not None else None
    words = " ".join([*rest, *(role or "").split()])
    return words or None


def is_named_body(actor: Actor) -> bool:
    """A body with a name of its own; "guerrillas" and "a captain" are individuals."""
    if actor.kind == "country":
        return True
    named = actor.registry_id is not None or actor.name[:1].isupper()
    return named and actor.kind in {"organisation", "group", "outlet"}


def _is_name(actor: Actor) -> bool:
    return actor.kind == "person" and actor.name[:1].isupper()
