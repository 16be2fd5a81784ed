"""Codebook profiles: what counts, what it is called, and how a value is chosen, as readable data.

A profile is applied when a collection is exported and never when it is read, so the same
collection can be told by several codebooks. Format: data/profiles/README.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from reportedly.data_files import check_toml, read_toml
from reportedly.errors import DataError
from reportedly.records import EventType, Polarity, Precision, Realis
from reportedly.records.vocabulary import Granularity

PROFILES = Path(__file__).parents[1] / "data" / "profiles"
_TYPES = frozenset((*get_args(EventType), ""))  # '' is an event without a PLOVER type
_LACKS = frozenset({"place", "point", "town", "date", "actor"})
_COUNT_RULES = ("lowest", "highest", "median", "first", "side")
_DATE_RULES = ("event", "earliest", "most-precise")
_PLACE_RULES = ("event", "most-precise")
_LIST_CONDITIONS = {
    "types": _TYPES,
    "modes": None,
    "realis": frozenset(get_args(Realis)),
    "polarity": frozenset(get_args(Polarity)),
    "lacks": _LACKS,
    "actors": None,
    "recipients": None,
}


@dataclass(frozen=True, slots=True)
class Condition:
    """What an event must be like; a list fits where it holds the event's value, None always."""

    types: frozenset[str] | None = None
    modes: frozenset[str] | None = None
    realis: frozenset[str] | None = None
    polarity: frozenset[str] | None = None
    retold: bool | None = None
    lacks: frozenset[str] | None = None  # any of these values is absent
    actors: frozenset[str] | None = None  # classes of the first actor (`classes` of the profile)
    recipients: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule: its condition, and the words that it gives or the reason that it states."""

    id: str
    when: Condition
    why: str = ""
    give: Mapping[str, str] = field(default_factory=dict)
    listed: bool = True  # whether what it excludes is told as out of scope


@dataclass(frozen=True, slots=True)
class Join:
    """Two events at one place and day that the codebook counts as one row: the first's."""

    id: str
    first: Condition
    second: Condition
    give: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A codebook; `scope` excludes, `map` names, both by the first rule that fits."""

    name: str
    about: str
    scope: tuple[Rule, ...]
    map: tuple[Rule, ...]
    joins: tuple[Join, ...] = ()
    split_days: bool = False
    classes: Mapping[str, str] = field(default_factory=dict)  # PLOVER sector → class of actor
    class_of_kind: Mapping[str, str] = field(default_factory=dict)  # kind → class, as a fallback
    class_by_type: Mapping[str, str] = field(default_factory=dict)  # of an actor without either
    no_class: str = ""
    time_precision: Mapping[str, str] = field(default_factory=dict)
    place_precision: Mapping[str, str] = field(default_factory=dict)
    number_words: Mapping[str, int] = field(default_factory=dict)
    choose_count: str = "lowest"
    count_side: str | None = None  # whose numbers are taken, where `choose_count` is `side`
    choose_date: str = "event"  # the value that linking chose
    choose_place: str = "event"


def load_profile(path: Path) -> Profile:
    """Read a profile.

    Raises:
        DataError: if it cannot be read, with file, entry and reason in one line.
    """
    faults = check_profile(path)
    if faults:
        raise DataError(faults[0])
    data = read_toml(path)
    actors = data.get("actors", {})
    counts = data.get("counts", {})
    precision = data.get("precision", {})
    return Profile(
        name=data["name"],
        about=data["about"],
        scope=tuple(_rule(row) for row in data.get("scope", ())),
        map=tuple(_rule(row) for row in data["map"]),
        joins=tuple(
            Join(row["id"], _condition(row["first"]), _condition(row["second"]), row["give"])
            for row in data.get("join", ())
        ),
        split_days=data.get("split_days", False),
        classes=actors.get("sectors", {}),
        class_of_kind=actors.get("kinds", {}),
        class_by_type=actors.get("types", {}),
        no_class=actors.get("otherwise", ""),
        time_precision=precision.get("time", {}),
        place_precision=precision.get("place", {}),
        number_words=counts.get("words", {}),
        choose_count=counts.get("choose", "lowest"),
        count_side=counts.get("side"),
        choose_date=precision.get("choose_date", "event"),
        choose_place=precision.get("choose_place", "event"),
    )


def shipped_profile(name: str) -> Profile:
    """A profile that comes with the package."""
    return load_profile(PROFILES / f"{name}.toml")


def check_profile(path: Path) -> list[str]:
    """One line for each fault of a profile, with file and entry."""
    return check_toml(path, _faults)


def check_profiles(folder: Path = PROFILES) -> list[str]:
    """One line for each fault of all profiles in a folder."""
    return [fault for path in sorted(folder.glob("*.toml")) for fault in check_profile(path)]


def _faults(data: Mapping[str, Any]) -> Iterator[str]:
    for key in ("name", "about", "map"):
        if not data.get(key):
            yield f"no {key}"
    known = {"name", "about", "scope", "map", "join", "split_days", "actors", "counts", "precision"}
    yield from (f"unknown entry {key}" for key in data if key not in known)
    seen: set[str] = set()
    for table, needs in (("scope", "why"), ("map", "give"), ("join", "give")):
        for number, row in enumerate(data.get(table, ()), 1):
            where = f"{table} {row.get('id') or number}"
            yield from (f"{where}: {fault}" for fault in _rule_faults(table, needs, row, seen))
    yield from _value_faults(data)


def _rule_faults(table: str, needs: str, row: Mapping[str, Any], seen: set[str]) -> Iterator[str]:
    """Faults of one rule; its id is noted in `seen`."""
    name = row.get("id")
    if not name:
        yield "no id"
    elif name in seen:
        yield "id given twice"
    seen.add(name or "")
    if not row.get(needs):
        yield f"no {needs}"
    conditions = [row] if table != "join" else [row.get("first", {}), row.get("second", {})]
    for condition in conditions:
        yield from _condition_faults(condition)


def _value_faults(data: Mapping[str, Any]) -> Iterator[str]:
    """Faults of actors, counts and precision."""
    counts, precision = data.get("counts", {}), data.get("precision", {})
    for name in data.get("actors", {}).get("types", {}):
        if name not in _TYPES:
            yield f"actors.types: unknown {name!r}"
    choose = counts.get("choose", "lowest")
    if choose not in _COUNT_RULES:
        yield f"counts: choose is one of {', '.join(_COUNT_RULES)}, not {choose!r}"
    if choose == "side" and not counts.get("side"):
        yield 'counts: choose = "side" needs side'
    for key, rules in (("choose_date", _DATE_RULES), ("choose_place", _PLACE_RULES)):
        if precision.get(key, "event") not in rules:
            yield f"precision: {key} is one of {', '.join(rules)}, not {precision[key]!r}"
    for word, number in counts.get("words", {}).items():
        if not isinstance(number, int) or number < 0:
            yield f"counts.words {word}: no number"
    for name, words in (("time", get_args(Granularity)), ("place", get_args(Precision))):
        yield from (f"precision.{name}: no {w}" for w in precision.get(name, {}) if w not in words)


def _condition_faults(row: Mapping[str, Any]) -> Iterator[str]:
    known = {*_LIST_CONDITIONS, "retold", "id", "why", "give", "listed"}
    for key, value in row.items():
        if key not in known:
            yield f"unknown condition {key}"
        allowed = _LIST_CONDITIONS.get(key)
        if key in _LIST_CONDITIONS:
            if not isinstance(value, list):
                yield f"{key} is no list"
            elif allowed is not None:
                yield from (f"{key}: unknown {item!r}" for item in value if item not in allowed)


def _rule(row: Mapping[str, Any]) -> Rule:
    return Rule(
        row["id"], _condition(row), row.get("why", ""), row.get("give", {}), row.get("listed", True)
    )


def _condition(row: Mapping[str, Any]) -> Condition:
    def values(key: str) -> frozenset[str] | None:
        return frozenset(row[key]) if key in row else None

    return Condition(
        types=values("types"),
        modes=values("modes"),
        realis=values("realis"),
        polarity=values("polarity"),
        retold=row.get("retold"),
        lacks=values("lacks"),
        actors=values("actors"),
        recipients=values("recipients"),
    )


def first_fit(rules: Iterable[Rule], fits: Any) -> Rule | None:  # noqa: ANN401
    """The first rule whose condition fits."""
    return next((rule for rule in rules if fits(rule.when)), None)
