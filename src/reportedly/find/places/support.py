"""How much of what stands around a name says that it is a place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.find.places.cues import EnglishCues
from reportedly.find.places.longer_names import COUNTRY, PLACE_LABELS, LongerNames
from reportedly.find.places.spans import Span
from reportedly.find.places.surroundings import STRONG
from reportedly.parse import Document
from reportedly.parse.dateline import dateline_end
from reportedly.parse.known_names import lower_case_words
from reportedly.parse.mastheads import masthead_of

_SHORT_NAME = 3  # letters: such names are mostly something else
_CITIES = frozenset({"la", "nyc", "dc", "kl", "hk", "sf"})  # large towns by their initials
_LONGEST_ACRONYM = 4  # letters: such towns are mostly agencies
_LARGE = 3.0  # prominence of towns of a million
_UNIT, _BESIDE, _PARTY, _DATELINED, _ELSEWHERE, _LABELLED = 3.0, 2.5, 4.0, 4.0, 2.0, 2.0
_MUNICIPAL = 1.5  # 'X's mayor'
_SHORTEST_DATELINE = 4  # letters: shorter words in capitals are acronyms
_LONGEST_DATELINE = 150  # characters, with the first words behind it
_SENTENCE_ENDS = '.!?:\n)”"'
# after a dateline's name: more of the place, an agency in brackets or a date, then a dash
DATELINE = re.compile(
    r"(?:,[^.\n(–—]{1,30})?(?:\s*[(/][^)\n]{1,40}[)/])?(?:,?\s+\w{3,9}\.?\s+\d{1,2})?"
    r"(?:,[^.\n–—]{1,20})?(?:\s*[(/][^)\n]{1,40}[)/])?\s*(?:--|[–—]|-\s)"
)


class PlaceSupport(LongerNames):
    """A document whose names are weighed."""

    def __init__(self, document: Document, spans: Sequence[Span], cues: EnglishCues) -> None:
        super().__init__(document, spans, cues)
        self.lower_case = {t.text for t in document.tokens if t.text.islower()}

    def support(self, span: Span, levels: frozenset[str]) -> float:
        """Prominence of the name, what speaks for a place, less what speaks against it."""
        found = span.weight + self.led(span) + self._beside(span, levels)
        if span.last - span.first > 1:
            found += 1.0
        if self.behind_headline(span) or self.in_capital_dateline(span):
            found += _DATELINED
        if span.key in self.located and self._is_whole_name(span) and not self.is_word(span):
            found += _ELSEWHERE
        if self.municipal(span):
            found += _MUNICIPAL
        if self.label(span) in PLACE_LABELS:
            found += _LABELLED
        head = self.governor(span)
        if head is not None and head.lemma in self.cues.building and head.text.islower():
            found += 1.0  # 'the X garrison'
        return found - self._as_person(span) - self._as_word(span) - self._as_acronym(span, levels)

    def _beside(self, span: Span, levels: frozenset[str]) -> float:
        if levels or self.ends_in_unit(span):
            return _UNIT
        if self.serves(span) or self.home_of(span) or self.compounded(span):
            return _BESIDE
        return _PARTY if self.of_party(span) else 0.0

    def _as_person(self, span: Span) -> float:
        if self.label(span) != "PERSON" or self.municipal(span):
            return 0.0
        located = self.led(span) >= 2
        return 0.0 if located and self._is_whole_name(span) else 1.0

    def _as_word(self, span: Span) -> float:
        """What speaks for a common word or a given name."""
        tokens = self.tokens[span.first : span.last]
        word = tokens[0].text.lower() if len(tokens) == 1 else ""
        found = 0.0
        if word in self.cues.common_towns and self.stands_in(span):
            return found
        if word in self.cues.common and span.weight < COUNTRY:
            found += 1.5 if self.label(span) in PLACE_LABELS else 2.5
        if word in self.lower_case and span.weight < COUNTRY:
            found += 2.0
        unnamed = all(token.pos not in ("PROPN", "ADJ") for token in tokens)
        told = span.weight >= _LARGE or self.municipal(span) or self.struck(span.first)
        return found + 2.0 if unnamed and not told else found

    def _as_acronym(self, span: Span, levels: frozenset[str]) -> float:
        """What speaks for an agency or a pronoun rather than a town."""
        tokens = self.tokens[span.first : span.last]
        if span.key == "us" and "US" not in span.text.replace(".", ""):
            return 9.0  # the pronoun
        found = 0.0
        spelled = any(t.text.isupper() or "." in t.text for t in tokens)
        if len(span.key) <= _SHORT_NAME and not spelled and self.locative(span.first) < 2:
            found += 2.0
        word = tokens[0].text if len(tokens) == 1 else ""
        short = word.isupper() and len(word) <= _LONGEST_ACRONYM and "." not in word
        own = span.weight if span.weight >= COUNTRY or span.key in _CITIES else span.own_weight
        if short and own < _LARGE and not levels:
            found += 3.0
        return found

    def _is_whole_name(self, span: Span) -> bool:
        """Whether the name is no part of a person's and not the surname of one."""
        name = self.names.get(span.first)
        if name is None or name.label != "PERSON":
            return True
        whole = (name.first, name.last) == (span.first, span.last)
        return whole and not self.is_surname(span)

    def is_word(self, span: Span) -> bool:
        """Whether a name is one word that is also an English word in lower case: 'Reading'."""
        word = span.text.lower()
        return span.last - span.first == 1 and (
            word in lower_case_words() or word in self.cues.common
        )

    def in_capital_dateline(self, span: Span) -> bool:
        """'… after blaze. CORO — A fire': also behind a headline in the same paragraph."""
        if self.shouting or not span.text.isupper() or len(span.key) < _SHORTEST_DATELINE:
            return False
        before = self.document.text[max(0, span.start - 3) : span.start].rstrip()
        if before and before[-1] not in _SENTENCE_ENDS and not before[-1].isdigit():
            return False
        text = self.document.text
        return bool(DATELINE.match(text[span.end : span.end + 90])) or self._opens_line(span)

    def behind_headline(self, span: Span) -> bool:
        """'Farmers block road Ana Roe CORO, May 3 (NWA) – …': a dateline within a line."""
        document = self.document
        first = self.tokens[span.first].sentence
        if document.sentences[first].first != span.first or not first:
            return False
        line = document.text.rfind("\n", 0, span.start) + 1
        behind = document.text.find("\n", span.start)
        masthead = masthead_of(document.text, line, behind if behind >= 0 else len(document.text))
        return masthead is not None and masthead.dateline == span.start

    def is_sent_from(self, span: Span) -> bool:
        """'CORO - Farmers …': a large town before a dash, whatever the parser takes it for."""
        if self.behind_headline(span):
            return True
        known = span.own_weight >= STRONG and self.in_capital_dateline(span)
        return known and bool(DATELINE.match(self.document.text[span.end : span.end + 90]))

    def _opens_line(self, span: Span) -> bool:
        """'CORO: Farmers …', 'CORO, MAY 3, AGENCY. Farmers …': the line begins with a dateline."""
        text = self.document.text
        line = text.rfind("\n", 0, span.start) + 1
        if text[line : span.start].strip():
            return False
        end = dateline_end(text[line : line + _LONGEST_DATELINE])
        return line + end > span.end
