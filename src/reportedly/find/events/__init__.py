"""Events: which acts an article reports, by whom, where, when and according to whom."""

from reportedly.find.events.between import type_between
from reportedly.find.events.finder import find_reports
from reportedly.find.events.triggers.lexicon import EventLexicon, load_event_lexicon

__all__ = ["EventLexicon", "find_reports", "load_event_lexicon", "type_between"]
