"""Small places by the unit or town that stands beside them: 'Arvan village in Sena district'.

Too many villages of the world share their names with words, persons and each other to look for
them everywhere. Where the text says which district one lies in, only those near it are left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.find.places.cues import EnglishCues
from reportedly.find.places.english import Judged
from reportedly.find.places.gazetteer import Entry, Gazetteer
from reportedly.find.places.names import normalise_name
from reportedly.find.places.partial import SPELLED
from reportedly.find.places.resolve import Resolution, distance_km
from reportedly.parse import Document, Token

BESIDE = "place near the one named beside it"
# how far from the point of such a place what it holds may lie
_REACH_KM = {"town": 40.0, "district": 110.0, "province": 400.0}
_KM_A_DEGREE = 111.0
_FAR_KM = 250.0  # a namesake so far from the district that the text names is another place
_DOUBTFUL_KM = 120.0  # so far away, a village of the very name in the district is meant before
_LITTLE_KNOWN = 50_000  # inhabitants
_LONGEST_GAP = 16  # tokens from a name to the unit that holds it
_SAME_SPOT_KM = 30.0
_TOLD, _NEAR, _HEARD = 0.7, 0.5, 0.75  # confidence: the unit holds it, stands elsewhere; misspelt
_LEAST_LETTERS = 4
_IN_PHRASES = frozenset({"acl", "amod", "compound"})  # 'the bordering forest', a noun misread
_SAME = frozenset({"the", "this", "same"})
_LONGEST_BACK = 8  # tokens from a name to 'the District'
_PARTING = frozenset({";", ":"})


Reading = tuple[Judged, Resolution | None]


@dataclass(frozen=True, slots=True)
class _Anchors:
    """Places that tell where a name is to be looked for, the nearest to it first."""

    entries: tuple[Entry, ...]
    holding: bool  # the text says that the name lies in them


def place_beside(
    document: Document,
    judged: Sequence[Judged],
    resolved: Sequence[Resolution | None],
    gazetteer: Gazetteer,
) -> list[Reading]:
    """Names with their readings; those that nothing else decides, by a place beside them.

    A name that the text puts into a district far from its reading gets a place in it, or none.

    Args:
        document: the text.
        judged: its names, in order.
        resolved: the reading of each.
        gazetteer: where small places are looked up.
    """
    found = list(zip(judged, resolved, strict=True))
    if not document.has_syntax:
        return found
    changed: dict[tuple[str, str], Resolution | None] = {}  # for the bare name told later too
    for number in range(len(found) - 1, -1, -1):  # from the outer units to the inner
        one, reading = found[number]
        key = small_name(document, one, gazetteer.cues.english)
        if key is None:
            continue
        anchors = _anchors(document, found, number, gazetteer)
        misplaced = reading is not None and _is_misplaced(reading.entry, anchors, _FAR_KM)
        guessed = one.rule == SPELLED and anchors.holding
        doubted = reading is not None and _is_doubted(reading.entry, anchors)
        if reading is not None and not (misplaced or guessed or doubted):
            continue
        near = _nearest(key, anchors, gazetteer)
        if near is not None and not (doubted and normalise_name(near.name) != key):
            found[number] = replace(one, rule=BESIDE), _as_read(one, near, key, anchors)
        elif misplaced:
            found[number] = one, None
        if reading is not None and found[number][1] is not reading:
            changed[one.span.key, reading.entry.id] = found[number][1]
    return [
        (one, changed.get((one.span.key, reading.entry.id), reading) if reading else None)
        for one, reading in found
    ]


def small_name(document: Document, one: Judged, cues: EnglishCues) -> str | None:
    """The normalised name of what may be a small place, None for what is none.

    'Arvan' of 'Arvan Police Station' and 'Arvan forest', which are named for a village.
    """
    span = one.span
    if one.use != "location" or one.kind == "demonym":
        return None
    tokens = document.tokens[span.first : span.last]
    last = len(tokens)
    while last and tokens[last - 1].lemma.lower() in cues.named_for:
        last -= 1
    if not last or (one.kind == "site" and last == len(tokens)):
        return None  # 'Arvan Bridge' may be named for anything
    key = normalise_name(document.readable(tokens[0].start, tokens[last - 1].end))
    return key if len(key) >= _LEAST_LETTERS else None


def holds_behind(
    document: Document, found: Sequence[Reading], inner: int, outer: int, cues: EnglishCues
) -> bool:
    """Whether a name stands behind another in one chain: 'Arvan under Belt … in Sena District'."""
    first, last = found[inner][0].span, found[outer][0].span
    if document.tokens[first.first].sentence != document.tokens[last.first].sentence:
        return False
    at = first.last
    for one, _ in found[inner + 1 : outer + 1]:
        between = document.tokens[at : one.span.first]
        if len(between) > _LONGEST_GAP or any(_parts(token, cues) for token in between):
            return False
        at = one.span.last
    return True


def _anchors(
    document: Document,
    found: Sequence[Reading],
    number: int,
    gazetteer: Gazetteer,
) -> _Anchors:
    """The units and towns behind a name that hold it, else the last place before it."""
    span, cues = found[number][0].span, gazetteer.cues.english
    sentence = document.tokens[span.first].sentence
    at = span.last
    behind: list[Entry] = []
    for one, reading in found[number + 1 :]:
        if document.tokens[one.span.first].sentence != sentence:
            break
        between = document.tokens[at : one.span.first]
        if len(between) > _LONGEST_GAP or any(_parts(token, cues) for token in between):
            break
        if reading is not None and _can_hold(one, reading):
            behind.append(reading.entry)
        at = one.span.last
    if behind:
        return _Anchors(tuple(behind), holding=True)
    before = [
        reading.entry
        for one, reading in found[:number]
        if reading is not None and one.use in ("location", "seat") and _can_hold(one, reading)
    ]
    districts = [entry for entry in before if entry.kind == "district"]
    if districts and _told_again(document, span.last):
        return _Anchors(tuple(districts[-1:]), holding=True)
    return _Anchors(tuple(before[-1:]), holding=False)


def districts_behind(
    document: Document, around: Mapping[int, Judged], first: int, last: int, cues: EnglishCues
) -> Iterator[Entry]:
    """What the sentence calls districts behind tokens [first, last): 'at X … in Sena District'.

    Args:
        document: the text.
        around: its names by token, whether they are resolved or not.
        first: the first token of a name.
        last: the token behind it.
        cues: words of units.
    """
    sentence = document.sentences[document.tokens[first].sentence]
    gap, told = 0, None
    for token in document.tokens[last : sentence.last]:
        one = around.get(token.index)
        gap = 0 if one is not None else gap + 1
        if gap > _LONGEST_GAP or (one is None and _parts(token, cues)):
            return
        if one is not None and one is not told and _is_called_unit(document, one, cues):
            yield from (e for e in one.span.entries if e.kind == "district" and e.form != "demonym")
        told = one


def _is_called_unit(document: Document, one: Judged, cues: EnglishCues) -> bool:
    """'Sena District': whether the text says that a name is one of a unit."""
    last = document.tokens[one.span.last - 1]
    return one.use != "person" and (bool(one.levels) or last.lemma.lower() in cues.unit_levels)


def _parts(token: Token, cues: EnglishCues) -> bool:
    """Whether a word stands between two statements: what follows holds nothing before it."""
    if token.text in _PARTING:
        return True
    unit = token.lemma in cues.named_for or token.lemma in cues.unit_levels
    return token.pos == "VERB" and token.dep not in _IN_PHRASES and not unit


def _told_again(document: Document, first: int) -> bool:
    """Whether "in the District" stands behind a name, in its phrase: one told before is meant."""
    for token in document.tokens[first : first + _LONGEST_BACK]:
        before = document.tokens[token.index - 1].text.lower()
        if token.lemma.lower() == "district" and before in _SAME:
            return True
        if token.pos in ("VERB", "AUX", "PUNCT"):
            return False
    return False


def _can_hold(one: Judged, reading: Resolution) -> bool:
    return (
        one.use in ("location", "modifier", "seat")
        and one.kind != "demonym"
        and reading.entry.kind in _REACH_KM
        and reading.entry.lat is not None
    )


def _is_doubted(entry: Entry, anchors: _Anchors) -> bool:
    """Whether a little town lies outside the district, which may have a village of its name."""
    return entry.population < _LITTLE_KNOWN and _is_misplaced(entry, anchors, _DOUBTFUL_KM)


def _is_misplaced(entry: Entry, anchors: _Anchors, far: float) -> bool:
    """Whether a reading lies far from the district that the text puts it into."""
    districts = [one for one in anchors.entries if one.kind == "district"]
    if not anchors.holding or not districts or entry.kind not in ("town", "site"):
        return False
    return all(distance_km(entry, one) > far for one in districts)


def _nearest(key: str, anchors: _Anchors, gazetteer: Gazetteer) -> Entry | None:
    """The place of a name that lies next to the anchors, None where none does or many do."""
    for around in anchors.entries:
        near = places_near(key, around, gazetteer)
        alone = all(distance_km(near[0], other) <= _SAME_SPOT_KM for other in near[1:])
        if near and (alone or (anchors.holding and around.kind != "province")):
            return near[0]
        if around.kind == "district" or (anchors.holding and around.kind == "town"):
            break  # what holds a district holds too much, and a block is surer than a namesake
    return None


def places_near(key: str, around: Entry, gazetteer: Gazetteer) -> list[Entry]:
    """Towns and villages of a name within reach of a place, the nearest first."""
    if around.lat is None or around.lon is None:
        return []
    reach = _REACH_KM[around.kind]
    towns = [e for e in gazetteer.find(key) if e.kind == "town" and e.form != "demonym"]
    villages = gazetteer.around(key, around.lat, around.lon, reach / _KM_A_DEGREE)
    ranked = [(distance_km(e, around), e.id, e) for e in (*towns, *villages) if e is not around]
    ranked.sort(key=lambda row: row[:2])
    return [entry for distance, _, entry in ranked if distance <= reach]


def _as_read(one: Judged, entry: Entry, key: str, anchors: _Anchors) -> Resolution:
    around = anchors.entries[0]
    site = one.kind == "site"
    placed = replace(
        entry,
        name=one.span.text if site else entry.name,
        precision="site" if site else entry.precision,
        admin1=entry.admin1 or around.admin1,
    )
    sure = _TOLD if anchors.holding else _NEAR
    if normalise_name(entry.name) != key:
        sure *= _HEARD
    return Resolution(placed, round(sure, 4), (), f"{around.name} is named beside it")
