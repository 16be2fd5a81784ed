"""Whose deed a text says that an act is. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

# sentence, actors of its first attack, why
CASES = [
    ("The assassination of six priests perpetrated in Talca on 16 November by the army shocked"
     " the church.", ["army"], "the participle hangs on the priests, the agent behind the day"),
    ("The murder of four clerks, carried out in Talca on 3 May by a death squad, was condemned.",
     ["death squad"], "the same between commas"),
    ("The murder of a judge, which was planned for weeks and perpetrated by killers, shocked us.",
     ["killers"], "joined to another verb"),
    ("An attack staged in Talca on Sunday night by rebels left two dead.", ["rebels"],
     "the participle passed for the verb"),
    ("The murder of six priests was an action by the armed forces and not the guerrillas.",
     ["armed forces"], "whose action it was, and whose not"),
    ("The killing of two nurses in Talca on Monday was an operation of the army.", ["army"],
     "whose operation it was"),
    ("The killing of two nurses in Talca on Monday was not the work of the army.", [],
     "whose work it was not"),
    ("The murder of two nurses in Talca on Monday was an act of cowardice.", [],
     "cowardice is nobody"),
    ("Bulldozers of the mining company flattened twelve huts in Talca on Monday.",
     ["mining company"], "whose machines did it"),
    ("Nine guards were killed in an IED blast in Talca on Monday.", [], "a device is nobody"),
    ("The rebels engineered IED blasts in Talca on Monday.", ["rebels"], "who had them go off"),
    # one agent of several passives
    ("Villagers were rocketed and machinegunned by air force helicopters.", ["air force"],
     "aircraft of a force, of both"),
    ("Villagers were beaten, robbed and burned out of their homes by army tanks on Monday.",
     ["army"], "vehicles of a force, of all three"),
    ("Two farmers were shot dead by an army helicopter near Talca on Monday.", ["army"],
     "an aircraft with an article is no means"),
    ("A teacher was abducted on Monday in Talca and freed by police on Tuesday.", [],
     "who freed somebody did not abduct him"),
    ("A student was stabbed and taken to hospital by police in Talca on Monday.", [],
     "who helped somebody did not stab him"),
    ("A student was shot and treated by doctors in Talca on Monday.", [],
     "the same of doctors"),
    # who is described, and as what he came
    ("Rebels dressed as soldiers killed nine men in Talca on Monday.", ["rebels"],
     "a guise is nobody who acts"),
    ("Assassins paid by the cocaine cartels killed a judge in Talca on Monday.", ["assassins"],
     "who paid them did not kill"),
    ("In June 2020 soldiers fired in the air to clear families from the farm.", ["soldiers"],
     "what a verb is for does not hide who does it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actors", "why"), CASES, ids=[c[2] for c in CASES])
def test_who_did_it(read: Callable[..., Read], text: str, actors: list[str], why: str) -> None:
    attacks = [r for r in read(text).reports if r.type == "ASSAULT"]
    assert [a.value.name for r in attacks[:1] for a in r.actors] == actors, why


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A curfew was imposed in Talca on Monday by order of the governor.", "governor"),
        ("Three newspapers were closed in Talca on Monday on the orders of the mayor.", "mayor"),
        ("Nine men were arrested in Talca on Monday on the orders of a court.", None),
    ],
)
def test_whose_order_it_was(read: Callable[..., Read], text: str, who: str | None) -> None:
    report = next(r for r in read(text).reports if r.type == "COERCE")
    assert [a.value.name for a in report.actors] == ([who] if who else [])


def test_the_two_countries_are_those_named_before(read: Callable[..., Read]) -> None:
    text = "Sailors of {} met on Monday. The two countries signed an accord on fishing in Nairobi."
    for lands, who in (
        ("Kenya and of Uganda", ["Kenya", "Uganda"]),
        ("Kenya, Uganda and Tanzania", ["countries"]),  # which two, nothing tells
    ):
        signed = next(r for r in read(text.format(lands)).reports if r.act == "signing")
        assert [a.value.name for a in signed.actors] == who
