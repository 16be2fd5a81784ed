"""Sentences that a parser left without a verb, put so that it cannot miss the verb again.

"Court fines blogger" reads like a heap of nouns, "police tear-gassed marchers" like marchers of
some kind. Where no other word of the sentence can be its verb, such a word is one, and in the
perfect ("court *has fined* blogger") no parser takes it for anything else. The sentence is parsed
again in these words, and the syntax found is that of the words as they stand. Who is named at the
end of the sentence ("…, police said") leaves what is said without a verb all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.data_files import lexicon_file, read_lines

_MOST = 40  # words of a sentence that is read again
_VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PLURALS = frozenset({"NNS", "NNPS"})
_PEOPLE = frozenset({"cops", "people", "police"})  # plural, however a tagger takes them
_OPENS_OBJECT = frozenset({"DT", "PRP$", "PRP", "CD", "JJ", "VBN", "VBZ", *_NOUNS})
_OPENS_OBJECT_OF_PAST = frozenset({"DT", "PRP$", "JJ", *_NOUNS})
_ADDED = {"VBZ": "has", "VBP": "have", "VBD": "have"}
_SAID = frozenset({"said", "say", "says", "reported", "announced", "confirmed", "wrote"})
_HYPHENS = frozenset({"-", "‐", "‑"})
_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "last",
     "yesterday", "overnight", "home"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """A sentence in words that show its verb.

    `origin` gives the number in the sentence of each of the words, None for the auxiliary.
    """

    words: tuple[str, ...]
    origin: tuple[int | None, ...]
    verb: int  # number of the verb in the sentence as it stands
    tag: str  # its Penn tag there
    lemma: str | None  # None: the one of the second reading


@dataclass(frozen=True, slots=True)
class _Verb:
    number: int
    first: int  # of the words that it stands in: "tear" of "tear-gassed"
    participle: str
    tag: str
    lemma: str | None


def reworded(words: Sequence[str], tags: Sequence[str]) -> Rewording | None:
    """A sentence without a verb in other words, or None where it has one or can have none.

    Args:
        words: the words of one sentence.
        tags: their Penn tags in the first reading.
    """
    if not 3 <= len(words) <= _MOST or words[-1] == "?":
        return None
    verb = next((v for n in _numbers(words, tags) if (v := _verb_at(words, tags, n))), None)
    if verb is None:
        return None
    kept = range(verb.number + 1, len(words))
    return Rewording(
        words=(
            *words[: verb.first],
            _ADDED[verb.tag],
            verb.participle,
            *words[verb.number + 1 :],
        ),
        origin=(*range(verb.first), None, verb.number, *kept),
        verb=verb.number,
        tag=verb.tag,
        lemma=verb.lemma,
    )


def _numbers(words: Sequence[str], tags: Sequence[str]) -> Sequence[int]:
    """The words of a sentence that can be its missing verb, none where it has one."""
    finite = [number for number, tag in enumerate(tags) if tag in _VERBS]
    if not finite:
        return range(1, len(words) - 1)
    if len(finite) > 1:
        return ()
    if _disagrees(tags, finite[0]):
        return (finite[0] - 1,)
    return range(1, _end_of_content(words, tags, finite[0]))


def _end_of_content(words: Sequence[str], tags: Sequence[str], verb: int) -> int:
    """The comma before who says it: "Iran test-fired two rockets*,* state television said"."""
    if words[verb].lower() not in _SAID:
        return 0
    before = range(verb - 1, 0, -1)
    comma = next((number for number in before if words[number] == ","), 0)
    return comma if any(tag in _NOUNS for tag in tags[comma + 1 : verb]) else 0


def _disagrees(tags: Sequence[str], number: int) -> bool:
    """Whether a verb of the singular follows a plural: "governor *rejects calls*"."""
    return number > 1 and tags[number] == "VBZ" and tags[number - 1] in _PLURALS


def _verb_at(words: Sequence[str], tags: Sequence[str], number: int) -> _Verb | None:
    """The verb that a word can be between two noun phrases, if it can be one."""
    word, before, behind = words[number].lower(), tags[number - 1], tags[number + 1]
    after = words[number + 1].lower()
    if word == "shot" and after == "dead":
        return _shot_dead(words, tags, number)
    past = tags[number] in ("VBN", "JJ") or (tags[number] == "NN" and word in _participles())
    if word.endswith("ed") and past:
        first, counted = number, False
        if number > 2 and words[number - 1] in _HYPHENS:  # "tear-gassed"
            first, before, counted = number - 2, tags[number - 3], behind == "CD"
            if counted and before == "JJ" and number > 3 and tags[number - 4] == "DT":
                before = "NN"  # "men of the *front* fire-bombed two shops"
        opens = counted or behind in _OPENS_OBJECT_OF_PAST
        fits = before in _NOUNS and opens and after not in _DAYS
        return _Verb(number, first, word, "VBD", None) if fits else None
    if before not in _NOUNS:
        return None
    plural = before in _PLURALS or words[number - 1].lower() in _PEOPLE
    for form in headline_verbs().get(word, ()):
        if form.singular == plural:
            continue
        if after == form.preposition if form.preposition else behind in _OPENS_OBJECT:
            tag = "VBZ" if form.singular else "VBP"
            return _Verb(number, number, form.participle, tag, form.lemma)
    return None


def _shot_dead(words: Sequence[str], tags: Sequence[str], number: int) -> _Verb | None:
    """'Gunmen on a motorcycle *shot dead* reporter Ana Roa': somebody stands behind it."""
    if number + 2 >= len(words) or tags[number] not in ("NN", "VBN"):
        return None
    somebody = tags[number + 2] in _OPENS_OBJECT and words[number + 2].lower() not in _DAYS
    fits = tags[number - 1] in _NOUNS and somebody
    return _Verb(number, number, "shot", "VBD", "shoot") if fits else None


# --- the verbs --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A present form: its participle, whether it is of the singular, what must follow."""

    lemma: str
    participle: str
    singular: bool
    preposition: str = ""


@cache
def headline_verbs() -> Mapping[str, tuple[VerbForm, ...]]:
    """Present forms of the verbs of headline_verbs.txt, read once."""
    found: dict[str, tuple[VerbForm, ...]] = {}
    for line in read_lines(lexicon_file("headline_verbs.txt")):
        lemma, participle, *preposition = line.split()
        for form, singular in ((lemma, False), (_third_person(lemma), True)):
            verb = VerbForm(lemma, participle, singular, *preposition)
            found[form] = (*found.get(form, ()), verb)
    return found


@cache
def _participles() -> frozenset[str]:
    """The participles of these verbs."""
    return frozenset(form.participle for forms in headline_verbs().values() for form in forms)


def _third_person(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
