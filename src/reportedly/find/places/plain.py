"""Places in texts without syntax: Persian, Arabic, Spanish, or any without a parser.

Precise rather than greedy: a name counts if it is prominent or a word before it says that it is
a place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.find.places.cues import PlaceCues, PlainCues
from reportedly.find.places.english import ACCEPTED, Judged, Use
from reportedly.find.places.gazetteer import Gazetteer
from reportedly.find.places.names import normalise_name
from reportedly.find.places.spans import Span
from reportedly.parse import Document

_SHORTEST = 4  # letters: shorter names of towns are mostly words
_CLITICS = ("و", "ب", "ل", "ف")  # Arabic writes 'and', 'in', 'for' with the next word


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
        common=english.common,
    )


def judge_plain(
    document: Document, spans: Sequence[Span], cues: PlaceCues, language: str | None
) -> Iterator[Judged]:
    """The spans that are places, with their uses."""
    words = plain_cues(cues, language)
    common = frozenset(normalise_name(word) for word in words.common)
    lower_case = {t.text for t in document.tokens if t.text.islower()}
    for span in spans:
        before = [
            document.tokens[i].text.lower() for i in range(max(0, span.first - 2), span.first)
        ]
        support = span.weight + _support(span, before, words)
        if span.key in common or (span.key in lower_case and span.weight < 4):
            support -= 2.5
        if len(span.key) < _SHORTEST and span.weight < 4:
            support -= 2.0
        if span.demonym:
            yield Judged(span, "modifier", "demonym", support)
        elif support >= ACCEPTED:
            use = _use(document, span, before, words, cues)
            yield Judged(span, use, "toponym", support, resolvable=use != "modifier")


def without_clitics(document: Document, gazetteer: Gazetteer, taken: set[int]) -> Iterator[Span]:
    """Arabic names behind a one-letter word that is written with them."""
    for token in document.tokens:
        if token.index in taken or token.text[:1] not in _CLITICS or len(token.text) < 6:
            continue
        key = normalise_name(token.text[1:])
        entries = gazetteer.find(key)
        if entries:
            start = token.start + 1
            text = document.text[start : token.end]
            span = Span(token.index, token.index + 1, start, token.end, text, key, entries)
            if span.weight >= 2:
                yield span


def _support(span: Span, before: Sequence[str], words: PlainCues) -> float:
    last = before[-1] if before else ""
    if last in words.unit_before:
        return 2.5
    if last in words.locative:
        return 1.5
    if len(before) > 1 and last in ("de", "del", "la") and before[-2] in words.unit_before:
        return 2.5
    return 0.5 if span.last - span.first > 1 else 0.0


def _use(
    document: Document, span: Span, before: Sequence[str], words: PlainCues, cues: PlaceCues
) -> Use:
    nouns = [word for word in before if word not in ("de", "del", "la", "el", "los", "las")]
    last = nouns[-1] if nouns else ""
    if last in words.road_before:
        return "modifier"
    if last in words.organisation_before:
        return "name_part"
    following = document.tokens[span.last : span.last + 1]
    word = following[0].text if following else ""
    if word[:1].isupper() and document.text[span.end : span.end + 1] == " ":
        if word.lower() in cues.english.organisation:
            return "name_part"
        if word.lower() in cues.english.road:
            return "modifier"
    return "location"
