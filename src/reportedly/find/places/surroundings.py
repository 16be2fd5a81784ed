"""The words around a name in a parsed English text, and what they say of the name."""

from __future__ import annotations

from reportedly.find.places.cues import EnglishCues
from reportedly.find.places.spans import Span, is_shouting
from reportedly.parse import Document, Name, Token

_DIRECTION_WORDS = """north south east west northern southern eastern western central upper lower
greater inner outer northwest northeast southwest southeast mid downtown old new"""
DIRECTIONS = frozenset(_DIRECTION_WORDS.split())
TIME_LABELS = frozenset({"DATE", "TIME"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_MODIFIERS = frozenset({"compound", "nmod", "amod", "poss"})
_WEAK_PREPOSITIONS = frozenset({"from", "to", "at", "over", "through"})
STRONG = 2.0  # prominence from which 'the X market' is a market in the town X
_REACH = 8  # words from a verb back to the noun that does it
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
        """The first token of a name with the directions and articles that stand before it."""
        while self.word(first - 1, first) in DIRECTIONS or self.word(first - 1, first) == "the":
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

    def struck(self, first: int) -> bool:
        """'An explosion rocked X': what happens to a town."""
        at = self.opening(first) - 1
        if at < 0 or self.tokens[at].lemma not in self.cues.striking_verbs:
            return False
        cues = self.cues
        return any(
            self.tokens[index].lemma in cues.striking_nouns | cues.event
            for index in range(max(0, at - _REACH), at)
            if self.tokens[index].sentence == self.tokens[first].sentence
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

    def levels(self, span: Span) -> frozenset[str]:
        """The levels that a unit beside the name gives it: 'X province', 'the city of X'."""
        units = self.cues.unit_levels
        after = self.word(span.last, span.first)
        if after in units and not self._is_list_or_verb(span.last):
            following = self.word(span.last + 1, span.first)
            if following not in self.cues.organisation:  # 'Kent County Council'
                return units[after]
        at = self.opening(span.first) - 1
        if self.word(at, span.first) == "of":
            before = self.word(at - 1, span.first)
            return units.get(before) or units.get(_singular(before)) or frozenset()
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
        return head is not None and head.lemma in self.cues.street

    def _is_list_or_verb(self, index: int) -> bool:
        """'Ohio state officials': a unit; 'They left Ohio State': a team; 'states' as a verb."""
        return self.tokens[index].pos in ("VERB", "AUX")


def _singular(word: str) -> str:
    """'cities' to 'city', 'towns' to 'town'."""
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
