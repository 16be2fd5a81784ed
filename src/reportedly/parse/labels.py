"""What stands before the entries of a list: bullets, numbers, days and clocks ("• Tue 3 May:")."""

from __future__ import annotations

import re

_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_NUMBER_OF_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:{_NUMBER_OF_DAY}\s+{_MONTH}|{_MONTH}\s+{_NUMBER_OF_DAY})(?:,?\s+(?:19|20)\d\d)?"
_DAY = (
    rf"(?:(?:{_WEEKDAY},?\s+)?{_DATE}|{_WEEKDAY}|(?:the\s+)?same\s+day"
    r"|\d\d[./]\d\d[./]\d\d(?:\d\d)?)"
)
_BULLET = r"(?:[•·▪▫‣◦●○■□►▶➤✔★*]|[-–—](?=\s)|\(?\d{1,2}[.)](?=\s))\s*"
_CLOCK = (
    r"[\[(]?(?:[01]?\d|2[0-3])[:.h][0-5]\d"
    r"(?:\s?(?:[ap]\.?m\b\.?|hrs?\b|gmt|utc|[a-z]{2,3}t\b))?[\])]?"
)
_LABEL = re.compile(
    rf"(?P<bullet>{_BULLET})?(?P<day>{_DAY}(?:\s*[:–—]|\s+-|\.(?=\s+(?-i:[A-Z])))\s+)?"
    rf"(?P<clock>{_CLOCK}\s*[:–—-]?\s+(?=[\"“'‘«]?(?-i:[A-ZÀ-Þ])))?",
    re.IGNORECASE,
)
LONGEST = 60  # characters that a label can have


def label_end(paragraph: str) -> int:
    """Where the text of an entry begins behind its label; 0 where the paragraph has none."""
    match = _LABEL.match(paragraph[:LONGEST])
    return 0 if match is None or match.end() >= len(paragraph) else match.end()


def has_clock(paragraph: str) -> bool:
    """Whether an entry begins with an hour: "21:35 Police fire tear gas"."""
    match = _LABEL.match(paragraph[:LONGEST])
    return match is not None and match["clock"] is not None
