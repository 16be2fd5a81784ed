"""Who acts and who suffers in a report, as the keys of MUC-3/4 tell persons, bodies and sides."""

from __future__ import annotations

from benchmarks.muc_keys import folded, shares_word
from reportedly.find.numbers import number_of
from reportedly.records import Actor, Entity, Found, Report

_ADDRESS = frozenset({"the", "a", "an", "of", "and", "de", "la", "del"})
_ARMED = {**dict.fromkeys(("REB", "PRM"), "fighters"), "MIL": "soldiers"}
_WIDE = frozenset({"country", "region"})
_PRONOUNS = frozenset({"he", "him", "his", "she", "her", "they", "them", "their", "it", "its"})
_FIGHTERS = frozenset({"guerrilla", "insurgent", "rebel", "terrorist", "subversive"})
# words of a count that tell nobody
_NUMBERS = frozenset(
    {"at", "least", "most", "about", "approximately", "more", "than", "over", "nearly", "some",
     "no", "one", "nobody", "none", "other", "others", "another", "several", "many", "few", "dead",
     "total", "dozens", "scores", "hundreds", "thousands", "up", "to", "the", "a", "an", "of"}
)  # fmt: skip
# bodies that the keys take for organizations though nothing names them: of the state, or of crime
_PLAIN_BODIES = (
    "army", "armed forces", "air force", "navy", "military", "police", "government", "regime",
    "high command", "general staff", "national guard", "cartel", "mafia", "gang", "cartels",
    "mafias", "gangs",
)  # fmt: skip


def is_combat(report: Report) -> bool:
    """Whether armed sides fight: rebels and soldiers, with nobody else told to suffer.

    Also where both are told to suffer, or one from the other, and others beside them.
    """
    acting = {side for actor in report.actors if (side := _armed_side(actor.value))}
    suffering = {_armed_side(actor.value) for actor in report.recipients}
    armed = suffering - {None}
    if len(acting) > 1 and suffering <= acting:
        return True
    if len(armed) > 1 or (acting and armed and acting != armed):
        return True
    return None not in suffering and bool(suffering) and suffering.isdisjoint(acting)


def is_vague(report: Report) -> bool:
    """Whether "violence", or any act, is told of nobody: no incident that a key counts.

    Nor is one what is told once, without a number, and of nobody or nowhere below a country, or
    what has neither a doer nor a number and either nobody who suffers or neither place nor day:
    the keys leave out what is general.
    """
    if report.act == "violence":
        return not report.recipients
    nowhere = report.place is None or report.place.value.precision in _WIDE
    if len(report.mentions) == 1 and not report.counts:
        return nowhere or not report.recipients
    untold = not report.actors and not report.counts
    return untold and (not report.recipients or (nowhere and report.date is None))


def _armed_side(actor: Actor) -> str | None:
    """Fighters, soldiers, or None for all others."""
    known = actor.registry_id is not None  # of a body that was a party too, later
    sectors = actor.sectors if known else actor.sectors[:1]
    return next((_ARMED[sector] for sector in sectors if sector in _ARMED), None)


def name_of(victim: Found[Actor], entity: Entity | None) -> str | None:
    """A person's name, also where the report tells him by his office; None where none is given."""
    if _is_name(victim.value):
        return f"{victim.value.name} {victim.evidence.quote}"
    if entity is not None and entity.kind == "person" and is_proper(entity.name):
        return entity.name
    return None


def description_of(victim: Found[Actor], entity: Entity | None) -> str | None:
    """The noun by which a victim is told; of a name what stands with it, else his role."""
    quote = "" if folded(victim.evidence.quote) in _PRONOUNS else victim.evidence.quote
    if not _is_name(victim.value):
        return f"{victim.value.name} {quote}"
    name = {*folded(victim.value.name).split(), *_ADDRESS}
    name.update(w for alias in victim.value.aliases for w in folded(alias).split())
    rest = [w for w in folded(quote).split() if w not in name]
    role = entity.role if entity is not None else None
    words = " ".join([*rest, *(role or "").split()])
    return words or None


def counted_victims(report: Report) -> list[str]:
    """Who is told by number to be killed or hurt, "two other clerks", and not as a party.

    Bare numbers name nobody, those of several reports are told apart by none, and fighters who
    fall are no target.
    """
    found = [f"{r.value.name} {r.evidence.quote}" for r in (*report.actors, *report.recipients)]
    parties = len(found)
    for count in report.counts:
        words = [w for w in count.value.text.split() if folded(w) not in _NUMBERS]
        noun = " ".join(w for w in words if number_of(w.casefold()) is None)
        harmed = count.value.kind in {"killed", "injured"} and count.value.best != 0
        own = harmed and count.value.shared_key is None
        if own and noun and not any(shares_word(noun, one) for one in (*_FIGHTERS, *found)):
            found.append(noun)
    return found[parties:]


def is_named_body(actor: Actor) -> bool:
    """A body with a name of its own, a force or a cartel; "guerrillas", "a captain" are none."""
    if actor.kind == "country":
        return True
    told = actor.registry_id is not None or actor.name[:1].isupper() or is_plain_body(actor)
    return told and actor.kind in {"organisation", "group", "outlet", "unknown"}


def body_of(actor: Actor) -> str | None:
    """The body whose members "the rebels" are, where the text names it."""
    relation = actor.relation
    return relation.to if relation is not None and relation.kind == "member_of" else None


def has_admitted(report: Report, actor: Actor) -> bool:
    """Whether any passage that tells an act has the actor himself claim or admit it."""
    ends = [chain[-1] for chain in report.attributions if chain]
    names = (actor.name, *actor.aliases)
    return any(
        end.stance == "admits"
        and (
            (end.entity_id is not None and end.entity_id == actor.entity_id)
            or any(shares_word(end.name, name) for name in names)
        )
        for end in ends
    )


def is_plain_body(actor: Actor) -> bool:
    """Whether an actor is a force, government or cartel as a whole: "the army", "the regime"."""
    return folded(actor.name).endswith(_PLAIN_BODIES)


def _is_name(actor: Actor) -> bool:
    return actor.kind == "person" and is_proper(actor.name)


def is_proper(name: str) -> bool:
    """Whether a name begins and ends with a capital: no "Spanish technician"."""
    words = name.split()
    return bool(words) and words[0][:1].isupper() and words[-1][:1].isupper()
