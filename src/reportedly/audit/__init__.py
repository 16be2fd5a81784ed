"""How far our records are right: a random sample, coded blind, compared by the published rules.

draw_sample(collection.documents(), 200) → Sample; audit_sheet(collection, codes) → Audit;
write_report(audit, path) → a page for a methods appendix.
"""

from reportedly.audit.auditing import Audit, audit_desk, audit_sheet, members_of
from reportedly.audit.folder import write_folder
from reportedly.audit.page import figure_rows, write_report
from reportedly.audit.sample import draw_sample
from reportedly.audit.sheet import read_sheet, sheet_of

__all__ = [
    "Audit",
    "audit_desk",
    "audit_sheet",
    "draw_sample",
    "figure_rows",
    "members_of",
    "read_sheet",
    "sheet_of",
    "write_folder",
    "write_report",
]
