"""Quotes: words given as somebody's, with the chain of who passes them on."""

from reportedly.find.quotes.finder import find_quotes
from reportedly.find.quotes.lexicon import (
    ReportingVerbs,
    check_media,
    check_reporting_verbs,
    load_reporting_verbs,
)

__all__ = [
    "ReportingVerbs",
    "check_media",
    "check_reporting_verbs",
    "find_quotes",
    "load_reporting_verbs",
]
