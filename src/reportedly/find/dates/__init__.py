"""Time expressions: found by rules, given a value by the day the text was published."""

from reportedly.find.dates.annotation import Timex3, timex3_of
from reportedly.find.dates.check import check_date_lexicon
from reportedly.find.dates.finder import find_dates
from reportedly.find.dates.lexicon import DateLexicon, load_date_lexicon
from reportedly.find.dates.precision import time_precision

__all__ = [
    "DateLexicon",
    "Timex3",
    "check_date_lexicon",
    "find_dates",
    "load_date_lexicon",
    "time_precision",
    "timex3_of",
]
