"""Words that tell what a text uses a place name for, read from ``data/gazetteer/cues.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportedly.errors import DataError

Words = frozenset[str]
_ENGLISH = {
    "units": ("town", "district", "province", "water"),
    "heads": ("building", "named_site", "road", "street", "event", "organisation"),
    "people": ("titles", "origin"),
    "acting": ("verbs", "nouns"),
    "town": ("municipal", "served"),
    "striking": ("verbs", "nouns"),
    "common": ("words",),
}
_PLAIN = ("locative", "unit_before", "road_before", "organisation_before", "common")


@dataclass(frozen=True, slots=True, kw_only=True)
class EnglishCues:
    """Word lists for parsed English; all in lower case."""

    locative: Words
    locative_nouns: Words
    unit_levels: Mapping[str, Words]  # 'province' to the levels that it can name
    building: Words
    named_site: Words
    road: Words
    street: Words
    event: Words
    organisation: Words
    titles: Words
    origin: Words  # people who are said to be from a place
    acting_verbs: Words
    acting_nouns: Words
    municipal: Words  # what a town has: 'X's streets'
    served: Words  # what a bare name stands before: 'X police'
    striking_verbs: Words  # 'rocked X'
    striking_nouns: Words  # what rocks a town, beside events
    common: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainCues:
    """Word lists for a language that is read without syntax."""

    locative: Words
    unit_before: Words
    road_before: Words
    organisation_before: Words
    common: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCues:
    """All word lists; `plain` is keyed by ISO 639-1 code."""

    english: EnglishCues
    plain: Mapping[str, PlainCues]


def load_cues(path: Path) -> PlaceCues:
    """The word lists of a file.

    Raises:
        DataError: if the file breaks its format; the message has all faults.
    """
    faults = check_cues(path)
    if faults:
        raise DataError("; ".join(faults))
    data = tomllib.loads(path.read_text("utf-8"))
    english = data.pop("en")
    levels: dict[str, Words] = {}
    for level, words in english["units"].items():
        for word in words:
            levels[word] = levels.get(word, frozenset()) | {level}
    heads = {name: frozenset(words) for name, words in english["heads"].items()}
    return PlaceCues(
        english=EnglishCues(
            locative=frozenset(english["locative"]),
            locative_nouns=frozenset(english["locative_nouns"]),
            unit_levels=levels,
            building=heads["building"],
            named_site=heads["named_site"],
            road=heads["road"],
            street=heads["street"],
            event=heads["event"],
            organisation=heads["organisation"],
            titles=frozenset(english["people"]["titles"]),
            origin=frozenset(english["people"]["origin"]),
            acting_verbs=frozenset(english["acting"]["verbs"]),
            acting_nouns=frozenset(english["acting"]["nouns"]),
            municipal=frozenset(english["town"]["municipal"]),
            served=frozenset(english["town"]["served"]),
            striking_verbs=frozenset(english["striking"]["verbs"]),
            striking_nouns=frozenset(english["striking"]["nouns"]),
            common=frozenset(english["common"]["words"]),
        ),
        plain={
            language: PlainCues(**{name: frozenset(lists[name]) for name in _PLAIN})
            for language, lists in data.items()
        },
    )


def check_cues(path: Path) -> list[str]:
    """One line for each fault of a file of word lists, with file and entry."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        return [f"{path.name}: {error}"]
    if "en" not in data:
        return [f"{path.name}: no section [en]"]
    found: list[tuple[str, object]] = []
    for language, lists in data.items():
        if language != "en":
            found += [(f"{language}.{name}", lists.get(name)) for name in _PLAIN]
            continue
        for name in ("locative", "locative_nouns"):
            found.append((f"en.{name}", lists.get(name)))
        for group, names in _ENGLISH.items():
            section = lists.get(group, {})
            found += [(f"en.{group}.{name}", section.get(name)) for name in names]
    faults = []
    for where, words in found:
        if not isinstance(words, list) or not words:
            faults.append(f"{path.name}: {where}: no list of words")
            continue
        faults += [
            f"{path.name}: {where}: {word!r} is not a word in lower case"
            for word in words
            if not isinstance(word, str) or word != word.strip().lower() or not word
        ]
    return faults
