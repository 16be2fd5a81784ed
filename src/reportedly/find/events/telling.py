"""A telling: one trigger with all that its sentence says of the act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.find.events.attribution import Voice, read_voice, speaker_as_actor
from reportedly.find.events.clauses import act_noun, clause_of, clause_span, heads_clause
from reportedly.find.events.nearby import OWN_CLAUSE, TOO_FAR, in_phrase
from reportedly.find.events.place import names_no_place, own_places
from reportedly.find.events.reality import SPEECH_TYPES, Reality, read_reality
from reportedly.find.events.reality_rules import RealityRules
from reportedly.find.events.roles import Roles, read_roles
from reportedly.find.events.slots import after_preposition, subjects
from reportedly.find.events.triggers import Trigger
from reportedly.find.events.when import is_old, own_date
from reportedly.find.events.words import words
from reportedly.find.reading import Reading, outlet_link
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import (
    Attribution,
    DateValue,
    EventType,
    Evidence,
    Found,
    Place,
    QuoteKind,
)

_POINTING = frozenset({"the", "that", "this", "these", "those", "both"})
_HEAD = 2  # paragraphs in which a headline can stand
_HEADLINE = 20  # its longest, in words
_MANY = 10  # acts that nobody tells one by one
_FURTHER = words(
    "second third fourth fifth another further new separate other additional fresh similar"
)


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
    definite: bool = False  # "the march", "that attack": names an act told before
    points_close: bool = False  # "that attack", "this march"
    ordinal: bool = False  # "the second march"
    dated_noun: bool = False  # "Tuesday's march", "the killing in 2017"
    fresh: bool = False  # "a second march", "another attack": a further act
    central: bool = False  # told by the main clause of its sentence
    other_cause: bool = False  # a death "of other causes": no part of an attack
    headline: bool = False  # told in a line without a full stop, before the text proper
    peripheral: bool = False  # only named in the clause of another act ("at the end of a march")
    summary: bool = False  # a total over many acts: "300 raids this year"
    given: bool = False  # taken for granted by another verb ("denied firing at the march")
    described: bool = False  # a clause of its own says more of it: "a march that drew 200"
    retold: bool = False  # told as something older
    denied: bool = False  # the innermost speaker denies it
    own_part: bool = False  # the speaker denies a part of his own in it
    withdraws: bool = False  # the outlet takes it back
    unnamed_places: bool = False  # "in several cities"
    list_key: str | None = None
    campaign: Found[str] | None = None


def read_telling(
    reading: Reading, trigger: Trigger, triggers: Sequence[Trigger], rules: RealityRules
) -> Telling:
    """Read what the sentence around a trigger says of its act.

    Args:
        reading: what is known of the article.
        trigger: the word that tells the act.
        triggers: all triggers of the article; values in their phrases are theirs.
        rules: the word lists of `reality.toml`.
    """
    document = reading.document
    token = document.tokens[trigger.token]
    noun = _named_by(reading, trigger) if document.has_syntax else None
    reality = read_reality(document, trigger, rules)
    voice = read_voice(reading, trigger)
    given = document.has_syntax and _is_given(document, trigger, triggers)
    chain = voice.chain[:-1] if given and voice.stance == "denies" else voice.chain
    definite = _is_definite(document, noun, trigger)
    close = reality.dating or (definite and trigger.nominal) or trigger.type in SPEECH_TYPES
    limit = OWN_CLAUSE if close else TOO_FAR
    places = own_places(reading, trigger, triggers, limit)
    date = own_date(reading, trigger, triggers, limit)
    reality = _not_yet(reading, reality, date, trigger.type)
    if trigger.type in SPEECH_TYPES and date is not None and _is_ahead(reading, date):
        date = None  # the day of what is asked for or agreed, not of the asking
    if date is None and reality.dating and trigger.nominal:
        date = _older_date(reading, trigger, triggers)
    if reality.dating and trigger.nominal and voice.quote == "indirect" and not given:
        chain = (outlet_link(document.article),)  # an occasion is background, nobody's claim
    retold = date is not None and date.made_by == "date.interval"
    dated = _dates_itself(document, noun, date)
    return Telling(
        trigger=trigger,
        span=document.span(document.tokens[trigger.first : trigger.last]),
        evidence=_passage(document, trigger, triggers, reality),
        sentence=token.sentence,
        paragraph=document.sentences[token.sentence].paragraph,
        reality=reality,
        roles=_roles(reading, trigger, voice),
        chain=chain,
        quote=voice.quote,
        places=places,
        date=date,
        definite=definite,
        points_close=noun is not None and bool(_before(document, noun) & {"that", "this"}),
        ordinal=noun is not None and bool(_before(document, noun) & _FURTHER),
        dated_noun=dated,
        fresh=_is_fresh(document, noun, trigger),
        summary=noun is not None and _is_total(document, noun, date),
        given=given,
        described=noun is not None and any(t.dep == "relcl" for t in document.children(noun.index)),
        central=document.has_syntax and _is_central(document, noun, trigger),
        other_cause=document.has_syntax and _has_other_cause(document, trigger),
        headline=_is_headline(document, token.sentence),
        peripheral=_is_peripheral(document, noun, trigger, triggers),
        retold=retold or (reality.dating and trigger.nominal and bool(places or dated)),
        denied=voice.stance == "denies" and not given,
        own_part=voice.own_part,
        unnamed_places=bool(document.has_syntax) and names_no_place(document, trigger),
    )


def _roles(reading: Reading, trigger: Trigger, voice: Voice) -> Roles:
    roles = read_roles(reading, trigger)
    if not voice.claimed:
        return roles
    speaker = speaker_as_actor(reading, voice.chain[-1])
    return replace(roles, actors=(speaker,))


def _not_yet(
    reading: Reading, reality: Reality, date: Found[DateValue] | None, kind: EventType | None
) -> Reality:
    """An act dated after the publication is planned, whatever the verb says."""
    if date is None or not _is_ahead(reading, date):
        return reality
    if reality.realis != "actual" or kind in SPEECH_TYPES:
        return reality
    return replace(reality, realis="planned", reason="after publication")


def _older_date(
    reading: Reading, trigger: Trigger, triggers: Sequence[Trigger]
) -> Found[DateValue] | None:
    """A date elsewhere in the sentence that can only be that of the older act: ", in 2017"."""
    found = own_date(reading, trigger, triggers)
    published = reading.document.article.published
    return found if found is not None and is_old(found.value, published, None) else None


def _is_ahead(reading: Reading, date: Found[DateValue]) -> bool:
    published = reading.document.article.published
    earliest = date.value.earliest
    return published is not None and earliest is not None and earliest > published


def _named_by(reading: Reading, trigger: Trigger) -> Token | None:
    """The noun that names the act, also as subject of the trigger: "the blast killed two"."""
    document = reading.document
    noun = act_noun(document, trigger)
    if noun is not None:
        return noun
    heads = {m.head for m in reading.actors}
    for subject in subjects(document, trigger.token):
        if subject.pos == "NOUN" and subject.index not in heads:
            return subject
    return None


def _is_central(document: Document, noun: Token | None, trigger: Trigger) -> bool:
    token = document.tokens[trigger.token]
    if trigger.nominal:
        subject = token.dep in {"nsubj", "nsubjpass"} or token.head == token.index
        if not subject or noun is None:
            return False
    clause = document.tokens[clause_of(document, trigger.token)]
    while clause.dep in {"conj", "ccomp"} and clause.head != clause.index:
        clause = document.tokens[clause_of(document, clause.head)]
    return clause.head == clause.index and (
        trigger.nominal or clause_of(document, trigger.token) == trigger.token
    )


def _is_given(document: Document, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """ "denied firing at the march": what is denied is the firing; the march is given."""
    if not trigger.nominal or not _is_definite(document, act_noun(document, trigger), trigger):
        return False
    return any(
        not other.nominal and in_phrase(document, trigger.token, other.token)
        for other in triggers
        if other.token != trigger.token
    )


def _is_total(document: Document, noun: Token, date: Found[DateValue] | None) -> bool:
    """Whether a noun counts acts over a longer time."""
    if date is not None and date.value.granularity in {"time", "day"}:
        return False
    numbers = [t for t in document.children(noun.index) if t.dep == "nummod"]
    return noun.tag == "NNS" and any(
        t.text.replace(",", "").isdigit() and int(t.text.replace(",", "")) >= _MANY for t in numbers
    )


def _has_other_cause(document: Document, trigger: Trigger) -> bool:
    if trigger.type is not None:
        return False
    causes = after_preposition(document, trigger.token, "of")
    return bool(causes) or bool(after_preposition(document, trigger.token, "from"))


def _before(document: Document, noun: Token) -> set[str]:
    """Determiners and adjectives of a noun, in lower case."""
    return {t.text.casefold() for t in document.children(noun.index) if t.dep in {"det", "amod"}}


def _is_definite(document: Document, noun: Token | None, trigger: Trigger) -> bool:
    if noun is None:
        return False
    children = document.children(noun.index)
    if any(t.dep == "prep" and t.text.casefold() == "of" for t in children):
        return False
    if any(t.dep == "det" and t.text.casefold() in _POINTING for t in children):
        return True
    return trigger.nominal and any(t.dep == "poss" for t in children)


def _is_fresh(document: Document, noun: Token | None, trigger: Trigger) -> bool:
    nouns = [] if noun is None else [noun]
    if not trigger.nominal:
        nouns.extend(t for t in document.children(trigger.token) if t.dep in {"dobj", "nsubjpass"})
    for word in nouns:
        first = _before(document, word)
        if first & _FURTHER and not (first & {"the", "that", "this", "these"}):
            return True
    return False


def _is_headline(document: Document, sentence: int) -> bool:
    where = document.sentences[sentence]
    words_in = document.sentence_tokens(where)
    if where.paragraph > _HEAD or len(words_in) > _HEADLINE:
        return False
    return words_in[-1].text[-1:] not in ".!?\"”'’:;)"


def _is_peripheral(
    document: Document, noun: Token | None, trigger: Trigger, triggers: Sequence[Trigger]
) -> bool:
    if noun is None or not trigger.nominal or noun.dep != "pobj":
        return False
    clause = clause_of(document, noun.index)
    return any(clause_of(document, t.token) == clause for t in triggers if t is not trigger)


def _dates_itself(document: Document, noun: Token | None, date: Found[DateValue] | None) -> bool:
    """Whether a date hangs on the noun itself and does not only stand before it as a name."""
    if noun is None or date is None:
        return False
    root = document.root_of(date.evidence.start, date.evidence.end)
    if root is None:
        return False
    if root.head == noun.index:
        return root.dep == "poss"
    return any(t.index == noun.index for t in document.ancestors(root.index)) and (
        document.head(root).dep == "prep"
    )


def _passage(
    document: Document, trigger: Trigger, triggers: Sequence[Trigger], reality: Reality
) -> Evidence:
    """The sentence of an act, or only its clause where the sentence tells another one first."""
    token = document.tokens[trigger.token]
    sentence = document.sentences[token.sentence]
    whole = document.evidence(sentence.start, sentence.end)
    if not document.has_syntax:
        return whole
    if trigger.nominal and reality.dating:
        start, end = clause_span(document, trigger.token)
        return document.evidence(start, end)
    clause = document.tokens[clause_of(document, trigger.token)]
    if clause.dep == "relcl":
        start, end = clause_span(document, clause.index)
        return document.evidence(start, end)
    if clause.dep in {"advcl", "acl", "pcomp"} and heads_clause(document, clause):
        above = clause_of(document, clause.head)
        others = {clause_of(document, t.token) for t in triggers if t.token != trigger.token}
        if above in others and clause.tag not in {"VBG", "VBN"}:
            start, end = clause_span(document, clause.index)
            return document.evidence(start, end)
    return whole
