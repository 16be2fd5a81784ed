"""Names that no gazetteer knows, or too little, which the text makes places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportedly.find.places.beside import districts_behind, places_near
from reportedly.find.places.english import EnglishUses, Judged
from reportedly.find.places.gazetteer import Gazetteer
from reportedly.find.places.longer_names import PLACE_LABELS
from reportedly.find.places.spans import Span, span_of
from reportedly.find.places.surroundings import STRONG, TIME_LABELS
from reportedly.parse import Document

_NO_VILLAGE = frozenset({"PERSON", "DATE", "TIME"})
# "confidence in Roe": a person
_TRUSTING = frozenset(
    {"trust", "confidence", "faith", "believe", "belief", "interest", "hope", "invest", "confide",
     "change", "see", "find", "recognise", "recognize", "look", "ally", "partner", "stake", "rival"}
)  # fmt: skip
_SHORTEST = 4  # letters
_REACH = 6  # tokens between members of a list
# also 'of Belt, of Coro and of Dorna'
_JOINT = re.compile(r"\s*(?:,\s*(?:and|or)?|and|or)\s*(?:(?:of|in|at|near|from)\s+)?")


def find_unknown(
    document: Document, uses: EnglishUses, judged: Sequence[Judged], gazetteer: Gazetteer
) -> Iterator[Judged]:
    """Names that the text itself introduces as places and the gazetteer lacks."""
    around = {i: one for one in judged for i in range(one.span.first, one.span.last)}
    runs = list(_proper_runs(document, uses))
    told = {one.span.key for one in judged if one.use == "location" and one.kind == "toponym"}
    led = _led_lists(document, uses, runs, judged)
    for first, last in runs:
        if any(i in around for i in range(first, last)):
            continue
        span = span_of(document, first, last, gazetteer)
        label = uses.label(span)
        if _is_village_of_district(document, uses, around, span, gazetteer):
            yield Judged(span, "location", "toponym", 2.5, rule="introduced by the text")
            continue
        if not _can_be_place(document, uses, span, led=first in led):
            continue
        if span.key in told and not uses.is_word(span) and uses.in_body(span) is None:
            yield Judged(span, "modifier", "toponym", 2.0, rule="a place elsewhere in the text")
            continue
        levels = uses.levels(span)
        introduced = _apposed_unit(document, uses, span)
        before, after = _neighbours(document, around, span)
        listed = _is_listed(document, span, before[:1], after[:1])
        located = uses.locative(first) >= 2
        mistaken = label == "PERSON"  # what parsers take villages for
        if (
            levels
            or (mistaken and (uses.beside_place(first) or _stands_in(document, span)))
            or (uses.locative(first) >= 1 and _lies_in_unit(document, uses, around, span))
            or (located and (introduced or listed or label in PLACE_LABELS))
            or (listed and introduced)
        ):
            yield Judged(span, "location", "toponym", 2.5, levels, rule="introduced by the text")
        elif (listed and _is_in_list(document, span, before, after)) or (
            first in led and (span.entries or label in PLACE_LABELS)
        ):
            yield Judged(span, "location", "toponym", 2.0, rule="list of places")


def _can_be_place(document: Document, uses: EnglishUses, span: Span, *, led: bool) -> bool:
    """Whether nothing about a name itself forbids that it is a place."""
    tokens = document.tokens[span.first : span.last]
    person = len(tokens) > 1 and any(token.name == "PERSON" for token in tokens)
    if person and not (uses.told_unit(span) or uses.beside_place(span.first)):
        return False
    if tokens[0].text.lower().strip(".") in uses.cues.titles or uses.is_surname(span):
        return False
    label = uses.label(span)
    told = uses.town_of(span.first) or uses.levels(span)
    if label in TIME_LABELS or (label == "NORP" and not told):
        return False
    if uses.is_thing(span) or (span.entries and not uses.may_be_listed(span)):
        return False
    # 'the departments of State and Defense'
    large = led and span.weight >= STRONG
    return label in PLACE_LABELS or large or not uses.is_word(span)


def _stands_in(document: Document, span: Span) -> bool:
    """'Shot nine men in Xyzzy': one word behind "in" or "near", where no trust is put in it."""
    before = document.tokens[max(span.first - 2, 0) : span.first]
    if span.last - span.first > 1 or len(before) < 2 or before[1].text not in ("in", "near"):
        return False
    return before[0].lemma not in _TRUSTING and len(span.text) >= _SHORTEST


def _proper_runs(document: Document, uses: EnglishUses) -> Iterator[tuple[int, int]]:
    """Runs of capitalised proper nouns, or what the parser marked as a place."""
    tokens = document.tokens
    at = 0
    while at < len(tokens):
        name = uses.names.get(at)
        if name is not None and name.label in ("GPE", "LOC") and name.first == at:
            first = at + (tokens[at].text.lower() == "the")
            if first < name.last and tokens[first].text[:1].isupper():
                yield first, name.last
            at = name.last
            continue
        last = at
        while (
            last < len(tokens)
            and tokens[last].pos == "PROPN"
            and tokens[last].text[:1].isupper()
            and tokens[last].sentence == tokens[at].sentence
            and (last == at or document.text[tokens[last - 1].end : tokens[last].start] == " ")
        ):
            last += 1
        if last > at:
            yield at, last
        at = max(last, at + 1)


def _led_lists(
    document: Document,
    uses: EnglishUses,
    runs: Sequence[tuple[int, int]],
    judged: Sequence[Judged],
) -> set[int]:
    """First tokens of names in lists that a preposition leads and that have a known place.

    So 'spread to Arvan, Belt and Coro' makes places of all three if one of them is known.
    """
    places = {
        (one.span.first, one.span.last)
        for one in judged
        if one.kind == "toponym" and one.use == "location"
    }
    inside = {index for first, last in places for index in range(first, last)}
    members = sorted(places | {run for run in runs if inside.isdisjoint(range(*run))})
    found: set[int] = set()
    tokens = document.tokens
    at = 0
    while at < len(members):
        end = at + 1
        while end < len(members) and _JOINT.fullmatch(
            document.text[tokens[members[end - 1][1] - 1].end : tokens[members[end][0]].start]
        ):
            end += 1
        names = members[at:end]
        if len(names) > 1 and uses.locative(names[0][0]) >= 1 and not places.isdisjoint(names):
            found.update(first for first, _ in names)
        at = end
    return found


def _apposed_unit(document: Document, uses: EnglishUses, span: Span) -> bool:
    """'Xyzzy, a town in …'."""
    words = [t.text.lower() for t in document.tokens[span.last : span.last + 5]]
    if words[:1] != [","] or words[1:2] not in (["a"], ["an"], ["the"]):
        return False
    return any(word in uses.cues.unit_levels for word in words[2:])


def _lies_in_unit(
    document: Document, uses: EnglishUses, around: Mapping[int, Judged], span: Span
) -> bool:
    """'at Xyzzy in the Sena district', with a unit that the text calls one."""
    at = span.last
    if uses.word(at, span.first) not in ("in", "of", "under"):
        return False
    at += 2 if uses.word(at + 1, span.first) == "the" else 1
    unit = around.get(at)
    if unit is None or document.tokens[at].sentence != document.tokens[span.first].sentence:
        return False
    return unit.use != "person" and bool(unit.levels or uses.ends_in_unit(unit.span))


def _is_village_of_district(
    document: Document,
    uses: EnglishUses,
    around: Mapping[int, Judged],
    span: Span,
    gazetteer: Gazetteer,
) -> bool:
    """'near Xyzzy under Belt Police Station in Sena District', where the district has a Xyzzy.

    The parser takes such names for anything; only what it takes for a person is left to it.
    """
    tokens = document.tokens[span.first : span.last]
    if uses.locative(span.first) < 1 or uses.is_word(span) or uses.serves(span):
        return False
    if any(token.name in _NO_VILLAGE for token in tokens) or uses.branch_of_body(span.last):
        return False
    if tokens[0].text.lower().strip(".") in uses.cues.titles or uses.is_surname(span):
        return False
    behind = districts_behind(document, around, span.first, span.last, uses.cues)
    return any(places_near(span.key, district, gazetteer) for district in behind)


def _neighbours(
    document: Document, around: Mapping[int, Judged], span: Span
) -> tuple[list[Span], list[Span]]:
    """Places of the same sentence that stand close before and after, the nearest first."""
    sentence = document.sentences[document.tokens[span.first].sentence]
    low, high = max(sentence.first, span.first - _REACH), min(sentence.last, span.last + _REACH)
    sides: tuple[list[Span], list[Span]] = ([], [])
    for side, indices in zip(
        sides, (range(span.first - 1, low - 1, -1), range(span.last, high)), strict=True
    ):
        for index in indices:
            one = around.get(index)
            if one is None or one.kind != "toponym" or one.use != "location":
                continue
            if one.span not in side:
                side.append(one.span)
    return sides


def _is_listed(
    document: Document, span: Span, before: Sequence[Span], after: Sequence[Span]
) -> bool:
    """Whether only a comma or 'and' parts the span from the nearest place."""
    text = document.text
    gaps = [text[other.end : span.start] for other in before]
    gaps += [text[span.end : other.start] for other in after]
    return any(_JOINT.fullmatch(gap) for gap in gaps)


def _is_in_list(
    document: Document, span: Span, before: Sequence[Span], after: Sequence[Span]
) -> bool:
    """Whether known places stand on both sides, or two before: 'in A, B, Xyzzy and C'."""
    if (before and after) or len(before) >= 2:
        return True
    # 'in A, B and C': joined by the parser to a known place
    root = document.tokens[span.last - 1]
    return root.dep in ("conj", "appos") and any(s.first <= root.head < s.last for s in before)
