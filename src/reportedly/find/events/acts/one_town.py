"""The place of words, plans and threats that name none: the one town of their article.

Who speaks of an act speaks as a rule where the article was written or plays, if he is not from
elsewhere. So words take the town of the dateline, and like plans and threats a town in which all
of the article's own acts were; never those of a state, a ministry or a body of many countries,
which speak from their seats.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.find.events.acts.act import Act
from reportedly.find.events.told.nearby import same_place
from reportedly.find.events.told.not_there import is_seat
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.told.toponyms import found_place, is_location, is_town
from reportedly.find.events.word_lists import scene_words
from reportedly.find.reading import Reading
from reportedly.records import Actor, Found, Place

_RULE = "place.one_town"
_CONFIDENCE = 0.3
_OF_MANY_COUNTRIES = frozenset({"UNO", "EUR", "IGO", "NGO", "NAT"})


def one_town(
    reading: Reading,
    deeds: Sequence[Found[Place]],
    acts: Iterable[Act],
    *,
    dateline: bool = True,
) -> Found[Place] | None:
    """The town in which all of an article plays, or None where it names several or none.

    Args:
        reading: what is known of the article.
        deeds: the places of the acts that happened, older events left out.
        acts: all acts of the article; a place that any of them names itself counts.
        dateline: whether the town where the text was written counts as well.
    """
    own = [p for act in acts if not act.lead.retold for t in act.tellings for p in t.places]
    found = [*deeds, *own] or _named(reading)
    found = [*(_of_dateline(reading) if dateline else ()), *found]
    towns = [p for p in found if is_town(p.value)]
    if not towns or any(not same_place(towns[0].value, p.value) for p in found):
        return None
    return replace(towns[0], made_by=_RULE, confidence=_CONFIDENCE)


def written_in(reading: Reading) -> Found[Place] | None:
    """The town of the dateline."""
    return next((p for p in _of_dateline(reading) if is_town(p.value)), None)


def plays_there(telling: Telling, town: Found[Place] | None) -> Found[Place] | None:
    """The town for words, a plan or a threat whose speaker can be from it; else None."""
    said = set(telling.evidence.quote.lower().split())
    spread = telling.unnamed_places or scene_words().everywhere & said
    if town is None or telling.retold or telling.old or spread:
        return None
    actors = [mention.actor for mention in telling.roles.actors]
    return None if any(_is_from_elsewhere(a, town.value) for a in actors) else town


def is_from_seat(telling: Telling) -> bool:
    """Whether a state or its government speaks: "*Dorna* threatened to close the strait"."""
    return any(_is_of_state(mention.actor) for mention in telling.roles.actors)


def _is_from_elsewhere(actor: Actor, town: Place) -> bool:
    """Whether somebody speaks for a state or for many, or comes from another country."""
    if actor.country is not None and actor.country != town.country:
        return True
    return _is_of_state(actor)


def _is_of_state(actor: Actor) -> bool:
    if actor.kind == "country":
        return True
    if _OF_MANY_COUNTRIES & set(actor.sectors):
        return True
    local = scene_words().local_offices & set(actor.name.lower().replace("'s", "").split())
    return "GOV" in actor.sectors and not local


def _named(reading: Reading) -> list[Found[Place]]:
    """The places that a text names as locations, outside datelines."""
    return [
        found_place(m, _RULE, _CONFIDENCE)
        for m in reading.places
        if is_location(m) and not is_seat(reading.document, m)
    ]


def _of_dateline(reading: Reading) -> list[Found[Place]]:
    line = (m for m in reading.places if m.use == "dateline" and m.place is not None)
    return [found_place(m, _RULE, _CONFIDENCE) for m in line]
