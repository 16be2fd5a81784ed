"""The registry of outlets: who stands behind an address or a name, and no judgement of them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reportedly.data_files import cell_entries
from reportedly.errors import DataError
from reportedly.extract.identity import host_of

OUTLETS_FILE = Path(__file__).parents[1] / "data" / "registries" / "outlets" / "outlets.csv"
KINDS = (
    "agency", "newspaper", "magazine", "broadcaster", "website", "government", "organisation",
    "party", "fact-checker",
)  # fmt: skip
COLUMNS = (
    "id", "name", "domains", "aliases", "country", "language", "kind", "side", "owner", "source",
)  # fmt: skip
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher of news. `side` and `owner` stand only beside a `source` that was read."""

    outlet_id: str
    name: str
    domains: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    country: str | None = None  # ISO 3166-1 alpha-2, None for international ones
    language: str | None = None
    kind: str = "website"
    side: str | None = None
    owner: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class OutletRegistry:
    """Outlets, found by the host of an address or by a name."""

    outlets: tuple[Outlet, ...]

    def by_url(self, url: str | None) -> Outlet | None:
        """The outlet of an address: that of its host or of a domain above it."""
        host = host_of(url)
        while host:
            if host in self._by_domain:
                return self._by_domain[host]
            host = host.partition(".")[2]
        return None

    def by_name(self, name: str | None) -> Outlet | None:
        """The outlet of a name or alias, whatever its capitals and article."""
        return self._by_name.get(_key(name)) if name else None

    def is_agency(self, name: str | None) -> bool:
        """Whether a name is that of a news agency in the registry."""
        outlet = self.by_name(name)
        return outlet is not None and outlet.kind == "agency"

    @cached_property
    def _by_domain(self) -> dict[str, Outlet]:
        return {d: outlet for outlet in self.outlets for d in outlet.domains}

    @cached_property
    def _by_name(self) -> dict[str, Outlet]:
        return {
            _key(name): outlet
            for outlet in reversed(self.outlets)
            for name in (*outlet.aliases, outlet.name)
        }


def _key(name: str) -> str:
    return _ARTICLE.sub("", " ".join(name.casefold().split()))


def load_outlets(path: Path = OUTLETS_FILE) -> OutletRegistry:
    """Read the registry, whose format the README beside it describes.

    Raises:
        DataError: if the file breaks its format; the message names the first faults.
    """
    faults = check_outlets(path)
    if faults:
        raise DataError("; ".join(faults[:3]))
    return OutletRegistry(outlets=tuple(_outlet(row) for _, row in _rows(path)))


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        for row in reader:
            # columns that are missing or too many are faults, not crashes
            yield reader.line_num, {key: row.get(key) or "" for key in COLUMNS}


def _outlet(row: dict[str, str]) -> Outlet:
    return Outlet(
        outlet_id=row["id"],
        name=row["name"],
        domains=cell_entries(row["domains"]),
        aliases=cell_entries(row["aliases"]),
        country=row["country"] or None,
        language=row["language"] or None,
        kind=row["kind"],
        side=row["side"] or None,
        owner=row["owner"] or None,
        source=row["source"] or None,
    )


def check_outlets(path: Path = OUTLETS_FILE) -> list[str]:
    """Faults of the registry file, one line each; empty where it is sound."""
    faults: list[str] = []
    seen: dict[str, str] = {}  # id, domain or name → the id of the outlet that has it
    for line, row in _rows(path):
        where = f"{path.name}:{line} {row['id'] or '(no id)'}"
        faults += [f"{where}: {fault}" for fault in _faults(row)]
        names = dict.fromkeys(_key(name) for name in (row["name"], *cell_entries(row["aliases"])))
        keys = [f"id {row['id']}", *(f"domain {d}" for d in cell_entries(row["domains"]))]
        keys += [f"name {name}" for name in names]
        faults += [f"{where}: {key} stands already at {seen[key]}" for key in keys if key in seen]
        seen.update(dict.fromkeys(keys, row["id"]))
    return faults


def _faults(row: dict[str, str]) -> Iterator[str]:
    """What is wrong with one row by itself."""
    if not _ID.fullmatch(row["id"]):
        yield "id must be words of a-z and 0-9 joined by '-'"
    if not row["name"]:
        yield "no name"
    if row["kind"] not in KINDS:
        yield f"kind '{row['kind']}' is none of {', '.join(KINDS)}"
    if row["country"] and not re.fullmatch(r"[A-Z]{2}", row["country"]):
        yield f"country '{row['country']}' is no ISO 3166-1 code"
    if row["language"] and not re.fullmatch(r"[a-z]{2}", row["language"]):
        yield f"language '{row['language']}' is no ISO 639-1 code"
    if (row["side"] or row["owner"]) and not row["source"]:
        yield "side and owner need a source that was read"
    for domain in cell_entries(row["domains"]):
        if not _DOMAIN.fullmatch(domain) or domain.startswith("www."):
            yield f"'{domain}' is no domain in lower case without 'www.'"
