"""What word lists and registries know of names, and of words that are none; each is read once."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from reportedly.data_files import lexicon_file, read_lines

Phrase = tuple[str, ...]

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BESIDE = re.compile(r"\s*\([^)]*\)")  # "National Liberation Army (Colombia)"


def lower_case_words() -> frozenset[str]:
    """Words that are no names, written small."""
    return _listed("lower_case_words.txt")


def given_names() -> frozenset[str]:
    """Given names of many countries, written small."""
    return _listed("given_names.txt")


def given_names_of_women() -> frozenset[str]:
    """Given names that only women bear, written small."""
    return _listed("given_names_of_women.txt")


def given_names_of_men() -> frozenset[str]:
    """Given names that only men bear, written small."""
    return _listed("given_names_of_men.txt")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(read_lines(lexicon_file(name)))


@cache
def known_initials() -> frozenset[str]:
    """Initials by which the registry of actors knows a body."""
    names = _registered("organisations.csv", "name", "aliases")
    return frozenset(n for n in names if n.isascii() and n.isalpha() and n.isupper())


@cache
def registered_names() -> tuple[Phrase, ...]:
    """Names of several words in the registries of actors and countries, folded."""
    states = _long(_registered("countries.csv", "name", "other_names"))
    return tuple(sorted({*registered_bodies(), *states}))


@cache
def registered_bodies() -> tuple[Phrase, ...]:
    """Names of several words in the registry of actors, folded."""
    return _long(_registered("organisations.csv", "name", "aliases"))


def by_first_word(phrases: Iterable[Phrase]) -> dict[str, list[Phrase]]:
    """Phrases by the word that they begin with."""
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], []).append(phrase)
    return found


def _long(names: Iterable[str]) -> tuple[Phrase, ...]:
    phrases = {phrase_of(_BESIDE.sub("", name)) for name in names}
    return tuple(sorted(p for p in phrases if len(p) > 1))


def _registered(file: str, *columns: str) -> Iterator[str]:
    """The names in some columns of a registry of actors."""
    path = files("reportedly.data") / "registries" / "actors" / file
    for row in csv.DictReader(path.read_text("utf-8").splitlines()):
        for column in columns:
            yield from (row[column] or "").split("|")


def phrase_of(name: str) -> Phrase:
    """The folded words of a name, without the article before it."""
    words = [folded(w) for w in WORD.findall(name)]
    return tuple(words[1:] if words[:1] == ["the"] else words)


def folded(word: str) -> str:
    """A word small and without accents."""
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace("’", "'")


def stem(word: str) -> str:
    """A word without what an apostrophe adds: "Arvan’s"."""
    return re.split("['’]", word, maxsplit=1)[0]
