"""Place names in a text: found, judged by use, and resolved to the gazetteer."""

from reportedly.find.places.cues import PlaceCues
from reportedly.find.places.find import find_places, resolve_places
from reportedly.find.places.gazetteer import Entry, Gazetteer, load_gazetteer
from reportedly.find.places.tables import check_gazetteer_tables

__all__ = [
    "Entry",
    "Gazetteer",
    "PlaceCues",
    "check_gazetteer_tables",
    "find_places",
    "load_gazetteer",
    "resolve_places",
]
