"""Text in capitals, or without any, brought to usual case, one character for one.

Old wire texts are in capitals, where a parser takes every word for a name; some archives lost all
capitals, and with them the names. Words that are no names (lower_case_words.txt among the lexicons)
are written small, all others and the first word of a sentence with a capital, and so are the words
of long names (`long_names`), and months beside a number ("4 March"). Initials stay in capitals:
those that a text puts in brackets behind a name ("the River Front (ERF)") or before it, and those
by which the registry of actors knows a body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.parse.known_names import WORD, given_names, known_initials, lower_case_words, stem
from reportedly.parse.long_names import explained_initials, long_names
from reportedly.parse.titles import sentence_case

_SENTENCE = re.compile(
    r"(?:^|(?<![.\s][^\W\d_])[.!?]['\"”’)\]]*\s+|\n\s*|(?:^|[\n\].!?-])\s*\[[^\]\n]*\]\s+)([^\W\d_])"
)
_BRACKETED = re.compile(r"[(\[]([A-Z]{2,9})[)\]]")
_MONTH = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)? (march|may)\b|\b(march|may) \d{1,4}\b")
# before a name, where "MR." would end a sentence: "Mr. Roe", "Lt. Col. Roe"
_TITLE = re.compile(
    r"\b(?i:mr|mrs|ms|dr|gen|lt|col|maj|capt|sgt|msgr|rev|sen|rep|prof|fr|jr|st|gov|adm|cmdr)"
    r"(?=\.? (?:[^\W\d_a-zß-ÿ]|(?:col|gen)\b))"
)
_WORD_AND_NAME = re.compile(r"\b([^\W\d_]+)(?= [^\W\d_a-zß-ÿ][^\W\d_A-Z])")
_ARTICLE = re.compile(r"\b(?:la|el|los|las) (?=[^\W\d_a-zß-ÿ])")  # "La Paz"
_SYLLABLE = re.compile("[^aeiou][aeiou][^aeiou]")  # "mir", which may be a name
_CLOCK = re.compile(r"[AP]\.? ?M\b", re.IGNORECASE)
_VOWEL = re.compile("[aeiouyà-ÿ]")
# the list is in American spelling
_BRITISH: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("is(e|ed|es|er|ers|ing|ation|ations)$"), r"iz\1"),
    (re.compile("(?<=.{3})our(|s|ed|ing|er|ers|able|ably|ful|hood|hoods|less|ite)$"), r"or\1"),
    (re.compile("(?<=[bcdpt])re(s?)$"), r"er\1"),  # "centre"
    (re.compile("(def|off|lic|pret)ence(s?)$"), r"\1ense\2"),
    (re.compile("ys(e|ed|es|ing)$"), r"yz\1"),
)
# parts of words that no name has: "antidrug", "noncommissioned", "demobilize", "extradiction"
_JOINED_BEFORE = re.compile("(?:anti|counter|narco|ultra|non|sub|multi|semi)(?=.{4})")
_ENDING = re.compile("(?:.{4,}tions?|.{5,}ments?|.{4,}iz(?:e|ed|es|ing)|.{4,}ically|.{4,}ously)$")
_LONG_PAST = 6  # letters of a past form that is no name ("Merced")
_ENOUGH = 20  # letters in capitals: shorter text may be a headline or an acronym
_SURE = 4  # letters of initials that are a word ("ARENA"); shorter ones ("UP") stay words
_CAPITALS = 0.85  # share of letters
_STRAY = 0.02  # share of letters that a broken encoding makes large: "stories:Â"
_ENOUGH_SMALL = 120  # letters without a capital: shorter text may be a caption


def truecase(text: str) -> str:
    """Text of the same length; only text nearly all in capitals, or without any, is changed.

    So are headlines In Title Case.
    """
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    shouted = len(letters) >= _ENOUGH and capitals >= _CAPITALS * len(letters)
    stray = capitals <= _STRAY * len(letters) and not any(
        c.isupper() for c in letters if c < "\x7f"
    )
    whispered = len(letters) >= _ENOUGH_SMALL and stray
    if not shouted and not whispered:
        return sentence_case(text, _is_no_name) or text
    initials = {m for m in _BRACKETED.findall(text) if not _is_no_name(m.lower())}
    explained = explained_initials(text)
    initials |= {m for m in explained if len(m) >= _SURE or not _is_no_name(m.lower())}
    known = {
        name
        for name in known_initials()
        if not _is_no_name(name.lower()) and (shouted or not _SYLLABLE.search(name.lower()))
    }
    usual = WORD.sub(lambda m: _usual(m, initials | known), text)
    usual = _MONTH.sub(lambda m: m.group().replace("ma", "Ma"), usual)
    usual = _TITLE.sub(lambda m: m.group().capitalize(), usual)
    usual = _WORD_AND_NAME.sub(_given, usual)
    usual = _ARTICLE.sub(lambda m: m.group().capitalize(), usual)
    usual = _with_capitals(usual, [start for start, _ in long_names(text)])
    return _SENTENCE.sub(lambda m: m.group()[:-1] + _capital(m.group()[-1]), usual)


def _with_capitals(text: str, starts: Sequence[int]) -> str:
    """The text with a capital at each of some characters."""
    letters = list(text)
    for start in starts:
        letters[start] = _capital(letters[start])
    return "".join(letters)


def _usual(match: re.Match[str], initials: set[str]) -> str:
    word = match.group()
    small = word.lower()
    if len(small) == 1:
        return _letter(match)
    large = stem(word.upper())
    if large in initials:
        return large + word[len(large) :].lower()
    if len(small) != len(word):  # a letter that has no single small one
        return word
    before = match.string[match.start() - 1] if match.start() else " "
    if before.isdigit() or _is_no_name(stem(small)):
        return small
    if word.isupper() and not _VOWEL.search(small):  # an acronym
        return word
    return _capital(small[0]) + small[1:]


def _letter(match: re.Match[str]) -> str:
    """A letter by itself: "I", "J. Roa", "U.S.", "M-19" in capitals, "a" and "7 p.m." small."""
    letter, text, start = match.group(), match.string, match.start()
    if _CLOCK.match(text, start) or (start > 1 and _CLOCK.match(text, start - 2)):
        return letter.lower()
    before, behind = text[max(start - 2, 0) : start], text[match.end() : match.end() + 2]
    initial = behind[:1] == "." or (behind[:1] == "-" and behind[1:].isdigit())
    last = before[1:] == "." and before[:1].isalpha()  # the S of "U.S"
    return letter.upper() if letter in "iI" or initial or last else letter.lower()


def _given(match: re.Match[str]) -> str:
    """A given name that is also a word, before a name: "Victor Roe"."""
    word = match.group()
    return word.capitalize() if word in given_names() else word


def _is_no_name(word: str) -> bool:
    return _is_listed(word) or bool(_ENDING.match(word)) or _is_joined(word)


def _is_joined(word: str) -> bool:
    """Whether a word is a known one behind such as "anti"; "Antioquia" is none."""
    before = _JOINED_BEFORE.match(word)
    return before is not None and _is_listed(word[before.end() :])


def _is_listed(word: str) -> bool:
    """Whether a word, or what it is a form of, is in the list: "newsmen", "beseeched"."""
    words = lower_case_words()
    if word in words or (word.endswith("s") and word[:-1] in words):
        return True
    if word.endswith("men") and f"{word[:-3]}man" in words:
        return True
    past = word.endswith("ed") and len(word) > _LONG_PAST  # "beseeched", too rare for the list
    if past and (word[:-2] in words or word[:-1] in words):
        return True
    return any(form.sub(american, word) in words for form, american in _BRITISH)


def _capital(letter: str) -> str:
    return letter.upper() if len(letter.upper()) == 1 else letter
