"""Where an act was, by its own sentence: the place that its clause names, or points back to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.find.events.clauses import clause_of
from reportedly.find.events.told.asides import (
    is_aside,
    is_landmark,
    is_of_offices,
    is_trait,
    lies_near,
)
from reportedly.find.events.told.further_objects import with_next_object
from reportedly.find.events.told.listed import is_far_end, listed_with
from reportedly.find.events.told.nearby import TOO_FAR, cost, in_content, is_elsewhere
from reportedly.find.events.told.not_there import (
    is_doer,
    is_home,
    is_in_reason,
    is_mission,
    is_of_inquiry,
    is_of_journey,
    is_of_treatment,
    is_other_side,
    is_seat,
)
from reportedly.find.events.told.toponyms import WIDE, found_place, is_known, is_location, is_placed
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.word_lists import scene_words
from reportedly.find.events.words import words
from reportedly.find.reading import Reading, scope_at
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import EventType, Found, Place, PlaceMention, Scope

_IN = words("in at near outside inside")
_HOLDING = words("in of under at near within inside")
_LONGEST_LINK = 8  # words from a place to what holds it
_FINENESS = ("site", "town", "district", "province", "region", "country")
_OF_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "SUPPORT", "THREATEN"})
_VAGUE = words("several various many numerous other some different dozens few")
_OPENERS = frozenset({"In", "At", "Near", "Outside"})
_LARGE = frozenset({"city", "county", "district", "province", "region", "town", "village"})
_HERE = frozenset({"the", "this", "that", "same"})
_NAMING = frozenset({"prep", "compound", "nmod", "appos"})  # "the Arvan village", "the town of X"


def own_places(
    reading: Reading, trigger: Trigger, triggers: Sequence[Trigger], limit: float = TOO_FAR
) -> tuple[Found[Place], ...]:
    """The places that the sentence of a trigger gives for its act, several if it lists them.

    The nearest location in the same clause wins, then that of a clause beside it. Datelines,
    demonyms, road names and places of another act's phrase never do.
    """
    document = reading.document
    at = document.tokens[trigger.token]
    where = _where(reading, trigger)
    if where is not None:
        return (where,)
    scope = scope_at(reading.scopes, at.start, at.end)
    ranked = sorted(
        (
            (_price(reading, trigger, m, triggers, scope), n, m)
            for n, m in _here(reading, at, triggers)
        ),
        key=lambda row: (row[0], row[1]),
    )
    ranked = [row for row in ranked if row[0] < limit]
    if not ranked or ranked[0][0] >= 1.9:
        pointed = _pointed_at(reading, trigger)
        if pointed is not None:
            return (pointed,)
    if not ranked:
        return ()
    price, _, nearest = ranked[0]
    best = _closest_told(reading, nearest)
    if best.place is None or best.place.lat is None:
        best = _known_beside(best, [m for _, _, m in ranked]) or best
    rule, confidence = ("place.clause", 0.9) if price < 2.0 else ("place.sentence", 0.7)
    listed = listed_with(reading, best)
    if len(listed) == 1:
        listed = with_next_object(reading, triggers, best, [m for _, _, m in ranked])
    return tuple(found_place(m, rule, confidence) for m in listed)


def _where(reading: Reading, trigger: Trigger) -> Found[Place] | None:
    """The place that a clause tells more about: "in *Arvan*, where farmers blocked a road"."""
    document = reading.document
    at = document.tokens[trigger.token]
    if trigger.nominal and at.dep not in {"nsubj", "nsubjpass", "dobj"}:
        return None  # "where he had hidden since the raid"
    clause = document.tokens[clause_of(document, trigger.token)]
    opens = any(t.text.casefold() == "where" for t in document.children(clause.index))
    if clause.dep != "relcl" or not opens:
        return None
    start = document.head(clause).start
    named = (m for m in reading.places if m.evidence.start <= start < m.evidence.end)
    found = next((m for m in named if is_location(m) and is_known(m)), None)
    return None if found is None else found_place(found, "place.where", 0.85)


def _here(
    reading: Reading, at: Token, triggers: Sequence[Trigger]
) -> list[tuple[int, PlaceMention]]:
    sentence = reading.document.sentences[at.sentence]
    acts = {t.token: t.type for t in triggers if t.nominal}
    visited = any(t.token == at.index and t.mode == "visit" for t in triggers)
    # "called on Hanoi to free her": the capital stands for its government
    governments = {
        a.evidence.start
        for a in reading.actors
        if a.made_by == "actors.metonym" and not is_placed(reading.document, a.head, visited)
    }
    found = [
        (n, m)
        for n, m in enumerate(reading.places)
        if sentence.start <= m.evidence.start < sentence.end
        and (is_location(m) or _names_site(reading.document, m, acts))
        and m.evidence.start not in governments
        and not is_of_treatment(reading.document, m, at)
        and not is_other_side(reading.document, m)
        and not is_seat(reading.document, m)
        and not is_far_end(reading, m)
    ]
    # "in Arvan, 30 km north of Coro", "in Arvan, near Coro": Coro only where Arvan is not known
    document = reading.document
    if any(is_location(m) and is_known(m) and not is_aside(reading, m) for _, m in found):
        found = [(n, m) for n, m in found if not is_landmark(document, m)]
    beside = [m for _, m in found if is_known(m)]
    return [(n, m) for n, m in found if not any(lies_near(document, b, m) for b in beside)]


def _closest_told(reading: Reading, mention: PlaceMention) -> PlaceMention:
    """The innermost known place of the chain in which a mention stands.

    'Arvan village of Belt block in Sena district': the village; the block if nobody knows the
    village, else the district.
    """
    document = reading.document
    sentence = document.sentence_at(mention.evidence.start)
    here = [
        m
        for m in reading.places
        if sentence.start <= m.evidence.start < sentence.end
        and m.use in {"location", "modifier"}
        and m.kind != "demonym"
    ]
    if mention not in here:
        return mention
    at = here.index(mention)
    known = mention.place is not None and mention.place.lat is not None
    if not known:
        while at + 1 < len(here) and _lies_in(document, here[at], here[at + 1]):
            at += 1
            if here[at].place is not None:
                return here[at]
        return mention
    outer = here[at + 1] if at + 1 < len(here) else None
    inside = outer is not None and _lies_in(document, mention, outer)
    if outer is not None and inside and is_elsewhere(mention.place, outer.place):
        return outer  # the inner name was read as that of a namesake far away
    best = mention
    while at + 1 < len(here) and _owns(document, here[at], here[at + 1]):
        if not _is_finer(here[at + 1].place, best.place, alike=True):
            break
        at += 1
        best = here[at]
    while at and is_location(here[at - 1]) and _lies_in(document, here[at - 1], here[at]):
        at -= 1
        if _is_finer(here[at].place, best.place):
            best = here[at]
    return best


def _known_beside(unknown: PlaceMention, near: Sequence[PlaceMention]) -> PlaceMention | None:
    """The next known place behind one that nobody knows: 'a farm on the outskirts of Arvan'."""
    behind = [
        m
        for m in near
        if m.evidence.start > unknown.evidence.start
        and is_location(m)
        and m.place is not None
        and m.place.lat is not None
        and m.place.precision not in WIDE
    ]
    return min(behind, key=lambda m: m.evidence.start, default=None)


def _lies_in(document: Document, inner: PlaceMention, outer: PlaceMention) -> bool:
    """Whether the words between two places say that the second holds the first."""
    between = document.tokens_in(inner.evidence.end, outer.evidence.start)
    if not 0 < len(between) <= _LONGEST_LINK:
        return False
    links = [t for t in between if t.pos in {"ADP", "SCONJ"}]
    if not links or any(t.text.casefold() not in _HOLDING for t in links):
        return False
    return all(t.pos in {"ADP", "SCONJ", "DET", "NOUN", "PROPN", "ADJ"} for t in between)


def _owns(document: Document, outer: PlaceMention, inner: PlaceMention) -> bool:
    """'Nigeria's northern *Zamfara* state', 'the Lagos suburb of *Ikeja*'."""
    between = document.tokens_in(outer.evidence.end, inner.evidence.start)
    if not 0 < len(between) <= _LONGEST_LINK:
        return False
    called = between[-1].text == "of" and between[0].lemma in scene_words().parts
    if between[0].dep != "case" and not called:
        return False
    return called or all(t.pos in {"ADJ", "NOUN", "PROPN"} or t.text == "of" for t in between[1:])


def _is_finer(inner: Place | None, outer: Place | None, *, alike: bool = False) -> bool:
    if inner is None or outer is None or inner.lat is None or inner.country != outer.country:
        return False
    return _FINENESS.index(inner.precision) < _FINENESS.index(outer.precision) + alike


def _names_site(
    document: Document, mention: PlaceMention, acts: Mapping[int, EventType | None]
) -> bool:
    """Whether a town stands before a building or an act in it: "a Nairobi hotel", "march".

    A country before an attack is whose attack it is ("US strikes").
    """
    if mention.use != "modifier" or mention.kind == "demonym" or mention.place is None:
        return False
    root = document.root_of(mention.evidence.start, mention.evidence.end)
    if root is None or root.dep not in {"compound", "nmod", "poss", "amod"}:
        return False
    head = document.head(root)
    if acts.get(head.index) == "ASSAULT" and mention.place.precision == "country":
        return False
    if is_mission(mention, head):
        return False
    if head.lemma == "police" and mention.place.precision in WIDE:
        return False  # "a murder in the area, *Sena* police said"
    is_site = head.lemma in scene_words().sites
    return is_site or head.index in acts or _opens_sentence(document, root, head)


def _opens_sentence(document: Document, name: Token, noun: Token) -> bool:
    """'In Arvan youths threw stones': parsers take the town for a part of the subject."""
    first = document.sentences[name.sentence].first
    opens = name.index == first + 1 and document.tokens[first].text in _OPENERS
    return opens and noun.dep in {"nsubj", "nsubjpass"} and noun.tag == "NNS"


def _price(
    reading: Reading,
    trigger: Trigger,
    mention: PlaceMention,
    triggers: Sequence[Trigger],
    scope: Scope | None,
) -> float:
    price = cost(reading.document, trigger, mention.evidence, triggers, scope)
    if mention.use == "modifier":
        price += 0.6
    if mention.place is None or mention.place.lat is None:
        price += 0.9  # an unknown site gives way to a known town of the same clause
    elif mention.place.precision in WIDE:
        price += 0.5
    if trigger.type == "MOBILIZE" and _is_origin(reading.document, mention):
        price += TOO_FAR  # troops sent from one town act in the other
    if trigger.type == "SANCTION" and is_in_reason(reading.document, trigger, mention):
        price += TOO_FAR  # "expelled a diplomat for spying in Arvan"
    if is_doer(reading.document, trigger, mention, triggers) or is_home(reading, trigger, mention):
        price += TOO_FAR
    if is_of_journey(reading.document, trigger, mention):
        price += TOO_FAR
    if is_of_inquiry(reading.document, trigger, mention):
        price += TOO_FAR
    if is_trait(reading.document, trigger, mention) or is_of_offices(reading.document, mention):
        price += TOO_FAR
    if trigger.type in _OF_WORDS and in_content(reading.document, trigger.token, mention.evidence):
        price += TOO_FAR  # "urged them to meet in Arvan": not said there
    return price


def _is_origin(document: Document, mention: PlaceMention) -> bool:
    token = document.token_at(mention.evidence.start)
    return (
        token is not None
        and token.index > 0
        and document.tokens[token.index - 1].text.casefold() == "from"
    )


def names_no_place(document: Document, trigger: Trigger) -> bool:
    """Whether the clause spreads the act over places that it does not name: "in several cities"."""
    for token in document.subtree(clause_of(document, trigger.token)):
        if token.lemma in scene_words().unnamed and token.dep == "pobj":
            if document.head(token).text.casefold() not in {"in", "across", "throughout", "at"}:
                continue
            around = {t.text.casefold() for t in document.children(token.index)}
            if around & _VAGUE or any(t.dep == "nummod" for t in document.children(token.index)):
                return True
    return False


# --- "there", "the town" ----------------------------------------------------------------------


def _pointed_at(reading: Reading, trigger: Trigger) -> Found[Place] | None:
    """The place that "there" or "the town" in the clause refers back to."""
    document = reading.document
    clause = _since_worst(document, clause_of(document, trigger.token))
    known = scene_words()
    for token in document.subtree(clause):
        word = token.text.casefold()
        there = word == "there" and token.dep not in {"expl", "nsubj"}
        same = any(t.text.casefold() == "same" for t in document.children(token.index))
        settlement = (
            (token.lemma in known.settlements or (same and token.lemma in known.spots))
            and token.dep == "pobj"
            and any(t.text.casefold() in _HERE for t in document.children(token.index))
            and not any(t.dep in _NAMING for t in document.children(token.index))
        )
        site = _site_before(reading, token)
        if site is not None:
            return found_place(site, "place.back_reference", 0.6)
        if there or settlement:
            before = (m for m in reversed(reading.places) if m.evidence.end <= token.start)
            nearest = next((m for m in before if _goes_before(reading, m, token)), None)
            if nearest is not None:
                return found_place(nearest, "place.back_reference", 0.6)
    return None


def _since_worst(document: Document, clause: int) -> int:
    """The noun of 'the worst *raid* there since 2019, when rebels killed 12', else the clause."""
    verb = document.tokens[clause]
    since = document.head(document.head(verb))
    if verb.dep != "relcl" or since.text.casefold() != "since":
        return clause
    noun = document.head(since)
    worst = any(t.tag in {"JJS", "RBS"} for t in document.children(noun.index))
    return noun.index if worst and noun.pos == "NOUN" else clause


def _site_before(reading: Reading, site: Token) -> PlaceMention | None:
    """The town of "the court" that was "a *Kampala* court" or "a court in *Kampala*" before."""
    document = reading.document
    the = any(t.text.casefold() == "the" for t in document.children(site.index))
    alone = not any(t.dep in _NAMING for t in document.children(site.index))
    before = document.head(site)
    at = before.text in _IN or document.head(before).text == "front"  # "in front of the court"
    sites = scene_words().sites | scene_words().afield
    if site.lemma not in sites or site.dep != "pobj" or not (the and alone and at):
        return None
    for token in reversed(document.tokens[: site.index]):
        if token.lemma != site.lemma:
            continue
        inside = {t.start for t in document.subtree(token.index)}
        behind = document.tokens[token.index + 1 : token.index + 3]
        if len(behind) > 1 and behind[0].text in _IN:
            inside.add(behind[1].start)  # parsers hang "in Kampala" on the verb
        named = [m for m in reading.places if m.evidence.start in inside and is_known(m)]
        if named:
            return named[0] if len(named) == 1 else None
    return None


def _goes_before(reading: Reading, mention: PlaceMention, word: Token) -> bool:
    """Whether "the town" can be a place told before, or that of its own paragraph ("LAGOS: …").

    Also that of somebody in the same sentence: "*Arvan*'s mayor was shot in the town".
    """
    document = reading.document
    here = document.sentences[word.sentence].paragraph
    own = document.sentence_at(mention.evidence.start).paragraph == here
    told = is_location(mention) or (own and mention.use == "dateline")
    same = document.sentence_at(mention.evidence.start).index == word.sentence
    told = told or (same and mention.use == "modifier" and mention.kind != "demonym")
    site = mention.place is not None and mention.place.precision == "site"
    large = word.lemma in _LARGE and (site or mention.evidence.quote == "capital")
    return told and is_known(mention) and not large and not is_aside(reading, mention)
