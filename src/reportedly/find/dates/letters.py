"""Letters made plain, one for one: what tables and texts are compared by."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# One for one, so that offsets stand: Persian and Arabic digits and letter forms, and the
# joiner that Persian writes inside words; vowel signs, which end words (هفتهٔ آینده), as spaces.
_VARIANTS = "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩يكةۀ\u200c\u00ad\u0650\u0654"
PLAIN: Mapping[int, str] = MappingProxyType(
    dict(zip(map(ord, _VARIANTS), "01234567890123456789یکهه    ", strict=True))
)


def fold(word: str) -> str:
    """A word as the tables key it: lower case, plain letters, single spaces, no last dot."""
    return " ".join(word.translate(PLAIN).lower().replace("’", "'").split()).rstrip(".")
