"""A telling: one trigger with all that its sentence says of the act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from reportedly.find.events.clauses import act_noun
from reportedly.find.events.reality.reading import (
    OCCASION,
    SPEECH_TYPES,
    Reality,
    read_reality,
)
from reportedly.find.events.reality.rules import RealityRules
from reportedly.find.events.told.announced import announcer
from reportedly.find.events.told.attribution import (
    Voice,
    read_voice,
    speaker_as_actor,
    speaker_of,
)
from reportedly.find.events.told.bearers import COUNTRY, OF_STATES
from reportedly.find.events.told.charges import is_held_against
from reportedly.find.events.told.commemorated import is_commemorated
from reportedly.find.events.told.days import day_and_reality
from reportedly.find.events.told.known import KNOWN, is_known
from reportedly.find.events.told.linked import with_linked
from reportedly.find.events.told.mediators import without_mediators
from reportedly.find.events.told.naming import (
    FURTHER,
    Which,
    dates_itself,
    has_other_cause,
    is_aside,
    is_by_new_attack,
    is_central,
    is_definite,
    is_fresh,
    is_headline,
    is_peripheral,
    is_total,
    named_by,
    passage_of,
    tells_a_sum,
    which_of_several,
    words_before,
)
from reportedly.find.events.told.nearby import (
    OWN_CLAUSE,
    TOO_FAR,
    in_phrase,
    is_laid_to_somebody,
    is_of_verb_before,
)
from reportedly.find.events.told.over_time import sums_up
from reportedly.find.events.told.place import names_no_place, own_places
from reportedly.find.events.told.roles import Roles, read_roles
from reportedly.find.events.told.scene import town_before
from reportedly.find.events.told.since import is_begun, is_since
from reportedly.find.events.told.stances import StanceWords
from reportedly.find.events.told.when import is_old
from reportedly.find.events.triggers.slots import subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.reading import Reading, outlet_link
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import (
    Attribution,
    DateValue,
    Evidence,
    Found,
    Place,
    QuoteKind,
)

_LASTING = timedelta(days=180)  # of a state, after which nobody tells it as news


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one passage tells of one act, before mentions of the same act are joined.

    `places` and `date` are what the passage itself gives; several places are a list over which
    the act is spread.
    """

    trigger: Trigger
    span: Evidence  # the words of the trigger
    evidence: Evidence  # the passage that tells the act
    sentence: int
    paragraph: int
    reality: Reality
    roles: Roles
    chain: Attribution
    quote: QuoteKind | None  # kind of the smallest scope around it
    places: tuple[Found[Place], ...] = ()
    date: Found[DateValue] | None = None
    framed: Place | None = None  # the town named before in its paragraph, where it names none
    definite: bool = False  # "the march", "that attack": names an act told before
    points_close: bool = False  # "that attack", "this march"
    ordinal: bool = False  # "the second march"
    which: Which | None = None  # "in the first raid": of several acts
    dated_noun: bool = False  # "Tuesday's march", "the killing in 2017"
    fresh: bool = False  # "a second march", "another attack": a further act
    introduced: bool = False  # "a rally": not named before
    by_attack: bool = False  # "killed in an ambush": harm by an attack not named before
    central: bool = False  # told by the main clause of its sentence
    other_cause: bool = False  # a death "of other causes": no part of an attack
    headline: bool = False  # told in a line without a full stop, before the text proper
    peripheral: bool = False  # only named in the clause of another act ("at the end of a march")
    summary: bool = False  # a total over many acts: "300 raids this year"
    aside: bool = False  # told to date another act: "a day after gunmen shot him"
    given: bool = False  # taken for granted by another verb ("denied firing at the march")
    described: bool = False  # a clause of its own says more of it: "a march that drew 200"
    retold: bool = False  # told as something older
    begun: bool = False  # "since rebels took Arvan": undated, before the news
    old: bool = False  # its own date lies long before the publication
    denied: bool = False  # the innermost speaker denies it
    own_part: bool = False  # the speaker denies a part of his own in it
    answers: int | None = None  # the denied act, told elsewhere: its first trigger's word
    withdraws: bool = False  # the outlet takes it back
    unnamed_places: bool = False  # "in several cities"
    list_key: str | None = None
    campaign: Found[str] | None = None


def read_telling(
    reading: Reading,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    rules: RealityRules,
    stances: StanceWords,
) -> Telling:
    """Read what the sentence around a trigger says of its act.

    Args:
        reading: what is known of the article.
        trigger: the word that tells the act.
        triggers: all triggers of the article; values in their phrases are theirs.
        rules: the word lists of `reality.toml`.
        stances: the word lists of `stances.toml`.
    """
    document = reading.document
    token = document.tokens[trigger.token]
    noun = named_by(reading, trigger) if document.has_syntax else None
    voice = read_voice(reading, trigger, stances)
    reality = _as_denied(read_reality(document, trigger, rules), voice)
    believed = voice.quote == "belief"
    known = document.has_syntax and is_known(
        document, trigger, reality, reading.dates, believed=believed
    )
    if known:
        reality = Reality(reason=KNOWN, dating=reality.dating)
    given = document.has_syntax and _is_given(document, trigger, triggers, voice)
    denies = voice.stance == "denies"
    definite = is_definite(document, noun, trigger)
    close = reality.dating or (definite and trigger.nominal) or trigger.type in SPEECH_TYPES
    close = close or reality.reason == OCCASION
    places = _named_places(reading, trigger, triggers, close=close)
    date, reality = day_and_reality(reading, trigger, triggers, reality, close=close, denied=denies)
    background = reality.dating and trigger.nominal
    chain = voice.chain[:-1] if given and denies else voice.chain
    if background and not denies and voice.quote == "indirect" and not given:
        chain = (outlet_link(document.article),)  # an occasion is background, nobody's claim
    roles = _roles(reading, trigger, voice, planned=reality.realis == "planned")
    places = _without_parties(places, roles, trigger)
    dated = dates_itself(document, noun, date)
    older = background and bool(places or dated) and not _is_new(document, noun, date)
    lasting = date is not None and _has_lasted(document, date)
    begun = date is None and is_begun(document, trigger)
    before = frozenset[str]() if noun is None else words_before(document, noun)
    return Telling(
        trigger=trigger,
        span=document.span(document.tokens[trigger.first : trigger.last]),
        evidence=passage_of(document, trigger, triggers, reality),
        sentence=token.sentence,
        paragraph=document.sentences[token.sentence].paragraph,
        reality=reality,
        roles=roles,
        chain=chain,
        quote=None if known and believed else voice.quote,
        places=places,
        date=date,
        framed=None if places else town_before(reading, token.start),
        definite=definite,
        points_close=bool(before & {"that", "this"}),
        ordinal=bool(before & FURTHER),
        which=which_of_several(document, trigger) if document.has_syntax else None,
        dated_noun=dated,
        fresh=is_fresh(document, noun, trigger) or _is_past_of_whom(document, trigger, triggers),
        introduced=bool(before & {"a", "an"}),
        by_attack=document.has_syntax and is_by_new_attack(document, trigger),
        summary=tells_a_sum(document, trigger)
        or sums_up(document, trigger)
        or (noun is not None and is_total(document, noun, date)),
        aside=document.has_syntax and is_aside(document, trigger),
        given=given,
        described=noun is not None and document.child(noun.index, "relcl") is not None,
        central=document.has_syntax and is_central(document, noun, trigger),
        other_cause=document.has_syntax and has_other_cause(document, trigger),
        headline=is_headline(document, token.sentence),
        peripheral=is_peripheral(document, noun, trigger, triggers),
        retold=older or lasting or begun or _is_retold(document, trigger, triggers, date),
        old=lasting or (date is not None and is_old(date.value, document.article.published, None)),
        denied=denies and not given,
        own_part=voice.own_part,
        begun=begun,
        unnamed_places=bool(document.has_syntax) and names_no_place(document, trigger),
    )


def _named_places(
    reading: Reading, trigger: Trigger, triggers: Sequence[Trigger], *, close: bool
) -> tuple[Found[Place], ...]:
    """The places of the clause, or those of a verb of words that stand before it."""
    document = reading.document
    places = own_places(reading, trigger, triggers, OWN_CLAUSE if close else TOO_FAR)
    if places or trigger.type not in SPEECH_TYPES or not document.has_syntax:
        return places
    return tuple(
        place
        for place in own_places(reading, trigger, triggers)
        if is_of_verb_before(document, trigger.token, place.evidence)
    )


def _is_retold(
    document: Document,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    date: Found[DateValue] | None,
) -> bool:
    """Whether an act is older than the news: dated by another one, commemorated, or charged."""
    if date is None:
        charged = is_held_against(document, trigger.token, triggers)
        return charged or is_commemorated(document, trigger)
    begun = is_since(document, date.evidence) and is_old(
        date.value, document.article.published, None
    )
    return begun or date.made_by == "date.interval" or is_commemorated(document, trigger)


def _has_lasted(document: Document, date: Found[DateValue]) -> bool:
    """'The town has been under siege *since 2019*': a state that began long ago."""
    begun, published = date.value.earliest, document.article.published
    if begun is None or published is None or not is_since(document, date.evidence):
        return False
    return published - begun > _LASTING


def _is_new(document: Document, noun: Token | None, date: Found[DateValue] | None) -> bool:
    """'The site was down after a cyber attack in Arvan': a cause not told before, nor old.

    'Nine were held *during* the rally': at the time of what is told.
    """
    if noun is None or (date is not None and is_old(date.value, document.article.published, None)):
        return False
    word = document.head(noun).text.casefold()
    cause = word in {"after", "following", "amid"} and {"a", "an"} & words_before(document, noun)
    return word == "during" or bool(cause)


def _as_denied(reality: Reality, voice: Voice) -> Reality:
    """What is denied is the act itself: "nothing to do with", "for shooting" name no purpose.

    Nor is "any violence" a rule there.
    """
    if voice.stance != "denies":
        return reality
    if reality.reason in {"purpose", "reason.preposition", "generic.determiner"}:
        reality = replace(reality, no_act=False, realis="actual")
    return replace(reality, polarity="positive") if voice.by_negation else reality


def _roles(reading: Reading, trigger: Trigger, voice: Voice, *, planned: bool) -> Roles:
    taking_part = without_mediators(reading, trigger)
    roles = with_linked(taking_part, trigger, read_roles(taking_part, trigger))
    if planned and not roles.actors and reading.document.has_syntax:
        holder = announcer(reading, trigger, voice)
        return roles if holder is None else replace(roles, actors=(holder,))
    if not voice.claimed:
        return roles if roles.actors else _with_himself(reading, trigger, voice, roles)
    speaker = speaker_as_actor(reading, voice.chain[-1])
    return replace(roles, actors=(speaker,))


def _with_himself(reading: Reading, trigger: Trigger, voice: Voice, roles: Roles) -> Roles:
    """'"We will not negotiate," the premier said': who speaks so of an act of words does it."""
    document = reading.document
    speaker = speaker_of(voice.chain)
    said = voice.quote in {"direct", "mixed"} and trigger.type != "ASSAULT"
    if not said or speaker is None or trigger.nominal or not document.has_syntax:
        return roles
    selves = {t.text.casefold() for t in subjects(document, trigger.token)} & {"i", "we"}
    himself = speaker_as_actor(reading, speaker)
    return replace(roles, actors=(himself,)) if selves and himself.actor.sectors else roles


def _without_parties(
    places: tuple[Found[Place], ...], roles: Roles, trigger: Trigger
) -> tuple[Found[Place], ...]:
    """Places that are no party to an act of words: "sanctions on Iran" are not set in Iran."""
    if trigger.type not in OF_STATES | {"AID"}:
        return places
    parties = [m.evidence for m in (*roles.actors, *roles.recipients)]
    if len(places) > 1:  # "the ministers of Dorna and Volda signed it in Arvan"
        outside = tuple(
            place
            for place in places
            if not any(e.start <= place.evidence.start < e.end for e in parties)
        )
        places = outside or places
    if len(places) > 1 and trigger.type in SPEECH_TYPES - {"CONSULT", "THREATEN"}:
        return ()  # "many countries, including Dorna and Volda, called for it": who, not where
    starts = {m.evidence.start for m in (*roles.actors, *roles.recipients) if m.made_by == COUNTRY}
    return tuple(place for place in places if place.evidence.start not in starts)


def _is_past_of_whom(document: Document, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """'Shot the author of *the murder* of a judge': another attack than that on him."""
    attacks = (t for t in triggers if t.type == "ASSAULT" and not t.nominal)
    return trigger.type == "ASSAULT" and any(
        is_laid_to_somebody(document, trigger, attack) for attack in attacks
    )


def _is_given(
    document: Document, trigger: Trigger, triggers: Sequence[Trigger], voice: Voice
) -> bool:
    """ "denied firing at the march": what is denied is the firing; the march is given."""
    if not trigger.nominal or not is_definite(document, act_noun(document, trigger), trigger):
        return False
    return any(
        not other.nominal and in_phrase(document, trigger.token, other.token)
        for other in triggers
        if other.token not in {trigger.token, voice.denied_by}
    )
