"""From the reports of a message to incidents, as the task of MUC-3/4 counts them.

One incident is what is done at one place, on one day, in one way: reports of the same type, stage
and place whose days meet are one template. What is told to have happened more than two months
before the message is none, as the task asks for what is recent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from benchmarks.muc_keys import BEFORE, Days, folded, overlap
from benchmarks.muc_parties import (
    body_of,
    counted_victims,
    description_of,
    has_admitted,
    is_combat,
    is_named_body,
    is_proper,
    is_vague,
    name_of,
)
from reportedly.find.actors import ActorRegistry
from reportedly.records import Actor, Analysis, Found, Report

_RECENT = timedelta(days=61)
_STAGES = {"actual": "ACCOMPLISHED", "attempted": "ATTEMPTED", "threatened": "THREATENED"}
_KINDS = {"abduct": "KIDNAPPING", "explosives": "BOMBING", "suicide-attack": "BOMBING"}
_KILLING = ("kill", "assassin", "murder", "execution", "massacre", "lynch")
_PEOPLE = frozenset({"person", "group", "office"})
_ONE_FILL = frozenset({"type", "stage"})


@dataclass(frozen=True, slots=True)
class Template:
    """A predicted incident: texts of each slot, the days, and the stance of each organization."""

    slots: dict[str, tuple[str, ...]]
    days: Days | None
    places: tuple[str, ...]  # names, the country last
    stances: dict[str, str] = field(default_factory=dict)


def templates_of(analysis: Analysis, registry: ActorRegistry, day: date | None) -> list[Template]:
    """The templates of a message of a day."""
    told = (r for r in analysis.reports if _counts(r) and not _is_old(r, day))
    return _joined(_template(r, analysis, registry, day) for r in told)


def _counts(report: Report) -> bool:
    violent = report.type == "ASSAULT" or (report.type, report.mode) == ("THREATEN", "violence")
    told = report.polarity == "positive" and report.stance != "denies"
    counted = report.realis in _STAGES and not is_vague(report) and not is_combat(report)
    return violent and told and counted


def _is_old(report: Report, day: date | None) -> bool:
    """Whether an act lies more than two months before the message."""
    latest = report.date.value.latest if report.date is not None else None
    return latest is not None and day is not None and day - latest > _RECENT


# --- one report ------------------------------------------------------------------------------


def _template(
    report: Report, analysis: Analysis, registry: ActorRegistry, day: date | None
) -> Template:
    stage = "THREATENED" if report.type == "THREATEN" else _STAGES[report.realis]
    individuals, stances = _perpetrators(report, analysis)
    told = {entity.entity_id: entity for entity in analysis.entities}
    victims = [r for r in report.recipients if r.value.kind in _PEOPLE]
    known = [(v, told.get(v.value.entity_id or "")) for v in victims]
    names = [name for v, entity in known if (name := name_of(v, entity)) is not None]
    nouns = [noun for v, entity in known if (noun := description_of(v, entity)) is not None]
    for victim in counted_victims(report):
        (names if is_proper(victim) else nouns).append(victim)
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
        stances=stances,
    )


def _kind(report: Report) -> str:
    if report.mode == "destroy" and any(w in report.act for w in ("fire", "arson", "burn")):
        return "ARSON"
    return _KINDS.get(report.mode or "", "ATTACK")


def _perpetrators(report: Report, analysis: Analysis) -> tuple[list[str], dict[str, str]]:
    """Texts of the individuals, and those of the organizations with the stance of each."""
    blamed = [a for c in analysis.claims if c.about_report == report.report_id for a in c.about]
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
        else:
            individuals.append(words)
            body = body_of(actor.value)
            if body is not None:
                stances[body] = stance
    return individuals, stances


def _stance(report: Report, actor: Found[Actor], *, blamed: bool) -> str:
    if has_admitted(report, actor.value):
        return "admits"
    if blamed or actor.asserted_by is not None or report.stance == "alleges":
        return "alleges"
    return "states"


def _effects(report: Report) -> tuple[str, ...]:
    told = {c.value.kind: c.value.best for c in report.counts}
    found = []
    if told.get("killed") or (told.get("killed") is None and report.act.startswith(_KILLING)):
        found.append("DEATH")
    if told.get("injured") or (told.get("injured") is None and report.act.startswith("wound")):
        found.append("INJURY")
    if not found and 0 in told.values():
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
    """Whether two templates are of one type, stage and place, and their days meet."""
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
        places=group[0].places,
        stances=stances,
    )
