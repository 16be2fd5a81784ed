"""Which reports are incidents by the task of MUC-3/4: violence at somebody, recent, told by itself.

The keys leave out fights of armed sides and of police with outlaws, wars on countries and their
tolls, what is summed up, told in general or aims at nobody, and what lies more than two months
back. That they ask for nine countries of Latin America alone is no rule here: it drops as many
right templates, of places read wrongly, as wrong.
"""

from __future__ import annotations

from datetime import date, timedelta

from benchmarks.muc_parties import armed_side, is_name, is_target, is_toll
from reportedly.records import Report

STAGES = {"actual": "ACCOMPLISHED", "attempted": "ATTEMPTED", "threatened": "THREATENED"}
_RECENT = timedelta(days=61)
_WEEK = timedelta(days=7)
_MANY = 100  # killed or hurt: of more than a week, a war's sum and no incident
_WIDE = frozenset({"country", "region"})
_OUTLAWS = frozenset({"CRM", "UAF"})
_ON_THINGS = frozenset({"abduct", "explosives", "suicide-attack", "destroy"})  # often unsaid


def is_incident(report: Report, day: date | None) -> bool:
    """Whether a report of a message of a day is one of those that the keys tell."""
    violent = report.type == "ASSAULT" or (report.type, report.mode) == ("THREATEN", "violence")
    told = report.polarity == "positive" and report.stance != "denies"
    if not (violent and told and report.realis in STAGES):
        return False
    summed = report.summary or is_toll_of_war(report) or _is_on_country(report)
    return not (summed or is_vague(report) or is_combat(report) or _is_old(report, day))


def _is_old(report: Report, day: date | None) -> bool:
    """Whether an act lies more than two months before the message."""
    latest = report.date.value.latest if report.date is not None else None
    return latest is not None and day is not None and day - latest > _RECENT


def is_toll_of_war(report: Report) -> bool:
    """Whether a hundred or more are told to suffer, and not within a week: "15,000 were killed"."""
    harmed = (c.value for c in report.counts if c.value.kind in {"killed", "injured"})
    if all((count.best or count.low or 0) < _MANY for count in harmed):
        return False
    told = report.date.value if report.date is not None else None
    if told is None or told.earliest is None or told.latest is None:
        return True
    return told.latest - told.earliest > _WEEK


def _is_on_country(report: Report) -> bool:
    """Whether countries alone are attacked: a war or an invasion."""
    kinds = {actor.value.kind for actor in report.recipients}
    return kinds == {"country"}


def is_combat(report: Report) -> bool:
    """Whether armed sides fight: rebels and soldiers, with nobody else told to suffer.

    Also where both are told to suffer, or one from the other, and others beside them, and where
    none but outlaws suffer ("police killed six kidnappers"). A general murdered by name is none.
    """
    acting = {side for actor in report.actors if (side := armed_side(actor.value))}
    if "soldiers" not in acting and any(is_name(actor.value) for actor in report.recipients):
        return False
    suffering = {armed_side(actor.value) for actor in report.recipients}
    armed = suffering - {None}
    if len(acting) > 1 and suffering <= acting:
        return True
    if len(armed) > 1 or (acting and armed and acting != armed):
        return True
    outlaws = all(
        armed_side(actor.value) or _OUTLAWS & set(actor.value.sectors[:1])
        for actor in report.recipients
    )
    return bool(suffering) and outlaws and armed.isdisjoint(acting)


def is_vague(report: Report) -> bool:
    """Whether "violence", or any act, is told of nobody: no incident that a key counts.

    Nor is one an attack that strikes nobody and nothing, or what is told once, without a number,
    and of nobody or nowhere below a country, or what has neither a doer nor a number and either
    nobody who suffers or neither place nor day: the keys leave out what is general.
    """
    if report.mode not in _ON_THINGS and not _strikes_somebody(report):
        return True
    if report.act == "violence":
        return not report.recipients
    nowhere = report.place is None or report.place.value.precision in _WIDE
    if report.mode == "explosives" and report.realis == "actual" and not nowhere:
        return False  # a key tells a bomb by the town alone
    if len(report.mentions) == 1 and not report.counts:
        return nowhere or not report.recipients
    untold = not report.actors and not report.counts
    return untold and (not report.recipients or (nowhere and report.date is None))


def _strikes_somebody(report: Report) -> bool:
    """Whether anybody but fighters is told to suffer: no "the rebels suffered 29 casualties"."""
    harmed = (c.value for c in report.counts if c.value.kind in {"killed", "injured"})
    return any(
        armed_side(actor.value) != "fighters" and not is_toll(actor.value.name)
        for actor in report.recipients
    ) or any(count.best != 0 and is_target(count.text) for count in harmed)
