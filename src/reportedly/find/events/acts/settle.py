"""From the acts of an article to their values: place and date by scene, denials, what is old."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly.find.events.acts.act import Act
from reportedly.find.events.acts.agreement import modes_agree
from reportedly.find.events.acts.beside import deed_beside
from reportedly.find.events.acts.one_town import one_town, plays_there, written_in
from reportedly.find.events.acts.scenes import place_of_scene
from reportedly.find.events.acts.settled import Settled, is_done
from reportedly.find.events.reality.reading import SPEECH_TYPES
from reportedly.find.events.told.attribution import is_speaker, speaker_of
from reportedly.find.events.told.entries import Entries, day_of_ticker, read_entries
from reportedly.find.events.told.periods import reported_since
from reportedly.find.events.told.roles import same_actor
from reportedly.find.events.told.scene import (
    home_of,
    scene_place,
    town_around,
    whole_country,
)
from reportedly.find.events.told.scene_days import scene_date
from reportedly.find.events.told.since import is_since
from reportedly.find.events.told.speech_days import day_of_words
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.told.weekdays import fits_weekday, is_weekday
from reportedly.find.events.told.when import is_old
from reportedly.find.reading import Reading
from reportedly.records import DateValue, EventType, Found, Place

_FORCE: frozenset[EventType | None] = frozenset({"ASSAULT", None})
_NO_SCENE = SPEECH_TYPES - {"THREATEN"}
# in words, but done with those who are there: met the strikers, gave in to them
_ON_SITE: frozenset[EventType | None] = frozenset({"CONSULT", "CONCEDE", "AGREE", "REJECT"})
_COURTS = frozenset({"JUD"})


def settle(reading: Reading, acts: Sequence[Act]) -> tuple[Settled, ...]:
    """Give each act its place, date and age, in order of the text.

    Acts that name no place or date take those of the scene; a denial takes what it lacks from
    the told act of its kind. Older events were as a rule elsewhere. Acts of speech and plans
    inherit no date, and no place but that of an article that plays in one town.
    """
    asserted = {n: act for n, act in enumerate(acts) if not _speaks_against(act)}
    published = reading.document.article.published
    narrative = _Narrative(reading, _news(list(asserted.values()), published))
    for number, act in asserted.items():
        narrative.add(number, act)
    settled = narrative.settled
    deeds = [place for _, place in narrative.places]
    town, filed = one_town(reading, deeds, acts), written_in(reading)
    scene = one_town(reading, deeds, acts, dateline=False) if deeds else None
    settled = {
        n: _in_town(found, *narrative.towns_of(found, _Towns(town, scene or filed, filed)))
        for n, found in settled.items()
    }
    if not any(_is_news(found) for found in settled.values()):
        settled = {n: _as_news(found, published) for n, found in settled.items()}
    told = list(settled.values())
    return tuple(
        settled[n] if n in settled else _against_told(reading, act, told)
        for n, act in enumerate(acts)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Own:
    """An act with what its passages give, before the scene adds what they lack."""

    act: Act
    lead: Telling
    place: Found[Place] | None
    date: Found[DateValue] | None
    beside: Settled | None  # of words, the deed of their sentence
    speech: bool  # words that inherit nothing from a scene
    retold: bool
    happened: bool


@dataclass(frozen=True, slots=True)
class _Towns:
    """The one town of an article, the one of its deeds, and where it was written."""

    one: Found[Place] | None
    scene: Found[Place] | None
    filed: Found[Place] | None


class _Narrative:
    """What a text has told so far: its acts, and the places and days that later acts inherit."""

    def __init__(self, reading: Reading, news: date | None) -> None:
        self.settled: dict[int, Settled] = {}  # by the number of the act
        self.places: list[tuple[int, Found[Place]]] = []  # with the paragraph that gave them
        self._dates: list[tuple[int, Found[DateValue]]] = []
        self._reading = reading
        self._entries = read_entries(reading)
        self._published = reading.document.article.published
        self._news = news
        self._since = reported_since(reading)

    def add(self, number: int, act: Act) -> None:
        """Settle the next act, and make its own place and day those of the scene."""
        own = self._own(act)
        place, day = self._place(own), self._day(own)
        self._set_scene(own)
        self.settled[number] = Settled(
            act=act, type=act.type, mode=_mode(act), place=place, date=day, retold=own.retold
        )

    def _own(self, act: Act) -> _Own:
        lead, day = act.lead, act.date
        old = day is not None and is_old(day.value, self._published, self._news, self._since)
        speech = lead.trigger.type in _NO_SCENE
        return _Own(
            act=act,
            lead=lead,
            place=act.place,
            date=day,
            # "arrested her in Arvan, accusing her of spying"
            beside=deed_beside(self._reading, lead, self.settled) if speech else None,
            speech=speech,
            retold=lead.retold or old,
            happened=lead.reality.realis == "actual" and not (lead.retold or old),
        )

    def _place(self, own: _Own) -> Found[Place] | None:
        """Where an act was; a place of its entry or day is one of the scene from then on."""
        lead, reading = own.lead, self._reading
        place = own.place or home_of(reading, lead.roles.actors, sectors=_COURTS, towns=True)
        place = place or (None if own.beside is None else own.beside.place)
        if place is not None and place.value.lat is None and not lead.list_key:
            # a market or square that the gazetteer lacks stands in the town of the scene
            scene = scene_place(reading, lead.paragraph, lead.span.start, self.places)
            place = town_around(reading, place, scene)
        if place is None and not own.speech:
            place = whole_country(reading, lead.span.start)
        if place is not None or own.speech or lead.reality.realis == "planned":
            return place
        place = _of_entry(lead, self._entries, self.places)
        place = place or _place_of_day(own.date, own.act, self._in_item(lead))
        if place is not None and not own.retold:
            self.places.append((lead.paragraph, place))
        older = own.retold and (own.date is None or is_old(own.date.value, self._published, None))
        return place or (None if older else place_of_scene(reading, lead, self.places))

    def _in_item(self, lead: Telling) -> list[Settled]:
        """What was settled under the same dateline of a round-up, everything in other texts."""
        item = self._entries.item_of(lead.paragraph)
        return [
            s for s in self.settled.values() if self._entries.item_of(s.act.lead.paragraph) == item
        ]

    def towns_of(self, found: Settled, towns: _Towns) -> tuple[Found[Place] | None, ...]:
        """The town of an act's text and of words in it: those of its item in a round-up."""
        if not self._entries.lines:
            return towns.one, (towns.scene if found.type in _ON_SITE else towns.filed)
        own = self._entries.place_of(found.act.lead.paragraph)
        return own, own

    def _day(self, own: _Own) -> Found[DateValue] | None:
        """When an act was: its own day, that of a deed or words beside, or the scene's."""
        day = own.date or (None if own.beside is None else own.beside.date)
        day = day or _day_of_speech(self._reading, own.act, self.settled)
        known = day is not None and day.value.earliest is not None
        if known or own.speech or not own.happened:
            return day
        frame = _scene_day(self._reading, own.lead, self._dates, self._entries)
        return frame if day is None or fits_weekday(day, frame) or not _is_open(day) else day

    def _set_scene(self, own: _Own) -> None:
        """Let later acts inherit the place and day that a deed names itself."""
        lead, paragraph = own.lead, own.act.tellings[0].paragraph
        if lead.trigger.type is None or lead.trigger.type in SPEECH_TYPES:
            return
        listed = lead.list_key is not None  # none of many places is the scene of what follows
        known = own.place is not None and own.place.value.lat is not None
        if own.place is not None and known and not (own.retold or listed):
            self.places.append((paragraph, own.place))
        dated = own.date is not None and own.date.value.earliest is not None
        if own.date is not None and dated and own.happened and not lead.aside:
            # "have been on strike *since May*" tells no day of what follows; "held since" does
            since = is_since(self._reading.document, own.date.evidence)
            if not since or lead.trigger.mode == "arrest":
                self._dates.append((paragraph, own.date))


def _is_news(found: Settled) -> bool:
    """Whether an act that was done is the article's own news."""
    deed = found.type is not None and found.type not in SPEECH_TYPES
    return deed and not found.retold and is_done(found)


def _as_news(found: Settled, published: date | None) -> Settled:
    """The act of the last days as the news, where an article has no other.

    "The toll of Monday's blast has risen to 14" tells again what nothing newer stands beside.
    """
    if not found.retold or found.date is None or found.date.value.earliest is None:
        return found
    return replace(found, retold=found.act.lead.old or is_old(found.date.value, published, None))


def _in_town(found: Settled, town: Found[Place] | None, filed: Found[Place] | None) -> Settled:
    """Words, plans and threats without a place, in the one town or that of the dateline."""
    if found.place is not None or found.retold:
        return found
    words = found.type in _NO_SCENE and is_done(found)
    return replace(found, place=plays_there(found.act.lead, (town or filed) if words else town))


def _of_entry(
    lead: Telling, entries: Entries, places: Sequence[tuple[int, Found[Place]]]
) -> Found[Place] | None:
    """The place of the entry in a list, until its own acts name another."""
    told_here = any(number == lead.paragraph for number, _ in places)
    return None if told_here else entries.place_of(lead.paragraph)


def _place_of_day(
    day: Found[DateValue] | None, act: Act, settled: Sequence[Settled]
) -> Found[Place] | None:
    """The place of what was told before of the same day: "the 27 people arrested on Monday".

    An act in the same sentence goes with it ("… were released on Thursday").
    """
    told = [s for s in settled if s.place is not None and not s.act.lead.list_key]
    beside = [s for s in told if s.act.lead.sentence == act.lead.sentence]
    same: list[Settled] = []
    if day is not None and day.value.granularity == "day":
        same = [
            s for s in told if s.date is not None and s.date.value.earliest == day.value.earliest
        ]
    found = next((s.place for s in (*same, *beside) if s.place is not None), None)
    return None if found is None else replace(found, made_by="place.day", confidence=0.5)


def _scene_day(
    reading: Reading,
    lead: Telling,
    dates: Sequence[tuple[int, Found[DateValue]]],
    entries: Entries,
) -> Found[DateValue] | None:
    """The day of the ticker or scene; one ahead ("for Easter") dates nothing that was done."""
    live = day_of_ticker(reading, entries, lead.paragraph, dates)
    if live is not None or lead.begun:
        return live
    scene = scene_date(reading, lead.paragraph, lead.span.start, dates)
    if _is_ahead(scene, reading.document.article.published):
        return dates[-1][1] if dates else None
    return scene


def _is_ahead(day: Found[DateValue] | None, published: date | None) -> bool:
    first = None if day is None else day.value.earliest
    return first is not None and published is not None and first > published


def _day_of_speech(
    reading: Reading, act: Act, settled: Mapping[int, Settled]
) -> Found[DateValue] | None:
    """The day on which the same speaker spoke before; of a threat, also of his told words."""
    if act.lead.trigger.type not in SPEECH_TYPES or act.lead.reality.realis != "actual":
        return None
    words = day_of_words(reading, act.lead)
    if words is not None or act.lead.trigger.type != "THREATEN":
        return words
    speaker = speaker_of(act.lead.chain)
    mine = act.lead.roles.actors
    days = []
    for told in settled.values():
        others = told.act.lead.roles.actors
        himself = any(same_actor(a, b) for a in mine for b in others)
        himself = himself or (speaker is not None and any(is_speaker(a, speaker) for a in others))
        if told.type in _NO_SCENE and told.date is not None and himself and is_done(told):
            days.append(told.date)
    return replace(days[-1], made_by="date.speech", confidence=0.5) if days else None


def _is_open(day: Found[DateValue]) -> bool:
    """Whether an undated day is a weekday of its own, and not an hour of the scene's day."""
    return is_weekday(day.evidence.quote)


def _speaks_against(act: Act) -> bool:
    """Whether an act is denied: by a verb of denial, or by "no" and "not" in somebody's mouth."""
    lead = act.lead
    negated = lead.reality.polarity == "negated" and speaker_of(lead.chain) is not None
    deed = lead.trigger.type not in SPEECH_TYPES and lead.reality.realis == "actual"
    return lead.denied or lead.withdraws or (negated and deed)


def _mode(act: Act) -> str | None:
    """The leading passage's mode, else the first; a bombing that was a suicide attack is one."""
    modes = [
        t.trigger.mode
        for t in (act.lead, *act.tellings)
        if t.trigger.mode is not None and t.trigger.type == act.type
    ]
    first = modes[0] if modes else None
    return "suicide-attack" if first == "explosives" and "suicide-attack" in modes else first


def _news(acts: Sequence[Act], published: date | None) -> date | None:
    """The last day that the article's own news reaches."""
    ends = [
        a.date.value.latest or a.date.value.earliest
        for a in acts
        if a.date is not None and a.lead.reality.realis == "actual"
    ]
    days = [d for d in ends if d is not None and (published is None or d <= published)]
    return max(days, default=None)


def _against_told(reading: Reading, act: Act, told: Sequence[Settled]) -> Settled:
    """A denied or withdrawn act with what it leaves open taken from the told act of its kind."""
    lead = act.lead
    family = _FORCE if act.type in _FORCE else frozenset({act.type})
    alike = [s for s in told if s.type in family and is_done(s)]
    alike = _of_day(act, alike) or alike
    own = [s for s in alike if not s.retold]
    same = [s for s in own if s.type is None or modes_agree(_mode(act), s.mode)]
    answered = _answered(act, told)
    model = answered or _nearest(act, same or own or alike)
    place, day, kind, mode = act.place, act.date, act.type, _mode(act)
    if model is not None:
        place = place or (model.place and replace(model.place, confidence=0.5))
        day = day or (model.date and replace(model.date, confidence=0.5))
        kind = kind or model.type
        mode = mode or (model.mode if model.type is not None else None)
    if kind is None:
        kind = "ASSAULT"
    deeds = [s for s in told if s.type not in SPEECH_TYPES]
    places = [(s.act.lead.paragraph, s.place) for s in deeds if s.place is not None]
    dates = [(s.act.lead.paragraph, s.date) for s in deeds if s.date is not None and not s.retold]
    if place is None:
        place = scene_place(reading, lead.paragraph, lead.span.start, places)
    if day is None and not lead.withdraws and answered is None:
        day = scene_date(reading, lead.paragraph, lead.span.start, dates)
    return Settled(act=act, type=kind, mode=mode, place=place, date=day, retold=False)


def _of_day(act: Act, told: Sequence[Settled]) -> list[Settled]:
    """The told acts of the day that a denial names: "nobody was hit on the day of the march"."""
    if act.date is None or act.date.value.granularity != "day":
        return []
    day = act.date.value.earliest
    return [s for s in told if s.date is not None and s.date.value.earliest == day]


def _answered(act: Act, told: Sequence[Settled]) -> Settled | None:
    """The told act that a denial points back at."""
    words = {t.answers for t in act.tellings} - {None}
    return next((s for s in told if words & {t.trigger.token for t in s.act.tellings}), None)


def _nearest(act: Act, told: Sequence[Settled]) -> Settled | None:
    before = [s for s in told if s.act.tellings[0].span.start <= act.lead.span.start]
    if before:
        return max(before, key=lambda s: s.act.tellings[0].span.start)
    return told[0] if told else None
