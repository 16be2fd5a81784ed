"""Persian, Arabic and Spanish time expressions, without syntax. All sentences are invented."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.find.dates import find_dates
from reportedly.parse.plain import PlainParser
from tests.conftest import make_article

CASES = [
    ("fa", "تجمع در ۲۲ بهمن ۱۴۰۲ برگزار شد.", "در ۲۲ بهمن ۱۴۰۲", date(2024, 2, 11)),
    ("fa", "او در ۱۲ مارس ۲۰۲۴ آمد.", "در ۱۲ مارس ۲۰۲۴", date(2024, 3, 12)),
    ("fa", "دیروز دو نفر کشته شدند.", "دیروز", date(2024, 3, 13)),
    ("fa", "سه‌شنبه گذشته تجمع شد.", "سه‌شنبه گذشته", date(2024, 3, 12)),
    ("ar", "قتل ثلاثة في 12 مارس 2024.", "12 مارس 2024", date(2024, 3, 12)),
    ("ar", "وصل أمس.", "أمس", date(2024, 3, 13)),
    ("ar", "اجتمعوا في ٧ كانون الأول/ديسمبر ٢٠٢٠.", "٧ كانون الأول/ديسمبر ٢٠٢٠", date(2020, 12, 7)),
    ("es", "Marcharon el martes 12 de marzo.", "el martes 12 de marzo", date(2024, 3, 12)),
    ("es", "Llegaron ayer por la tarde.", "ayer por la tarde", date(2024, 3, 13)),
    ("es", "Murieron hace tres días.", "hace tres días", date(2024, 3, 11)),
    ("en", "A wall read ۲۲ بهمن ۱۴۰۲ in white.", "۲۲ بهمن ۱۴۰۲", date(2024, 2, 11)),
]


@pytest.mark.parametrize(("language", "text", "quote", "day"), CASES)
def test_days(language: str, text: str, quote: str, day: date) -> None:
    article = make_article(text, language=language, published=date(2024, 3, 14))
    mentions = find_dates(PlainParser()(article))
    assert [m.evidence.quote for m in mentions] == [quote]
    assert mentions[0].value.earliest == mentions[0].value.latest == day


def test_a_jalali_month_is_an_interval() -> None:
    article = make_article("در آبان ۱۳۹۸ تجمع شد.", language="fa")
    value = find_dates(PlainParser()(article))[0].value
    assert (value.earliest, value.latest) == (date(2019, 10, 23), date(2019, 11, 21))
    assert (value.granularity, value.calendar) == ("month", "jalali")
