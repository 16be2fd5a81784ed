"""What a parsed English text uses each candidate name for: a place, a body, a person, a road …"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.find.places.cues import EnglishCues
from reportedly.find.places.spans import Span
from reportedly.find.places.surroundings import (
    DIRECTIONS,
    POSSESSIVES,
    STRONG,
    TIME_LABELS,
    Surroundings,
)
from reportedly.parse import Document, Name, Token
from reportedly.parse.truecase import lower_case_words

Use = Literal["location", "name_part", "person", "metonym", "dateline", "modifier"]
MentionKind = Literal["toponym", "demonym", "site"]

ACCEPTED = 2.0  # support from which a candidate counts as a place
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_BODY_LABELS = frozenset({"ORG", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT"})
_SHORT_NAME = 3  # letters: such names are mostly something else
_LONGEST_ACRONYM = 4  # letters: such towns are mostly agencies
_COUNTRY = 4.0  # prominence of countries
_MUNICIPAL = 1.5  # 'X's mayor'
_OPPOSITE = frozenset({"with", "between", "against", "by"})
# after a dateline's name: more of the place, an agency in brackets or a date, then a dash
_DATELINE = re.compile(
    r"(?:,[^.\n(–—]{1,30})?(?:\s*[(/][^)\n]{1,40}[)/])?(?:,?\s+\w{3,9}\.?\s+\d{1,2})?"
    r"(?:,[^.\n–—]{1,20})?(?:\s*[(/][^)\n]{1,40}[)/])?\s*(?:--|[–—]|-\s)"
)


_WORD_AT = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True, slots=True)
class Judged:
    """A span with its use; `support` says how sure it is that this is a place at all."""

    span: Span
    use: Use
    kind: MentionKind
    support: float
    levels: frozenset[str] = frozenset()  # 'province' where the text says 'X province'
    rule: str = "gazetteer"
    resolvable: bool = True  # False: the name denotes a person, a street, a site


class EnglishUses(Surroundings):
    """Judges the spans of one parsed document."""

    def __init__(self, document: Document, spans: Sequence[Span], cues: EnglishCues) -> None:
        super().__init__(document, cues)
        self.lower_case = {t.text for t in document.tokens if t.text.islower()}
        self.surnames = self._surnames()
        self.located = {
            span.key
            for span in spans
            if self.locative(span.first) >= 2 and not self.following(span)
        }

    def judge(self, span: Span, bonus: float = 0.0) -> Judged | None:
        """The use of one span, None where it is no name of a place.

        Args:
            span: a name that the gazetteer knows.
            bonus: support from outside, as that its country is the one the text is about.
        """
        levels = self.levels(span)
        if self._is_mere_word(span, levels) or self._begins_longer_name(span, levels):
            return None
        if not levels and self._is_thing(span):
            return None
        support = self._support(span, levels) + bonus
        inner = None if levels else self._in_person(span) or self._in_body(span)
        use = inner or (None if levels else self._in_dateline(span))
        if use is None:
            if support < ACCEPTED and not span.demonym:
                return None
            use = self._as_place(span, levels)
        elif inner is not None and not self._worth_telling(span, inner, support):
            return None
        kind: MentionKind = "demonym" if span.demonym else "toponym"
        resolvable = use != "person" and not self.names_street(span)
        return Judged(span, use, kind, support, levels, resolvable=resolvable)

    def _as_place(self, span: Span, levels: frozenset[str]) -> Use:
        """The use of a name that stands for a place."""
        if span.demonym:
            return "modifier"
        if levels:
            return "location"
        return self._modifying(span) or self._acting(span) or "location"

    def _worth_telling(self, span: Span, use: Use, support: float) -> bool:
        """Whether a name inside another may hint at a place: not the 'Front' of a party."""
        if span.weight >= STRONG:
            return any(entry.form != "alternate" for entry in span.entries)
        return use == "modifier" and not self.names_street(span) and support >= ACCEPTED - 1

    def may_be_listed(self, span: Span) -> bool:
        """Whether a span that `judge` left out can be one of a list of places.

        The parser's word that it is a person counts little there: it knows few small towns.
        """
        name = self.names.get(span.first)
        longer = name is not None and name.last - name.first > span.last - span.first
        if span.demonym or (longer and name is not None and name.label == "PERSON"):
            return False
        return span.text not in self.surnames and self._in_body(span) is None

    def tells_origin(self, span: Span) -> bool:
        """'soldiers from X': where people come from."""
        at = self.opening(span.first) - 1
        if self.word(at, span.first) != "from":
            return False
        above = self.tokens[self.tokens[at].head]
        return above.index == at - 1 and above.lemma in self.cues.origin

    # --- support ---------------------------------------------------------------------------

    def _support(self, span: Span, levels: frozenset[str]) -> float:
        tokens = self.tokens[span.first : span.last]
        single = len(tokens) == 1
        word = tokens[0].text.lower()
        support = span.weight + self.locative(span.first) + (0.0 if single else 1.0)
        if levels:
            support += 3.0
        municipal = self.municipal(span)
        if municipal:
            support += _MUNICIPAL
        name = self.names.get(span.first)
        if name is not None and name.label in PLACE_LABELS:
            support += 2.0
        elif name is not None and name.label == "PERSON" and not municipal:
            support -= 1.0
        if single and word in self.cues.common and span.weight < 4:
            support -= 2.5
        if single and word in self.lower_case and span.weight < 4:
            support -= 2.0
        unnamed = all(token.pos not in ("PROPN", "ADJ") for token in tokens)
        if unnamed and span.weight < 3 and not municipal and not self.struck(span.first):
            support -= 2.0
        located = self.locative(span.first) >= 2
        spelled = any(t.text.isupper() or "." in t.text for t in tokens)
        if len(span.key) <= _SHORT_NAME and not spelled and not located:
            support -= 2.0
        head = self.governor(span)
        if head is not None and head.lemma in self.cues.building and head.text.islower():
            support += 1.0  # 'the X garrison'
        if span.key == "us" and "US" not in span.text.replace(".", ""):
            support -= 9.0  # the pronoun
        short = single and len(tokens[0].text) <= _LONGEST_ACRONYM and tokens[0].text.isupper()
        if short and span.weight < 3 and not self.shouting and not levels:
            before = self.word(span.first - 1, span.first)
            support -= 0.0 if before == "," else 3.0  # 'Richmond, VA'
        return support

    def is_word(self, span: Span) -> bool:
        """Whether a name is one word that is also an English word in lower case: 'Reading'."""
        word = span.text.lower()
        return span.last - span.first == 1 and (
            word in lower_case_words() or word in self.cues.common
        )

    def _is_mere_word(self, span: Span, levels: frozenset[str]) -> bool:
        """A word that is a place only where both the parser and a preposition say so."""
        if span.weight >= _COUNTRY or span.demonym or not self.is_word(span):
            return False
        labelled = self.label(span) in PLACE_LABELS
        if not levels and self.municipal(span) and span.weight >= STRONG:
            return False
        dateline = self._in_dateline(span) is not None
        if span.weight >= STRONG:
            return not (labelled or levels or dateline or self.locative(span.first) >= 2)
        return not (labelled and (levels or dateline or self.locative(span.first) >= 1))

    def _begins_longer_name(self, span: Span, levels: frozenset[str]) -> bool:
        """'San' of 'San Camilo': what follows is no noun that a town's name stands before."""
        common = span.text.lower() in self.cues.common and span.weight < _COUNTRY
        ends_in_unit = self.tokens[span.last - 1].lemma.lower() in self.cues.unit_levels
        if ends_in_unit or levels or (span.weight > STRONG and not common):
            return False  # 'the Sena County Sheriff'
        if span.demonym or self.shouting:
            return False
        following = self.following(span)
        if not following or not following[0].text[:1].isupper():
            return False
        cues = self.cues
        heads = cues.building | cues.named_site | cues.event | cues.organisation | cues.road
        if following[0].lemma.lower() in heads | cues.street | frozenset(cues.unit_levels):
            # 'the Victoria Hotel'
            sited = following[0].lemma.lower() in cues.building | cues.named_site
            return sited and common
        name = self.names.get(span.first)
        if name is not None and name.label in ("GPE", "LOC"):
            longer = name.last > span.last and not self._apart(name, span)
            return longer or (name.last == span.last and self.is_word(span))
        return span.weight < STRONG

    def _is_thing(self, span: Span) -> bool:
        """'the Acropolis': towns have no article, unless it is part of the name."""
        before = self.tokens[span.first - 1].text if span.first else ""
        if before.lower() != "the" or span.demonym:
            return False
        words = span.text.lower().split()
        common = len(words) > 1 and lower_case_words().issuperset(words)
        if common and span.own_weight < 1 and span.weight < _COUNTRY:
            return True  # 'the White House', which is also Casablanca in English words
        if span.weight > STRONG:
            return False
        if self.governor(span) is not None or self.following(span):
            return False
        if self.document.text[span.end : span.end + 1] == "-":
            return False  # 'the Arvan-based agency'
        return all(
            entry.kind in ("town", "district") and not entry.name.startswith(("The ", "Den "))
            for entry in span.entries
        )

    # --- persons and bodies -------------------------------------------------------------------

    def _surnames(self) -> frozenset[str]:
        """Last words of full names of persons, as they stand."""
        found = set()
        for name in self.document.names:
            words = [self.tokens[i].text for i in range(name.first, name.last)]
            if name.label == "PERSON" and len(words) > 1 and words[-1][:1].isupper():
                found.add(words[-1])
        return frozenset(found)

    def _in_person(self, span: Span) -> Use | None:
        tokens = self.tokens[span.first : span.last]
        located = self.locative(span.first) >= 2 or span.weight >= 4
        municipal = self.municipal(span)
        name = self.names.get(span.first)
        if name is not None and name.label == "PERSON":
            larger = name.last - name.first > len(tokens)
            if larger and not self._apart(name, span):
                return "person"
            unsure = not located and not municipal and span.weight < STRONG
            if unsure and span.key not in self.located:
                return "person"
        before = self.word(span.first - 1, span.first).strip(".")
        if before in self.cues.titles and span.weight < 4 and not span.demonym:
            return "person"
        if len(tokens) == 1 and tokens[0].text in self.surnames:
            return None if located and not self.struck(span.first) else "person"
        return None

    def _apart(self, name: Name, span: Span) -> bool:
        """Whether a comma or a bracket parts the name that the parser marked."""
        inside = self.document.text[name.start : name.end]
        return any(mark in inside for mark in ",(;") or span.weight >= 4

    def _in_body(self, span: Span) -> Use | None:
        head = self.governor(span)
        upper = head is not None and head.text[0].isupper()
        owner = self.word(span.last, span.first) in POSSESSIVES  # 'Arvan's streets'
        if head is not None and not owner and head.lemma in self.cues.road | self.cues.street:
            return "modifier"
        if head is not None and upper and head.lemma in self.cues.organisation:
            return "name_part"
        if self._in_larger_name(span) or self._ends_a_title(span):
            return "name_part"
        before = self.tokens[span.first - 1] if span.first else None
        if before is None or span.demonym or self.shouting or not self._adjacent(before, span):
            return None
        # 'Harbour Accra': a capitalised word that is no place, direction or title
        joined = before.pos == "PROPN" and before.text[0].isupper() and before.head >= span.first
        outside = before.name not in (*PLACE_LABELS, *TIME_LABELS)
        if joined and outside and before.text.lower() not in DIRECTIONS:
            return "name_part"
        return None

    def _in_larger_name(self, span: Span) -> bool:
        """Whether the parser marked a longer name of a body or a work around the span."""
        name = self.names.get(span.first)
        if name is None or name.label not in _BODY_LABELS:
            return False
        extra = [
            self.tokens[i]
            for i in range(name.first, name.last)
            if not span.first <= i < span.last and self.tokens[i].text[0].isupper()
        ]
        words = [token for token in extra if token.text.lower() not in DIRECTIONS]
        if not words or (self._apart(name, span) and span.weight < 4):
            return False
        if span.demonym:  # 'the Iranian Parliament' still tells the country
            return False
        return not all(token.lemma in self.cues.unit_levels for token in words)

    def _ends_a_title(self, span: Span) -> bool:
        """'University of X', 'Front for X', but not 'the City of X' or 'President of X'."""
        at = self.opening(span.first) - 1
        if self.word(at, span.first) not in ("of", "for"):
            return False
        before = self.word(at - 1, span.first)
        if not before or not self.tokens[at - 1].text[0].isupper() or at - 1 == 0:
            return False
        if before in self.cues.unit_levels or before in self.cues.titles or self.shouting:
            return False
        return self.tokens[at - 1].pos == "PROPN"

    # --- datelines, modifiers, governments ------------------------------------------------------

    def _in_dateline(self, span: Span) -> Use | None:
        sentence = self.document.sentences[self.tokens[span.first].sentence]
        before = self.document.sentences[sentence.index - 1] if sentence.index else None
        opens = before is None or before.paragraph != sentence.paragraph
        if sentence.first != span.first or not opens or span.demonym:
            return None
        if not self.shouting and span.weight < 1 and not span.text.isupper():
            return None
        after = self.document.text[span.end : span.end + 90]
        return "dateline" if _DATELINE.match(after) else None

    def _modifying(self, span: Span) -> Use | None:
        head = self.governor(span)
        before = self.word(span.first - 1, span.first)
        if head is None or before in ("in", "near", "outside", "around"):
            return None  # 'In Accra cranes were moving'
        # the parser may take the verb of a headline, or the 'remand' of a 'remand prison', for
        # the head: look at the next noun and the last too
        following = self.following(span)
        lemmas = {head.lemma, *(t.lemma for t in (*following[:1], *following[-1:]))}
        lemmas |= {_hyphenated(self.document.text, t.start) for t in following[:1]}
        cues = self.cues
        at_place = cues.building | cues.named_site | cues.event | frozenset(cues.unit_levels)
        if self.word(span.last, span.first) in POSSESSIVES:
            at_place |= cues.street
        return "modifier" if lemmas.isdisjoint(at_place) else "location"

    def _acting(self, span: Span) -> Use | None:
        """A country or capital that acts or is dealt with as a government."""
        country = any(entry.kind == "country" for entry in span.entries)
        capital = any(entry.capital for entry in span.entries)
        if not (country or capital):
            return None
        root = self.tokens[span.last - 1]
        head = self.tokens[root.head]
        while root.dep == "conj" and head.index != root.index:
            root, head = head, self.tokens[head.head]
        verbs = self.cues.acting_verbs
        if root.dep in ("nsubj", "agent") and head.pos == "VERB" and head.lemma in verbs:
            return "metonym"
        if root.dep == "dobj" and head.lemma in ("accuse", "blame", "urge", "warn", "condemn"):
            return "metonym"
        if root.dep == "pobj" and head.text.lower() in _OPPOSITE:
            above = self.tokens[head.head]
            if head.dep == "agent" or above.lemma in self.cues.acting_nouns:
                return "metonym"
        return None

    # --- small helpers ---------------------------------------------------------------------

    def _adjacent(self, before: Token, span: Span) -> bool:
        between = self.document.text[before.end : span.start]
        return before.sentence == self.tokens[span.first].sentence and between.strip() == ""


def _hyphenated(text: str, start: int) -> str:
    """The word at an offset with what a hyphen joins to it: 'sit-in'."""
    word = _WORD_AT.match(text, start)
    return word.group().lower() if word else ""
