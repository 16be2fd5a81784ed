"""The place of an act that names none: that of the scene, or the home of who acted."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.acts.one_town import is_from_seat
from reportedly.find.events.told.bearers import COUNTRY
from reportedly.find.events.told.scene import home_of, scene_place
from reportedly.find.events.told.telling import Telling
from reportedly.find.reading import Reading
from reportedly.records import EventType, Found, Place

_POLICE = frozenset({"COP"})
# rules that place an act where the text is from, as it tells of no other act
_GUESSES = frozenset({"place.dateline", "place.lead", "place.only_town", "place.only_country"})
# what states do to others from their seats
_AFAR: frozenset[EventType | None] = frozenset({"SANCTION", "THREATEN"})


def place_of_scene(
    reading: Reading, lead: Telling, places: Sequence[tuple[int, Found[Place]]]
) -> Found[Place] | None:
    """The place of what was told before, the town of its police, or the country of its court."""
    if lead.trigger.type == "THREATEN" and is_from_seat(lead):
        return None
    scene = scene_place(reading, lead.paragraph, lead.span.start, places)
    if scene is None or scene.made_by in _GUESSES:
        home = home_of(reading, lead.roles.actors, sectors=_POLICE, towns=True)
        if home is not None:
            return home
    if scene is not None and scene.made_by == "place.only_country" and _is_afar(lead, scene):
        return None
    return scene or home_of(reading, lead.roles.actors)


def _is_afar(lead: Telling, place: Found[Place]) -> bool:
    """Whether the only country told is a side of what states do, or named later for another act.

    "*Dorna* imposed sanctions", "threatened to cut all aid to *Dorna*". Nor are its air strikes
    set in it.
    """
    if lead.trigger.type == "ASSAULT":
        states = {m.evidence.start for m in lead.roles.actors if m.made_by == COUNTRY}
        return place.evidence.start in states
    if lead.trigger.type not in _AFAR or lead.trigger.mode == "convict":
        return False
    sides = (*lead.roles.actors, *lead.roles.recipients)
    named = place.evidence.start in {side.evidence.start for side in sides}
    return named or place.evidence.start > lead.evidence.end
