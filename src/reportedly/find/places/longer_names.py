"""Place names inside longer names: of persons, bodies, works and roads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
from reportedly.parse.known_names import lower_case_words

Use = Literal["location", "name_part", "seat", "person", "metonym", "dateline", "modifier"]

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_JOINERS = frozenset({"and", ",", "or", "&"})
COUNTRY = 4.0  # prominence of countries
_WORK_LABELS = frozenset({"WORK_OF_ART", "PRODUCT"})
_BODY_LABELS = frozenset({"ORG", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT"})


class LongerNames(Surroundings):
    """A document with its persons and bodies."""

    def __init__(self, document: Document, spans: Sequence[Span], cues: EnglishCues) -> None:
        super().__init__(document, cues)
        self.known = {i for span in spans for i in range(span.first, span.last)}
        self.surnames = self._surnames()
        self.given_names = self._given_names()
        self.located = {
            span.key
            for span in spans
            if (self.led(span) >= 2 and not self.following(span))
            or self.levels(span)
            or self.home_of(span)
            or self.compounded(span)
        }

    def _surnames(self) -> frozenset[str]:
        """Last words of full names of persons, in usual case."""
        found = set()
        for name in self.document.names:
            words = [self.tokens[i].text for i in range(name.first, name.last)]
            if name.label == "PERSON" and len(words) > 1 and words[-1][:1].isupper():
                found.add(words[-1])
        return frozenset(found)

    def _given_names(self) -> frozenset[str]:
        """First words of full names of persons that are given names and places: 'Jordan'."""
        first = {
            self.tokens[name.first].text
            for name in self.document.names
            if name.label == "PERSON" and name.last - name.first > 1
        }
        return frozenset(word for word in first if word.lower() in self.cues.common)

    def in_person(self, span: Span) -> Use | None:
        """Whether a person is meant: 'Jack London', 'Mr London', 'London' after them."""
        told = self.ends_in_unit(span) or self.serves(span) or self.of_party(span)
        if told or self.home_of(span):
            return None
        titled = self.word(span.first - 1, span.first).strip(".") in self.cues.titles
        if span.weight < COUNTRY and ((titled and not span.demonym) or self._is_kin(span)):
            return "person"
        if self._in_full_name(span) or self._repeats_person(span) or self._joins_person(span):
            return "person"
        return None

    def is_mistaken_person(self, span: Span) -> bool:
        """Whether only the parser takes a whole name for a person, and nothing beside it does.

        The text never gives the name as a person's, and it says, tells or feels nothing.
        """
        name = self.names.get(span.first)
        if name is None or name.label != "PERSON":
            return False
        if name.last - name.first > span.last - span.first and not self.apart(name, span):
            return False
        if self.is_surname(span) or self._is_given_name(span) or self._is_kin(span):
            return False
        if self.word(span.first - 1, span.first).strip(".") in self.cues.titles:
            return False
        root = self.tokens[span.last - 1]
        head = self.tokens[root.head]
        return not (root.dep == "nsubj" and head.lemma in self.cues.acting_verbs)

    def _in_full_name(self, span: Span) -> bool:
        """Whether the parser's name of a person holds the span, or is the span and little known."""
        name = self.names.get(span.first)
        if name is None or name.label != "PERSON":
            return False
        larger = name.last - name.first > span.last - span.first
        if larger and not self.apart(name, span):
            return True
        located = self.led(span) >= 2 or span.weight >= COUNTRY
        unsure = not located and not self.municipal(span) and span.weight < STRONG
        return unsure and span.key not in self.located

    def _repeats_person(self, span: Span) -> bool:
        """Whether a person of the text has this surname or, of a known kind, given name."""
        located = self.locative(span.first) >= 2
        if self._is_given_name(span):
            return not located
        located = located or span.weight >= COUNTRY
        return self.is_surname(span) and (not located or self.struck(span.first))

    def _joins_person(self, span: Span) -> bool:
        """'Ann Roe and X', where X is a given name of a known kind that is a place's too."""
        root = self.tokens[span.last - 1]
        head = self.tokens[root.head]
        joined = root.dep == "conj" and head.name == "PERSON" and head.index > 0
        return (
            joined
            and span.key in self.cues.common
            and self.tokens[head.index - 1].head == head.index
        )

    def is_surname(self, span: Span) -> bool:
        """Whether a person of the text has the name: 'PEREZ SAID' too, after 'ANA PEREZ'."""
        return span.last - span.first == 1 and self.tokens[span.first].text in self.surnames

    def _is_given_name(self, span: Span) -> bool:
        """Whether a person of the text has a given name of a known kind that is a place's too."""
        return span.last - span.first == 1 and self.tokens[span.first].text in self.given_names

    def _is_kin(self, span: Span) -> bool:
        """'his son, X'."""
        if self.word(span.first - 1, span.first) != "," or not span.first > 1:
            return False
        return self.tokens[span.first - 2].lemma in self.cues.kin

    def apart(self, name: Name, span: Span) -> bool:
        """Whether a comma or a bracket parts the name that the parser marked."""
        inside = self.document.text[name.start : name.end]
        if any(mark in inside for mark in ",(;"):
            return True
        return span.weight >= COUNTRY and span.text.lower() not in self.cues.common

    def in_body(self, span: Span) -> Use | None:
        """The use of a name inside the name of a body, a work or a road, else None.

        'Leeds Police' and 'University of Oslo' tell where the body stands or whom it serves
        (`seat`); 'Washington Post' and 'Bank of America' tell little (`name_part`).
        """
        if self._names_thing(span):
            return "name_part"
        return None if self.polices(span) else self._use_in_body(span)

    def _use_in_body(self, span: Span) -> Use | None:
        head = self.governor(span)
        if head is not None and self.word(span.last, span.first) not in POSSESSIVES:
            if head.lemma in self.cues.road | self.cues.street:
                return "modifier"
            if head.text[0].isupper() and head.lemma in self.cues.organisation:
                return self._body_use(span, self.tokens[span.last : head.index + 1])
        if self._in_larger_name(span):
            return self._larger_use(span, self.names[span.first])
        title = self._title_before(span)
        if title is None:
            return self._behind_capital(span)
        return None if title.name == "PERSON" else self._body_use(span, [title])

    def _names_thing(self, span: Span) -> bool:
        """'The newspaper Savana', 'the tanker Estonia': what stands before bears the name."""
        before = self.tokens[span.first - 1] if span.first else None
        if before is None or before.lemma.lower() not in self.cues.named_behind or span.demonym:
            return False
        root = self.tokens[span.last - 1]
        return root.head == before.index or before.head == root.index

    def _larger_use(self, span: Span, name: Name) -> Use:
        """The use of a span inside a name that the parser takes for a body or a work."""
        if name.label in _WORK_LABELS or self._is_like_person(span, name):
            return "name_part"
        return self._body_use(span, self.tokens[name.first : name.last])

    def _body_use(self, span: Span, words: Iterable[Token]) -> Use:
        """`seat`, or `name_part` for small towns and for bodies whose names tell little."""
        known = span.weight >= STRONG or span.key in self.located
        if not known and not self.serves(span) and not self.ends_in_unit(span):
            return "name_part"  # 'the Webb Center': named for a person rather
        told = {token.lemma.strip(".") for token in words if token.text[:1].isupper()}
        told |= {word.removesuffix("s") for word in told}
        return "seat" if told.isdisjoint(self.cues.namesake) else "name_part"

    def _is_like_person(self, span: Span, name: Name) -> bool:
        """'Paris Hilton': a place name and a word that names no kind of body."""
        if (name.first, name.last) != (span.first, span.last + 1) or self.opening(
            name.first
        ) < name.first:
            return False
        other = self.tokens[span.last]
        word = other.text.lower()
        if word in lower_case_words() or word.removesuffix("s") in lower_case_words():
            return False
        return other.text[1:].islower() and other.lemma not in self.cues.organisation

    def _behind_capital(self, span: Span) -> Use | None:
        """'Harbour Accra': behind a capitalised word that is no place, direction or title."""
        before = self.tokens[span.first - 1] if span.first else None
        if before is None or span.demonym or self.shouting or not self._adjacent(before, span):
            return None
        opens = before.index == self.document.sentences[before.sentence].first
        joined = before.pos == "PROPN" and before.text[0].isupper() and before.head >= span.first
        outside = before.name not in (*PLACE_LABELS, *TIME_LABELS)
        if not joined or not outside or before.text.lower() in DIRECTIONS:
            return None
        if span.weight < STRONG or self.label(span) in ("PERSON", "PRODUCT"):
            return "name_part"
        if opens and before.name == "" and self.label(span) in PLACE_LABELS:
            return None  # the word is capitalised because it begins the sentence
        return self._body_use(span, [before])

    def ends_longer(self, span: Span) -> bool:
        """'Rima' of 'Beit Rima', 'East' of 'Tonj East': the end of a place's longer name.

        A large town or a country is meant itself: 'downtown Lima', 'Comuna Lima'.
        """
        before = self.tokens[span.first - 1] if span.first else None
        if before is None or self.shouting or not self._adjacent(before, span):
            return False
        word = before.text.lower()
        if before.pos != "PROPN" or not before.text[0].isupper() or word in DIRECTIONS:
            return False
        if span.text.lower() in DIRECTIONS:
            return True
        if span.weight >= STRONG or word in self.cues.unit_levels or word in self.cues.titles:
            return False
        name = self.names.get(span.first)
        if name is None or name.label not in PLACE_LABELS or name.last != span.last:
            return False
        return name.first < span.first and not self.apart(name, span)

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
        if not words or (self.apart(name, span) and span.weight < COUNTRY):
            return False
        if span.own_weight >= 1 and self._is_list(name):
            return False
        if span.demonym:  # 'the Iranian Parliament' still tells the country
            return False
        return not all(token.lemma in self.cues.unit_levels for token in words)

    def _is_list(self, name: Name) -> bool:
        """'Arvan and Belt', which the parser takes for one body: towns and what joins them."""
        apart = [self.tokens[i].text for i in range(name.first, name.last) if i not in self.known]
        goes_on = name.last < len(self.tokens) and self.tokens[name.last].text[:1].isupper()
        return bool(apart) and set(apart) <= _JOINERS and not goes_on  # 'Arvan and Belt Police'

    def _title_before(self, span: Span) -> Token | None:
        """'University' of 'University of X', but not 'the City of X' or 'President of X'."""
        at = self.opening(span.first) - 1
        if self.word(at, span.first) not in ("of", "for"):
            return None
        before = self.word(at - 1, span.first)
        if not before or not self.tokens[at - 1].text[0].isupper() or at - 1 == 0:
            return None
        if before in self.cues.unit_levels or before in self.cues.titles or self.shouting:
            return None
        if before in self.cues.named_for and before not in self.cues.organisation:
            return None  # 'under Belt Police Station of Sena District'
        return self.tokens[at - 1] if self.tokens[at - 1].pos == "PROPN" else None

    def _adjacent(self, before: Token, span: Span) -> bool:
        between = self.document.text[before.end : span.start]
        return before.sentence == self.tokens[span.first].sentence and between.strip() == ""
