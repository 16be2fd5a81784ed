"""Checks the tables of actors and sectors; one line for each fault."""

from __future__ import annotations

from collections import Counter

from reportedly.errors import DataError
from reportedly.find.actors.registry import ActorRegistry, load_actor_registry
from reportedly.find.actors.sectors import SECTORS, SectorWords

# words that judge: they may stand in a quoted text, never in our tables of names
_VERDICTS = frozenset(
    {"terrorist", "terror", "regime", "so-called", "illegal", "puppet", "extremist", "mercenary",
     "fascist", "heroic"}
)  # fmt: skip


def check_actors() -> list[str]:
    """Faults of organisations.csv, countries.csv and sectors.toml, with file and entry."""
    try:
        registry = load_actor_registry()
    except DataError as error:
        return [str(error)]
    return [*_organisations(registry), *_countries(registry), *_sectors(registry.sectors)]


def _organisations(registry: ActorRegistry) -> list[str]:
    faults: list[str] = []
    ids = Counter(a.registry_id for a in registry.actors)
    faults += [f"organisations.csv: {i}: the id stands {n} times" for i, n in ids.items() if n > 1]
    codes = {c.code for c in registry.countries}
    owner: dict[str, str] = {}
    for actor in registry.actors:
        where = f"organisations.csv: {actor.registry_id}"
        if not actor.name:
            faults.append(f"{where}: no name")
        for sector in actor.sectors:
            if sector not in SECTORS:
                faults.append(f"{where}: no sector {sector}")
        if actor.country and actor.country not in codes:
            faults.append(f"{where}: no country {actor.country}")
        if actor.first and actor.last and actor.first > actor.last:
            faults.append(f"{where}: ends before it begins")
        if _VERDICTS & set(actor.name.lower().split()):
            faults.append(f"{where}: the name judges")
        for name in dict.fromkeys((actor.name, *actor.aliases)):
            if name in owner and owner[name] != actor.registry_id:
                faults.append(f"{where}: {name!r} is a name of {owner[name]} too")
            owner.setdefault(name, actor.registry_id)
    return faults


def _countries(registry: ActorRegistry) -> list[str]:
    faults: list[str] = []
    seen: Counter[str] = Counter(c.code for c in registry.countries)
    faults += [f"countries.csv: {c}: the code stands {n} times" for c, n in seen.items() if n > 1]
    for country in registry.countries:
        if len(country.code) != 2 or not country.code.isupper():
            faults.append(f"countries.csv: {country.code!r} is no ISO code")
        if not country.name:
            faults.append(f"countries.csv: {country.code}: no name")
    return faults


def _sectors(words: SectorWords) -> list[str]:
    faults: list[str] = []
    for table in ("heads", "modifiers", "adds", "names"):
        entries = getattr(words, table)
        faults += [
            f"sectors.toml: {table}: no sector {sector}"
            for sector in sorted(set(entries.values()) - SECTORS)
        ]
        faults += [
            f"sectors.toml: {table}: {word!r} is not lower case"
            for word in entries
            if word != word.lower()
        ]
    both = words.acting & words.supporting
    faults += [f"sectors.toml: {word!r} both acts and supports" for word in sorted(both)]
    return faults
