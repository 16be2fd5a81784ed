"""What exports say of who carries an event; names are invented."""

from __future__ import annotations

from dataclasses import replace

from reportedly.export.privacy import Open
from reportedly.export.told import Told
from reportedly.export.words import sources_of
from tests.export.conftest import ARTICLE, REPORT


def _told(outlet: str, text: str, *, copies: bool = False) -> Told:
    return Told(replace(ARTICLE, outlet=outlet), REPORT, Open(), text, copies)


def test_sources_are_one_outlet_a_text_first_then_those_that_copy() -> None:
    told = [
        _told("The Echo", "wire", copies=True),
        _told("The Wire", "wire"),
        _told("The Mirror", "wire", copies=True),
        _told("The Coro Post", "own"),
    ]
    assert sources_of(told) == ["The Wire", "The Coro Post", "The Echo", "The Mirror"]


def test_an_outlet_is_named_once() -> None:
    assert sources_of([_told("A", "1"), _told("A", "2")]) == ["A"]
