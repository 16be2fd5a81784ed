"""Sentences without a verb are read again with theirs made plain. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.parse import Document
from reportedly.parse.second_reading import headline_verbs, reworded

CASES = [
    ("Court fines blogger over satire", "Court", "fines", "blogger", "VBZ", "a noun of the plural"),
    ("Police fire tear gas", "Police", "fire", "gas", "VBP", "police are many"),
    ("Governor rejects calls for talks", "Governor", "rejects", "calls", "VBZ",
     "a singular verb cannot follow a plural"),
    ("A court in Coro on Friday sentenced land rights activist Ana Roa to six years in prison for"
     ' "deeds against the state" and of the mill.', "court", "sentenced", "Roa", "VBD",
     "a long sentence"),
    ("Guards tear-gassed marchers near the bridge.", "Guards", "gassed", "marchers", "VBD",
     "a participle with a hyphen"),
    ("Volda test-fired two rockets on Monday, state radio said.", "Volda", "fired", "rockets",
     "VBD", "what is said has no verb, though somebody says it"),
    ("Gunmen on a motorcycle shot dead radio reporter Ana Roa in Coro, police said.", "Gunmen",
     "shot", "Roa", "VBD", "no noun that a motorcycle describes"),
]  # fmt: skip
NO_VERB = [
    ("Fresh protests in Coro", "JJ NNS IN NNP", "nothing that could be one"),
    ("Court fines system fails", "NN NNS NN VBZ", "another verb"),
    ("Two killed Friday in Coro", "CD VBN NNP IN NNP", "a day is no object"),
    ("The attacks on Coro", "DT NNS IN NNP", "no object behind it"),
    ("Police raids footage", "NNS NNS NN", "a plural before a form of the singular"),
    (
        "Roa , a teacher jailed the day before , said",
        "NNP , DT NN VBN DT NN IN , VBD",
        "who speaks stands before it",
    ),
    (
        "Two clerks shot dead Monday , police said",
        "CD NNS VBN JJ NNP , NNS VBD",
        "a day is nobody who is shot",
    ),
]


@pytest.mark.parametrize(("line", "subject", "verb", "thing", "tag", "why"), CASES,
                         ids=[c[-1] for c in CASES])  # fmt: skip
def test_the_verb_of_a_headline(
    parse_text: Callable[..., Document],
    line: str,
    subject: str,
    verb: str,
    thing: str,
    tag: str,
    why: str,
) -> None:
    document = parse_text(line)
    found = next(t for t in document.tokens if t.text == verb)
    children = {t.dep: t.text for t in document.children(found.index)}
    assert found.tag == tag, why
    assert (children["nsubj"], children["dobj"]) == (subject, thing), why
    assert [document.text[t.start : t.end] for t in document.tokens] == [
        t.text for t in document.tokens
    ]


@pytest.mark.parametrize(("line", "tags", "why"), NO_VERB, ids=[c[2] for c in NO_VERB])
def test_lines_that_are_not_read_again(line: str, tags: str, why: str) -> None:
    assert reworded(line.split(), tags.split()) is None, why


def test_the_words_of_a_second_reading_keep_their_numbers() -> None:
    found = reworded(["Court", "fines", "blogger"], ["NN", "NNS", "NN"])
    assert found is not None
    assert found.words == ("Court", "has", "fined", "blogger")
    assert found.origin == (0, None, 1, 2)
    assert (found.verb, found.tag, found.lemma) == (1, "VBZ", "fine")


def test_a_past_form_that_is_no_other_word(parse_text: Callable[..., Document]) -> None:
    document = parse_text("Soldiers stopped, searched and beat students at a bridge in Coro.")
    assert next(t.tag for t in document.tokens if t.text == "beat") == "VBD"


def test_every_line_of_the_list_has_a_verb_and_its_participle() -> None:
    for form, verbs in headline_verbs().items():
        assert form.islower(), form
        assert all(verb.participle and verb.participle.islower() for verb in verbs), form
