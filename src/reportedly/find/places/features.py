"""Streets, hills and waters: names by the generic noun that they hold, known or unknown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportedly.find.places.english import EnglishUses, Judged
from reportedly.find.places.gazetteer import Gazetteer
from reportedly.find.places.longer_names import Use
from reportedly.find.places.names import normalise_name
from reportedly.find.places.spans import span_of
from reportedly.parse import Document, Token

_LONGEST = 3  # words before the noun: 'Old North Mill Road'
_NUMBERED = ("county", "state", "farm")  # 'County Road 25'
_SURE = 3.0  # support
_NO_NAME = ("DATE", "TIME", "NORP", "CARDINAL")


def find_features(document: Document, uses: EnglishUses, gazetteer: Gazetteer) -> Iterator[Judged]:
    """Streets and roads (use `modifier`: they tell where inside a town) and landscape."""
    for token in document.tokens:
        word = token.text.lower().strip(".")
        if token.text[:1].isupper():
            yield from _road(document, uses, token, word, gazetteer)
            yield from _landscape(document, uses, token, word, gazetteer)
        if word.endswith("s") and word[:-1] in uses.cues.street:
            yield from _shared_street(document, uses, token, gazetteer)


def _road(
    document: Document, uses: EnglishUses, token: Token, word: str, gazetteer: Gazetteer
) -> Iterator[Judged]:
    """'Highway 12', 'County Road 225', 'Oak Street'."""
    if word in uses.cues.highway and _is_number(document, token.index + 1):
        at = token.index
        unit = uses.word(at - 1, at) in _NUMBERED and document.tokens[at - 1].text[:1].isupper()
        yield _judged(uses, at - unit, at + 2, gazetteer, street=True)
    elif word in uses.cues.street or word in uses.cues.unsure_street:
        yield from _street(document, uses, token, word, gazetteer)


def _landscape(
    document: Document, uses: EnglishUses, token: Token, word: str, gazetteer: Gazetteer
) -> Iterator[Judged]:
    """'Otter Creek', 'Lake Turkana'."""
    at = token.index
    if word in uses.cues.landscape:
        first = _name_before(document, uses, token)
        longer = _is_street(uses, at + 1)
        if first is not None and not longer and not _is_full_name(uses, first, token):
            yield _judged(uses, first, at + 1, gazetteer, street=False)
    if word in uses.cues.landscape_before:
        last = _name_after(document, uses, token)
        if last is not None:
            yield _judged(uses, at, last, gazetteer, street=False)


def _street(
    document: Document, uses: EnglishUses, token: Token, word: str, gazetteer: Gazetteer
) -> Iterator[Judged]:
    first = _name_before(document, uses, token)
    if first is None:
        return
    if _goes_on(document, uses, token):
        return  # 'Mill Road Elementary School'
    before = uses.word(first - 1, first)
    told = before in uses.cues.street_before or before.isdigit()
    if before == "of":
        told = uses.word(first - 2, first) in uses.cues.street_of
    if word in uses.cues.street or told:
        yield _judged(uses, first, token.index + 1, gazetteer, street=True)


def _shared_street(
    document: Document, uses: EnglishUses, token: Token, gazetteer: Gazetteer
) -> Iterator[Judged]:
    """'at Hampden and Center streets': each name is a street of its own."""
    last, runs = token.index, []
    while (first := _run_before(document, token, last)) is not None:
        runs.append((first, last))
        last = first - 1
        if uses.word(last, first) not in ("and", "or", "&", ","):
            break
    if len(runs) > 1:
        for first, last in runs:
            yield _judged(uses, first, last, gazetteer, street=True)


def _goes_on(document: Document, uses: EnglishUses, token: Token) -> bool:
    """Whether a capitalised noun follows, so that the name is longer."""
    after = document.tokens[token.index + 1 : token.index + 2]
    return bool(uses.word(token.index + 1, token.index)) and (
        after[0].text[:1].isupper() and after[0].pos in ("PROPN", "NOUN")
    )


def _is_street(uses: EnglishUses, index: int) -> bool:
    """'Elm Ridge Road' is no ridge."""
    word = uses.word(index, index - 1).strip(".")
    return word in uses.cues.street | uses.cues.unsure_street


def _is_full_name(uses: EnglishUses, first: int, token: Token) -> bool:
    """'Robin Lake', said of a person."""
    name = uses.names.get(first)
    whole = name is not None and (name.first, name.last) == (first, token.index + 1)
    return whole and name is not None and name.label == "PERSON" and uses.locative(first) < 1


def _judged(
    uses: EnglishUses, first: int, last: int, gazetteer: Gazetteer, *, street: bool
) -> Judged:
    span = span_of(uses.document, first, last, gazetteer)
    if street:
        return Judged(span, "modifier", "toponym", _SURE, rule="street", resolvable=False)
    # of towns only those that bear the very name: 'Otter Creek' is no other name of a town here
    own = tuple(e for e in span.entries if e.kind != "town" or normalise_name(e.name) == span.key)
    use: Use = "modifier" if uses.compounded(span) else "location"
    return Judged(replace(span, entries=own), use, "toponym", _SURE, rule="landscape noun")


def _name_before(document: Document, uses: EnglishUses, token: Token) -> int | None:
    """The first token of the capitalised name that a generic noun ends."""
    first = _run_before(document, token, token.index)
    if first is None:
        return None
    opens = first == document.sentences[token.sentence].first
    if opens and uses.shouting:
        return None
    passed_over = uses.cues.titles | uses.cues.locative | {"the", "of"}
    while first < token.index and uses.word(first, first) in passed_over:
        first += 1  # 'Across Lake Victoria'
    if opens and first == token.index - 1 and uses.word(first, first) in uses.cues.common:
        return None
    return first if first < token.index else None


def _run_before(document: Document, token: Token, last: int) -> int | None:
    """The first token of the capitalised words right before `last`."""
    tokens = document.tokens
    first = last
    while first > 0 and last - first < _LONGEST:
        before = tokens[first - 1]
        if before.sentence != token.sentence or before.name in _NO_NAME[:3]:
            break
        if not before.text[:1].isupper() and not _is_ordinal(before.text):
            break
        if first < last or last == token.index:
            gap = document.text[before.end : tokens[first].start]
            if gap not in (" ", "\u00a0", "") or (gap == "" and before.text[-1:].isalnum()):
                break
        if before.text.isupper() and len(before.text) > 1 and before.text[-1] != ".":
            break  # an acronym: 'the UN Drive'
        first -= 1
    return first if first < last else None


def _name_after(document: Document, uses: EnglishUses, token: Token) -> int | None:
    """One past the last token of the name that a generic noun begins: 'Lake Opechee'."""
    tokens = document.tokens
    last = token.index + 1
    while last < len(tokens) and last - token.index <= 2:
        after = tokens[last]
        named = after.pos == "PROPN" and after.text[:1].isupper() and after.text[-1:].isalpha()
        if not named or after.sentence != token.sentence or after.name in _NO_NAME:
            break
        if document.text[tokens[last - 1].end : after.start] != " ":
            break
        if after.lemma in uses.cues.organisation or after.lemma in uses.cues.unit_levels:
            return None
        last += 1
    before = uses.word(token.index - 1, token.index)
    opens = token.index == document.sentences[token.sentence].first
    inside = token.index and document.tokens[token.index - 1].text[:1].isupper() and before != "the"
    if last == token.index + 1 or (inside and not opens):
        return None
    return last


def _is_number(document: Document, index: int) -> bool:
    return index < len(document.tokens) and document.tokens[index].text[:1].isdigit()


def _is_ordinal(text: str) -> bool:
    return text[:1].isdigit() and text[-2:] in ("st", "nd", "rd", "th")
