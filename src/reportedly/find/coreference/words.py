"""Words that tell what a noun phrase can denote, from data/lexicons/en/coreference.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from reportedly.data_files import read_lexicon
from reportedly.parse import Token

_LISTS = {
    "organisations": (
        "heads",
        "names",
        "generic",
        "state",
        "outlets",
        "firms",
        "firm_names",
        "papers",
        "devices",
    ),
    "groups": ("collective", "heads", "affiliates"),
    "persons": ("public", "roles", "titles", "kin"),
    "gender": ("feminine", "masculine"),
    "verbs": ("acting", "speaking"),
}


class Registry(Protocol):
    """What coreference needs of an actor registry: two names of one entry are one actor."""

    def lookup(self, name: str, /) -> object | None:
        """The entry of a name, None where there is none."""
        ...  # pragma: no cover

    def is_demonym(self, word: str, /) -> bool:
        """Whether a word tells whose or from where: 'Kenyan'."""
        ...  # pragma: no cover


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreferenceWords:
    """Lower-case word lists; see coreference.md beside the data."""

    organisations: frozenset[str]
    bodies: frozenset[str]  # organisations, and heads of names only
    generic: frozenset[str]
    state: frozenset[str]
    outlets: frozenset[str]
    firms: frozenset[str]  # "the company"
    firm_names: frozenset[str]  # words of their names: "Ltd", "Mining"
    papers: frozenset[str]  # "the newspaper"
    devices: frozenset[str]  # acronyms of things: "IED"
    collective: frozenset[str]
    groups: frozenset[str]
    affiliates: frozenset[str]
    public: frozenset[str]
    roles: frozenset[str]  # public ones included
    titles: frozenset[str]
    kin: frozenset[str]  # "his wife"
    feminine: frozenset[str]
    masculine: frozenset[str]
    acting: frozenset[str]
    speaking: frozenset[str]

    def leads_to_name(self, token: Token, behind: int, opening: int) -> bool:
        """Whether the first word of a name is none of it: "Mr Roe", "*Lawyer* Ana Roe was shot".

        Args:
            token: the first word that the parser took for the name's.
            behind: how many words of the name follow.
            opening: the first token of the sentence, where every word has a capital.
        """
        word = token.text.rstrip(".").casefold()
        role = word in self.roles or word.removesuffix("s") in self.roles
        opens = token.index == opening and token.name == "PERSON" and behind > 1
        return word in self.titles or (opens and role)


@cache
def load_coreference_words() -> CoreferenceWords:
    """Read the shipped word lists."""
    data = read_lexicon("coreference.toml")

    def words(table: str, key: str) -> frozenset[str]:
        return frozenset(data[table][key])

    return CoreferenceWords(
        organisations=words("organisations", "heads"),
        bodies=words("organisations", "heads") | words("organisations", "names"),
        generic=words("organisations", "generic"),
        state=words("organisations", "state"),
        outlets=words("organisations", "outlets"),
        firms=words("organisations", "firms"),
        firm_names=words("organisations", "firm_names"),
        papers=words("organisations", "papers"),
        devices=words("organisations", "devices"),
        collective=words("groups", "collective"),
        groups=words("groups", "heads"),
        affiliates=words("groups", "affiliates"),
        public=words("persons", "public"),
        roles=words("persons", "public") | words("persons", "roles"),
        titles=words("persons", "titles"),
        kin=words("persons", "kin"),
        feminine=words("gender", "feminine"),
        masculine=words("gender", "masculine"),
        acting=words("verbs", "acting"),
        speaking=words("verbs", "speaking"),
    )


def check_coreference_words(data: dict[str, Any] | None = None) -> list[str]:
    """One line per fault of coreference.toml (or of its parsed content): table, entry, reason."""
    if data is None:
        data = read_lexicon("coreference.toml")
    faults = [
        f"coreference.toml: {table}.{key}: missing"
        for table, lists in _LISTS.items()
        for key in lists
        if key not in data.get(table, {})
    ]
    for table, content in data.items():
        for key, entries in content.items():
            where = f"coreference.toml: {table}.{key}"
            if key not in _LISTS.get(table, ()):
                faults.append(f"{where}: unknown list")
                continue
            seen: set[str] = set()
            for entry in entries:
                if entry != entry.lower():
                    faults.append(f"{where}: {entry!r} is not lower case")
                if entry in seen:
                    faults.append(f"{where}: {entry!r} stands twice")
                seen.add(entry)
    return faults
