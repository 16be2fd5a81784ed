"""Where and when an act was. All texts are invented; the towns are real."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.find.events.conftest import PUBLISHED, Read

# text, type, place, first day (None: none), rule of the date
ROWS: list[tuple[str, str, str | None, str | None]] = [
    # the clause's own place and date win over those of the speaker
    (
        "Speaking in Lima on Tuesday, the minister said gunmen had attacked a bus in Piura on"
        " Sunday.",
        "Piura",
        "2024-03-10",
    ),
    # a town before a building is the place of the act
    ("A lawyer was taken from a Nairobi hotel by armed men on Sunday.", "Nairobi", "2024-03-10"),
    # the road's name is no place
    ("Gunmen attacked a bus on the Voi road near Mombasa on Sunday.", "Mombasa", "2024-03-10"),
    # there
    (
        "The mayor came to Piura on Monday. Gunmen shot a guard there on Sunday.",
        "Piura",
        "2024-03-10",
    ),
    # the town of the sentence before
    (
        "The strike in Tacna went on. Police arrested two dockers in the town on Sunday.",
        "Tacna",
        "2024-03-10",
    ),
    # dateline only where nothing else is told
    ("PIURA, March 12 - Gunmen shot a judge on Sunday.", "Piura", "2024-03-10"),
    # the day of the raid in which it was done
    ("Gunmen killed two clerks in a Sunday raid on a bank in Piura.", "Piura", "2024-03-10"),
    # a possessive date
    ("Two people died in Sunday's shooting in Piura.", "Piura", "2024-03-10"),
    # a village that no gazetteer knows is not in the town of the dateline; a square is
    ("LIMA - Gunmen shot a councillor in Zorvalin on Sunday.", "Zorvalin", "2024-03-10"),
    ("LIMA - Gunmen shot a councillor at Kormin Square on Sunday.", "Lima", "2024-03-10"),
    # the day of whom the act is about is no day of what follows
    (
        "Police on Monday arrested two men who had been freed on Saturday in Tacna.",
        "Tacna",
        "2024-03-11",
    ),
    # the day of the claim is none of the act
    (
        "The Front on Monday took responsibility for the killing of two men in Piura on Sunday.",
        "Piura",
        "2024-03-10",
    ),
    (
        "The Front claimed responsibility on Monday for the killing of two men in Piura.",
        "Piura",
        None,
    ),
    # no date anywhere: none, and never the day of publication
    ("Gunmen shot a judge in Piura.", "Piura", None),
]


@pytest.mark.parametrize(("text", "place", "day"), ROWS)
def test_place_and_date(
    read: Callable[..., Read], text: str, place: str | None, day: str | None
) -> None:
    report = (
        next(
            r
            for r in read(text).reports
            if r.type in {"ASSAULT", "COERCE"} and r.stance != "denies"
        )
        if "Police arrested" not in text
        else next(r for r in read(text).reports if r.type == "COERCE")
    )
    assert report.place is not None
    assert report.place.value.name == place
    found = (
        report.date.value.earliest.isoformat()
        if report.date and report.date.value.earliest
        else None
    )
    assert found == day


def test_a_day_after_counts_back_from_the_main_clause(read: Callable[..., Read]) -> None:
    text = "Thousands marched in Cusco on Tuesday, two days after gunmen shot a student there."
    shot = next(r for r in read(text).reports if r.type == "ASSAULT")
    assert shot.date is not None
    assert shot.date.value.earliest == date(2024, 3, 10)
    assert shot.retold


def test_a_week_earlier_counts_from_the_act_before(read: Callable[..., Read]) -> None:
    text = "Police raided a paper in Trujillo on Tuesday. A week earlier, gunmen shot its editor."
    shot = next(r for r in read(text).reports if r.type == "ASSAULT")
    assert shot.date is not None
    assert shot.date.value.earliest is not None
    assert shot.date.value.earliest <= date(2024, 3, 5)


def test_the_scene_lends_place_and_date_with_less_confidence(read: Callable[..., Read]) -> None:
    text = "Students marched in Cusco on Monday. Police arrested nine of them."
    arrest = next(r for r in read(text).reports if r.type == "COERCE")
    assert arrest.place is not None
    assert arrest.date is not None
    assert (arrest.place.value.name, arrest.place.made_by) == ("Cusco", "place.scene")
    assert arrest.date.made_by == "date.scene"
    assert (arrest.date.confidence or 0) < 0.6


def test_a_rally_at_which_police_come_is_not_told_again(read: Callable[..., Read]) -> None:
    reports = read("Police arrested nine people during a rally in Lima on Tuesday.").reports
    assert {(r.type, r.retold) for r in reports} == {("COERCE", False), ("PROTEST", False)}


def test_an_old_date_makes_the_act_retold(read: Callable[..., Read]) -> None:
    text = "In 2014 a bomb killed 20 people in Tacna."
    (report,) = read(text).reports
    assert report.retold


def when(read: Callable[..., Read], text: str, kind: str) -> list[tuple[str, date | None]]:
    """Realis and first day of the reports of one type."""
    reports = (r for r in read(text).reports if r.type == kind)
    return [(r.realis, r.date.value.earliest if r.date else None) for r in reports]


@pytest.mark.parametrize(
    ("opening", "site"),
    [
        ("The editor stood before a Nairobi court on Friday, after a year in Lima.", "court"),
        ("A court in Nairobi sat on Friday. The editor had flown in from Lima.", "court"),
        ("A clerk left a hotel in Nairobi on Friday. He flew to Lima.", "hotel"),
    ],
)
def test_a_site_that_was_named_with_its_town(
    read: Callable[..., Read], opening: str, site: str
) -> None:
    report = read(f"{opening} Police arrested three men outside the {site}.").reports[-1]
    assert report.place is not None
    assert report.place.value.name == "Nairobi"


WEEKDAYS = [
    ("A demonstration is to be held in Cusco on Friday.", "PROTEST", "planned", 15),
    ("A march planned for Saturday in Cusco worries the mayor.", "PROTEST", "planned", 16),
    ("Farmers announced a blockade for Friday in Cusco.", "PROTEST", "planned", 15),
    ("The two sides meet in Geneva on Thursday.", "CONSULT", "planned", 14),
    ("Envoys of both sides are to meet in Tacna on 20 March.", "CONSULT", "planned", 20),
    ("Police deny that officers shot two men in Cusco on Friday.", "ASSAULT", "actual", 8),
    ("The attack in Cusco on Friday is being investigated.", "ASSAULT", "actual", 8),
]


@pytest.mark.parametrize(("text", "kind", "realis", "day"), WEEKDAYS)
def test_a_weekday_lies_on_the_side_of_its_act(
    read: Callable[..., Read], text: str, kind: str, realis: str, day: int
) -> None:
    assert when(read, text, kind) == [(realis, date(2024, 3, day))]


@pytest.mark.parametrize(
    ("text", "first", "last", "realis", "why"),
    [
        ("Two shepherds were killed in Lima in May.",
         date(2023, 5, 1), date(2023, 5, 31), "actual", "what was done is no day to come"),
        ("Police have arrested nine miners in Lima since April 5.",
         date(2023, 4, 5), PUBLISHED, "actual", "from then to the day of the text"),
        ("Miners will march in Lima in May.",
         date(2024, 5, 1), date(2024, 5, 31), "planned", "to come"),
        ("Police closed the road from Lima to Callao from April 5.",
         date(2024, 4, 5), date(2024, 4, 5), "planned", "an order may begin later"),
    ],
)  # fmt: skip
def test_a_day_without_a_year_lies_on_the_side_of_its_act(
    read: Callable[..., Read], text: str, first: date, last: date, realis: str, why: str
) -> None:
    (report,) = [r for r in read(text).reports if r.type in {"ASSAULT", "COERCE", "PROTEST"}]
    assert report.date is not None
    found = report.date.value.earliest, report.date.value.latest, report.realis
    assert found == (first, last, realis), why


def test_overnight_is_before_the_words(read: Callable[..., Read]) -> None:
    text = "Rebels set fire to a mill in Lima overnight, the mayor said on Sunday."
    (attack,) = read(text).reports
    assert attack.date is not None
    value = attack.date.value
    assert (value.earliest, value.latest) == (date(2024, 3, 9), date(2024, 3, 10))


def test_a_road_between_two_towns_is_one_place(read: Callable[..., Read]) -> None:
    text = "A drone struck a car on the road between Tyre and Qana on Monday, wounding three."
    assert [r.place and r.place.value.name for r in read(text).reports] == ["Tyre"]


def test_the_day_of_what_is_asked_for_is_not_that_of_asking(read: Callable[..., Read]) -> None:
    assert when(read, "The union called a strike for Friday.", "REQUEST") == [("actual", None)]


def test_a_background_clause_lends_no_date(read: Callable[..., Read]) -> None:
    text = (
        "Some 900 people marched in Cusco on Thursday, a day after gunmen shot a student. Police"
        " arrested 14 of them."
    )
    assert when(read, text, "COERCE") == [("actual", date(2024, 3, 7))]


def test_a_verb_in_the_past_dates_what_follows(read: Callable[..., Read]) -> None:
    text = "It was market day in Cusco on Monday. At noon gunmen shot a trader."
    (report,) = [r for r in read(text).reports if r.type == "ASSAULT"]
    assert report.date is not None
    assert report.date.value.earliest == date(2024, 3, 11)
    assert report.date.made_by == "date.lately"


def test_not_since_a_year_means_the_year(read: Callable[..., Read]) -> None:
    text = "Not since 1999, when a bomb killed 23 people in Tacna, had the town seen such a fire."
    (report,) = [r for r in read(text).reports if r.type == "ASSAULT"]
    assert report.date is not None
    assert report.date.value.latest == date(1999, 12, 31)
    assert report.retold


@pytest.mark.parametrize(
    ("text", "earliest", "why"),
    [
        (
            "Gunmen killed two in Tacna on Monday. It was the worst attack there since 2019, when "
            "a bomb killed 12 people.",
            date(2019, 1, 1),
            "the year in which the bomb went off",
        ),
        (
            "Gunmen killed two in Tacna on Monday. It was the deadliest attack since May 2023, "
            "when rebels killed 12 people.",
            date(2023, 5, 1),
            "a month",
        ),
        (
            "Gunmen killed two in Tacna on Monday. It was the worst attack there since 2019.",
            date(2024, 3, 11),
            "nothing is told of that year",
        ),
    ],
)
def test_the_worst_since(read: Callable[..., Read], text: str, earliest: date, why: str) -> None:
    last = [r for r in read(text).reports if r.type == "ASSAULT"][-1]
    assert last.date is not None
    assert last.date.value.earliest == earliest, why


@pytest.mark.parametrize(
    ("where", "name"), [("there", "Tacna"), ("in the town", "Tacna"), ("in the country", None)]
)
def test_where_the_worst_since_was(read: Callable[..., Read], where: str, name: str | None) -> None:
    text = (
        f"Gunmen killed two in Tacna on Monday. It was the worst attack {where} since 2019, when "
        "a bomb killed 12 people."
    )
    last = [r for r in read(text).reports if r.type == "ASSAULT"][-1]
    assert (None if last.place is None else last.place.value.name) == name


def test_without_publication_date_a_weekday_is_not_replaced(read: Callable[..., Read]) -> None:
    text = "A bomb killed two dockers in Tacna on Monday. In 2014 a bomb killed 20 people there."
    first = next(r for r in read(text, published=None).reports if r.type == "ASSAULT")
    assert first.date is not None
    assert (first.date.evidence.quote, first.date.value.earliest) == ("Monday", None)


def test_a_town_before_an_act_is_its_place(read: Callable[..., Read]) -> None:
    text = "Of the 20 people arrested at the Cusco march, 12 were released on Tuesday."
    (report,) = [r for r in read(text).reports if r.type == "RETREAT"]
    assert report.place is not None
    assert report.place.value.name == "Cusco"


def test_troops_act_where_they_are_sent(read: Callable[..., Read]) -> None:
    (report,) = read("The army sent 300 soldiers from Lima to Tacna on Monday.").reports
    assert report.place is not None
    assert report.place.value.name == "Tacna"


def test_an_act_under_way_is_news(read: Callable[..., Read]) -> None:
    text = "In Cusco she began the fourth day of her hunger strike on Monday."
    (report,) = read(text).reports
    assert not report.retold


def test_the_first_of_two_attacks(read: Callable[..., Read]) -> None:
    text = (
        "Gunmen attacked a barracks in Tacna on Monday, a day after mortars killed a cook there."
        " Three soldiers were wounded in the first attack."
    )
    first = next(
        r
        for r in read(text).reports
        if r.date is not None and r.date.value.earliest == date(2024, 3, 10)
    )
    assert "wounded" in {m.quote for m in first.mentions}


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        (
            "Ana Roe, a clerk of Munsiyari tehsil in Pithoragarh District, was shot dead by gunmen"
            " on Monday.",
            "Munsiari",
            "the innermost known place of a chain",
        ),
        (
            "Gunmen shot a guard in Xyzzyvada village of Pithoragarh District.",
            "Pithoragarh",
            "what holds a village that nobody knows",
        ),
        (
            "Gunmen killed a guard in Pithoragarh District. He was shot dead near Gangolihat"
            " village in the District.",
            "Gangolihat",
            "the village that another passage gives",
        ),
        (
            "Gunmen shot a guard between Lima and Tacna.",
            "Lima",
            "no chain: neither holds the other",
        ),
    ],
)
def test_the_closest_place_that_is_known(
    read: Callable[..., Read], text: str, place: str, why: str
) -> None:
    found = {r.place.value.name if r.place else None for r in read(text).reports}
    assert found == {place}, why


# text, type, place, first day, why
VALUES: list[tuple[str, str, str | None, str | None, str]] = [
    ("Kenyan police arrested 14 men on Sunday.", "COERCE", "Kenya", "2024-03-10", "their country"),
    ("Kenyan soldiers arrested 14 men on Sunday.", "COERCE", None, "2024-03-10", "armies travel"),
    (
        "Police arrested two dockers on Sunday. They were held at a station in Tacna.",
        "COERCE",
        "Tacna",
        "2024-03-10",
        "the one town, told in the next sentence",
    ),
    (
        "In Zwolle, where farmers had dumped manure on Sunday, three men were detained.",
        "PROTEST",
        "Zwolle",
        "2024-03-10",
        "the place that the clause is about",
    ),
    (
        "Thousands marched in Lima, according to the organisers, on Sunday.",
        "PROTEST",
        "Lima",
        "2024-03-10",
        "the clause goes on behind the speaker",
    ),
    (
        "On Sunday shops in Kisumu closed and 400 students marched to the hospital.",
        "PROTEST",
        "Kisumu",
        "2024-03-10",
        "a day that opens a sentence is that of both verbs",
    ),
    (
        "The union announced a strike in Lima for Friday.",
        "PROTEST",
        "Lima",
        "2024-03-15",
        "what is announced lies ahead",
    ),
    (
        "The union in Lima threatened to strike on Friday.",
        "THREATEN",
        "Lima",
        None,
        "the day of the strike is not that of the threat",
    ),
    (
        "The march in Lima, planned for Saturday, was banned.",
        "COERCE",
        "Lima",
        None,
        "the day of the march is not that of the ban",
    ),
    (
        "Envoys met in Geneva on Sunday and agreed on common patrols.",
        "AGREE",
        "Geneva",
        "2024-03-10",
        "a further verb of the same subject",
    ),
    (
        "Norway granted asylum to two dancers who had left their company last autumn.",
        "AID",
        None,
        None,
        "an old day of those whom the act is about",
    ),
    (
        "A crowd stormed a bank in Baghdad on Sunday night. Two guards had been beaten an hour "
        "earlier.",
        "ASSAULT",
        "Baghdad",
        "2024-03-10",
        "an hour earlier is on the day of the scene",
    ),
    (
        "Three people are in hospital in Lyon after a knife attack on Sunday.",
        "ASSAULT",
        "Lyon",
        "2024-03-10",
        "what stands after 'after' lies behind",
    ),
    (
        "QUETTA: Police arrested two traders in Multan on Sunday.",
        "COERCE",
        "Multan",
        "2024-03-10",
        "a dateline before a colon gives way to the place that is told",
    ),
    (
        "SUVA: Police arrested two traders on Sunday.",
        "COERCE",
        "Suva",
        "2024-03-10",
        "a dateline before a colon is the place where nothing else is told",
    ),
    (
        "A court in Osh on Sunday jailed the editor until 15 May.",
        "COERCE",
        "Osh",
        "2024-03-10",
        "the end of a term is no day of the act",
    ),
    (
        "SUVA: The league called on Hanoi on Sunday to free the editor.",
        "REQUEST",
        "Suva",
        "2024-03-10",
        "a capital that stands for its government is no place",
    ),
    (
        "Police in Suva arrested a blogger on Sunday, accusing her of insulting the court.",
        "ACCUSE",
        "Suva",
        "2024-03-10",
        "words beside a deed are said where and when it is done",
    ),
]


@pytest.mark.parametrize(("text", "kind", "place", "day", "why"), VALUES)
def test_values(
    read: Callable[..., Read], text: str, kind: str, place: str | None, day: str | None, why: str
) -> None:
    report = next(r for r in read(text).reports if r.type == kind)
    first = report.date.value.earliest if report.date else None
    assert (report.place.value.name if report.place else None) == place, why
    assert (first.isoformat() if first else None) == day, why


# text, whether the attack is told again, why
RETOLD: list[tuple[str, bool, str]] = [
    ("The site of an exchange in Darhan was down on Monday after a cyber attack.", False, "news"),
    ("Students marched in Lima after the killing of a girl in Tacna on Friday.", True, "a cause"),
    ("Students marched on the anniversary of a massacre in Tacna in 1989.", True, "an occasion"),
]


@pytest.mark.parametrize(("text", "retold", "why"), RETOLD)
def test_what_is_new_and_what_is_told_again(
    read: Callable[..., Read], text: str, retold: bool, why: str
) -> None:
    attack = next(r for r in read(text).reports if r.type in {"ASSAULT", "COERCE"})
    assert attack.retold is retold, why


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("The minister, who led the 2011 protests, met students in Tunis.", (2011, 2011)),
        ("He was arrested in the 1990s.", (1990, 1999)),
    ],
)
def test_old_acts_have_the_year_of_their_wording(
    read: Callable[..., Read], text: str, years: tuple[int, int]
) -> None:
    (report,) = (one for one in read(text, published=date(2024, 3, 12)).reports if one.retold)
    assert report.date is not None
    earliest, latest = report.date.value.earliest, report.date.value.latest
    assert earliest is not None
    assert latest is not None
    assert (earliest.year, latest.year) == years


def test_the_whole_country_of_an_adjective(read: Callable[..., Read]) -> None:
    text = (
        "The Romanian ministry has deployed 38,000 police officers throughout the country for"
        " Sunday's local elections. In Cluj-Napoca the mayor thanked them."
    )
    moved = next(r for r in read(text).reports if r.type == "MOBILIZE")
    assert moved.place is not None
    assert moved.place.value.name == "Romania"
    assert moved.date is None


DECISIONS = [
    ("The government on Tuesday decided to close the bridge in Narva.", None),
    ("The government decided to close the bridge in Narva on Friday.", date(2024, 3, 15)),
]


@pytest.mark.parametrize(("text", "day"), DECISIONS)
def test_the_day_of_a_decision_is_not_that_of_the_plan(
    read: Callable[..., Read], text: str, day: date | None
) -> None:
    assert when(read, text, "COERCE") == [("planned", day)]


def test_a_verb_is_no_last_week(read: Callable[..., Read]) -> None:
    assert not read("Their leader said that the truce would last two weeks.").reports


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # the day on which a state ends is no day of what begins it
        ("The blogger was placed in detention until 3 November.", "COERCE", None),
        ("Police on Sunday banned rallies in Lima until Thursday.", "COERCE", "2024-03-10"),
        # the day of whom an act is about is no day of the act
        ("Kidnappers freed two nuns who had been seized in Piura last week.", "RETREAT", None),
        ("Kidnappers on Monday freed two nuns seized in Piura last week.", "RETREAT", "2024-03-11"),
        (
            "Villagers lynched two men accused of theft near Piura on Sunday.",
            "ASSAULT",
            "2024-03-10",
        ),
    ],
)
def test_days_of_something_else(
    read: Callable[..., Read], text: str, kind: str, day: str | None
) -> None:
    report = next(r for r in read(text).reports if r.type == kind)
    first = None if report.date is None else report.date.value.earliest
    assert (None if first is None else first.isoformat()) == day
    assert report.realis == "actual"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kenya closed its border with Somalia on Sunday.", "Kenya"),
        ("Germany expelled a diplomat for spying in Piura; the envoy left from Lima.", None),
        ("Armed men shot a judge in Nigeria's northwestern Zamfara state.", "Zamfara"),
        ("Armed men shot a judge in India's northeastern state of Manipur.", "Manipur"),
        ("Russia shelled a Ukrainian port on Sunday.", None),
    ],
)
def test_places_of_another_side_or_reason(
    read: Callable[..., Read], text: str, place: str | None
) -> None:
    report = next(r for r in read(text).reports if r.type in {"COERCE", "SANCTION", "ASSAULT"})
    assert (None if report.place is None else report.place.value.name) == place


def test_what_came_on_a_day_in_the_first_sentence_dates_what_follows(
    read: Callable[..., Read],
) -> None:
    text = (
        "Villagers say the trucks that came to Piura on Sunday carried no rice.\n\nSoldiers"
        " climbed down at the bridge and shot two men, they said."
    )
    (shot,) = (r for r in read(text).reports if r.type == "ASSAULT")
    assert shot.date is not None
    assert str(shot.date.value.earliest) == "2024-03-10"


def test_whose_release_a_judge_orders(read: Callable[..., Read]) -> None:
    text = "Police arrested two men in Piura on Sunday. A judge in Lima ordered their release."
    (freed,) = (r for r in read(text).reports if r.type == "RETREAT")
    assert freed.mode == "release"
    assert freed.place is not None
    assert freed.place.value.name == "Lima"
