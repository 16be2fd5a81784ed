"""Private persons become roles and places no finer than a town; all names are invented."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reportedly.export.privacy import WITHHELD, Open, Redacted, role_of
from reportedly.records import Actor, Entity, Link, Place
from tests.conftest import make_article
from tests.export.conftest import ANALYSIS, ARTICLE, CORO, MIRA, REPORT, STREET, TEXT, words

REDACTED = Redacted(ARTICLE, ANALYSIS)


def test_a_passage_loses_names_ages_trades_villages_and_streets() -> None:
    shown = REDACTED.passage(words(TEXT))
    for private in ("Mira", "Oyelaran", "Tano", "24", "baker", "Hask", "Lantern"):
        assert private not in shown
    assert shown.startswith("Police held [a person], on [a place] in Coro on Friday")


def test_a_minister_stays() -> None:
    assert "Interior Minister Ada Quill denied it" in REDACTED.passage(words(TEXT))


def test_a_surname_alone_is_hidden_too() -> None:
    assert REDACTED.words("the Oyelaran case") == "the a person case"


@pytest.mark.parametrize(
    ("sectors", "role"),
    [(("JRN",), "a journalist"), (("XXX", "MIL"), "a soldier"), ((), "a person")],
)
def test_roles(sectors: tuple[str, ...], role: str) -> None:
    assert role_of(sectors) == role


def test_actors() -> None:
    public = Actor(name="Ada Quill", kind="person", exposure="office")
    assert REDACTED.actor(MIRA) == "a person"
    assert REDACTED.actor(public) == "Ada Quill"
    assert REDACTED.actor(Actor(name="port clinic", kind="organisation")) == "an institution"
    assert REDACTED.actor(Actor(name="a mosque", kind="organisation")) == "a mosque"
    assert REDACTED.actor(Actor(name="relatives of Mira Oyelaran", kind="group")) == (
        "relatives of a person"
    )


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        (Link(name="Tano Oyelaran", kind="named", stance="states"), "a person"),
        (Link(name="Ada Quill", kind="named", stance="states", private=False), "Ada Quill"),
        (Link(name="port clinic", kind="collective", stance="states", private=False),
         "an institution"),
        (Link(name="The Coro Post", kind="outlet", stance="states"), "The Coro Post"),
    ],
)  # fmt: skip
def test_speakers(link: Link, shown: str) -> None:
    assert REDACTED.speaker(link) == shown


def test_places() -> None:
    assert REDACTED.place(CORO) == CORO
    coarse = REDACTED.place(STREET)
    assert coarse is not None
    assert (coarse.name, coarse.lat, coarse.precision) == ("Sena", None, "province")
    assert REDACTED.place(Place(name="Lantern Street", precision="site")) is None


def test_open_hides_nothing() -> None:
    assert Open().passage(words(TEXT)) == TEXT
    assert Open().actor(MIRA) == "Mira Oyelaran"
    assert Open().place(STREET) == STREET


def test_a_passage_that_begins_inside_a_name_shows_no_rest_of_it() -> None:
    assert REDACTED.passage(words("Oyelaran, 24, a baker")) == "[a person]"


def test_persons_that_no_entity_holds_are_hidden() -> None:
    text = "Police held Ilse Brandt in Coro."
    article = make_article(text)

    def at(part: str) -> Any:
        start = text.index(part)
        return replace(
            words("Police"), text_id=article.text_id, start=start, end=start + len(part), quote=part
        )

    actor = replace(REPORT.recipients[0], value=Actor(name="Ilse Brandt", kind="person"))
    analysis = replace(ANALYSIS, entities=(), places=(),
                       reports=(replace(REPORT, recipients=(actor,)),))  # fmt: skip
    assert Redacted(article, analysis).passage(at(text)) == "Police held [a person] in Coro."


@pytest.mark.parametrize("missing", [("syntax",), ("gazetteer",)])
def test_a_text_whose_names_could_not_be_read_shows_no_passage(missing: tuple[str, ...]) -> None:
    blind = Redacted(ARTICLE, replace(ANALYSIS, entities=(), places=(), missing=missing))
    assert blind.passage(words(TEXT)) == WITHHELD
    assert blind.title("Police hold Mira Oyelaran") == WITHHELD
    assert blind.actor(Actor(name="Mira", kind="unknown")) == "a person"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://post.example/2024/coro-arrests", "https://post.example/2024/coro-arrests"),
        ("https://post.example/2024/mira-oyelaran-held", "https://post.example/"),
        ("https://post.example/Mira%20Oyelaran.html", "https://post.example/"),
        ("https://post.example/the-oyelaran-case?page=2", "https://post.example/"),
        ("https://post.example/oyelarans", "https://post.example/oyelarans"),  # another word
        (None, None),
    ],
)
def test_an_address_that_names_a_private_person_is_cut(url: str | None, shown: str | None) -> None:
    assert REDACTED.address(url) == shown


def _told(text: str) -> tuple[Redacted, Any]:
    """A text in which no finder saw anybody, and all of it as a passage."""
    article = make_article(text)
    whole = replace(words("Police"), text_id=article.text_id, start=0, end=len(text), quote=text)
    nobody = replace(ANALYSIS, entities=(), places=(), reports=())
    return Redacted(article, nobody), whole


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One of them is Ilse Brandt, 19, a nursing student.", "One of them is [a person]."),
        ("Ilse de Brandt (42) was freed.", "[a person] was freed."),
        ("On Friday, 12 people were held.", "On Friday, 12 people were held."),
        ("In Late March, 12, 13 and 14 shops shut.", "In Late March, 12, 13 and 14 shops shut."),
    ],
)
def test_a_name_with_an_age_is_a_person_though_no_finder_saw_it(text: str, shown: str) -> None:
    redacted, whole = _told(text)
    assert redacted.passage(whole) == shown


def test_a_copy_masks_long_names_that_nobody_knows() -> None:
    redacted, _ = _told("Police freed Ilse Brandt in Coro.")
    assert redacted.spans() == [(13, 24)]


def test_a_venue_that_speaks_is_an_institution_in_passages_too() -> None:
    text = "A doctor at the port clinic said so."
    article = make_article(text)
    start = text.index("the port")
    mention = replace(words("Police"), text_id=article.text_id, start=start, end=start + 15,
                      quote="the port clinic")  # fmt: skip
    clinic = Entity(entity_id="e1", name="port clinic", kind="organisation", mentions=(mention,))
    redacted = Redacted(article, replace(ANALYSIS, entities=(clinic,), places=(), reports=()))
    whole = replace(mention, start=0, end=len(text), quote=text)
    assert redacted.passage(whole) == "A doctor at [an institution] said so."
