"""Merging: reports of one act become one event, with an id that lasts.

merged = merge_reports(articles, analyses, echoes, judgements, ledger)
"""

from reportedly.corpus.merge.events import Merged, merge_reports
from reportedly.corpus.merge.ledger import LedgerEntry, assign_ids

__all__ = ["LedgerEntry", "Merged", "assign_ids", "merge_reports"]
