"""Places in texts without syntax: Persian, Arabic, Spanish, or any without a parser.

Precise rather than greedy: a name counts if it is prominent, if a word before it says that it is
a place, or if it stands in a list with such a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportedly.find.places.cues import PlaceCues, PlainCues
from reportedly.find.places.english import ACCEPTED, Judged
from reportedly.find.places.longer_names import COUNTRY, Use
from reportedly.find.places.names import normalise_name
from reportedly.find.places.spans import Span
from reportedly.parse import Document

_SHORTEST = 4  # letters: shorter names of towns are mostly words
_SHORTEST_UNVOWELLED = 3  # in scripts that leave out vowels: Gaza, Homs and Geneva have three
_LISTED = 2.0  # support from standing in a list with a place
_JOINT = re.compile(r"\s*[,،]\s*(?:(?:و|y|e|and)\s*)?|\s+(?:و|y|e|and)\s*")
_SMALL = frozenset({"de", "del", "la", "el", "los", "las"})
_FAR = 12  # words from the first of a sentence to its verb: Persian


def plain_cues(cues: PlaceCues, language: str | None) -> PlainCues:
    """The word lists of a language; English ones where it has none."""
    if language is not None and language in cues.plain:
        return cues.plain[language]
    english = cues.english
    return PlainCues(
        locative=english.locative,
        unit_before=frozenset(),
        road_before=frozenset(),
        organisation_before=frozenset(),
        namesake_before=frozenset(),
        acting=english.acting_verbs,
        common=english.common,
    )


def judge_plain(
    document: Document, spans: Sequence[Span], cues: PlaceCues, language: str | None
) -> Iterator[Judged]:
    """The spans that are places, with their uses."""
    reading = _PlainReading(document, spans, cues, plain_cues(cues, language))
    last: Judged | None = None
    for span in spans:
        judged = reading.judge(span, after=last)
        if judged is not None:
            yield judged
            last = judged


class _PlainReading:
    """A document without syntax, and the words that tell uses in its language."""

    def __init__(
        self, document: Document, spans: Sequence[Span], cues: PlaceCues, words: PlainCues
    ) -> None:
        self.document = document
        self.tokens = document.tokens
        self.words = words
        self.english = cues.english
        self.common = frozenset(normalise_name(word) for word in words.common)
        self.acting = frozenset(normalise_name(word) for word in words.acting)
        units = words.unit_before | words.road_before | words.organisation_before
        self.nouns = frozenset(normalise_name(word) for word in units | words.namesake_before)
        self.lower_case = {t.text for t in document.tokens if t.text.islower()}
        self.inside = {i for span in spans for i in range(span.first, span.last)}

    def judge(self, span: Span, after: Judged | None) -> Judged | None:
        """The use of one span; `after` is the place before it in the text."""
        if span.key in self.nouns:
            return None  # 'medina', the word for a town
        before = self.before(span)
        support = span.weight + self.support(span, before)
        if span.key in self.common or (span.key in self.lower_case and span.weight < COUNTRY):
            support -= 2.5
        elif after is not None and self.is_listed(span, after):
            support += _LISTED
        shortest = _SHORTEST if span.key.isascii() else _SHORTEST_UNVOWELLED
        if len(span.key) < shortest and span.weight < COUNTRY:
            support -= 2.0
        if span.demonym:
            return Judged(span, "modifier", "demonym", support)
        if support < ACCEPTED:
            return None
        use = self.use(span, before)
        if use is None:
            return None
        return Judged(span, use, "toponym", support, resolvable=use != "modifier")

    def before(self, span: Span) -> list[str]:
        """The words of the sentence right before a span, small, at most three."""
        sentence = self.document.sentences[self.tokens[span.first].sentence]
        first = max(sentence.first, span.first - 3)
        return [self.tokens[i].text.lower() for i in range(first, span.first)]

    def support(self, span: Span, before: Sequence[str]) -> float:
        """What the word before a name says for a place."""
        last = before[-1] if before else ""
        if last in self.words.unit_before:
            return 2.5
        nouns = [word for word in before if word not in _SMALL]
        if last in _SMALL and nouns and nouns[-1] in self.words.unit_before:
            return 2.5
        if last in self.words.locative or " ".join(before[-2:]) in self.words.locative:
            return 1.5
        return 0.5 if span.last - span.first > 1 else 0.0

    def is_listed(self, span: Span, after: Judged) -> bool:
        """'in A, B and C': whether only a comma or 'and' parts the span from a place."""
        if after.use != "location" or after.kind != "toponym":
            return False
        gap = self.document.text[after.span.end : span.start]
        return len(gap) > 0 and _JOINT.fullmatch(gap) is not None

    def use(self, span: Span, before: Sequence[str]) -> Use | None:
        """What a place name stands for; None where it is no place at all."""
        nouns = [word for word in before if word not in _SMALL]
        last = nouns[-1] if nouns else ""
        following = self.following(span)
        if last in self.words.road_before or following in self.english.road:
            return "modifier"
        if last in self.words.namesake_before or following in self.english.namesake:
            return "name_part"
        if last in self.words.organisation_before or following in self.english.organisation:
            return "seat"
        if self.support(span, before) < 1 and self.is_part_of_name(span, following):
            return None
        return "metonym" if self.is_acting(span, before) else "location"

    def following(self, span: Span) -> str:
        """The capitalised word that follows a span directly, in lower case, or ''."""
        after = self.tokens[span.last : span.last + 1]
        word = after[0].text if after else ""
        joined = self.document.text[span.end : span.end + 1] == " "
        return word.lower() if word[:1].isupper() and joined else ""

    def is_part_of_name(self, span: Span, following: str) -> bool:
        """'Santiago Peña', 'Juan Sevilla', 'San Juan de Lurigancho': a longer name."""
        if span.weight >= COUNTRY or span.text.isupper():
            return False
        of = self.tokens[span.last : span.last + 2]
        if len(of) == 2 and of[0].text in _SMALL and of[1].text[:1].isupper():
            return span.key.startswith(("san ", "santa ", "santo ", "puerto "))
        return bool(following) or self.is_behind_name(span)

    def is_behind_name(self, span: Span) -> bool:
        """Whether a capitalised word stands right before, which no sentence begins with."""
        word, first = self.tokens[max(span.first - 1, 0)], self.tokens[span.first]
        beside = self.document.text[word.end : first.start] == " "
        if not beside or word.sentence != first.sentence or not word.text[:1].isupper():
            return False
        if normalise_name(word.text) in self.common:
            return True  # a given name
        opens = self.document.sentences[first.sentence].first == word.index
        return not opens and word.index not in self.inside

    def is_acting(self, span: Span, before: Sequence[str]) -> bool:
        """A capital or country that acts as a government: 'Washington rechazó'."""
        entries = span.entries
        if not any(entry.kind == "country" or entry.capital for entry in entries):
            return False
        if before and normalise_name(before[-1]) in self.acting:
            return True  # Arabic: the verb comes first
        sentence = self.document.sentences[self.tokens[span.first].sentence]
        end = min(sentence.last, span.last + _FAR + 1)
        after = [normalise_name(t.text) for t in self.tokens[span.last : end]]
        if after[:1] and after[0] in self.acting:
            return True
        if sentence.first != span.first or len(after) > _FAR:
            return False  # Persian: the verb comes last, often as two words
        return not self.acting.isdisjoint(" ".join(pair) for pair in pairwise(after))
