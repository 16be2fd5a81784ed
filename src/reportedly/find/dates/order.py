"""Whether '05/06/2020' is 5 June or May 6 in a text: by its other dates, else by its outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from reportedly.find.dates.expressions import Expression
from reportedly.records import Article

_MONTH_FIRST = frozenset({"us", "ph", "fm", "pw"})  # countries that write the month first
_GENERIC = frozenset({"tv", "io", "co", "me", "fm", "ai", "ly", "to", "cc", "ws", "ca"})
_DAY_FIRST_LANGUAGES = frozenset({"es", "ar", "fa"})
_COUNTRY = re.compile(r"\.([a-z]{2})$")


def day_first(article: Article, expressions: Iterable[Expression]) -> bool | None:
    """True where days stand first, False where months do, None where nothing tells."""
    signs = {_sign(e) for e in expressions if e.parts.first and e.parts.second}
    if (True in signs) != (False in signs):
        return True in signs
    if article.language in _DAY_FIRST_LANGUAGES:
        return True
    country = _COUNTRY.search(_host(article.url or ""))
    if country is None or country[1] in _GENERIC - _MONTH_FIRST:
        return None
    return country[1] not in _MONTH_FIRST


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # an address that is none, as http://[::1
        return ""


def _sign(expression: Expression) -> bool | None:
    first, second = expression.parts.first or 0, expression.parts.second or 0
    if (first > 12) == (second > 12):
        return None
    return first > 12
