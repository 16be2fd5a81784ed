"""Subjects that a parser gives to a word beside them are given back. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.parse import Document

# text, verb, its subject, why
CASES = [
    ("A rebel cadre wanted in connection with the murder of two guards was arrested in Hask.",
     "arrested", "cadre", "the participle passed for the verb"),
    ("A rebel leader wanted in nine cases was shot dead in Hask.", "shot", "leader",
     "the clause of the participle passed for the subject"),
    ("In a success for the police, a rebel cadre, identified as Bel, surrendered in Hask.",
     "surrendered", "cadre", "the subject passed for another name of the police"),
    ("Men thought to be bandits kidnapped a priest near Belt.", "kidnapped", "Men",
     "who they may be passed for the verb"),
    ("A new union, Workers' Voice, assaulted drivers of a rival union and damaged nine buses.",
     "assaulted", "union", "the verb passed for a kind of drivers"),
    ("Around 20 rebels of the RPF-Dawn accompanied by some 30 youths set ablaze a bus depot.",
     "set", "rebels", "the verb passed for what was done to the youths"),
    ("About 25 fighters of the CPI-Maoist accompanied by around 30 militia members set ablaze a"
     " phone tower room.", "set", "fighters", "who came along passed for what they did"),
    ("The premier, Ana Roa, elected members and ministers met in Coro.", "met", "premier",
     "an adjective before a noun that has no verb behind it"),
    ("The clerk wanted a rise and was dismissed.", "wanted", "clerk", "he did want it"),
    ("In Arvan, capital of Dorna, police arrested two men.", "arrested", "police",
     "a verb with a subject keeps it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verb", "subject", "why"), CASES, ids=[c[3] for c in CASES])
def test_a_verb_has_its_subject(
    text: str, verb: str, subject: str, why: str, parse_text: Callable[..., Document]
) -> None:
    document = parse_text(text)
    token = next(t for t in document.tokens if t.text == verb)
    found = document.child(token.index, "nsubj", "nsubjpass")
    assert found is not None
    assert (found.text, token.dep) == (subject, "ROOT"), why


def test_who_acts_is_not_who_he_may_be(parse_text: Callable[..., Document]) -> None:
    document = parse_text(
        "Ten were killed when gunmen suspected to be armed herders stormed two farms."
    )
    stormed = next(t for t in document.tokens if t.text == "stormed")
    subject = document.child(stormed.index, "nsubj")
    assert subject is not None
    assert subject.text == "gunmen"


def test_what_nobody_lost_stays(parse_text: Callable[..., Document]) -> None:
    document = parse_text("The students wanted the rector to go.")
    wanted = next(t for t in document.tokens if t.text == "wanted")
    assert wanted.dep == "ROOT"
    assert [t.dep for t in document.children(wanted.index)] == ["nsubj", "ccomp", "punct"]


def test_a_helper_is_shared(parse_text: Callable[..., Document]) -> None:
    document = parse_text("The ministry said 63 people were detained and 15 officers injured.")
    injured = next(t for t in document.tokens if t.text == "injured")
    assert injured.dep == "conj"
    assert document.head(injured).text == "detained"
    assert [t.text for t in document.children(injured.index) if t.dep == "nsubjpass"] == [
        "officers"
    ]
