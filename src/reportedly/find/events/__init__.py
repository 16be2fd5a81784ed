"""Events: which acts an article reports, by whom, where, when and according to whom."""

from reportedly.find.events.between import guess_between, type_between
from reportedly.find.events.classifier import EventClassifier, load_event_classifier
from reportedly.find.events.finder import find_reports
from reportedly.find.events.triggers.lexicon import EventLexicon, load_event_lexicon

__all__ = [
    "EventClassifier",
    "EventLexicon",
    "find_reports",
    "guess_between",
    "load_event_classifier",
    "load_event_lexicon",
    "type_between",
]
