"""How sure a report is by how it is told. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.errors import DataError
from reportedly.find.events import confidence as module
from reportedly.find.events.confidence import FEATURES, READ_FEATURES, confidence, weighed
from tests.find.events.conftest import Read


def sure(read: Callable[..., Read], text: str) -> float:
    """The confidence of the first attack or arrest of a text."""
    report = next(r for r in read(text).reports if r.type in {"ASSAULT", "COERCE"})
    assert report.confidence is not None
    return report.confidence


@pytest.mark.parametrize(
    ("surer", "less"),
    [
        # told again, and with a day
        (
            "Gunmen shot a judge in Piura on Sunday. The judge was shot at his door, police said.",
            "Gunmen shot a judge in Piura.",
        ),
        # a verb with its day, and a noun in passing
        (
            "Rebels attacked a bus near Piura on Sunday.",
            "The minister said an official had told him of an attack on a bus near Piura.",
        ),
    ],
)
def test_what_is_told_plainly_is_surer(read: Callable[..., Read], surer: str, less: str) -> None:
    assert sure(read, surer) > sure(read, less)


@pytest.mark.parametrize("names", [FEATURES, READ_FEATURES])
def test_any_grounds_give_a_share(names: tuple[str, ...]) -> None:
    for value in (0.0, 1.0):
        grounds = dict.fromkeys(names, value) | {"constant": 1.0}
        assert 0 <= confidence(grounds) <= 1
    assert {name for name, _ in weighed(dict.fromkeys(names, 1.0))} <= set(names) - {"constant"}


def test_grounds_are_told_the_strongest_first() -> None:
    points = [abs(number) for _, number in weighed(dict.fromkeys(READ_FEATURES, 1.0))]
    assert points == sorted(points, reverse=True)


def test_missing_weights_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    module._weights.cache_clear()
    monkeypatch.setattr(module, "_FILE", "models/reports/none.json")
    with pytest.raises(DataError, match=r"none\.json"):
        confidence({"constant": 1.0})
    module._weights.cache_clear()
