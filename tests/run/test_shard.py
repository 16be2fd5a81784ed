"""Parts of the inputs: each input is in one, and copies meet in the same."""

from __future__ import annotations

from collections import Counter

import pytest

from reportedly.errors import OptionError
from reportedly.records import Problem
from reportedly.run import Shard, key_of, run
from tests.test_run import EVERYTHING, MemoryStore, make_work, raw


def test_each_input_is_in_one_part_and_parts_are_about_equal() -> None:
    parts = [Shard(number, 4) for number in range(1, 5)]
    keys = [key_of(raw(f"ok {number}")) for number in range(2000)]
    held = Counter(part for key in keys for part in parts if part.holds(key))
    assert held.total() == 2000
    assert min(held.values()) > 400


def test_copies_of_the_same_bytes_are_in_one_part() -> None:
    one, copy = key_of(raw("ok 1")), key_of(raw("ok 1", source="elsewhere"))
    assert all(Shard(n, 7).holds(one) == Shard(n, 7).holds(copy) for n in range(1, 8))


@pytest.mark.parametrize("words", ["", "3", "0/4", "5/4", "a/b", "1/0", "-1/4", "1/999999"])
def test_what_is_no_shard_is_told(words: str) -> None:
    with pytest.raises(OptionError, match="written as 3/16"):
        Shard.parse(words)


def test_parts_together_read_what_one_run_reads() -> None:
    whole = MemoryStore()
    run(EVERYTHING, whole, make_work)
    together = {}
    for number in (1, 2, 3):
        store = MemoryStore()
        run(EVERYTHING, store, make_work, shard=Shard.parse(f" {number}/3 "))
        assert not together.keys() & store.rows.keys()
        together |= store.rows
    assert together == whole.rows  # with their places among all inputs


def test_places_count_all_inputs_in_a_run_that_goes_on_too() -> None:
    store = MemoryStore()
    run(EVERYTHING[:4], store, make_work)
    run([*EVERYTHING, Problem(source="last", stage="ingest", reason="x")], store, make_work)
    assert [outcome.place for outcome in store.rows.values()] == [*range(1, 12), 13]
