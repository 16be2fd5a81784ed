"""The dateline of a paragraph: "CORO, May 3 (The Agency) - Farmers …", "CORO: Farmers …"."""

from __future__ import annotations

import re

OPENS = r"(?=[\"“'‘«]?[A-ZÀ-Þ0-9])"  # how the sentence behind it begins
_MONTH = r"(?:[A-Z][a-z]{2,8}|[A-Z]{3,9})\.?"
# "May 3", "MAY 3", "3 May 2024"
DAY = rf"(?:{_MONTH}\s\d{{1,2}}(?:,\s\d{{4}})?|\d{{1,2}}\s{_MONTH}(?:,?\s\d{{4}})?)"
AGENCY = r"(?:\s*\([^()\n]{2,60}\)|\s*/[A-Z][^/\n]{1,30}/\.?)"  # "(The Agency)", "/AGENCY/"
LONGEST = 150  # characters of a dateline with the first words behind it
CAPITALS = r"[A-ZÀ-Þ]{2}[A-ZÀ-Þ'’.-]*(?:[ /][A-ZÀ-Þ'’.-]{2,}){0,3}"
_BEFORE_DASH = re.compile(
    rf"(?P<place>[^\W\d_][\w .,'’/-]{{1,60}}?)(?P<day>,\s{DAY})?(?P<agency>{AGENCY})?"
    rf"\s*(?:[–—]|-{{1,2}})\s+{OPENS}"
)
# "CORO:", "CORO, May 3 (Agency):", "CORO, Dorna, May 3.", "CORO, MAY 3, AGENCY."
_IN_CAPITALS = re.compile(
    rf"{CAPITALS}(?:, [A-Z]\w+)?(?:[,.]\s{DAY})?(?:{AGENCY})?:\s+{OPENS}"
    rf"|{CAPITALS}(?:, [A-Z]\w+)?[,.]\s{DAY}(?:[,.]?\s[A-Z]{{3,}})?(?:{AGENCY})?\.\s+{OPENS}"
)
# "Coro, May 3 (Agency) Farmers blocked", also with a colon
_DAY_AND_AGENCY = re.compile(
    rf"[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){{0,3}}(?:/[A-Z]\w+)?,\s{DAY}{AGENCY}:?\s+{OPENS}"
)
# over the items of a round-up: "CORO. Farmers blocked"
_BEFORE_STOP = re.compile(
    r"[A-ZÀ-Þ]{4}[A-ZÀ-Þ'’-]*(?: [A-ZÀ-Þ'’-]{2,}){0,2}\.\s+"
    r"(?=[\"“'‘«]?[A-ZÀ-Þ](?:[a-zß-ÿ]|\s[a-z]))"
)
# "Coro, 3 May -- Farmers blocked"; nothing but a place stands before such a day
TOWN = (
    r"(?!(?:On|In|At|By|From|Since|Until|Till|After|Before|Last|Next|This|Every|And|But|The"
    r"|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)\b)"
    r"[A-ZÀ-Þ][\w'’.-]+(?: (?:(?:de|del|da|do|la|las|los|el|al|of) )?[A-ZÀ-Þ][\w'’.-]+){0,3}"
)
_BEFORE_DAY = re.compile(rf"{TOWN},\s{DAY}(?:{AGENCY})?(?:\s*(?:[–—]|-{{1,2}})|:)\s+{OPENS}")
# "(Coro, 3 May 2024) – Farmers blocked"
_IN_BRACKETS = re.compile(
    rf"\([A-ZÀ-Þ][\w .,'’-]{{1,40}},\s{DAY}\)\s*(?:[–—]|-{{1,2}}|:)?\s+{OPENS}"
)


def dateline_end(paragraph: str) -> int:
    """Where the sentence after a dateline begins; 0 where the paragraph has none.

    A place in capitals, an agency in brackets, or a day with one tells a dateline from other
    words before a dash or a colon.
    """
    match = _BEFORE_DASH.match(paragraph)
    if match is not None:
        words = [w for w in re.split(r"[^\w]+", match["place"]) if w]
        in_capitals = bool(words) and words[0].isupper() and len(words[0]) > 1
        if in_capitals or match["agency"]:
            return match.end()
    match = (
        _IN_CAPITALS.match(paragraph)
        or _DAY_AND_AGENCY.match(paragraph)
        or _BEFORE_DAY.match(paragraph)
        or _IN_BRACKETS.match(paragraph)
        or _BEFORE_STOP.match(paragraph)
    )
    return match.end() if match is not None else 0
