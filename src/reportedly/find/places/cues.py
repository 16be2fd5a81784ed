"""Words that tell what a text uses a place name for, read from ``data/gazetteer/cues.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportedly.data_files import read_toml
from reportedly.errors import DataError

Words = frozenset[str]
_ENGLISH = {
    "units": ("town", "district", "local", "province", "water"),
    "heads": (
        "building",
        "named_site",
        "named_for",
        "vague",
        "branch",
        "branch_level",
        "road",
        "street",
        "unsure_street",
        "highway",
        "landscape",
        "landscape_before",
        "event",
        "organisation",
        "namesake",
        "named_behind",
        "of_states",
        "civic",
    ),
    "people": ("titles", "origin", "kin", "descent", "churches"),
    "acting": ("verbs", "nouns", "dealing", "dealt_with", "sporting"),
    "town": ("municipal", "served", "joined"),
    "street": ("before", "of"),
    "striking": ("verbs", "nouns", "assailing", "assailants", "assaults"),
    "common": ("words", "towns"),
}
_PLAIN = (
    "locative", "unit_before", "road_before", "organisation_before", "namesake_before", "acting",
    "common",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class EnglishCues:
    """Word lists for parsed English; all in lower case."""

    locative: Words
    locative_nouns: Words
    unit_levels: Mapping[str, Words]  # 'province' to the levels that it can name
    building: Words
    named_site: Words
    named_for: Words  # sites that bear the name of a village: 'X forest', 'X Police Station'
    vague: Words  # 'the X area', 'a X home': no sites
    branches: Words  # parts of a movement, named for where they are: 'X area committee'
    branch_levels: Words
    road: Words
    street: Words
    unsure_street: Words  # streets only where the words before say so: 'Lane'
    street_before: Words
    street_of: Words  # before 'of' and a street: 'the corner of'
    highway: Words  # before a number
    landscape: Words  # behind a name: 'X Creek'
    landscape_before: Words  # before a name: 'Lake X'
    event: Words
    organisation: Words
    namesake: Words  # bodies whose names hardly tell where they are: 'X Times'
    named_behind: Words  # what bears the name behind it: 'the newspaper X'
    of_states: Words  # what a state has abroad: 'a US base'
    civic: Words  # what stands capitalised behind a town that it serves: 'X Fire Chief'
    titles: Words
    origin: Words  # people who are said to be from a place
    kin: Words  # 'his son, X'
    descent: Words  # 'African-American' is no person from America
    acting_verbs: Words
    acting_nouns: Words
    dealt_with: Words  # what one does to a government
    dealing_verbs: Words  # what one does 'with X', a government
    sporting_verbs: Words  # 'Arvan beat Belt': teams
    churches: Words  # 'the church of St. X': a saint, no town
    municipal: Words  # what a town has: 'X's streets'
    served: Words  # what a bare name stands before: 'X police'
    joined: Words  # what a hyphen joins to a place: 'X-based'
    striking_verbs: Words  # 'rocked X'
    striking_nouns: Words  # what rocks a town, beside events
    assailing: Words  # what armed sides do to a town: 'raided X'
    assailants: Words
    assaults: Words  # 'an attack on X'
    common: Words
    common_towns: Words  # of these, towns of some size: "in X" is the town


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainCues:
    """Word lists for a language that is read without syntax."""

    locative: Words
    unit_before: Words
    road_before: Words
    organisation_before: Words  # what stands in or serves a place: 'University of X'
    namesake_before: Words  # what tells little of where it is: 'the X newspaper'
    acting: Words  # what a capital does as a government, as the text has it
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
    data = read_toml(path)
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
            named_for=heads["named_for"],
            vague=heads["vague"],
            branches=heads["branch"],
            branch_levels=heads["branch_level"],
            road=heads["road"],
            street=heads["street"],
            unsure_street=heads["unsure_street"],
            street_before=frozenset(english["street"]["before"]),
            street_of=frozenset(english["street"]["of"]),
            highway=heads["highway"],
            landscape=heads["landscape"],
            landscape_before=heads["landscape_before"],
            event=heads["event"],
            organisation=heads["organisation"],
            namesake=heads["namesake"],
            named_behind=heads["named_behind"],
            of_states=heads["of_states"],
            civic=heads["civic"],
            titles=frozenset(english["people"]["titles"]),
            origin=frozenset(english["people"]["origin"]),
            kin=frozenset(english["people"]["kin"]),
            descent=frozenset(english["people"]["descent"]),
            acting_verbs=frozenset(english["acting"]["verbs"]),
            sporting_verbs=frozenset(english["acting"]["sporting"]),
            acting_nouns=frozenset(english["acting"]["nouns"]),
            dealt_with=frozenset(english["acting"]["dealt_with"]),
            dealing_verbs=frozenset(english["acting"]["dealing"]),
            churches=frozenset(english["people"]["churches"]),
            municipal=frozenset(english["town"]["municipal"]),
            served=frozenset(english["town"]["served"]),
            joined=frozenset(english["town"]["joined"]),
            striking_verbs=frozenset(english["striking"]["verbs"]),
            striking_nouns=frozenset(english["striking"]["nouns"]),
            assailing=frozenset(english["striking"]["assailing"]),
            assailants=frozenset(english["striking"]["assailants"]),
            assaults=frozenset(english["striking"]["assaults"]),
            common=frozenset(english["common"]["words"]),
            common_towns=frozenset(english["common"]["towns"]),
        ),
        plain={
            language: PlainCues(**{name: frozenset(lists[name]) for name in _PLAIN})
            for language, lists in data.items()
        },
    )


def check_cues(path: Path) -> list[str]:
    """One line for each fault of a file of word lists, with file and entry."""
    try:
        data = read_toml(path)
    except DataError as error:
        return [str(error)]
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
