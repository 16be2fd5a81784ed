"""Sentences that are read with a word more or less. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.parse import Document
from reportedly.parse.left_out import put_in_full

# text, verb of the clause, its subject, the noun it tells of, why
CLAUSES = [
    ("Ivo Roe was one of three people police arrested on Monday.", "arrested", "police", "people",
     "people are no kind of police"),
    ("A Belt man police labelled a thief has been freed.", "labelled", "police", "man",
     "the main verb stands behind"),
    ("Police freed two women police had held for a week.", "held", "police", "women",
     "a verb with a helper of its own"),
    ("A crowd that residents estimated at 600 blocked the road.", "estimated", "residents",
     "crowd", "who counted did not block it"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "verb", "subject", "noun", "why"), CLAUSES, ids=[c[4] for c in CLAUSES]
)
def test_a_clause_gets_the_words_it_lacks(
    text: str, verb: str, subject: str, noun: str, why: str, parse_text: Callable[..., Document]
) -> None:
    document = parse_text(text)
    token = next(t for t in document.tokens if t.text == verb)
    found = document.child(token.index, "nsubj")
    assert found is not None
    assert (found.text, document.head(token).text, token.dep) == (subject, noun, "relcl"), why
    assert [t.text for t in document.tokens] == text.replace(".", " .").split()


def test_how_somebody_was_found(parse_text: Callable[..., Document]) -> None:
    document = parse_text("A clerk was found fatally shot in her flat.")
    shot = next(t for t in document.tokens if t.text == "shot")
    assert (document.head(shot).text, shot.dep) == ("found", "xcomp")
    adverb = document.child(shot.index, "advmod")
    assert adverb is not None
    assert adverb.text == "fatally"


IN_FULL = [
    ("Belt police arrested three people .", "NNP NNS VBD CD NNS .", "the police of a town"),
    ("The suspect , police said , fled .", "DT NN , NNS VBD , VBD .", "a comma between"),
    ("He told people police were there .", "PRP VBD NNS NNS VBD RB .", "people told something"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tags", "why"), IN_FULL, ids=[c[2] for c in IN_FULL])
def test_other_sentences_stay(text: str, tags: str, why: str) -> None:
    assert put_in_full(text.split(), tags.split()) is None, why
