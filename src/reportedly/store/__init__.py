"""The collection on disk: a folder with what was read, judged and linked.

The door is `Collection`: `create`, `open`, `lock` for one read or link at a time, `add_batch`
for `run`, iterators over all records, `write_links` for the corpus level, and `check`.
"""

from reportedly.store.backup import back_up
from reportedly.store.barred import Tombstone, new_tombstone
from reportedly.store.check import Fault
from reportedly.store.collection import Collection
from reportedly.store.expunge import Masked, Removal
from reportedly.store.judgements import AttachedJudgement
from reportedly.store.links import Linked
from reportedly.store.merging import StoredInput, stored_inputs
from reportedly.store.outcomes import StoredOutcome
from reportedly.store.redacted import finish_redacted

__all__ = [
    "AttachedJudgement",
    "Collection",
    "Fault",
    "Linked",
    "Masked",
    "Removal",
    "StoredInput",
    "StoredOutcome",
    "Tombstone",
    "back_up",
    "finish_redacted",
    "new_tombstone",
    "stored_inputs",
]
