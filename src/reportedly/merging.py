"""Several collections made one: what `merge-collections` does.

Shards of one read come back in the order of the whole read, and the result is what one machine
would have written. Other collections are taken one after the other, each with its own reads.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportedly.corpus.merge import LedgerEntry
from reportedly.errors import OptionError
from reportedly.run import MakeWork, Outcome, OutcomeKind, Work
from reportedly.run.attempt import attempt
from reportedly.store import Collection, StoredInput, stored_inputs

_BATCH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Inputs by kind of outcome, and what the collections say differently."""

    counts: dict[str, int]  # `known`: in several of the collections, or from before a kill
    conflicts: tuple[str, ...]  # one line each
    missing_shards: tuple[int, ...]  # of the whole read, where shards were merged


def merge_collections(
    sources: Sequence[Path],
    into: Path,
    make_work: MakeWork,
    on_progress: Callable[[int], None] | None = None,
) -> Merged:
    """Merge collections into a new one; a merge that was killed goes on where it was.

    Args:
        sources: the collections; where they say different things of one input, the first counts.
        into: an empty folder, or what a killed merge left.
        make_work: loads the work for texts that gave way to others in their own collection and
            have to be extracted again; called only if there is one.
        on_progress: called now and then with the number of inputs so far.

    Raises:
        OptionError: if there is nothing to merge, `into` holds a collection of its own, or one
            collection holds what another one expunged.
        CollectionError: if one cannot be opened, is in use, or the disk is full.
    """
    parts = [Collection.open(source) for source in sources]
    if len({part.folder.resolve() for part in parts}) < max(2, len(parts)):
        raise OptionError("merging wants two collections or more, each once")
    _refuse_expunged(parts)
    target = Collection.open_or_create(into)
    if not target.fact("merging") and target.counts()["inputs"]:
        raise OptionError(f"{into} holds a collection already: merge into a new folder")
    shards = _shards(parts)
    conflicts: list[str] = []
    with target.lock("merge"):
        target.set_fact("merging", 1)
        target.take_over_tombstones(parts)
        counts = _take_inputs(_ordered(parts, shards), target, make_work, conflicts, on_progress)
        ledger, of_ledger = joined_ledgers([tuple(p.ledger(LedgerEntry)) for p in parts])
        conflicts += of_ledger
        if target.fact("merging"):
            target.take_over(parts, ledger)
            target.log("merge", f"{', '.join(map(str, sources))}: {dict(counts)}")
        target.update_index()
    return Merged(
        counts=dict(counts),
        conflicts=tuple(conflicts),
        missing_shards=_missing(parts) if shards else (),
    )


def _refuse_expunged(parts: Sequence[Collection]) -> None:
    """People's words about what was expunged stand in each collection: it has to go from each."""
    for part in parts:
        barred = [other.expunged.barred() for other in parts if other is not part]
        if not any(barred):
            continue
        for article in part.articles(latest=False):
            if any(one.tombstone_of_article(article) for one in barred):
                raise OptionError(
                    f"{part.folder} holds article {article.article_id[:12]}, which another one"
                    " expunged: expunge it there first"
                )


def _shards(parts: Sequence[Collection]) -> bool:
    """Whether these are different shards of one read."""
    named = [(part.fact("shard"), part.fact("shards")) for part in parts]
    of_one = len({of for _, of in named}) == 1 and None not in named[0]
    return of_one and len(set(named)) == len(named)


def _missing(parts: Sequence[Collection]) -> tuple[int, ...]:
    there = {part.fact("shard") for part in parts}
    return tuple(n for n in range(1, (parts[0].fact("shards") or 0) + 1) if n not in there)


def _ordered(parts: Sequence[Collection], shards: bool) -> Iterator[tuple[int, StoredInput]]:
    """All inputs in the order of the whole, each with the number of its read there."""
    if shards:
        streams = (stored_inputs(part.folder) for part in parts)
        for given in heapq.merge(*streams, key=lambda one: (one.read, one.outcome.place)):
            yield given.read, given
        return
    before = 0
    for part in parts:
        for given in stored_inputs(part.folder):
            yield before + given.read, given
        before += part.fact("read") or 0


def _take_inputs(
    inputs: Iterator[tuple[int, StoredInput]],
    target: Collection,
    make_work: MakeWork,
    conflicts: list[str],
    on_progress: Callable[[int], None] | None,
) -> Counter[str]:
    """Write inputs as a run would, in batches of one read."""
    counts: Counter[str] = Counter()
    texts = _Texts(make_work)
    batch: list[Outcome] = []
    stored: list[Outcome] = []
    analysers: set[str] = set()
    of_read = 0

    def commit() -> None:
        known = [target.has_outcome(outcome.key) for outcome in batch]
        kinds = target.add_batch(batch, of_read)
        counts.update("known" if k else kind for k, kind in zip(known, kinds, strict=True))
        conflicts.extend(
            said
            for given, kind in zip(stored, kinds, strict=True)
            if (said := _conflict(given, kind))
        )
        batch.clear()
        stored.clear()
        if on_progress:
            on_progress(counts.total())

    for read, given in inputs:
        if batch and (read != of_read or len(batch) >= _BATCH):
            commit()
        of_read = read
        if given.outcome.analysis is not None:
            analysers.add(given.outcome.analysis.analyser)
        stored.append(given.outcome)
        batch.append(texts.whole(given.outcome, target, batch))
    if batch:
        commit()
    if len(analysers) > 1:
        named = ", ".join(sorted(analysers))
        conflicts.append(f"articles were read by different analysers ({named}): see reanalyse")
    return counts


def _conflict(given: Outcome, kind: OutcomeKind) -> str | None:
    """What one collection says of an input against what is kept of it; None where they agree."""
    if given.problem is not None and kind != "problem":
        return f"{given.key.source}: a problem in one collection, read in another"
    if given.article is not None and kind == "problem":
        return f"{given.key.source}: read in one collection, kept as the problem of another"
    return None


class _Texts:
    """Completes outcomes; loads the work of a read when it is first needed."""

    def __init__(self, make_work: MakeWork) -> None:
        self._make_work = make_work
        self._work: Work | None = None

    def whole(self, given: Outcome, target: Collection, batch: Sequence[Outcome]) -> Outcome:
        """The outcome as a run would give it now."""
        raw = given.raw
        if raw is None or target.has_outcome(given.key):
            return given
        if any(o.raw and o.raw.raw_id == raw.raw_id for o in batch) or target.has_bytes(raw.raw_id):
            return Outcome(raw=raw, place=given.place)  # the same bytes
        if given.article is not None or given.problem is not None:
            return given
        if self._work is None:
            self._work = self._make_work()
        return replace(attempt(self._work, raw), place=given.place)


def joined_ledgers(
    ledgers: Sequence[Sequence[LedgerEntry]],
) -> tuple[tuple[LedgerEntry, ...], tuple[str, ...]]:
    """One ledger of several, and what they say differently; no id is lost.

    A report stands in one event: where two ids claim it, the one of the earlier ledger keeps it.
    An id that loses all of its reports is merged into the one that took most of them.
    """
    joined: dict[str, LedgerEntry] = {}
    conflicts: list[str] = []
    for ledger in ledgers:
        for entry in ledger:
            former = joined.setdefault(entry.event_id, entry)
            if former == entry:
                continue
            if former.merged_into != entry.merged_into:
                conflicts.append(f"event {entry.event_id} was merged in one collection only")
            reports = tuple(sorted({*former.reports, *entry.reports}))
            joined[entry.event_id] = replace(former, reports=reports)
    claimed: dict[str, str] = {}
    for event_id, entry in joined.items():
        if entry.merged_into is not None:
            continue
        taken = Counter(claimed[report] for report in entry.reports if report in claimed)
        own = tuple(report for report in entry.reports if report not in claimed)
        claimed.update(dict.fromkeys(own, event_id))
        if not taken:
            continue
        heir = min(taken, key=lambda other: (-taken[other], other))
        if own:
            joined[event_id] = replace(entry, reports=own)
            conflicts.append(f"events {heir} and {event_id} share reports: {heir} keeps them")
        else:
            joined[event_id] = replace(entry, merged_into=heir)
            conflicts.append(f"event {event_id} is merged into {heir}: they have the same reports")
    return tuple(joined.values()), tuple(conflicts)
