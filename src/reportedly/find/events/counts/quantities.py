"""Numbers in a text, with their bounds and the noun that they count."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportedly.find.events.counts.words import Bound, CountLexicon
from reportedly.find.numbers import number_of
from reportedly.parse import Document, Sentence, Token
from reportedly.records import CountKind

Bounds = tuple[int | None, int | None, int | None]  # low, best, high
Role = Literal["all", "part", "whole"]

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
SCALES = frozenset({"hundred", "thousand", "million", "billion", "dozen"})
_LONGEST_BOUND = 6  # words
_OLDEST = 120  # years of age
_NOUN_REACH = 6  # tokens from a number to the noun that it counts
_NOBODY: Bounds = (0, 0, 0)
_OPEN: Bounds = (None, None, None)
_CURRENCIES = frozenset(
    {"inr", "pkr", "bdt", "npr", "lkr", "afn", "irr", "iqd", "syp", "usd", "eur", "gbp",
     "kes", "ngn", "ugx", "tzs", "etb", "zar", "php", "idr", "thb", "mmk", "cny", "jpy", "brl",
     "mxn", "ars", "egp", "aud", "cad", "chf", "uah", "rs", "tk", "ksh", "shs"}
)  # fmt: skip
_NOT_COUNTS = re.compile(r"[$€£¥₹%#]")
_MONTHS = frozenset({*calendar.month_name[1:], *calendar.month_abbr[1:], "Sept"})
_DASHES = frozenset({"-", "--", "–", "—"})
_UP_AND_DOWN = frozenset({"up", "down"})
_CROWDED = 3  # digits of a number behind a town that belongs to no name
_TO_WHOLE = 4  # tokens from a sentence's "of" to the number of the whole
_OWNING = frozenset({"case", "poss", "det", "amod"})
_WHOLES = frozenset({"the", "these", "those", "all", "its", "their"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number phrase: tokens [first, last) with the bounds that its words give."""

    first: int
    last: int
    low: int | None
    best: int | None
    high: int | None
    noun: int | None  # index of the counted noun
    head: int  # the noun, else (and in 'four of them') the number's own last token
    role: Role  # seven is the part and nine the whole of 'seven of the nine'
    start: int  # bounds in the text, up to the noun where it follows at once
    end: int
    kind: CountKind | None = None  # where the verb of one person told alone has said it
    named: bool = False  # whether a name alone tells of the one


def quantities_in(
    document: Document, sentence: Sentence, lexicon: CountLexicon
) -> Iterator[Quantity]:
    """The quantities of one sentence; 'seven of the nine' are two, a part and its whole.

    What they count is not judged here. 'dozens' and the like keep low, best and high open: how
    many they are is a rule of an export.
    """
    yield from _SentenceReader(document.tokens, sentence, lexicon).quantities()


def _bounded(number: int, bound: str) -> Bounds:
    """Low, best and high of a number by the words around it."""
    if bound == "low":
        return number, None, None
    return (None, None, number) if bound == "high" else (number, number, number)


class _SentenceReader:
    """Reads the number phrases of one sentence from left to right."""

    def __init__(self, tokens: Sequence[Token], sentence: Sentence, lexicon: CountLexicon) -> None:
        self._tokens = tokens
        self._words = [t.text.lower() for t in tokens[sentence.first : sentence.last]]
        self._first = sentence.first
        self._limit = sentence.last
        self._lexicon = lexicon

    def quantities(self) -> Iterator[Quantity]:
        at = self._first
        while at < self._limit:
            found = self._phrase_at(at) or self._number_at(at)
            if found is None:
                at += 1
                continue
            part, whole = self._whole_behind(found.last)
            if part or self._is_whole_ahead(found) or self._is_of_share(found.first):
                found = replace(found, role="part" if part else "whole")
            yield found
            if whole is not None:
                yield whole
            at = whole.last if whole is not None else found.last

    # --- number words -------------------------------------------------------------------

    def _word(self, at: int) -> str:
        """A word in lower case; '' outside the sentence."""
        return self._words[at - self._first] if self._first <= at < self._limit else ""

    def _phrase_at(self, at: int) -> Quantity | None:
        """'half a dozen', 'nobody', 'dozens', 'tens of thousands'."""
        word = self._word(at)
        for phrase, number in self._lexicon.exact.get(word, {}).items():
            if self._is_phrase(at, phrase):
                first, bound = self._bound_before(at)
                bounds = _bounded(number, bound)
                return self._made(first, at, at + len(phrase), bounds)
        for phrases, bounds in ((self._lexicon.none, _NOBODY), (self._lexicon.open, _OPEN)):
            for phrase in phrases.get(word, ()):
                if self._is_phrase(at, phrase):
                    return self._made(at, at, at + len(phrase), bounds)
        return None

    def _is_phrase(self, at: int, phrase: tuple[str, ...]) -> bool:
        return all(self._word(at + n) == word for n, word in enumerate(phrase))

    def _number_at(self, at: int) -> Quantity | None:
        last = self._number_end(at)
        number = self._value(at, last)
        if number is None or self._is_other_number(at, last):
            return None
        first, bound = self._bound_before(at)
        if bound in ("between", "exact"):
            joints = ("and", "to", "-", "–") if bound == "between" else ("to", "or", "-", "–")
            end = self._number_end(last + 1) if self._word(last) in joints else last
            second = self._value(last + 1, end)
            if second is not None and self._stands_in_date(end):
                return None
            if second is not None and bound == "between" and self._changes(first):
                return self._made(first, last + 1, end, (second, second, second))
            if second is not None and second > number:
                return self._made(first, at, end, (number, None, second))
            first = at if bound == "between" else first
        behind = last
        if bound == "exact":
            bound, behind = self._bound_behind(last)
        return self._made(first, at, last, _bounded(number, bound), behind)

    def _changes(self, first: int) -> bool:
        """'raised the toll from 31 to 45', 'up from 31 to 45': only the second number holds."""
        if self._word(first) != "from":
            return False
        if self._word(first - 1) in _UP_AND_DOWN:
            return True
        verbs = self._lexicon.cumulative_verbs | self._lexicon.changing_verbs
        before = self._tokens[max(self._first, first - _LONGEST_BOUND) : first]
        return any(t.lemma in verbs for t in before)

    def _held_before(self, first: int) -> bool:
        """'The toll rose to 14 *from 11*', 'to 14, up *from 11*': how many there were once."""
        if self._word(first - 1) in _UP_AND_DOWN:
            return self._word(self._number_end(first + 1)) != "to"
        ahead = range(max(self._first, first - _LONGEST_BOUND), first)
        risen = any(self._word(n) == "to" and self._is_numeral(n + 1) for n in ahead)
        return risen and self._changes(first)

    def _is_numeral(self, at: int) -> bool:
        return self._number_end(at) > at

    def _number_end(self, at: int) -> int:
        """The end of the number words that begin at a token; `at` where none do."""
        end = at
        while end < self._limit and self._continues(at, end):
            end += 1
        return end

    def _continues(self, at: int, end: int) -> bool:
        """Whether a token goes on with the number that begins at `at`."""
        word, inside = self._word(end), end > at
        if word == "and":  # 'two hundred and five'
            return inside and self._word(end - 1) in SCALES and self._is_number(end + 1)
        if word in ("a", "an"):  # 'a hundred'
            return not inside and self._word(end + 1) in SCALES
        if word == "-":  # 'twenty-one' in three tokens, but no 'three-day'
            glued = inside and self._tokens[end].start == self._tokens[end - 1].end
            return glued and self._is_number(end + 1) and not self._word(end + 1)[:1].isdigit()
        if _NUMBER.fullmatch(word):
            return not inside  # '12 200' are two numbers
        if inside and _NUMBER.fullmatch(self._word(end - 1)):
            return word in SCALES  # '3 million'; but 'in 2009 eleven people'
        return self._is_number(end)

    def _is_number(self, at: int) -> bool:
        """'three', 'twenty-one', 'thousand'; an article is no number by itself."""
        word = self._word(at)
        if word in SCALES:
            return True
        spelled = word.replace("-", "").isalpha() and word[0] != "-"
        return spelled and word not in ("a", "an") and number_of(word) is not None

    def _value(self, first: int, last: int) -> int | None:
        words = [t.text for t in self._tokens[first:last] if t.text != "-"]
        return number_of(" ".join(words)) if words else None

    def _is_other_number(self, at: int, last: int) -> bool:
        """Money, shares, ages, scores, parts of compounds."""
        before, after = self._word(at - 1), self._word(last)
        if before == "from" and self._held_before(at - 1):
            return True
        if before in ("of", "-") and (self._has_children(at) or self._is_of_age(at, last)):
            return True
        if _NOT_COUNTS.search(before + after) or after in ("percent", "per", "p.m.", "a.m."):
            return True
        if (
            before.strip(".") in _CURRENCIES
            or self._stands_in_date(last)
            or self._is_name(at, last)
            or self._is_share(at, last)
            or (before == "." and self._word(at - 2) == "no")  # "camp No. 5"
        ):
            return True  # 'a reward of INR 800,000'
        glued = last < self._limit and self._tokens[last].start == self._tokens[last - 1].end
        if glued and after in ("-", "–", "/", ":") and not self._word(last + 1)[:1].isdigit():
            return self._word(last + 1) != "strong"  # three-day, 34-year-old; but 300-strong
        # Ann Lee, 34, was held; Ann Lee (34)
        if before in (",", "aged", "(") and after == "and" and self._is_young(last + 1):
            last += 2  # two cousins, 17 and 22, were held
            after = self._word(last)
        alone = before in (",", "aged", "(") and after in (",", ".", ";", ")", "")
        return alone and self._is_young(at)

    def _is_of_share(self, at: int) -> bool:
        """'More than *half of* Arvan's 12,000 teachers': the number of a whole, and of no crowd."""
        for n in range(at - 1, max(at - _TO_WHOLE - 1, self._first), -1):
            if self._word(n) == "of":
                return self._word(n - 1) in self._lexicon.shares
            if not (self._tokens[n].pos == "PROPN" or self._tokens[n].dep in _OWNING):
                return False
        return False

    def _is_share(self, at: int, last: int) -> bool:
        """'*Nine out of ten* drivers stayed away': no number; but 'seven out of the nine'."""
        ratio = ("out", "of")
        if (self._word(last), self._word(last + 1)) == ratio and self._is_numeral(last + 2):
            return True
        return (self._word(at - 2), self._word(at - 1)) == ratio and self._is_numeral(at - 3)

    def _has_children(self, at: int) -> bool:
        """'A *mother of* four was shot', 'a *father-of*-two': children, who are not told of."""
        step = 2 if self._word(at - 1) == "-" else 1
        parent = at - 2 * step
        inside = parent >= self._first and self._word(at - step) == "of"
        return inside and self._tokens[parent].lemma in self._lexicon.kin

    def _is_of_age(self, at: int, last: int) -> bool:
        """'A sergeant *of 26* was hurt'; but 'the death of 26 was announced', 'a group of 26'."""
        person = at - 2
        if person < self._first or self._word(at - 1) != "of" or not self._is_young(at):
            return False
        noun = self._tokens[person]
        ends = last >= self._limit or self._tokens[last].pos not in ("NOUN", "PROPN", "ADJ")
        return ends and noun.tag == "NN" and self._lexicon.is_person(noun.lemma)

    def _is_young(self, at: int) -> bool:
        """Whether a number is small enough for an age."""
        return self._word(at).isdigit() and int(self._word(at)) < _OLDEST

    def _is_name(self, at: int, last: int) -> bool:
        """'On *Rue 17*', 'in *Ward 12*, where …': digits behind a name, to which they belong."""
        name = self._tokens[at - 1] if at > self._first else None
        if name is None or name.pos != "PROPN" or self._tokens[at].head != name.index:
            return False
        ends = last >= self._limit or self._tokens[last].pos in ("PUNCT", "ADP", "CCONJ")
        if name.name == "GPE" and len(self._word(at)) >= _CROWDED:
            return False  # 'they counted 3,400 in Arvan, in Belt *280*'
        return ends and self._word(at).isdigit()

    def _stands_in_date(self, last: int) -> bool:
        """'Between 3 and 5 *October*'."""
        return last < self._limit and self._tokens[last].text in _MONTHS

    def _bound_before(self, at: int) -> tuple[int, str]:
        """Where the words that bound a number begin, and how they bound it."""
        if self._word(at - 1) in ("between", "from"):
            return at - 1, "between"
        for length in range(_LONGEST_BOUND, 0, -1):
            words = tuple(self._word(n) for n in range(at - length, at))
            bound = self._lexicon.bounds.get(words)
            if bound is not None and not (length == 1 and self._moves(at - 1)):
                # 'the 14 detainees': the article stays outside
                return (at if words in (("the",), ("all",)) else at - length), bound
        return at, "exact"

    def _moves(self, at: int) -> bool:
        """The 'over' of 'ran over two men' bounds no number; that of 'over 90 were held' does."""
        token = self._tokens[at]
        behind = token.head < at and self._tokens[token.head].pos == "VERB"
        return token.dep == "prt" or (token.dep == "prep" and behind)

    def _bound_behind(self, last: int) -> tuple[Bound, int]:
        """'40 people at most', 'a hundred or more': how it bounds, and where it ends."""
        for at in range(last, min(last + 3, self._limit)):
            for length in (4, 3, 2, 1):
                words = tuple(self._word(n) for n in range(at, at + length))
                bound = self._lexicon.bounds_behind.get(words)
                if bound is not None and self._word(at + length) != "than":
                    return bound, at + length
            if self._tokens[at].pos not in ("NOUN", "PROPN", "ADJ"):
                break
        return "exact", last

    def _whole_behind(self, at: int) -> tuple[bool, Quantity | None]:
        """Whether 'of the …' makes the number before it a part, and the number of the whole."""
        if self._word(at) != "of":
            return False, None
        article = self._word(at + 1) in _WHOLES
        whole = self._number_at(at + 2 if article else at + 1)
        if whole is not None:
            return True, replace(whole, role="whole")
        return article, None

    # --- what is counted ----------------------------------------------------------------

    def _is_whole_ahead(self, found: Quantity) -> bool:
        """'*Of the town's 9,000 teachers*, 7,400 stopped work': the number of the whole."""
        if self._word(self._first) != "of" or found.first > self._first + _TO_WHOLE:
            return False
        behind = self._tokens[found.last : self._limit]
        comma = next((t.index for t in behind if t.text == ","), self._limit)
        return any(self._is_numeral(n) for n in range(comma + 1, min(comma + 4, self._limit)))

    def _made(
        self, first: int, number: int, last: int, bounds: Bounds, behind: int = 0
    ) -> Quantity:
        of_phrase = self._word(last) == "of"
        noun = self._behind_of(last) if of_phrase else self._counted(number, last)
        near = noun is not None and last <= noun < last + 4
        end = max(behind, noun + 1 if noun is not None and near else last)
        low, best, high = bounds
        return Quantity(
            first=first,
            last=last,
            low=low,
            best=best,
            high=high,
            noun=noun,
            head=max(first, last - 1) if noun is None or of_phrase else noun,
            role="all",
            start=self._tokens[first].start,
            end=self._tokens[end - 1].end,
        )

    def _behind_of(self, last: int) -> int | None:
        """'hundreds of garment workers', 'four of them'; 'the wounded' are no noun."""
        for token in self._tokens[last + 1 : min(last + 5, self._limit)]:
            if token.dep == "pobj" and token.head == last and token.pos in ("VERB", "ADJ"):
                return None
            if token.tag == "PRP$":
                return None
            if token.pos in ("NOUN", "PROPN", "PRON"):
                noun = self._tokens[token.head] if token.dep == "compound" else token
                beside = noun.pos == "NOUN" and token.index < noun.index < self._limit
                return noun.index if beside else token.index
        return None

    def _parted(self, first: int, last: int) -> bool:
        """Whether a dash or bracket parts two words: 'ten people - seven guards', '90 (police)'."""
        between = self._tokens[first:last]
        marks = {t.text for t in between}
        return ("(" in marks and ")" not in marks) or any(
            t.text in _DASHES and t.start > self._tokens[t.index - 1].end for t in between[1:]
        )

    def _ends_phrase(self, last: int) -> bool:
        """'Killed *five*, injured dozens': a verb behind a comma is no part of the phrase."""
        behind = self._tokens[last : min(last + 2, self._limit)]
        return len(behind) > 1 and behind[0].text == "," and behind[1].pos == "VERB"

    def _counted(self, first: int, last: int) -> int | None:
        """The governor of a number, else the people right behind it."""
        for token in self._tokens[first:last]:
            governs = last <= token.head < min(self._limit, last + _NOUN_REACH)
            governs = governs and not self._parted(last, token.head)
            governs = governs and not self._ends_phrase(last)
            capital = token.dep == "compound" and token.tag == "NNP"  # 'Eleven rebels were killed'
            if governs and (capital or token.dep in ("nummod", "det", "amod", "neg")):
                noun = self._tokens[token.head]
                inner = noun.dep in ("compound", "nmod") and not self._parted(last, noun.head)
                return noun.head if inner else noun.index
        for token in self._tokens[last : min(last + 3, self._limit)]:
            if token.pos not in ("NOUN", "ADJ"):
                break
            if self._lexicon.is_person(token.lemma):
                return token.index
        return None
