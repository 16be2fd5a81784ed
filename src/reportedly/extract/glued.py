"""Words that a source runs together, found by a capital inside a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from reportedly.data_files import Toml, check_toml, read_lines, read_toml
from reportedly.records import Glued

_DATA = Path(__file__).parents[1] / "data" / "lexicons" / "en"
CAMEL_FILE, COMMON_FILE = _DATA / "camel_words.toml", _DATA / "common_words.txt"

_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]{4,60}")
_WORDS = re.compile(r"\w+")
# addresses, handles, tags, file names and code
_NOT_PROSE = re.compile(r"[@#_/\\=<>{}~^]|\w\.\w|\w:\w")
_FUNCTION_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "but", "by", "for", "from", "her", "his", "in", "is", "it",
     "its", "of", "on", "or", "our", "that", "the", "their", "this", "to", "was", "when",
     "where", "while", "who", "with")
)  # fmt: skip
_KEYS = {"names", "prefixes", "suffixes", "brand_parts"}
_LEAST_PART = 3
_MOST_PARTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WordKnowledge:
    """What tells glued words from names with a capital inside."""

    camel: frozenset[str]  # lower case
    prefixes: frozenset[str]
    suffixes: frozenset[str]
    brand_parts: frozenset[str]  # lower case
    common: frozenset[str]


def find_glued(text: str, knowledge: WordKnowledge) -> tuple[Glued, ...]:
    """The glued words of a text, each with its parts.

    A word that looks like a made-up name (it has a part like 'Tech', or has a common word in it
    and comes back) is split only if one of its parts stands alone elsewhere in the text.
    """
    found: list[Glued] = []
    for chunk in _CHUNK.finditer(text):
        # nearly every chunk ends here: no capital after its first letter, or nothing else
        tail = chunk.group()[1:]
        if tail.islower() or tail.isupper() or _NOT_PROSE.search(chunk.group()):
            continue
        for word in _WORD.finditer(chunk.group()):
            parts = _parts(word.group(), knowledge)
            if len(parts) > 1:
                start = chunk.start() + word.start()
                end = chunk.start() + word.end()
                found.append(Glued(start=start, end=end, parts=parts))
    if not found:
        return ()
    times = Counter(word.parts for word in found)
    alone = frozenset(_WORDS.findall(text))
    return tuple(
        word for word in found if not _is_name(word.parts, times[word.parts] > 1, alone, knowledge)
    )


def _is_name(
    parts: tuple[str, ...], repeated: bool, alone: frozenset[str], knowledge: WordKnowledge
) -> bool:
    """Whether a word with a capital inside is rather a name that its owner writes so.

    `alone` are the words of the text, of which a glued one is one.
    """
    lower = [part.casefold() for part in parts]
    if parts[0].islower() or lower[0] in _FUNCTION_WORDS:
        return False
    made_up = repeated and not knowledge.common.isdisjoint(lower)
    if not made_up and knowledge.brand_parts.isdisjoint(lower):
        return False
    return not any(part in alone for part in parts if part.casefold() not in knowledge.common)


def _parts(word: str, knowledge: WordKnowledge) -> tuple[str, ...]:
    """The words that a word was glued from, itself alone where it is one word."""
    whole = (word,)
    if word.casefold() in knowledge.camel:
        return whole
    cuts = [i for i in range(1, len(word)) if word[i].isupper() and word[i - 1].islower()]
    bounds = [0, *cuts, len(word)]
    parts = [word[a:b] for a, b in pairwise(bounds)]
    parts = _with_prefixes(parts, knowledge.prefixes)
    if parts[-1] in knowledge.suffixes:
        return whole
    if not 1 < len(parts) <= _MOST_PARTS:
        return whole
    if parts[0].islower():
        parts[:1] = _common_words(parts[0], knowledge.common)
    return tuple(parts) if all(_apart(a, b, knowledge) for a, b in pairwise(parts)) else whole


def _common_words(letters: str, common: frozenset[str]) -> list[str]:
    """Small letters as the one, two or three common words that they are made of ('peopleof')."""
    if letters in common:
        return [letters]
    for cut in range(len(letters) - 2, 3, -1):
        first, rest = letters[:cut], letters[cut:]
        if first in common:
            following = _common_words(rest, common)
            if len(following) < _MOST_PARTS and all(word in common for word in following):
                return [first, *following]
    return [letters]


def _with_prefixes(parts: list[str], prefixes: frozenset[str]) -> list[str]:
    """Parts with 'Mc', 'De' and the like joined to the name that they begin."""
    joined: list[str] = []
    for part in parts:
        if joined and joined[-1] in prefixes:
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _apart(first: str, second: str, knowledge: WordKnowledge) -> bool:
    """Whether two neighbours are words of their own."""
    if first[0].islower() and len(first) > 1:
        # 'saidJaleh', 'inTehran', 'theUN'
        if second.islower():
            return True  # the common words that `_common_words` found
        plain = _is_capitalised(second) or second.casefold() in _FUNCTION_WORDS
        return first in knowledge.common and (plain or (second.isupper() and len(second) > 1))
    if not _is_capitalised(second):
        return False
    lower, other = first.casefold(), second.casefold()
    if lower in _FUNCTION_WORDS:
        return other not in knowledge.common
    if len(first) < _LEAST_PART or not _is_capitalised(first):
        return False
    # two common words in one make a brand ('FreeWorld'), a name and a word do not
    return lower not in knowledge.common or other not in knowledge.common


def _is_capitalised(part: str) -> bool:
    """A capital and small letters, at least three in all ('Ana' and 'McRae', not 'Ex', 'AId')."""
    return (
        len(part) >= _LEAST_PART and part[0].isupper() and part[1].islower() and part[-1].islower()
    )


def load_word_knowledge(camel: Path = CAMEL_FILE, common: Path = COMMON_FILE) -> WordKnowledge:
    """Read the lists, whose format `glued.md` beside them describes."""
    data = read_toml(camel)
    return WordKnowledge(
        camel=frozenset(name.casefold() for name in data["names"]),
        prefixes=frozenset(data["prefixes"]),
        suffixes=frozenset(data["suffixes"]),
        brand_parts=frozenset(part.casefold() for part in data["brand_parts"]),
        common=frozenset(read_lines(common)),
    )


def check_camel_words(path: Path = CAMEL_FILE) -> list[str]:
    """Faults of the list of names with a capital inside, one line each."""
    return check_toml(path, _faults)


def _faults(data: Toml) -> Iterator[str]:
    yield from (f"key {key} is unknown or missing" for key in sorted(set(data) ^ _KEYS))
    seen: set[str] = set()
    for name in data.get("names", []):
        if not name.isalpha() or name.islower() or name.isupper():
            yield f"'{name}' is no word with a capital inside"
        if name in seen:
            yield f"'{name}' stands twice"
        seen.add(name)
    for part in (*data.get("prefixes", []), *data.get("suffixes", [])):
        if not part.isalpha() or not part[0].isupper():
            yield f"prefix or suffix '{part}' must begin with a capital"
