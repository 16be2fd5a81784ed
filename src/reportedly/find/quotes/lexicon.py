"""Words that introduce speech, from data/lexicons/*/reporting_verbs.toml and en/media.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast, get_args

from reportedly.data_files import read_lexicon
from reportedly.records import Stance

VerbKind = Literal["speech", "writing", "finding", "order", "belief"]
Form = Literal[
    "quote",
    "clause",
    "infinitive",
    "gerund",
    "noun",
    "finding",
    "number",
    "reports",
    "verdict",
    "person-infinitive",
    "person-of",
    "person-as",
    "question",
    "passive",
]
_PLAIN_LANGUAGES = ("ar", "es", "fa")
_VERB_KEYS = {"id", "kind", "stance", "content", "words"}


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbGroup:
    """Verbs that take the same contents with the same stance."""

    group_id: str
    kind: VerbKind
    stance: Stance
    scoped: bool = True  # False: the content asserts nothing ("wants to go", "asked whether")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainVerbs:
    """Inflected words of a language that is read without syntax."""

    says: tuple[str, ...]
    according: tuple[str, ...]
    slogans: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallWords:
    """Pronouns and determiners by which somebody speaks, or nobody does."""

    parts: frozenset[str]
    unclear: frozenset[str]
    first_person: frozenset[str]
    empty: frozenset[str]
    determiners: frozenset[str]
    particles: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """Carriers of slogans, means of speech and outlets that pass words on."""

    carriers: Mapping[str, str]  # lemma → medium
    shows: frozenset[str]
    cries: frozenset[str]
    cries_alone: frozenset[str]
    calls: frozenset[str]  # loud words of many: "calls of “Shame!”"
    tools: frozenset[str]  # what words are written with: "with chalk"
    means: tuple[tuple[str, str], ...]  # (words, medium), in order of precedence
    relay_heads: frozenset[str]
    relay_names: frozenset[str]
    relay_name_heads: frozenset[str]
    own: frozenset[str]
    shown_in: frozenset[str]  # nouns and verbs before a title in marks: "the programme", "entitled"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingVerbs:
    """All words that `find_quotes` needs; see reporting_verbs.md and media.md beside the data."""

    forms: Mapping[str, Mapping[str, VerbGroup]]  # form → lemma → group
    nouns: Mapping[str, Stance]  # nouns with a that-clause
    nouns_to: Mapping[str, str]  # nouns with an infinitive → promise or order: "its promise to pay"
    nouns_on: Mapping[str, frozenset[str]]  # preposition → nouns: "her criticism of the law"
    nouns_that_tell: frozenset[str]  # all of these
    nouns_alone: frozenset[str]  # nouns that tell though nobody is named: "allegations that …"
    adjectives: Mapping[str, frozenset[str]]  # "that" or preposition → "worried about"
    adjectives_all: frozenset[str]
    views: frozenset[str]  # nouns of "in the view of X", "by X's count"
    reports: frozenset[str]
    false: frozenset[str]
    citing: frozenset[str]
    withheld: tuple[str, ...]
    archaic: frozenset[str]  # verbs that only stand beside words in marks: "quoth"
    vague: frozenset[str]  # verbs that speak only right beside words in marks: "he went on: "…""
    turns: frozenset[str]  # participles by which the outlet goes on: ", echoing a memo"
    comments: frozenset[str]  # nouns by which the outlet calls a saying: ", a charge that …"
    light: frozenset[str]  # verbs whose that-clause is told only where the syntax shows it
    refusals: frozenset[str]  # verbs under which nothing is said: "declined to say"
    addressing: frozenset[str]  # verbs whose object in the passive is no part: "was asked whether"
    striking: frozenset[str]  # verbs that blame only whom they name: "hit Ana Roa for …"
    uttering: frozenset[str]  # verbs of "used the term “…”"
    terms: frozenset[str]
    owning: frozenset[str]  # verbs of "claimed responsibility for"
    said_in_words: Mapping[str, tuple[str, ...]]  # verb → words after it: want → "to know"
    unknown_hands: frozenset[str]  # who acts without a name: "an unknown hand", "somebody"
    neutral: frozenset[str]
    witnesses: frozenset[str]  # people whose words are cited: "citing two residents"
    harms: frozenset[str]
    papers: frozenset[str]
    findings: frozenset[str]  # papers and counts that show things: "the poll shows a tie"
    issuing: frozenset[str]  # verbs by which papers are made public
    relations: frozenset[str]
    shares: frozenset[str]  # nouns that speak for a part of people: "8 percent of drivers"
    messages: frozenset[str]
    passed_on: frozenset[str]
    naming: frozenset[str]
    state_voices: frozenset[str]
    state_forces: frozenset[str]
    unknown: frozenset[str]  # doers whom nobody knows
    public: frozenset[str]  # roles of public offices
    collective: frozenset[str]
    organisations: frozenset[str]
    words: SmallWords
    media: Media
    plain: Mapping[str, PlainVerbs]  # language → words

    def group(self, form: str, lemma: str) -> VerbGroup | None:
        """The group by which a verb takes a form of content."""
        return self.forms.get(form, {}).get(lemma)

    def speaks(self, lemma: str) -> bool:
        """Whether a verb introduces words in marks."""
        return lemma in self.forms["quote"]


@cache
def load_reporting_verbs() -> ReportingVerbs:
    """Read the shipped words of all languages."""
    data, media, people = (
        read_lexicon(f"{name}.toml") for name in ("reporting_verbs", "media", "coreference")
    )
    forms: dict[str, dict[str, VerbGroup]] = {}
    for row in data["verbs"]:
        group = VerbGroup(
            group_id=row["id"], kind=row["kind"], stance=row["stance"],
            scoped=row.get("scoped", True),
        )  # fmt: skip
        for form in row["content"]:
            for word in row["words"]:
                forms.setdefault(form, {}).setdefault(word, group)
    # a verb of charge, denial or admission keeps its stance where it takes marks
    for form in ("clause", "quote"):
        for row in data["verbs"]:
            if row["stance"] != "states" and form in row["content"]:
                group = VerbGroup(group_id=row["id"], kind=row["kind"], stance=row["stance"])
                forms[form].update(dict.fromkeys(row["words"], group))
    nouns = {
        noun: cast(Stance, stance) for stance, entries in data["nouns"].items() for noun in entries
    }
    nouns_to = {noun: kind for kind, entries in data["nouns_to"].items() for noun in entries}
    return ReportingVerbs(
        forms=forms,
        nouns=nouns,
        nouns_to=nouns_to,
        nouns_on={word: frozenset(entries) for word, entries in data["nouns_on"].items()},
        nouns_that_tell=frozenset(nouns) | frozenset(nouns_to),
        nouns_alone=frozenset(data["reports"]["alone"]),
        adjectives={word: frozenset(entries) for word, entries in data["adjectives"].items()},
        adjectives_all=frozenset(a for entries in data["adjectives"].values() for a in entries),
        views=frozenset(data["reports"]["views"]),
        reports=frozenset(data["reports"]["nouns"]),
        false=frozenset(data["verdicts"]["false"]),
        citing=frozenset(data["phrases"]["citing"]),
        withheld=tuple(data["phrases"]["withheld"]),
        archaic=frozenset(data["phrases"]["archaic"]),
        vague=frozenset(data["phrases"]["vague"]),
        turns=frozenset(data["phrases"]["turns"]),
        comments=frozenset(data["phrases"]["comments"]),
        light=frozenset(data["phrases"]["light"]),
        refusals=frozenset(data["phrases"]["refusals"]),
        addressing=frozenset(data["phrases"]["addressing"]),
        striking=frozenset(data["phrases"]["striking"]),
        uttering=frozenset(data["phrases"]["uttering"]),
        terms=frozenset(data["phrases"]["terms"]),
        owning=frozenset(data["phrases"]["owning"]),
        said_in_words=_by_first_word(data["phrases"]["said_in_words"]),
        unknown_hands=frozenset(data["speakers"]["unknown_hands"]),
        neutral=frozenset(data["speakers"]["neutral"]),
        witnesses=frozenset(data["speakers"]["neutral"])
        .union(data["speakers"]["relations"], people["persons"]["public"])
        .union(people["groups"]["collective"], ["diplomat"])
        - set(data["speakers"]["papers"])
        - set(data["speakers"]["findings"]),
        harms=frozenset(data["speakers"]["harms"]),
        papers=frozenset(data["speakers"]["papers"]),
        findings=frozenset(data["speakers"]["findings"]),
        issuing=frozenset(data["speakers"]["issuing"]),
        relations=frozenset(data["speakers"]["relations"]),
        shares=frozenset(data["speakers"]["shares"]),
        messages=frozenset(data["speakers"]["messages"]),
        passed_on=frozenset(data["speakers"]["passed_on"]),
        naming=frozenset(data["speakers"]["naming"]),
        state_voices=frozenset(data["speakers"]["state_voices"]),
        state_forces=frozenset(data["speakers"]["state_forces"]),
        unknown=frozenset(data["speakers"]["unknown"]),
        public=frozenset(people["persons"]["public"]),
        collective=frozenset(people["groups"]["collective"]),
        organisations=frozenset(people["organisations"]["heads"]),
        words=SmallWords(**{key: frozenset(value) for key, value in data["small_words"].items()}),
        media=_media(media),
        plain={
            language: PlainVerbs(
                says=tuple(row["says"]),
                according=tuple(row["according"]),
                slogans=tuple(row["slogans"]),
            )
            for language in _PLAIN_LANGUAGES
            for row in (read_lexicon("reporting_verbs.toml", language),)
        },
    )


def _by_first_word(phrases: list[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        first, _, rest = phrase.partition(" ")
        found[first] = (*found.get(first, ()), rest)
    return found


def _media(data: dict[str, Any]) -> Media:
    return Media(
        carriers={word: row["medium"] for row in data["carriers"] for word in row["words"]},
        shows=frozenset(data["slogans"]["shows"]),
        cries=frozenset(data["slogans"]["cries"]),
        cries_alone=frozenset(data["slogans"]["cries_alone"]),
        calls=frozenset(data["slogans"]["calls"]),
        tools=frozenset(data["slogans"]["tools"]),
        means=tuple((word, row["medium"]) for row in data["means"] for word in row["words"]),
        relay_heads=frozenset(data["relays"]["heads"]),
        relay_names=frozenset(data["relays"]["names"]),
        relay_name_heads=frozenset(data["relays"]["name_heads"]),
        own=frozenset(data["relays"]["own"]),
        shown_in=frozenset(data["titles"]["before"]),
    )


def check_reporting_verbs(data: dict[str, Any] | None = None) -> list[str]:
    """One line per fault of reporting_verbs.toml (or of its parsed content)."""
    data = read_lexicon("reporting_verbs.toml") if data is None else data
    faults = []
    ids: set[str] = set()
    for number, row in enumerate(data.get("verbs", []), 1):
        where = f"reporting_verbs.toml: verbs {row.get('id', number)}"
        faults += [
            f"{where}: key {key!r} is {'unknown' if key in row else 'missing'}"
            for key in sorted(_VERB_KEYS ^ (row.keys() - {"scoped"}))
        ]
        if row.get("id") in ids:
            faults.append(f"{where}: id stands twice")
        ids.add(row.get("id", ""))
        if row.get("kind") not in get_args(VerbKind):
            faults.append(f"{where}: unknown kind {row.get('kind')!r}")
        if row.get("stance") not in get_args(Stance):
            faults.append(f"{where}: unknown stance {row.get('stance')!r}")
        faults += [
            f"{where}: unknown form {form!r}"
            for form in row.get("content", [])
            if form not in get_args(Form) and not form.startswith("prep:")
        ]
        faults += _words(where, row.get("words", []))
    for stance, nouns in data.get("nouns", {}).items():
        if stance not in get_args(Stance):
            faults.append(f"reporting_verbs.toml: nouns: unknown stance {stance!r}")
        faults += _words(f"reporting_verbs.toml: nouns {stance}", nouns)
    for table in ("nouns_to", "nouns_on", "adjectives"):
        for word, nouns in data.get(table, {}).items():
            faults += _words(f"reporting_verbs.toml: {table} {word}", nouns)
    return faults


def check_media(data: dict[str, Any] | None = None) -> list[str]:
    """One line per fault of media.toml (or of its parsed content)."""
    data = read_lexicon("media.toml") if data is None else data
    faults = [
        f"media.toml: unknown table {key!r}"
        for key in data
        if key not in {"carriers", "slogans", "means", "relays", "titles"}
    ]
    for table in ("carriers", "means"):
        seen: list[str] = []
        for row in data.get(table, []):
            if not row.get("medium"):
                faults.append(f"media.toml: {table}: a row without a medium")
            seen += row.get("words", [])
        faults += _words(f"media.toml: {table}", seen)
    return faults


def _words(where: str, words: list[str]) -> list[str]:
    faults = [f"{where}: {word!r} is not lower case" for word in words if word != word.lower()]
    doubled = sorted({word for word in words if words.count(word) > 1})
    return faults + [f"{where}: {word!r} stands twice" for word in doubled]
