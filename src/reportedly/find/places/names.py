"""The form of a place name under which the gazetteer files it.

This module stands alone (standard library only): the build of the gazetteer runs it before the
package is installed.
"""

from __future__ import annotations

import re
import unicodedata

# Latin letters that Unicode does not take apart, and Arabic letters that Persian, Urdu, Kurdish
# and Arabic keyboards give in several forms.
_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
        "ə": "e", "ħ": "h",
        "ي": "ی", "ى": "ی", "ئ": "ی", "ې": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "ہ": "ه",
        "ھ": "ه", "ە": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ۆ": "و",
        "ـ": None,  # tatweel only stretches a word
    }
)  # fmt: skip
_DROPPED = re.compile("[.'’‘ʻʼʿʾ`´\u200b\u200e\u200f\ufeff]")
_SPACES = re.compile(r"[\W_]+")  # ZWNJ, hyphens and commas separate words as spaces do
_ABBREVIATED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


def normalise_name(name: str) -> str:
    """A name without case, accents, points and marks, its words parted by one space each.

    >>> normalise_name("St. Louis"), normalise_name("Bandar-e ʿAbbās"), normalise_name("U.S.")
    ('saint louis', 'bandar e abbas', 'us')
    """
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name)
        name = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    name = _DROPPED.sub("", name.casefold())
    if not name.isascii():
        name = name.translate(_LETTERS)
    words = _SPACES.sub(" ", name).split()
    if len(words) > 1 and words[0] in _ABBREVIATED:
        words[0] = _ABBREVIATED[words[0]]
    return " ".join(words)
