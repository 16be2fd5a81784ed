"""Parts of a number, tolls told by an ordinal, numbers of others. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.find.events.counts.counts import all_counts
from reportedly.parse import Document

Parse = Callable[..., Document]

# text, [(kind, low, high, wording)], why
CASES: list[tuple[str, list[tuple[str, int | None, int | None, str]], str]] = [
    (
        "The toll of the blast rose to 14 from 11 on Tuesday.",
        [("killed", 14, 14, "14")],
        "how many there were once",
    ),
    ("The toll rose to 14, up from 11.", [("killed", 14, 14, "14")], "the same behind 'up'"),
    (
        "The toll was up from 11 to 14.",
        [("killed", 14, 14, "from 11 to 14")],
        "and where it stands first",
    ),
    (
        "Police held five clerks, bringing to 64 the number held since Monday.",
        [("arrested", 5, 5, "five clerks"), ("arrested", 64, 64, "64")],
        "what grows stands behind",
    ),
    (
        "Police arrested 14 from Arvan and 11 from Belt.",
        [("arrested", 14, 14, "14"), ("arrested", 11, 11, "11")],
        "no number grows",
    ),
    (
        "Six guards were hurt, one of them badly.",
        [("injured", 6, 6, "Six guards")],
        "one of the six",
    ),
    (
        "Three of the 19 injured are still in hospital.",
        [("injured", 19, 19, "19")],
        "a part of the same kind",
    ),
    ("A fifth man died on Thursday.", [("killed", 5, 5, "A fifth man")], "so many by now"),
    (
        "A third man was held on Thursday.",
        [("arrested", 1, 1, "A third man")],
        "one more, as there is no toll of the arrested",
    ),
    (
        "Police held two men and picked up a third on Thursday.",
        [("arrested", 2, 2, "two men"), ("arrested", 1, 1, "a third")],
        "a number for one more",
    ),
    ("A third of the guards were injured.", [], "a share of a number not told"),
    ("A third were arrested on Thursday.", [], "a share of a number not told"),
    ("In 2009 eleven people drowned.", [("killed", 11, 11, "eleven people")], "a year before it"),
    ("Three more bodies were taken away.", [], "on top of a number told elsewhere"),
    ("Two men turned out to be with relatives.", [], "found out, and not come"),
    (
        "In Arvan about 300 people formed a chain on Tuesday.",
        [("crowd", 300, 300, "about 300 people")],
        "a town before them",
    ),
    (
        "The raid hurt nine guards. Some 250 people, by our reporter's count, walked through the "
        "streets with candles.",
        [("injured", 9, 9, "nine guards"), ("crowd", 250, 250, "Some 250 people")],
        "others than the wounded",
    ),
    (
        "We reported that four people were injured in Belt. The number was two.",
        [("injured", 2, 2, "two")],
        "a number that the outlet corrects",
    ),
    (
        "The union said 4,000 people took part. The number was 300, the police said.",
        [("crowd", 4000, 4000, "4,000 people"), ("crowd", 300, 300, "300")],
        "another's number stands beside it",
    ),
    (
        "The march drew 1,500 people, said the mayor; our reporters counted about 2,200.",
        [("crowd", 1500, 1500, "1,500 people"), ("crowd", 2200, 2200, "2,200")],
        "counted about so many",
    ),
    (
        "Arsonists set fire to a depot in Belt, sending a night watchman to hospital with burns.",
        [("injured", 1, 1, "a night watchman")],
        "sent to hospital",
    ),
    (
        "The toll from Monday's raid on a church in the hills above Arvan rose to 43.",
        [("killed", 43, 43, "43")],
        "a toll far before its number",
    ),
    (
        "The number of people injured in Monday's raid on Belt rose to 25.",
        [("injured", 25, 25, "25")],
        "a number of people by what befell them",
    ),
    (
        "The toll rose to seven on Tuesday after four of the wounded died.",
        [("killed", 7, 7, "seven")],
        "the four are among the seven",
    ),
    (
        "Five guards were taken off a bus and shot dead.",
        [("killed", 5, 5, "Five guards")],
        "what befell them last",
    ),
    (
        "One man was killed and five others hurt by a shell.",
        [("killed", 1, 1, "One man"), ("injured", 5, 5, "five others")],
        "others with a verb of their own",
    ),
    (
        "A Kenyan was killed and two others were wounded by gunmen.",
        [("killed", 1, 1, "A Kenyan"), ("injured", 2, 2, "two others")],
        "one of a nation",
    ),
    ("A Kenyan was elected.", [], "nothing befell him"),
    (
        "A father, his son and a neighbour were shot dead.",
        [
            ("killed", 1, 1, "A father"),
            ("killed", 1, 1, "his son"),
            ("killed", 1, 1, "a neighbour"),
        ],
        "kin in a list",
    ),
    (
        "A bomb killed a guard, a nurse and two drivers near Arvan on Sunday.",
        [("killed", 1, 1, "a guard"), ("killed", 1, 1, "a nurse"), ("killed", 2, 2, "two drivers")],
        "an object that parsers leave outside the list",
    ),
    (
        "Killed in Tuesday's attack were a headman and three clerks.",
        [("killed", 1, 1, "a headman"), ("killed", 3, 3, "three clerks")],
        "told before who they were",
    ),
    (
        "A man stabbed five people, two fatally, on Saturday.",
        [("injured", 5, 5, "five people"), ("killed", 2, 2, "two")],
        "two of them fatally",
    ),
    (
        "A teacher was killed and her son wounded when a shell hit their house.",
        [("killed", 1, 1, "A teacher"), ("injured", 1, 1, "her son")],
        "a was that is not said again",
    ),
    (
        "Eleven rebels, four of them women, were gunned down.",
        [("killed", 11, 11, "Eleven rebels")],
        "a number with a capital",
    ),
    (
        "Police arrested three drivers and more than a dozen clerks.",
        [("arrested", 3, 3, "three drivers"), ("arrested", 12, None, "more than a dozen clerks")],
        "more than bounds what follows",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[2] for case in CASES])
def test_counts(
    parse_text: Parse, text: str, expected: list[tuple[str, int | None, int | None, str]], why: str
) -> None:
    found = [
        (c.value.kind, c.value.low, c.value.high, c.evidence.quote)
        for c in all_counts(parse_text(text))
    ]
    assert found == expected, why


def test_an_ordinal_is_a_toll_to_date(parse_text: Parse) -> None:
    (count,) = all_counts(parse_text("A fifth man died on Thursday."))
    assert count.value.cumulative


TO_DATE = [
    ("The toll from Monday's raid in Arvan rose to 43.", [False], "the toll of one act"),
    ("The toll in the province rose to 43.", [True], "of many"),
    (
        "Two guards were killed, taking the number of guards killed this month to 31.",
        [False, True],
        "a number that grows with this act",
    ),
    ("Another five guards were wounded.", [False], "no fifth guard"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TO_DATE, ids=[case[2] for case in TO_DATE])
def test_tolls_to_date(parse_text: Parse, text: str, expected: list[bool], why: str) -> None:
    assert [c.value.cumulative for c in all_counts(parse_text(text))] == expected, why


def test_a_number_that_grows_is_a_toll_to_date(parse_text: Parse) -> None:
    text = "Two more died on Thursday, bringing to nine the number of people killed in Belt."
    found = {c.value.best: c.value.cumulative for c in all_counts(parse_text(text))}
    assert found == {2: False, 9: True}
