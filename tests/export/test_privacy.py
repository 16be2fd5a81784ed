"""Private persons become roles and places no finer than a town; all names are invented."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reportedly.export.privacy import WITHHELD, Open, Redacted, role_of
from reportedly.records import Actor, Link, Place
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
