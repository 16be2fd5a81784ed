"""What a mention of an act gives of itself: its words, who did it to whom, its sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from reportedly.corpus.echoes.words import stem
from reportedly.encode import Vectors, WordVectors
from reportedly.parse import Document
from reportedly.parse.document import Token

_DOERS = {"nsubj", "agent"}
_DONE_TO = {"nsubjpass", "dobj", "obj", "attr", "oprd"}
_BESIDE = {"poss", "compound", "amod", "nmod"}
_SHARE_DOER = {"conj", "xcomp", "advcl"}  # verbs that take the doer of the verb they hang on
_STEPS_UP = 2
_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM", ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of an article that tell an act: characters [start, end)."""

    mention_id: str
    article_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionFacts:
    """One mention in comparable form; words are stems."""

    mention: Mention
    head: str  # lemma
    light: bool  # stands for any act: 'say', 'have'
    doers: frozenset[str]
    done_to: frozenset[str]
    arguments: frozenset[str]  # these two, and what else hangs on the mention
    context: frozenset[str]  # the other words of the sentence
    numbers: frozenset[str]
    vectors: Vectors | None  # the mention in its sentence, the sentence, the mention alone


def mention_facts(
    document: Document,
    mentions: Sequence[Mention],
    encoder: WordVectors | None,
    light: Collection[str],
) -> list[MentionFacts]:
    """Read the mentions of one article; one outside every word is left out.

    `light` holds the lemmas that stand for any act.
    """
    read = (_read(document, mention, encoder, light) for mention in mentions)
    return [found for found in read if found is not None]


def _read(
    document: Document, mention: Mention, encoder: WordVectors | None, light: Collection[str]
) -> MentionFacts | None:
    tokens = document.tokens_in(mention.start, mention.end)
    head = document.root_of(mention.start, mention.end) or document.token_at(mention.start)
    if head is None:
        return None
    sentence = document.sentence_tokens(document.sentences[head.sentence])
    own = {token.index for token in tokens} | {head.index}
    doers, done_to, beside = _arguments(document, head)
    words = {stem(token.lemma) for token in tokens}
    return MentionFacts(
        mention=mention,
        head=head.lemma,
        light=head.lemma in light,
        doers=frozenset(doers - words),
        done_to=frozenset(done_to),
        arguments=frozenset((doers - words) | done_to | beside),
        context=frozenset(_content(token for token in sentence if token.index not in own)),
        numbers=frozenset(t.lemma for t in sentence if t.text[:1].isdigit()),
        vectors=_vectors(sentence, [t for t in sentence if t.index in own], encoder),
    )


def _content(tokens: Iterable[Token]) -> set[str]:
    return {
        stem(token.lemma) for token in tokens if token.text[:1].isalnum() and token.pos in _CONTENT
    }


def _arguments(document: Document, head: Token) -> tuple[set[str], set[str], set[str]]:
    doers, done_to, beside = set[str](), set[str](), set[str]()
    for child in document.children(head.index):
        words = _content(document.subtree(child.index))
        if child.dep in _DOERS:
            doers |= words
        elif child.dep in _DONE_TO:
            done_to |= words
        elif child.dep in _BESIDE or child.dep == "prep":
            beside |= words
    verb = head
    for _ in range(_STEPS_UP):
        if doers or verb.dep not in _SHARE_DOER:
            break
        verb = document.head(verb)
        for child in document.children(verb.index):
            if child.dep in {"nsubj", "nsubjpass"}:
                doers |= _content(document.subtree(child.index))
    if head.dep in {"acl", "relcl"}:
        beside.add(stem(document.head(head).lemma))
    return doers, done_to, beside


def _vectors(
    sentence: Sequence[Token], own: Sequence[Token], encoder: WordVectors | None
) -> Vectors | None:
    if encoder is None:
        return None
    import numpy as np

    states = encoder([token.text for token in sentence])
    rows = [token.index - sentence[0].index for token in own]
    alone = encoder([token.text for token in own])
    found = np.stack([states[rows].mean(axis=0), states.mean(axis=0), alone.mean(axis=0)])
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    return np.asarray(found / np.where(lengths == 0, 1, lengths), dtype=np.float32)
