"""Event ids: minted once, inherited, merged and split."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.corpus.merge.ledger import LedgerEntry, assign_ids


def clusters(text: str) -> list[tuple[str, ...]]:
    """'ab c' as [('a', 'b'), ('c',)]."""
    return [tuple(group) for group in text.split()]


def entry(ledger: tuple[LedgerEntry, ...], event_id: str) -> LedgerEntry:
    return next(e for e in ledger if e.event_id == event_id)


def test_an_unchanged_cluster_keeps_its_id_and_a_grown_one_too() -> None:
    (first, second), ledger = assign_ids(clusters("ab c"), ())
    assert first.startswith("e-")
    ids, after = assign_ids(clusters("abd c"), ledger)
    assert ids == (first, second)
    assert entry(after, first).reports == ("a", "b", "d")


def test_of_two_merged_events_the_one_with_most_reports_stays() -> None:
    (small, large), ledger = assign_ids(clusters("a bcd"), ())
    (kept,), after = assign_ids(clusters("abcd"), ledger)
    assert kept == large
    assert entry(after, small).merged_into == large


def test_a_tie_goes_to_the_older_id() -> None:
    (older,), ledger = assign_ids(clusters("z"), ())
    (_, newer), ledger = assign_ids(clusters("z a"), ledger)
    (kept,), after = assign_ids(clusters("az"), ledger)
    assert (kept, entry(after, newer).merged_into) == (older, older)


def test_a_split_off_cluster_gets_a_new_id_that_names_the_former_event() -> None:
    (whole,), ledger = assign_ids(clusters("abc"), ())
    (kept, new), after = assign_ids(clusters("bc a"), ledger)
    assert kept == whole
    assert new != whole  # though the anchor of the former event went with it
    assert entry(after, new).split_from == whole


def test_an_event_whose_reports_are_gone_keeps_its_entry() -> None:
    (gone,), ledger = assign_ids(clusters("a"), ())
    _, after = assign_ids(clusters("b"), ledger)
    assert entry(after, gone).merged_into is None
    assert assign_ids(clusters("a b"), after)[0][0] == gone


partitions = st.lists(st.integers(0, 3), min_size=6, max_size=6)


def grouped(numbers: list[int]) -> list[tuple[str, ...]]:
    groups: dict[int, list[str]] = {}
    for name, number in zip("abcdef", numbers, strict=True):
        groups.setdefault(number, []).append(name)
    return [tuple(group) for group in groups.values()]


@given(st.lists(partitions, min_size=1, max_size=4), st.integers(0, 99))
@settings(max_examples=150, deadline=None)
def test_ids_are_unique_stable_and_never_lost(history: list[list[int]], seed: int) -> None:
    ledger: tuple[LedgerEntry, ...] = ()
    for numbers in history:
        before = {e.event_id for e in ledger}
        groups = grouped(numbers)
        ids, ledger = assign_ids(groups, ledger)
        assert len(set(ids)) == len(groups)
        assert before <= {e.event_id for e in ledger}
        assert assign_ids(groups, ledger) == (ids, ledger)
        mixed = list(groups)
        Random(seed).shuffle(mixed)
        again, _ = assign_ids(mixed, ledger)
        assert dict(zip(mixed, again, strict=True)) == dict(zip(groups, ids, strict=True))
        dead = {e.event_id for e in ledger if e.merged_into}
        assert not dead & set(ids)
