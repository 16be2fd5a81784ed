"""The ledger of event ids: an id is minted once and lasts, whatever is linked again."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

_NOTHING: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One event id with the reports that it stood for when last linked."""

    event_id: str
    anchor: str  # report_id from which the id was minted
    reports: tuple[str, ...]
    merged_into: str | None = None
    split_from: str | None = None


def assign_ids(
    clusters: Sequence[Sequence[str]], ledger: Sequence[LedgerEntry]
) -> tuple[tuple[str, ...], tuple[LedgerEntry, ...]]:
    """Give each cluster of report ids its event id, and bring the ledger up to date.

    A cluster inherits the id of the former event with which it shares most reports (ties to
    the entry that stands earlier in the ledger). A former event whose reports all went to
    clusters with other ids is `merged_into` the one that took most of them; a cluster that
    shares reports with a former event whose id went elsewhere gets a new id, `split_from`
    that event. An id that was merged is never given again, and no entry is removed.

    Args:
        clusters: in any order; no report stands in two of them, each has one at least.
        ledger: entries from the oldest to the newest.

    Returns:
        the id of each cluster, in their order, and the new ledger.
    """
    position = {entry.event_id: number for number, entry in enumerate(ledger)}
    live = {entry.event_id: entry for entry in ledger if entry.merged_into is None}
    former = {report: entry.event_id for entry in live.values() for report in entry.reports}
    shared = [
        Counter(held) if (held := [former[r] for r in cluster if r in former]) else _NOTHING
        for cluster in clusters
    ]
    claims = sorted(
        (-count, position[event_id], min(clusters[number]), number, event_id)
        for number, counts in enumerate(shared)
        for event_id, count in counts.items()
    )
    given: dict[int, str] = {}
    taken: set[str] = set()
    for _, _, _, number, event_id in claims:
        if number not in given and event_id not in taken:
            given[number] = event_id
            taken.add(event_id)
    updated: dict[str, LedgerEntry] = {entry.event_id: entry for entry in ledger}
    for number in sorted(range(len(clusters)), key=lambda n: min(clusters[n])):
        reports = tuple(sorted(clusters[number]))
        if number in given:
            event_id = given[number]
            updated[event_id] = replace(updated[event_id], reports=reports)
            continue
        anchor = reports[0]
        event_id = _mint(anchor, updated)
        parent = min(shared[number], key=lambda e: (-shared[number][e], position[e]), default=None)
        updated[event_id] = LedgerEntry(
            event_id=event_id, anchor=anchor, reports=reports, split_from=parent
        )
        given[number] = event_id
    heirs: dict[str, Counter[str]] = defaultdict(Counter)
    for number, counts in enumerate(shared):
        for former_id, count in counts.items():
            heirs[former_id][given[number]] += count
    for event_id in position:
        if event_id in live and event_id not in taken and heirs[event_id]:
            heir = min(heirs[event_id], key=lambda e: (-heirs[event_id][e], e))
            updated[event_id] = replace(updated[event_id], merged_into=heir)
    return tuple(given[n] for n in range(len(clusters))), tuple(updated.values())


def _mint(anchor: str, known: dict[str, LedgerEntry]) -> str:
    """A new id from the anchor report; longer where a former event had the same anchor."""
    digest = hashlib.sha256(anchor.encode()).hexdigest()
    for length in range(12, len(digest)):
        event_id = f"e-{digest[:length]}"
        if event_id not in known:
            return event_id
    raise AssertionError("every prefix of the digest is taken")
