"""Who acts and who suffers: phrases, neutral names, sectors, and the registry of known actors."""

from reportedly.find.actors.checking import check_actors
from reportedly.find.actors.finder import find_actors
from reportedly.find.actors.registry import (
    ActorRegistry,
    Country,
    KnownActor,
    load_actor_registry,
)
from reportedly.find.actors.sectors import SectorWords, load_sector_words, sector_of

__all__ = [
    "ActorRegistry",
    "Country",
    "KnownActor",
    "SectorWords",
    "check_actors",
    "find_actors",
    "load_actor_registry",
    "load_sector_words",
    "sector_of",
]
