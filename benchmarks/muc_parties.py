"""Who acts and who suffers in a report, as the keys of MUC-3/4 tell persons, bodies and sides."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.muc_keys import folded, shares_word
from reportedly.find.numbers import number_of
from reportedly.records import Actor, Entity, Found, Report

_ADDRESS = frozenset({"the", "a", "an", "of", "and", "de", "la", "del"})
_ARMED = {**dict.fromkeys(("REB", "PRM"), "fighters"), "MIL": "soldiers"}
_PRONOUNS = frozenset({"he", "him", "his", "she", "her", "they", "them", "their", "it", "its"})
_FIGHTERS = frozenset({"guerrilla", "insurgent", "rebel", "terrorist", "subversive"})
_TOLLS = frozenset(
    {"casualties", "casualty", "lives", "life", "deaths", "death", "killings", "killing", "murders",
     "murder", "bodies", "body", "killed"}
)  # fmt: skip
_THINGS = frozenset(
    {"office", "court", "ambulance", "embassy", "school", "bank", "carrier", "headquarters",
     "vehicle", "home", "house", "residence", "church", "building", "newspaper", "base", "car",
     "station", "branch", "garrison", "bus", "tower", "bridge", "pipeline", "post", "patrol",
     "convoy", "installation", "truck", "plane", "helicopter", "farm"}
)  # fmt: skip
# words of a count that tell nobody
_NUMBERS = frozenset(
    {"at", "least", "most", "about", "approximately", "more", "than", "over", "nearly", "some",
     "no", "one", "nobody", "none", "other", "another", "several", "many", "few", "dead",
     "total", "dozens", "scores", "hundreds", "thousands", "up", "to", "the", "a", "an", "of"}
)  # fmt: skip
# bodies that the keys take for organizations though nothing names them: of the state, or of crime
_PLAIN_BODIES = (
    "army", "armed forces", "air force", "navy", "military", "police", "government", "regime",
    "high command", "general staff", "national guard", "cartel", "mafia", "gang", "cartels",
    "mafias", "gangs",
)  # fmt: skip


def armed_side(actor: Actor) -> str | None:
    """Fighters, soldiers, or None for all others."""
    known = actor.registry_id is not None  # of a body that was a party too, later
    sectors = actor.sectors if known else actor.sectors[:1]
    return next((_ARMED[sector] for sector in sectors if sector in _ARMED), None)


def name_of(victim: Found[Actor], entity: Entity | None) -> str | None:
    """A person's name, also where the report tells him by his office; None where none is given."""
    if is_name(victim.value):
        return f"{victim.value.name} {victim.evidence.quote}"
    if entity is not None and entity.kind == "person" and is_proper(entity.name):
        return entity.name
    return None


def description_of(victim: Found[Actor], entity: Entity | None) -> str | None:
    """The noun by which a victim is told; of a name what stands with it, else his role.

    Soldiers whom nothing names are no target, as fighters are none.
    """
    if armed_side(victim.value) == "soldiers" and not is_name(victim.value):
        return None
    quote = "" if folded(victim.evidence.quote) in _PRONOUNS else victim.evidence.quote
    if not is_name(victim.value):
        phrase = f"{victim.value.name} {quote}"
        return phrase if is_target(victim.value.name) and is_target(phrase) else None
    name = {*folded(victim.value.name).split(), *_ADDRESS}
    name.update(w for alias in victim.value.aliases for w in folded(alias).split())
    rest = [w for w in folded(quote).split() if w not in name]
    role = entity.role if entity is not None else None
    words = " ".join([*rest, *(role or "").split()])
    return words or None


def is_target(phrase: str) -> bool:
    """Whether a phrase is of people: no "29 casualties", no fighters, and no building or car.

    The keys give what is built or driven as a physical target, and fighters as none.
    """
    last = folded(phrase).split()[-1:]
    things = any(shares_word(word, thing) for word in last for thing in _THINGS)
    return not (things or is_toll(phrase) or shares_any(phrase, _FIGHTERS))


def is_toll(phrase: str) -> bool:
    """Whether a phrase counts harm and names nobody: "29 casualties"."""
    return not _TOLLS.isdisjoint(folded(phrase).split()[-1:])


def shares_any(phrase: str, others: Iterable[str]) -> bool:
    """Whether a phrase shares a word with one of others."""
    return any(shares_word(phrase, one) for one in others)


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
        if own and noun and is_target(noun) and not shares_any(noun, found):
            found.append(noun)
    return found[parties:]


def is_named_body(actor: Actor) -> bool:
    """A body with a name of its own, a force or a cartel; "guerrillas", "a captain" are none."""
    if actor.kind == "country":
        return True
    told = actor.registry_id is not None or actor.name[:1].isupper() or is_plain_body(actor)
    return told and actor.kind in {"organisation", "group", "outlet", "unknown"}


def body_of(actor: Actor) -> str | None:
    """The body whose members "the rebels" or "army members" are, where the text names it."""
    relation = actor.relation
    if relation is not None and relation.kind == "member_of":
        return relation.to
    name = folded(actor.name)
    members = name.endswith(("member", "members"))
    return next((body for body in _PLAIN_BODIES if members and body in name), None)


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


def is_name(actor: Actor) -> bool:
    """Whether an actor is a person by name."""
    return actor.kind == "person" and is_proper(actor.name)


def is_proper(name: str) -> bool:
    """Whether a name begins and ends with a capital: no "Spanish technician"."""
    words = name.split()
    return bool(words) and words[0][:1].isupper() and words[-1][:1].isupper()
