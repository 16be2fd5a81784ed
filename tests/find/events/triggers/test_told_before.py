"""A later "the strike" or "the blockade": what was told before. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

# text, types of the reports, why
CASES = [
    ("The army killed nine fighters in air strikes near Lima. The strikes targeted a depot on "
     "Monday, the general staff said.", ["ASSAULT"], "the strikes told before"),
    ("A drone hit a truck near Lima on Sunday, killing two men. The strike was the first since "
     "the rains ended in May.", ["ASSAULT"], "the first such strike"),
    ("Jets bombed the port of Lima on Monday. The dockers' strike there goes on.",
     ["ASSAULT", "PROTEST"], "whose strike it is"),
    ("Dockers in Lima went on strike on Monday. The strike closed two berths.", ["PROTEST"],
     "a walkout told before"),
    ("Farmers blocked the road to Lima on Monday. The blockade caused shortages.",
     ["PROTEST"], "the roadblock told before"),
    ("The navy began a blockade of Lima on Monday. The blockade caused shortages.", ["COERCE"],
     "a blockade by a navy"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "types", "why"), CASES, ids=[row[2] for row in CASES])
def test_nouns_told_before(
    read: Callable[..., Read], text: str, types: list[str], why: str
) -> None:
    assert [r.type for r in read(text).reports] == types, why


def test_the_day_of_the_strikes(read: Callable[..., Read]) -> None:
    (report,) = read(CASES[0][0]).reports
    assert report.date is not None
    assert report.date.value.earliest is not None
    assert report.date.value.earliest.day == 11
