"""What tells who a person is without a finder: age, trade and village beside a name, venues.

English. `reach` widens the span of a hidden name: 'the 34-year-old baker Ada Moss, of Sena,'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PROPER = r"(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)"
_BEHIND = re.compile(
    r"(?:,? (?:aged? )?\(?\d{1,3}\)?(?=[,.;)\s])"
    r"|, (?:an?|the|his|her|who|from|of)\b[^,.;:\n]{1,80}(?=[,.;:])"
    rf"|,? (?:of|from) (?:the (?:village|town|hamlet|quarter|district) of )?{_PROPER}"
    r"|,? \([^()\n]{1,80}\))+"
)
_AGE = re.compile(r"\b\d{1,3}[- ]year[- ]old\b(?: [a-z-]+){0,4} $")
_TRADE = re.compile(rf"(?:{_PROPER} )?\b([a-z]+(?:-[a-z]+)?) $")
# a speaker named by a venue is not written: 'the Sena Road clinic'
_VENUE = (
    r"(?:hospital|clinic|hotel|hostel|school|college|mosque|church|temple|synagogue|shrine|market"
    r"|square|street|road|avenue|bridge|quarter|neighbou?rhood|suburb|caf[eé]|restaurant|bar|shop)"
)
VENUES = re.compile(rf"\b{_VENUE}\b", re.IGNORECASE)
_VENUE_PHRASE = re.compile(rf"(?:{_PROPER} )?\b(\w[\w'’-]*) (?i:{_VENUE})s?\b")
_TELLS_NOTHING = frozenset(
    {"a", "an", "and", "any", "at", "by", "every", "for", "from", "her", "his", "in", "into", "its",
     "my", "near", "no", "of", "on", "or", "our", "some", "that", "the", "their", "this", "to",
     "two", "three", "with", "your"}
)  # fmt: skip
_DATED = re.compile(  # 'On 5 March, 12, …' is no person
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_TRADE_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "keeper", "smith", "hand")
_TRADES = frozenset(
    {"accountant", "apprentice", "assistant", "chef", "clerk", "cook", "guard", "mechanic", "mason",
     "monk", "nun", "nurse", "pilot", "pharmacist", "priest", "resident", "secretary", "student",
     "surgeon", "tailor", "technician", "undergraduate", "villager"}
)  # fmt: skip
# words with such endings that are no trade: kin stays, as it tells what the person is told for
_NO_TRADE = frozenset(
    {"after", "another", "brother", "consider", "daughter", "either", "ever", "father", "for",
     "former", "however", "human", "later", "mother", "neither", "never", "nor", "number", "offer",
     "or", "order", "other", "over", "per", "rather", "remember", "sister", "together", "under",
     "whether"}
)  # fmt: skip
_BEFORE = 80  # characters looked at
_NAMES = rf"{_PROPER}(?: (?:al|bin|da|de|del|della|der|di|dos|du|ibn|van|von) {_PROPER})?"
_AGED = re.compile(rf"({_NAMES})(?=,? (?:aged? )?\(?\d{{1,3}}\)?[,.;)])")
_NAMED = re.compile(_NAMES)


def aged_names(text: str) -> Iterator[tuple[int, int]]:
    """Names with an age behind them: persons, whether or not anything else shows it."""
    for match in _AGED.finditer(text):
        if " " in match[1] and not _DATED.search(match[1]):
            yield match.span(1)


def long_names(text: str) -> Iterator[tuple[int, int, str]]:
    """Runs of two and more capitalised words, which may name anybody."""
    for match in _NAMED.finditer(text):
        if " " in match[0]:
            yield *match.span(), match[0]


def venue_phrases(text: str) -> Iterator[tuple[int, int]]:
    """Venues with a word before them that tells which one: 'the port clinic', 'Ada Road'."""
    for match in _VENUE_PHRASE.finditer(text):
        if match[1].casefold() not in _TELLS_NOTHING:
            yield match.span()


def reach(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a name with age, trade and village beside it."""
    behind = _BEHIND.match(text, end)
    return _begin(text, start), behind.end() if behind else end


def _begin(text: str, start: int) -> int:
    before = text[max(0, start - _BEFORE) : start]
    age = _AGE.search(before)
    if age:
        return start - len(before) + age.start()
    trade = _TRADE.search(before)
    if trade and _is_trade(trade[1]):
        return start - len(before) + trade.start()
    return start


def _is_trade(word: str) -> bool:
    last = word.rpartition("-")[2]
    return last in _TRADES or (last.endswith(_TRADE_ENDINGS) and last not in _NO_TRADE)
