"""Days named without a year or a date: on which side of the publication an act's day lies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from reportedly.find.events.clauses import clauses_above
from reportedly.find.events.reality.state import SPEECH_TYPES, Reality
from reportedly.find.events.told.claiming import verb_of_claim
from reportedly.find.events.told.since import is_since
from reportedly.find.events.told.stances import load_stance_words
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import DateValue, EventType, Evidence, Found

_WEEKDAY = re.compile(
    r"(?:on |late on |early on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"(?: (?:morning|afternoon|evening|night))?"
)

_YEAR = re.compile(r"\d{4}")
_FEW_DAYS = timedelta(days=2)  # ahead of the date under which a text was filed, which may be wrong
_WORDS: frozenset[EventType | None] = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
_FORCE: frozenset[EventType | None] = frozenset({"ASSAULT", "COERCE", "PROTEST", None})
_CHARGING = frozenset({"suspect", "accuse", "convict", "acquit", "blame", "jail", "try"})


def is_weekday(text: str) -> bool:
    """Whether words name a weekday and nothing that says of which week: "on Friday night"."""
    return _WEEKDAY.fullmatch(text.casefold()) is not None


def towards(
    reading: Reading,
    trigger: Trigger,
    found: Found[DateValue],
    reality: Reality,
    *,
    denied: bool = False,
) -> Found[DateValue]:
    """A bare weekday turned to the side of the publication date on which its act lies.

    "The march planned for Saturday" lies ahead, "the police killed two on Saturday" behind; "two
    were killed in September", told in August, is of the year before.
    """
    published, value = reading.document.article.published, found.value
    first, last = value.earliest, value.latest or value.earliest
    if published is None or first is None or last is None:
        return found
    happened = reality.realis not in {"planned", "threatened"}  # "announced a strike for Friday"
    if not is_weekday(found.evidence.quote):
        ahead = happened and first > published + _FEW_DAYS
        of_some_year = ahead and _YEAR.search(found.evidence.quote) is None
        done = of_some_year and _is_done(reading.document, trigger)
        if not done:
            return found
        before = _year_before(value)
        if is_since(reading.document, found.evidence):
            before = replace(before, latest=published)
        return replace(found, value=before, made_by="date.tense")
    week = timedelta(days=7)
    if not happened and last < published and published - last < week:
        step = week
    elif happened and first > published and (denied or is_past(reading.document, trigger)):
        step = -week
    else:
        return found
    shifted = replace(
        value,
        earliest=first + step,
        latest=None if value.latest is None else value.latest + step,
        timex_value=None,
    )
    return replace(found, value=shifted, made_by="date.tense")


def _is_done(document: Document, trigger: Trigger) -> bool:
    """Whether a verb by itself says that force is over: "were killed", "has arrested".

    "Closed the border from September": what an order forbids may begin later.
    """
    force = trigger.type in _FORCE and trigger.mode != "restrict"
    return force and not trigger.nominal and is_past(document, trigger)


def _year_before(value: DateValue) -> DateValue:
    """The same days of the year before."""
    first, last = (
        day
        and (day - timedelta(days=day.day - 1)).replace(year=day.year - 1)
        + timedelta(days=day.day - 1)
        for day in (value.earliest, value.latest)
    )
    return replace(value, earliest=first, latest=last, timex_value=None)


def is_of_decision(document: Document, trigger: Trigger, evidence: Evidence) -> bool:
    """'Decided *on Tuesday* to close the crossing': the day of the decision, not of the plan."""
    verb = document.tokens[trigger.token]
    root = document.root_of(evidence.start, evidence.end)
    if trigger.nominal or root is None or verb.dep not in {"xcomp", "ccomp"}:
        return False
    above = document.head(verb)
    if above.tag not in {"VBD", "VBN"} or above.index > verb.index or evidence.end > verb.start:
        return False
    return clauses_above(document, root.index)[0] == above.index


def is_of_words_about(
    document: Document, evidence: Evidence, trigger: Trigger, triggers: Sequence[Trigger]
) -> bool:
    """'*On Tuesday* condemned an attack on a mosque': when it was said, not when it was done.

    Also "claimed responsibility *on Tuesday* for it".
    """
    root = document.root_of(evidence.start, evidence.end)
    at = document.tokens[trigger.token]
    if not trigger.nominal or trigger.type in SPEECH_TYPES or root is None or root.index > at.index:
        return False
    above = {t.index for t in document.ancestors(at.index)}
    saying = [t.token for t in triggers if t.type in _WORDS and t.token in above and not t.nominal]
    claim = verb_of_claim(document, at, load_stance_words())
    saying.extend(() if claim is None else (claim.index,))
    dated = {t.index for t in document.ancestors(root.index)}
    return not dated.isdisjoint(saying) and at.index not in dated


def is_past(document: Document, trigger: Trigger) -> bool:
    """Whether a verb stands in the past or perfect and under no modal, or a noun after "after"."""
    token = document.tokens[trigger.token]
    above = document.head(token)
    helpers = [t for t in document.children(token.index) if t.dep in {"aux", "auxpass"}]
    if trigger.nominal:  # "in hospital after an attack on Monday"
        known = trigger.type == "ASSAULT" and is_the(document, token)
        return known or above.text.casefold() in {"after", "following", "since", "behind"}
    if token.dep == "pcomp" and document.head(above).lemma in _CHARGING:
        return True  # "is suspected of kidnapping a judge on Monday"
    if any(t.tag in {"MD", "TO"} for t in helpers):
        return False
    if any(t.tag == "VBD" or t.lemma == "have" for t in helpers):
        return True
    return token.tag == "VBD"


def is_the(document: Document, noun: Token) -> bool:
    """'*The* attack on Monday is being investigated': one that is known."""
    return any(t.text.casefold() == "the" for t in document.children(noun.index))


def fits_weekday(open_day: Found[DateValue], scene: Found[DateValue] | None) -> bool:
    """Whether a weekday that no publication date places falls on the day of the scene."""
    if scene is None or scene.value.earliest is None:
        return False
    name = f"{scene.value.earliest:%A}".casefold()
    return name in open_day.evidence.quote.casefold()
