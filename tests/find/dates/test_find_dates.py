"""Time expressions of English news, by examples. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from reportedly.find.dates import find_dates
from reportedly.parse import Document
from reportedly.parse.plain import PlainParser
from reportedly.records import DateMention
from tests.conftest import make_article

Parse = Callable[..., Document]

THURSDAY = date(2024, 3, 14)


def _only(mentions: tuple[DateMention, ...], quote: str) -> DateMention:
    found = [m for m in mentions if m.evidence.quote == quote]
    assert found, f"{quote!r} not among {[m.evidence.quote for m in mentions]}"
    return found[0]


# sentence, expression, earliest, latest, why
DAYS = [
    (
        "It was on April 24 and 25, 2023.",
        "April 24 and 25, 2023",
        "2023-04-24",
        "2023-04-25",
        "two",
    ),
    ("It is dated 3/25/24.", "3/25/24", "2024-03-25", None, "only one reading"),
    ("Police shot two on March 12.", "March 12", "2024-03-12", None, "year from the anchor"),
    ("It began on 12 March 2019.", "12 March 2019", "2019-03-12", None, "day first"),
    ("It began on Dec. 7.", "Dec. 7", "2023-12-07", None, "nearest December is the last one"),
    ("The file is of 2024-03-12.", "2024-03-12", "2024-03-12", None, "ISO"),
    ("It is dated 25/12/2023.", "25/12/2023", "2023-12-25", None, "only one reading"),
    ("It is dated 12/03/2024.", "12/03/2024", "2024-03-12", "2024-12-03", "both readings"),
    ("Two died on Monday.", "Monday", "2024-03-11", None, "the last one"),
    ("Two died on Thursday.", "Thursday", "2024-03-14", None, "the day of publication itself"),
    ("Unions will march on Monday.", "Monday", "2024-03-18", None, "to come"),
    (
        "He was held ahead of a vote on Friday.",
        "Friday",
        "2024-03-15",
        None,
        "the next one is near",
    ),
    ("He was held ahead of Tuesday's vote.", "Tuesday", "2024-03-12", None, "the last one is near"),
    ("Unions will march next Wednesday.", "next Wednesday", "2024-03-20", None, "after today"),
    ("The coming Wednesday is free.", "The coming Wednesday", "2024-03-20", None, "after today"),
    ("He left last Thursday.", "last Thursday", "2024-03-07", None, "before today"),
    ("Vigils were held this Tuesday.", "this Tuesday", "2024-03-12", None, "past clause"),
    ("The march is planned for Monday.", "Monday", "2024-03-18", None, "planned for"),
    ("They called for a strike on Monday.", "Monday", "2024-03-18", None, "what is called for"),
    ("Police did not march on Monday.", "Monday", "2024-03-11", None, "negated past"),
    ("Guards used gas to clear a road on Monday.", "Monday", "2024-03-11", None, "past purpose"),
    ("Guards beat inmates on Monday.", "Monday", "2024-03-11", None, "past that looks present"),
    ("Police kill two on Monday.", "Monday", "2024-03-11", None, "a headline's present"),
    ("Parliament meets on Monday.", "Monday", "2024-03-18", None, "a timetable"),
    ("Dockers mean to strike on Monday.", "Monday", "2024-03-18", None, "an aim"),
    ("For Monday the union keeps its plan.", "Monday", "2024-03-18", None, "for a day to come"),
    ("Monday's strike stops the port.", "Monday", "2024-03-11", None, "the act of a day"),
    ("He could not be found on Monday.", "Monday", "2024-03-11", None, "failed"),
    ("On the first of March two died.", "the first of March", "2024-03-01", None, "ordinal"),
    ("Not since 1999 had so many died.", "1999", "1999-01-01", "1999-12-31", "compared"),
    ("The strike is in its fourth day.", "its fourth day", "2024-03-13", "2024-03-14", "goes on"),
    ("He died on Tuesday evening.", "Tuesday evening", "2024-03-12", None, "part of a day"),
    ("It blew up late on Saturday.", "late on Saturday", "2024-03-09", None, "edge of a day"),
    ("They came yesterday.", "yesterday", "2024-03-13", None, "relative"),
    ("They came last night.", "last night", "2024-03-13", None, "night before"),
    ("They came overnight.", "overnight", "2024-03-13", "2024-03-14", "two days touch"),
    ("They came two days ago.", "two days ago", "2024-03-12", None, "days back"),
    ("They came a week ago.", "a week ago", "2024-03-04", "2024-03-10", "no finer than weeks"),
    ("They met in January.", "January", "2024-01-01", "2024-01-31", "a month"),
    ("Votes are due in December.", "December", "2024-12-01", "2024-12-31", "a month to come"),
    ("In December 41 were killed.", "December", "2023-12-01", "2023-12-31", "a month gone"),
    ("It came in May.", "May", "2023-05-01", "2023-05-31", "a word-like month after 'in'"),
    ("It came in March 2020.", "March 2020", "2020-03-01", "2020-03-31", "month and year"),
    ("It broke away in 2019.", "2019", "2019-01-01", "2019-12-31", "a year"),
    ("It grew in the 1980s.", "the 1980s", "1980-01-01", "1989-12-31", "a decade"),
    ("It met last week.", "last week", "2024-03-04", "2024-03-10", "Monday to Sunday"),
    ("It met earlier this month.", "earlier this month", "2024-03-01", "2024-03-14", "till today"),
    ("It runs from 3 to 5 May 2023.", "from 3 to 5 May 2023", "2023-05-03", "2023-05-05", "range"),
    ("It ran on Dec. 7-9.", "Dec. 7-9", "2023-12-07", "2023-12-09", "range"),
    (
        "They struck between 2014 and 2016.",
        "between 2014 and 2016",
        "2014-01-01",
        "2016-12-31",
        "r",
    ),
    ("In the past two days 9 died.", "the past two days", "2024-03-12", "2024-03-14", "window"),
    ("They marched on 22 Bahman 1402.", "22 Bahman 1402", "2024-02-11", None, "Jalali"),
    ("They marched on 17 Azar 1399.", "17 Azar 1399", "2020-12-07", None, "Jalali, leap year"),
    ("They met on 10 Muharram 1446.", "10 Muharram 1446", "2024-07-15", "2024-07-17", "Hijri ±1"),
]


@pytest.mark.parametrize(("text", "quote", "earliest", "latest", "why"), DAYS)
def test_values(
    parse_text: Parse, text: str, quote: str, earliest: str, latest: str | None, why: str
) -> None:
    mention = _only(find_dates(parse_text(text, published=THURSDAY)), quote)
    assert mention.value.earliest == date.fromisoformat(earliest), why
    assert mention.value.latest == date.fromisoformat(latest or earliest), why


LONG_NIGHTS = [
    ("Ten fell on the night of Monday, March 11.", "the night of Monday, March 11", 11),
    (
        "It burned in the early hours of Sunday, March 10.",
        "the early hours of Sunday, March 10",
        10,
    ),
    ("It burned in the first hours of Sunday.", "the first hours of Sunday", 10),
]


@pytest.mark.parametrize(("text", "quote", "day"), LONG_NIGHTS)
def test_hours_belong_to_the_day_they_name(
    parse_text: Parse, text: str, quote: str, day: int
) -> None:
    value = _only(find_dates(parse_text(text, published=THURSDAY)), quote).value
    assert value.earliest == value.latest == date(2024, 3, day)


NARRATIVE = [
    ("He said on Wednesday that men had burned it the night before.", "the night before", 12),
    ("It was sent on Monday and shown a day later.", "a day later", 12),
    ("They marched on Wednesday, a day after a first march ended in gunfire.", "a day", 12),
    ("A night after the raid they gathered on Friday.", "A night", 7),
    ("On March 5 shots rang out. The next day shops were shut.", "The next day", 6),
]


@pytest.mark.parametrize(("text", "quote", "day"), NARRATIVE)
def test_days_counted_from_the_day_told_before(
    parse_text: Parse, text: str, quote: str, day: int
) -> None:
    value = _only(find_dates(parse_text(text, published=THURSDAY)), quote).value
    assert value.earliest == value.latest == date(2024, 3, day)
    assert value.anchor == "narrative"


def test_since_begins_an_open_range(parse_text: Parse) -> None:
    document = parse_text("They have been on strike since Monday.", published=THURSDAY)
    value = _only(find_dates(document), "Monday").value
    assert (value.earliest, value.latest) == (date(2024, 3, 11), THURSDAY)
    assert (value.granularity, value.text) == ("range", "since Monday")


def test_since_in_a_comparison_is_a_plain_day(parse_text: Parse) -> None:
    document = parse_text("It was the worst fire since March 3, 2014.", published=THURSDAY)
    value = _only(find_dates(document), "March 3, 2014").value
    assert value.earliest == value.latest == date(2014, 3, 3)


def test_a_ten_day_old_strike_began_within_ten_days(parse_text: Parse) -> None:
    document = parse_text("The ten-day-old strike goes on.", published=THURSDAY)
    mention = _only(find_dates(document), "ten-day-old")
    assert mention.kind == "duration"
    assert mention.value.earliest == date(2024, 3, 4)


def test_the_year_of_an_anniversary_dates_no_act(parse_text: Parse) -> None:
    text = "On the anniversary of the 1979 uprising, students rallied on Tuesday."
    mentions = find_dates(parse_text(text, published=THURSDAY))
    assert _only(mentions, "1979").kind == "occasion"
    assert _only(mentions, "anniversary of the 1979 uprising").kind == "occasion"
    assert _only(mentions, "Tuesday").kind == "date"


def test_kinds_without_a_day(parse_text: Parse) -> None:
    text = "For two days they prayed, and every Friday they met."
    mentions = find_dates(parse_text(text, published=THURSDAY))
    assert _only(mentions, "two days").kind == "duration"
    assert _only(mentions, "every Friday").kind == "set"
    assert all(m.value.earliest is None for m in mentions)


NO_DATES = [
    ("Theresa May marched with 2000 people.", "a name, a verb, a number of people"),
    ("The march drew May's critics.", "a noun and a name"),
    ("The 34-year-old man paid $1999.", "an age and a sum"),
    ("They won 3-2 and then lost 12-10.", "scores"),
    ("He lives at 2017 Main Street.", "a house number"),
    ("Call 555-1998 at once.", "a telephone number"),
    ("The Sunday Times wrote of Man Friday.", "names that hold a weekday"),
    ("It will never be 31 April.", "no such day"),
    ("The battle for second place went on.", "a rank"),
]


@pytest.mark.parametrize(("text", "why"), NO_DATES)
def test_what_only_looks_like_a_date(parse_text: Parse, text: str, why: str) -> None:
    assert find_dates(parse_text(text, published=THURSDAY)) == (), why


def test_without_anchor_relative_days_stay_open(parse_text: Parse) -> None:
    mentions = find_dates(parse_text("He came on Monday, in 2019 and yesterday."))
    assert _only(mentions, "Monday").value.earliest is None
    assert _only(mentions, "yesterday").value.latest is None
    assert _only(mentions, "2019").value.earliest == date(2019, 1, 1)


def test_the_dateline_is_an_anchor_and_dates_no_act(parse_text: Parse) -> None:
    mentions = find_dates(parse_text("BELT, March 12, 2024 (Agency) - Two died yesterday."))
    assert _only(mentions, "yesterday").value.earliest == date(2024, 3, 11)
    assert _only(mentions, "March 12, 2024").made_by == "dates:dateline"


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("BELT, March 12, 2024 (Agency) - ", date(2024, 3, 12)),  # written before it was printed
        ("BELT, March 12 (Agency) - ", date(2024, 3, 12)),  # of the year of publication
        ("BELT, January 12, 2024 (Agency) - ", date(2024, 3, 14)),  # an old one tells nothing
        ("", date(2024, 3, 14)),
    ],
)
def test_today_is_the_day_of_writing(parse_text: Parse, dateline: str, day: date) -> None:
    document = parse_text(f"{dateline}Two died today.", published=THURSDAY)
    assert _only(find_dates(document), "today").value.earliest == day


def test_the_address_is_an_anchor(parse_text: Parse) -> None:
    document = parse_text("Two died yesterday.", url="https://herald.example/2024/03/12/two-died")
    assert find_dates(document)[0].value.earliest == date(2024, 3, 11)


def test_works_without_syntax() -> None:
    article = make_article("Unions will march on Monday. Two died on Tuesday.", published=THURSDAY)
    mentions = find_dates(PlainParser()(article))
    assert _only(mentions, "Monday").value.earliest == date(2024, 3, 18)
    assert _only(mentions, "Tuesday").value.earliest == date(2024, 3, 12)


def test_days_in_a_text_without_capitals(parse_text: Parse) -> None:
    text = (
        "arvan: shops in the old town stayed shut on monday after police shot two traders near"
        " the bus station on march 9, and the unions may march to the port later in the week."
    )
    mentions = find_dates(parse_text(text, published=THURSDAY))
    assert _only(mentions, "monday").value.earliest == date(2024, 3, 11)
    assert _only(mentions, "march 9").value.earliest == date(2024, 3, 9)
    assert "may" not in [m.evidence.quote for m in mentions]


def test_timex_values(parse_text: Parse) -> None:
    text = "On March 12, last week, in 2019, for two hours, in January, on Tuesday night."
    mentions = find_dates(parse_text(text, published=THURSDAY))
    assert [m.value.timex_value for m in mentions] == [
        "2024-03-12",
        "2024-W10",
        "2019",
        "PT2H",
        "2024-01",
        "2024-03-12TNI",
    ]


def test_an_address_that_is_none_tells_no_country(parse_text: Parse) -> None:
    """`http://[::1` cannot be split; a day before a month stays open and is found all the same."""
    document = parse_text("They met on 03/04/2024.", published=date(2024, 5, 1), url="http://[::1")
    assert [found.evidence.quote for found in find_dates(document)] == ["03/04/2024"]
