"""Headline, byline and dateline in one line with the lead: "Dockers strike Ana Roe CORO, May 3 …".

Wires and archives write all of them without a break. Only what is sure is taken: a town in
capitals before an agency in brackets or a day, a known wire in brackets, names behind "by".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.parse.dateline import AGENCY, CAPITALS, DAY, LONGEST, OPENS, TOWN, dateline_end
from reportedly.parse.document import Document
from reportedly.parse.known_names import known_initials, lower_case_words, stem
from reportedly.parse.plain import paragraphs
from reportedly.parse.word_lists import parsing_words

_FIRST_LINES = 600  # characters of a text in which a headline can stand
_WIDEST = 300  # characters from the start of a line to the end of its dateline
_RECURRING = 2000  # characters behind a dateline in which a story names its people again
_HEADLINE = 3  # words of one at least
_NAMES, _NAME = 12, 4  # words of a byline with "by", and of a name without it, at most
_PERSON = 2  # words of the name of a person
_INITIALS = 3  # letters of words in capitals that are no town by themselves
_STATE = r"(?:,\s[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,2})?"
_DASH = r"\s*(?:[–—]|-{1,2})\s+"
_IN_LINE = re.compile(
    rf"(?<=\s)(?P<town>{CAPITALS})(?:"
    # "CORO, Dorna (Agency) – Farmers", "CORO, May 3 - Farmers"
    rf"{_STATE}(?:(?:,?\s{DAY})?{AGENCY}|,\s{DAY}){_DASH}{OPENS}"
    # "CORO, May 3 (Agency) Farmers"
    rf"|{_STATE},\s{DAY}{AGENCY}:?\s+{OPENS}"
    # "CORO May 3 Sapa FARMERS blocked"
    rf"|,?\s{DAY}\s[A-Z][A-Za-z-]{{2,9}}\s(?=[A-Z]{{2,}}\s[a-z]))"
)
# "Farmers strike. CORO, Dorna – Farmers", "Farmers strike. CORO: Farmers"
_BEHIND_STOP = re.compile(
    rf"(?<=[.!?:’”\"']\s)(?P<town>{CAPITALS}){_STATE}(?:,?\s{DAY})?(?:{AGENCY})?"
    rf"(?:\.?{_DASH}|(?P<colon>:)\s+){OPENS}"
)
# "Farmers strike. Coro, 3 May - Farmers"
_DAY_BEHIND_STOP = re.compile(
    rf"(?<=[.!?’”\"']\s)(?P<town>{TOWN}),\s{DAY}(?:{AGENCY})?{_DASH}{OPENS}"
)
# "Coro (dpa) - Farmers"
_OF_WIRE = re.compile(
    rf"(?<=\s)(?P<town>(?:[A-ZÀ-Þ][\w'’-]*\s)?[A-ZÀ-Þ][\w'’-]+)\s\((?P<wire>[A-Za-z]{{2,8}})\)"
    rf"{_DASH}{OPENS}"
)
_CALLED = r"[A-ZÀ-Þ][\w'’-]+ (?:[A-Z]\. )?[A-ZÀ-Þ][\w'’-]+"
# "by Ana Roe and Rui Lang Farmers blocked"; a large "By" may begin a sentence
_BYLINE = re.compile(
    rf"(?:by\s+{_CALLED}(?: and {_CALLED})*\s+|By\s+{_CALLED}(?: and {_CALLED})*\s{{2,}}){OPENS}"
)
_WORD_OF_NAME = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEFORE_NAMES = frozenset(
    {"a", "an", "the", "of", "in", "at", "on", "to", "for", "from", "with", "by", "or", "near",
     "over", "against", "as", "under", "amid", "after", "before", "into", "than", "vs"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands before the lead of a line, by offsets of the text."""

    headline: int  # its end
    byline: int  # where names begin; the dateline, where nobody is named
    dateline: int  # where it begins; the lead, where there is none
    end: int


def masthead_of(text: str, start: int, end: int) -> Masthead | None:
    """What stands before the lead in the line [start, end); None where it begins with the lead.

    "Dockers end strike Ana Roe CORO, May 3 (NWA) – Dockers …" has a headline, a byline and a
    dateline; "by Ana Roe and Rui Lang Dockers …" has a byline.
    """
    if start >= _FIRST_LINES:
        return None
    names = _BYLINE.match(text, start, end)
    if names is not None:
        return Masthead(start, start, names.end(), names.end())
    line = text[start : min(start + _WIDEST, end)]
    patterns = (_IN_LINE, _BEHIND_STOP, _DAY_BEHIND_STOP, _OF_WIRE)
    match = next((m for pattern in patterns if (m := pattern.search(line)) is not None), None)
    if match is None or not _is_sure(match):
        return None
    before = list(re.finditer(r"\S+", line[: match.end("town")]))
    words = [word.group() for word in before]
    town = len(words) - _words_of_town(words, len(match["town"].split()))
    names_from = _byline(words[:town], text[start + match.end() :][:_RECURRING])
    if names_from < _HEADLINE or words[names_from - 1].lower() in _BEFORE_NAMES:
        return None
    return Masthead(
        headline=start + before[names_from - 1].end(),
        byline=start + before[names_from].start(),
        dateline=start + before[town].start(),
        end=start + match.end(),
    )


def datelines(text: str) -> list[tuple[int, int]]:
    """[start, end) of what tells of each line where and by whom it was written."""
    found = []
    for start, end in paragraphs(text):
        masthead = masthead_of(text, start, end)
        if masthead is not None:
            found.append((masthead.byline, masthead.end))
        elif behind := dateline_end(text[start : min(end, start + LONGEST)]):
            found.append((start, start + behind))
    return found


def words_of_datelines(document: Document) -> set[int]:
    """Words of datelines and bylines: where and by whom a text was written, nobody it tells of."""
    lines = datelines(document.text)
    return {t.index for start, end in lines for t in document.tokens_in(start, end)}


def _is_sure(match: re.Match[str]) -> bool:
    """No bracket but that of a wire, no body before a dash, no word ("UPDATE:") before a colon."""
    found = match.groupdict()
    if found.get("wire") is not None:
        return found["wire"].lower() in parsing_words().wires
    town = found["town"]
    if found.get("colon") is not None and town.lower() in lower_case_words():
        return False
    return len(town) > _INITIALS and town not in known_initials()


def _words_of_town(words: list[str], most: int) -> int:
    """How many of the last words name a town: "BEIRUT" of "By ANA ROE BEIRUT" and "KZN DURBAN"."""
    count, openings = most, parsing_words().town_openings
    if not words[-1].isupper():
        return count if words[-count].lower() in openings else 1
    before = words[-count - 1].lower() if len(words) > count else ""
    if before in ("by", "and") and count > 1:
        return max(count - _PERSON, 1)
    while count > 1:
        first = words[-count]
        short = len(first) <= _INITIALS and first.lower() not in openings
        if not short and first not in known_initials():
            break
        count -= 1
    before = words[-count - 1] if len(words) > count else ""
    shouted = before.isupper() and (len(before) > _INITIALS or before.endswith("."))
    return 1 if shouted else count


def _byline(words: list[str], behind: str) -> int:
    """Where the names of who wrote a text begin among the words before a dateline."""
    for number in range(len(words) - 1, max(len(words) - _NAMES, 0) - 1, -1):
        word = words[number]
        if word.lower() == "by":
            people = [w for w in words[number + 1 :] if w[0].isupper()]
            told = any(_recurs(name, behind) for name in people)
            named = bool(people) and people[-1].strip(",").lower() not in lower_case_words()
            return number if named and (word != "by" or not told) else len(words)
        if not (word[0].isupper() or word in ("and", "&") or word in parsing_words().wires):
            break
    first = len(words)
    while first and len(words) - first < _NAME and _is_of_writer(words[first - 1], behind):
        first -= 1
    if words[first - 1].lower() in _BEFORE_NAMES:  # "in Coro Ana Roe", "in Coro"
        return len(words) - (_PERSON if len(words) - first > _PERSON else 0)
    if len(words) - first < _PERSON:
        return len(words)
    more = words[max(first - _PERSON - 1, 0) : first - 1]
    joined = words[first - 1] == "and" and len(more) == _PERSON
    return first - _PERSON - 1 if joined and all(_is_of_writer(w, behind) for w in more) else first


def _is_of_writer(word: str, behind: str) -> bool:
    """Whether a word can be of a name that the story itself does not tell of."""
    named = _WORD_OF_NAME.fullmatch(word) is not None and len(word) > 1
    known = stem(word).lower() in lower_case_words() or word in known_initials()
    return named and not known and not _recurs(word, behind)


def _recurs(word: str, behind: str) -> bool:
    name = re.escape(stem(word).strip(","))
    return word[0].isupper() and re.search(rf"\b{name}\b", behind) is not None
