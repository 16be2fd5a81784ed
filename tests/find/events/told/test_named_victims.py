"""Whom an act strikes by name, and whom its noun strikes. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

# sentence, type, actors, recipients, why
CASES = [
    ("Gunmen kidnapped two teachers, Ana Suarez and Ben Holt, and a clerk on Monday.", "ASSAULT",
     ["gunmen"], ["teachers", "Ana Suarez", "Ben Holt", "clerk"], "names behind a group"),
    ("Rebels killed ten people, including the mayor of Talca, on Monday.", "ASSAULT", ["rebels"],
     ["people", "mayor of Talca"], "an office behind 'including'"),
    ("Soldiers murdered two priests, Ana Suarez and Ben Holt, along with Ed Webb.", "ASSAULT",
     ["soldiers"], ["priests", "Ana Suarez", "Ben Holt", "Ed Webb"], "and one behind 'along with'"),
    ("Gunmen assassinated within two days, Judge Ana Suarez and Colonel Ben Holt.", "ASSAULT",
     ["gunmen"], ["Ana Suarez", "Ben Holt"], "objects behind a time"),
    ("Gunmen killed Ana Suarez, 42; Ben Holt, 30; and Ed Webb on Monday.", "ASSAULT", ["gunmen"],
     ["Ana Suarez", "Ben Holt", "Ed Webb"], "a list with ages"),
    ("A bomb exploded in Talca on Monday, killing Ana Suarez, 42; Ben Holt, 30; and Ed Webb.",
     "ASSAULT", [], ["Ana Suarez", "Ben Holt", "Ed Webb"], "whom a bomb killed"),
    ("Gunmen killed Ana Suarez on Monday; Ben Holt was at work.", "ASSAULT", ["gunmen"],
     ["Ana Suarez"], "who is told behind it"),
    ("Police arrested three men, Ana Suarez said on Monday.", "COERCE", ["police"], ["men"],
     "who says so is none of them"),
    ("Police arrested five nurses led by Ana Suarez on Monday.", "COERCE", ["police"], ["nurses"],
     "other words between"),
    ("Marchers decried the murders of Ana Suarez, Ben Holt, and of Ed Webb on Monday.", "ASSAULT",
     [], ["Ana Suarez", "Ben Holt", "Ed Webb"], "several murders"),
    # what the possessor of a noun suffers
    ("The minister's murder shocked Talca on Monday.", "ASSAULT", [], ["minister"],
     "a minister does not murder where he is murdered"),
    ("Marchers decried Ana Suarez's assassination on Monday.", "ASSAULT", [], ["Ana Suarez"],
     "a person's assassination"),
    ("Marchers decried the army's killing of two boys on Monday.", "ASSAULT", ["army"], ["boys"],
     "whom it killed is told"),
    # who does what he attempts, and whom an agent stands far from
    ("Rebels stormed the hotel on Monday in an attempt to kidnap Ana Suarez.", "ASSAULT",
     ["rebels"], ["Ana Suarez"], "in an attempt"),
    ("Police foiled an attempt to kidnap Ana Suarez on Monday.", "ASSAULT", [], ["Ana Suarez"],
     "who foils it does not attempt it"),
    ("Ana Suarez was kidnapped on Monday near her home by the Red Front.", "ASSAULT",
     ["Red Front"], ["Ana Suarez"], "an agent behind a place"),
    ("He said that the army was guilty of the murder of two boys.", "ASSAULT", ["army"], ["boys"],
     "who is guilty of it"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients", "why"), CASES, ids=[c[4] for c in CASES]
)
def test_who_and_whom(
    read: Callable[..., Read],
    text: str,
    kind: str,
    actors: list[str],
    recipients: list[str],
    why: str,
) -> None:
    report = [r for r in read(text).reports if r.type == kind][-1]
    assert [a.value.name for a in report.actors] == actors, why
    assert [a.value.name for a in report.recipients] == recipients, why


def test_another_passage_names_who_was_hurt(read: Callable[..., Read]) -> None:
    text = "Rebels killed two farmers and wounded Ana Suarez near Lima on Monday."
    (report,) = [r for r in read(text).reports if r.type == "ASSAULT"]
    assert [r.value.name for r in report.recipients] == ["farmers", "Ana Suarez"]
