"""What the words before a number say of it: 'the *toll* to 41', 'put the *crowd* at 200'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.find.events.counts.quantities import Quantity
from reportedly.find.events.counts.tolls import is_of_one_act, is_raised, kind_by_toll
from reportedly.find.events.counts.words import KINDS, CountLexicon
from reportedly.parse import Document, Token
from reportedly.records import CountKind

_BEFORE = 10  # tokens before a number in which its cue can stand


def by_cue(document: Document, quantity: Quantity, lexicon: CountLexicon) -> CountKind | None:
    """'the toll to 41', 'put the crowd at 200', 'the number of injured rose to 60'."""
    if quantity.noun is not None and document.tokens[quantity.noun].lemma not in lexicon.people:
        return None
    kind = kind_by_toll(document, quantity, lexicon)
    if kind is not None:
        return kind
    before = list(_before(document, quantity))
    lemmas = {t.lemma for t in before}
    verbs = lexicon.giving_verbs | lexicon.cumulative_verbs
    measured = bool(lemmas & lexicon.number_nouns) or bool(lemmas & verbs)
    measured = measured or _is_elided(document, quantity, verbs)
    for word in before:
        for kind in KINDS:
            words = lexicon.kinds[kind]
            if word.lemma in words.cues and not _is_to_death(document, word):
                return kind
            if measured and (word.lemma in words.nouns or word.text.lower() in words.adjectives):
                return kind
    return None


def _is_elided(document: Document, quantity: Quantity, verbs: frozenset[str]) -> bool:
    """'The toll stands at 17, *the wounded at* 40': the verb is not repeated."""
    sentence = document.sentences[document.tokens[quantity.first].sentence]
    before = document.tokens[sentence.first : quantity.first]
    at = bool(before) and before[-1].text.lower() == "at"
    return at and any(t.lemma in verbs and t.pos == "VERB" for t in before)


def _is_to_death(document: Document, word: Token) -> bool:
    """'Hacked *to death* by some 20 men' tells how, and no number behind it."""
    return word.text.lower() == "death" and document.tokens[word.index - 1].text.lower() == "to"


def _before(document: Document, quantity: Quantity) -> Iterator[Token]:
    """The words before a number in its clause, nearest first."""
    sentence = document.sentences[document.tokens[quantity.first].sentence]
    for token in reversed(
        document.tokens[max(sentence.first, quantity.first - _BEFORE) : quantity.first]
    ):
        if token.text in ",;:()":
            return
        yield token


def is_cumulative(document: Document, quantity: Quantity, lexicon: CountLexicon) -> bool:
    """A total that includes earlier ones: 'taking the toll to 41', '300 arrested so far'."""
    if is_of_one_act(document, quantity, lexicon):
        return False
    if is_raised(document, quantity, lexicon):
        return True
    words = list(_before(document, quantity))
    lemmas = {t.lemma for t in words}
    if words and words[0].text.lower() in ("to", "at", "of", "reached", "least", "than"):
        tolls = {cue for k in KINDS if k != "crowd" for cue in lexicon.kinds[k].cues}
        if lemmas & tolls and lemmas & lexicon.cumulative_verbs:
            return True
        numbers = lemmas & lexicon.number_nouns
        if numbers and any(t.tag == "VBG" and t.lemma in lexicon.cumulative_verbs for t in words):
            return True  # 'taking the number of troops killed to 31'
    single = quantity.kind is not None and document.tokens[quantity.head].lemma
    if single and single not in lexicon.groups and (quantity.best or 0) > 2:
        return True  # 'a fifth man died'
    sentence = document.sentences[document.tokens[quantity.first].sentence]
    near = document.tokens[
        max(sentence.first, quantity.first - 4) : min(sentence.last, quantity.head + 12)
    ]
    text = [t.text.lower() for t in near]
    return any(find_phrase(text, phrase) is not None for phrase in lexicon.cumulative_phrases)


def find_phrase(words: Sequence[str], phrase: Sequence[str]) -> int | None:
    """Where a phrase begins among words."""
    starts = range(len(words) - len(phrase) + 1)
    return next((n for n in starts if tuple(words[n : n + len(phrase)]) == tuple(phrase)), None)
