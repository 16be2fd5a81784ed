"""One act told for a list of places: one telling for each place that is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.acts.back_reference import told_by
from reportedly.find.events.acts.items import roles_of_items
from reportedly.find.events.told.listed import listed_with
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.told.toponyms import found_place, is_location
from reportedly.find.events.triggers.slots import subjects
from reportedly.find.events.word_lists import telling_words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Sentence, Token
from reportedly.records import DateValue, Found, Place, PlaceMention

_POINTING = frozenset({"these", "those", "similar", "such", "the", "same", "comparable"})


def spread_over_places(reading: Reading, telling: Telling) -> tuple[Telling, ...]:
    """One telling for each place of a list, with the same key and the list's words as campaign.

    "Spread from A to B and C" gives the origin a telling of its own, with its own date.
    """
    moved = _spread_from(reading, telling)
    if moved is not None:
        return moved
    if len(telling.places) < 2:
        return (telling,)
    if _all_act(reading, telling):
        return (replace(telling, places=()),)
    return _each(reading, telling, telling.places)


def _all_act(reading: Reading, telling: Telling) -> bool:
    """Whether the places are those who act: "Volda and Kestria exchanged prisoners"."""
    document = reading.document
    if telling.trigger.nominal or not document.has_syntax:
        return False
    acting = [word.start for word in subjects(document, telling.trigger.token)]
    return all(
        any(p.evidence.start <= at < p.evidence.end for at in acting) for p in telling.places
    )


def _each(
    reading: Reading, telling: Telling, places: Sequence[Found[Place]]
) -> tuple[Telling, ...]:
    document = reading.document
    start = min(p.evidence.start for p in places)
    end = max(p.evidence.end for p in places)
    wording = document.evidence(_opening(document, start), end)
    key = f"{document.article.text_id[:12]}:{start}"
    campaign = Found(
        value=document.readable(wording.start, wording.end),
        evidence=wording,
        made_by="spread.list",
        confidence=0.6,
    )
    dates = _dates_of_items(reading, telling, places)
    roles = roles_of_items(reading, telling, places)
    return tuple(
        replace(telling, places=(place,), date=day, roles=who, list_key=key, campaign=campaign)
        for place, day, who in zip(places, dates, roles, strict=True)
    )


def _dates_of_items(
    reading: Reading, telling: Telling, places: Sequence[Found[Place]]
) -> list[Found[DateValue] | None]:
    """A date for each place: its own where each has one ("in A on Monday and in B on Tuesday")."""
    sentence = reading.document.sentences[telling.sentence]
    starts = [p.evidence.start for p in places]
    ends = [p.evidence.end for p in places]
    behind = [
        _date_between(reading, end, until)
        for end, until in zip(ends, [*starts[1:], sentence.end], strict=True)
    ]
    ahead = [
        _date_between(reading, since, start)
        for since, start in zip([sentence.start, *ends[:-1]], starts, strict=True)
    ]
    for found in (behind, ahead):
        if all(day is not None for day in found):
            return found
    return [telling.date] * len(places)


def _opening(document: Document, start: int) -> int:
    """Where the phrase begins that leads to a list: at "in the cities of"."""
    token = document.token_at(start)
    if token is None:
        return start
    for step in range(1, 8):
        index = token.index - step
        if index < 0 or document.tokens[index].sentence != token.sentence:
            break
        word = document.tokens[index]
        if word.pos == "VERB" and word.lemma != "include":
            break
        if word.text.casefold() in {"in", "across", "to", "at"}:
            return word.start
    return start


# --- "spread from A to B and C" ----------------------------------------------------------------


def _spread_from(reading: Reading, telling: Telling) -> tuple[Telling, ...] | None:
    """The act at its origin, and one telling for each place that it reached later."""
    document = reading.document
    if not document.has_syntax:
        return None
    sentence = document.sentences[telling.sentence]
    verb = _spreading_verb(document, sentence, telling)
    if verb is None:
        return None
    here = [
        m
        for m in reading.places
        if sentence.start <= m.evidence.start < sentence.end and is_location(m)
    ]
    targets = [m for m in here if m.evidence.start > verb.start and _follows_to(document, m)]
    if not targets:
        return None
    reached = [m for m in listed_with(reading, targets[0]) if m.evidence.start > verb.start]
    origins = [m for m in here if m.evidence.end < verb.start]
    later = tuple(found_place(m, "place.spread", 0.85) for m in reached)
    after = _date_between(reading, verb.end, sentence.end)
    told = replace(telling, date=after or telling.date, retold=False)
    found = _each(reading, told, later) if len(later) > 1 else (replace(told, places=later),)
    if not origins:
        return found
    key, campaign = found[0].list_key, found[0].campaign
    before = _date_between(reading, sentence.start, verb.start)
    first = replace(
        telling,
        places=(found_place(origins[0], "place.origin", 0.85),),
        date=before,
        list_key=key,
        campaign=campaign,
    )
    return (first, *found)


def _spreading_verb(document: Document, sentence: Sentence, telling: Telling) -> Token | None:
    """The verb by which the act of a telling is said to have spread."""
    at = telling.trigger.token
    own = {at, *range(telling.trigger.first, telling.trigger.last)}
    for token in document.sentence_tokens(sentence):
        if token.lemma not in telling_words().spreading or token.pos != "VERB" or token.index < at:
            continue
        above = any(t.index == token.index for t in document.ancestors(at))
        below = token.dep in {"acl", "relcl", "conj", "advcl"} and any(
            t.index in own for t in document.ancestors(token.index)
        )
        if token.index != at and (above or below):
            return token
    return None


def _follows_to(document: Document, mention: PlaceMention) -> bool:
    token = document.token_at(mention.evidence.start)
    if token is None or token.index == 0:
        return False
    before = [t.text.casefold() for t in document.tokens[max(token.index - 5, 0) : token.index]]
    return bool({"to", "into", "across"} & set(before))


def _date_between(reading: Reading, start: int, end: int) -> Found[DateValue] | None:
    for mention in reading.dates:
        inside = start <= mention.evidence.start and mention.evidence.end <= end
        if inside and mention.value.earliest is not None and mention.kind in {"date", "time"}:
            return Found(
                value=mention.value,
                evidence=mention.evidence,
                made_by="date.spread",
                confidence=0.85,
            )
    return None


# --- "these activities took place in A, B and C" -------------------------------------------------


def take_up(reading: Reading, tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """Tellings for sentences that place the acts of the sentence before without naming them.

    "In addition to A, these activities took place in B and C": the acts told last, in A, B, C.
    """
    document = reading.document
    if not document.has_syntax:
        return ()
    found: list[Telling] = []
    told_in = {t.sentence for t in tellings}
    for sentence in document.sentences:
        if sentence.index in told_in:
            continue
        noun = _taking_up(document, sentence, _words_before(document, sentence, tellings))
        if noun is None:
            continue
        places = _all_places(reading, sentence)
        before = [
            t
            for t in tellings
            if t.sentence < sentence.index
            and document.sentences[t.sentence].paragraph >= sentence.paragraph - 1
            and not t.reality.no_act
            and t.reality.realis == "actual"
            and not t.trigger.nominal
        ]
        if not places or not before:
            continue
        telling = replace(
            _told_again(reading, noun, before[-1]),
            places=places,
            roles=next((t.roles for t in before if _has_phrases(document, t)), before[-1].roles),
        )
        found.extend(spread_over_places(reading, telling))
    return tuple(found)


def _told_again(reading: Reading, noun: Token, model: Telling) -> Telling:
    """A telling as the noun of a later sentence takes it up, there and then."""
    told = told_by(reading, model, noun)
    date = _date_between(reading, told.evidence.start, told.evidence.end) or model.date
    return replace(told, trigger=replace(told.trigger, nominal=True), date=date)


def _has_phrases(document: Document, telling: Telling) -> bool:
    """Whether a telling names its actors by a phrase and not by "they"."""
    heads = [document.tokens[m.head] for m in telling.roles.actors]
    return bool(heads) and all(t.pos != "PRON" for t in heads)


def _words_before(
    document: Document, sentence: Sentence, tellings: Sequence[Telling]
) -> frozenset[str]:
    """The words that told acts before a sentence: "the vigils" take up "vigils were held"."""
    return frozenset(
        token.lemma
        for telling in tellings
        if telling.sentence < sentence.index
        for token in document.tokens[telling.trigger.first : telling.trigger.last]
        if token.pos == "NOUN"
    )


def _taking_up(document: Document, sentence: Sentence, told: frozenset[str]) -> Token | None:
    """The noun or pronoun that takes up acts told before, as subject of "took place"."""
    for token in document.sentence_tokens(sentence):
        if token.dep not in {"nsubj", "nsubjpass"}:
            continue
        verb = document.head(token)
        if verb.lemma not in telling_words().happening or not verb.tag.startswith("VB"):
            continue
        pointing = any(t.text.casefold() in _POINTING for t in document.children(token.index))
        takes_place = verb.lemma != "take" or any(
            t.text.casefold() == "place" for t in document.children(verb.index)
        )
        if takes_place and pointing and token.lemma in telling_words().taking_up | told:
            return token
    return None


def _all_places(reading: Reading, sentence: Sentence) -> tuple[Found[Place], ...]:
    return tuple(
        found_place(m, "place.list", 0.9)
        for m in reading.places
        if sentence.start <= m.evidence.start < sentence.end
        and is_location(m)
        and (m.place is None or m.place.precision not in {"country", "region"})
    )
