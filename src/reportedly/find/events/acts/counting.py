"""Which act a number of people belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.find.events.acts.count_places import (
    places_before,
    places_of_paragraph,
    town_of_item,
)
from reportedly.find.events.acts.count_sides import counted_side, is_own_side
from reportedly.find.events.acts.items import is_sum, item_of, parts_of
from reportedly.find.events.acts.people import (
    charged_deed,
    ends_of,
    gives_reason_of,
    verbs_of,
)
from reportedly.find.events.acts.settled import Settled
from reportedly.find.events.counts.verbs import is_kin_in_list
from reportedly.find.events.told.naming import is_accidental
from reportedly.find.events.told.nearby import same_place
from reportedly.find.events.told.over_time import is_over_time
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.told.toponyms import is_town
from reportedly.find.events.triggers.wrecks import is_forced
from reportedly.find.events.word_lists import telling_words
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse import Document, Sentence
from reportedly.records import Count, CountKind, EventType, Found, Place

_KINDS: dict[CountKind, frozenset[EventType | None]] = {
    "crowd": frozenset({"PROTEST", "SUPPORT"}),
    "killed": frozenset({"ASSAULT", None}),
    "injured": frozenset({"ASSAULT", None}),
    "arrested": frozenset({"COERCE"}),
    "missing": frozenset({"ASSAULT"}),
}
# where no act of the first kind stands near
_ELSE: dict[CountKind, frozenset[EventType | None]] = {
    "killed": frozenset({"PROTEST"}),
    "injured": frozenset({"PROTEST"}),
    "missing": frozenset({"COERCE"}),
}
_AFAR = 3  # paragraphs between an act and a number about it
_FURTHEST = 8  # the same for the act that the article opens with
_ELSEWHERE = 2  # added where the sentence of the number names another town
_AGAIN = 2  # added for an act of the past that the sentence before tells
_OWN_SIDE = 3  # added where those counted did the act themselves
_ABDUCTED = 2  # added for the dead where an act only carries people off
# what befalls things or whole towns: nobody is arrested by it, unless its own sentence says so
_OF_THINGS = words("restrict curfew censor seize martial-law withhold cyber")


def share_out(
    reading: Reading, counts: Sequence[Found[Count]], acts: Sequence[Settled]
) -> dict[int, tuple[Found[Count], ...]]:
    """The counts of each act, by its position in `acts`.

    A number goes to the act of a fitting type that the same sentence tells nearest to it, else
    to the one told last before it. A number for a list of places goes to each with one
    `shared_key`: it must not be added up. The number of a sentence that names one of them is its
    own. The dead of an accident belong to no act.
    """
    document = reading.document
    shared: dict[int, list[Found[Count]]] = {n: [] for n in range(len(acts))}
    for count in counts:
        apart = _is_of_accident(document, count, acts) or _is_of_charge(document, count, acts)
        home = None if apart else _home(reading, count, acts)
        home = _of_list(count, home, acts)
        if home is not None and acts[home].act.lead.denied:
            count = replace(count, asserted_by=None)  # noqa: PLW2901
        if home is None or (_is_none(count) and not _is_beside(reading, count, acts[home])):
            continue
        key = acts[home].act.lead.list_key
        group = [home]
        if key is not None:
            kind = acts[home].type
            group = [n for n, a in enumerate(acts) if a.act.lead.list_key == key and a.type == kind]
            items = {n: acts[n] for n in group}
            if is_sum(document, count, counts):
                continue
            own = item_of(document, count, counts, items)
            own = _item_there(reading, count, items) if own is None else own
            if own is not None:
                shared[own].append(count)
                continue
            count = replace(count, value=replace(count.value, shared_key=key))  # noqa: PLW2901
        for number in group:
            if not any(_equal(document, count, other) for other in shared[number]):
                shared[number].append(count)
    return {
        n: _without_denials(_without_rounded(reading, _without_parts(document, found), acts[n]))
        for n, found in shared.items()
    }


def _is_none(count: Found[Count]) -> bool:
    """Whether a count says that there was nobody."""
    return count.value.high == 0


def _is_beside(reading: Reading, count: Found[Count], settled: Settled) -> bool:
    """Whether the sentence of a count, or the one before it, tells an act."""
    sentence = _sentence_of(reading, count)
    return any(sentence - t.sentence in {0, 1} for t in settled.act.tellings)


def _without_parts(document: Document, found: Sequence[Found[Count]]) -> list[Found[Count]]:
    """Without the parts of a number, where all are told of one act."""
    parts = [part for count in found for part in parts_of(document, count, found)]
    return [count for count in found if count not in parts]


def _without_rounded(
    reading: Reading, found: Sequence[Found[Count]], settled: Settled
) -> list[Found[Count]]:
    """Without "14 killed" of a headline where the text says "at least 14", nor "dozens killed"."""
    news = {t.sentence for t in settled.act.tellings if t.headline}
    ahead = [c for c in found if _sentence_of(reading, c) in news]
    finer = [c.value for c in found if c not in ahead and c.value.low is not None]
    least = {(value.kind, value.low) for value in finer if value.high is None}
    told = {(value.kind, None) for value in finer}
    return [
        c
        for c in found
        if c not in ahead
        or (c.value.kind, c.value.low) not in least | told
        or (c.value.low is None) != (c.value.high is None)
    ]


def _without_denials(found: Sequence[Found[Count]]) -> tuple[Found[Count], ...]:
    """Without "nobody was hurt" where somebody else tells how many were."""
    told = {c.value.kind for c in found if not _is_none(c)}
    return tuple(c for c in found if not _is_none(c) or c.value.kind not in told)


def _equal(document: Document, one: Found[Count], other: Found[Count]) -> bool:
    """Whether a number is only said again, and does not count others of the same list."""
    a, b = one.value, other.value
    if (a.kind, a.low, a.high) != (b.kind, b.low, b.high):
        return False
    return not _listed(document, one, other)


def _listed(document: Document, one: Found[Count], other: Found[Count]) -> bool:
    """Whether two counted nouns are joined: "a guard and a driver were killed"."""
    late, early = sorted((one.evidence, other.evidence), key=lambda e: -e.start)
    first = document.root_of(early.start, early.end)
    noun = document.root_of(late.start, late.end)
    if first is None or noun is None or first.sentence != noun.sentence:
        return False
    if noun.head == first.head and noun.index != first.index:
        if noun.dep in {"npadvmod", "conj"}:
            return True  # "a guard, a nurse and two drivers", "a man, 62, and his wife, 58"
        if noun.dep == first.dep == "nsubjpass":
            return True  # "a man, 24, and a woman, 22, were held"
    while noun.dep in {"conj", "appos"} and noun.head != noun.index:
        joined = noun.dep == "conj" or is_kin_in_list(document, noun)
        noun = document.head(noun)
        if noun.index == first.index:
            return joined
    return False


def _of_list(count: Found[Count], home: int | None, acts: Sequence[Settled]) -> int | None:
    """The list that a number for several places is about: "took part in the three towns"."""
    if count.value.shared_key is None or count.value.kind != "crowd" or home is None:
        return home
    if acts[home].act.lead.list_key is not None:
        return home
    items = (
        n
        for n, a in enumerate(acts)
        if a.act.lead.list_key is not None and a.type == acts[home].type and not a.retold
    )
    return next(items, home)


def _item_there(reading: Reading, count: Found[Count], items: dict[int, Settled]) -> int | None:
    """The item whose place the sentence names before the number: "In Arvan, 300 sat down"."""
    for place in reversed(places_before(reading, count)):
        for number, item in items.items():
            listed = item.act.lead.sentence == _sentence_of(reading, count)
            if item.place is not None and not listed and same_place(item.place.value, place):
                return number
    return None


def _sentence_of(reading: Reading, count: Found[Count]) -> int:
    return reading.document.sentence_at(count.evidence.start).index


def _is_of_accident(document: Document, count: Found[Count], acts: Sequence[Settled]) -> bool:
    """'Eleven people have died in collapsed pits', 'drowned': no victims of an attack.

    Nor are those of a crash with which no act is told: "a plane crashed, killing four".
    """
    root = document.root_of(count.evidence.start, count.evidence.end)
    if root is None or count.value.kind not in {"killed", "injured"}:
        return False
    verb = document.head(root)
    if count.value.kind == "killed" and is_accidental(document, verb):
        return True
    beside = (verb, *(t for t in document.children(verb.index) if t.dep == "advcl"))
    above = (document.head(verb),) if verb.dep in {"advcl", "conj"} else ()
    crash = next((t for t in (*beside, *above) if t.lemma in telling_words().crashes), None)
    if crash is None or is_forced(document, crash):
        return False
    inside = {t.index for t in document.subtree(crash.index)} - {verb.index}
    return not any(t.trigger.token in inside for act in acts for t in act.act.tellings)


def _is_of_charge(document: Document, count: Found[Count], acts: Sequence[Settled]) -> bool:
    """'Executed three men convicted of *killing a policeman*': no dead of the execution."""
    noun = document.root_of(count.evidence.start, count.evidence.end)
    verb = None if noun is None else charged_deed(document, noun)
    told = (t.trigger.token for act in acts for t in act.act.tellings)
    return verb is not None and verb.index not in told


def _home(reading: Reading, count: Found[Count], acts: Sequence[Settled]) -> int | None:
    kind = count.value.kind
    denied = _denied_with(reading, count, acts)
    if denied is not None:
        return denied if kind != "missing" and acts[denied].type in _KINDS[kind] else None
    first = _nearest(reading, count, acts, _KINDS[kind])
    other = _nearest(reading, count, acts, _ELSE.get(kind, frozenset()))
    if kind == "killed" and other is not None and other[0] > 0:
        other = None  # only "the unrest left two dead", in its own sentence
    if kind == "injured" and other is not None and acts[other[2]].mode == "hunger":
        other = None  # who fasts and is taken to hospital was hurt by nobody
    if first is None or other is None or kind == "missing":
        best = first or other
    else:
        side = counted_side(reading, count)  # their own act is no nearer than what befell them
        own = side is not None and is_own_side(acts[first[2]], side)
        best = first if first[0] <= other[0] + (not own) else other
    return None if best is None else best[2]


def _denied_with(reading: Reading, count: Found[Count], acts: Sequence[Settled]) -> int | None:
    """The act with which a number is denied: 'the army denied that it had *killed 14*'."""
    verbs = _counted(reading, count).verbs
    return next(
        (
            number
            for number, settled in enumerate(acts)
            if settled.act.lead.denied
            and any(t.trigger.token in verbs for t in settled.act.tellings)
        ),
        None,
    )


def _is_past(settled: Settled, telling: Telling, sentence: Sentence) -> bool:
    """Whether an act is told again, and not in the sentence right before."""
    return settled.retold and (
        sentence.index - telling.sentence > 1 or telling.paragraph != sentence.paragraph
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """A number with what its sentence says of its people."""

    kind: CountKind
    start: int
    sentence: Sentence
    towns: tuple[Place, ...]
    town: Place | None  # of an item: "300 in Arvan, *600 in Belt*"
    side: str | None
    verbs: frozenset[int]  # that they are subject or object of
    reason_of: frozenset[int]  # words that have them as a reason
    total: bool  # over months or years


def _counted(reading: Reading, count: Found[Count]) -> _Counted:
    document, start = reading.document, count.evidence.start
    noun = document.root_of(start, count.evidence.end)
    verbs = frozenset() if noun is None else verbs_of(document, noun)
    if noun is not None and count.value.kind != "crowd":
        verbs = ends_of(document, noun) or verbs
    return _Counted(
        kind=count.value.kind,
        start=start,
        sentence=document.sentence_at(start),
        towns=tuple(places_before(reading, count) or places_of_paragraph(reading, count)),
        town=town_of_item(reading, count),
        side=counted_side(reading, count),
        verbs=verbs,
        reason_of=frozenset() if noun is None else gives_reason_of(document, noun),
        total=noun is not None and is_over_time(document, noun),
    )


def _nearest(
    reading: Reading,
    count: Found[Count],
    acts: Sequence[Settled],
    kinds: frozenset[EventType | None],
) -> tuple[int, int, int] | None:
    """How far the nearest act of some types stands: sentence or paragraphs, characters, number."""
    counted = _counted(reading, count)
    ranks = [
        (*away, number)
        for number, settled in enumerate(acts)
        if settled.type in kinds and _can_have(settled, counted)
        for telling in settled.act.tellings
        if (away := _away(settled, telling, counted)) is not None
    ]
    return min(ranks, default=None)


def _can_have(settled: Settled, counted: _Counted) -> bool:
    """Whether people can be counted with an act at all."""
    lead = settled.act.lead
    if lead.denied or lead.withdraws or lead.reality.realis != "actual":
        return False
    if counted.town is not None and _is_elsewhere(settled, counted.town):
        return False
    if counted.total and lead.sentence != counted.sentence.index:
        return False  # "eleven murders in four years"
    tellings = {t.trigger.token for t in settled.act.tellings}
    # "struck over the deaths of three"
    return settled.type != "PROTEST" or not tellings & counted.reason_of


def _is_elsewhere(settled: Settled, town: Place) -> bool:
    place = None if settled.place is None else settled.place.value
    return place is not None and is_town(place) and not same_place(place, town)


def _away(settled: Settled, telling: Telling, counted: _Counted) -> tuple[int, int] | None:
    """How far a telling stands from a number: sentence or paragraphs, characters."""
    beside = telling.sentence == counted.sentence.index
    own_side = _OWN_SIDE * (counted.side is not None and is_own_side(settled, counted.side))
    if telling.trigger.token in counted.verbs:
        other_mode = int(counted.kind == "arrested" and settled.mode != "arrest")
        return -1 if telling.roles.actors or not own_side else own_side, other_mode
    if counted.kind == "arrested" and settled.mode in _OF_THINGS and not beside:
        return None
    if beside:
        return own_side, abs(telling.span.start - counted.start)
    away = counted.sentence.paragraph - telling.paragraph
    furthest = _FURTHEST if telling.paragraph == 0 else _AFAR
    later = telling.span.start > counted.start
    if later or away > furthest or _is_past(settled, telling, counted.sentence):
        return None
    there = (
        settled.place is None
        or not counted.towns
        or any(same_place(settled.place.value, town) for town in counted.towns)
    )
    if not there and (away or (counted.kind == "crowd" and len(counted.towns) == 1)):
        return None  # the paragraph tells of another town, or the crowd was in one
    far = 1 + away + telling.aside + _AGAIN * settled.retold + _ELSEWHERE * (not there)
    far += _ABDUCTED * (counted.kind == "killed" and settled.mode == "abduct")
    return far + own_side, counted.start - telling.span.start
