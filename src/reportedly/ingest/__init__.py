"""Inputs → raw documents: files, folders, archives, tables and feeds, read lazily."""

from reportedly.ingest.outcomes import MAX_DOCUMENT_BYTES, Outcome, Skipped
from reportedly.ingest.read import read_inputs

__all__ = ["MAX_DOCUMENT_BYTES", "Outcome", "Skipped", "read_inputs"]
