"""Where an act was that names no place: at the scene of what was told before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.clauses import clause_of, clauses_above
from reportedly.find.events.told.asides import is_aside, is_where_said, tells_of_home
from reportedly.find.events.told.listed import listed_with
from reportedly.find.events.told.nearby import same_place
from reportedly.find.events.told.not_there import is_other_side, is_seat
from reportedly.find.events.told.toponyms import found_place, is_known, is_location
from reportedly.find.events.told.when import is_old
from reportedly.find.events.word_lists import scene_words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.records import ActorMention, Found, Place, PlaceMention

_ALL_OVER = re.compile(
    r"\b(?:throughout|across|all over|around) (?:the )?(?:whole |entire )?(?:country|nation)\b"
    r"|\bnationwide\b|\bcountrywide\b",
    re.IGNORECASE,
)
_SOON = 1  # sentences from an act to the town that is named after it
_INSIDE = frozenset({"in", "inside", "across", "throughout", "near"})
_AT_HOME = frozenset({"COP", "JUD", "LEG"})  # sectors whose bodies act in their own country


def scene_place(
    reading: Reading, paragraph: int, start: int, settled: Sequence[tuple[int, Found[Place]]]
) -> Found[Place] | None:
    """The place of the narrative at a point where the sentence names none.

    Args:
        reading: what is known of the article.
        paragraph: paragraph of the act.
        start: offset of the act.
        settled: paragraph and place of the acts told before, in order; older events left out.
    """
    local = next((m for m in reading.places if _is_of_locals(reading, m, start)), None)
    if local is not None:
        return found_place(local, "place.speaker", 0.5)
    beside = next((found for n, found in reversed(settled) if n == paragraph), None)
    named = _set_before(reading, start)
    if named is not None and (beside is None or beside.evidence.start <= named.evidence.start):
        return found_place(named, "place.scene", 0.5)
    if beside is not None:
        return replace(beside, made_by="place.scene", confidence=0.55)
    if settled:
        return replace(settled[-1][1], made_by="place.scene", confidence=0.45)
    return _of_opening(reading, start)


def _is_of_locals(reading: Reading, mention: PlaceMention, start: int) -> bool:
    """Whether who tells of an act is there: "in *Arvan*, police said", "police in *Arvan* said"."""
    sentence = reading.document.sentence_at(start)
    here = sentence.start <= mention.evidence.start < sentence.end
    return here and is_location(mention) and is_known(mention) and tells_of_home(reading, mention)


def _of_opening(reading: Reading, start: int) -> Found[Place] | None:
    """The place in which the opening sets the article, where no act before gives one."""
    document = reading.document
    known = [m for m in _scenes(reading) if is_known(m)]
    lead = [m for m in known if m.evidence.start < start and not is_where_said(reading, m)]
    if lead:
        sentence = document.sentence_at(lead[0].evidence.start)
        if sentence.paragraph <= 2:
            return found_place(lead[0], "place.lead", 0.4)
    dateline = next((m for m in reading.places if m.use == "dateline" and m.place), None)
    abroad = None if dateline is None else _told_abroad(reading, start, dateline)
    if abroad is not None:
        return found_place(abroad, "place.scene", 0.35)
    early = dateline or _town_of_somebody(reading, start)
    if early is not None:
        return found_place(early, "place.dateline" if dateline else "place.lead", 0.35)
    if not known:
        named = [m for m in _scenes(reading) if not is_aside(reading, m)]
        return _only_one(named, "place.only_country", 0.25)
    soon = document.sentence_at(start).index + _SOON
    early_on = any(document.sentence_at(m.evidence.start).index <= soon for m in known)
    if not early_on or any(_is_left(document, m) for m in known):
        return None  # a town that is told later is that of something else
    return _only_one(known, "place.only_town", 0.3)


def _told_abroad(reading: Reading, start: int, dateline: PlaceMention) -> PlaceMention | None:
    """The other country of which a text goes on to tell, away from where it was written.

    "LIMA - A woman held in *Chad* for months was freed." Told in the sentence of an act or in the
    one before it in its paragraph, the last one counts.
    """
    document, home = reading.document, dateline.place and dateline.place.country
    here = document.sentence_at(start)
    for mention in reversed(_scenes(reading)):
        sentence = document.sentence_at(mention.evidence.start)
        near = sentence.paragraph == here.paragraph and here.index - 1 <= sentence.index
        if not near or sentence.index > here.index or is_aside(reading, mention):
            continue
        name = document.root_of(mention.evidence.start, mention.evidence.end)
        inside = name is not None and document.head(name).text.casefold() in _INSIDE
        country = mention.place and mention.place.country
        if inside and home and country and country != home:
            return mention
    return None


def _scenes(reading: Reading) -> list[PlaceMention]:
    """The locations at which something can be; no friends of a state, no capital that acts."""
    acting = {a.evidence.start for a in reading.actors if a.made_by == "actors.metonym"}
    return [
        m
        for m in reading.places
        if is_location(m)
        and m.evidence.start not in acting
        and not is_other_side(reading.document, m)
        and not is_seat(reading.document, m)
    ]


def town_before(reading: Reading, start: int) -> Place | None:
    """The town named last in a sentence before, in the same paragraph; None if none is."""
    named = _set_before(reading, start)
    return None if named is None else named.place


def _set_before(reading: Reading, start: int) -> PlaceMention | None:
    """The town named last in a sentence before, in the same paragraph.

    "*In Arvan*, organisers spoke of 45,000. Trouble broke out …", "*Arvan* saw its biggest rally".
    """
    document = reading.document
    here = document.sentence_at(start)
    for mention in reversed(reading.places):  # in order of the text
        if mention.evidence.start >= here.start:
            continue
        sentence = document.sentence_at(mention.evidence.start)
        if sentence.paragraph != here.paragraph:
            return None
        if not is_known(mention) or mention.kind == "demonym":
            continue
        opens = document.tokens[sentence.first].start == mention.evidence.start
        placed = is_location(mention) or (opens and mention.use != "dateline")
        if not placed or is_aside(reading, mention) or _is_of_older(reading, mention):
            continue
        if not is_seat(document, mention) and len(listed_with(reading, mention)) == 1:
            return mention
    return None


def _is_of_older(reading: Reading, mention: PlaceMention) -> bool:
    """Whether the clause of a place tells of a day long past: "in 2014, rebels seized *Arvan*"."""
    document, published = reading.document, reading.document.article.published
    sentence = document.sentence_at(mention.evidence.start)
    name = document.root_of(mention.evidence.start, mention.evidence.end)
    clauses: tuple[int, ...] = ()
    for day in reading.dates:
        if sentence.start <= day.evidence.start < sentence.end and name is not None:
            clauses = clauses or clauses_above(document, name.index)
            root = document.root_of(day.evidence.start, day.evidence.end)
            own = root is not None and clause_of(document, root.index) in clauses
            if own and is_old(day.value, published, None):
                return True
    return False


def town_around(reading: Reading, own: Found[Place], scene: Found[Place] | None) -> Found[Place]:
    """The town of the scene for a market or square that the gazetteer lacks; else the name itself.

    A village that nobody knows ("in Zorvale"), a border crossing or a mine is not in the town
    from which an article is sent.
    """
    if scene is None or scene.made_by not in {"place.dateline", "place.lead"}:
        return scene or own
    if scene.made_by == "place.lead" and not _is_dateline(reading, scene):
        return scene
    named = [m for m in reading.places if m.evidence == own.evidence]
    village = any(m.kind == "toponym" for m in named)
    afield = own.value.name.casefold().rpartition(" ")[2] in scene_words().afield
    return own if village or afield else scene


def _is_dateline(reading: Reading, scene: Found[Place]) -> bool:
    return any(m.use == "dateline" and m.evidence == scene.evidence for m in reading.places)


def whole_country(reading: Reading, start: int) -> Found[Place] | None:
    """The country whose name or adjective a sentence gives that tells of all of it.

    "The Volda ministry deployed 38,000 officers *throughout the country*".
    """
    document = reading.document
    sentence = document.sentence_at(start)
    text = document.text[sentence.start : sentence.end]
    if not _ALL_OVER.search(text):
        return None
    named = [
        m
        for m in reading.places
        if sentence.start <= m.evidence.start < sentence.end
        and m.place is not None
        and m.place.precision == "country"
    ]
    return _only_one(named, "place.whole_country", 0.6)


def _town_of_somebody(reading: Reading, start: int) -> PlaceMention | None:
    """The town that the lead names before somebody: "A *Lahore* trader was shot dead"."""
    document = reading.document
    for mention in reading.places:
        sentence = document.sentence_at(mention.evidence.start)
        early = sentence.paragraph <= 1 and mention.evidence.start < start
        town = mention.use == "modifier" and mention.kind == "toponym" and is_known(mention)
        if early and town:
            return mention
    return None


def home_of(
    reading: Reading,
    actors: Sequence[ActorMention],
    *,
    sectors: frozenset[str] = _AT_HOME,
    towns: bool = False,
) -> Found[Place] | None:
    """The country whose police, courts or offices acted, by their name: "Kenyan police".

    States, armies and groups act abroad as well: their names give no place. With `towns`, only
    the town of a body ("the Arvan High Court", "Arvan police").
    """
    for actor in actors:
        if not sectors & set(actor.actor.sectors) or actor.actor.kind == "country":
            continue
        for mention in reading.places:
            inside = actor.evidence.start <= mention.evidence.start < actor.evidence.end
            place = mention.place
            fits = place is not None and (
                is_known(mention) if towns else place.precision == "country"
            )
            if inside and fits:
                return found_place(mention, "place.home", 0.25)
    return None


def _is_left(document: Document, mention: PlaceMention) -> bool:
    """Whether somebody comes from a place: "troops were sent *from Arvan*"."""
    token = document.token_at(mention.evidence.start)
    before = document.tokens[max(token.index - 1, 0)] if token is not None else None
    return before is not None and before.text.casefold() == "from"


def _only_one(
    mentions: Sequence[PlaceMention], rule: str, confidence: float
) -> Found[Place] | None:
    """The place that all mentions name, if they name one."""
    named = [m for m in mentions if m.place is not None]
    one = bool(named) and all(
        m.place is not None and named[0].place is not None and same_place(m.place, named[0].place)
        for m in named
    )
    return found_place(named[0], rule, confidence) if one else None
