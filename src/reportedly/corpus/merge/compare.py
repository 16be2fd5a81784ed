"""How much speaks for two reports telling one act: a score with its reasons.

The score of a pair depends on the two reports and the tables here alone. A contradiction that
cannot stand inside one act (another town, another day, another deed) parts the pair for good.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from reportedly.corpus.echoes.origins import same_outlet
from reportedly.corpus.merge.facts import LASTING_DAYS, ReportFacts
from reportedly.corpus.merge.names import any_same, name_words, same_name

SAME_TOWN_KM = 25.0
_EARTH_KM = 6371.0

# Points for what agrees; two reports need JOIN (see judge.py) to be called one.
# Place and day together stay below it: a town sees several acts of a type on a bad day.
SAME_PLACE, SAME_SITE = 0.9, 1.2
SAME_DAY, MEETING_DATES, DAY_APART = 0.9, 0.5, -0.25
SAME_MODE, BOTH_CUSTODY = 0.75, 0.5
SAME_ACTOR, SAME_RECIPIENT, SAME_NAMED_RECIPIENT = 1.0, 1.0, 1.5
SAME_NUMBER = 0.75
SHARED_WORDS = 1.25
COPIES, SAME_PASSAGE = 1.5, 3.5
# Points against: values that outlets may give otherwise of one act.
OTHER_MODE, OTHER_RECIPIENT = -1.5, -0.5
PROTEST_ELSE = -0.5
OTHER_ACTOR = {"ASSAULT": -0.5, "custody": -0.5}
OTHER_ACTOR_ELSE = -2.0
OTHER_KIND_OF_PEOPLE = -1.5
SAME_ARTICLE = -1.5
DENIED_IN_SAME_ARTICLE = 0.75
TAKEN_BACK_BY_OUTLET = 1.5

# Acts that last: reports give the day on which they began or one on which they went on.
# Days apart in an act that lasts say little, and one town seldom sees two such acts at once.
LASTING_APART = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What speaks for and against two reports telling one act."""

    score: float
    reasons: tuple[str, ...]
    parted: bool = False  # a contradiction that one act cannot hold
    days_apart: int = 0  # of the other from the one, where both give a day


# A protest in the way of others: who tells only that people stood there may tell the same one.
_IN_THE_WAY = {"obstruct", "occupy"}

Points = tuple[float, str] | None  # None: nothing to say
# Outweighs all that may speak for a pair; a person's judgement (infinite) outweighs it.
_PARTED = -1e9


def compare(one: ReportFacts, other: ReportFacts) -> Comparison:
    """Compare two reports of one type family."""
    points = [check(one, other) for check in _CHECKS]
    told = [point for point in points if point is not None]
    reasons = tuple(reason for value, reason in told if reason)
    score = sum(value for value, _ in told)
    if score <= _PARTED / 2:
        against = tuple(reason for value, reason in told if value == _PARTED)
        return Comparison(score=_PARTED, reasons=against, parted=True)
    return Comparison(score=round(score, 3), reasons=reasons, days_apart=_days_apart(one, other))


def _days_apart(one: ReportFacts, other: ReportFacts) -> int:
    if one.day and other.day and one.earliest and other.earliest:
        return (other.earliest - one.earliest).days
    return 0


def kilometres(one: ReportFacts, other: ReportFacts) -> float | None:
    """The distance between two places, None where one has no coordinates."""
    here, there = one.place, other.place
    if here is None or there is None:
        return None
    if here.lat is None or here.lon is None or there.lat is None or there.lon is None:
        return None
    lat, other_lat = math.radians(here.lat), math.radians(there.lat)
    half_lat = (other_lat - lat) / 2
    half_lon = math.radians(there.lon - here.lon) / 2
    chord = math.sin(half_lat) ** 2
    chord += math.cos(lat) * math.cos(other_lat) * math.sin(half_lon) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, chord)))


def _place(one: ReportFacts, other: ReportFacts) -> Points:
    if one.country and other.country and one.country != other.country:
        return _PARTED, "other country"
    if one.place is None or other.place is None:
        return None
    precisions = {one.place.precision, other.place.precision}
    distance = kilometres(one, other)
    points: Points = None
    if distance is not None and distance > SAME_TOWN_KM:
        points = _PARTED, f"{distance:.0f} km apart"
    elif same_name(name_words(one.place.name), name_words(other.place.name)):
        points = (
            SAME_SITE if precisions == {"site"} else SAME_PLACE,
            f"same place: {one.place.name}",
        )
    elif distance is not None:
        points = SAME_PLACE, f"within {SAME_TOWN_KM:.0f} km"
    elif precisions == {"town"}:
        points = _PARTED, f"other place: {one.place.name}, {other.place.name}"
    return points


def _date(one: ReportFacts, other: ReportFacts) -> Points:
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return None
    gap = max((other.earliest - one.latest).days, (one.earliest - other.latest).days)
    if gap <= 0:
        return _meeting(one, other)
    if gap <= LASTING_DAYS and _goes_on(one, other):
        return LASTING_APART, f"{gap} days apart in an act that lasts"
    if gap == 1 and one.day and other.day and not _successive(one, other):
        return DAY_APART, f"dates a day apart: {one.earliest}, {other.earliest}"
    return _PARTED, f"other date: {one.earliest}, {other.earliest}"


def _meeting(one: ReportFacts, other: ReportFacts) -> Points:
    if one.day and other.day:
        return SAME_DAY, f"same day: {one.earliest}"
    if one.dated and other.dated:
        return MEETING_DATES, "dates meet"
    return None


def _goes_on(one: ReportFacts, other: ReportFacts) -> bool:
    """Whether two days may be those of one act that lasts, known by who is held or who acts."""
    if not (one.lasting and other.lasting):
        return False
    if one.family == "custody":
        return any_same(one.recipients, other.recipients)
    if any_same(one.actors, other.actors):
        return True
    same_mode = one.mode is not None and one.mode == other.mode
    return same_mode and not (one.named_actors and other.named_actors)


def _successive(one: ReportFacts, other: ReportFacts) -> bool:
    """Whether two days are those of two acts, and not two outlets' days for one.

    Outlets that each tell yesterday's news, a day apart, tell two acts; so does a passage that
    speaks of a second one. One article's two days are never one.
    """
    if one.article_id == other.article_id or one.sequel or other.sequel:
        return True
    if one.retold or other.retold:
        return False
    here, there = one.first_published, other.first_published
    if here is None or there is None or one.earliest is None or other.earliest is None:
        return False
    return (there - here).days == (other.earliest - one.earliest).days


def _mode(one: ReportFacts, other: ReportFacts) -> Points:
    here, there = one.mode, other.mode
    if one.family == "custody":
        return BOTH_CUSTODY, "somebody taken away"
    if here is None or there is None or "death" in (here, there):
        return None
    if here == there:
        return SAME_MODE, f"same mode: {here}"
    told_plainly = "demo" in (here, there) and not _IN_THE_WAY.isdisjoint((here, there))
    return PROTEST_ELSE if told_plainly else OTHER_MODE, f"other mode: {here}, {there}"


def _actors(one: ReportFacts, other: ReportFacts) -> Points:
    if not one.actors or not other.actors:
        return None
    if any_same(one.actors, other.actors):
        return SAME_ACTOR, "same actor"
    if one.disputed_actors or other.disputed_actors or one.denies or other.denies:
        return None
    if one.named_actors != other.named_actors:
        return None  # 'dockers' may well be those of the dockers' union
    if not one.named_actors:
        return OTHER_KIND_OF_PEOPLE, "other kind of people"
    return OTHER_ACTOR.get(one.family, OTHER_ACTOR_ELSE), "other actor"


def _recipients(one: ReportFacts, other: ReportFacts) -> Points:
    if not one.recipients or not other.recipients:
        return None
    full_names = [[n for n in some.recipients if len(n) > 1] for some in (one, other)]
    if any_same(*full_names):
        return SAME_NAMED_RECIPIENT, "same recipient by full name"
    if any_same(one.recipients, other.recipients):
        return SAME_RECIPIENT, "same recipient"
    return OTHER_RECIPIENT, "other recipient"


def _numbers(one: ReportFacts, other: ReportFacts) -> Points:
    shared = sorted((n, kind) for kind, n in one.numbers & other.numbers if n > 1)
    if not shared:
        return None
    number, kind = shared[-1]
    return SAME_NUMBER, f"same number {kind}: {number}"


def _words(one: ReportFacts, other: ReportFacts) -> Points:
    if one.article_id == other.article_id:
        return None  # its passages may well be one sentence
    shared = set(one.words).intersection(other.words)
    fewer = min(len(one.words), len(other.words))
    if len(shared) < 2 or not fewer:
        return None
    # Short passages agree by chance: few words count as if there were more.
    return round(SHARED_WORDS * len(shared) / max(fewer, 6), 3), f"{len(shared)} shared words"


def _copies(one: ReportFacts, other: ReportFacts) -> Points:
    if one.article_id == other.article_id or one.copies != other.copies:
        return None
    # Edits move a passage by some words, so half of the shorter evidence is enough.
    (source, start, end), (other_source, other_start, other_end) = one.home, other.home
    shared = min(end, other_end) - max(start, other_start)
    if source == other_source and 2 * shared >= min(end - start, other_end - other_start):
        return SAME_PASSAGE, "the same passage of one text"
    return COPIES, "in copies of one text"


def _article(one: ReportFacts, other: ReportFacts) -> Points:
    if one.article_id != other.article_id:
        taken_back = one.withdraws or other.withdraws
        if taken_back and same_outlet(one.outlet, other.outlet):
            return TAKEN_BACK_BY_OUTLET, "taken back by the outlet"
        return None
    if one.denies != other.denies:
        return DENIED_IN_SAME_ARTICLE, "denied in the same article"
    # What the document level told apart is one act only if all that is known of it agrees.
    listed = one.list_key is not None and one.list_key == other.list_key
    alike = (one.earliest, one.latest, one.place, one.mode) == (
        other.earliest,
        other.latest,
        other.place,
        other.mode,
    )
    if listed or not alike or one.sequel or other.sequel:
        return _PARTED, "two acts of one article"
    return SAME_ARTICLE, "told apart in one article"


_CHECKS: tuple[Callable[[ReportFacts, ReportFacts], Points], ...] = (
    _place,
    _date,
    _mode,
    _actors,
    _recipients,
    _numbers,
    _words,
    _copies,
    _article,
)
