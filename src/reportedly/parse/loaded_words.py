"""Loaded words with the plain word of each, read from data/lexicons/en/loaded_words.toml.

"Martyred", "neutralised" and "killed" are one act to whoever counts acts, and "the mob" acts as
"the crowd" does: read in plain words, they cannot be parsed or taken for anything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.data_files import Toml, check_toml, lexicon_file, read_toml

_FILE = "loaded_words.toml"
_KINDS = ("always", "of_people")
_PARTS = frozenset({"verbs", "nouns", "left_out"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedForm:
    """A form of a loaded word, and what it says plainly."""

    plain: str  # in the same form
    plain_lemma: str
    lemma: str
    verb: bool
    particle: str = ""  # that must stand behind it
    of_people: bool = False  # whether people must suffer it
    noun_too: bool = False  # whether a noun looks like it: "murder", "murders"


@dataclass(frozen=True, slots=True)
class LoadedWords:
    """Forms of loaded words, and words that are left out by those before which they are."""

    forms: Mapping[str, LoadedForm]
    left_out: Mapping[str, frozenset[str]]

    @property
    def plain_verbs(self) -> Mapping[str, str]:
        """Verbs that are loaded whoever suffers them, each with the plain one; by lemmas."""
        forms = (form for form in self.forms.values() if form.verb and not form.of_people)
        return {form.lemma: form.plain_lemma for form in forms if not form.particle}

    def leaves_out(self, word: str, behind: str) -> bool:
        """Whether a word says nothing before the one behind it; both in small letters."""
        return behind in self.left_out.get(word, ())


def cased(plain: str, as_in: str) -> str:
    """A plain word, with a capital where the loaded one has one."""
    return plain.capitalize() if as_in[:1].isupper() else plain


@cache
def loaded_words() -> LoadedWords:
    """The list, read once."""
    data = read_toml(lexicon_file(_FILE))
    forms = dict(_verbs(data))
    for plain, loaded in data["nouns"].items():
        for word in loaded:
            forms[word] = LoadedForm(
                plain=plain, plain_lemma=_one(plain), lemma=_one(word), verb=False
            )
    left_out = {word: frozenset(before) for word, before in data["left_out"].items()}
    return LoadedWords(forms, left_out)


def check_loaded_words() -> list[str]:
    """One line for each fault of the file: unknown parts, irregular plain verbs, double forms."""
    return check_toml(lexicon_file(_FILE), faults)


def faults(data: Toml) -> Iterator[str]:
    """Unknown and missing parts, irregular plain verbs, and forms that stand in it twice."""
    yield from (f"{part}: no such part" for part in sorted(set(data) - _PARTS))
    yield from (f"{part}: missing" for part in sorted(_PARTS - set(data)))
    seen: set[str] = set()
    for plain, of in data.get("verbs", {}).items():
        yield from (f"verbs.{plain}.{kind}: no such list" for kind in sorted(set(of) - {*_KINDS}))
        if plain.endswith(("e", "y")):
            yield f"verbs.{plain}: its forms are not made by -s, -ing and -ed alone"
    words = [form for form, _ in _verbs(data)]
    words += [word for loaded in data.get("nouns", {}).values() for word in loaded]
    for word in words:
        if word in seen:
            yield f"{word}: stands in it twice"
        seen.add(word)


def _verbs(data: Toml) -> Iterator[tuple[str, LoadedForm]]:
    for plain, of in data.get("verbs", {}).items():
        for kind in _KINDS:
            for wording in of.get(kind, ()):
                yield from _forms(plain, wording.split(), of_people=kind == "of_people")


def _forms(plain: str, words: list[str], *, of_people: bool) -> Iterator[tuple[str, LoadedForm]]:
    """The forms of a verb, given its lemma with its particle or its past forms."""
    lemma, *more = words
    particle = more[0] if len(more) == 1 else ""
    stem = lemma.removesuffix("e")
    past = [stem + "ed"] if particle or not more else more
    endings = [("", lemma), ("s", lemma + "s"), ("ing", stem + "ing"), *(("ed", p) for p in past)]
    for ending, form in endings:
        yield (
            form,
            LoadedForm(
                plain=plain + ending,
                plain_lemma=plain,
                lemma=lemma,
                verb=True,
                particle=particle,
                of_people=of_people,
                noun_too=ending in ("", "s"),
            ),
        )


def _one(noun: str) -> str:
    """The lemma of a noun's form."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return {"men": "man", "henchmen": "henchman"}.get(noun, noun.removesuffix("s"))
