"""From the reports of a message to incidents, as the task of MUC-3/4 counts them.

One incident is what is done at one place, on one day, in one way: reports of the same type, stage
and place whose days meet are one template, and so are reports of one word over several places
("bombs went off in Arvan, Belt and Coro"). Which reports are any is told by `muc_relevance`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from benchmarks.muc_keys import BEFORE, Days, folded, overlap
from benchmarks.muc_parties import (
    body_of,
    counted_victims,
    description_of,
    has_admitted,
    is_name,
    is_named_body,
    name_of,
)
from benchmarks.muc_relevance import STAGES, is_incident
from reportedly.find.actors import ActorRegistry
from reportedly.records import Actor, Analysis, Found, Report

_KINDS = {"abduct": "KIDNAPPING", "explosives": "BOMBING", "suicide-attack": "BOMBING"}
_KILLING = ("kill", "assassin", "murder", "execution", "massacre", "lynch")
_EFFECTS = (("killed", "DEATH", _KILLING), ("injured", "INJURY", ("wound",)))
_PEOPLE = frozenset({"person", "group", "office"})
_ONE_FILL = frozenset({"type", "stage"})


@dataclass(frozen=True, slots=True)
class Template:
    """A predicted incident: texts of each slot, the days, and the stance of each organization."""

    slots: dict[str, tuple[str, ...]]
    days: Days | None
    places: tuple[str, ...]  # names, the country last
    told_at: int = 0  # where the word of the act stands
    stances: dict[str, str] = field(default_factory=dict)


def templates_of(analysis: Analysis, registry: ActorRegistry, day: date | None) -> list[Template]:
    """The templates of a message of a day."""
    told = (r for r in analysis.reports if is_incident(r, day))
    return _joined(_template(r, analysis, registry, day) for r in told)


# --- one report ------------------------------------------------------------------------------


def _template(
    report: Report, analysis: Analysis, registry: ActorRegistry, day: date | None
) -> Template:
    stage = "THREATENED" if report.type == "THREATEN" else STAGES[report.realis]
    individuals, stances = _perpetrators(report, analysis)
    told = {entity.entity_id: entity for entity in analysis.entities}
    victims = [r for r in report.recipients if r.value.kind in _PEOPLE]
    known = [(v, told.get(v.value.entity_id or "")) for v in victims]
    names = [name for v, entity in known if (name := name_of(v, entity)) is not None]
    nouns = [noun for v, entity in known if (noun := description_of(v, entity)) is not None]
    nouns.extend(counted_victims(report))
    return Template(
        slots={
            "type": (_kind(report),),
            "stage": (stage,),
            "perpetrator_individual": tuple(individuals),
            "perpetrator_organization": tuple(stances),
            "target_name": tuple(names),
            "target_description": tuple(nouns),
            "effect": _effects(report),
        },
        days=_days(report, day),
        places=_places(report, registry),
        told_at=report.trigger.start,
        stances=stances,
    )


def _kind(report: Report) -> str:
    if report.mode == "destroy" and any(w in report.act for w in ("fire", "arson", "burn")):
        return "ARSON"
    return _KINDS.get(report.mode or "", "ATTACK")


def _perpetrators(report: Report, analysis: Analysis) -> tuple[list[str], dict[str, str]]:
    """Texts of the individuals, and those of the organizations with the stance of each.

    Nameless groups behind the first are the same men in other words: "gunmen", "the attackers";
    and of those who are blamed, bodies alone are taken.
    """
    blamed = _blamed(report, analysis)
    individuals: list[str] = []
    stances: dict[str, str] = {}
    for actor in (*report.actors, *blamed):
        words = f"{actor.value.name} {actor.evidence.quote} {' '.join(actor.value.aliases)}"
        stance = _stance(report, actor, blamed=actor in blamed)
        if is_named_body(actor.value):
            stances[words] = stance
            relation = actor.value.relation
            if relation is not None and relation.kind == "member_of":
                individuals.append(actor.evidence.quote)
            continue
        if actor in blamed or (individuals and not is_name(actor.value)):
            continue
        individuals.append(words)
        body = body_of(actor.value)
        if body is not None:
            stances[body] = stance
    return individuals, stances


def _blamed(report: Report, analysis: Analysis) -> list[Found[Actor]]:
    """Whom a claim about the act blames, and who is accused where it is told; not who suffers."""
    told = (report.trigger, *report.mentions)
    accused = [
        actor
        for other in analysis.reports
        if (other.type, other.mode) == ("ACCUSE", "allege")
        and any(other.evidence.start <= one.start < other.evidence.end for one in told)
        for actor in other.recipients
    ]
    claimed = [a for c in analysis.claims if c.about_report == report.report_id for a in c.about]
    known = {a.value.name for a in (*report.actors, *report.recipients)}
    found = {a.value.name: a for a in (*accused, *claimed) if a.value.name not in known}
    return list(found.values())


def _stance(report: Report, actor: Found[Actor], *, blamed: bool) -> str:
    if has_admitted(report, actor.value):
        return "admits"
    if blamed or actor.asserted_by is not None or report.stance == "alleges":
        return "alleges"
    return "states"


def _effects(report: Report) -> tuple[str, ...]:
    told: dict[str, list[int | None]] = {}  # None: "at least nine", "dozens"
    for count in report.counts:
        told.setdefault(count.value.kind, []).append(count.value.best)
    found = []
    for kind, effect, acts in _EFFECTS:
        numbers = told.get(kind)
        if any(n != 0 for n in numbers or ()) or (numbers is None and report.act.startswith(acts)):
            found.append(effect)
    if not found and any(0 in numbers for numbers in told.values()):
        found.append("NO INJURY OR DEATH")
    return tuple(found)


def _days(report: Report, day: date | None) -> Days | None:
    if report.date is not None:
        earliest, latest = report.date.value.earliest, report.date.value.latest
        return (earliest, latest) if earliest is not None and latest is not None else None
    return (day - BEFORE, day) if day is not None and not report.retold else None


def _places(report: Report, registry: ActorRegistry) -> tuple[str, ...]:
    if report.place is None:
        return ()
    place = report.place.value
    country = registry.country_by_code(place.country)
    names = (place.name, report.place.evidence.quote, country.name if country is not None else "")
    return tuple(folded(name) for name in names if name)


# --- one incident ----------------------------------------------------------------------------


def _joined(templates: Iterable[Template]) -> list[Template]:
    """The templates, those of one incident as one."""
    found: list[list[Template]] = []
    for template in templates:
        known = next((group for group in found if _is_same(group[0], template)), None)
        if known is None:
            found.append([template])
        else:
            known.append(template)
    return [_union(group) for group in found]


def _is_same(one: Template, other: Template) -> bool:
    """Whether two are of one type, stage and place, and their days meet, or told by one word."""
    if one.told_at == other.told_at:
        return True
    alike = all(one.slots[slot] == other.slots[slot] for slot in _ONE_FILL)
    meet = one.days is None or other.days is None or overlap(one.days, other.days)
    return alike and meet and one.places == other.places


def _union(group: Sequence[Template]) -> Template:
    """One template with the fills of all."""
    stances: dict[str, str] = {}
    for template in group:
        stances = template.stances | stances
    return Template(
        slots={
            slot: tuple(dict.fromkeys(fill for t in group for fill in t.slots[slot]))
            for slot in group[0].slots
        },
        days=next((t.days for t in group if t.days is not None), None),
        places=tuple(dict.fromkeys(name for t in reversed(group) for name in t.places)),
        told_at=group[0].told_at,
        stances=stances,
    )
