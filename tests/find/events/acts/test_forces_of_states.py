"""A state and its forces are one doer, and so are both sides of a fight. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

from tests.find.events.conftest import Read


def test_what_a_states_army_says_it_did_is_what_the_state_did(read: Callable[..., Read]) -> None:
    text = (
        "Two clerks were killed in an Israeli drone strike near Tyre on Monday, medics said. The"
        " Israeli army said it had killed two fighters."
    )
    (strike,) = read(text).reports
    assert strike.mode == "drone"
    assert [a.value.name for a in strike.actors] == ["Israel"]


def test_the_army_of_another_state_did_something_else(read: Callable[..., Read]) -> None:
    text = (
        "Two clerks were killed in an Israeli drone strike near Tyre on Monday, medics said. The"
        " Syrian army said it had killed two fighters."
    )
    actors = [[a.value.name for a in r.actors] for r in read(text).reports]
    assert actors == [["Israel"], ["Syrian army"]]


def test_who_was_hurt_in_a_fight_is_of_either_side(read: Callable[..., Read]) -> None:
    text = (
        "Soldiers killed three rebels in a gun battle near Lima on Monday. Two soldiers were"
        " injured. In Cusco, grenades were thrown at a police post."
    )
    counts = [[(c.value.kind, c.value.low) for c in r.counts] for r in read(text).reports]
    assert counts == [[("killed", 3), ("injured", 2)], []]


def test_a_patrol_that_is_fired_upon_is_no_deployment(read: Callable[..., Read]) -> None:
    text = (
        "Marines killed nine gunmen in a shootout near Lima on Monday. The troops came under fire"
        " while patrolling near Lima."
    )
    assert [r.type for r in read(text).reports] == ["ASSAULT"]


def test_who_answers_a_deployment_moves_forces_too(read: Callable[..., Read]) -> None:
    text = (
        "Kenya massed troops on the border of Uganda on Monday. Uganda put its army on alert on"
        " Tuesday."
    )
    actors = [[a.value.name for a in r.actors] for r in read(text).reports if r.type == "MOBILIZE"]
    assert len(actors) == 2
