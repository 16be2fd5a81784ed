"""What the verb classifier reads of a verb in its sentence: its vectors, and strings of its clause.

Names stand as their kind ("town" for a place, "someone" for a person), so that no side can be
told by its name. Strings are the verb, its form, who or what stands at each of its places by the
lexicon's classes of words, its particle and helpers, what it hangs on, and which kinds of names
its sentence holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from reportedly.encode import Vectors, WordVectors
from reportedly.find.events.clauses import is_verb
from reportedly.find.events.masked import masked_words
from reportedly.find.events.triggers.lexicon import EventLexicon, Test
from reportedly.find.events.triggers.slots import objects, subjects
from reportedly.find.events.triggers.voice import is_passive
from reportedly.parse import Document, Token

NO_ACTS = frozenset(
    {"be", "have", "do", "say", "tell", "report", "state", "add", "accord", "include", "become",
     "remain", "seem", "note"}
)  # fmt: skip
_NAMES = ("GPE", "DATE", "PERSON", "ORG", "NORP", "TIME", "PERCENT", "MONEY", "CARDINAL")
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "relcl"})
_READ = 12  # words at each side that the encoder reads: long sentences would cost most
_AROUND = 5  # words at each side whose vectors are read beside the verb's own
_MOST = 2  # subjects and objects that are read
_DEEPEST = 3  # verbs above a verb that make a difference


def may_tell(token: Token) -> bool:
    """Whether a word is a verb that could tell an act by itself."""
    adjective = token.dep in {"amod", "compound", "aux"}
    return token.pos == "VERB" and not adjective and token.lemma not in NO_ACTS


# --- vectors ------------------------------------------------------------------------------


def verb_vectors(document: Document, index: int, encoder: WordVectors) -> Vectors:
    """The verb's vector and the mean of those around it, in one row; by the length of the first."""
    sentence = document.sentences[document.tokens[index].sentence]
    words, positions = masked_words(document.sentence_tokens(sentence))
    at = positions.get(index, 0)
    first = max(0, at - _READ)
    words, at = words[first : at + _READ + 1], at - first
    vectors = encoder(words)
    near = vectors[max(0, at - _AROUND) : at + _AROUND + 1].mean(axis=0)
    found = np.concatenate([vectors[at], near])
    length = float(np.sqrt(np.square(vectors[at], dtype=np.float64).sum()))
    return np.asarray(found / length if length else found, dtype=np.float32)


# --- strings ------------------------------------------------------------------------------


def verb_strings(document: Document, index: int, lexicon: EventLexicon) -> tuple[str, ...]:
    """What stands at the places of a verb, as strings without doubles."""
    return tuple(dict.fromkeys(_strings(document, document.tokens[index], lexicon.classes)))


def _strings(document: Document, verb: Token, classes: Mapping[str, Test]) -> Iterator[str]:
    yield from (f"lemma {verb.lemma}", f"tag {verb.tag}", f"dep {verb.dep}")
    yield "passive" if is_passive(document, verb.index) else "active"
    for place, words in (
        ("subject", subjects(document, verb.index)),
        ("object", objects(document, verb.index)),
    ):
        if not words:
            yield f"no {place}"
        for word in words[:_MOST]:
            yield from _phrase(place, word, classes)
    for child in document.children(verb.index):
        yield from _part(document, verb, child, classes)
    if verb.head != verb.index:
        above = document.head(verb)
        yield f"under {verb.dep} {above.name or above.lemma}"
    depth = sum(is_verb(token) for token in document.ancestors(verb.index))
    yield f"depth {min(depth, _DEEPEST)}"
    sentence = document.sentence_tokens(document.sentences[verb.sentence])
    names = {token.name for token in sentence}
    yield from (f"{'with' if name in names else 'without'} {name}" for name in _NAMES)
    yield from (f"clause {token.name}" for token in document.subtree(verb.index) if token.name)


def _part(
    document: Document, verb: Token, child: Token, classes: Mapping[str, Test]
) -> Iterator[str]:
    word = child.text.lower()
    if child.dep in {"aux", "auxpass"}:
        yield f"helper {child.lemma}"
    elif child.dep == "neg":
        yield "negated"
    elif child.dep == "prt":
        yield from (f"particle {word}", f"phrasal {verb.lemma} {word}")
    elif child.dep in {"prep", "agent"}:
        yield f"preposition {word}"
        for below in document.children(child.index):
            if below.dep == "pobj":
                yield from _phrase(word, below, classes)
            elif below.dep == "pcomp":
                yield f"clause {word}"
    elif child.dep in {"advmod", "npadvmod", "mark"}:
        yield f"{child.dep} {child.name or child.lemma}"
    elif child.dep in _CLAUSES:
        yield from (f"governs {child.dep}", f"governs {child.lemma}")


def _phrase(place: str, word: Token, classes: Mapping[str, Test]) -> Iterator[str]:
    """The kinds of a phrase's head word, and the word where it is no name."""
    found = [name for name, test in classes.items() if word.lemma in test.lemmas]
    if word.name:
        yield f"{place} {word.name}"
    elif word.pos == "PRON":
        yield f"{place} pronoun"
    elif not found:
        yield f"{place} thing"
    yield from (f"{place} @{name}" for name in found)
    if not word.name:
        yield f"{place} {word.lemma}"
