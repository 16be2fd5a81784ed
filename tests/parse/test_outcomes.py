"""Whom an act leaves dead or hurt suffers it. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.parse import Document


def test_all_whom_a_blast_leaves_hurt_are_its_objects(parse_text: Callable[..., Document]) -> None:
    document = parse_text(
        "A bomb in Belt left one student dead and 27 people injured, nine policemen among them."
    )
    people = next(t for t in document.tokens if t.text == "people")
    policemen = next(t for t in document.tokens if t.text == "policemen")
    assert (people.dep, document.head(people).text) == ("dobj", "left")
    assert (policemen.dep, document.head(policemen).text) == ("appos", "people")


def test_who_is_told_to_hurt_somebody_does(parse_text: Callable[..., Document]) -> None:
    document = parse_text("The blast left a clerk dead and two men wounded a guard.")
    men = next(t for t in document.tokens if t.text == "men")
    assert (men.dep, document.head(men).text) == ("nsubj", "wounded")
