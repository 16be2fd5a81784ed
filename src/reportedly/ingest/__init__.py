"""Inputs → raw documents: files, folders, archives, tables, feeds and crawls, read lazily."""

from reportedly.ingest.meter import Meter
from reportedly.ingest.outcomes import MAX_DOCUMENT_BYTES, Outcome, Skipped
from reportedly.ingest.read import read_inputs

__all__ = ["MAX_DOCUMENT_BYTES", "Meter", "Outcome", "Skipped", "read_inputs"]
