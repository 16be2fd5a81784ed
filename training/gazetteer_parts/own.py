"""Places and names out of our own tables: regions, sites, former names, aliases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gazetteer_parts.inputs import Row
from gazetteer_parts.names import NAME, alternates, demonyms, file_key, filed
from gazetteer_parts.place import Place, Targets, Wanted, distance_km

# our places have numbers below zero; one block a table
_REGIONS, _SITES, _AIRPORTS, _HISTORICAL = 0, -10_000, -20_000, -50_000
_FARTHEST_TOWN_KM = 250.0  # the nearest town of a base in a desert
_LONGEST_SITE = 8  # words: 'khmelnytskyi nuclear power plant' and longer


def read_regions(rows: Sequence[Row]) -> Iterator[Place]:
    """Continents, macro-regions, seas, rivers, mountains, islands."""
    for order, row in enumerate(rows, 1):
        names = [(row["name"], NAME), *alternates(row["other_names"])]
        known = row["id"].isdigit()  # a GeoNames id
        yield Place(
            number=int(row["id"]) if known else _REGIONS - order,
            own_id=None if known else row["id"],
            name=row["name"],
            kind=row["kind"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            country=row["country"] or None,
            keys=filed([*names, *demonyms(row["adjectives"])]),
        )


def read_sites(rows: Sequence[Row], targets: Targets) -> Iterator[Place]:
    """Well-known sites with the town that each lies in or near.

    Raises:
        ValueError: if there is no such town near the site.
    """
    for order, row in enumerate(rows, 1):
        lat, lon = float(row["lat"]), float(row["lon"])
        town = targets.nearest("town", row["country"], row["town"], lat, lon)
        if row["town"] and (town is None or distance_km(town, lat, lon) > _FARTHEST_TOWN_KM):
            raise ValueError(f"sites.csv: {row['name']}: no town {row['town']} near it")
        names = [(row["name"], NAME), *alternates(row["other_names"])]
        yield _site(
            _SITES - order, row["id"], names, point=(lat, lon), country=row["country"], town=town
        )


def read_airports(rows: Sequence[Row], targets: Targets) -> Iterator[Place]:
    """International airports, also without that word: 'Kabul (International) Airport'."""
    for order, row in enumerate(rows, 1):
        if not is_airport(row):
            continue
        lat, lon = float(row["lat"]), float(row["lon"])
        town = targets.nearest("town", row["country"], row["city"], lat, lon)
        if town is not None and distance_km(town, lat, lon) > _FARTHEST_TOWN_KM:
            town = None
        short = row["name"].replace(" International", "")
        names = [(row["name"], NAME), *alternates(short)]
        number, own_id = _AIRPORTS - order, f"airport:{row['icao']}"
        yield _site(number, own_id, names, point=(lat, lon), country=row["country"], town=town)


def is_airport(row: Row) -> bool:
    """Whether news can name an airport of the package: it has 28,000, most of them strips."""
    return bool(row["iata"]) and "International" in row["name"] and bool(row["city"])


def read_historical(rows: Sequence[Row]) -> Iterator[Place]:
    """States that are no more, as places of their own."""
    for order, row in enumerate(rows, 1):
        if not row["target"]:
            keys = filed([(row["name"], NAME), *alternates(row["other_names"])])
            adjectives = filed(demonyms(row["demonyms"]))
            yield Place(
                number=_HISTORICAL - order,
                own_id=row["id"],
                name=row["name"],
                kind="region",
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                country=None,
                keys=[*keys, *adjectives],
                dated=[(key, row["from"], row["to"]) for key, _ in [*keys, *adjectives]],
            )


def add_historical(rows: Sequence[Row], targets: Targets) -> list[Place]:
    """Give renamed places their former names with the years; returns the places changed.

    Raises:
        ValueError: if a name points to no place.
    """
    changed = []
    for row in rows:
        if row["target"]:
            place = _target(targets, "historical.csv", row["kind"], row["country"], row["target"])
            keys = filed([*alternates(row["name"]), *alternates(row["other_names"])])
            keys += filed(demonyms(row["demonyms"]))
            place.keys += keys
            place.dated += [(key, row["from"], row["to"]) for key, _ in keys]
            changed.append(place)
    return changed


def add_aliases(rows: Sequence[Row], targets: Targets) -> list[Place]:
    """Give places abbreviations, spellings and adjectives; returns the places changed.

    Raises:
        ValueError: if an alias points to no place.
    """
    changed = []
    for row in rows:
        place = _target(targets, "aliases.csv", row["kind"], row["country"], row["target"])
        names = demonyms(row["names"]) if row["form"] == "demonym" else alternates(row["names"])
        place.keys += filed(names)
        changed.append(place)
    return changed


def wanted(tables: Mapping[str, Sequence[Row]], airports: Iterable[Row]) -> set[Wanted]:
    """All places that our tables point to, as kind, country and key."""
    pointers = {
        (row["kind"], row["country"], file_key(row["target"]))
        for name in ("aliases.csv", "historical.csv")
        for row in tables[name]
        if row["target"]
    }
    sites = {("town", row["country"], file_key(row["town"])) for row in tables["sites.csv"]}
    served = {("town", r["country"], file_key(r["city"])) for r in airports if is_airport(r)}
    return pointers | sites | served


def _target(targets: Targets, table: str, kind: str, country: str, name: str) -> Place:
    place = targets.largest(kind, country, name)
    if place is None:
        raise ValueError(f"{table}: no {kind} {name} in {country}")
    return place


def _site(
    number: int,
    own_id: str,
    names: Sequence[tuple[str, int]],
    *,
    point: tuple[float, float],
    country: str,
    town: Place | None,
) -> Place:
    """A site under its names, the first of which is shown."""
    return Place(
        number=number,
        own_id=own_id,
        name=names[0][0],
        kind="site",
        lat=point[0],
        lon=point[1],
        country=country,
        province=town.province if town else None,
        district=town.district if town else None,
        town=town.number if town else None,
        keys=filed(names, longest=_LONGEST_SITE),
    )
