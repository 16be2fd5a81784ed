"""Time expressions: found by rules, given a value by the day the text was published."""

from reportedly.find.dates.check import check_date_lexicon
from reportedly.find.dates.finder import find_dates
from reportedly.find.dates.lexicon import DateLexicon, load_date_lexicon

__all__ = ["DateLexicon", "check_date_lexicon", "find_dates", "load_date_lexicon"]
