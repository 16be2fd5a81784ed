"""What is told beside another act or as a noun: visits, meetings, resignations, calls, harm."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

# sentence, type, realis, town, first day, why; published on Wednesday 2024-03-13
CASES = [
    ("On a visit to Lima on Tuesday, Kenya's president pledged more aid to Ghana.", "CONSULT",
     "actual", "Lima", "2024-03-12", "what is pledged on a visit makes no plan of the visit"),
    ("The minister praised the deal during a visit to Lima on Monday.", "CONSULT", "actual",
     "Lima", "2024-03-11", "a capital that is visited is the place"),
    ("Kenya's foreign minister is due in Lima on Friday.", "CONSULT", "planned", "Lima",
     "2024-03-15", "who is expected somewhere"),
    ("The chairman's resignation was announced on Monday.", "RETREAT", "actual", None,
     "2024-03-11", "a resignation that is announced"),
    ("The interior minister has resigned over the killing of nurses in January.", "RETREAT",
     "actual", None, None, "the day of the cause is not that of leaving"),
    ("The interior minister quit on Monday over the shooting of nurses.", "RETREAT", "actual",
     None, "2024-03-11", "a day of its own"),
    ("Opposition parties have called for protests on Friday.", "REQUEST", "actual", None, None,
     "the perfect tells no day"),
    ("Opposition parties called for protests on Monday.", "REQUEST", "actual", None,
     "2024-03-11", "the past may tell it"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "realis", "town", "day", "why"), CASES, ids=[c[5] for c in CASES]
)
def test_where_and_when(
    read: Callable[..., Read],
    text: str,
    kind: str,
    realis: str,
    town: str | None,
    day: str | None,
    why: str,
) -> None:
    found = [r for r in read(text).reports if r.type == kind]
    assert len(found) == 1, why
    report = found[0]
    first = report.date.value.earliest if report.date else None
    place = report.place.value.name if report.place else None
    assert (report.realis, place, first and first.isoformat()) == (realis, town, day), why


def types_of(found: Read) -> list[tuple[str | None, str | None]]:
    """Types and modes of all reports, in order of the text."""
    return [(r.type, r.mode) for r in found.reports]


def test_strikes_that_kill_are_no_walkout(read: Callable[..., Read]) -> None:
    assert types_of(read("Russian strikes killed two people in Lima on Monday.")) == [
        ("ASSAULT", "aerial")
    ]


def test_strikes_of_workers_stay_protests(read: Callable[..., Read]) -> None:
    assert types_of(read("Teachers' strikes shut schools in Lima on Monday.")) == [
        ("PROTEST", "strike")
    ]


def test_a_shelter_that_is_hit_gives_no_aid_then(read: Callable[..., Read]) -> None:
    text = "A church sheltering displaced families was hit by a shell in Lima on Monday."
    assert [kind for kind, _ in types_of(read(text))] == ["ASSAULT"]


def test_whom_gas_hurts_is_hurt_by_gas(read: Callable[..., Read]) -> None:
    text = "Police fired tear gas at nurses in Lima on Monday, wounding three."
    assert types_of(read(text)) == [("ASSAULT", "crowd-control")]


def test_a_rally_broken_up_with_gas_is_crowd_control(read: Callable[..., Read]) -> None:
    text = "Police broke up the rally in Lima with tear gas on Monday."
    assert types_of(read(text)) == [("ASSAULT", "crowd-control")]


def test_supporters_may_call_for_a_strike(read: Callable[..., Read]) -> None:
    text = "Supporters of the jailed leader have called for a general strike."
    assert types_of(read(text)) == [("REQUEST", None)]
