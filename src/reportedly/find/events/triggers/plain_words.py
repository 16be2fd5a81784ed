"""A document in plain words: what one side calls an act or a crowd stands as others call it.

So rules and networks read "killed" where a text has "martyred", and "the crowd" for "the mob"
(`parse.loaded_words`). Only the finder of events reads so: offsets stay, who acts keeps his name,
and records quote the text itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportedly.find.events.triggers.conditions import fits
from reportedly.find.events.triggers.lexicon import EventLexicon
from reportedly.find.events.triggers.lost import heads_line
from reportedly.find.events.triggers.slots import objects
from reportedly.parse import Document, Token
from reportedly.parse.loaded_words import LoadedForm, cased, loaded_words

_PEOPLE = ("person", "crowd", "armed", "security")  # classes of the lexicon
_WHOEVER = frozenset(
    {"he", "him", "her", "she", "them", "they", "us", "we", "who", "whom", "dozen", "hundred",
     "thousand", "score", "other", "rest", "remaining", "one", "several", "many", "some", "cent",
     "percent"}
)  # fmt: skip
_NAMES = frozenset({"PERSON", "NORP"})


def in_plain_words(document: Document, lexicon: EventLexicon) -> Document:
    """The document with plain words for loaded ones; itself where it has none.

    A word that is left out is blank.
    """
    return document.with_tokens({t.index: t for t in _plain_tokens(document, lexicon)})


def _plain_tokens(document: Document, lexicon: EventLexicon) -> Iterator[Token]:
    known = loaded_words()
    for token in document.tokens:
        word = token.text.lower()
        form = known.forms.get(word)
        if form is None and word not in known.left_out:
            continue
        if known.leaves_out(word, _word_behind(document, token)):
            yield _blank(token)
        elif form is not None:
            yield from (_of_verb if form.verb else _of_noun)(document, lexicon, token, form)


def _of_verb(
    document: Document, lexicon: EventLexicon, token: Token, form: LoadedForm
) -> Iterator[Token]:
    is_verb = token.tag.startswith("VB") or heads_line(document, token)
    if form.noun_too and not is_verb:  # "the murder"
        return
    particle = document.child(token.index, "prt") if form.particle else None
    if form.particle and (particle is None or particle.text.lower() != form.particle):
        return
    if form.of_people and not _acts_on_people(document, lexicon, token):
        return
    is_noun = token.pos == "NOUN" and not is_verb  # "the killing of"
    lemma = form.plain if is_noun else form.plain_lemma
    plain = replace(token, text=cased(form.plain, token.text), lemma=lemma)
    if particle is None:
        yield plain
        return
    beside = particle.index == token.index + 1
    yield replace(plain, end=particle.end) if beside else plain  # "rounded up" tells the act
    yield _blank(particle)


def _of_noun(
    document: Document, _: EventLexicon, token: Token, form: LoadedForm
) -> Iterator[Token]:
    """A noun that tells people: no "sanctions regime"."""
    kinds = (t.pos for t in document.children(token.index) if t.dep == "compound")
    if token.pos != "VERB" and "NOUN" not in kinds:
        yield replace(token, text=cased(form.plain, token.text), lemma=form.plain_lemma)


def _acts_on_people(document: Document, lexicon: EventLexicon, token: Token) -> bool:
    """Whether people are the object of a verb: "eliminated two guards", not "two jobs"."""
    classes = [lexicon.classes[name] for name in _PEOPLE if name in lexicon.classes]
    return any(
        noun.name in _NAMES
        or noun.lemma in _WHOEVER
        or noun.text.lower() in _WHOEVER
        or noun.pos == "NUM"
        or (noun.pos == "PROPN" and not noun.name)
        or any(fits(document, noun, test) for test in classes)
        for noun in objects(document, token.index)
    )


def _word_behind(document: Document, token: Token) -> str:
    following = document.tokens[token.index + 1 : token.index + 2]
    return following[0].text.lower() if following else ""


def _blank(token: Token) -> Token:
    return replace(token, text=" ", lemma="")
