"""Records to files that other tools open; one module a format."""

from reportedly.export.report_csv import write_report_csv
from reportedly.export.scoring import scoring

__all__ = ["scoring", "write_report_csv"]
