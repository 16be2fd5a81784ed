"""Words that only look like a time: May as a name, 1,999 dollars, a 34-year-old man."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reportedly.find.dates.expressions import Expression
from reportedly.parse import Document, Token

# Months that are also words or given names: they need a sign of time beside them.
_WORDLIKE = frozenset({3, 4, 5, 6, 8})
_MONEY = re.compile(r"[$€£¥₹#]$")
_POSSESSIVE = re.compile(r"['’]s?\b")
_CLOCK_SIGNS = re.compile(r"[ap]\.?m|hours|GMT|UTC|time", re.IGNORECASE)
_BEFORE_CLOCK = frozenset({
    "at", "by", "from", "until", "till", "to", "around", "about", "before", "after", "since",
    "between", "and", "–", "-", "(",
})  # fmt: skip
_BEFORE_LENGTH = frozenset({"for", "in", "within", "than", "after", "about", "over"})
_INFANTS = frozenset({"baby", "infant", "boy", "girl", "son", "daughter", "child", "toddler"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """An expression with the words beside it in its sentence."""

    expression: Expression
    last: Token  # of the expression
    before: str  # lower case, '' at the edge of the sentence
    before_word: str  # as written
    before_tag: str
    after: str
    after_word: str
    after_pos: str
    after_tag: str
    possessive: bool
    before_comma: str  # label of the name in front of a comma before it

    def listed(self, name: str) -> frozenset[str]:
        return self.expression.language.listed(name)


def is_doubtful(expression: Expression, document: Document) -> bool:
    """Whether the words around an expression speak against reading it as a time."""
    inside = document.tokens_in(expression.start, expression.end)
    if len(inside) > 1 and inside[0].text.lower() == "last" and inside[0].pos == "VERB":
        return True  # "the truce would last two weeks"
    if expression.rule.doubt is None or not inside:
        return False
    sentence = document.sentences[inside[0].sentence]
    first, last = inside[0], inside[-1]
    if (first.index, last.index + 1) == (sentence.first, sentence.last):
        return False  # it stands alone: 'March', '2019'
    before = document.tokens[first.index - 1] if first.index > sentence.first else None
    after = document.tokens[last.index + 1] if last.index + 1 < sentence.last else None
    place = _Place(
        expression=expression,
        last=last,
        before=before.text.lower() if before else "",
        before_word=before.text if before else "",
        before_tag=before.tag if before else "",
        after=after.text.lower() if after else "",
        after_word=after.text if after else "",
        after_pos=after.pos if after else "",
        after_tag=after.tag if after else "",
        possessive=_POSSESSIVE.match(document.text, expression.end) is not None,
        before_comma=_before_comma(document, before),
    )
    return _DOUBTS[expression.rule.doubt](place)


def _before_comma(document: Document, before: Token | None) -> str:
    if before is None or before.text != "," or before.index == 0:
        return ""
    return document.tokens[before.index - 1].name


def _apposed(place: _Place) -> bool:
    """'On Monday, the first day of a strike': no day beside the one that is told."""
    return place.before_comma in ("DATE", "TIME")


def _name(place: _Place) -> bool:
    """Inside a proper name: Black Friday, the Sunday Times."""
    return place.before_word in place.listed("names_before") or (
        place.after_word in place.listed("names_after")
    )


def _month(place: _Place) -> bool:
    """May, March, April, June, August as names, verbs and nouns."""
    parts = place.expression.parts
    if _name(place) or (place.possessive and parts.month in _WORDLIKE):
        return True
    if parts.edge or parts.relation is not None:
        return False
    if place.last.name in ("PERSON", "ORG", "FAC", "GPE"):
        return True
    if parts.month not in _WORDLIKE:
        return False
    if place.before == "the" and (place.last.pos, place.after_pos) == ("PROPN", "NOUN"):
        return False  # 'the May election'
    return place.before not in place.listed("before_month") or place.last.pos in ("VERB", "AUX")


def _year(place: _Place) -> bool:
    """Four digits that count, number or pay: 2000 people, flight 1999, $1999."""
    parts, last = place.expression.parts, place.last
    counts = place.after in place.listed("not_after_year") or place.after == "%"
    numbers = place.before in place.listed("not_before_year") or _MONEY.search(place.before_word)
    # 'In 2011 police shot dead nine': no number of police
    led_in = place.before_word == "In" or (place.before in ("in", "since") and last.dep == "pobj")
    if (counts or numbers) and not led_in:
        return True
    # 'his failed 1996 campaign': what is counted would be many
    of_one = place.after_tag == "NN" and place.before_tag not in ("CD", "NNP", "NNPS")
    determined = place.before_tag in ("DT", "PRP$", "POS")  # 'that 1978 resolution'
    led = determined or place.before_tag == "IN"
    if last.dep == "nummod" and last.head > last.index and not (led or of_one):
        return True  # 1984 sheep
    if parts.edge or determined or of_one or not place.before:
        return False
    if place.before in place.listed("before_year") or place.before in ("(", ",", "–", "-"):
        return False
    if place.before_tag in ("NNP", "NNPS"):
        return True  # 'Blade Runner 2049'
    return place.after_pos in ("NOUN", "PROPN") or place.before in ("#", "+")


def _duration(place: _Place) -> bool:
    """An age, or 'a day' as a rate or idiom."""
    parts = place.expression.parts
    if _is_title(place):
        return True
    if parts.unit == "quarter" and place.after == "of":
        return True  # a fourth part
    if place.before in ("aged", "age") or (place.after == "old" and parts.unit == "year"):
        return True
    if place.expression.text.lower().startswith(("a ", "an ", "a-", "an-")):
        return place.before not in _BEFORE_LENGTH
    return place.after in ("-", "–") and parts.unit == "year"  # 34-year-old


def _age(place: _Place) -> bool:
    """'34-year-old' tells a person's age, 'a five-month-old girl' too."""
    unit = place.expression.parts.unit
    return unit == "year" or (unit == "month" and place.after in _INFANTS)


def _own_age(place: _Place) -> bool:
    """'A couple in their sixties', 'in her late 30s'."""
    return place.before_tag == "PRP$"


def _clock(place: _Place) -> bool:
    """12:30 may be a score or a verse."""
    if _CLOCK_SIGNS.search(place.expression.text):
        return False
    return place.before not in _BEFORE_CLOCK


def _named_day(place: _Place) -> bool:
    """'Christmas trees', 'the Tet offensive': a feast that stands before a noun."""
    words = place.expression.text
    return place.after_pos in ("NOUN", "PROPN") and not words.lower().endswith(
        ("day", "eve", "massacre", "attack", "attacks")
    )


def _period(place: _Place) -> bool:
    """'This Week' as the name of a programme."""
    return _is_title(place)


def _is_title(place: _Place) -> bool:
    """A unit with a capital letter, where the text is not all in capitals: '60 Minutes'."""
    words = place.expression.text.split()
    return len(words) > 1 and words[-1][0].isupper() and not words[-1].isupper()


def _the_period(place: _Place) -> bool:
    """'the week' of this text stands behind a preposition and needs no explanation."""
    if place.before not in place.listed("before_the_period"):
        return True
    explained = place.after in (
        "of",
        "that",
        "when",
        "he",
        "she",
        "they",
        "we",
        "i",
        "it",
        "before",
    )
    return explained or place.after_pos in ("NOUN", "PROPN", "NUM")


def _season(place: _Place) -> bool:
    """'spring', 'fall' as verbs and springs: a bare season stands behind a preposition."""
    if place.expression.parts.edge:
        return False
    if place.last.pos in ("VERB", "AUX") or place.after_pos in ("NOUN", "PROPN"):
        return True
    return place.before not in place.listed("before_season")


def _frequency(place: _Place) -> bool:
    """'the daily Granma', 'a quarterly dividend'."""
    if place.expression.text[0].isupper() and place.before:
        return True
    return place.after_pos == "PROPN" or (
        place.after_pos == "NOUN" and place.expression.text.lower() in ("quarterly", "yearly")
    )


def _reference(place: _Place) -> bool:
    """'as soon as', 'sooner than', 'now that'; 'current' needs its noun."""
    text = place.expression.text.lower()
    if text == "soon":
        return place.before in ("as", "too", "so") or place.after == "as"
    if text.startswith("the past"):
        return place.after_pos in ("NOUN", "NUM", "ADJ")
    return text == "now" and place.after in ("that", "-")


def _spoken(place: _Place) -> bool:
    """'nineteen thirty-year-olds', 'two thousand people'."""
    text = place.expression.text.lower()
    if place.before == "in":
        return False
    if text.startswith("two thousand"):
        return True
    return place.after_pos in ("NOUN", "PROPN") or place.after == "-"


_DOUBTS: Mapping[str, Callable[[_Place], bool]] = MappingProxyType(
    {
        "apposed": _apposed,
        "weekday": _name,
        "named_day": _named_day,
        "period": _period,
        "the_period": _the_period,
        "season": _season,
        "frequency": _frequency,
        "reference": _reference,
        "spoken": _spoken,
        "month": _month,
        "year": _year,
        "duration": _duration,
        "age": _age,
        "own_age": _own_age,
        "clock": _clock,
    }
)
DOUBTS = frozenset(_DOUBTS)
