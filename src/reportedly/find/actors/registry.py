"""Known organisations and countries, from the tables in data/registries/actors."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from typing import cast, get_args

from reportedly.data_files import cell_entries
from reportedly.errors import DataError
from reportedly.find.actors.sectors import SectorWords, load_sector_words
from reportedly.records import ActorKind

_FOLDER = "data/registries/actors"
_ORGANISATION_KEYS = ["id", "name", "aliases", "kind", "sectors", "country", "from", "to"]
_COUNTRY_KEYS = ["code", "name", "other_names", "demonyms", "capital", "seats"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """An organisation of the registry; `first` and `last` are years, None where open."""

    registry_id: str
    name: str  # what the organisation calls itself in English
    aliases: tuple[str, ...]
    kind: ActorKind
    sectors: tuple[str, ...]
    country: str | None
    first: int | None
    last: int | None

    def existed(self, on: date | None) -> bool:
        """Whether the organisation existed on a day; an unknown day excludes nothing."""
        if on is None:
            return True
        after = self.first is None or self.first <= on.year
        return after and (self.last is None or on.year <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country with the words by which texts name it, its people and its government."""

    code: str  # ISO 3166-1 alpha-2
    name: str
    other_names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]  # 'Kremlin': stands for the government

    @property
    def government(self) -> str:
        """The neutral name of its government."""
        return f"Government of {self.name}"


@dataclass(frozen=True)
class ActorRegistry:
    """Look-ups by name; single words are compared with their capitals, longer names without."""

    actors: tuple[KnownActor, ...]
    countries: tuple[Country, ...]
    sectors: SectorWords

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[KnownActor, ...]]:
        found: dict[str, list[KnownActor]] = {}
        for actor in self.actors:
            for name in dict.fromkeys(_key(n) for n in (actor.name, *actor.aliases)):
                found.setdefault(name, []).append(actor)
        return {name: tuple(actors) for name, actors in found.items()}

    @cached_property
    def _countries(self) -> Mapping[str, Country]:
        found: dict[str, Country] = {}
        for country in self.countries:
            for name in (country.name, *country.other_names, *country.demonyms):
                found.setdefault(name.casefold(), country)
        return found

    @cached_property
    def _demonyms(self) -> frozenset[str]:
        return frozenset(d.casefold() for c in self.countries for d in c.demonyms)

    @cached_property
    def _peoples(self) -> frozenset[str]:
        """Demonyms that take a plural: 'kenyans'; not 'french'."""
        return frozenset(f"{d.casefold()}s" for c in self.countries for d in c.demonyms)

    @cached_property
    def _seats(self) -> Mapping[str, Country]:
        return {seat.casefold(): c for c in self.countries for seat in c.seats}

    @cached_property
    def _codes(self) -> Mapping[str, Country]:
        return {country.code: country for country in self.countries}

    def lookup(self, name: str, /, on: date | None = None) -> KnownActor | None:
        """The organisation of a name, on a day if given; None where none or several fit."""
        fitting = [a for a in self._by_name.get(_key(name), ()) if a.existed(on)]
        return fitting[0] if len(fitting) == 1 else None

    def country_of(self, word: str) -> Country | None:
        """The country that a name or demonym means: 'Kenya', 'Kenyan', 'Kenyans'."""
        low = word.casefold()
        found = self._countries.get(low)
        if found is None and low.endswith("s"):
            found = self._countries.get(low[:-1])
        return found

    def is_people(self, word: str) -> bool:
        """Whether a word means people of a country and not the country: 'Kenyans'."""
        return word.casefold() in self._peoples

    def is_demonym(self, word: str, /) -> bool:
        """Whether a word tells whose or from where: 'Kenyan'."""
        return word.casefold() in self._demonyms

    def country_by_code(self, code: str | None) -> Country | None:
        """The country of an ISO code."""
        return self._codes.get(code or "")

    def seat_of(self, words: str) -> Country | None:
        """The country whose government a palace or street stands for: 'Kremlin'."""
        return self._seats.get(words.casefold())


def load_actor_registry() -> ActorRegistry:
    """Read the shipped tables.

    Raises:
        DataError: if a table breaks the format of its README.
    """
    folder = resources.files("reportedly").joinpath(_FOLDER)
    return ActorRegistry(
        actors=tuple(_actor(r) for r in _rows(folder, "organisations.csv", _ORGANISATION_KEYS)),
        countries=tuple(_country(r) for r in _rows(folder, "countries.csv", _COUNTRY_KEYS)),
        sectors=load_sector_words(),
    )


def _key(name: str) -> str:
    plain = " ".join(name.replace("’", "'").split())
    if "(" in plain and ")" not in plain:
        plain = plain[: plain.index("(")].rstrip()  # 'European Union (EU': cut in the middle
    plain = plain.removeprefix("the ").removeprefix("The ")
    return plain.casefold() if " " in plain else plain


def _rows(folder: Traversable, file: str, keys: list[str]) -> list[dict[str, str]]:
    text = folder.joinpath(file).read_text("utf-8")
    reader = csv.DictReader(text.splitlines())
    if reader.fieldnames != keys:
        raise DataError(f"{file}: columns must be {', '.join(keys)}")
    rows = list(reader)
    for row in rows:
        if None in row or None in row.values():
            raise DataError(f"{file}: {row[keys[0]]}: wrong number of columns")
    return rows


def _actor(row: dict[str, str]) -> KnownActor:
    where = f"organisations.csv: {row['id']}"
    if row["kind"] not in get_args(ActorKind):
        raise DataError(f"{where}: unknown kind {row['kind']!r}")
    return KnownActor(
        registry_id=row["id"],
        name=row["name"],
        aliases=cell_entries(row["aliases"]),
        kind=cast("ActorKind", row["kind"]),
        sectors=cell_entries(row["sectors"]),
        country=row["country"] or None,
        first=_year(row["from"], where),
        last=_year(row["to"], where),
    )


def _country(row: dict[str, str]) -> Country:
    return Country(
        code=row["code"],
        name=row["name"],
        other_names=cell_entries(row["other_names"]),
        demonyms=cell_entries(row["demonyms"]),
        capitals=cell_entries(row["capital"]),
        seats=cell_entries(row["seats"]),
    )


def _year(cell: str, where: str) -> int | None:
    if not cell:
        return None
    if not cell.isdigit():
        raise DataError(f"{where}: {cell!r} is no year")
    return int(cell)
