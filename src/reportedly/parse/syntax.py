"""The syntax of one sentence as a model gives it, with slips of the model put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from reportedly.parse.agents import with_described_agents
from reportedly.parse.companions import without_companions
from reportedly.parse.days import with_days_apart, with_days_of_saying, with_times_apart
from reportedly.parse.known_bodies import known_bodies
from reportedly.parse.left_out import InFull
from reportedly.parse.lines import read_as_line, with_people_found
from reportedly.parse.listed import with_lists
from reportedly.parse.lost_clauses import with_lost_clauses
from reportedly.parse.main_verbs import with_main_verbs
from reportedly.parse.objects import with_objects
from reportedly.parse.office_holders import with_office_holders
from reportedly.parse.openings import with_opening_places
from reportedly.parse.outcomes import with_outcomes
from reportedly.parse.persons import Names, persons
from reportedly.parse.second_reading import Rewording
from reportedly.parse.shared_verbs import with_own_verbs
from reportedly.parse.slips import (
    with_attackers,
    with_counted_objects,
    with_freeing,
    with_joined_modifiers,
    with_names_before_sums,
    with_names_of_kin,
    with_past_forms,
    with_people_by_adjective,
    with_phrases_of_participles,
    with_ranges,
    with_results,
    with_sexes_of_trades,
    with_unwelcome_persons,
)
from reportedly.parse.speakers import with_closing_speaker
from reportedly.parse.subjects import with_subjects
from reportedly.parse.words import Word, is_tree

if TYPE_CHECKING:
    from spacy.language import Language

_IN_NAMES = frozenset({"compound", "nmod"})
_PRESENT = {"VBZ": "NNS", "VBP": "NN"}  # and the nouns that look like them
_DESCRIBING = frozenset({"amod", "nmod"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Words of a sentence, and names as (first, last, label) with words [first, last)."""

    words: tuple[Word, ...]
    names: Names


def first_reading(inside: Sequence[Any]) -> Reading:
    """The syntax that spaCy's tokens of one sentence carry, spaces left out."""
    numbers = {token.i: number for number, token in enumerate(inside)}
    words = [_word(token, numbers) for token in inside]
    return _reading(words, _names(inside, numbers))


def tags_in_use(words: Sequence[Word]) -> list[str]:
    """The tags of words, nouns where the syntax makes a verb a part of a name.

    "President Roa *sacks* cabinet", where the cabinet is taken for one called "Roa sacks", or
    "cadres *attack* Coro chief". A past form that only describes a noun is a participle: "Iran
    *test-fired* two rockets".
    """
    return [_tag_in_use(word) for word in words]


def _tag_in_use(word: Word) -> str:
    if word.tag in _PRESENT and word.dep in _IN_NAMES:
        return _PRESENT[word.tag]
    return "VBN" if word.tag == "VBD" and word.dep in _DESCRIBING else word.tag


def second_reading(language: Language, first: Reading, other: Rewording) -> Reading | None:
    """The syntax of a sentence as it is in other words, None where it shows no verb there too."""
    from spacy.tokens import Doc

    tokens = list(language(Doc(language.vocab, words=list(other.words))))
    added = other.origin.index(None)
    verb = tokens[added + 1]
    if tokens[added].head.i != verb.i or any(t.is_sent_start for t in tokens[1:]):
        return None
    numbers = {new: old for new, old in enumerate(other.origin) if old is not None}
    numbers[added] = other.verb
    words = list(first.words)
    for new, old in enumerate(other.origin):
        if old is not None:
            words[old] = replace(_word(tokens[new], numbers), text=first.words[old].text)
    for dropped in set(range(len(words))) - set(other.origin):  # "tear-" of "tear-gassed"
        words[dropped] = replace(words[dropped], dep="npadvmod", head=other.verb, name="")
    lemma = other.lemma or words[other.verb].lemma
    words[other.verb] = replace(words[other.verb], tag=other.tag, lemma=lemma)
    kept = [token for token in tokens if token.i != added]
    return _reading(words, _names(kept, numbers))


def reading_in_full(language: Language, first: Reading, full: InFull) -> Reading | None:
    """The syntax of a sentence as it is in full, None where it is no better."""
    from spacy.tokens import Doc

    tokens = list(language(Doc(language.vocab, words=list(full.words))))
    numbers = {new: old for new, old in enumerate(full.origin) if old is not None}
    verb = next(t for t in tokens if numbers.get(t.i) == full.verb)
    while verb.dep_ in ("aux", "auxpass"):  # "a woman that police *were* looking for"
        verb = verb.head
    if verb.dep_ != full.as_what or any(t.is_sent_start for t in tokens[1:]):
        return None
    added = [new for new, old in enumerate(full.origin) if old is None]
    numbers |= dict.fromkeys(added, numbers[verb.i])
    words = list(first.words)
    for new, old in enumerate(full.origin):
        if old is not None:
            words[old] = replace(_word(tokens[new], numbers), text=first.words[old].text)
    if full.past:
        words[full.verb] = replace(words[full.verb], tag="VBD")
    if full.adverb is not None:
        words[full.adverb] = replace(words[full.adverb], dep="advmod", head=full.verb)
    return _reading(words, _names([t for t in tokens if t.i not in added], numbers))


def _reading(words: Sequence[Word], names: Names) -> Reading:
    """Words and names of a sentence, slips of the model put right."""
    named = list(words)
    kept = list(names)
    whole = [(span, "PERSON") for span in persons(words, names)]
    whole += [(span, "ORG") for span in known_bodies(words, names)]
    for (first, last), label in whole:
        kept = [n for n in kept if not first <= n[0] < last]
        kept.append((first, last, label))
        named[first:last] = [replace(word, name=label) for word in words[first:last]]
    return Reading(words=_mended(named), names=tuple(sorted(kept)))


def _mended(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words with all slips of the model put right that are known, each step on those before."""
    found = with_opening_places(with_days_apart(with_freeing(with_past_forms(words))))
    found = with_people_by_adjective(with_joined_modifiers(found))
    found = with_names_before_sums(with_objects(with_attackers(with_lists(found))))
    found = with_unwelcome_persons(with_counted_objects(found))
    found = with_results(with_sexes_of_trades(with_ranges(found)))
    found = with_days_of_saying(with_times_apart(found))
    found = read_as_line(with_main_verbs(found))
    found = with_phrases_of_participles(with_names_of_kin(found))
    found = with_people_found(with_lost_clauses(with_closing_speaker(with_outcomes(found))))
    mended = without_companions(
        with_subjects(with_own_verbs(with_office_holders(with_described_agents(found))))
    )
    return mended if is_tree(mended) else tuple(words)  # two steps can undo each other


def _word(token: Any, numbers: Mapping[int, int]) -> Word:  # noqa: ANN401  # spaCy's Token
    """A token as a word; `numbers` leads from the token's index to numbers in the sentence."""
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return Word(
        text=token.text,
        lemma=token.lemma_.lower(),
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=numbers.get(head.i, numbers[token.i]),
        name=token.ent_type_,
    )


def _names(inside: Sequence[Any], numbers: Mapping[int, int]) -> Names:
    """The names among spaCy's tokens of a sentence."""
    found: list[tuple[int, int, str]] = []
    for token in inside:
        number = numbers[token.i]
        if token.ent_iob_ == "I" and found and found[-1][1] == number:
            found[-1] = (found[-1][0], number + 1, token.ent_type_)
        elif token.ent_type_:
            found.append((number, number + 1, token.ent_type_))
    return tuple(found)
