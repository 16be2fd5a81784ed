"""What holds of dates in any text."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.find.dates import check_date_lexicon, find_dates
from reportedly.parse.plain import PlainParser
from tests.conftest import make_article

PIECES = st.sampled_from(
    [
        "Monday", "last", "next", "March", "May", "12", "31", "2024", "1402", "Bahman", "'98",
        "in", "since", "the", "anniversary of", "two", "999999", "days", "years", "ago", "later",
        "night", "of", "-", "to", ",", ".", "\n", "\u00a0", "۱۲", "مارس", "a", "every", "at 9 p.m.",
        "Easter", "Nowruz 1403", "Ashura", "Bastille Day", "the eve of", "40th", "'", '"', "said",
        "a year earlier", "the quarter", "last", "05/06/2020", "noon", "nineteen seventy-nine",
        "۱۷ آذر ۱۳۹۹", "ساعت ۸", "امروز", "تا", "أمس", "الجمعة", "يومين", "hace", "now",
        "el día 31",
        "Ramadan", "1446", "29 February", "quarter", "first", "century", "99", "overnight",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=80)
DAYS = st.none() | st.dates(min_value=date(1, 1, 2), max_value=date(9999, 12, 30))


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, published=DAYS, language=st.sampled_from(["en", "fa", "ar", "es", "xx"]))
def test_mentions_quote_the_text_and_run_forward(
    text: str, published: date | None, language: str
) -> None:
    document = PlainParser()(make_article(text, published=published, language=language))
    mentions = find_dates(document)
    assert mentions == find_dates(document)
    for mention in mentions:
        evidence, value = mention.evidence, mention.value
        assert text[evidence.start : evidence.end] == evidence.quote
        if value.earliest is not None and value.latest is not None:
            assert value.earliest <= value.latest
    plain = [m.evidence for m in mentions if m.made_by != "dates:occasion"]
    assert all(a.end <= b.start for a, b in pairwise(plain))


def test_shipped_rules_read_their_examples() -> None:
    assert check_date_lexicon() == []
