"""The forms of a place name under which the gazetteer files it: its key, sound and skeleton.

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


# What romanisations of Persian, Arabic and Slavic names write for one sound; capitals stand for
# sounds that English writes with two letters.
_CLUSTERS = {
    "shch": "S", "sch": "S", "shh": "S", "sh": "S", "tsch": "C", "tch": "C", "cz": "C", "ch": "C",
    "kh": "X", "x": "X", "gh": "Q", "dzh": "J", "zh": "J", "dj": "J", "j": "J", "dh": "d",
    "th": "t", "ph": "f", "ck": "k", "ts": "z", "tz": "z", "w": "v", "oo": "u", "ou": "u",
    "qua": "ka", "que": "ki", "qui": "ki", "quo": "ku", "q": "Q",
    "ce": "si", "ci": "si", "cy": "si", "c": "k",
}  # fmt: skip
_CLUSTER = re.compile("|".join(sorted(_CLUSTERS, key=lambda c: (-len(c), c))))
_ENDING = re.compile(r"(?<=[^aeiouy])[iy]?[ei]?y?[ae]h?$")  # Orumiyeh, Orumieh, Urmia
_VOWEL_CLASSES = str.maketrans("eyo", "iiu")
_DOUBLED = re.compile(r"(.)\1+")
_ARTICLES = frozenset(
    {"al", "el", "ul", "ad", "adh", "an", "ar", "as", "ash", "at", "ath", "az", "ed", "er", "es",
     "esh", "et", "ez"}
)  # fmt: skip
_LINKS = frozenset({"e", "i", "ye", "y", "va", "o"})  # ezafe and 'and'
_LATIN = re.compile(r"[a-z ]+")
# Arabic script: the article, and letters that Persian pronounces alike
_ARABIC = re.compile(r"[\u0621-\u06d3 ]+")
_ARTICLE = re.compile(r"^ال(?=.{3})")
_ARABIC_SOUNDS = str.maketrans("طصثذضظحةغ", "تسسزززههق", "ءع")
_LONG_VOWELS = str.maketrans("", "", "اوی")
_VOWELS = re.compile(r"(?<!^)[aiu]")
_ONE_CLASS = str.maketrans({"Q": "k", "X": "k", "g": "k", "a": "A", "i": "A", "u": "A"})
_LEAST_BONES = 3


def sound(key: str) -> str:
    """How a normalised name sounds, nearly: spellings of one name differ in few letters.

    The article, links and spaces are left out, doubled letters are one, vowels are a, i or u.

    >>> sound("isfahan"), sound("esfahan"), sound("qaem shahr"), sound("ghaemshahr")
    ('isfahan', 'isfahan', 'QaimSahr', 'QaimSahr')
    """
    if _ARABIC.fullmatch(key):
        return "".join(_ARTICLE.sub("", word) for word in key.split()).translate(_ARABIC_SOUNDS)
    if not _LATIN.fullmatch(key):
        return ""
    words = key.split()
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    spoken = "".join(word for word in words if len(words) == 1 or word not in _LINKS)
    spoken = _CLUSTER.sub(lambda match: _CLUSTERS[match.group()], spoken)
    if spoken.startswith(("ye", "yi")):  # Yevpatoria, Evpatoria
        spoken = spoken[1:]
    spoken = _ENDING.sub("a", spoken).removesuffix("h")
    return _DOUBLED.sub(r"\1", spoken.translate(_VOWEL_CLASSES))


def skeleton(spoken: str) -> str:
    """The consonants of a sound; empty where they are too few to tell a name.

    In Latin script kh, gh, q, g and k are one, an initial vowel is kept as A.

    >>> skeleton(sound("kharkov")), skeleton(sound("orumiyeh")), skeleton(sound("urmia"))
    ('krkv', 'Arm', 'Arm')
    """
    bones = _VOWELS.sub("", spoken).translate(_ONE_CLASS) if spoken.isascii() else spoken
    bones = bones.translate(_LONG_VOWELS)
    return bones if len(bones) >= _LEAST_BONES else ""


def differences(one: str, other: str) -> int:
    """How many letters two sounds differ in: left out, added or replaced (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            before, row[j] = (
                row[j],
                min(row[j] + 1, row[j - 1] + 1, before + (left != right)),
            )
    return row[-1]
