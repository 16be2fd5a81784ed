"""People counted already, and whom verbs befall where parsers err. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.find.events.counts.counts import all_counts
from reportedly.parse import Document

Parse = Callable[..., Document]

# text, [(kind, number, wording)], why
AGAIN: list[tuple[str, list[tuple[str, int | None, str]], str]] = [
    (
        "Two men were killed. Ana Roa and Luis Paz were shot dead at the gate.",
        [("killed", 2, "Two men")],
        "the two by name",
    ),
    (
        "Two men were killed. Ana Roa was also killed.",
        [("killed", 2, "Two men"), ("killed", 1, "Ana Roa")],
        "one more",
    ),
    (
        "A guard was killed. Ana Roa and Luis Paz were shot dead at the gate.",
        [("killed", 1, "A guard"), ("killed", 1, "Luis Paz")],
        "one of them was told",
    ),
    (
        "Three rebels were killed. The bodies of two rebels were recovered.",
        [("killed", 3, "Three rebels")],
        "of the three",
    ),
    (
        "Two rebels were killed. The bodies of five rebels were recovered.",
        [("killed", 2, "Two rebels"), ("killed", 5, "five rebels")],
        "more than were told",
    ),
    (
        "Rebels killed ten people - seven guards and three clerks - in Belt.",
        [("killed", 10, "ten people")],
        "its shares",
    ),
    (
        "Rebels killed ten people - seven guards and two clerks - in Belt.",
        [("killed", 10, "ten people"), ("killed", 7, "seven guards"), ("killed", 2, "two clerks")],
        "no shares of ten",
    ),
    (
        "A man died of his wounds, bringing the toll to six.",
        [("killed", 6, "six")],
        "one of the six",
    ),
    (
        "Rebels killed Ana Roa, a teacher, and her brother Luis Paz.",
        [("killed", 1, "Ana Roa"), ("killed", 1, "her brother")],
        "joined behind an apposition",
    ),
    (
        "Four men were held. One of them, a guard, was still held on Monday.",
        [("arrested", 4, "Four men")],
        "of those the sentence before tells",
    ),
    (
        "Four men were held. Nine of them were held again.",
        [("arrested", 4, "Four men"), ("arrested", 9, "Nine of them")],
        "more than those",
    ),
    (
        "Eleven were hurt; one, the student Ana Roa, lost two teeth.",
        [("injured", 11, "Eleven")],
        "one of the eleven",
    ),
    (
        "The toll rose to 14 on Monday. Three of the wounded died overnight.",
        [("killed", 14, "14")],
        "the toll holds them",
    ),
    (
        "Four people were killed on Monday. Three of the wounded died overnight.",
        [("killed", 4, "Four people"), ("killed", 3, "Three")],
        "no toll to date",
    ),
    (
        "A blast wounded six people. Four of the wounded had bullet injuries.",
        [("injured", 6, "six people")],
        "of the six",
    ),
    (
        "A blast wounded 16 people, among them four children and a pregnant woman.",
        [("injured", 16, "16 people")],
        "examples joined",
    ),
]

BEFALLS: list[tuple[str, list[tuple[str, int | None, str]], str]] = [
    (
        "Suspected rebels shot dead a former rebel taking him for a spy.",
        [("killed", 1, "a former rebel")],
        "by the order of words",
    ),
    (
        "Police arrested four Belt brigade cadres of the party.",
        [("arrested", 4, "four Belt brigade cadres")],
        "a name that parsers take for a subject",
    ),
    (
        "Rebels dragged two clerks out and shot them dead.",
        [("killed", 2, "two clerks")],
        "a pronoun takes them up",
    ),
    ("Raiders slit the throat of a clerk.", [("killed", 1, "a clerk")], "what is done to a part"),
    (
        "A guard was killed and another wounded.",
        [("killed", 1, "A guard"), ("injured", 1, "another")],
        "a participle without its verb",
    ),
    ("Rebels killed an SPO in Belt.", [("killed", 1, "an SPO")], "only the living are killed"),
    ("The army captured an APC in Belt.", [], "things are captured too"),
    ("A body was found in a pond.", [("killed", 1, "A body")], "a body found"),
    ("The body was founded in 1990.", [], "no body of a dead"),
    (
        "A group of ten rebels shot dead a clerk.",
        [("killed", 1, "a clerk")],
        "the group is none of the dead",
    ),
    ("A group of ten rebels was arrested.", [("arrested", 10, "ten rebels")], "the group is held"),
    (
        "Ana Roa was arrested along with three friends.",
        [("arrested", 1, "Ana Roa"), ("arrested", 3, "three friends")],
        "with her",
    ),
    ("Police arrested twin brothers.", [("arrested", 2, "twin brothers")], "twins are two"),
    (
        "Police arrested two twin brothers.",
        [("arrested", 2, "two twin brothers")],
        "and are counted once",
    ),
    (
        "Rebels killed a husband and wife.",
        [("killed", 1, "a husband"), ("killed", 1, "wife")],
        "one article for both",
    ),
    ("Rebels killed a poet and teacher.", [("killed", 1, "a poet")], "one man of two trades"),
    (
        "Police arrested the union leader Ana Roa, her son and four clerks.",
        [
            ("arrested", 1, "the union leader"),
            ("arrested", 1, "her son"),
            ("arrested", 4, "four clerks"),
        ],
        "a title and a name are one",
    ),
    (
        "The clash left one worker dead and 50 people injured, among them 12 officers.",
        [("killed", 1, "one worker"), ("injured", 50, "50 people")],
        "each is left in a state of its own",
    ),
    (
        "A gunman killed eight worshippers on Friday before being shot dead by guards.",
        [("killed", 1, "A gunman"), ("killed", 8, "eight worshippers")],
        "his own end",
    ),
    (
        "A gunman killed eight worshippers. Guards killed the gunman, Ivo Roe, 29.",
        [("killed", 8, "eight worshippers"), ("killed", 1, "the gunman")],
        "his end told in a sentence of its own",
    ),
    (
        "About 40 protesters walked to the villa, and one protester read a letter.",
        [("crowd", 40, "About 40 protesters")],
        "one of a crowd is no crowd",
    ),
    (
        "A gunman killed eight worshippers before calling the guards.",
        [("killed", 8, "eight worshippers")],
        "what he did next",
    ),
    (
        "Two children aged four and six are missing.",
        [("missing", 2, "Two children")],
        "a state that parsers take for a verb",
    ),
    (
        "Eleven police officers had sustained injuries.",
        [("injured", 11, "Eleven police officers")],
        "an auxiliary that parsers take for the verb",
    ),
    (
        "The turnout was a few dozen, and three of them were led away.",
        [("crowd", None, "a few dozen"), ("arrested", 3, "three of them")],
        "the second number has the verb",
    ),
    ("Two children are missing school.", [], "what they lack"),
    ("One clerk Ana Roa was killed.", [("killed", 1, "One clerk")], "a trade before a name"),
    (
        "Three dead and 12 injured: that is the balance.",
        [("killed", 3, "Three"), ("injured", 12, "12")],
        "an adjective of its own",
    ),
]

CROWDS: list[tuple[str, list[tuple[str, int | None, str]], str]] = [
    (
        "Some 400 people marched in Arvan, 250 in Belt and about 100 in Coro.",
        [("crowd", 400, "Some 400 people"), ("crowd", 250, "250"), ("crowd", 100, "about 100")],
        "a list goes on",
    ),
    (
        "Police arrested 12 people in Arvan, seven in Belt.",
        [("arrested", 12, "12 people"), ("arrested", 7, "seven")],
        "so it does for arrests",
    ),
    ("Thirty-five people are on hunger strike.", [("crowd", 35, "Thirty-five people")], "on it"),
    ("Seven prisoners began a hunger strike.", [("crowd", 7, "Seven prisoners")], "begun"),
    ("Some 30 officers were at the march.", [], "who keeps order is no crowd"),
    ("There were 600 people in the square.", [("crowd", 600, "600 people")], "where they were"),
    (
        "The protest was the largest, with 4,000 people.",
        [("crowd", 4000, "4,000 people")],
        "what a protest is with",
    ),
    ("Teachers, numbering about 900, marched.", [("crowd", 900, "900")], "numbering"),
    (
        "The union says 640 of 700 drivers have stopped work.",
        [("crowd", 640, "640 of 700 drivers")],
        "a part of all",
    ),
    (
        "Half a dozen lawyers protested.",
        [("crowd", 6, "Half a dozen lawyers")],
        "a phrase for six",
    ),
    (
        "More than half a million people marched.",
        [("crowd", 500_000, "More than half a million people")],
        "a phrase with its bound",
    ),
    (
        "Tens of thousands of garment workers rallied.",
        [("crowd", None, "Tens of thousands of garment workers")],
        "the noun behind its modifier",
    ),
    (
        "Of the town's 9,000 teachers, 7,400 stopped work.",
        [("crowd", 7400, "7,400")],
        "the whole stands first",
    ),
    (
        "The firm put the damage at 900,000 euros; the minister had spoken of three million.",
        [],
        "a bare number goes on with what was counted",
    ),
    (
        "Some 200 people marched on 14 May. The union counted 900.",
        [("crowd", 200, "Some 200 people"), ("crowd", 900, "900")],
        "dates are not counted",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), [*AGAIN, *BEFALLS, *CROWDS])
def test_counts(
    parse_text: Parse, text: str, expected: list[tuple[str, int | None, str]], why: str
) -> None:
    found = [
        (f.value.kind, f.value.best or f.value.low, f.value.text)
        for f in all_counts(parse_text(text))
    ]
    assert found == expected, why
