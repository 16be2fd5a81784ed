"""The words of counts, read from data/lexicons/en/counts.toml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from reportedly.data_files import read_lexicon
from reportedly.errors import DataError
from reportedly.records import CountKind

Bound = Literal["exact", "low", "high"]
KINDS: tuple[CountKind, ...] = get_args(CountKind)
_LISTS = (
    "nouns",
    "adjectives",
    "object_verbs",
    "subject_verbs",
    "of_nouns",
    "cues",
    "phrases",
    "life_verbs",
)
_VERB_LISTS = ("object_verbs", "subject_verbs")

# Verbs by their lemma, each with the sets of words that must hang on it; none for a bare verb.
VerbWords = Mapping[str, tuple[frozenset[str], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindWords:
    """Words that show what a number counts: all are lemmas but for the phrases."""

    nouns: frozenset[str]  # the counted word itself: nine bodies
    adjectives: frozenset[str]  # beside the number: three dead
    object_verbs: VerbWords  # who undergoes is counted: killed three, took three away
    subject_verbs: VerbWords  # who acts is counted: three died, three lay dead
    life_verbs: frozenset[str]  # of lives: took 23 lives
    of_nouns: frozenset[str]  # before 'of': the killing of five
    cues: frozenset[str]  # before a number without noun: the toll to 41
    phrases: tuple[tuple[str, ...], ...]  # after the number: 400 people stopped work


@dataclass(frozen=True, slots=True, kw_only=True)
class CountLexicon:
    """All words of the file."""

    bounds: Mapping[tuple[str, ...], Bound]
    bounds_behind: Mapping[tuple[str, ...], Bound]
    open: Mapping[str, tuple[tuple[str, ...], ...]]  # by first word, longest first
    none: Mapping[str, tuple[tuple[str, ...], ...]]
    shares: frozenset[str]  # half of the town's 900 teachers
    harm: frozenset[str]  # of which there are none where nobody was hurt: no casualties
    exact: Mapping[str, Mapping[tuple[str, ...], int]]  # by first word: half a dozen
    people: frozenset[str]
    person_endings: tuple[str, ...]
    living: frozenset[str]  # verbs that befall people and animals alone
    groups: Mapping[str, int]  # a couple is two
    kin: frozenset[str]  # a husband and wife: one article for both; a mother of four: her children
    bodies: frozenset[str]  # a group of 60: what it does the 60 do
    keepers: frozenset[str]  # who is at a march to keep order is none of its crowd
    holding: frozenset[str]  # began a strike
    things: frozenset[str]
    kinds: Mapping[CountKind, KindWords]
    giving_verbs: frozenset[str]
    number_nouns: frozenset[str]
    reckonings: frozenset[str]  # by city hall's count
    cumulative_verbs: frozenset[str]
    changing_verbs: frozenset[str]  # the toll fell from 31 to 27
    cumulative_phrases: tuple[tuple[str, ...], ...]

    def is_person(self, lemma: str) -> bool:
        """Whether a noun names people."""
        if lemma in self.people:
            return True
        return lemma not in self.things and lemma.endswith(self.person_endings)


def verb_fits(verbs: VerbWords, lemma: str, hanging: frozenset[str]) -> bool:
    """Whether a verb stands in a list, with one of the sets of words that must hang on it."""
    return any(needed <= hanging for needed in verbs.get(lemma, ()))


@cache
def load_count_lexicon() -> CountLexicon:
    """The shipped words; read once, and never changed after that.

    Raises:
        DataError: if the file breaks its format.
    """
    data = read_lexicon("counts.toml")
    try:
        return _lexicon(data)
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(f"counts.toml: {error!r}") from error


def check_count_lexicon() -> list[str]:
    """One line for each fault of the shipped file: section, word, what is wrong."""
    try:
        data = read_lexicon("counts.toml")
        _lexicon(data)
    except (DataError, KeyError, TypeError, ValueError) as error:
        return [f"counts.toml: {error!r}"]
    return [f"counts.toml: {line}" for line in _faults(data)]


def _faults(data: Mapping[str, Any]) -> Iterator[str]:
    seen: dict[tuple[str, str], str] = {}
    for kind in KINDS:
        for name in _LISTS:
            for word in data[kind][name]:
                if word != word.lower():
                    yield f"[{kind}] {name}: '{word}' must be lower case"
                before = seen.setdefault((name, word), kind)
                if before != kind:
                    yield f"[{kind}] {name}: '{word}' stands under [{before}] too"
    both = set(data["people"]["words"]) & set(data["people"]["things"])
    for word in sorted(both):
        yield f"[people] '{word}' is both a person and a thing"


def _lexicon(data: Mapping[str, Any]) -> CountLexicon:
    bounds: dict[tuple[str, ...], Bound] = {}
    for bound in get_args(Bound):
        bounds |= {tuple(phrase.split()): bound for phrase in data["bounds"][bound]}
    behind: dict[tuple[str, ...], Bound] = {}
    for side in get_args(Bound):
        listed = data["bounds_behind"].get(side, ())
        behind |= {tuple(phrase.split()): side for phrase in listed}
    exact: dict[str, dict[tuple[str, ...], int]] = {}
    for phrase, number in data["exact"].items():
        words = tuple(phrase.split())
        exact.setdefault(words[0], {})[words] = number
    kinds: dict[CountKind, KindWords] = {}
    for kind in KINDS:
        apart = ("phrases", *_VERB_LISTS)
        lists = {name: frozenset(data[kind][name]) for name in _LISTS if name not in apart}
        kinds[kind] = KindWords(
            phrases=_phrases(data[kind]["phrases"]),
            object_verbs=_verbs(data[kind]["object_verbs"]),
            subject_verbs=_verbs(data[kind]["subject_verbs"]),
            **lists,
        )
    return CountLexicon(
        bounds=bounds,
        bounds_behind=behind,
        open=_by_first(_phrases(data["open"]["words"])),
        none=_by_first(_phrases(data["none"]["words"])),
        shares=frozenset(data["open"]["shares"]),
        harm=frozenset(data["none"]["harm"]),
        exact=exact,
        people=frozenset(data["people"]["words"]),
        person_endings=tuple(data["people"]["endings"]),
        living=frozenset(data["people"]["living"]),
        groups=dict(data["people"]["groups"]),
        kin=frozenset(data["people"]["kin"]),
        bodies=frozenset(data["people"]["bodies"]),
        keepers=frozenset(data["people"]["keepers"]),
        holding=frozenset(data["crowd"]["holding_verbs"]),
        things=frozenset(data["people"]["things"]),
        kinds=kinds,
        giving_verbs=frozenset(data["giving"]["verbs"]),
        number_nouns=frozenset(data["giving"]["number_nouns"]),
        reckonings=frozenset(data["giving"]["reckonings"]),
        cumulative_verbs=frozenset(data["cumulative"]["verbs"]),
        changing_verbs=frozenset(data["cumulative"]["changing"]),
        cumulative_phrases=_phrases(data["cumulative"]["phrases"]),
    )


def _verbs(listed: list[str]) -> VerbWords:
    found: dict[str, list[frozenset[str]]] = {}
    for entry in listed:
        verb, *hanging = entry.split()
        found.setdefault(verb, []).append(frozenset(hanging))
    return {verb: tuple(needed) for verb, needed in found.items()}


def _by_first(
    phrases: tuple[tuple[str, ...], ...],
) -> dict[str, tuple[tuple[str, ...], ...]]:
    firsts = {phrase[0] for phrase in phrases}
    return {first: tuple(p for p in phrases if p[0] == first) for first in sorted(firsts)}


def _phrases(listed: list[str]) -> tuple[tuple[str, ...], ...]:
    """Phrases as words, the longest first."""
    split = {tuple(phrase.split()) for phrase in listed}
    return tuple(sorted(split, key=lambda words: (-len(words), words)))
