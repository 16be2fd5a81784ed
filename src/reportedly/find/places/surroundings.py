"""The words around a name in a parsed English text, and what they say of the name."""

from __future__ import annotations

import re

from reportedly.find.places.cues import EnglishCues
from reportedly.find.places.spans import Span, is_shouting
from reportedly.parse import Document, Name, Token

_DIRECTION_WORDS = """north south east west northern southern eastern western central upper lower
greater inner outer northwest northeast southwest southeast mid downtown old new"""
DIRECTIONS = frozenset(_DIRECTION_WORDS.split())
_OPENING = frozenset({"the", "nearby", "neighbouring", "neighboring"})
TIME_LABELS = frozenset({"DATE", "TIME"})
_BESIDE = frozenset({"outskirt", "vicinity", "suburb", "entrance", "exit", "edge", "surrounding"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_MODIFIERS = frozenset({"compound", "nmod", "amod", "poss"})
_WEAK_PREPOSITIONS = frozenset({"from", "to", "at", "over", "through"})
STRONG = 2.0  # prominence from which 'the X market' is a market in the town X
_KNOWN = 1.0  # prominence of a town that an attack may name without a word that says what it is
_REACH = 8  # words from a verb back to the noun that does it
_LONGEST_PARTY = 3  # letters: 'DFL-X'
_BEFORE_HOME = frozenset({",", "(", ")"})
_HYPHENS = "-‐‑"
_LOCAL = frozenset({"local"})  # units that only stand behind names: 'X block'
_WORD = re.compile(r"[a-z]+")
_LIST = 14  # tokens of a list of names
_POSSESSED = 4  # words from an owner to what is owned: 'Arvan's old fire service'


class Surroundings:
    """A document with what stands beside each of its names."""

    def __init__(self, document: Document, cues: EnglishCues) -> None:
        self.document = document
        self.tokens = document.tokens
        self.cues = cues
        self.shouting = is_shouting(document.text)
        self.names: dict[int, Name] = {
            index: name for name in document.names for index in range(name.first, name.last)
        }

    def word(self, index: int, like: int) -> str:
        """The lower-case word of a token of the same sentence as another, '' outside it."""
        if 0 <= index < len(self.tokens) and (
            self.tokens[index].sentence == self.tokens[like].sentence
        ):
            return self.tokens[index].text.lower()
        return ""

    def label(self, span: Span) -> str:
        """What the parser takes the name for that a span begins in, '' for no name."""
        name = self.names.get(span.first)
        return name.label if name is not None else ""

    def opening(self, first: int) -> int:
        """The first token of a name with the directions, articles and "nearby" before it."""
        while self.word(first - 1, first) in DIRECTIONS | _OPENING:
            first -= 1
        return first

    def locative(self, first: int) -> float:
        """How strongly the word before a name says that it is a place: 0 to 2."""
        at = self.opening(first) - 1
        before = self.word(at, first)
        if before in _WEAK_PREPOSITIONS:
            return 1.0
        if before == "of":
            return self._behind_of(at)
        if before == "between":  # 'on the road between X and Y', not 'talks between X and Y'
            return 2.0 if self._is_road(at - 1, first) else 0.0
        verb = self.tokens[at].lemma if before and self.tokens[at].pos == "VERB" else ""
        if before in self.cues.locative or verb in self.cues.locative:
            return 2.0
        return 2.0 if self.struck(first) else 0.0

    def _behind_of(self, at: int) -> float:
        """'the outskirts of X', 'students of X' against 'the fear of X'."""
        before = self.tokens[at - 1] if at else self.tokens[at]
        if before.lemma in self.cues.locative_nouns or before.text.lower() in DIRECTIONS:
            return 2.0
        return 1.0 if before.text in (",", "and", "or") or before.pos == "NOUN" else 0.0

    def _is_road(self, index: int, like: int) -> bool:
        return bool(self.word(index, like)) and self.tokens[index].lemma in self.cues.road

    def struck(self, first: int) -> bool:
        """'An explosion rocked X': what happens to a town."""
        at = self.opening(first) - 1
        if at < 0 or self.tokens[at].lemma not in self.cues.striking_verbs:
            return False
        return self._stands_before(at, first, self.cues.striking_nouns | self.cues.event)

    def stands_in(self, span: Span) -> bool:
        """'Clashes broke out in Swat on Monday': a name alone behind 'in' or 'mayor of'."""
        before = self.tokens[span.first - 1].text if span.first else ""
        behind = self.tokens[span.last] if self.word(span.last, span.first) else None
        named = all(t.pos == "PROPN" for t in self.tokens[span.first : span.last])
        alone = behind is None or not (
            behind.text[:1].isupper()
            or behind.text[:1] in _HYPHENS
            or behind.text in POSSESSIVES
            or behind.pos in ("NOUN", "ADJ")
        )
        led = before == "in" or (before == "of" and self.locative(span.first) >= 2)
        return led and named and alone and not self.shouting

    def led(self, span: Span) -> float:
        """How strongly what leads to a known name says that it is a place: 0 to 2."""
        return 2.0 if self.assailed(span) else self.locative(span.first)

    def assailed(self, span: Span) -> bool:
        """'Rebels raided X', 'an attack on X', where a town is known by this name of its own."""
        if span.own_weight < _KNOWN:
            return False
        cues, at = self.cues, self.opening(span.first) - 1
        if at < 1 or not self.word(at, span.first):
            return False
        if self.tokens[at].text.lower() == "on":
            return self.tokens[at - 1].lemma in cues.assaults
        assailing = self.tokens[at].lemma in cues.assailing
        return assailing and self._stands_before(at, span.first, cues.assailants)

    def _stands_before(self, at: int, like: int, lemmas: frozenset[str]) -> bool:
        """Whether one of some nouns stands shortly before a verb of the same sentence."""
        return any(
            self.tokens[index].lemma.lower() in lemmas
            for index in range(max(0, at - _REACH), at)
            if self.tokens[index].sentence == self.tokens[like].sentence
        )

    def municipal(self, span: Span) -> bool:
        """'X's fire service', 'X police': what a town has and hardly a person."""
        after = self.word(span.last, span.first)
        if after not in POSSESSIVES:
            token = self.tokens[span.last] if after else None
            return token is not None and token.text.islower() and token.lemma in self.cues.served
        for index in range(span.last + 1, span.last + 1 + _POSSESSED):
            if not self.word(index, span.first):
                return False
            token = self.tokens[index]
            if token.text.islower() and token.lemma in self.cues.municipal:
                return True
            if token.text.islower() and token.lemma in self.cues.served:
                # rulers have police too
                return span.weight >= STRONG and self.label(span) != "PERSON"
            if token.pos not in ("ADJ", "NOUN", "PROPN", "NUM"):
                return False
        return False

    def ends_in_unit(self, span: Span) -> bool:
        """'Sena County': the name itself says what it is."""
        last = self.tokens[span.last - 1] if span.last - span.first > 1 else None
        return last is not None and last.lemma.lower() in self.cues.unit_levels

    def serves(self, span: Span) -> bool:
        """'X Police', 'X Mayor Ann Roe': what stands behind the name belongs to a town."""
        following = self.following(span)
        if not following or not following[0].text[:1].isupper():
            return False
        return following[0].lemma.strip(".") in self.cues.civic

    def polices(self, span: Span) -> bool:
        """'X Police Station': stands in X, or in a village of its area."""
        return (
            self.word(span.last, span.first) == "police"
            and self.word(span.last + 1, span.first) == "station"
        )

    def branch_of_body(self, index: int) -> bool:
        """'X area committee', 'X Zonal Squad': whether such a body goes on behind a name."""
        level = self.word(index, index)
        if level in self.cues.branch_levels:
            index += 1
        return self.word(index, index - 1) in self.cues.branches

    def of_party(self, span: Span) -> bool:
        """'Ann Roe, D-X': the constituency of a lawmaker."""
        at = span.first - 1
        if at < 2 or self.tokens[at].text != "-" or self.tokens[at].end != span.start:
            return False
        party = self.tokens[at - 1].text
        if not party.isupper() or len(party) > _LONGEST_PARTY:
            return False
        return self.tokens[at - 2].text in (",", "(")

    def town_of(self, first: int) -> bool:
        """'the town of X'."""
        units = self.cues.unit_levels
        return self.word(first - 1, first) == "of" and self.word(first - 2, first) in units

    def told_unit(self, span: Span) -> bool:
        """'the coastal town of X', whatever the parser takes X for."""
        at = self.opening(span.first) - 1
        unit = self.word(at - 1, span.first)
        return self.word(at, span.first) == "of" and unit in self.cues.unit_levels

    def beside_place(self, first: int) -> bool:
        """'on the outskirts of X', '10 km north of X'."""
        at = self.opening(first) - 1
        if self.word(at, first) != "of" or at == 0:
            return False
        noun = self.tokens[at - 1]
        return noun.lemma in _BESIDE or noun.text.lower() in DIRECTIONS

    def home_of(self, span: Span) -> bool:
        """'Ann Roe of X', 'Ann Roe, 41, of X', 'Ann Roe (X)': where a person lives or sits."""
        at = self.opening(span.first) - 1
        if self.word(at, span.first) == "(" and at > 0:
            return self.tokens[at - 1].name == "PERSON"
        if self.word(at, span.first) != "of":
            return False
        at -= 1
        while at > 0 and (self.tokens[at].text in _BEFORE_HOME or self.tokens[at].text.isdigit()):
            at -= 1
        return at >= 0 and bool(self.word(at, span.first)) and self.tokens[at].name == "PERSON"

    def compounded(self, span: Span) -> bool:
        """'X-based', 'X-backed'."""
        text, end = self.document.text, span.end
        if text[end : end + 1] not in _HYPHENS or not text[end : end + 1]:
            return False
        after = _WORD.match(text, end + 1)
        return after is not None and after.group() in self.cues.joined

    def levels(self, span: Span) -> frozenset[str]:
        """The levels that a unit beside the name gives it: 'X province', 'the city of X'."""
        units = self.cues.unit_levels
        after = self.word(span.last, span.first)
        after = after if after in units or not after.endswith("s") else _singular(after)
        if after in units and not self._is_list_or_verb(span.last):
            following = self.word(span.last + 1, span.first)
            if following not in self.cues.organisation:  # 'Kent County Council'
                return units[after]
        shared = self._shared_unit(span)
        if shared:
            return shared
        at = self.opening(span.first) - 1
        if self.word(at, span.first) == "of":
            before = self.word(at - 1, span.first)
            if units.get(before) == _LOCAL:
                return frozenset()  # 'the 1200 block of Main Street'
            if before in self.cues.organisation and self.tokens[at - 1].text[:1].isupper():
                return frozenset()  # 'the Department of Justice'
            return units.get(before) or units.get(_singular(before)) or frozenset()
        return frozenset()

    def _shared_unit(self, span: Span) -> frozenset[str]:
        """The levels of 'Arvan, Belt and Coro counties', which all three have."""
        joined = False
        for index in range(span.last, span.last + _LIST):
            word = self.word(index, span.first)
            if not word:
                break
            joined = joined or word in ("and", "or", "&")
            token = self.tokens[index]
            if joined and not token.text[:1].isupper() and word not in ("and", "or", "&", ","):
                return self.cues.unit_levels.get(_singular(word), frozenset())
            if not token.text[:1].isupper() and word not in ("and", "or", "&", ","):
                break
            if index == span.last and token.text[:1].isupper():
                break
        return frozenset()

    def following(self, span: Span) -> list[Token]:
        """Nouns and names that follow a span directly, up to a date."""
        found = []
        for token in self.tokens[span.last : span.last + 4]:
            if token.pos not in ("NOUN", "PROPN") or token.name in TIME_LABELS:
                break
            if token.sentence != self.tokens[span.first].sentence:
                break
            if self.document.text[token.start - 1] in "\n":
                break
            found.append(token)
        return found

    def governor(self, span: Span) -> Token | None:
        """The noun that a name modifies: 'hotel' of 'a X hotel' and of 'X's largest hotel'."""
        root = self.tokens[span.last - 1]
        head = self.tokens[root.head]
        if root.dep in _MODIFIERS and head.index >= span.last and head.pos in ("NOUN", "PROPN"):
            return head
        following = self.following(span)
        if following and following[0].text[0].isupper() and not self.shouting:
            return following[-1]
        return None

    def names_street(self, span: Span) -> bool:
        """'Jerusalem Street': the name tells nothing of where the street is."""
        if self.word(span.last, span.first) in POSSESSIVES:
            return False  # 'Jerusalem's streets'
        head = self.governor(span)
        if head is None or head.lemma not in self.cues.street:
            return False
        # 'the Jinja road' leads to Jinja
        return head.text[:1].isupper() or head.lemma not in self.cues.road

    def _is_list_or_verb(self, index: int) -> bool:
        """'Ohio state officials': a unit; 'They left Ohio State': a team; 'states' as a verb."""
        return self.tokens[index].pos in ("VERB", "AUX")


def _singular(word: str) -> str:
    """'cities' to 'city', 'towns' to 'town'."""
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
