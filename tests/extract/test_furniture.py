"""What is cut from around an article, and what must stay. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.errors import DataError
from reportedly.extract import check_furniture, load_furniture
from reportedly.records import Article

BODY = (
    "Dockers in Orla walked out on Monday, their union said.\n\n"
    "The port office said that two ships were waiting. Nobody was hurt."
)
TITLE = "Dockers walk out in Orla"

ABOVE = [
    ("Home > World > Harbours", "breadcrumb"),
    ("News » Regions » Coast", "breadcrumb"),
    ("You are here: Home / Coast", "breadcrumb"),
    ("Skip to main content", "menu"),
    ("Staff and agencies", "generic byline"),
    ("By our own correspondent", "generic byline"),
    ("By our reporters in Orla", "generic byline"),
    ("From our staff in the capital", "generic byline"),
    ("Web desk", "generic byline"),
    ("By Ana Brisk", "byline"),
    ("By Ana Brisk and Tom O'Dell in Orla", "byline"),
    ("Published: 11 March 2024, 10:15 GMT", "date of publication"),
    ("Updated 3 hours ago", "date of publication"),
    ("4 min read", "page control"),
    ("Advertisement", "advertisement"),
    ("Dockers walk out", "site or section label"),
    ("DOCKERS WALK OUT IN ORLA", "repeats the title"),
    ("Share | Tweet | Print", "share button"),
]
BELOW = [
    ("Tags: Orla, docks, strike", "tags"),
    ("Filed under: Economy, Labour", "tags"),
    ("#Orla #docks #strike", "tags"),
    ("Read also: Five walks along the quay", "link to another article"),
    ("Most read: Swan stops tram in Orla", "link to another article"),
    ("READ MORE: Harbour budget grows", "link to another article"),
    ("Related story — The crane that sings", "link to another article"),
    ("Subscribe to our newsletter | Share on WhatsApp", "newsletter appeal"),
    ("Get the morning's headlines in your inbox. Sign up here.", "newsletter appeal"),
    ("Never miss a story. Subscribe now!", "newsletter appeal"),
    ("Print this page | Back to top", "share button"),
    ("Like & share", "share button"),
    ("Share this story on Facebook, Twitter and WhatsApp", "share button"),
    ("Follow us on Telegram and X", "appeal to follow"),
    ("The Quay Gazette depends on its readers. Please donate.", "appeal to readers"),
    ("Support independent journalism", "appeal to readers"),
    ("Become a member today", "appeal to readers"),
    ("Readers may send letters to the editor.", "appeal to readers"),
    ("Got a tip? Write to the newsroom at tips@quay.example.", "appeal to readers"),
    ("(Reporting by Ana Brisk; editing by Tom O'Dell)", "credits"),
    ("© 2024 Quay Gazette. All rights reserved.", "rights notice"),
    ("This article first appeared in the Quay Gazette.", "rights notice"),
    ("Photo: Ana Brisk/Quay Pictures", "picture credit"),
    ("Source: Orla News Agency", "credit line"),
    ("Others are reading: Swan stops tram in Orla", "link to another article"),
    ("Next article: The crane that sings", "link to another article"),
    ("In tomorrow's paper: the price of salt", "link to another article"),
    ("Like what you read? Have the Quay Gazette in your inbox at six.", "newsletter appeal"),
    ("The Quay Gazette carries no advertising. Become a shareholder.", "appeal to readers"),
    ("For the price of one coffee a week you keep this paper alive.", "appeal to readers"),
    ("Press desk: Monday to Friday, nine to four", "appeal to readers"),
    ("Quay Gazette, Harbour Street 5. Tel. 555 0123 44", "appeal to readers"),
    ("Weather for Orla, Belt and Coro", "weather, markets and other services"),
    ("Exchange rates for 4 May", "weather, markets and other services"),
    ("Continued on page 7", "page and edition"),
    ("Thank you for reading.", "sign-off"),
    ("This story is developing and will be updated.", "sign-off"),
    ("Paid notice", "advertisement"),
    ("Send to a friend | Print", "share button"),
    ("Running time 92 minutes. Three stars.", "facts of a review"),
    ("Rating: 4/5", "facts of a review"),
    ("3 comments", "comment area"),
    ("ENDS", "separator"),
]


@pytest.mark.parametrize(("line", "reason"), ABOVE)
def test_above_the_article(article_of: Callable[..., Article], line: str, reason: str) -> None:
    article = article_of(title=TITLE, text=f"{line}\n\n{BODY}")
    assert article.text == BODY
    assert [(f.text, f.reason) for f in article.furniture] == [(line, reason)]


@pytest.mark.parametrize(("line", "reason"), BELOW)
def test_below_the_article(article_of: Callable[..., Article], line: str, reason: str) -> None:
    article = article_of(title=TITLE, text=f"{BODY}\n\n{line}")
    assert article.text == BODY
    assert [(f.text, f.reason) for f in article.furniture] == [(line, reason)]


@pytest.mark.parametrize(
    "line",
    [
        "Join us at the bridge on Monday, the union said.",  # a call, and news
        "Donate now, the mayor told the crowd, or the clinic will close.",
        "The Quay Gazette lives from its readers, its editor told the court.",
        "The Quay Gazette lives from its readers.",  # no appeal stands beside it
        "Police shared the picture on Facebook.",
        "Follow the money, the prosecutor said.",
        "The newspaper's staff and agencies of the state were in the hall.",
        "By nightfall the road was closed.",
        "Support for the strike grew in the north.",
        "More on the coast than inland, the storm broke roofs.",
        "Four stars of the national team were held for a night.",
        "Updated figures put the dead at nine.",
        "He was one of 3 people who saw it.",
        "Photographs of the blast were shown to the jury.",
        "Sign up for the march at the gate, the leaflet said.",
        "“Share this with your neighbours,” the voice on the tape said.",
        "(Corrects paragraph 2: the ship left on Sunday, not on Monday.)",
        "Contact between the two sides broke off on Friday.",
        "Read the law again, the judge told them.",
        "The wounded can be reached by boat only.",
        "The author is a journalist whom police held on Monday.",
        "Related: the word that the minister would not use.",
    ],
)
@pytest.mark.parametrize("place", ["above", "between", "below", "ending"])
def test_sentences_stay_wherever_they_stand(
    article_of: Callable[..., Article], line: str, place: str
) -> None:
    first, second = BODY.split("\n\n")
    text = {
        "above": f"{line}\n\n{BODY}",
        "between": f"{first}\n\n{line}\n\n{second}",
        "below": f"{BODY}\n\n{line}",
        "ending": f"{BODY} {line}",
    }[place]
    article = article_of(title=TITLE, text=text)
    assert article.text == text
    assert article.furniture == ()


@pytest.mark.parametrize(
    "appeal",
    [
        "Readers can write to the editors at any time.",
        "Follow Ana Brisk on Twitter @anabrisk.",
        "Sign up for our newsletter here.",
        "The Quay Gazette lives from its members. Become a supporter today.",
    ],
)
def test_an_appeal_at_the_end_of_the_last_paragraph(
    article_of: Callable[..., Article], appeal: str
) -> None:
    article = article_of(title=TITLE, text=f"{BODY} {appeal}")
    assert article.text == BODY
    assert [f.text for f in article.furniture] == [appeal]


def test_a_list_of_other_articles_goes_with_its_heading(
    article_of: Callable[..., Article],
) -> None:
    first, second = BODY.split("\n\n")
    teasers = "Most read\nSwan stops tram\nMan sells moon to tourist"
    below = article_of(title=TITLE, text=f"{BODY}\n\n{teasers}")
    assert below.text == BODY
    inside = article_of(title=TITLE, text=f"{first}\n\n{teasers}\n\n{second}")
    assert inside.text == BODY


def test_teasers_about_violence_are_no_text(article_of: Callable[..., Article]) -> None:
    text = f"{BODY}\n\nMore from the Quay Gazette\nGunmen kill two in Talmo\nBlast hits depot"
    assert article_of(title=TITLE, text=text).text == BODY


def test_a_byline_and_a_date_are_kept_as_facts(article_of: Callable[..., Article]) -> None:
    article = article_of(title=TITLE, text=f"By Ana Brisk\n11 March 2024\n\n{BODY}")
    assert article.byline == "Ana Brisk"
    assert (str(article.published), article.published_basis) == ("2024-03-11", "guessed")


def test_generic_bylines_name_nobody(article_of: Callable[..., Article]) -> None:
    assert article_of(title=TITLE, text=f"Staff and agencies\n\n{BODY}").byline is None


def test_the_shipped_rules_are_sound() -> None:
    assert check_furniture() == []


def test_faults_are_named_with_file_and_rule(tmp_path: Path) -> None:
    file = tmp_path / "furniture.toml"
    file.write_text(
        "[[rule]]\nid = 'a'\nreason = 'r'\nscope = 'page'\nwhere = 'any'\n"
        "patterns = ['(', 'x*', '{nobody} here']\n"
        "[[rule]]\nid = 'a'\nscope = 'line'\nwhere = 'here'\nsize = 3\npatterns = []\n"
    )
    faults = check_furniture(file)
    for part in (
        "a: scope must be", "missing )", "matches nothing at all", "no fragment {nobody}",
        "a: the id stands twice", "a: no reason", "a: unknown key size", "a: where must be",
    ):  # fmt: skip
        assert any(part in fault for fault in faults), part
    assert all(fault.startswith("furniture.toml: ") for fault in faults)
    with pytest.raises(DataError, match=r"furniture\.toml"):
        load_furniture(file)


NEWS = [
    "The weather for the rest of the week held up the ferries.",
    "Weather stopped the search on Tuesday.",
    "Markets in the capital stayed shut on Monday.",
    "The office is open from Monday again, the mayor said.",
    "Open from Monday: the new ferry line, which the city had promised for years.",
    "The party takes no money from abroad.",
    "Others are reading the report as a warning.",
    "Support the wounded, the crowd shouted.",
    "Buy a share of the land, the flyer said.",
    "Until Friday the bridge stays closed.",
    "Fund the hospitals first, the doctors demanded.",
    "The press office of the ministry said on Monday that nobody was hurt.",
]


@pytest.mark.parametrize("line", NEWS)
def test_news_in_words_like_those_of_furniture_stays(
    article_of: Callable[..., Article], line: str
) -> None:
    for text in (f"{BODY}\n\n{line}", f"{line}\n\n{BODY}"):
        assert article_of(title=TITLE, text=text).text == text
