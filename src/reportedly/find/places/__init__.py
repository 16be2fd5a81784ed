"""Place names in a text: found, judged by use, and resolved to the gazetteer."""

from reportedly.find.places.cues import PlaceCues
from reportedly.find.places.find import find_places
from reportedly.find.places.gazetteer import ATTRIBUTION, Entry, Gazetteer, load_gazetteer
from reportedly.find.places.given import resolve_places
from reportedly.find.places.own import read_own_gazetteer
from reportedly.find.places.tables import check_gazetteer_tables

__all__ = [
    "ATTRIBUTION",
    "Entry",
    "Gazetteer",
    "PlaceCues",
    "check_gazetteer_tables",
    "find_places",
    "load_gazetteer",
    "read_own_gazetteer",
    "resolve_places",
]
